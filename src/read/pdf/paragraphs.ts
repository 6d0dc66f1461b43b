import type { PrintedLine } from './lines.ts';

/** Where the lines of a page begin and end. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

const heading =
  /^(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|附件)/u;
const sentenceEnd = /[。！？；：!?;:]["”’」）)]*$/u;

/** In characters. Where no line is longer, nobody can tell a full line from a short one, and every line stays one. */
const shortestMeasure = 15;

/** In widths of a character. A first line is indented by two. */
const indent = 1.2;
/** How much a full line may miss: a sign that may not begin a line takes the character before it along. */
const ragged = 2.1;

/** Joins printed lines into paragraphs, across pages too. */
export function joinParagraphs(pages: readonly (readonly PrintedLine[])[]): string[] {
  const margins = marginsOf(pages);
  const indents = usesIndents(pages, margins);
  const paragraphs: string[] = [];
  let before: { readonly line: PrintedLine; readonly margins: Margins } | null = null;
  pages.forEach((lines, page) => {
    const own = margins[page] ?? { left: 0, right: 0 };
    for (const line of lines) {
      const last = paragraphs.length - 1;
      if (before !== null && goesOn(before.line, before.margins, line, own, indents)) {
        paragraphs[last] = join(paragraphs[last] ?? '', line.text);
      } else paragraphs.push(line.text);
      before = { line, margins: own };
    }
  });
  return paragraphs;
}

/** Whether a line goes on in the next one. */
function goesOn(line: PrintedLine, its: Margins, next: PrintedLine, nexts: Margins, indents: boolean): boolean {
  const sameType = Math.abs(line.size - next.size) < 0.1 * line.size;
  const measurable = its.right - its.left > shortestMeasure * line.size;
  if (!sameType || !measurable || line.text.includes('\t') || next.text.includes('\t')) return false;
  const missing = (its.right - line.right) / line.size;
  const indented = (next.left - nexts.left) / next.size > indent;
  const ended = sentenceEnd.test(line.text);
  if (heading.test(next.text) && (ended || indented)) return false;
  if (missing < ragged) {
    if (ended) return indents && !indented;
    // Behind a line that is set in itself (a list, a quotation) an indent goes on with it.
    const isSetIn = (line.left - its.left) / line.size > indent;
    return !indented || isSetIn || !indents;
  }
  // A long number that did not fit leaves a shorter line; a heading is shorter still, and the text below it is indented.
  const long = line.right - line.left > 0.7 * (its.right - its.left);
  return long && !ended && indents && !indented && !heading.test(next.text);
}

/** Of each page by its longest lines; a page without any takes those of the page before. */
function marginsOf(pages: readonly (readonly PrintedLine[])[]): Margins[] {
  const widest = pages.flat().reduce((most, { left, right }) => Math.max(most, right - left), 0);
  let last: Margins = { left: 0, right: 0 };
  return pages.map((lines) => {
    const long = lines.filter(({ left, right }) => right - left > 0.8 * widest);
    if (long.length > 0) {
      last = { left: Math.min(...long.map(({ left }) => left)), right: Math.max(...long.map(({ right }) => right)) };
    }
    return last;
  });
}

/** Whether the text marks its paragraphs by an indent; where it does, a line at the margin begins none. */
function usesIndents(pages: readonly (readonly PrintedLine[])[], margins: readonly Margins[]): boolean {
  return pages.some((lines, page) => {
    const { left, right } = margins[page] ?? { left: 0, right: 0 };
    return lines.some((line) => {
      const share = (line.right - line.left) / (right - left);
      const depth = (line.left - left) / line.size;
      return share > 0.6 && depth > indent && depth < 3;
    });
  });
}

/** A number may be cut by the line's end; words may not. */
function join(text: string, next: string): string {
  return /[A-Za-z,]$/.test(text) && /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
}
