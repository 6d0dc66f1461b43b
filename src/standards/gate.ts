import type { Dataset, GateItem, ProvincialGate, SchoolPart, SchoolRow } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { nameOf } from './amount-name.ts';
import type { SchoolRuleOutcome, StageAssessment } from './assessment.ts';
import { isMeasurable } from './school-measure.ts';
import { ruleOutcome } from './school-outcomes.ts';
import type { Limit, SchoolRule } from './standard.ts';

/** The schools of one stage held against the province's marks. */
export interface GateOfStage {
  readonly stage: SchoolPart;
  /** The province's marks for the stage, as limits of schools. */
  readonly limits: readonly Limit[];
  readonly rule: SchoolRule;
  readonly schools: readonly SchoolRuleOutcome[];
  /** Share of the schools that reach the standard, in per cent; null where a school cannot be judged. */
  readonly rate: Decimal | null;
}

/** The province's 办学基本标准 held against every school that counts. */
export interface GateAssessment {
  readonly stages: readonly GateOfStage[];
  /** Items that no column of the school table can answer, by name: they count as not known, never as reached. */
  readonly unread: readonly string[];
  /** What the sheet leaves open, or the program does not apply, a line each. */
  readonly notes: readonly string[];
}

/**
 * Which schools reach the province's standard (1.3 of the regulations: items with a direction and a mark for each stage, so many
 * misses allowed, a floor for those).
 *
 * Where the sheet does not say how many misses are allowed, a school that misses one is to be looked at, not failed.
 * An item without a column is not known of any school: it keeps a school from a verdict unless the others decide it.
 *
 * @returns null where the workbook has no such sheet
 */
export function assessGate(
  { gate }: Dataset,
  stages: readonly Pick<StageAssessment, 'stage' | 'scope'>[],
): GateAssessment | null {
  if (gate === undefined) return null;
  const unread = gate.items.filter(({ indicator }) => !isMeasurable(indicator));
  const notes = notesOf(gate, unread);
  return {
    stages: stages
      .filter(({ scope }) => scope.counted.length > 0)
      .flatMap((stage) => gateOfStage(gate, stage.stage, stage.scope.counted) ?? []),
    unread: unread.map(({ indicator }) => nameOf(indicator)),
    notes,
  };
}

/** Schools of one stage against the marks of the sheet; null where it sets none for the stage. */
export function gateOfStage(
  gate: ProvincialGate,
  stage: SchoolPart,
  schools: readonly SchoolRow[],
): GateOfStage | null {
  const limits = gate.items.flatMap((item) => limitOf(item, stage, gate) ?? []);
  if (limits.length === 0) return null;
  const rule: SchoolRule = {
    atLeast: Math.max(0, limits.length - (gate.allowedMisses ?? 0)),
    limits: limits.map(({ id }) => id),
    clause: ruleText(gate, limits.length),
    confidence: gate.allowedMisses === null ? 'unsure' : 'certain',
  };
  const outcomes = schools
    .flatMap((school) => ruleOutcome(school, stage, { schoolRule: rule, limits }) ?? [])
    .map((one) => settled(one, rule));
  const reached = outcomes.filter(({ verdict }) => verdict === 'holds').length;
  // a school to be looked at is neither reached nor missed
  const isKnown = outcomes.length > 0 && outcomes.every(({ verdict }) => verdict === 'holds' || verdict === 'broken');
  const rate = isKnown ? new Decimal(reached).times(100).div(outcomes.length) : null;
  return { stage, limits, rule, schools: outcomes, rate };
}

/**
 * What is not known cannot matter where a school passes even if all of it were missed and no floor is to be kept: a province's item
 * that no column answers must not keep every school from a verdict.
 */
function settled(one: SchoolRuleOutcome, { atLeast }: SchoolRule): SchoolRuleOutcome {
  const isSettled =
    one.verdict === 'unassessable' &&
    one.met >= atLeast &&
    one.outcomes.every(({ actual, limit }) => actual !== null || limit.floor === null);
  return isSettled ? { ...one, verdict: 'holds', because: null } : one;
}

function limitOf(item: GateItem, stage: SchoolPart, { floor }: ProvincialGate): Limit | null {
  const value = stage === '小学' ? item.primary : item.junior;
  if (value === null) return null;
  return {
    id: `gate-row-${item.source.row}`,
    indicator: item.indicator,
    names: [],
    stage,
    comparison: item.comparison,
    value,
    unit: item.unit,
    clause: `“${item.source.sheet}”表第${item.source.row}行`,
    confidence: 'certain',
    level: 'school',
    floor: floor === null || item.comparison === '<=' ? null : floor.div(100),
    effective: null,
    area: null,
    types: [],
    wholeSchool: false,
  };
}

function ruleText({ allowedMisses, floor }: ProvincialGate, count: number): string {
  if (allowedMisses === null) return `${count}项均应达到（省标表没有写明允许几项不达标）`;
  if (allowedMisses === 0) return `${count}项均应达到`;
  const rest = floor === null ? '' : `，且不低于标准的${floor.toString()}%`;
  return `${count}项中允许${allowedMisses}项不达标${rest}`;
}

function notesOf(gate: ProvincialGate, unread: readonly GateItem[]): string[] {
  const notes: string[] = [];
  if (gate.allowedMisses === null) {
    notes.push('省标表没有填写“允许不达标项数”：有项目不达标的学校列为待核，不下结论；不允许不达标的请填0。');
  }
  if (unread.length > 0) {
    const names = unread.map(({ indicator }) => nameOf(indicator)).join('、');
    notes.push(`学校表没有这些项目的列，无法逐校核对：${names}。`);
  }
  if (
    gate.floor !== null &&
    (gate.allowedMisses ?? 1) > 0 &&
    gate.items.some(({ comparison }) => comparison === '<=')
  ) {
    notes.push('“不达标项最低比例”只用于“不低于”的项目；“不高于”的项目按一项不达标计，没有再比下限。');
  }
  return notes;
}
