import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { comparisonsOf, levelsBefore } from './compared.ts';
import { comparedRows } from './compared-rows.ts';
import { around, clauseOf, firstOf, gapOf, isFigure, likeness, onlyFigure, passagesOf, spanOf } from './context.ts';
import type { Growth, GrowthByAmount, Operand } from './relation.ts';
import { soleLevel } from './sole-levels.ts';

const FALL = /下降|减少|降低|回落|降幅|减幅|缩小|^[少低]/;
const RATE_WORDS = /(?:增长|增加|提高|递增|增幅|下降|减少|降低).*$/;
const NOT_A_SUBJECT = /分别|比上年度?|比去年|较上年度?|较去年|同比|依次|各|其中|^.*?年/g;

/** A series with its growth series, 由a增加到b，增长c%, and b比上年增加x，增长c%. */
export function findGrowths(report: Report): (Growth | GrowthByAmount)[] {
  const found: (Growth | GrowthByAmount)[] = [];
  for (const passage of passagesOf(report)) {
    const rows = comparedRows(report, passage.rows);
    rows.forEach((row, index) => {
      if (row.role !== 'change-rate' && !/增长(?:率|比例|幅度)|[增降减]幅/.test(clauseOf(row))) return;
      const years = betweenYears(report, rows, index);
      if (years) {
        found.push(years);
        return;
      }
      const compared = comparisonsOf(report, rows, index);
      if (compared.length > 0) {
        found.push(
          ...compared.flatMap(({ level, base, result, unsure }) =>
            overYears(growth(base, level, result, row, unsure ? 'possible' : 'stated'), level, base, row),
          ),
        );
        return;
      }
      const amounts = byAmount(report, rows, index, passage.text);
      found.push(
        ...(amounts.length > 0 ? amounts : [...growthSeries(rows, index), ...sinceLastYear(report, rows, index)]),
      );
    });
  }
  return found;
}

const COMPARED = /[比较]([^，。；]*?)(?:净?增|减|提高|下降|降低|上升|回落)/;
const TWO_YEARS = /((?:19|20)\d\d)年度?(?:比|较|与)((?:19|20)\d\d)年/;

/** 2020年、2021年、2022年分别为a、b、c，2022年比2021年增长p%: the years name the members of the series. */
function betweenYears(report: Report, rows: readonly Row[], index: number): Growth | null {
  const row = rows[index] as Row;
  const rate = onlyFigure(row);
  const [, later, earlier] = TWO_YEARS.exec(gapOf(report, row)) ?? [];
  if (!rate || !later || !earlier) return null;
  const series = rows
    .slice(0, index)
    .findLast((other) => other.role === 'level' && other.periods.includes(later) && other.periods.includes(earlier));
  const of = (year: string): Figure | undefined =>
    series?.members.filter(isFigure).find((member) => member.period === year);
  const [to, from] = [of(later), of(earlier)];
  return to && from ? growth(from, to, rate, row, 'stated') : null;
}

/** 年均增长3.8% compounds over the years between the two values; without their years it can't be worked out. */
function overYears(found: Growth, level: Figure | Mask, base: Figure | Mask, row: Row): Growth[] {
  if (!/年均|年平均/.test(clauseOf(row))) return [found];
  const year = (member: Figure | Mask): number =>
    isFigure(member) ? Number(/^\d{4}/.exec(member.period ?? '')?.[0] ?? NaN) : NaN;
  const years = year(level) - year(base);
  return years > 0 ? [{ ...found, years, assertion: 'implied' }] : [];
}

/** 在校生4200人，比上年增加180人，增长4.5%: the base is what is told less what it grew by. */
function byAmount(report: Report, rows: readonly Row[], index: number, sentence: string): GrowthByAmount[] {
  const row = rows[index] as Row;
  const amounts = rows[index - 1];
  if (
    amounts?.role !== 'change' ||
    amounts.members.length !== row.members.length ||
    firstOf(amounts).unit === '个百分点'
  )
    return [];
  // 比上年增加386万元，比2016年增长7.4%: the rate is of another time
  const [since, of] = [row, amounts].map((one) => COMPARED.exec(gapOf(report, one))?.[1]);
  if (since !== undefined && of !== undefined && since !== of) return [];
  const told = levelsBefore(rows.slice(0, index - 1), amounts, row.members.length);
  const only = told.length === 0 ? onlyFigure(amounts) : null;
  const elsewhere = only && onlyFigure(row) ? soleLevel(report, only, sentence) : null;
  const levels = elsewhere ? [elsewhere] : told;
  return row.members.flatMap((rate, at): GrowthByAmount[] => {
    const level = levels[at];
    const amount = amounts.members[at];
    if (!level || !amount || !isFigure(rate)) return [];
    return [
      {
        type: 'growth-by-amount',
        assertion: elsewhere ? 'implied' : 'stated',
        level,
        amount,
        rate,
        falling: FALL.test(clauseOf(amounts)),
        span: around(level.span, amount.span, rate.span),
      },
    ];
  });
}

