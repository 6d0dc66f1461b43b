import { InputError } from '../../model/manuscript.ts';

/** More lines than this help nobody: the rest is counted. */
const SHOWN = 200;

/** `0, 4` → `E1`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/**
 * Collects what is wrong with a workbook, so that the clerk hears everything at once: someone who mends one cell, runs the
 * program, mends the next, gives up after the fifth.
 */
export class Problems {
  readonly #file: string;
  readonly #lines: string[] = [];

  /** @param file as the user knows it */
  constructor(file: string) {
    this.#file = file;
  }

  get count(): number {
    return this.#lines.length;
  }

  /** A problem of the file as a whole. */
  inFile(message: string): void {
    this.#lines.push(`${this.#file}：${message}`);
  }

  inSheet(sheet: string, message: string): void {
    this.#lines.push(`${this.#file}「${sheet}」：${message}`);
  }

  inRow(sheet: string, row: number, message: string): void {
    this.#lines.push(`${this.#file}「${sheet}」第${row + 1}行：${message}`);
  }

  /** Row and column from 0. */
  inCell(sheet: string, row: number, column: number, heading: string, message: string): void {
    this.#lines.push(`${this.#file}「${sheet}」第${row + 1}行「${heading}」（${cellName(row, column)}）：${message}`);
  }

  /** @throws InputError with all problems, one a line, if there are any */
  throwIfAny(): void {
    if (this.#lines.length === 0) return;
    const rest = this.#lines.length - SHOWN;
    const shown = this.#lines.slice(0, SHOWN).join('\n');
    throw new InputError('workbook-problems', rest > 0 ? `${shown}\n……另有${rest}处问题未列出。` : shown);
  }
}
