import { PER_PUPIL_INDICATORS, type PerPupilIndicator } from './school-indicators.ts';

/** How a quantity is computed from others of the same stage and year, where the workbook does not give it. */
export type Rule =
  | { readonly how: 'sum'; readonly of: readonly string[] }
  | { readonly how: 'difference'; readonly of: readonly [string, string] }
  | { readonly how: 'share'; readonly of: readonly [string, string] }
  | { readonly how: 'growth'; readonly of: string };

/**
 * Quantities that a template may name though no cell holds them. A cell that holds one wins over the computation: the office
 * answers for its own number, and whether the two agree is for `check --data` to say.
 */
export const COMPUTED: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['satisfaction', { how: 'share', of: ['satisfaction-satisfied', 'satisfaction-valid'] }],
  ['staff-vacancy', { how: 'difference', of: ['staff-establishment', 'staff-in-post'] }],
  ['disabled-enrolled', { how: 'sum', of: ['disabled-special-school', 'disabled-inclusive', 'disabled-home'] }],
  ['disabled-enrolment-rate', { how: 'share', of: ['disabled-enrolled', 'disabled-children'] }],
  ['migrant-public-rate', { how: 'share', of: ['text:公办学校就读随迁子女数', 'migrant-pupils'] }],
  ['exchange-rate', { how: 'share', of: ['exchanged-teachers', 'text:符合交流条件教师数'] }],
  ['teacher-training-share', { how: 'share', of: ['teacher-training-funds', 'text:义务教育学校公用经费预算总额'] }],
  ['education-share', { how: 'share', of: ['education-budget', 'fiscal-expenditure'] }],
  ['education-budget-growth', { how: 'growth', of: 'education-budget' }],
  ['regular-revenue-growth', { how: 'growth', of: 'regular-revenue' }],
  ['standard-attainment-rate', { how: 'share', of: ['text:办学基本标准达标学校数', 'text:列入测算学校数'] }],
  [
    'above-required-degree-rate',
    { how: 'share', of: ['teachers-above-required-degree', 'text:列入测算学校专任教师数'] },
  ],
  ['intermediate-title-rate', { how: 'share', of: ['teachers-intermediate-title', 'text:列入测算学校专任教师数'] }],
]);

/**
 * Quantities whose value for the county is the sum of 小学 and 初中. A list and not a rule on units: 最大班额 is counted in
 * people too, and rates and means never add.
 */
export const ADDITIVE: ReadonlySet<string> = new Set([
  'school-count',
  'class-count',
  'pupils',
  'entrants',
  'graduates',
  'migrant-pupils',
  'left-behind-children',
  'staff',
  'full-time-teachers',
  'teachers',
  'campus-area',
  'building-area',
  'teaching-area',
  'sports-area',
  'equipment-value',
  'computers',
  'books',
  'multimedia-rooms',
  'large-class-count',
  'super-large-class-count',
  'teachers-above-required-degree',
  'teachers-intermediate-title',
  'text:办学基本标准达标学校数',
  'text:列入测算学校数',
  'text:列入测算学校在校生数',
  'text:列入测算学校专任教师数',
]);

/** Sums over the schools in scope: name in a template → raw amount of the school table. */
export const SCHOOL_SUMS: ReadonlyMap<string, string> = new Map([
  ['text:列入测算学校在校生数', 'pupils'],
  ['text:列入测算学校专任教师数', 'full-time-teachers'],
  ...[
    'teaching-area',
    'sports-area',
    'equipment-value',
    'computers',
    'books',
    'teachers-above-required-degree',
    'teachers-intermediate-title',
  ].map((id) => [id, id] as const),
]);

/**
 * The eight indicators of basic balance, as the official result tables order them. The list behind it goes on with those that
 * only quality balance counts.
 */
export const EIGHT: readonly PerPupilIndicator[] = PER_PUPIL_INDICATORS.slice(0, 8);
