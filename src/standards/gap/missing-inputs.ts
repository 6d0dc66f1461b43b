import type { SchoolPart, SchoolRow } from '../../model/dataset.ts';
import { nameOf } from '../county-figure.ts';
import type { Assessment } from '../assessment.ts';
import { perPupilIndicatorOf } from '../school-indicators.ts';

/** A column of the school table in which schools in scope have nothing. */
export interface MissingInput {
  readonly stage: SchoolPart;
  /** 图书册数 */
  readonly column: string;
  readonly schools: readonly SchoolRow[];
  /** Whether no school of the stage has it: the column is not filled in at all. */
  readonly isWhole: boolean;
}

/** What the school table lacks for this standard, by column; an empty cell is never counted as zero. */
export function missingInputs({ stages, standard }: Assessment): MissingInput[] {
  return stages.flatMap(({ stage, scope, indicators }) => {
    const wanted = new Set(['pupils', ...indicators.map(({ indicator }) => indicator.amount)]);
    for (const { level, stage: of, indicator } of standard.limits) {
      if (level !== 'school' || (of !== null && of !== stage)) continue;
      wanted.add(perPupilIndicatorOf(indicator)?.amount ?? indicator);
    }
    return [...wanted].flatMap((amount): MissingInput[] => {
      const schools = scope.counted.filter(({ amounts }) => !amounts.has(amount));
      if (schools.length === 0) return [];
      return [{ stage, column: nameOf(amount), schools, isWhole: schools.length === scope.counted.length }];
    });
  });
}
