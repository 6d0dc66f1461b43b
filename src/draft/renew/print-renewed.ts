import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { printChinese } from '../../quantities/chinese-print.ts';

/** A new value in the form of the old print. */
export interface Renewed {
  /** In place of the figure's whole text. */
  readonly text: string;
  /** What it now says, in the base unit. */
  readonly value: Decimal;
  /** The word of the limit that fits the new value no more (近, 以上); null where all fits. */
  readonly misfit: string | null;
}

const ARABIC = /^(\s*)([-−－]?\d+(?:[,，]\d{3})*(?:\.\d+)?)(\D*)$/su;
const RATIO = /^(\s*)(\d+(?:\.\d+)?)(\s*[:：∶]\s*)(\d+(?:\.\d+)?)(\s*)$/su;
const CHINESE = /^[零〇一二两三四五六七八九十百千]+/u;
const NEAR = /(?:近|将近|接近)$/u;
/** 超过100所 is not said of a hundred. */
const STRICT_BEFORE = /(?<!不)(?:超过|超出|超|突破|多于|高于|大于|逾)了?$/u;
/** More places than this no report prints of a rate. */
const MOST_PLACES = 4;
/** Words of a limit that let a number be this much below or above it. */
const NEAR_ENOUGH = new Decimal('0.9');

/**
 * Prints this year's value as last year's was printed there: its unit, multiplier, places, grouping, width and kind of digits, and
 * rounded to the side that the words around it ask for (多, 以上: down; 不足: up).
 *
 * @param before the text before the figure, some ten characters
 * @param after the text behind it
 * @returns null where the old print is of a kind that nobody can fill in mechanically (3万4千, 二分之一)
 */
export function printRenewed(figure: Figure, value: Decimal, before: string, after: string): Renewed | null {
  const half = halfWidth(figure.text);
  const full = half !== figure.text && /[０-９]/u.test(figure.text);
  const chinese = CHINESE.exec(half);
  if (chinese && !/\d/u.test(half)) return chinesePrint(figure, chinese[0], value);
  const ratio = RATIO.exec(half);
  if (ratio) return ratioPrint(ratio, value, full);
  const match = ARABIC.exec(half);
  if (match === null) return null;
  const [, lead = '', digits = '', rest = ''] = match;
  const printed = new Decimal(digits.replaceAll(/[,，]/gu, '').replace(/[−－]/u, '-'));
  const factor = printed.isZero() ? new Decimal(multiplierIn(rest)) : figure.value.div(printed);
  if (factor.lte(0)) return null;
  const now = value.div(factor);
  const { shown, places, misfit } = rounded(figure, printed, digits, now, before, after, rest);
  const text = `${lead}${grouped(shown.toFixed(places), digits)}${rest}`;
  return { text: full ? fullWidth(text) : text, value: shown.times(factor), misfit };
}

function chinesePrint(figure: Figure, digits: string, value: Decimal): Renewed | null {
  if (/点|分之|万|亿/u.test(figure.text) || figure.bound !== null) return null;
  const text = printChinese(value);
  return text === null ? null : { text: figure.text.replace(digits, text), value, misfit: null };
}

function ratioPrint(match: RegExpExecArray, value: Decimal, full: boolean): Renewed | null {
  const [, lead = '', left = '', colon = '', right = '', end = ''] = match;
  if (value.lte(0)) return null;
  const whole = new Decimal(left).plus(right);
  if (left !== '1' && right !== '1') {
    // 普职比6.1:3.9 is told of ten or a hundred together
    if (!whole.eq(10) && !whole.eq(100)) return null;
    const part = whole.times(value).div(value.plus(1)).toDecimalPlaces(placesOf(left), Decimal.ROUND_HALF_UP);
    const rest = whole.minus(part);
    if (part.lte(0) || rest.lte(0)) return null;
    const both = `${lead}${part.toFixed(placesOf(left))}${colon}${rest.toFixed(placesOf(right))}${end}`;
    return { text: full ? fullWidth(both) : both, value: part.div(rest), misfit: null };
  }
  const turned = left === '1';
  const old = turned ? right : left;
  const places = placesOf(old);
  const shown = (turned ? new Decimal(1).div(value) : value).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  if (shown.isZero()) return null;
  const text = `${lead}${turned ? `1${colon}${shown.toFixed(places)}` : `${shown.toFixed(places)}${colon}1`}${end}`;
  return { text: full ? fullWidth(text) : text, value: turned ? new Decimal(1).div(shown) : shown, misfit: null };
}

