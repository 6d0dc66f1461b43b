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

/** The stages of each kind of combined school that share its conditions (差异系数测算说明). */
const STAGES: Readonly<Record<string, readonly (SchoolPart | '高中')[]>> = {
  九年一贯制学校: ['小学', '初中'],
  完全中学: ['初中', '高中'],
  十二年一贯制学校: ['小学', '初中', '高中'],
};

/** The stages whose pupils it takes to divide what a school of this type shares; empty for types that share nothing. */
export function stagesOfType(type: string): readonly (SchoolPart | '高中')[] {
  return STAGES[type] ?? [];
}
