import type { Stage } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { clauseOf, gapOf, isFigure, passagesOf } from './context.ts';
import { WHOLE } from './counted.ts';

/**
 * The figures without a stage in a part of a sentence that speaks of one stage only (我校小学部有学生980人，教师54人；初中部…):
 * nothing says that they are of that stage, and nothing that they are of all.
 */
export function besideStage(report: Report): ReadonlySet<string> {
  const beside = new Set<string>();
  const close = (rows: readonly Row[]): void => {
    const levels = rows.filter((row) => row.role === 'level');
    const opening = onlyStage(levels[0]);
    if (opening === null || levels.some((row) => row.stages.some((stage) => stage !== opening))) return;
    for (const row of levels) {
      // 幼儿园31所、义务教育学校62所: schools are named in full, only what they have is told without them
      if (row.stages.length > 0 || row.indicator === 'school-count' || WHOLE.test(clauseOf(row))) continue;
      for (const member of row.members) if (isFigure(member)) beside.add(member.id);
    }
  };
  for (const { rows } of passagesOf(report)) {
    let part: Row[] = [];
    for (const row of rows) {
      if (/[；;]/.test(gapOf(report, row))) {
        close(part);
        part = [];
      }
      part.push(row);
    }
    close(part);
  }
  return beside;
}

function onlyStage(row: Row | undefined): Stage | null {
  return row?.stages.length === 1 ? (row.stages[0] ?? null) : null;
}
