import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';
import { lex } from '../../quantities/lexer.ts';
import type { PeriodToken } from '../../quantities/token.ts';
import type { OldQuantities, OldQuantity } from './quantities.ts';

/** A year or a span of years in the text. */
export interface YearMark {
  readonly span: Span;
  /** The quantities' figures that it dates, by figure id. */
  readonly dates: readonly { readonly id: string; readonly quantity: OldQuantity }[];
  /** Why it is left to a person, where it does not move although it names the report's own year (Chinese); null elsewhere. */
  readonly doubt: string | null;
  /** Whether it moves where it dates no figure: the report's own year, in a title, as 截至, as 2023年以来…. */
  readonly own: boolean;
}

/** What happened on a day happened then. */
const EVENT_BEHIND =
  /^[^。；\n]{0,24}?(?:印发|出台|颁布|发布|下发|通过|召开|成立|荣获|获评|获得|被评|被授予|被确定|被列为|启动|揭牌|挂牌|开工|竣工|投入使用|接受|迎接|命名|认定)/u;
/** 清政发〔2023〕6号, 《…（2021—2025年）》 */
const IN_TITLE_OPEN = '《〔［[';
const IN_TITLE_CLOSE = '》〕］]';
const ROLLING = 5;

/** The years of a text that could move on, each with the figures that it dates. */
export function yearMarks(report: Report, quantities: OldQuantities): YearMark[] {
  const { text } = report.manuscript;
  const tokens = lex(text).filter((token): token is PeriodToken => token.type === 'period' && token.labels.length > 0);
  const dated = withLinked(text, tokens, datedBy(report, tokens, quantities));
  return tokens.flatMap((token): YearMark[] => {
    const span = { start: token.start, end: token.end };
    if (isInTitle(text, token.start)) return [];
    const dates = dated.get(token) ?? [];
    const { own, doubt } = ownYear(text, token, quantities.reportYear);
    return dates.length > 0 || own || doubt !== null ? [{ span, dates, own, doubt }] : [];
  });
}

function ownYear(
  text: string,
  token: PeriodToken,
  reportYear: number | null,
): { readonly own: boolean; readonly doubt: string | null } {
  const none = { own: false, doubt: null };
  const years = (text.slice(token.start, token.end).match(/\d{4}/gu) ?? []).map(Number);
  const [first = 0] = years;
  const last = years.at(-1) ?? 0;
  if (reportYear === null || (last !== reportYear && !(years.length === 2 && first === reportYear))) return none;
  const printed = text.slice(token.start, token.end);
  const behind = text.slice(token.end, token.end + 40);
  if (years.length > 1 && first <= reportYear - ROLLING) {
    return { own: false, doubt: `“${printed}”到去年为止，起止年份请核对` };
  }
  if (/以来|以后|之后/u.test(printed))
    return { own: false, doubt: `“${printed}”可能是某件事开始的时间，没有改，请核对` };
  const day = /\d月|\d日|[-./]\d{1,2}[-./]/u.test(printed) || /^\s?\d{1,2}月/u.test(behind);
  if (day && !token.asOf) return { own: false, doubt: `“${printed}”是去年的日期，没有改，请核对` };
  if (EVENT_BEHIND.test(behind)) return { own: false, doubt: `“${printed}”说的像是去年的一件事，没有改，请核对` };
  return { own: true, doubt: null };
}

/** 2023年比2022年增长: what moves the one moves the other. */
const LINK = /^[年度底末]{0,2}(?:相?[比较]|[与和同]|到|至)$/u;

function withLinked(
  text: string,
  tokens: readonly PeriodToken[],
  dated: ReadonlyMap<PeriodToken, readonly Dated[]>,
): ReadonlyMap<PeriodToken, readonly Dated[]> {
  const all = new Map(dated);
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined || !LINK.test(text.slice(token.end, next.start))) continue;
    const [one, other] = [all.get(token), all.get(next)];
    if (one === undefined && other !== undefined) all.set(token, other);
    if (one !== undefined && other === undefined) all.set(next, one);
  }
  return all;
}

type Dated = { readonly id: string; readonly quantity: OldQuantity };

/** Which figures each period dates: the nearest before it that says the figure's period, in its sentence first. */
function datedBy(
  report: Report,
  tokens: readonly PeriodToken[],
  { all }: OldQuantities,
): ReadonlyMap<PeriodToken, readonly Dated[]> {
  const found = new Map<PeriodToken, Dated[]>();
  const tables = new Map(report.manuscript.paragraphs.map(({ span, cell }) => [span.start, cell?.table ?? null]));
  const tableAt = (offset: number): number | null => {
    const paragraph = report.manuscript.paragraphs.find(({ span }) => span.start <= offset && offset <= span.end);
    return paragraph === undefined ? null : (tables.get(paragraph.span.start) ?? null);
  };
  for (const quantity of all) {
    for (const figure of quantity.figures) {
      if (figure.period === null) continue;
      const { period, span } = figure;
      const says = tokens.filter(({ labels, whole }) => labels.includes(period) || whole === period);
      const table = tableAt(span.start);
      // in a table the heads of its rows and columns, all of them that say it
      const heads = table === null ? [] : says.filter((token) => tableAt(token.start) === table);
      const before = says.findLast((token) => token.end <= span.start);
      const behind = says.find((token) => token.start >= span.end);
      const dating = heads.length > 0 ? heads : [before ?? behind].flatMap((token) => token ?? []);
      for (const token of dating) {
        const known = found.get(token);
        if (known) known.push({ id: figure.id, quantity });
        else found.set(token, [{ id: figure.id, quantity }]);
      }
    }
  }
  return found;
}

function isInTitle(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= Math.max(0, offset - 60); at -= 1) {
    const character = text.charAt(at);
    if (character === '\n' || IN_TITLE_CLOSE.includes(character)) return false;
    if (IN_TITLE_OPEN.includes(character)) return true;
  }
  return false;
}

/** Each four-digit year of a text moved on. */
export function movedYears(printed: string, by: number): string {
  return printed.replaceAll(/(?:19|20)\d\d/gu, (year) => String(Number(year) + by));
}

/** Where the four-digit years stand in a text, from its beginning; full-width ones are told as well. */
export function yearSpans(printed: string, from: number): Span[] {
  const half = printed.replaceAll(/[０-９]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
  return [...half.matchAll(/(?:19|20)\d\d/gu)].map(({ index }) => ({ start: from + index, end: from + index + 4 }));
}
