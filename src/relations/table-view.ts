import type { Figure, Mask } from '../model/figure.ts';
import type { FiguredTable, TableLine } from '../model/table.ts';
import { isFigure, sameUnit } from './context.ts';
import type { Assertion } from './relation.ts';

/** A table seen along its columns or along its rows; the same finders walk both. */
export interface TableView {
  readonly along: readonly TableLine[];
  readonly across: readonly TableLine[];
  /** The figure or mask where a line along meets one across. */
  at(along: TableLine, across: TableLine): Figure | Mask | null;
}

export function viewsOf(table: FiguredTable): readonly TableView[] {
  return [
    {
      along: table.columns,
      across: table.rows,
      at: (column, row) => table.cells[row.at]?.[column.at] ?? null,
    },
    {
      along: table.rows,
      across: table.columns,
      at: (row, column) => table.cells[row.at]?.[column.at] ?? null,
    },
  ];
}

/** A relation that a header asserts, on one line: its verdict by the printed precision, null where a member is masked. */
export interface Trial<T> {
  readonly made: T;
  readonly fits: boolean | null;
}

export interface Evidence {
  readonly holds: number;
  readonly fails: number;
}

export function evidenceOf(trials: readonly Trial<unknown>[]): Evidence {
  return {
    holds: trials.filter((trial) => trial.fits === true).length,
    fails: trials.filter((trial) => trial.fits === false).length,
  };
}

const FEW_LINES = 2;

/**
 * How firmly a table asserts what its headers suggest. A reading that most lines bear out is meant; one that most lines
 * contradict is our misreading, not their error, so it is not told where it fails.
 */
export function assertionBy({ holds, fails }: Evidence, firm: Assertion): Assertion {
  // a single line is no pattern to be misread by: its header alone says what it is
  if (fails <= holds || holds + fails === 1) return firm;
  if (holds + fails <= FEW_LINES) return holds > 0 ? firm : 'implied';
  return holds > 0 ? 'implied' : 'possible';
}

/** The reading that most lines bear out; among equals the first. */
export function best<T>(readings: readonly (readonly Trial<T>[])[]): readonly Trial<T>[] {
  let chosen: readonly Trial<T>[] = [];
  let most = -1;
  for (const reading of readings) {
    const { holds } = evidenceOf(reading);
    if (reading.length > 0 && holds > most) {
      chosen = reading;
      most = holds;
    }
  }
  return chosen;
}

const NEVER_ADDED = new Set(['percent', 'ratio', 'coefficient', 'duration']);

/** Whether a cell may be added up, or be added to others, at all. */
export function isAmount(cell: Figure | Mask | null): cell is Figure | Mask {
  if (cell === null) return false;
  if (!isFigure(cell)) return cell.unit !== '%';
  return cell.role === 'level' && cell.valueMax === null && cell.bound === null && !NEVER_ADDED.has(cell.kind);
}

export function sameMeasure(a: Figure | Mask, b: Figure | Mask): boolean {
  return sameUnit(a.unit, b.unit) && (!isFigure(a) || !isFigure(b) || a.kind === b.kind);
}

/** A whole number of people or things is exact. */
export function isWholeNumber(figure: Figure): boolean {
  return (
    figure.kind === 'count' &&
    /^\d[\d,，]*$/.test(figure.text) &&
    figure.interval.high.minus(figure.interval.low).lte(1)
  );
}
