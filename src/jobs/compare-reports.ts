import {
  type Compared,
  compareChanges,
  compareClaims,
  findUnrenewed,
  type OtherReport,
} from '../check/other-reports/index.ts';
import type { Finding, JudgedRelation } from '../model/relation.ts';
import type { Checked } from './check.ts';

/** Holds the files of one submission against each other; each is told what it says otherwise than those before it. */
export function checkTogether(files: readonly Checked[]): Checked[] {
  return files.map((checked, index) => {
    const others = files.slice(0, index).map(({ file, report }) => ({ file, report }));
    return others.length === 0 ? checked : withCompared(checked, [compareClaims(checked.report, others, 'submission')]);
  });
}

/** Holds a report against last year's. */
export function checkAgainst(checked: Checked, earlier: OtherReport): Checked {
  return withCompared(checked, [
    compareClaims(checked.report, [earlier], 'earlier'),
    compareChanges(checked.report, earlier),
    { relations: [], findings: findUnrenewed(checked.report, earlier) },
  ]);
}

/** A checked file with the relations and findings that came of holding it against something else. */
export function withCompared(checked: Checked, compared: readonly Compared[]): Checked {
  const { result } = checked;
  const relations = byPlace([...result.relations, ...compared.flatMap((one) => one.relations)]);
  const count = (verdict: JudgedRelation['verdict']) => relations.filter((one) => one.verdict === verdict).length;
  return {
    ...checked,
    result: {
      ...result,
      relations,
      findings: byPlace<Finding>([...result.findings, ...compared.flatMap((one) => one.findings)]),
      summary: {
        ...result.summary,
        tested: relations.length,
        holds: count('holds'),
        broken: count('broken'),
        review: count('review'),
        unassessable: count('unassessable'),
      },
    },
  };
}

function byPlace<T extends Pick<Finding, 'spans'>>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}
