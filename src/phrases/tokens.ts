import { lex } from '../quantities/lexer.ts';
import type { Segmenter } from './segmenter.ts';

/** A piece of a sentence or of a frame as matching sees it. */
export interface TextToken {
  readonly kind: 'word' | 'figure' | 'mark';
  /** As printed; a figure whole, with its multiplier and unit, a slot as `{1}`. */
  readonly text: string;
}

const SLOT = /\{\d+\}/g;
/** 近三年, 两年内: words of the genre, not figures of the county. */
export const SPAN_OF_TIME = /^[一二两三四五六七八九十几多]+(?:年|个月|个学期|学期|天|周)$/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The tokens of a text in order. Slots and figures are taken out first and the segmenter sees only what stands between them, so
 * that 255所 never falls apart; joined, the tokens are the text.
 */
export function tokensOf(text: string, segmenter: Segmenter): TextToken[] {
  const tokens: TextToken[] = [];
  for (const piece of piecesOf(text)) {
    if (piece.figure) tokens.push({ kind: 'figure', text: piece.text });
    else {
      for (const word of segmenter.cut(piece.text))
        tokens.push({ kind: WORD.test(word) ? 'word' : 'mark', text: word });
    }
  }
  return tokens;
}

interface Piece {
  readonly text: string;
  readonly figure: boolean;
}

/** A text cut at its slots and figures. */
export function piecesOf(text: string): Piece[] {
  const figures = [
    ...[...text.matchAll(SLOT)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    ...(/[\d０-９*_□一二两三四五六七八九十百千]/.test(text)
      ? lex(text).filter(({ start, end }) => !SPAN_OF_TIME.test(text.slice(start, end)))
      : []),
  ].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of figures) {
    // the number of a slot is no figure
    if (start < from) continue;
    if (start > from) pieces.push({ text: text.slice(from, start), figure: false });
    pieces.push({ text: text.slice(start, end), figure: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), figure: false });
  return pieces;
}

const HAN_RUN = /\p{Script=Han}+/gu;

/** Two neighbouring characters each, within stretches without figures and marks: they find words that no dictionary has. */
export function bigramsOf(text: string): string[] {
  const found: string[] = [];
  for (const { text: piece, figure } of piecesOf(text)) {
    if (figure) continue;
    for (const [run] of piece.matchAll(HAN_RUN)) {
      for (let at = 0; at + 1 < run.length; at += 1) found.push(run.slice(at, at + 2));
    }
  }
  return found;
}

/** The same of a frame, whose figures are slots already: no figure is looked for, which takes most of the time. */
export function bigramsOfFrame(frame: string): string[] {
  const found: string[] = [];
  for (const [run] of frame.matchAll(HAN_RUN)) {
    for (let at = 0; at + 1 < run.length; at += 1) found.push(run.slice(at, at + 2));
  }
  return found;
}
