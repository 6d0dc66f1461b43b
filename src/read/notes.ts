import type { Note, ReadMessage } from '../model/manuscript.ts';

const nouns: readonly (readonly [kind: Note['kind'], noun: string, measure: string])[] = [
  ['footnote', '脚注', '条'],
  ['endnote', '尾注', '条'],
  ['header', '页眉', '处'],
  ['footer', '页脚', '处'],
];

/** The message that goes with notes: that they were read, and that nothing in them is checked. Empty where there are none. */
export function notesMessage(notes: readonly Note[]): ReadMessage[] {
  if (notes.length === 0) return [];
  const counts = nouns
    .map(([kind, noun, measure]) => ({ noun, measure, count: notes.filter((note) => note.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ noun, measure, count }) => `${noun} ${count} ${measure}`);
  const message = `${counts.join('、')}已与正文分开读出，其中的数字没有核对。`;
  return [{ code: 'notes-apart', message, line: notes.find(({ line }) => line !== null)?.line ?? null }];
}

/**
 * `3`, `— 3 —`, `第3页 共20页`, `3/20`: what a page prints about itself and no reader reads; a program that leaves the number for
 * Word to fill in writes `—  —`.
 */
export function isPageNumber(line: string): boolean {
  if (/^[\s\p{P}\p{S}]*$/u.test(line)) return true;
  return /^[\s\-—–－―·~～]*(?:第?\s*\d{1,3}\s*页?|[ivxIVX]{1,6})(?:\s*(?:[/，,、]\s*[共总]?|[共总])\s*\d{1,3}\s*页?)?[\s\-—–－―·~～]*$/u.test(
    line,
  );
}
