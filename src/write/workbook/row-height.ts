import { displayWidth } from './text-table.ts';

/** In points, of the font that all sheets are in. */
const LINE = 15.5;
const PADDING = 4;
/** A spreadsheet refuses higher rows. */
const HIGHEST = 409;

/**
 * The height that a row needs for its wrapped texts, in points. Spreadsheet programs fit rows themselves as a person types; on
 * opening a file not all of them do, and show one line of each cell.
 *
 * @param texts of the cells, empty where they do not wrap
 * @param widths of the columns, in characters
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, column) => linesOf(text, widths[column] ?? 0));
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + PADDING);
}

/** Half a wide character of each line is lost where the next one does not fit any more. */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 1);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}
