import type { Element } from 'hast';
import { h } from 'hastscript';

/** A cell: its text, and how it reads. */
export interface DataCell {
  readonly text: string;
  readonly mood?: 'missed' | 'met' | 'hint';
}

const NUMBER = /^[-−]?[\d,]+(?:\.\d+)?[%*]?$|^—$/u;

/** Characters of a cell that is no sentence. */
const SHORT = 18;

/**
 * A table with a caption. A column whose cells are all numbers is set to the right.
 *
 * @param isWide may be wider than the page, and is then moved sideways by itself
 */
export function dataTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (DataCell | string)[])[],
  isWide = false,
): Element {
  const cells = rows.map((row) => row.map((cell): DataCell => (typeof cell === 'string' ? { text: cell } : cell)));
  const isNumber = headings.map(
    (_, column) =>
      cells.length > 0 && cells.every((row) => NUMBER.test(row[column]?.text ?? '') || row[column]?.text === ''),
  );
  // names and words stay on one line; sentences are broken
  const isShort = headings.map((_, column) => cells.every((row) => (row[column]?.text.length ?? 0) <= SHORT));
  const classes = (column: number, mood?: string) =>
    [isNumber[column] ? 'number' : isShort[column] ? 'short' : '', mood ?? '']
      .filter((word) => word !== '')
      .join(' ') || null;
  const table = h('table', [
    ...(caption === '' ? [] : [h('caption', caption)]),
    h('thead', [
      h(
        'tr',
        headings.map((heading, column) => h('th', { scope: 'col', className: classes(column) }, heading)),
      ),
    ]),
    h(
      'tbody',
      cells.map((row) =>
        h(
          'tr',
          row.map(({ text, mood }, column) => h('td', { className: classes(column, mood) }, text)),
        ),
      ),
    ),
  ]);
  // a box that can be moved sideways has to be reached with the keyboard as well
  return isWide ? h('div', { className: 'wide', tabIndex: 0, role: 'region', ariaLabel: caption }, [table]) : table;
}
