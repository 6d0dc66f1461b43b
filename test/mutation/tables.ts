/** What each operator, method and constant of the arithmetic is exchanged for, by the kind of mistake that it imitates. */

export type Mutator =
  | 'comparison'
  | 'logic'
  | 'arithmetic'
  | 'interval'
  | 'condition'
  | 'negation'
  | 'constant'
  | 'rounding'
  | 'sign'
  | 'boolean';

type Exchanges = Readonly<Record<string, readonly [Mutator, ...string[]]>>;

/** Binary operators: a comparison with the boundary on the other side, and one turned round. */
export const OPERATORS: Exchanges = {
  '<': ['comparison', '<=', '>='],
  '<=': ['comparison', '<', '>'],
  '>': ['comparison', '>=', '<='],
  '>=': ['comparison', '>', '<'],
  '===': ['comparison', '!=='],
  '!==': ['comparison', '==='],
  '+': ['arithmetic', '-'],
  '-': ['arithmetic', '+'],
  '*': ['arithmetic', '/'],
  '/': ['arithmetic', '*'],
  '**': ['arithmetic', '*'],
};

/** Properties by name: the methods of decimals, the ends of an interval, the extremes of a list. */
export const PROPERTIES: Exchanges = {
  lt: ['comparison', 'lte', 'gte'],
  lte: ['comparison', 'lt', 'gt'],
  gt: ['comparison', 'gte', 'lte'],
  gte: ['comparison', 'gt', 'lt'],
  plus: ['arithmetic', 'minus'],
  minus: ['arithmetic', 'plus'],
  add: ['arithmetic', 'sub'],
  sub: ['arithmetic', 'add'],
  times: ['arithmetic', 'div'],
  mul: ['arithmetic', 'div'],
  div: ['arithmetic', 'times'],
  low: ['interval', 'high'],
  high: ['interval', 'low'],
  min: ['interval', 'max'],
  max: ['interval', 'min'],
  some: ['logic', 'every'],
  every: ['logic', 'some'],
  floor: ['rounding', 'ceil'],
  round: ['rounding', 'floor', 'ceil'],
  ROUND_HALF_UP: ['rounding', 'ROUND_HALF_EVEN', 'ROUND_HALF_DOWN', 'ROUND_UP', 'ROUND_DOWN'],
};

/** Functions called by their name. */
export const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  add: ['subtract'],
  subtract: ['add'],
  multiply: ['divide'],
  divide: ['multiply'],
};

/** What is put before the call of a yes-or-no method, or of one that gives an order. */
export const PREFIXES: Readonly<Record<string, string>> = {
  eq: '!',
  isZero: '!',
  isNegative: '!',
  isInteger: '!',
  meet: '!',
  cmp: '-',
};

/** Methods without arguments whose call is taken out. */
export const DROPPED = new Set(['neg', 'abs', 'sqrt']);

/** Whole strings: verdicts, comparisons, the signs of a calculation. */
export const STRINGS: Readonly<Record<string, readonly string[]>> = {
  holds: ['broken'],
  broken: ['holds', 'review'],
  review: ['broken', 'holds'],
  unassessable: ['holds'],
  '=': ['≠', '≈'],
  '≠': ['=', '≈'],
  '≈': ['=', '≠'],
  '<': ['≤', '>'],
  '≤': ['<', '≥'],
  '>': ['≥', '<'],
  '≥': ['>', '≤'],
  '>=': ['>', '<='],
  '<=': ['<', '>='],
  '~': ['>='],
};

/** Signs inside the text of a calculation. */
export const TEXT_SIGNS: Readonly<Record<string, string>> = {
  '=': '≠',
  '≠': '=',
  '+': '-',
  '-': '+',
  '×': '÷',
  '÷': '×',
};
