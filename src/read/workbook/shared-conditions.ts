import { Decimal } from '../../model/decimal.ts';
import type { SchoolPart } from '../../model/dataset.ts';

/** The conditions that the parts of a combined school use together; teachers are counted by stage and not shared. */
export const SHARED_AMOUNTS: readonly string[] = [
  'teaching-area',
  'sports-area',
  'equipment-value',
  'computers',
  'books',
  'multimedia-rooms',
  'indoor-sports-area',
  'campus-area',
  'building-area',
];

/**
 * What one pupil of each stage counts when shared conditions are split: 九年一贯制 1:1.1, 完全中学 1:1.2 (初中:高中),
 * 十二年一贯制 1:1.1:1.32 (差异系数测算说明).
 */
const WEIGHTS: Readonly<Record<string, Readonly<Record<SchoolPart | '高中', string>>>> = {
  九年一贯制学校: { 小学: '1', 初中: '1.1', 高中: '0' },
  完全中学: { 小学: '0', 初中: '1', 高中: '1.2' },
  十二年一贯制学校: { 小学: '1', 初中: '1.1', 高中: '1.32' },
};

/** The pupils of a combined school by stage; null for a stage that it has and nobody has given. */
export type PupilsByStage = Readonly<Record<SchoolPart | '高中', Decimal | null>>;

/** The stages whose pupils it takes to split what a school of this type shares; empty for types that share nothing. */
export function stagesOfType(type: string): readonly (SchoolPart | '高中')[] {
  const weights = WEIGHTS[type];
  if (weights === undefined) return [];
  return (['小学', '初中', '高中'] as const).filter((stage) => weights[stage] !== '0');
}

/**
 * The share of a combined school's conditions that belongs to a part, between 0 and 1.
 *
 * @returns null where the type shares nothing or a stage's pupils are not known
 */
export function shareOfPart(type: string, part: SchoolPart, pupils: PupilsByStage): Decimal | null {
  const weights = WEIGHTS[type];
  if (weights === undefined) return null;
  let whole = new Decimal(0);
  for (const stage of stagesOfType(type)) {
    const count = pupils[stage];
    if (count === null) return null;
    whole = whole.plus(count.times(weights[stage]));
  }
  const own = pupils[part];
  return own === null || whole.isZero() ? null : own.times(weights[part]).div(whole);
}
