import type { SchoolRow } from '../../model/dataset.ts';
import { cellName, type Problems } from './problems.ts';
import { SHARED_AMOUNTS, stagesOfType } from './shared-conditions.ts';
import type { Table } from './table.ts';
import { tidy } from './units.ts';

/** A row as read, before it is held against the school's other part. */
export interface ReadSchool {
  readonly school: SchoolRow;
  /** From 0. */
  readonly row: number;
  /** Whether the shared conditions are those of this part or of the whole school; null where nothing is said. */
  readonly conditions: 'part' | 'whole' | null;
}

type Tell = (key: string, message: string) => void;

/**
 * Marks the rows whose shared conditions are the whole school's, to be divided by whoever reckons with them. A part that says
 * nothing follows the other one; what could not be divided is told here, by cell.
 */
export function markWholeSchools(table: Table, rows: readonly ReadSchool[], problems: Problems): SchoolRow[] {
  const byName = new Map<string, ReadSchool[]>();
  for (const read of rows) {
    const key = tidy(read.school.name);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, [read]);
    else known.push(read);
  }
  return rows.map((read) => {
    const parts = byName.get(tidy(read.school.name)) ?? [read];
    if (!parts.some(({ conditions }) => conditions === 'whole')) return read.school;
    const tell: Tell = (key, message) => {
      const found = table.columns.get(key);
      if (found) problems.inCell(table.sheet.name, read.row, found.index, found.column.heading, message);
    };
    return markRow(table, read, parts, tell);
  });
}

function markRow(table: Table, read: ReadSchool, parts: readonly ReadSchool[], tell: Tell): SchoolRow {
  const { school } = read;
  if (read.conditions === 'part') {
    tell('conditions', `“${school.name}”的另一学段填“全校”，这里填“本学段”；请改为一致。`);
    return school;
  }
  const stages = stagesOfType(school.type);
  if (stages.length === 0) {
    if (read.conditions === 'whole' && school.type !== '') {
      tell('conditions', `${school.type}没有与其他学段共用的条件，请改为“本学段”或留空。`);
    }
    return school;
  }
  const missing = stages.filter((stage) =>
    stage === '高中'
      ? !parts.some((one) => one.school.amounts.has('senior-pupils'))
      : !parts.some((one) => one.school.part === stage),
  );
  if (missing.length > 0) {
    tell('conditions', `填的是全校的数，折算还缺${missing.map((stage) => `${stage}学生数`).join('、')}。`);
  }
  for (const key of SHARED_AMOUNTS) tellDifferent(table, key, read, parts, tell);
  return { ...school, conditions: 'whole' };
}

/** The whole school's amount stands in either row, and in both only as the same number. */
function tellDifferent(table: Table, key: string, read: ReadSchool, parts: readonly ReadSchool[], tell: Tell): void {
  const first = parts.find((one) => one.school.amounts.has(key));
  const value = first?.school.amounts.get(key);
  const own = read.school.amounts.get(key);
  if (first === undefined || value === undefined || own === undefined || own.eq(value)) return;
  const cell = cellName(first.row, table.columns.get(key)?.index ?? 0);
  tell(
    key,
    `填的是全校的数，各学段应相同：${cell}为${value.toString()}，这里为${own.toString()}；已分学段的请把“办学条件填报”改为“本学段”。`,
  );
}
