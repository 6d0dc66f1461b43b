import { Decimal } from '../model/decimal.ts';

/** A number as printed, with its multipliers, without its unit. */
export interface Numeral {
  /** Offset behind it. */
  readonly end: number;
  readonly value: Decimal;
  /** Power of ten of the last printed place: 0 for 28, -1 for 2.3, 7 for 2.3亿. */
  readonly place: number;
  /** 多, 余, 几 inside the number: at least; 来: about. */
  readonly bound: '>=' | '~' | null;
  readonly multiplied: boolean;
}

const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/** 千米, 千克, 百分点…: the multiplier's character belongs to the unit. 万 and 亿 never do. */
const UNIT_OF = /^(?:千[米克瓦卡字赫帕]|百分|百货|千分|千方|百年|千年|百姓|百强|百校|千校|百日)/;
const OVER = '多余来几';
/** What a multiplier begins with; asked first, for most numbers have none. */
const MULTIPLIER_HEADS = '万千百十亿';

function multiplierAt(text: string, at: number): { power: number; length: number } | null {
  if (at >= text.length || !MULTIPLIER_HEADS.includes(text.charAt(at))) return null;
  if (UNIT_OF.test(text.slice(at, at + 2))) return null;
  for (const [word, power] of MULTIPLIERS) if (text.startsWith(word, at)) return { power, length: word.length };
  return null;
}

/** 多, 余 … directly at the offset, where what follows can still belong to the figure (3万余件, not 3余额). */
function overAt(text: string, at: number): '>=' | '~' | null {
  const character = text[at];
  if (character === undefined || !OVER.includes(character)) return null;
  if (
    // 2000多元, 300多次 are amounts; 多元化 and 多种形式 are words of their own
    /^(?:余额|余下|余热|余地|多媒体|多功能|多元[化的]|多种(?:形|方|渠|途|措|多|样)|多样|多年来|多校|多品|多方|来自|来源|来校|来华|几何)/.test(
      text.slice(at, at + 3),
    )
  )
    return null;
  return character === '来' ? '~' : '>=';
}

const ARABIC = /(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;

/**
 * The number in Arabic figures at an offset of a text whose digits are half-width: 1,234.5 · 2.3亿 · 3万4千 · 7000多万.
 * A full-width comma groups digits only where every group has three, since it also separates the members of a list.
 */
export function arabicAt(text: string, at: number): Numeral | null {
  ARABIC.lastIndex = at;
  const match = ARABIC.exec(text);
  if (!match) return null;
  let printed = match[0];
  // 1，234 could be two members of a list; only the half-width comma groups fewer than three groups
  if (printed.includes('，') && !/^\d{1,3}(?:，\d{3}){2,}/.test(printed))
    printed = printed.slice(0, printed.indexOf('，'));
  const digits = printed.replaceAll(/[,，]/g, '');
  const point = digits.indexOf('.');
  const fraction = point < 0 ? 0 : digits.length - point - 1;
  let end = at + printed.length;
  let bound = overAt(text, end);
  const beforeOver = end;
  if (bound) end += 1;
  const first = multiplierAt(text, end);
  if (!first) {
    if (bound && fraction > 0)
      return { end: beforeOver, value: new Decimal(digits), place: -fraction, bound: null, multiplied: false };
    return { end, value: new Decimal(digits), place: -fraction, bound, multiplied: false };
  }
  end += first.length;
  let value = new Decimal(`${digits}e${first.power}`);
  let place = first.power - fraction;
  // 3万4千, 1亿2000万: a smaller number with its own multiplier goes on; without one (3万4) it is not Chinese practice
  const rest = bound || fraction > 0 ? null : arabicAt(text, end);
  if (rest?.multiplied && rest.value.lt(new Decimal(10).pow(first.power))) {
    return { ...rest, value: value.plus(rest.value) };
  }
  if (!bound) {
    bound = overAt(text, end);
    if (bound) {
      end += 1;
      const second = multiplierAt(text, end);
      if (second && first.power < second.power) {
        // 3千多万: the over-word stands between the multipliers
        end += second.length;
        value = value.times(new Decimal(10).pow(second.power));
        place += second.power;
      }
    }
  } else {
    const again = text[end];
    if (again === '余' || again === '多') end += 1; // 100多万余元: doubled by mistake, still one number
  }
  return { end, value, place, bound, multiplied: true };
}

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const CHINESE = /[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?/y;

/**
 * The number in Chinese characters at an offset: 三, 十二, 一百二十三点五, 十二万三千. Null where the characters are no
 * number: 三四 (about three or four), 百 or 千 alone (百名教师), digits in a row.
 */
export function chineseAt(text: string, at: number): Numeral | null {
  CHINESE.lastIndex = at;
  const match = CHINESE.exec(text);
  if (!match) return null;
  let printed = match[0];
  // 三百分点 is 三 + 百分点
  if (printed.endsWith('百') && /^分[点之]/.test(text.slice(at + printed.length))) printed = printed.slice(0, -1);
  const [whole = '', fraction = ''] = printed.split('点');
  const value = chineseWhole(whole);
  if (value === null) return null;
  const decimals = [...fraction].map((character) => DIGIT[character]).join('');
  let end = at + printed.length;
  const bound = overAt(text, end);
  let result = fraction === '' ? value : value.plus(`0.${decimals}`);
  let place = -fraction.length;
  if (bound) {
    end += 1;
    const multiplier = multiplierAt(text, end);
    if (multiplier) {
      end += multiplier.length;
      result = result.times(new Decimal(10).pow(multiplier.power));
      place += multiplier.power;
    }
  }
  return { end, value: result, place, bound, multiplied: false };
}

function chineseWhole(text: string): Decimal | null {
  let total = new Decimal(0);
  let section = 0;
  let digit: number | null = null;
  let stated = false;
  for (const character of text) {
    const value = DIGIT[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null; // 三四
      digit = value;
      stated = true;
      continue;
    }
    const small = SMALL[character];
    if (small !== undefined) {
      // 十 alone is ten; 百 and 千 alone are figures of speech
      if (digit === null && small !== 1) return null;
      section += (digit ?? 1) * 10 ** small;
      digit = null;
      stated = true;
      continue;
    }
    section += digit ?? 0;
    if (section === 0 && total.isZero()) return null;
    const power = character === '万' ? 4 : 8;
    total = power === 8 ? total.plus(section).times(1e8) : total.plus(section * 1e4);
    section = 0;
    digit = null;
  }
  return stated ? total.plus(section + (digit ?? 0)) : null;
}
