import type { SchoolRow } from '../model/dataset.ts';
import { nameOf } from './amount-name.ts';
import type { Deduction } from './standard.ts';

/** The rows with what a standard does not count taken off, and what a reader should know of it, a line each. */
export interface Deducted {
  readonly schools: readonly SchoolRow[];
  readonly notes: readonly string[];
}

/**
 * Takes off what a standard does not count of an amount: quality balance counts 教学及辅助用房 without the 室内体育用房 in it.
 *
 * A blank is not taken for zero and nothing is taken off; how many schools leave it blank is told, since their value may be too high.
 * A part larger than the whole is told and not taken off.
 */
export function deduct(schools: readonly SchoolRow[], deductions: readonly Deduction[]): Deducted {
  const notes: string[] = [];
  let rows = schools;
  for (const { amount, from } of deductions) {
    const taken: string[] = [];
    const blank: string[] = [];
    rows = rows.map((school) => {
      const [whole, part] = [school.amounts.get(from), school.amounts.get(amount)];
      if (whole === undefined) return school;
      if (part === undefined) blank.push(`${school.name}（${school.part}）`);
      if (part === undefined || part.isZero()) return school;
      if (part.gt(whole)) {
        notes.push(
          `待核：${school.name}（${school.part}）${nameOf(amount)}${part.toString()}大于${nameOf(from)}${whole.toString()}，没有扣除`,
        );
        return school;
      }
      taken.push(school.name);
      return { ...school, amounts: new Map([...school.amounts, [from, whole.minus(part)]]) };
    });
    if (taken.length > 0) notes.push(`${nameOf(from)}已扣除${nameOf(amount)}（${taken.length}所）`);
    if (blank.length > 0) {
      const names = blank.length > 3 ? `${blank.slice(0, 3).join('、')}等` : blank.join('、');
      notes.push(
        `${blank.length}所学校没有填写${nameOf(amount)}（${names}），${nameOf(from)}没有扣除，可能偏高；没有的请填0`,
      );
    }
  }
  return { schools: rows, notes };
}
