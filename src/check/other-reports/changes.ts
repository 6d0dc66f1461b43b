import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import type { Finding, JudgedRelation } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { Row } from '../../model/report.ts';
import { add, exactly, meet, multiply, scale, subtract } from '../../quantities/interval.ts';
import { passagesOf, stateClaims } from '../../relations/index.ts';
import { commonScale, scaleOf, show } from '../operand.ts';
import { inUnitOf, named } from '../words.ts';
import { type Compared, type OtherReport, placeIn, relationBetween, sameSubject } from './other-report.ts';
import { EARLIER_BASE } from './rules.ts';

const SINCE_LAST_YEAR = /(?:比|较)(?:上|去)(?:一)?(?:学)?年|同比/;
const FALLING = /减少|下降|降低|减|降/;
const HUNDRED = new Decimal(100);

/**
 * 在校生4200人，比上年增加180人: last year's report must have told 4020. Each change against last year is worked out from the
 * value that last year's report tells of the same quantity.
 */
export function compareChanges(report: Report, earlier: OtherReport): Compared {
  const relations: JudgedRelation[] = [];
  const findings: Finding[] = [];
  if (!sameSubject(report, earlier.report)) return { relations, findings };
  const lastYear = new Map<string, Figure>();
  for (const { key, figure } of stateClaims(earlier.report)) {
    if (figure.period === null && !lastYear.has(key)) lastYear.set(key, figure);
  }
  const keys = new Map(stateClaims(report).map(({ key, figure }) => [figure.id, key]));
  for (const { rows } of passagesOf(report)) {
    for (const { level, change } of changesIn(rows)) {
      const base = lastYear.get(keys.get(level.id) ?? '');
      if (base === undefined || base.unit !== level.unit) continue;
      const { value, interval, left } = resultOf(base, change, level);
      const holds = meet(interval, level.interval);
      const other = placeIn(earlier, base);
      const unit = commonScale([level, base]);
      const sign = value.eq(level.value) ? '=' : `=${show(value, unit)}${holds ? '≈' : '≠'}`;
      const between = {
        figure: level,
        other,
        check: `${left}${sign}${show(level.value, unit)}`,
        stated: level.value,
        computed: value,
      };
      const because = holds ? null : '去年的报告可能有误，或数据后来有修订';
      relations.push(relationBetween(between, holds ? 'holds' : 'review', because));
      if (holds) continue;
      findings.push({
        rule: EARLIER_BASE.id,
        type: 'growth',
        severity: 'warning',
        message: `“${named(level)}”此处为${level.text}，比上年${change.text}；而《${other.file}》第${other.line}行为${base.text}，据此推算应为${inUnitOf(value, level)}，请核对。`,
        evidence: between.check,
        stated: level.value,
        computed: value,
        suggestion: null,
        figures: [level.id, change.figure.id],
        spans: [change.figure.span, level.span],
        elsewhere: [other],
      });
    }
  }
  return { relations, findings };
}

interface Change {
  readonly figure: Figure;
  readonly falling: boolean;
  readonly rate: boolean;
  /** 增加180人. */
  readonly text: string;
}

function changesIn(rows: readonly Row[]): { level: Figure; change: Change }[] {
  return rows.flatMap((row, index) => {
    const [figure] = row.members;
    const before = rows[index - 1];
    const level = before?.members[0];
    if (!figure || !('id' in figure) || row.members.length > 1) return [];
    if (!level || !('id' in level) || before.members.length > 1 || before.role !== 'level') return [];
    const words = row.clauses.at(-1) ?? '';
    if ((row.role !== 'change' && row.role !== 'change-rate') || !SINCE_LAST_YEAR.test(words)) return [];
    // 小学a人、初中b人，在校生总数比上年下降c%: no change of the stage told last
    if (words.includes('总') && level.stage !== null) return [];
    const rate = row.role === 'change-rate';
    // 提高1.2个百分点 changes a rate by an amount; a rate in percent of a rate is nobody's meaning
    if (rate ? level.unit === '%' : figure.unit !== level.unit && figure.unit !== '个百分点') return [];
    const falling = FALLING.test(words);
    const verb = `${falling ? '减少' : '增加'}${rate ? '了' : ''}`;
    return [{ level, change: { figure, falling, rate, text: `${verb}${figure.text}` } }];
  });
}

function resultOf(base: Figure, { figure, falling, rate }: Change, level: Figure) {
  const sign = falling ? -1 : 1;
  const unit = commonScale([level, base]);
  const symbol = falling ? '-' : '+';
  if (!rate) {
    const interval = falling ? subtract(base.interval, figure.interval) : add(base.interval, figure.interval);
    const value = base.value.plus(figure.value.times(sign));
    return { value, interval, left: `${show(base.value, unit)}${symbol}${show(figure.value, unit)}` };
  }
  const factor = add(exactly(new Decimal(1)), scale(figure.interval, sign / 100));
  const value = base.value.times(figure.value.times(sign).div(HUNDRED).plus(1));
  return {
    value: value.toDecimalPlaces(Math.max(2, level.value.div(scaleOf(level)).decimalPlaces())),
    interval: multiply(base.interval, factor),
    left: `${show(base.value, unit)}×(1${symbol}${show(figure.value)}%)`,
  };
}
