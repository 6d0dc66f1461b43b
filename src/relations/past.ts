import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { clauseStart } from './context.ts';
import { isOneSentence } from './counted.ts';

const SINCE = /截[至止](?:到|目前)?20\d\d年[^。；\n]*$/;
const NOW = /现|目前|截至/;
/** Years that a value may lie behind the report's last one and still be meant by a value without a year. */
const STALE = 2;

/** The last year that the report dates a figure with. */
export function lastYear(report: Report): number {
  return report.figures.reduce((last, figure) => Math.max(last, yearOf(figure) ?? 0), 0);
}

function yearOf(figure: Figure): number | null {
  const years = figure.period?.match(/(?:19|20)\d\d/g);
  return years ? Math.max(...years.map(Number)) : null;
}

/**
 * Whether a dated value is of the past beside an undated one: some years before the report's last, or any year before it where
 * the other is told as the present one, or one of several years that the sentence tells in turn.
 */
export function isPast(
  report: Report,
  dated: Figure,
  now: number,
  ...near: (Figure | undefined)[]
): (undated: Figure) => boolean {
  const year = yearOf(dated);
  const { text } = report.manuscript;
  // 截至2017年 dates a state, not a past
  if (year === null || SINCE.test(text.slice(Math.max(0, dated.span.start - 40), dated.span.start))) return () => false;
  const inTurn = near.some(
    (other) =>
      other &&
      other.period !== null &&
      other.period !== dated.period &&
      isOneSentence(text, other.span.start < dated.span.start ? [other, dated] : [dated, other]),
  );
  return (undated) => {
    const present = NOW.test(text.slice(clauseStart(text, undated.span.start), undated.span.start));
    return year <= now - STALE || (present && (inTurn || year < now));
  };
}
