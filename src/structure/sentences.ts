import type { Manuscript } from '../model/manuscript.ts';
import type { Sentence } from '../model/report.ts';

const END = /[。！？!?]+[”’"』]*/g;

/** The sentences of a manuscript: up to 。！？ with the closing quotation mark, or to the end of the paragraph. Empty ones are left out. */
export function sentencesOf(manuscript: Manuscript): Sentence[] {
  const sentences: Sentence[] = [];
  manuscript.paragraphs.forEach((paragraph, index) => {
    const text = manuscript.text.slice(paragraph.span.start, paragraph.span.end);
    let from = 0;
    const push = (to: number): void => {
      if (text.slice(from, to).trim() !== '') {
        sentences.push({
          span: { start: paragraph.span.start + from, end: paragraph.span.start + to },
          paragraph: index,
        });
      }
      from = to;
    };
    for (const match of text.matchAll(END)) {
      const end = match.index + match[0].length;
      if (!isInBracket(text, from, end)) push(end);
    }
    push(text.length);
  });
  return sentences;
}

const FARTHEST = 200;

/** A full stop inside a bracket that closes soon after ends a remark, not the sentence around it. */
function isInBracket(text: string, from: number, end: number): boolean {
  let depth = 0;
  for (let offset = from; offset < end; offset++) {
    const character = text[offset] ?? '';
    if (/[（(]/.test(character)) depth += 1;
    else if (/[）)]/.test(character)) depth = Math.max(0, depth - 1);
  }
  if (depth === 0) return false;
  const close = text.slice(end, end + FARTHEST).search(/[）)]/);
  return close >= 0 && !/[（(]/.test(text.slice(end, end + close));
}
