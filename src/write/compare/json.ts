import type { OtherReport } from '../../check/other-reports/index.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { lineOf } from '../places.ts';
import { type ComparedReports, sectionOf } from './rows.ts';

/** The comparison for programs: numbers in base units, lines of the text form. */
export function comparisonJson(compared: ComparedReports): string {
  const { old, now, oldYear, newYear, figures, onlyOld, onlyNew, findings } = compared;
  const plain = {
    old: { file: old.file, title: old.report.title, year: oldYear },
    new: { file: now.file, title: now.report.title, year: newYear },
    figures: figures.map((one) => ({
      name: one.name,
      indicator: one.now.indicator,
      stage: one.stage,
      scope: one.scope,
      section: sectionOf(now.report, one.now),
      old: sideOf(one.old, old),
      new: sideOf(one.now, now),
      change: one.change.toNumber(),
      growth: one.growth === null ? null : rounded(one.growth),
      remarks: one.remarks,
    })),
    onlyOld: onlyOld.map((figure) => sideOf(figure, old)),
    onlyNew: onlyNew.map((figure) => sideOf(figure, now)),
    findings: findings.map(({ rule, type, severity, message, evidence, figures: ids, spans, elsewhere }) => ({
      rule,
      type,
      severity,
      message,
      evidence,
      figures: ids,
      lines: spans.map(({ start }) => lineOf(now.report, start)),
      elsewhere: elsewhere ?? [],
    })),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function sideOf(figure: Figure, { report }: OtherReport): object {
  const { id, text, value, unit, label, stage, period } = figure;
  const line = lineOf(report, figure.span.start);
  return { id, text, value: value.toNumber(), unit, label, stage, period, line };
}

function rounded(value: Decimal): number {
  return value.toDecimalPlaces(4).toNumber();
}