type Mode = typeof Decimal.ROUND_UP | typeof Decimal.ROUND_DOWN | typeof Decimal.ROUND_HALF_UP;

interface Rounded {
  readonly shown: Decimal;
  readonly places: number;
  readonly misfit: string | null;
}

function rounded(
  { bound, kind, text }: Figure,
  old: Decimal,
  digits: string,
  now: Decimal,
  before: string,
  after: string,
  rest: string,
): Rounded {
  const places = placesOf(digits);
  const at = (value: Decimal, power: number, mode: Mode): Decimal => {
    const step = new Decimal(10).pow(power);
    return value.div(step).toDecimalPlaces(0, mode).times(step);
  };
  if (bound === null) {
    // a full 100% says that nothing is missing, which a rounded one must not; of a whole number nobody knows the usual places
    const whole = kind === 'percent' && (old.eq(100) || old.isZero());
    let many = whole ? Math.min(2, now.decimalPlaces()) : places;
    const exact = (value: Decimal): boolean => value.isZero() || (kind === 'percent' && value.abs().eq(100));
    while (many < MOST_PLACES && exact(now.toDecimalPlaces(many)) && !exact(now)) many += 1;
    return { shown: now.toDecimalPlaces(many, Decimal.ROUND_HALF_UP), places: many, misfit: null };
  }
  const power = lastDigit(old, places);
  const result = (shown: Decimal, misfit: string | null): Rounded => ({
    shown,
    places: Math.max(shown.decimalPlaces(), power < 0 ? places : 0),
    misfit,
  });
  const exactly = now.toDecimalPlaces(Math.max(places, Math.min(2, now.decimalPlaces())), Decimal.ROUND_HALF_UP);
  if (bound === '>=') {
    for (let step = power; step >= power - 2; step -= 1) {
      const shown = at(now, step, Decimal.ROUND_DOWN);
      const strict = /[多余]/u.test(text) || /^(?:多|余)/u.test(after) || STRICT_BEFORE.test(before);
      if (shown.isZero() || (strict && shown.eq(now))) continue;
      return result(shown, null);
    }
    return result(exactly, wordAround(before, after, rest));
  }
  if (bound === '<=') return result(at(now, power, Decimal.ROUND_UP), null);
  const shown = at(now, power, Decimal.ROUND_HALF_UP);
  if (!NEAR.test(before)) return shown.isZero() ? result(exactly, null) : result(shown, null);
  const fits = now.lte(shown) && now.gte(shown.times(NEAR_ENOUGH)) && !now.eq(shown);
  return fits ? result(shown, null) : result(exactly, wordAround(before, after, rest));
}

function wordAround(before: string, after: string, rest: string): string {
  const word = /(?:将近|接近|近|超过|超出|突破|逾|不低于|不少于|高于|多于|超)$/u.exec(before)?.[0];
  return word ?? /[多余]/u.exec(rest)?.[0] ?? /^(?:以上|多|余|之多)/u.exec(after)?.[0] ?? '这个说法';
}

/** The power of ten of the last digit that says something: 300 → 2, 3.20 → -2. */
function lastDigit(value: Decimal, places: number): number {
  if (places > 0 || value.isZero()) return -places;
  const digits = value.abs().toFixed(0);
  return digits.length - digits.replace(/0+$/u, '').length;
}

function placesOf(digits: string): number {
  return /\.(\d+)$/u.exec(digits)?.[1]?.length ?? 0;
}

function grouped(printed: string, like: string): string {
  const comma = /[,，]/u.exec(like)?.[0];
  return comma === undefined ? printed : printed.replaceAll(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/gu, comma);
}

function multiplierIn(rest: string): string {
  const power = [...(/^[千百十]?[万亿]+/u.exec(rest)?.[0] ?? '')].reduce(
    (sum, character) => sum + ({ 千: 3, 百: 2, 十: 1, 万: 4, 亿: 8 }[character] ?? 0),
    0,
  );
  return `1e${power}`;
}

function halfWidth(text: string): string {
  return text.replaceAll(/[０-９．％]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function fullWidth(text: string): string {
  return text.replaceAll(/[0-9.%](?![^\d.%]*[A-Za-z])/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
}
