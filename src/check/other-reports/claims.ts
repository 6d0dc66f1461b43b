import type { Figure } from '../../model/figure.ts';
import type { Finding, JudgedRelation } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { stateClaims } from '../../relations/index.ts';
import { agrees, holdAgainst, type ToldValue } from '../claims/told-value.ts';
import { commonScale, intervalOf, show } from '../operand.ts';
import { named } from '../words.ts';
import {
  type Between,
  type Compared,
  type OtherReport,
  placeIn,
  relationBetween,
  sameSubject,
} from './other-report.ts';
import { EARLIER_CONFLICT, SUBMISSION_CONFLICT } from './rules.ts';

/** What the other report is to the one in hand. */
export type Standing = 'submission' | 'earlier';

interface Told {
  readonly figure: Figure;
  readonly other: OtherReport;
}

/**
 * Holds each quantity of a report against the same one in others: same indicator, stage, scope and period. It agrees where one
 * of the tellings there agrees; figures without a year are the reports' own time, which may differ, so that is a question and
 * no error.
 * @param standing `earlier`: only figures with a year are compared, since the reports' own years differ
 */
export function compareClaims(report: Report, others: readonly OtherReport[], standing: Standing): Compared {
  const told = new Map<string, Told[]>();
  for (const other of others.filter((one) => sameSubject(report, one.report))) {
    for (const { key, figure } of stateClaims(other.report)) {
      const full = `${key}|${figure.period ?? ''}`;
      const known = told.get(full);
      if (known) known.push({ figure, other });
      else told.set(full, [{ figure, other }]);
    }
  }
  const relations: JudgedRelation[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { key, figure } of stateClaims(report)) {
    const full = `${key}|${figure.period ?? ''}`;
    const there = (told.get(full) ?? []).filter((one) => one.figure.unit === figure.unit);
    const [first] = there;
    // once a quantity: where the report contradicts itself, that is told of it alone
    if (first === undefined || seen.has(full) || (standing === 'earlier' && figure.period === null)) continue;
    seen.add(full);
    const open = standing === 'earlier' || figure.period === null ? OPEN[standing] : null;
    const values = there.map(toldValue);
    const outcome = holdAgainst(figure, values, open);
    if (outcome === null) continue;
    const between = betweenOf(figure, there[values.indexOf(outcome.told)] ?? first);
    relations.push(relationBetween(between, outcome.verdict, outcome.because));
    if (outcome.verdict !== 'holds') findings.push(findingOf(between, standing, outcome.verdict === 'review'));
  }
  return { relations, findings };
}

const OPEN: Readonly<Record<Standing, string>> = {
  submission: '两份材料的统计时间可能不同',
  earlier: '去年的报告可能有误，或数据后来有修订',
};

function toldValue({ figure, other }: Told): ToldValue {
  return { value: figure.value, interval: intervalOf(figure), place: placeIn(other, figure), because: null };
}

function betweenOf(figure: Figure, { figure: there, other }: Told): Between {
  const unit = commonScale([figure, there]);
  const sign = agrees(figure, toldValue({ figure: there, other })) ? '=' : '≠';
  return {
    figure,
    other: placeIn(other, there),
    check: `${show(figure.value, unit)}${sign}${show(there.value, unit)}`,
    stated: figure.value,
    computed: there.value,
  };
}

function findingOf({ figure, other, check, stated, computed }: Between, standing: Standing, open: boolean): Finding {
  const when = figure.period === null ? '' : `${/\d$/.test(figure.period) ? `${figure.period}年` : figure.period}的`;
  const where = `《${other.file}》第${other.line}行`;
  return {
    rule: standing === 'earlier' ? EARLIER_CONFLICT.id : SUBMISSION_CONFLICT.id,
    type: 'equal',
    severity: open ? 'warning' : 'error',
    message: `${when}“${named(figure)}”此处为${figure.text}，${where}为${other.text}，两份材料不一致${open ? `（${OPEN[standing]}）` : ''}，请核对。`,
    evidence: check,
    stated,
    computed,
    suggestion: null,
    figures: [figure.id],
    spans: [figure.span],
    elsewhere: [other],
  };
}
