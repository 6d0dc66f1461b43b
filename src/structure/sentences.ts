import type { Manuscript } from '../model/manuscript.ts';
import type { Sentence } from '../model/report.ts';

const END = /[。！？!?]+[”’"』）)]*/g;

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
    for (const match of text.matchAll(END)) push(match.index + match[0].length);
    push(text.length);
  });
  return sentences;
}
