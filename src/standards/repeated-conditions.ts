import type { SchoolRow } from '../model/dataset.ts';

/** What is odd about a school. */
export interface SchoolDoubt {
  readonly school: SchoolRow;
  /** Chinese, a whole sentence without its end. */
  readonly because: string;
}

/** What the parts of a combined school share and the workbook's reader divides by the official ratios. */
const SHARED_CONDITIONS = ['teaching-area', 'sports-area', 'equipment-value', 'computers', 'books', 'multimedia-rooms'];

/** Fewer equal numbers than this may be chance. */
const ENOUGH = 3;

/**
 * Combined schools whose parts state the same conditions throughout: hardly measured apart, so perhaps the whole school's, not yet
 * divided. Only a question: two parts of equal weight share equally.
 */
export function repeatedConditions(schools: readonly SchoolRow[]): SchoolDoubt[] {
  const first = new Map<string, SchoolRow>();
  return schools.flatMap((school): SchoolDoubt[] => {
    const other = first.get(school.name);
    if (other === undefined) {
      first.set(school.name, school);
      return [];
    }
    const stated = SHARED_CONDITIONS.filter((id) => other.amounts.has(id) && school.amounts.has(id));
    const isRepeated = stated.every((id) => school.amounts.get(id)?.eq(other.amounts.get(id) ?? 0));
    if (stated.length < ENOUGH || !isRepeated) return [];
    return [{ school: other, because: '两个学段填写的办学条件完全相同，请核对是否为没有折算的全校数' }];
  });
}
