import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { around, clauseOf, firstOf, gapOf, onlyFigure, sameUnit } from './context.ts';
import { isEach } from './each.ts';
import type { Operand, Quotient } from './relation.ts';
import { isOnly } from './sole-levels.ts';

/** What can be counted one by one; 每学期, 每周 are times. */
const THING = '个|所|校|班|名|人|生|位|台|套|辆|户|片|场|间|处|门|节|次|家|栋|幢|座|件|轮|期|张|块';
const TIMES = '(?!年|学年|学期|半年|季|月|周|天|日|次要)';
const PER_THING = new RegExp(`平均每${TIMES}(?<thing>${THING})?(?<noun>[^，。；\\d]{0,16})$`);
/** 每个集团平均覆盖4所. */
const OF_EACH = new RegExp(`每${TIMES}(?<thing>${THING})(?<noun>[^，。；\\d]{0,8}?)平均[^，。；\\d]{0,8}$`);
/** 学校均有 speaks of all schools. */
const PER_HEAD = /(?<thing>(?<!学)校|[人生班户场师])均(?!衡)(?<noun>[^，。；\d]{0,8})$/;
/** 每校（点）: two kinds of things together. */
const TOGETHER = /[每均](?:所|校|个)[（(]/;
/** Words behind 校均 that name no other quantity than the one told before. */
const PLAIN =
  /^(?:规模|人数|学生数?|在校生数?|仅?有?|约|为|达到?|拥有|配备|投入|资助|补助|发放|培训|开展|举办|参加|结对)*$/;
const TOTAL = /^(?:一?共|合计|总计|共计|累计)/;
const UNITS: Readonly<Record<string, RegExp>> = {
  个: /^个$/,
  校: /^所$/,
  班: /^(?:个|班)$/,
  名: /^(?:人|名|位|人次)$/,
  人: /^(?:人|名|位|人次)$/,
  生: /^(?:人|名|位|人次)$/,
  师: /^(?:人|名|位)$/,
  位: /^(?:人|名|位)$/,
};

interface Mean {
  readonly thing: string;
  readonly noun: string;
  readonly head: boolean;
}

/** 建成站点48个，配备管理员96名，平均每个2名; 76所学校，学生4560人，校均60人: a total, what it is shared out to, and the mean. */
export function perThing(report: Report, before: readonly Row[], row: Row, behind: Row | undefined): Quotient[] | null {
  const result = onlyFigure(row);
  const mean = meanOf(clauseOf(row));
  if (!result || !mean) return null;
  // 生均 figures of the vocabulary have formulas of their own
  if ((mean.head && indicatorOf(result.indicator)) || TOGETHER.test(gapOf(report, row))) return [];
  const dividends = dividendsOf(report, before, row, behind, result);
  const divisors = divisorsOf(report, before, mean, result);
  const told = pairOf(dividends, divisors, result);
  if (told)
    return [
      quotient(told.dividend, told.divisor, result, isSure(mean, told.dividend, result) ? 'implied' : 'possible'),
    ];
  const pupils = mean.head && mean.thing === '生' ? pupilsOf(report, result) : undefined;
  const [dividend] = dividends;
  // a school has no other pupils than its own
  const sure = report.kind === 'school-report' && pupils && isOnly(report, pupils);
  return pupils && dividend ? [quotient(dividend, pupils, result, sure ? 'implied' : 'possible')] : [];
}

function meanOf(clause: string): Mean | null {
  const each = PER_THING.exec(clause) ?? OF_EACH.exec(clause);
  const match = each ?? PER_HEAD.exec(clause);
  return match ? { thing: match.groups?.['thing'] ?? '个', noun: match.groups?.['noun'] ?? '', head: !each } : null;
}

function levelOf(row: Row | undefined): Figure | null {
  const figure = row ? onlyFigure(row) : null;
  return figure && row && row.role === 'level' && !isEach(row) ? figure : null;
}

/** The totals of the result's unit in the same part of the sentence, the nearest first; 共57万元 right behind comes first of all. */
function dividendsOf(
  report: Report,
  before: readonly Row[],
  row: Row,
  behind: Row | undefined,
  result: Figure,
): Figure[] {
  const alike = (figure: Figure | null): figure is Figure =>
    figure !== null && sameUnit(figure.unit, result.unit) && figure.kind === result.kind;
  const found: Figure[] = [];
  const total = levelOf(behind);
  if (behind && alike(total) && TOTAL.test(clauseOf(behind))) found.push(total);
  for (let at = before.length - 1; at >= 0; at--) {
    if (/[；;]/.test(gapOf(report, before[at + 1] ?? row))) break;
    const figure = levelOf(before[at]);
    if (alike(figure)) found.push(figure);
  }
  return found;
}

/** What is counted one by one, the nearest first; those that the noun names before all others, parts of a list last. */
function divisorsOf(report: Report, before: readonly Row[], { thing, noun }: Mean, result: Figure): Figure[] {
  const fits = before.flatMap((row, at) => {
    const figure = levelOf(row);
    const unit = UNITS[thing] ?? new RegExp(`^${thing}$`);
    if (!figure || figure === result || figure.kind !== 'count' || !unit.test(figure.unit ?? '')) return [];
    return [{ figure, rank: rankOf(report, before, at, `${thing}${noun}`) }];
  });
  return fits
    .toReversed()
    .sort((a, b) => a.rank - b.rank)
    .map(({ figure }) => figure);
}

/** 0 where the count's own words hold the noun (每名督学: 聘任督学72人), 2 where it is one of several parts. */
function rankOf(report: Report, before: readonly Row[], at: number, noun: string): number {
  const row = before[at] as Row;
  const end = firstOf(row).span.end;
  const words = `${clauseOf(row)}${report.manuscript.text.slice(end, end + 8)}`;
  const opening = before.slice(0, at + 1).findLastIndex((other) => /其中|[，,]含|[；;]/.test(gapOf(report, other)));
  const part = opening > 0 && /其中|[，,]含/.test(gapOf(report, before[opening] as Row));
  if (part) return 2;
  return noun.length > 2 && words.includes(noun.slice(1, 3)) ? 0 : 1;
}

/** The pair that the printed mean fits; where none does, the nearest of each, as the words name them. */
function pairOf(
  dividends: readonly Figure[],
  divisors: readonly Figure[],
  result: Figure,
): { dividend: Figure; divisor: Figure } | null {
  for (const dividend of dividends) {
    for (const divisor of divisors) {
      if (dividend !== divisor && isNear(dividend, divisor, result)) return { dividend, divisor };
    }
  }
  const [dividend] = dividends;
  const divisor = divisors.find((figure) => figure !== dividend);
  return dividend && divisor ? { dividend, divisor } : null;
}

function isNear(dividend: Figure, divisor: Figure, result: Figure): boolean {
  if (divisor.value.isZero()) return false;
  const value = dividend.value.div(divisor.value);
  return value.gte(result.interval.low) && value.lte(result.interval.high);
}

/** 人均可支配收入 is no share of the money told before; 校均规模 is one of the pupils. */
function isSure({ head, noun }: Mean, dividend: Figure, result: Figure): boolean {
  return !head || PLAIN.test(noun) || (noun.length > 1 && dividend.label.includes(noun) && result.label !== '');
}

/** 生均 of a stage's own pupils where none are told in the sentence. */
function pupilsOf(report: Report, result: Figure): Figure | undefined {
  return report.figures.find(
    (figure) =>
      figure.indicator === 'pupils' &&
      figure.role === 'level' &&
      figure.stage === result.stage &&
      figure.scope === null,
  );
}

function quotient(dividend: Operand, divisor: Operand, result: Figure, assertion: Quotient['assertion']): Quotient {
  const spans = [dividend.span, divisor.span, result.span].flatMap((span) => span ?? []);
  return { type: 'quotient', assertion, dividend: [dividend], divisor, times: 1, result, span: around(...spans) };
}
