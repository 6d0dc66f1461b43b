import type { Decimal } from '../../model/decimal.ts';
import type { Figure, Stage } from '../../model/figure.ts';
import type { Report } from '../../model/report.ts';
import { nextPeriod } from '../../quantities/next-period.ts';
import { namedQuantity } from '../../read/workbook/named-quantity.ts';
import { compatible, parseUnit } from '../../read/workbook/units.ts';
import { indicatorOf } from '../../vocabulary/index.ts';

/** A named figure of a report as a row of 县级数据 for next year's. */
export interface FigureRow {
  /** As the sheet has it: the official name, or the report's own words. */
  readonly name: string;
  readonly stage: Stage | null;
  /** Of the new value; null for the new report's own year. */
  readonly period: string | null;
  readonly scope: string | null;
  readonly unit: string;
  /** The old value, in that unit. */
  readonly value: Decimal;
  readonly figure: Figure;
  /** Figures of the same name that say something else. */
  readonly differing: readonly Figure[];
  /** Follows from others: a share, or by how much something changed. */
  readonly derived: boolean;
}

/** A figure that is no row, and why. */
export interface LeftOutFigure {
  readonly figure: Figure;
  readonly reason: string;
}

/** The figures of a report as rows, each name once, in reading order. */
export interface FigureRows {
  readonly rows: readonly FigureRow[];
  readonly leftOut: readonly LeftOutFigure[];
}

const derivedRoles = new Set<Figure['role']>(['share', 'change', 'change-rate']);

/**
 * Turns the figures of last year's report into rows for this year's values. What the sheet could not say so that it reads back
 * as the same quantity is left out with its reason.
 *
 * @param reportYear the year that the report is about; null where nobody knows
 */
export function figureRows(report: Report, reportYear: number | null): FigureRows {
  const rows = new Map<string, FigureRow & { differing: Figure[] }>();
  const leftOut: LeftOutFigure[] = [];
  for (const figure of report.figures) {
    const row = rowOf(figure, reportYear);
    if (typeof row === 'string') {
      leftOut.push({ figure, reason: row });
      continue;
    }
    // A row without year is of the new report's year: both would be the same quantity.
    const own = row.period ?? (reportYear === null ? null : String(reportYear + 1));
    const key = [figure.indicator, row.stage, own, row.scope].join('|');
    const earlier = rows.get(key);
    if (earlier === undefined) rows.set(key, { ...row, differing: [] });
    else if (!earlier.figure.value.eq(figure.value)) earlier.differing.push(figure);
  }
  return { rows: [...rows.values()], leftOut };
}

function rowOf(figure: Figure, reportYear: number | null): Omit<FigureRow, 'differing'> | string {
  const { indicator: id, stage, scope, role, period } = figure;
  if (id === null) return '没有认出是什么数';
  if (figure.valueMax !== null) return '是一个范围，不是一个数';
  if (role === 'limit') return '是标准或要求，不是本县的数';
  if (role === 'base') return '是用来比较的基数，多为上一年的数';
  if (period !== null && !isReadable(period)) return `时间“${period}”不是一个年份`;
  const known = indicatorOf(id);
  const name = known?.name ?? id.replace(/^text:/u, '');
  const read = namedQuantity(name);
  if (read.id !== id || read.stage !== null || isTotal(name)) return `“${name}”作为指标名称会被认作别的数`;
  const unit = unitOf(figure);
  if (unit === null) return `“${name}”的单位应为${known?.unit}，文中是“${figure.unit}”`;
  if (known?.kind === 'count' && known.places === 0 && !figure.value.isInteger()) return `“${name}”应为整数`;
  if (figure.value.isNegative()) return '是负数';
  return {
    name,
    stage,
    period: nextPeriod(period, reportYear),
    scope,
    unit: unit.name,
    value: figure.value.div(unit.factor),
    figure,
    derived: derivedRoles.has(role),
  };
}

/** The unit with the multiplier that the report prints (万元), or the base unit; null where the vocabulary asks for another. */
function unitOf(figure: Figure): { readonly name: string; readonly factor: Decimal | number } | null {
  const known = indicatorOf(figure.indicator);
  const base = figure.unit ?? known?.unit ?? '';
  if (known?.unit !== undefined && known.unit !== null && !compatible(base, known.unit)) return null;
  const multiplier = /^[\d.,]+((?:千|百)?[万亿]+)/u.exec(figure.text.normalize('NFKC'))?.[1] ?? '';
  const parsed = multiplier === '' ? null : parseUnit(multiplier + base);
  return parsed === null ? { name: base, factor: 1 } : { name: multiplier + base, factor: parsed.factor };
}

/** A plain year or a school year: what the column 年份 takes. */
function isReadable(period: string): boolean {
  const [, from, until] = /^((?:19|20)\d\d)(?:-(\d{4})学年|学年)?$/u.exec(period) ?? [];
  return from !== undefined && (until === undefined || Number(until) === Number(from) + 1);
}

/** The reader takes a row of such a name for a total line and skips it. */
function isTotal(name: string): boolean {
  return /^(?:全[县市区]|小学|初中|本页)?(?:合计|总计|小计|共计)(?:数)?$/u.test(name);
}
