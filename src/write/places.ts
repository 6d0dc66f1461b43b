import type { Report } from '../model/report.ts';
import { lastAtOrBefore } from '../model/search.ts';
import type { Span } from '../model/span.ts';

const LONGEST_TITLE = 18;

/** `第12行`; in a Word or PDF file, whose lines are those of the page, `第12段`. */
export function lineText(report: Report, line: number): string {
  const { format } = report.manuscript;
  return `第${line}${format === 'text' || format === 'markdown' ? '行' : '段'}`;
}

/** The number of the line that an offset stands in, from 1. */
export function lineOf(report: Report, offset: number): number {
  return (
    Math.max(
      0,
      lastAtOrBefore(report.manuscript.paragraphs, offset, ({ span }) => span.start),
    ) + 1
  );
}

/** The sections around a place, from the outermost: `二、办学条件 › （一）学校布局`; empty before the first. */
export function sectionPath(report: Report, place: Span): string {
  return report.sections
    .filter(({ level, extent }) => level > 0 && level < 5 && extent.start <= place.start && place.start < extent.end)
    .sort((a, b) => a.level - b.level)
    .map(({ marker, title }) => `${marker}${clipped(oneLine(title))}`)
    .join(' › ');
}

function clipped(title: string): string {
  const characters = [...title];
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE).join('')}…`;
}

/** Text of a document made safe for one line: a control character could end the line or command the terminal. */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
