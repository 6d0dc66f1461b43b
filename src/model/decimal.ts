import { Decimal as Base } from 'decimal.js';

/**
 * The number type of every verdict: decimal, 40 significant digits, never binary floating point.
 * 40 digits leave room for products of two printed figures and for a quotient to be compared far below its printed place.
 */
export const Decimal = Base.clone({ precision: 40, toExpNeg: -30, toExpPos: 40 });
export type Decimal = Base;
