import type { Report } from '../model/report.ts';

const DIGITS = '〇一二三四五六七八九';
const ARABIC = /^[（(]?\s*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?\s*[）)]?$/u;
const CHINESE =
  /^[（(]?((?:一九|二[〇○零OО0])[〇○零OО0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?[）)]?$/u;
/** A year that is aimed at dates no data. */
const AHEAD = /(?:到|至|力争|目标|规划|计划|争取|预计)[^，。；\n]{0,10}$/u;
/** Pages behind the signature (lists, tables) are longer than this only where there are appendices; then the head's date serves. */
const ENDS = 12;

/**
 * The day a report speaks of, `YYYY-MM-DD`: the date under its signature or its title (成文日期), else the end of the year in
 * its title, else the end of the latest year that it dates a figure by; null where none is told.
 */
export function reportDate(report: Report): string | null {
  const { text, paragraphs } = report.manuscript;
  const lines = paragraphs.map(({ span }) => text.slice(span.start, span.end).trim()).filter((line) => line !== '');
  const signed = [...lines.slice(-ENDS).toReversed(), ...lines.slice(0, ENDS)]
    .map(dateOf)
    .find((date) => date !== null);
  if (signed !== undefined) return signed;
  const year = /(?:19|20)\d{2}(?=[年—-])/u.exec(report.title ?? '')?.[0] ?? latestYear(report);
  return year === null ? null : `${year}-12-31`;
}

/** The day that a line states and nothing else; the last day of the month where it names no day. */
function dateOf(line: string): string | null {
  const arabic = ARABIC.exec(line);
  const chinese = arabic === null ? CHINESE.exec(line.replaceAll(' ', '')) : null;
  const [, year, month, day] = arabic ?? chinese ?? [];
  if (year === undefined || month === undefined) return null;
  if (arabic) return dayText(year, Number(month), day === undefined ? null : Number(day));
  return dayText(
    [...year.replaceAll(/[○零OО0]/gu, '〇')].map((digit) => DIGITS.indexOf(digit)).join(''),
    numeral(month),
    day === undefined ? null : numeral(day),
  );
}

function dayText(year: string, month: number, day: number | null): string | null {
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null;
  return [year, String(month).padStart(2, '0'), String(day ?? 31).padStart(2, '0')].join('-');
}

/** 二十一 → 21. */
function numeral(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text];
  const units = ones === '' || ones === undefined ? 0 : DIGITS.indexOf(ones);
  return tens === null ? units : (tens === '' || tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + units;
}

function latestYear(report: Report): string | null {
  const { text } = report.manuscript;
  const years = report.figures.flatMap((figure) => {
    const year = lastYearOf(figure.period);
    const before = text.slice(Math.max(0, figure.span.start - 40), figure.span.start);
    const at = year === null ? -1 : before.lastIndexOf(year);
    return year === null || (at >= 0 && AHEAD.test(before.slice(0, at))) ? [] : [year];
  });
  return years.length === 0 ? null : years.reduce((a, b) => (a > b ? a : b));
}

/** The year in which a period ends: 2016-2017学年 → 2017; null where it names none. */
export function lastYearOf(period: string | null): string | null {
  return /(?:19|20)\d{2}/gu.test(period ?? '') ? ((period ?? '').match(/(?:19|20)\d{2}/gu)?.at(-1) ?? null) : null;
}
