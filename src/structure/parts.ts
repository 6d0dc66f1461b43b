import type { Manuscript } from '../model/manuscript.ts';
import type { Span } from '../model/span.ts';

const NUMBERED =
  /^(.{2,50}?)(?:第?[一二三四五六七八九十\d]{1,2}篇|篇[一二三四五六七八九十\d]{1,2}|[（(]第?[一二三四五六七八九十\d]{1,2}篇?[）)])[：:]?$/;
const ADDRESS = /^(?:尊敬的|各位|同志们)[^。]{0,40}[：:]$/;
/** An address among the first lines opens the only text there is. */
const OPENING_LINES = 6;

/**
 * The texts that one file holds: a collection of model texts numbers them (…篇一, …篇二), and each address to listeners
 * opens another. One part where it holds one text; figures of different parts are never compared.
 */
export function partsOf(manuscript: Manuscript): Span[] {
  const prefixes = new Map<string, number>();
  const lines = manuscript.paragraphs.map((paragraph) =>
    manuscript.text.slice(paragraph.span.start, paragraph.span.end).trim(),
  );
  for (const line of lines) {
    const prefix = NUMBERED.exec(line)?.[1];
    if (prefix) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const starts = [0];
  let written = 0;
  manuscript.paragraphs.forEach((paragraph, index) => {
    const line = lines[index] ?? '';
    if (line === '') return;
    written += 1;
    const numbered = (prefixes.get(NUMBERED.exec(line)?.[1] ?? '') ?? 0) > 1;
    if (numbered || (written > OPENING_LINES && ADDRESS.test(line))) starts.push(paragraph.span.start);
  });
  return [...new Set(starts)].map((start, index, all) => ({ start, end: all[index + 1] ?? manuscript.text.length }));
}
