import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { compareChanges, compareClaims, findUnrenewed, type OtherReport } from '../other-reports/index.ts';
import { meet } from '../../quantities/interval.ts';
import { intervalOf } from '../operand.ts';
import { named } from '../words.ts';
import { jumpOf, outOfLine } from './jumps.ts';
import { type Telling, tellingsOf } from './tellings.ts';

/** A quantity that both reports tell, each of its own year. */
export interface ComparedFigure {
  /** `小学在校生数`. */
  readonly name: string;
  readonly stage: string | null;
  readonly scope: string | null;
  readonly old: Figure;
  readonly now: Figure;
  /** New less old, in the base unit; in points for rates. */
  readonly change: Decimal;
  /** In percent of the old value; null for rates, coefficients and scores, and where there was nothing. */
  readonly growth: Decimal | null;
  /** Why a person should look at it; empty for most. */
  readonly remarks: readonly string[];
}

/** Two reports side by side. */
export interface SideBySide {
  readonly oldYear: string | null;
  readonly newYear: string | null;
  /** In the order of the new report. */
  readonly figures: readonly ComparedFigure[];
  readonly onlyOld: readonly Figure[];
  readonly onlyNew: readonly Figure[];
  /** Contradictions and what seems not to have been renewed, as `check --against` tells them. */
  readonly findings: readonly Finding[];
}

const GROWING = new Set<Figure['kind']>(['count', 'money', 'area', 'duration', 'other']);

/**
 * Sets the named figures of two reports side by side: those of each report's own time, and those of the same span of years up to it.
 * @param report the newer one, which findings are about
 */
export function sideBySide(report: Report, earlier: OtherReport): SideBySide {
  const [now, old] = [tellingsOf(report), tellingsOf(earlier.report)];
  const oldByKey = new Map(old.tellings.flatMap((one) => (isOwnTime(one) ? [[keyOf(one), one] as const] : [])));
  const series = seriesOf([...old.tellings, ...now.tellings]);
  const seen = new Set<string>();
  const figures: ComparedFigure[] = [];
  const onlyNew: Figure[] = [];
  for (const telling of now.tellings) {
    if (!isOwnTime(telling) || seen.has(keyOf(telling))) continue;
    seen.add(keyOf(telling));
    const before = oldByKey.get(keyOf(telling));
    if (before === undefined) onlyNew.push(telling.figure);
    else figures.push(compared(before.figure, telling.figure, series.get(telling.name)));
  }
  return {
    oldYear: old.year,
    newYear: now.year,
    figures,
    onlyOld: [...oldByKey].flatMap(([key, { figure }]) => (seen.has(key) ? [] : [figure])),
    onlyNew,
    findings: [
      ...compareClaims(report, [earlier], 'earlier').findings,
      ...compareChanges(report, earlier).findings,
      ...findUnrenewed(report, earlier),
    ].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)),
  };
}

/** The report's own year, or years up to it; what it tells of earlier years the other report has as its own. */
function isOwnTime({ offset }: Telling): boolean {
  return offset === '0' || (offset?.endsWith('..0') ?? false);
}

function keyOf({ name, offset }: Telling): string {
  return `${name}|${offset}`;
}

function seriesOf(tellings: readonly Telling[]): Map<string, Map<number, Decimal>> {
  const series = new Map<string, Map<number, Decimal>>();
  for (const { name, year, figure } of tellings) {
    if (year === null) continue;
    const values = series.get(name) ?? new Map<number, Decimal>();
    series.set(name, values.set(year, figure.value));
  }
  return series;
}

/** Whether one of two figures is the other, printed to fewer places. */
function isRounded(old: Figure, now: Figure): boolean {
  const widths = [old, now].map((figure) => {
    const { low, high } = intervalOf(figure);
    return high.minus(low);
  }) as [Decimal, Decimal];
  return !widths[0].eq(widths[1]) && meet(intervalOf(old), intervalOf(now));
}

function compared(old: Figure, now: Figure, series: ReadonlyMap<number, Decimal> | undefined): ComparedFigure {
  // 17174人 and 1.72万人 may be one number: what rounding hides is no change
  const change = isRounded(old, now) ? new Decimal(0) : now.value.minus(old.value);
  const growing = GROWING.has(now.kind);
  const line = series && now.kind !== 'ratio' ? outOfLine(series, !growing) : null;
  return {
    name: named(now),
    stage: now.stage,
    scope: now.scope,
    old,
    now,
    change,
    growth: growing && !old.value.isZero() ? change.div(old.value).times(100) : null,
    remarks: [jumpOf(old, now), line].filter((remark) => remark !== null),
  };
}

/** How large a change is beside others of other units: growth in percent; points and hundredths of a coefficient stand for as much. */
export function weightOf({ growth, change, now }: ComparedFigure): Decimal {
  if (growth !== null) return growth.abs();
  return now.kind === 'coefficient' ? change.abs().times(100) : change.abs();
}
