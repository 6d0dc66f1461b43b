import type { SchoolPart, SchoolRow } from '../../model/dataset.ts';
import { nameOf } from '../amount-name.ts';
import type { Assessment } from '../assessment.ts';
import { bindsSchool } from '../school-outcomes.ts';
import { inputsOf } from '../school-measure.ts';
import type { Limit } from '../standard.ts';

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
export function missingInputs({ stages, standard, gate }: Assessment): MissingInput[] {
  return stages.flatMap(({ stage, scope, indicators }) => {
    // an amount, and the limit that asks for it where that may not concern a school
    const wanted = new Map<string, Limit | null>(
      ['pupils', ...indicators.map(({ indicator }) => indicator.amount)].map((amount) => [amount, null]),
    );
    const marks = gate?.stages.find((one) => one.stage === stage)?.limits ?? [];
    const readable = marks.filter(({ indicator }) => !gate?.unread.includes(nameOf(indicator)));
    for (const limit of [...standard.limits, ...readable]) {
      if (limit.level !== 'school' || (limit.stage !== null && limit.stage !== stage)) continue;
      for (const amount of inputsOf(limit.indicator)) if (!wanted.has(amount)) wanted.set(amount, limit);
    }
    return [...wanted].flatMap(([amount, limit]): MissingInput[] => {
      const bound = scope.counted.filter(
        (school) =>
          limit === null ||
          ((limit.types.length === 0 || limit.types.includes(school.type)) && bindsSchool(school, limit)),
      );
      const schools = bound.filter(({ amounts }) => !amounts.has(amount));
      if (schools.length === 0) return [];
      return [{ stage, column: nameOf(amount), schools, isWhole: schools.length === bound.length }];
    });
  });
}
