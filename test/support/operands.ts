import { Decimal } from '../../src/model/decimal.ts';
import type { Figure, Mask } from '../../src/model/figure.ts';
import { lex } from '../../src/quantities/lexer.ts';
import type { Constant, Operand } from '../../src/relations/relation.ts';

/** What a sentence adds to a printed number. */
const UNNAMED = {
  role: 'level',
  label: '',
  indicator: null,
  stage: null,
  period: null,
  scope: null,
  series: null,
  partOf: null,
} as const;

const NOWHERE = { start: 0, end: 0 };

/**
 * The one figure of a few words, read from its printed form (`约500万元`, `65.2%`), so that its interval is that of the
 * printed precision; whatever a sentence would add stands in `changes`.
 */
export function figure(words: string, changes: Partial<Figure> = {}): Figure {
  const [token, ...more] = lex(words).filter(({ type }) => type === 'quantity');
  if (token?.type !== 'quantity' || more.length > 0) throw new Error(`not one figure: ${words}`);
  const { value, valueMax, interval, unit, kind, bound, start, end } = token;
  return {
    id: words,
    span: { start, end },
    text: words.slice(start, end),
    value,
    valueMax,
    interval,
    unit,
    kind,
    bound,
    ...UNNAMED,
    ...changes,
  };
}

/** The cell of a table whose header says 万元 or 亿元: digits that stand for so many times as much. */
export function cell(digits: string, multiplier: number): Figure {
  const bare = figure(`${digits}元`);
  const interval = { low: bare.interval.low.times(multiplier), high: bare.interval.high.times(multiplier) };
  return { ...bare, text: digits, value: bare.value.times(multiplier), interval };
}

/** A number of a rule or a sentence, without a printed precision. */
export function constant(value: number | string): Constant {
  return { constant: new Decimal(value), span: null };
}

export const MASKED: Mask = { span: NOWHERE, text: '**万元', unit: '元' };

/** Words as a figure, `**` as a redacted one, a number as a constant. */
export function operand(given: string | number | Operand): Operand {
  if (typeof given === 'number') return constant(given);
  if (typeof given !== 'string') return given;
  return given === '**' ? MASKED : figure(given);
}
