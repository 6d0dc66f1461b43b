import { Decimal } from '../model/decimal.ts';
import { arabicAt, chineseAt, type Numeral } from './numeral.ts';
import { quantity } from './quantity.ts';
import { at } from './sticky.ts';
import type { QuantityToken } from './token.ts';
import type { Unit } from './unit.ts';

const PERCENT: Unit = { name: '%', kind: 'percent', countsAfterChinese: true };
const FRACTION_UNIT: Unit = { name: '比', kind: 'ratio', countsAfterChinese: true };
const FRACTION = /([一二三四五六七八九十百千]+)分之(?=[零一二两三四五六七八九十百千\d])/y;
const TENTHS = /([一二三四五六七八九])成(?:([一二三四五六七八九]))?(?=[以的多左，。、；）])/y;

/** 三分之二, 百分之三十, 八成五: parts of a whole in Chinese numerals. */
export function chineseFraction(text: string, offset: number): QuantityToken | null {
  const fraction = at(FRACTION, text, offset);
  if (fraction) {
    const from = offset + fraction[0].length;
    const numerator = arabicAt(text, from) ?? chineseAt(text, from);
    if (numerator) return fractionToken(text, offset, fraction[1] ?? '', numerator);
  }
  const tenths = at(TENTHS, text, offset);
  if (tenths && /[占达近约超过了到有为，、。；（\n]/.test(text[offset - 1] ?? '\n')) {
    const value = new Decimal(
      `${chineseAt(tenths[1] ?? '', 0)?.value}${tenths[2] ? chineseAt(tenths[2], 0)?.value : 0}`,
    );
    const end = offset + tenths[0].length;
    return quantity(text, offset, end, value, null, tenths[2] ? 0 : 1, PERCENT, null);
  }
  return null;
}

/** 8成, 7.5成, 约占1/10: parts of a whole in digits. */
export function arabicFraction(text: string, offset: number): QuantityToken | null {
  return arabicTenths(text, offset) ?? slashFraction(text, offset);
}

const ARABIC_TENTHS = /([1-9](?:\.\d)?)成(?![员立功果为绩人年本效就长品分交都])/y;

/** 8成, 7.5成以上: tenths, told as the percentage they are. */
function arabicTenths(text: string, offset: number): QuantityToken | null {
  const match = at(ARABIC_TENTHS, text, offset);
  if (!match || /[\d.]/.test(text[offset - 1] ?? '')) return null;
  const printed = match[1] ?? '';
  const value = new Decimal(printed).times(10);
  return quantity(text, offset, offset + match[0].length, value, null, printed.includes('.') ? 0 : 1, PERCENT, null);
}

const SLASH_FRACTION = /([1-9]\d?)\/([1-9]\d?0{0,2})(?![\d/.年月])/y;

/** 约占1/10: a fraction only behind the words of a share; 9/10 elsewhere may be a date or a page of pages. */
function slashFraction(text: string, offset: number): QuantityToken | null {
  const match = at(SLASH_FRACTION, text, offset);
  if (!match) return null;
  const before = text.slice(Math.max(0, offset - 10), offset);
  if (!/占[^，。；、\d]{0,8}$/.test(before)) return null;
  const value = new Decimal(match[1] ?? 1).div(match[2] ?? 1);
  if (value.gte(1)) return null;
  return {
    ...quantity(text, offset, offset + match[0].length, value, null, 0, FRACTION_UNIT, null),
    interval: { low: value, high: value },
  };
}

/** 百分之十二点五 is a percentage, 三分之二 a ratio. */
function fractionToken(text: string, start: number, denominator: string, numerator: Numeral): QuantityToken {
  if (denominator === '百')
    return quantity(text, start, numerator.end, numerator.value, null, numerator.place, PERCENT, numerator.bound);
  if (denominator === '千')
    return quantity(
      text,
      start,
      numerator.end,
      numerator.value.div(10),
      null,
      numerator.place - 1,
      PERCENT,
      numerator.bound,
    );
  const whole = chineseAt(denominator, 0)?.value ?? new Decimal(1);
  const value = numerator.value.div(whole.isZero() ? 1 : whole);
  return {
    ...quantity(text, start, numerator.end, value, null, 0, FRACTION_UNIT, null),
    interval: { low: value, high: value },
  };
}
