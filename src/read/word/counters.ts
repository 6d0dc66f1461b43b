import type { MarkerSuffix } from '../marker.ts';
import { formatNumber } from './number-formats.ts';
import type { LevelDefinition, ListDefinition } from './numbering.ts';
import { bulletSign } from './symbols.ts';

/** An automatic number as it prints. */
export interface Marker {
  readonly text: string;
  readonly suffix: MarkerSuffix;
  readonly format: string;
}

interface ListState {
  /** The number last given at each level; missing where the level has not begun (again). */
  readonly values: Map<number, number>;
  /** Lists (by identity) whose restart at a level has been made. */
  readonly restarted: Set<string>;
}

/** Counts the lists of one document, in reading order. */
export class ListCounters {
  readonly #states = new Map<string, ListState>();

  /**
   * The next number of a list.
   * @param id the list's id, by which a restart is made once
   * @returns null where the level is not defined: nothing is printed
   */
  next(id: string, list: ListDefinition, level: number): Marker | null {
    const definition = list.levels.get(level);
    if (definition === undefined) return null;
    const { values, restarted } = this.#stateOf(list.counter);
    const restart = list.restarts.get(level);
    const previous = values.get(level);
    const key = `${id}/${level}`;
    if (restart !== undefined && !restarted.has(key)) values.set(level, restart);
    else values.set(level, previous === undefined ? startOf(list, level) : previous + 1);
    restarted.add(key);
    // A higher level that has not come yet counts as begun: 1.1 without a 1 before it, and the next one is 2.
    for (let higher = level - 1; higher >= 0 && !values.has(higher); higher -= 1) {
      values.set(higher, startOf(list, higher));
    }
    for (const deeper of values.keys()) {
      if (deeper > level && beginsAnew(list.levels.get(deeper), level)) values.delete(deeper);
    }
    return { text: print(list, level, definition, values), suffix: definition.suffix, format: definition.format };
  }

  #stateOf(counter: string): ListState {
    const known = this.#states.get(counter);
    if (known !== undefined) return known;
    const state: ListState = { values: new Map(), restarted: new Set() };
    this.#states.set(counter, state);
    return state;
  }
}

function startOf(list: ListDefinition, level: number): number {
  return list.restarts.get(level) ?? list.levels.get(level)?.start ?? 1;
}

/** Whether a level starts again behind a number of a higher level (both from 0; `restart` counts from 1). */
function beginsAnew(deeper: LevelDefinition | undefined, level: number): boolean {
  const restart = deeper?.restart ?? null;
  return restart === null || level < restart;
}

function print(
  list: ListDefinition,
  level: number,
  definition: LevelDefinition,
  values: ReadonlyMap<number, number>,
): string {
  if (definition.format === 'bullet') return bulletSign(definition.text, definition.font);
  return definition.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const named = Number(digit) - 1;
    if (named > level) return '';
    const value = values.get(named) ?? startOf(list, named);
    const format = list.levels.get(named)?.format ?? 'decimal';
    return formatNumber(value, definition.legal && format !== 'none' ? 'decimal' : format);
  });
}
