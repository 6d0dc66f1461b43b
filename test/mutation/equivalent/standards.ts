import type { Equivalent } from './equivalent.ts';

export const IN_STANDARDS: readonly Equivalent[] = [
  {
    path: 'src/standards/school-indicators.ts',
    reason: 'schools whose value is not known are taken out before',
    names: [
      'amountOf: return school.amounts.get(id) ?? new Decimal((-1)); (was: 0)',
      'amountOf: return school.amounts.get(id) ?? new Decimal(1); (was: 0)',
    ],
  },
  {
    path: 'src/standards/county-figure.ts',
    reason: 'terms without a value have been told as missing',
    names: [
      "sumText: const text = terms.map(({ value }) => (value ?? new Decimal((-1))).toString()).join('+'); (was: 0)",
      "sumText: const text = terms.map(({ value }) => (value ?? new Decimal(1)).toString()).join('+'); (was: 0)",
      'total: return terms.reduce((sum, { value }) => sum.plus(value ?? (-1)), new Decimal(0)); (was: 0)',
      'total: return terms.reduce((sum, { value }) => sum.plus(value ?? 1), new Decimal(0)); (was: 0)',
    ],
  },
  {
    path: 'src/standards/county-figure.ts',
    reason: 'every sum has one term or three',
    names: ['sumText: return terms.length > 2 ? `(${text})` : text; (was: 1)'],
  },
  {
    path: 'src/standards/county-figure.ts',
    reason: 'both sides of the quotient turn their sign',
    names: ['total: return terms.reduce((sum, { value }) => sum.minus(value ?? 0), new Decimal(0)); (was: plus)'],
  },
];
