import type { Equivalent } from './equivalent.ts';

export const IN_DRAFT: readonly Equivalent[] = [
  {
    path: 'src/draft/schools.ts',
    reason: 'composites with a hole have been told as wanting, and there are always eight',
    names: [
      "composite: const values = singles.flatMap((one) => (true ? [one.value] : [])); (was: 'value' in one)",
      "composite: return false ? { wanted: [`学校表中的${part}`] } : valueOf(mean, '八项指标差异系数的算术平均数', rows); (was: mean === null)",
    ],
  },
  {
    path: 'src/draft/schools.ts',
    reason: 'rows without the amount have been told as wanting',
    names: [
      'schoolValue: const schools = amounts.map((amount, index) => ({ amount, pupils: pupils[index] ?? new Decimal((-1)) })); (was: 0)',
      'schoolValue: const schools = amounts.map((amount, index) => ({ amount, pupils: pupils[index] ?? new Decimal(1) })); (was: 0)',
      'withAmounts: const columns = ids.map((id) => rows.map((row) => row.amounts.get(id) ?? new Decimal((-1)))); (was: 0)',
      'withAmounts: const columns = ids.map((id) => rows.map((row) => row.amounts.get(id) ?? new Decimal(1))); (was: 0)',
    ],
  },
  {
    path: 'src/draft/helpers/conditions.ts',
    reason: 'missing numbers have left before, and both series are as long; only the types cannot know',
    names: [
      'CONDITIONS: return one.value.gt(bound.value); (was: bound instanceof Quantity && one.value.gt(bound.value))',
    ],
  },
  {
    path: 'src/draft/helpers/conditions.ts',
    reason: 'where the first of two is not there, the second has moved into its place',
    names: ['comparison: return b !== undefined && holds(a, b); (was: a !== undefined && b !== undefined)'],
  },
];
