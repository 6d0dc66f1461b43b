import type { SchoolRow } from '../../model/dataset.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Problems } from './problems.ts';
import { type PupilsByStage, SHARED_AMOUNTS, shareOfPart, stagesOfType } from './shared-conditions.ts';
import { cellName } from './problems.ts';
import type { Table } from './table.ts';
import { tidy } from './units.ts';

/** A row as read, with what only the splitting needs. */
export interface ReadSchool {
  readonly school: SchoolRow;
  /** From 0. */
  readonly row: number;
  /** Whether the shared conditions are those of this part or of the whole school; null where nothing is said. */
  readonly shared: 'part' | 'whole' | null;
  readonly seniorPupils: Decimal | null;
}

/**
 * Gives each part of a combined school its share of what the row gives for the whole school. It is done on reading, so that all
 * that follows sees one meaning of an amount.
 */
export function splitShared(table: Table, rows: readonly ReadSchool[], problems: Problems): SchoolRow[] {
  const byName = new Map<string, ReadSchool[]>();
  for (const read of rows) {
    const key = tidy(read.school.name);
    byName.set(key, [...(byName.get(key) ?? []), read]);
  }
  return rows.map((read) => {
    const parts = byName.get(tidy(read.school.name)) ?? [read];
    return parts.some(({ shared }) => shared === 'whole') ? splitRow(table, read, parts, problems) : read.school;
  });
}

function splitRow(table: Table, read: ReadSchool, parts: readonly ReadSchool[], problems: Problems): SchoolRow {
  const { school } = read;
  const tell = (key: string, message: string) => {
    const found = table.columns.get(key);
    if (found) problems.inCell(table.sheet.name, read.row, found.index, found.column.heading, message);
  };
  if (read.shared === 'part') {
    tell('shared', `“${school.name}”的另一学段填“全校”，这里填“本学段”；请改为一致。`);
    return school;
  }
  const stages = stagesOfType(school.type);
  if (stages.length === 0) {
    if (read.shared === 'whole' && school.type !== '') {
      tell('shared', `${school.type}没有与其他学段共用的条件，请改为“本学段”或留空。`);
    }
    return school;
  }
  const pupilsOf = (stage: string) => parts.find((one) => one.school.part === stage)?.school.amounts.get('pupils');
  const pupils: PupilsByStage = {
    小学: pupilsOf('小学') ?? null,
    初中: pupilsOf('初中') ?? null,
    高中: parts.find((one) => one.seniorPupils !== null)?.seniorPupils ?? null,
  };
  const lacking = stages.filter((stage) => pupils[stage] === null);
  const share = shareOfPart(school.type, school.part, pupils);
  if (share === null) {
    // A faulty number of pupils has been told where it stands.
    const missing = lacking.filter((stage) => stage === '高中' || !parts.some((one) => one.school.part === stage));
    if (missing.length > 0) {
      tell('shared', `填的是全校的数，折算还缺${missing.map((stage) => `${stage}学生数`).join('、')}。`);
    }
    return school;
  }
  const amounts = new Map(school.amounts);
  for (const key of SHARED_AMOUNTS) {
    const whole = wholeAmount(table, key, read, parts, tell);
    if (whole !== null) amounts.set(key, whole.times(share));
  }
  return { ...school, amounts };
}

/** The whole school's amount: in either row, and in both only as the same number. */
function wholeAmount(
  table: Table,
  key: string,
  read: ReadSchool,
  parts: readonly ReadSchool[],
  tell: (key: string, message: string) => void,
): Decimal | null {
  const given = parts.filter((one) => one.school.amounts.has(key));
  const [first] = given;
  const value = first?.school.amounts.get(key);
  if (first === undefined || value === undefined) return null;
  const own = read.school.amounts.get(key);
  if (own !== undefined && !own.eq(value)) {
    const cell = cellName(first.row, table.columns.get(key)?.index ?? 0);
    tell(
      key,
      `填的是全校的数，各学段应相同：${cell}为${value.toString()}，这里为${own.toString()}；已分学段的请把“共用条件”改为“本学段”。`,
    );
  }
  return value;
}
