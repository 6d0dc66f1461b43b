import { Decimal } from '../model/decimal.ts';
import type { Bound, FigureKind } from '../model/figure.ts';
import type { Interval } from '../model/interval.ts';
import { printedInterval } from './interval.ts';
import { arabicAt } from './numeral.ts';
import { periodAt } from './period.ts';
import { ratioInterval, ratioPlaces } from './ratio.ts';
import { type Unit, unitAt } from './unit.ts';

/** A number that fills a cell, with its span in the cell's text. */
export interface CellNumber {
  readonly type: 'number';
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly valueMax: Decimal | null;
  readonly place: number;
  /** Of a ratio, whose error is not that of its last place; null for all others. */
  readonly interval: Interval | null;
  readonly unit: string | null;
  readonly kind: FigureKind;
  readonly bound: Bound;
  /** 万, 亿 printed in the cell: the header's multiplier does not hold for it. */
  readonly multiplied: boolean;
}

/** A redaction mark that fills a cell. */
export interface CellMask {
  readonly type: 'mask';
  readonly start: number;
  readonly end: number;
  readonly unit: string | null;
}

/** What a cell holds; `none` is blank or a dash. */
export type CellContent =
  | CellNumber
  | CellMask
  | { readonly type: 'period'; readonly label: string }
  | { readonly type: 'none' }
  | { readonly type: 'text' };

const NONE = /^(?:[-—–―─－/\\~～…·.。、]+|无|空)?$/;
const MASK = /^(?:\*{1,}|□+|_{2,}|[xX×]{2,})([万亿千百]?)(.*)$/u;
const RATIO = /^(\d+(?:\.\d+)?) ?[:∶] ?(\d+(?:\.\d+)?)$/;
const SIGN = /^(?:约|近|[≈≥≤><+-]|>=|<=)? ?/;
const RANGE = /^ ?(?:-{1,2}|[—–~～─]{1,2}|至|到) ?/;
const TAIL = /^(?:及)?(以上|以下|以内|左右)?$/;
const LONGEST = 40;

/** Same length as the source, so that offsets hold: a cell's comma and point are always half-width in meaning. */
function halfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll(/[−﹣]/g, '-');
}

/**
 * Reads a cell's text as one number, one period or one mask. In a cell nothing stands around the number, so none of the
 * running text's doubts apply; what holds more than a number is text.
 */
export function cellContent(source: string): CellContent {
  const trimmed = source.trim();
  if (NONE.test(trimmed)) return { type: 'none' };
  if (trimmed.length > LONGEST) return { type: 'text' };
  const start = source.length - source.trimStart().length;
  const text = halfWidth(trimmed);
  const mask = MASK.exec(text);
  if (mask) {
    const rest = mask[2] ?? '';
    const found = unitAt(rest, 0);
    if (rest === '' || found?.length === rest.length) {
      return { type: 'mask', start, end: start + trimmed.length, unit: found?.unit.name ?? null };
    }
    return { type: 'text' };
  }
  if (/\d/.test(text)) {
    const period = periodAt(text, 0);
    if (period?.end === text.length && /[年]/.test(text)) return { type: 'period', label: period.whole ?? '' };
  }
  const ratio = RATIO.exec(text);
  if (ratio) return ratioOf(start, trimmed.length, ratio[1] ?? '', ratio[2] ?? '');
  return numberOf(text, start) ?? { type: 'text' };
}

function numberOf(text: string, start: number): CellNumber | null {
  const sign = SIGN.exec(text)?.[0] ?? '';
  const negative = sign.startsWith('-');
  const numeral = arabicAt(text, sign.length);
  if (!numeral) return null;
  let { end } = numeral;
  let unit = unitBehind(text, end);
  let high: Decimal | null = null;
  let { place } = numeral;
  end += unit.length;
  const connector = negative ? null : RANGE.exec(text.slice(end));
  if (connector) {
    const second = arabicAt(text, end + connector[0].length);
    if (!second) return null;
    const other = unitBehind(text, second.end);
    if (unit.unit && other.unit?.name !== unit.unit.name) return null;
    unit = other;
    high = second.value;
    place = Math.min(place, second.place);
    end = second.end + other.length;
    if (high.lte(numeral.value)) return null;
  }
  const tail = TAIL.exec(text.slice(end).trim());
  if (!tail) return null;
  const perMille = text[end - 1] === '‰';
  const value = perMille ? numeral.value.div(10) : numeral.value;
  return {
    type: 'number',
    // the sign is printed with the number, 约 and ≥ stand before it
    start: start + (negative ? 0 : sign.length),
    end: start + end,
    value: negative ? value.neg() : value,
    valueMax: high,
    place: perMille ? place - 1 : place,
    interval: null,
    unit: perMille ? '%' : (unit.unit?.name ?? null),
    kind: unit.unit?.kind ?? 'count',
    bound: high ? null : (numeral.bound ?? boundOf(sign, tail[1] ?? '')),
    multiplied: numeral.multiplied,
  };
}

function unitBehind(text: string, end: number): { readonly unit: Unit | null; readonly length: number } {
  const gap = text[end] === ' ' ? 1 : 0;
  const found = unitAt(text, end + gap);
  if (!found) return { unit: null, length: 0 };
  const per = /^\/(?:人|生|月|年|天|日|班|校|学期|学年|平方米|亩|名|次|百人|百生)/.exec(
    text.slice(end + gap + found.length),
  );
  return { unit: found.unit, length: gap + found.length + (per?.[0].length ?? 0) };
}

function boundOf(sign: string, tail: string): Bound {
  if (/[≥>]/.test(sign) || tail === '以上') return '>=';
  if (/[≤<]/.test(sign) || tail === '以下' || tail === '以内') return '<=';
  return /[约近≈]/.test(sign) || tail === '左右' ? '~' : null;
}

function ratioOf(start: number, length: number, left: string, right: string): CellNumber {
  const a = new Decimal(left);
  const b = new Decimal(right);
  const divisor = b.isZero() ? new Decimal(1) : b;
  const value = a.div(divisor);
  return {
    type: 'number',
    start,
    end: start + length,
    value,
    valueMax: null,
    place: -ratioPlaces(left === '1' ? right : left),
    interval: ratioInterval(left, right),
    unit: '比',
    kind: 'ratio',
    bound: null,
    multiplied: true,
  };
}

/** What a number of a cell may stand for once its header's power of ten is multiplied in. */
export function scaledInterval(number: CellNumber, power: number): Interval {
  if (number.interval) return number.interval;
  const factor = new Decimal(10).pow(power);
  return printedInterval(
    number.value.times(factor),
    (number.valueMax ?? number.value).times(factor),
    number.place + power,
  );
}
