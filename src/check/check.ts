import type { Finding, JudgedRelation } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import { type Relation, relationsOf } from '../relations/index.ts';
import type { Standard } from '../standards/standard.ts';
import type { Decided } from './decisions.ts';
import type { DataSummary } from './data/compare-data.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { isFigureOperand } from './operand.ts';
import { repairsOf } from './repair.ts';
import { withRepair } from './repair-words.ts';
import { RULES } from './rules/index.ts';
import { operandsOf, placesOf, toJudgedRelation, typeOf } from './told.ts';
import { standardRelations, standardsFor } from './standard-choice.ts';
import { textFindings } from './text-check.ts';

/** What a check says: the relations with their verdicts, the findings, and how much could be tested. Silence is never a pass. */
export interface CheckResult {
  readonly relations: readonly JudgedRelation[];
  /** What a person should look at now, by place. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** Findings of rules that the project has switched off. */
  readonly silenced: number;
  /** Those that a person has found to be no fault. */
  readonly dismissed: readonly Decided[];
  /** Of {@link findings}, those that a person has found to be right. */
  readonly accepted: ReadonlyMap<Finding, Decided>;
  /** Findings kept back because an earlier run has told them. */
  readonly known: number;
  /** How much of it could be held against a data workbook; absent where none was given. */
  readonly data?: DataSummary;
}

export interface Summary {
  readonly figures: number;
  readonly masked: number;
  readonly tested: number;
  readonly holds: number;
  readonly broken: number;
  readonly review: number;
  readonly unassessable: number;
}

/** Cross-checks one report: finds its relations, judges them, and words what a person should look at. */
export function checkReport(report: Report, standards: readonly Standard[]): CheckResult {
  const own = relationsOf(report);
  const found: Relation[] = [...own, ...unsaid(own, standardRelations(report, standardsFor(report, standards)))];
  const judgements = distinct(found.map(judge).filter(isTold));
  const relations = judgements
    .map(toJudgedRelation)
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  const count = (verdict: JudgedRelation['verdict']): number =>
    relations.filter((relation) => relation.verdict === verdict).length;
  const findings = relationFindings(judgements);
  findings.push(...textFindings(report));
  findings.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  return {
    relations,
    findings,
    summary: {
      figures: report.figures.length,
      masked: report.masks.length,
      tested: relations.length,
      holds: count('holds'),
      broken: count('broken'),
      review: count('review'),
      unassessable: count('unassessable'),
    },
    silenced: 0,
    dismissed: [],
    accepted: new Map(),
    known: 0,
  };
}

/** Without the claims that the text's own relations have told already: one contradiction, one finding. */
function unsaid(own: readonly Relation[], more: readonly Relation[]): Relation[] {
  const claims = own.filter((relation) => relation.type === 'claim');
  return more.filter(
    (relation) =>
      relation.type !== 'claim' ||
      !claims.some(
        ({ span, contradicted }) =>
          (span.start < relation.span.end && relation.span.start < span.end) ||
          relation.contradicted.every((figure) => contradicted.includes(figure)),
      ),
  );
}

/**
 * What was found only because it might fit is told where it fits, and nowhere else. That some whole number of things makes a
 * percentage is true of most percentages and proves nothing: it is told only where none does.
 */
function isTold(judgement: Judgement): boolean {
  if (judgement.relation.type === 'granular') return judgement.verdict === 'broken';
  return judgement.relation.assertion !== 'possible' || judgement.verdict === 'holds';
}

const FIRMNESS = { stated: 0, implied: 1, possible: 2 } as const;
/** a+b=c and c−a=b tie the same figures together: one of them is told. */
const SAME_EQUATION: Readonly<Record<string, string>> = { difference: 'sum' };

/** Two finders may come upon one relation (a bracket and a list, a sum and a difference); the firmer assertion is told. */
function distinct(judgements: readonly Judgement[]): Judgement[] {
  const seen = new Set<string>();
  const firmest = [...judgements].sort((a, b) => FIRMNESS[a.relation.assertion] - FIRMNESS[b.relation.assertion]);
  const kept = new Set(
    firmest.filter((judgement) => {
      const operands = operandsOf(judgement.relation).filter(isFigureOperand);
      if (operands.length < 2) return true;
      const { type } = judgement.relation;
      const key = `${SAME_EQUATION[type] ?? type}|${operands
        .map((figure) => figure.id)
        .sort()
        .join(',')}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
  return judgements.filter((judgement) => kept.has(judgement));
}

/** One finding for what has one cause: what one change would put right is told where that change would be made. */
function relationFindings(judgements: readonly Judgement[]): Finding[] {
  const repairs = repairsOf(judgements);
  const told = new Set<Judgement>();
  return judgements.flatMap((judgement) => {
    if (told.has(judgement)) return [];
    const finding = findingOf(judgement);
    const repair = repairs.get(judgement);
    if (finding === null || repair === undefined) return finding ?? [];
    const others = repair.mended.filter((other) => other !== judgement && !told.has(other));
    for (const other of repair.mended) told.add(other);
    return withRepair(
      finding,
      repair,
      others.flatMap((other) => findingOf(other) ?? []),
    );
  });
}

/** A number that nobody is sure of accuses nobody. */
function isHint(relation: Relation): boolean {
  return 'hint' in relation && relation.hint !== undefined;
}

function findingOf(judgement: Judgement): Finding | null {
  const { relation, verdict, check, stated, computed } = judgement;
  if (verdict !== 'broken' && verdict !== 'review') return null;
  const rule = RULES.find(
    (candidate) => candidate.relation === relation.type && (candidate.appliesTo?.(judgement as never) ?? true),
  );
  if (!rule) return null;
  return {
    rule: rule.id,
    type: typeOf(relation),
    severity: isHint(relation) ? 'info' : verdict === 'review' ? 'warning' : rule.severity(judgement as never),
    message:
      verdict === 'review' && judgement.because && relation.type === 'sum'
        ? `${rule.message(judgement as never)}（${judgement.because}。）`
        : rule.message(judgement as never),
    evidence: check,
    stated,
    computed,
    suggestion: rule.suggestion?.(judgement as never) ?? null,
    figures: operandsOf(relation)
      .filter(isFigureOperand)
      .map((figure) => figure.id),
    spans: placesOf(relation),
  };
}
