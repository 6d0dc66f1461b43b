import type { SchoolRow } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { SHARED_AMOUNTS } from '../read/workbook/shared-conditions.ts';

/**
 * How much a pupil of each part counts: 九年一贯制 1:1.1, 完全中学 1:1.2 (junior to senior), 十二年一贯制 1:1.1:1.32
 * (差异系数测算说明).
 */
const WEIGHTS: Readonly<Record<string, Readonly<Record<'小学' | '初中' | '高中', string>>>> = {
  九年一贯制学校: { 小学: '1', 初中: '1.1', 高中: '0' },
  完全中学: { 小学: '0', 初中: '1', 高中: '1.2' },
  十二年一贯制学校: { 小学: '1', 初中: '1.1', 高中: '1.32' },
};

/** The official ratio of a type, as people write it. */
const RATIOS: Readonly<Record<string, string>> = {
  九年一贯制学校: '1:1.1',
  完全中学: '1:1.2',
  十二年一贯制学校: '1:1.1:1.32',
};

/** A school part whose share of the whole school's conditions was computed. */
export interface Split {
  readonly school: SchoolRow;
  readonly ratio: string;
  /** Of the whole, between 0 and 1. */
  readonly share: Decimal;
  /** `1.1×300÷(1×500+1.1×300)` */
  readonly formula: string;
}

/** What is odd about a combined school. */
export interface SplitDoubt {
  readonly school: SchoolRow;
  /** Chinese, a whole sentence without its end. */
  readonly because: string;
}

/** The rows to compute with, and what was done to them. */
export interface SplitSchools {
  readonly schools: readonly SchoolRow[];
  readonly splits: readonly Split[];
  readonly doubts: readonly SplitDoubt[];
}

/**
 * Gives each part of a combined school its share of what the whole school owns.
 *
 * Only rows that say that their conditions are the whole school's ({@link SchoolRow.conditions}) are divided; a blank beside a
 * number may as well be an omission, and is left for what it is. What cannot be divided (no senior pupils told, two values for one
 * whole) is taken out, so that it counts as missing and never as the part's own.
 */
export function splitCombinedSchools(schools: readonly SchoolRow[]): SplitSchools {
  const known = splitBefore.get(schools);
  if (known !== undefined) return known;
  const split = divided(schools);
  splitBefore.set(schools, split);
  return split;
}

/** Every sum over the schools asks anew; a county's table stays the same. */
const splitBefore = new WeakMap<readonly SchoolRow[], SplitSchools>();

function divided(schools: readonly SchoolRow[]): SplitSchools {
  const parts = new Map<string, SchoolRow[]>();
  for (const school of schools) {
    if (WEIGHTS[school.type] === undefined) continue;
    const known = parts.get(school.name);
    if (known === undefined) parts.set(school.name, [school]);
    else known.push(school);
  }
  const splits: Split[] = [];
  const doubts: SplitDoubt[] = [];
  const rows = schools.map((school) => {
    const together = parts.get(school.name) ?? [school];
    if (school.conditions !== 'whole') {
      if (together[0] === school) doubts.push(...repeated(together));
      return school;
    }
    const split = shareOf(school, together);
    if ('because' in split) doubts.push(split);
    else splits.push(split);
    const amounts = new Map(school.amounts);
    for (const id of SHARED_AMOUNTS) {
      const stated = together.flatMap((part) => (part.conditions === 'whole' ? (part.amounts.get(id) ?? []) : []));
      const [whole] = stated;
      if (whole !== undefined && stated.some((other) => !other.eq(whole))) {
        doubts.push({ school, because: `各学段填写的全校数不一致（${stated.map(String).join('、')}），没有折算` });
      }
      if ('because' in split || whole === undefined || stated.some((other) => !other.eq(whole))) amounts.delete(id);
      else amounts.set(id, whole.times(split.share));
    }
    return { ...school, amounts };
  });
  return { schools: rows, splits, doubts };
}

function shareOf(school: SchoolRow, together: readonly SchoolRow[]): Split | SplitDoubt {
  const weights = WEIGHTS[school.type];
  if (weights === undefined) return { school, because: `“${school.type}”没有折算比例，不能按全校数折算` };
  const pupilsOf = (part: '小学' | '初中') => together.find((one) => one.part === part)?.amounts.get('pupils') ?? null;
  const senior = together.flatMap((one) => one.amounts.get('senior-pupils') ?? [])[0] ?? null;
  const counts = { 小学: pupilsOf('小学'), 初中: pupilsOf('初中'), 高中: senior };
  const wanted = (['小学', '初中', '高中'] as const).filter((part) => weights[part] !== '0');
  const missing = wanted.filter((part) => counts[part] === null);
  if (missing.length > 0) return { school, because: `缺少${missing.join('、')}学生数，不能按全校数折算` };
  const weighted = (part: '小学' | '初中' | '高中') => new Decimal(weights[part]).times(counts[part] ?? 0);
  const sum = wanted.reduce((total, part) => total.plus(weighted(part)), new Decimal(0));
  if (sum.isZero()) return { school, because: '各学段学生数均为0，不能按全校数折算' };
  const term = (part: '小学' | '初中' | '高中') => `${weights[part]}×${counts[part]?.toString()}`;
  return {
    school,
    ratio: RATIOS[school.type] ?? '',
    share: weighted(school.part).div(sum),
    formula: `${term(school.part)}÷(${wanted.map(term).join('+')})`,
  };
}

/** Two parts with the same numbers throughout were hardly measured apart. */
function repeated([first, second]: readonly SchoolRow[]): SplitDoubt[] {
  if (first === undefined || second === undefined) return [];
  const stated = SHARED_AMOUNTS.filter((id) => first.amounts.has(id) && second.amounts.has(id));
  const same = stated.filter((id) => second.amounts.get(id)?.eq(first.amounts.get(id) ?? 0));
  if (stated.length < 3 || same.length < stated.length) return [];
  return [{ school: first, because: '两个学段填写的办学条件完全相同，请核对是否为没有折算的全校数' }];
}
