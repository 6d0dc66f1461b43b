/**
 * How figures, gaps and the data's own words survive Markdown: rendered templates carry private-use characters around a number,
 * which Markdown reads as ordinary letters. So a county named `*` or a school named `1. 小学` can never become markup.
 */
export type MarkKind = 'figure' | 'gap' | 'words' | 'role' | 'break' | 'piece';

const OPEN: Readonly<Record<MarkKind, string>> = {
  figure: '\uE000',
  gap: '\uE001',
  words: '\uE002',
  role: '\uE003',
  break: '\uE006',
  piece: '\uE007',
};
const CLOSE = '\uE00F';
const DIGIT_ZERO = 0xe010;

/** Left behind by a sentence that was left out, so that its empty line does not cut the paragraph in two. */
export const NOTHING = '\uE004';
/** Between the items of a list helper. */
export const ITEM_END = '\uE005';

/** Behind the name of a thing of which a verdict does not hold. */
export const VERDICT_NO = '\uE008';

const LEFT_BEHIND = new RegExp(`[${NOTHING}${ITEM_END}${VERDICT_NO}]`, 'g');
const MARK = /([\uE000-\uE003\uE006\uE007])([\uE010-\uE019]+)\uE00F/g;

/** True for text that holds characters reserved for marks. */
export function hasPrivateCharacters(text: string): boolean {
  return /[\uE000-\uE01F]/.test(text);
}

/** The mark of the index-th figure, gap, word or role of a draft. */
export function mark(kind: MarkKind, index: number): string {
  const digits = [...String(index)].map((digit) => String.fromCharCode(DIGIT_ZERO + Number(digit))).join('');
  return `${OPEN[kind]}${digits}${CLOSE}`;
}

/** A piece of rendered text: plain, or one mark. */
export type MarkedPiece = { readonly text: string } | { readonly kind: MarkKind; readonly index: number };

/** Splits rendered text at its marks; what removed sentences left behind is dropped. */
export function splitMarks(text: string): readonly MarkedPiece[] {
  const clean = text.replace(LEFT_BEHIND, '');
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (const match of clean.matchAll(MARK)) {
    if (match.index > from) pieces.push({ text: clean.slice(from, match.index) });
    const kind = (Object.keys(OPEN) as MarkKind[]).find((one) => OPEN[one] === match[1]) ?? 'words';
    const digits = [...(match[2] ?? '')].map((digit) => digit.charCodeAt(0) - DIGIT_ZERO).join('');
    pieces.push({ kind, index: Number(digits) });
    from = match.index + match[0].length;
  }
  if (from < clean.length) pieces.push({ text: clean.slice(from) });
  return pieces;
}

/** Opens the mark of a piece of the writer's own words. */
export const PIECE: string = OPEN.piece;

/** Text at the marks of pieces: what stands between them as it is, the pieces as their indexes. */
export function splitPieces(text: string): readonly (string | number)[] {
  return text
    .split(/(\uE007[\uE010-\uE019]+\uE00F)/)
    .filter((part) => part !== '')
    .map((part) => {
      const [piece] = part.startsWith(PIECE) ? splitMarks(part) : [];
      return piece !== undefined && 'index' in piece ? piece.index : part;
    });
}
