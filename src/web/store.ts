import { clear, createStore, get, set, type UseStore } from 'idb-keyval';

/**
 * The browser's own storage: what survives a reload. Some browsers refuse it, to pages opened from a file or in a private
 * window; then nothing is kept, and the page says so.
 */
export class Store {
  readonly #store: UseStore | null = opened();
  #wiped = false;

  /** What was kept under a name; null where there is nothing. */
  async load<Kept>(name: string): Promise<Kept | null> {
    if (this.#store === null) return null;
    try {
      return (await get<Kept>(name, this.#store)) ?? null;
    } catch {
      return null;
    }
  }

  /** Whether it could be kept; once all is wiped, what was still under way is kept no more. */
  save(name: string, kept: unknown): Promise<boolean> {
    return this.#wiped ? Promise.resolve(true) : this.#done((store) => set(name, kept, store));
  }

  /** Removes all that any job has kept, and keeps nothing from then on; whether nothing is left. */
  wipe(): Promise<boolean> {
    this.#wiped = true;
    return this.#store === null ? Promise.resolve(true) : this.#done(clear);
  }

  async #done(act: (store: UseStore) => Promise<void>): Promise<boolean> {
    if (this.#store === null) return false;
    try {
      await act(this.#store);
      return true;
    } catch {
      return false;
    }
  }
}

function opened(): UseStore | null {
  try {
    return createStore('junheng', 'work');
  } catch {
    return null;
  }
}
