/** Full-width characters take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

/**
 * Aligns rows by display width, two spaces before and between. Columns whose cells below the first row are numbers are set to the
 * right; the last column is not padded.
 */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const indices = Array.from({ length: columns }, (_, index) => index);
  const widths = indices.map((index) => Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))));
  const right = indices.map((index) => {
    const cells = rows.slice(rows.length > 1 ? 1 : 0).map((row) => row[index] ?? '');
    return cells.some((cell) => cell !== '') && cells.every((cell) => /^[\d.,—*-]*$/u.test(cell));
  });
  return rows.map((row) => {
    const cells = indices.map((index) => {
      const cell = row[index] ?? '';
      const padding = ' '.repeat((widths[index] ?? 0) - displayWidth(cell));
      return right[index] ? padding + cell : cell + padding;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
