import type { Datum } from '../../model/dataset.ts';
import type { Problems } from './problems.ts';

/** Where a figure was read, for messages. */
export interface StatedAt {
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly heading: string;
  /** The name as written. */
  readonly name: string;
}

/**
 * The figures of all sheets, each once. One quantity with two values is an error that names both cells, wherever they stand: no
 * one but the office can say which is right, and a report made of either would be wrong by chance.
 */
export class StatedFigures {
  readonly #reportYear: string;
  readonly #problems: Problems;
  readonly #seen = new Map<string, Datum>();

  constructor(reportYear: string, problems: Problems) {
    this.#reportYear = reportYear;
    this.#problems = problems;
  }

  get data(): Datum[] {
    return [...this.#seen.values()];
  }

  /** Whether a figure of this name is there already. */
  has(datum: Pick<Datum, 'indicator' | 'stage' | 'period' | 'scope'>): boolean {
    return this.#seen.has(this.#keyOf(datum));
  }

  add(datum: Datum, at: StatedAt): void {
    const key = this.#keyOf(datum);
    const earlier = this.#seen.get(key);
    if (earlier === undefined) this.#seen.set(key, datum);
    else if (!earlier.value.eq(datum.value)) this.#tell(earlier, datum, at);
  }

  /** A figure without year is of the report's year: both say the same quantity. */
  #keyOf({ indicator, stage, period, scope }: Pick<Datum, 'indicator' | 'stage' | 'period' | 'scope'>): string {
    return [indicator, stage, period ?? this.#reportYear, scope].join('|');
  }

  #tell(earlier: Datum, datum: Datum, at: StatedAt): void {
    if (!('cell' in earlier.source)) return;
    const unit = datum.unit ?? '';
    const what = [datum.period, datum.stage, at.name].filter((word) => word !== null).join(' ');
    const { sheet, cell } = earlier.source;
    const where = sheet === at.sheet ? cell : `「${sheet}」的${cell}`;
    this.#problems.inCell(
      at.sheet,
      at.row,
      at.column,
      at.heading,
      `“${what}”有两个不同的数：${where}为${earlier.value.toString()}${unit}，这里为${datum.value.toString()}${unit}。`,
    );
  }
}