/** As many values as rates, or one more for the base year; of the same name, or the nearest where the rates name nothing. */
function growthSeries(rows: readonly Row[], index: number): Growth[] {
  const row = rows[index] as Row;
  const size = row.members.length;
  if (size < 2 || firstOf(row).unit !== '%' || /高于|低于/.test(clauseOf(row))) return [];
  const subject = clauseOf(row).replace(RATE_WORDS, '').replaceAll(NOT_A_SUBJECT, '').trim();
  const fits = rows.slice(0, index).filter((other) => isSeries(other, size));
  const previous = rows[index - 1];
  const nearest = fits.at(-1);
  const series =
    subject.length < 2
      ? nearest
      : (fits.findLast((other) => likeness(subject, other.label) >= 0.8) ??
        (nearest === previous && nearest && likeness(subject, nearest.label) > 0 ? nearest : undefined));
  // 由a增加到b told between a series and its rates: they are of these
  if (!series || rows.slice(rows.indexOf(series) + 1, index).some((other) => other.role === 'base')) return [];
  const shift = series.members.length - size;
  // a series told further back is only likely meant where the rates name nothing
  const assertion = series === previous || subject.length >= 2 ? 'stated' : 'implied';
  return row.members.flatMap((rate, at): Growth[] => {
    const to = series.members[at + shift];
    const from = series.members[at + shift - 1];
    return isFigure(rate) && to && from
      ? [{ ...growth(from, to, rate, row, assertion), span: around(spanOf(series), spanOf(row)) }]
      : [];
  });
}

function isSeries(row: Row, size: number): boolean {
  return (
    row.role === 'level' &&
    (row.members.length === size || row.members.length === size + 1) &&
    firstOf(row).unit !== '%'
  );
}

/** 2023年…a，比上年增长c% beside last year's value of the same name elsewhere in the text. */
function sinceLastYear(report: Report, rows: readonly Row[], index: number): Growth[] {
  const row = rows[index] as Row;
  const rate = onlyFigure(row);
  const to = rows.slice(0, index).findLast((other) => other.role === 'level');
  const level = to ? onlyFigure(to) : null;
  if (!rate || !level || level.kind === 'percent' || !/上年|去年|同比/.test(clauseOf(row))) return [];
  const from = inBracket(rows, rate, level) ?? lastYear(report, level);
  return from ? [growth(from, level, rate, row, 'implied')] : [];
}

/** 收入42.35亿元，同比增长5.9%（2022年为39.98亿元）, （上年为39.98亿元）. */
function inBracket(rows: readonly Row[], rate: Figure, level: Figure): Figure | null {
  const row = rows.find(
    (other) =>
      other.head === rate && (other.periods.length === 1 || /^(?:上一?年度?|去年)(?:同期)?/.test(clauseOf(other))),
  );
  const figure = row ? onlyFigure(row) : null;
  if (figure && row?.periods.length !== 1) return figure.unit === level.unit ? figure : null;
  return figure && figure.unit === level.unit && figure.period !== level.period ? figure : null;
}

function lastYear(report: Report, figure: Figure): Figure | null {
  if (!figure.indicator || !/^\d{4}$/.test(figure.period ?? '')) return null;
  const year = String(Number(figure.period) - 1);
  return (
    report.figures.find(
      (other) =>
        other.indicator === figure.indicator &&
        other.stage === figure.stage &&
        other.scope === figure.scope &&
        other.period === year &&
        other.role === 'level',
    ) ?? null
  );
}

function growth(from: Operand, to: Operand, rate: Figure, row: Row, assertion: Growth['assertion']): Growth {
  const spans = [from, to, rate].flatMap((operand) => operand.span ?? []);
  return {
    type: 'growth',
    assertion,
    from,
    to,
    rate,
    falling: FALL.test(clauseOf(row)),
    years: 1,
    span: around(...spans),
  };
}
