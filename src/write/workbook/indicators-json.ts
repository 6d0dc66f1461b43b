import type { Decimal } from '../../model/decimal.ts';
import type { SchoolRow } from '../../model/dataset.ts';
import type { Assessment, LimitOutcome } from '../../standards/assessment.ts';

/** Significant digits of a computed number in JSON: more than any table prints, fewer than invite comparing the last one. */
const DIGITS = 12;

/** The result of `indicators` for other programs: an array, one object a standard; keys English, names as in the workbook. */
export function indicatorsJson(assessments: readonly Assessment[]): string {
  return `${JSON.stringify(assessments.map(assessmentJson), null, 2)}\n`;
}

function assessmentJson({ county, year, standard, stages, limits, schools }: Assessment) {
  return {
    county,
    year,
    standard: { id: standard.id, name: standard.name, number: standard.number },
    stages: stages.map(({ stage, scope, indicators, composite }) => ({
      stage,
      counted: scope.counted.length,
      excluded: scope.excluded.map(({ school, reason }) => ({ ...schoolJson(school), reason })),
      composite: number(composite),
      indicators: indicators.map(({ indicator, mean, coefficient, values, missing }) => ({
        indicator: indicator.id,
        mean: number(mean),
        coefficient: number(coefficient),
        schools: values.map(({ school, value, difference, lacking }) => ({
          ...schoolJson(school),
          value: number(value),
          difference: number(difference),
          lacking: number(lacking),
        })),
        missing: missing.map(schoolJson),
      })),
    })),
    limits: limits.map(limitJson),
    schoolRule: schools.map(({ school, met, of, missed, belowFloor, verdict, because }) => ({
      ...schoolJson(school),
      met,
      of,
      verdict,
      because,
      missed: missed.map(limitJson),
      belowFloor: belowFloor.map(({ limit }) => limit.id),
    })),
  };
}

function limitJson({ limit, school, actual, formula, verdict, because, gap }: LimitOutcome) {
  return {
    id: limit.id,
    indicator: limit.indicator,
    stage: limit.stage,
    school: school?.name ?? null,
    comparison: limit.comparison,
    limit: number(limit.value),
    actual: number(actual),
    formula,
    verdict,
    because,
    gap: number(gap),
    clause: limit.clause,
    confidence: limit.confidence,
  };
}

function schoolJson({ name, part, source }: SchoolRow) {
  return { name, part, sheet: source.sheet, row: source.row };
}

function number(value: Decimal | null): number | null {
  return value === null ? null : value.toSignificantDigits(DIGITS).toNumber();
}
