import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import {
  around,
  clauseOf,
  firstOf,
  gapOf,
  isFigure,
  likeness,
  onlyFigure,
  passagesOf,
  sameUnit,
  spanOf,
} from './context.ts';
import type { Growth } from './relation.ts';

const RATE = /(?:增长|增加|提高|递增|增幅)(?:率|比例|幅度|速度)?/;
const SINGLE_RATE =
  /(?:比上年|比去年|同比|较上年|较去年|年均|上年|分别)?(增长|增加|提高|上升|下降|减少|降低)了?(?:约|近|率为|幅度为|比例为|为|达到?|到)?\s*$/;
const FROM = /(?:由|从|自)[^，。；]*$/;
const TO = /(?:增加|提高|上升|提升|扩大|增长|增|下降|减少|降低|降|变|达)(?:到|至|为)|达到?/;

/** A series with its growth series, and 由a增加到b，增长c%, and a figure with last year's of the same name. */
export function findGrowths(report: Report): Growth[] {
  const found: Growth[] = [];
  for (const { rows } of passagesOf(report)) {
    rows.forEach((_, index) => {
      found.push(...growthSeries(rows, index), ...singleGrowth(report, rows, index));
    });
  }
  return found;
}

function growthSeries(rows: readonly Row[], index: number): Growth[] {
  const row = rows[index] as Row;
  const size = row.members.length;
  if (size < 2 || firstOf(row).unit !== '%' || !RATE.test(clauseOf(row)) || /高于|低于/.test(clauseOf(row))) return [];
  const previous = rows[index - 1];
  const subject = clauseOf(row)
    .replace(/(?:增长|增加|提高|递增|增幅).*$/, '')
    .replace(/^.*?年/, '');
  const series =
    previous && fits(previous, size) && (subject === '' || likeness(subject, previous.label) > 0)
      ? previous
      : rows
          .slice(0, index)
          .findLast((other) => fits(other, size) && subject.length > 2 && likeness(subject, other.label) >= 0.8);
  if (!series) return [];
  const shift = series.members.length - size;
  return row.members.flatMap((rate, at): Growth[] => {
    const to = series.members[at + shift];
    const from = series.members[at + shift - 1];
    if (!isFigure(rate) || !to || !from) return [];
    return [
      {
        type: 'growth',
        assertion: 'stated',
        from,
        to,
        rate,
        falling: false,
        span: around(spanOf(series), spanOf(row)),
      },
    ];
  });
}

/** As many values as rates, or one more for the base year. */
function fits(row: Row, size: number): boolean {
  return (row.members.length === size || row.members.length === size + 1) && firstOf(row).unit !== '%';
}

function singleGrowth(report: Report, rows: readonly Row[], index: number): Growth[] {
  const row = rows[index] as Row;
  const rate = onlyFigure(row);
  if (rate?.unit !== '%') return [];
  const match = SINGLE_RATE.exec(clauseOf(row));
  if (!match || /年均|百分点/.test(match[0])) return [];
  const to = index > 0 ? onlyFigure(rows[index - 1] as Row) : null;
  if (!to || to.kind === 'percent' || !/^[，,（(\s]/.test(gapOf(report, row))) return [];
  const falling = /下降|减少|降低/.test(match[1] ?? '');
  const before = rows[index - 2];
  const from = before ? onlyFigure(before) : null;
  if (
    before &&
    from &&
    FROM.test(clauseOf(before)) &&
    TO.test(clauseOf(rows[index - 1] as Row)) &&
    sameUnit(from.unit, to.unit)
  ) {
    return [
      { type: 'growth', assertion: 'stated', from, to, rate, falling, span: around(from.span, to.span, rate.span) },
    ];
  }
  const base = /上年|去年|同比/.test(match[0]) ? lastYear(report, to) : null;
  return base
    ? [{ type: 'growth', assertion: 'implied', from: base, to, rate, falling, span: around(to.span, rate.span) }]
    : [];
}

/** The figure of the same name that the text gives for the year before. */
function lastYear(report: Report, figure: Figure): Figure | null {
  if (!figure.indicator || !/^\d{4}$/.test(figure.period ?? '')) return null;
  const year = String(Number(figure.period) - 1);
  return (
    report.figures.find(
      (other) =>
        other.indicator === figure.indicator &&
        other.stage === figure.stage &&
        other.scope === figure.scope &&
        other.period === year,
    ) ?? null
  );
}
