import { Decimal } from '../model/decimal.ts';

/** The multipliers that official texts print with a unit. */
export type Multiplier = '万' | '亿';

/** What a printed multiplier stands for. */
export const FACTOR: Readonly<Record<Multiplier, string>> = { 万: '10000', 亿: '100000000' };

/** How a value is to be printed. */
export interface PrintForm {
  /** Base unit, as printed behind the number; null prints none. */
  readonly unit: string | null;
  readonly multiplier?: Multiplier | null;
  /** Digits only, for a table cell whose header names the unit. */
  readonly bare?: boolean;
  /** Most decimal places, counted in the printed unit. */
  readonly places: number;
  /** Keep trailing zeros up to `places`: coefficients and per-pupil values, whose places are part of the convention. */
  readonly fixed?: boolean;
  /** Fewest decimal places, zeros added: values of one quantity over the years stand in one row with the same places. */
  readonly least?: number;
  /** A ratio a/b as `1:n` instead of its decimal. */
  readonly ratio?: boolean;
}

/** A printed number and what it now says. */
export interface PrintedNumber {
  readonly text: string;
  /** What the printed digits stand for, in the base unit; differs from the value by at most the rounding. */
  readonly value: Decimal;
  /** Chinese, for the ledger. */
  readonly rounding: string;
}

/**
 * Prints a value by GB/T 15835: Arabic digits without grouping, 万 and 亿 behind the digits, % without a space, ratios with a
 * half-width colon.
 *
 * A value with fewer places than allowed keeps its own (98.4, not 98.40: a report must not claim a precision that the data do
 * not have); one with more is rounded half up, as people round, and keeps the zeros that rounding gave.
 */
export function printNumber(value: Decimal, form: PrintForm): PrintedNumber {
  if (form.ratio === true && !value.isZero()) return printRatio(value, form.places);
  const factor = new Decimal(form.multiplier ? FACTOR[form.multiplier] : 1);
  const scaled = value.div(factor);
  const rounded = scaled.toDecimalPlaces(form.places, Decimal.ROUND_HALF_UP);
  const exact = rounded.eq(scaled);
  const own = Math.max(rounded.decimalPlaces(), Math.min(form.least ?? 0, form.places));
  const digits = rounded.toFixed(form.fixed === true || !exact ? form.places : own);
  return {
    text: form.bare === true ? digits : `${digits}${form.multiplier ?? ''}${form.unit ?? ''}`,
    value: rounded.mul(factor),
    rounding: exact ? '原数' : `四舍五入至${placeName(form.places)}`,
  };
}

/** `1:18.52`, the way staffing is told; the value stays teachers over pupils. */
function printRatio(value: Decimal, places: number): PrintedNumber {
  const inverse = new Decimal(1).div(value);
  const rounded = inverse.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  const exact = rounded.eq(inverse);
  return {
    text: `1:${exact ? rounded.toFixed() : rounded.toFixed(places)}`,
    value: new Decimal(1).div(rounded),
    rounding: exact ? '原数' : `后项四舍五入至${placeName(places)}`,
  };
}

function placeName(places: number): string {
  return places === 0 ? '整数' : `${places}位小数`;
}

/** Splits a unit that a person writes (`万元`, `亿元`, `万人`) into multiplier and base unit. */
export function splitUnit(unit: string): { readonly multiplier: Multiplier | null; readonly unit: string } {
  const first = unit.slice(0, 1);
  return unit.length > 1 && (first === '万' || first === '亿')
    ? { multiplier: first, unit: unit.slice(1) }
    : { multiplier: null, unit };
}
