import type { Report } from '../model/report.ts';
import { lastAtOrBefore } from '../model/search.ts';
import type { Section, SectionRole } from '../model/section.ts';
import type { Span } from '../model/span.ts';

/** A stretch of a report that could be used again by itself. */
export interface Passage {
  readonly span: Span;
  readonly form: 'sentence' | 'item';
  /** Title of the innermost numbered section; empty where there is none. */
  readonly section: string;
  readonly role: SectionRole;
}

const SHORTEST = 8;
const LONGEST = 400;
const HAN = /\p{Script=Han}/gu;

/**
 * The sentences and enumerated items of a report, with the role of the section they stand in. Headings, cells of tables, lines
 * without an end (addresses, signatures, dates) and what is too short or too long to be used again are left out.
 */
export function passagesOf(report: Report): Passage[] {
  const { text, paragraphs } = report.manuscript;
  const passages: Passage[] = [];
  const headings = report.sections.filter(({ level }) => level > 0 && level < 5);
  const items = report.sections.filter(({ level }) => level === 5);
  const ends = sectionPath(headings);
  for (const { span } of report.sentences) {
    const paragraph = paragraphs[lastAtOrBefore(paragraphs, span.start, (one) => one.span.start)];
    if (paragraph?.cell !== null) continue;
    const path = ends(span.start);
    const heading = path.at(-1);
    const from =
      heading !== undefined && heading.span.end > span.start ? behindMark(text, heading.span.end) : span.start;
    if (from >= span.end) continue;
    const place = { section: heading?.title ?? '', role: path.findLast(({ role }) => role !== null)?.role ?? null };
    const within = items.filter((item) => item.span.start >= from && item.span.start < span.end);
    const cuts = [from, ...within.map((item) => item.span.start), span.end];
    cuts.slice(0, -1).forEach((start, index) => {
      const item = index > 0 ? within[index - 1] : undefined;
      const end = cuts[index + 1] ?? span.end;
      const own = trimmed(text, item === undefined ? start : behindMark(text, start + item.marker.length), end);
      const body = text.slice(own.start, own.end);
      const letters = body.match(HAN)?.length ?? 0;
      if (letters < SHORTEST || body.length > LONGEST || body.includes('\n')) return;
      // a line that ends in no mark is a heading, a signature or a caption
      if (item === undefined && !/[。！？；：”）]$/u.test(body)) return;
      // what only announces the items behind it
      if (/[：:]$/u.test(body)) return;
      passages.push({ span: own, form: item === undefined ? 'sentence' : 'item', ...place });
    });
    void paragraph;
  }
  return passages;
}

/** The sections around an offset, outermost first. */
function sectionPath(headings: readonly Section[]): (offset: number) => readonly Section[] {
  return (offset) => headings.filter(({ extent }) => extent.start <= offset && offset < extent.end);
}

function behindMark(text: string, offset: number): number {
  return offset + (/^[\s。，、：:；]+/u.exec(text.slice(offset, offset + 8))?.[0].length ?? 0);
}

function trimmed(text: string, start: number, end: number): Span {
  const body = text.slice(start, end);
  return { start: start + (body.length - body.trimStart().length), end: start + body.trimEnd().length };
}
