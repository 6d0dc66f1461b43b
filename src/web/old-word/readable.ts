type Listener = (value?: unknown) => void;

/**
 * Stands in for Node's readable stream in the page: the little that the library of old Word files asks of one. It makes one of
 * its own that pushes a chunk whenever it is asked for one, and collects them all. The well-kept copy of Node's streams
 * (readable-stream 4) would add 86 kB to a bundle of 43, with events, process and abort signals that nobody asks for.
 */
export class Readable {
  private readonly listeners = new Map<string, Listener>();
  private ended = false;

  on(event: 'data' | 'error' | 'end', listener: Listener): this {
    this.listeners.set(event, listener);
    // As with Node's, it begins to flow with the first listener for data, and not before the others had a chance to be added.
    if (event === 'data') void Promise.resolve().then(() => this.flow());
    return this;
  }

  protected push(chunk: Uint8Array | null): void {
    if (chunk === null) this.ended = true;
    else this.tell('data', chunk);
  }

  /** What the library brings: pushes the next chunk, or null behind the last one. */
  // oxlint-disable-next-line eslint/no-underscore-dangle -- the library's and Node's name
  protected _read(): Promise<void> | void {
    this.push(null);
  }

  private async flow(): Promise<void> {
    try {
      // oxlint-disable-next-line eslint/no-underscore-dangle -- as above
      while (!this.ended) await this._read();
      this.tell('end');
    } catch (error) {
      this.tell('error', error);
    }
  }

  private tell(event: string, value?: unknown): void {
    this.listeners.get(event)?.(value);
  }
}
