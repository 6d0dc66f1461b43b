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

/**
 * Why a stretch of a report is no phrase: in a table; too short or too long to serve again; without an end (headings, signatures,
 * captions); announcing what follows; nothing but figures and names.
 */
export type LeftOut = 'table' | 'short' | 'long' | 'unended' | 'announcing' | 'bare';

const SHORTEST = 8;
const LONGEST = 400;
const HAN = /\p{Script=Han}/gu;

/**
 * The sentences and enumerated items of a report, with the role of the section they stand in. Headings, cells of tables, lines
 * without an end (addresses, signatures, dates) and what is too short or too long to be used again are left out.
 * @param leave is told of each stretch that is left out
 */
export function passagesOf(report: Report, leave: (why: LeftOut) => void = () => {}): Passage[] {
  const { text, paragraphs } = report.manuscript;
  const passages: Passage[] = [];
  const headings = report.sections.filter(({ level }) => level > 0 && level < 5);
  const items = report.sections.filter(({ level }) => level === 5);
  const ends = sectionPath(headings);
  const turned = new Set<Section>();
  for (const { span } of report.sentences) {
    const paragraph = paragraphs[lastAtOrBefore(paragraphs, span.start, (one) => one.span.start)];
    if (paragraph?.cell !== null) {
      leave('table');
      continue;
    }
    const path = ends(span.start);
    const heading = path.at(-1);
    const from =
      heading !== undefined && heading.span.end > span.start ? behindMark(text, heading.span.end) : span.start;
    if (from >= span.end) continue;
    const telling = path.findLast(({ role }) => role !== null);
    if (telling !== undefined && BOTH.test(telling.title) && TURN.test(text.slice(from, span.end))) turned.add(telling);
    const role = telling !== undefined && turned.has(telling) ? 'plans' : (telling?.role ?? null);
    const place = { section: heading?.title ?? '', role };
    const within = items.filter((item) => item.span.start >= from && item.span.start < span.end);
    const cuts = [from, ...within.map((item) => item.span.start), span.end];
    cuts.slice(0, -1).forEach((start, index) => {
      const item = index > 0 ? within[index - 1] : undefined;
      const end = cuts[index + 1] ?? span.end;
      const own = trimmed(text, item === undefined ? start : behindMark(text, start + item.marker.length), end);
      const body = text.slice(own.start, own.end);
      const letters = body.match(HAN)?.length ?? 0;
      if (letters < SHORTEST) return leave('short');
      if (body.length > LONGEST || body.includes('\n')) return leave('long');
      // a line that ends in no mark is a heading, a signature or a caption
      if (item === undefined && !/[。！？；：”）]$/u.test(body)) return leave('unended');
      // what only announces the items behind it
      if (/[：:]$/u.test(body)) return leave('announcing');
      passages.push({ span: own, form: item === undefined ? 'sentence' : 'item', ...place });
    });
  }
  return passages;
}

/** 存在问题及下步打算: one section of two roles; from the sentence that turns to the future on, it is the other one. */
const BOTH = /(?:问题|不足|困难|差距).*(?:下一步|下步|打算|措施|计划|努力方向)/u;
const TURN = /^(?:下一步|下步|今后|接下来|为此|针对)|我(?:们|县|区|市|旗|校)将/u;

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
