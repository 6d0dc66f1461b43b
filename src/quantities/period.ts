/** A year, a span or a list of years in the text: never a figure, but what dates the figures around it. */
export interface Period {
  readonly end: number;
  /** As a figure's `year` says it, one a member of a list; empty where the years are masked or the date has none. */
  readonly labels: readonly string[];
  /** One name for the whole: `2015-2018`, `2014-2017学年`; null where it has none. */
  readonly whole: string | null;
  /** 截至: what is dated is the state up to then. */
  readonly asOf: boolean;
}

const YEAR = '(?:19|20)\\d\\d';
const DASH = '\\s?(?:[-－—–~～─]{1,2}|至|到)\\s?';
const SINCE = '(?:以来|以后|之后)';

const SCHOOL_YEARS = new RegExp(`${YEAR}${DASH}${YEAR}(?:(?:学年度?)?[、和及与，,]${YEAR}${DASH}${YEAR})*学年度?`, 'y');
const SPAN = new RegExp(`(${YEAR})年?度?起?${DASH}(${YEAR})(年?)度?`, 'y');
const DATE = new RegExp(`(${YEAR})(?:年\\d{1,2}月(?:份|底|初|末|\\d{1,2}日)?|[-./]\\d{1,2}[-./]\\d{1,2})`, 'y');
const LIST = new RegExp(`(${YEAR})(?:年度?)?(?:[、和及与]\\s?(${YEAR})(?:年度?)?)+(?:[两二三四五]年)?`, 'y');
const SINGLE = new RegExp(`(${YEAR})(?:年[底末初]?|(?=届|级|学年|[春秋]季|度))`, 'y');
const SHORT = /(?:0\d|9\d)年/y;
const MASKED = /(?:20|19)?(?:[xX×]{1,4}|\*{2,}|_{1,4}|□{1,2})年/y;
const MONTH_DAY = /(?:1[0-2]|[1-9])月(?:份|底|初|末|[上中下]旬|\d{1,2}日)?|[12]?\d日(?![均常])/y;
const CLOCK = /(?!1[:：])(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d.])/y;
const BARE = new RegExp(`${YEAR}(?![\\d.,%％])`, 'y');
const CHINESE_YEAR = /[一二][九〇○零][〇○零一二三四五六七八九]{2}年/y;
const CHINESE_DIGITS = '零〇三四五六七八九十两百千';
const EACH = new RegExp(YEAR, 'g');
const SINCE_AT = new RegExp(SINCE, 'y');

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/**
 * The period that starts at an offset of a text whose digits are half-width; null where the characters there date nothing.
 * `before` is the character in front, which tells a bare year (截至2017) from a count (初中1957).
 */
export function periodAt(text: string, offset: number): Period | null {
  // Most numbers are no years: their first two characters say so before any pattern is tried.
  const first = text[offset] ?? '';
  const next = text[offset + 1];
  if ('一二'.includes(first)) return chineseYearAt(text, offset);
  if (CHINESE_DIGITS.includes(first)) return null;
  const yearly = (first === '1' && next === '9') || (first === '2' && next === '0');
  const plain = (match: RegExpExecArray, labels: readonly string[], whole: string | null): Period => ({
    end: match.index + match[0].length,
    labels,
    whole,
    asOf: isAsOf(text, offset),
  });
  const school = yearly ? at(SCHOOL_YEARS, text, offset) : null;
  if (school) {
    const years = school[0].match(EACH) ?? [];
    const labels: string[] = [];
    for (let index = 0; index + 1 < years.length; index += 2) labels.push(`${years[index]}-${years[index + 1]}学年`);
    return plain(school, labels, `${years[0]}-${years.at(-1)}学年`);
  }
  const date = yearly ? at(DATE, text, offset) : null;
  if (date) return withSince(text, plain(date, [date[1] ?? ''], date[1] ?? null));
  const span = yearly ? at(SPAN, text, offset) : null;
  if (span && (span[3] !== '' || !/[\d.%％万亿]/.test(text[offset + span[0].length] ?? ''))) {
    const [, first = '', last = ''] = span;
    const labels: string[] = [];
    for (let year = Number(first); year <= Number(last) && labels.length < 30; year++) labels.push(String(year));
    if (labels.length > 0) return plain(span, labels, `${first}-${last}`);
  }
  const list = yearly ? at(LIST, text, offset) : null;
  if (list && /年/.test(list[0])) {
    const years = list[0].match(EACH) ?? [];
    return plain(list, years, `${years[0]}-${years.at(-1)}`);
  }
  const single = yearly ? at(SINGLE, text, offset) : null;
  if (single) return withSince(text, plain(single, [single[1] ?? ''], single[1] ?? null));
  const other = at(MASKED, text, offset) ?? at(SHORT, text, offset);
  if (other) return plain(other, [], null);
  const day = at(MONTH_DAY, text, offset);
  if (day && !/[\d.]/.test(text[offset - 1] ?? '')) return plain(day, [], null);
  const clock = at(CLOCK, text, offset);
  if (clock && !/比/.test(text.slice(Math.max(0, offset - 24), offset))) return plain(clock, [], null);
  const bare = yearly ? at(BARE, text, offset) : null;
  if (
    bare &&
    !/[\p{Script=Han}）)]/u.test(text[offset - 1] ?? '') &&
    !/[\p{Script=Han}]/u.test(text[offset + 4] ?? '')
  ) {
    return plain(bare, [bare[0]], bare[0]);
  }
  if (
    bare &&
    /[至止从自由于在到是]/.test(text[offset - 1] ?? '') &&
    !/[\p{Script=Han}]/u.test(text[offset + 4] ?? '')
  ) {
    return plain(bare, [bare[0]], bare[0]);
  }
  return null;
}

/** 二〇一六年 dates what stands around it; which year it is nobody asks. */
function chineseYearAt(text: string, offset: number): Period | null {
  const match = at(CHINESE_YEAR, text, offset);
  return match && { end: offset + match[0].length, labels: [], whole: null, asOf: isAsOf(text, offset) };
}

function isAsOf(text: string, offset: number): boolean {
  return /截[至止]/.test(text.slice(Math.max(0, offset - 3), offset));
}

/** “2016年以来” keeps its word, since it names another period than 2016. */
function withSince(text: string, period: Period): Period {
  const match = at(SINCE_AT, text, period.end);
  if (!match || !period.whole) return period;
  const label = `${period.whole}年${match[0]}`;
  return { ...period, end: period.end + match[0].length, labels: [label], whole: label };
}
