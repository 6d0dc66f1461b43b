import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { partOf } from './context.ts';
import type { Numbering } from './relation.ts';

/** 附件：1.…, 注：1.…: a list that is begun behind a colon. */
const BEGUN = /(?:[：:][ \t\u3000]*1(?:[、．]|\.(?!\d))|附件[：:][ \t\u3000]*1\.)[^\n]*\n\s*$/;
/** How far back of a 2. its 1. is looked for. */
const FAR = 200;

/** Each run of numbered headings or items under one parent; a marker that states one starts a new run. */
export function findNumberings(report: Report): Numbering[] {
  const found: Numbering[] = [];
  const open = new Map<number, Section[]>();
  const close = (level: number): void => {
    for (const [other, run] of open) {
      if (other < level) continue;
      // a lone 2. is more often a note or a quotation than a heading whose 1. is gone
      if (run.length > 1 || ((run[0]?.ordinal ?? 1) > 1 && other <= 2)) found.push(numbering(run));
      open.delete(other);
    }
  };
  let part = 0;
  /** The last number of a list that was begun in running text, by its level. */
  const aside = new Map<number, number>();
  for (const section of report.sections) {
    const own = partOf(report, section.span.start);
    if (own !== part) close(0);
    part = own;
    if (section.ordinal === null) {
      close(section.level);
      continue;
    }
    const { start } = section.span;
    const begun = section.ordinal === 2 && BEGUN.test(report.manuscript.text.slice(Math.max(0, start - FAR), start));
    if (begun || section.ordinal === (aside.get(section.level) ?? Number.NaN) + 1) {
      aside.set(section.level, section.ordinal);
      continue;
    }
    aside.delete(section.level);
    close(section.level + 1);
    const run = open.get(section.level);
    const family = run?.[0] && familyOf(run[0]) === familyOf(section);
    if (run && family && section.ordinal !== 1) {
      run.push(section);
      continue;
    }
    close(section.level);
    open.set(section.level, [section]);
  }
  close(0);
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** 一是 and 首先 count in series of their own. */
function familyOf(section: Section): string {
  return section.level === 5
    ? section.marker.replaceAll(/[一二三四五六七八九十]/g, '').replace(/首先|其次|再次|最后/, '首先')
    : '';
}

function numbering(run: readonly Section[]): Numbering {
  const first = run[0] as Section;
  return {
    type: 'numbering',
    assertion: 'stated',
    markers: run.map((section) => section.marker),
    ordinals: run.map((section) => section.ordinal ?? 0),
    spans: run.map((section) => section.span),
    level: first.level,
    span: first.span,
  };
}
