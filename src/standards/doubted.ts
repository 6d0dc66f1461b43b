import type { Decimal } from '../model/decimal.ts';
import type { LimitOutcome } from './assessment.ts';
import type { GateAssessment } from './gate.ts';
import { outcome } from './limit-outcome.ts';
import type { WorkAssessment } from './work.ts';

/**
 * A limit of the county whose figure the workbook states and the program works out as well: where the two differ, both are told, and
 * where they lead to different verdicts there is none, since one of the two is wrong and the program cannot tell which. Where
 * nothing is stated, what was worked out stands in.
 */
export function doubted(told: LimitOutcome, gate: GateAssessment | null, work: WorkAssessment | null): LimitOutcome {
  const { limit, actual } = told;
  const own = limit.indicator === 'standard-attainment-rate' ? ofGate(told, gate) : ofWork(told, work);
  if (own === null) return told;
  if (actual === null) return outcome(limit, null, own.value, own.formula);
  if (actual.eq(own.value)) return told;
  const other = outcome(limit, null, own.value, own.formula);
  const stated =
    told.formula === null
      ? actual.toDecimalPlaces(2).toString()
      : `${told.formula}=${actual.toDecimalPlaces(2).toString()}`;
  const because = `${own.stated}${stated}${limit.unit ?? ''}，${own.computed}${own.formula}=${own.value.toDecimalPlaces(2).toString()}${limit.unit ?? ''}，两者不一致，请核对`;
  const verdict = other.verdict === told.verdict ? told.verdict : 'review';
  return { ...told, verdict, because, doubt: because };
}

interface Own {
  readonly value: Decimal;
  readonly formula: string;
  readonly stated: string;
  readonly computed: string;
}

function ofGate({ limit }: LimitOutcome, gate: GateAssessment | null): Own | null {
  const stage = gate?.stages.find((one) => one.stage === limit.stage);
  if (stage === undefined || stage.rate === null) return null;
  const reached = stage.schools.filter(({ verdict }) => verdict === 'holds').length;
  return {
    value: stage.rate,
    formula: `${reached}÷${stage.schools.length}×100`,
    stated: '按填写的数为',
    computed: '按省标逐校核算为',
  };
}

/** A score out of another sum of points than a hundred: the mark is one of a hundred. */
function ofWork({ limit, actual }: LimitOutcome, work: WorkAssessment | null): Own | null {
  if (limit.indicator !== 'work-score' || work === null || work.outOfHundred === null || actual === null) return null;
  const { score, points } = work.total;
  // a score stated elsewhere is another number; only the sheet's own sum is brought to a hundred
  if (score === null || points === null || !score.eq(actual)) return null;
  return {
    value: work.outOfHundred,
    formula: `${score.toString()}÷${points.toString()}×100`,
    stated: '各项自评分之和为',
    computed: '按百分制折算为',
  };
}
