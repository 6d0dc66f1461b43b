/** A source whose arithmetic is mutated, and the tests that must notice. */
export interface Source {
  readonly path: string;
  readonly tests: readonly string[];
  /** Its functions and constants that compute, where the others read text; all where it is left out. */
  readonly holders?: readonly string[];
}

const PLACES = ['printed-places', 'numeral'].map((name) => `test/quantities/${name}.test.ts`);
const JUDGES = ['judge-sums', 'judge-rates', 'judge-words', 'judge-lists', 'operand'].map(
  (name) => `test/check/${name}.test.ts`,
);

const RULES = [
  'sum-mismatch',
  'quotient-mismatch',
  'share-mismatch',
  'growth-mismatch',
  'growth-by-amount-mismatch',
  'list-count-mismatch',
  'trend-mismatch',
  'threshold-mismatch',
  'standard-unmet',
  'difference-mismatch',
];

export const SOURCES: readonly Source[] = [
  { path: 'src/quantities/interval.ts', tests: ['test/quantities/interval-boundaries.test.ts'] },
  { path: 'src/check/judge-arithmetic.ts', tests: JUDGES },
  { path: 'src/check/judge-words.ts', tests: JUDGES },
  { path: 'src/check/judge-counts.ts', tests: ['test/check/judge-counts-boundaries.test.ts'] },
  { path: 'src/check/judgement.ts', tests: JUDGES },
  { path: 'src/check/operand.ts', tests: JUDGES },
  { path: 'src/check/words.ts', tests: JUDGES },

  { path: 'src/model/decimal.ts', tests: ['test/quantities/decimal.test.ts'] },
  { path: 'src/quantities/print.ts', tests: ['test/quantities/print.test.ts'] },
  { path: 'src/quantities/ratio.ts', tests: PLACES, holders: ['ratioToken'] },
  { path: 'src/quantities/quantity.ts', tests: PLACES },
  { path: 'src/quantities/fraction.ts', tests: PLACES },
  { path: 'src/quantities/numeral.ts', tests: PLACES, holders: ['arabicAt', 'chineseAt', 'chineseWhole'] },
  { path: 'src/quantities/cell-number.ts', tests: PLACES, holders: ['ratioOf', 'placesOf', 'scaledInterval'] },
  { path: 'src/quantities/next-period.ts', tests: ['test/quantities/next-period.test.ts'] },
  { path: 'src/standards/difference-coefficient.ts', tests: ['test/standards/coefficient-boundaries.test.ts'] },
  { path: 'src/standards/school-indicators.ts', tests: ['test/standards/coefficient-boundaries.test.ts'] },
  { path: 'src/standards/assess.ts', tests: ['test/standards/limit-boundaries.test.ts'] },
  { path: 'src/standards/limit-outcome.ts', tests: ['test/standards/limit-boundaries.test.ts'] },
  { path: 'src/standards/school-outcomes.ts', tests: ['test/standards/limit-boundaries.test.ts'] },
  {
    path: 'src/standards/school-measure.ts',
    tests: ['test/standards/school-measure.test.ts'],
    holders: ['QUOTIENTS', 'measureOf'],
  },
  { path: 'src/standards/assessment.ts', tests: ['test/standards/limit-boundaries.test.ts'] },
  { path: 'src/standards/county-figure.ts', tests: ['test/standards/county-figure.test.ts'] },
  { path: 'src/draft/arithmetic.ts', tests: ['test/draft/arithmetic.test.ts'] },
  ...RULES.map((rule) => ({ path: `src/check/rules/${rule}.ts`, tests: ['test/check/rule-wording.test.ts'] })),
  { path: 'src/draft/schools.ts', tests: ['test/draft/school-values.test.ts'] },
  { path: 'src/draft/helpers/conditions.ts', tests: ['test/draft/conditions.test.ts'] },
  {
    path: 'src/write/workbook/print.ts',
    tests: ['test/write/workbook/limit-print.test.ts'],
    holders: ['COEFFICIENT_PLACES', 'SIGNS', 'printed', 'placesOf', 'actualPlaces', 'actualText'],
  },
];
