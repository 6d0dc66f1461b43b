import type { Piece } from './pages.ts';

/** A printed line of a page. */
export interface PrintedLine {
  /** A tab stands where a gap divides columns. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of most of its type. */
  readonly size: number;
}

/** In widths of a character: from this gap on what follows is another column. Chinese and Latin are set 1/4 apart. */
const columnGap = 0.75;

const cjk = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f\\u2018-\\u201d\\u2014\\u2026';
/** A blank beside a Chinese character is the setting's, not the text's. */
const settingBlank = new RegExp(`(?<=[${cjk}]) +| +(?=[${cjk}])`, 'gu');

/** An ordinal by itself, with the text that it numbers behind a tab. */
const bareMarker = /^(?:[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、])$/u;

/** Puts the pieces of a page into printed lines, from top to bottom. */
export function printedLines(pieces: readonly Piece[]): PrintedLine[] {
  const groups: Piece[][] = [];
  let baseline = Number.POSITIVE_INFINITY;
  let tallest = 0;
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const group = groups.at(-1);
    if (group !== undefined && baseline - piece.y < 0.5 * Math.max(tallest, piece.size)) {
      group.push(piece);
      if (piece.size > tallest) [baseline, tallest] = [piece.y, piece.size];
    } else {
      groups.push([piece]);
      [baseline, tallest] = [piece.y, piece.size];
    }
  }
  return groups.map(lineOf);
}

function lineOf(pieces: readonly Piece[]): PrintedLine {
  const main = pieces.reduce((longest, piece) => (piece.width > longest.width ? piece : longest));
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    if (isNoteMark(piece, main, text)) continue;
    const gap = (piece.x - right) / main.size;
    if (text !== '' && gap >= columnGap && !bareMarker.test(text)) text += '\t';
    else if (gap > 0.15 && /[\w.,%]$/.test(text) && /^[\w.,%]/.test(piece.text)) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  const left = Math.min(...pieces.map(({ x }) => x));
  return { text: text.replaceAll(settingBlank, '').trim(), left, right, y: main.y, size: main.size };
}

/** A small raised number is the mark of a footnote; read as text it would lengthen the number before it. m² is none. */
function isNoteMark(piece: Piece, main: Piece, before: string): boolean {
  const raised = piece.y - main.y > 0.15 * main.size && piece.size < 0.8 * main.size;
  return raised && /^[[(（①-⑳\d\])）*]+$/u.test(piece.text.trim()) && !/m$/i.test(before);
}
