import { statesQuantity } from './chinese-count.ts';
import { arabicFraction, chineseFraction } from './fraction.ts';
import { maskAt } from './mask.ts';
import { arabicAt, chineseAt, type Numeral } from './numeral.ts';
import { periodAt } from './period.ts';
import { quantity } from './quantity.ts';
import { ratioAt } from './ratio.ts';
import { shareBounds } from './shared-bounds.ts';
import { sharePoints } from './shared-points.ts';
import { at } from './sticky.ts';
import type { PeriodToken, QuantityToken, Token } from './token.ts';
import { type Unit, unitAt } from './unit.ts';

const NOTHING = 0;
const ARABIC_DIGIT = 1;
const CHINESE_DIGIT = 2;
const MASK = 3;
const OPEN = 4;
const CLOSE = 5;
const LINE_END = 6;

/** What each character may begin; one look-up a character keeps the scan linear and fast. */
const CLASS = new Uint8Array(0x10000);
for (const character of '0123456789') CLASS[character.charCodeAt(0)] = ARABIC_DIGIT;
for (const character of '零〇一二两三四五六七八九十百千') CLASS[character.charCodeAt(0)] = CHINESE_DIGIT;
for (const character of '*_□xX×') CLASS[character.charCodeAt(0)] = MASK;
for (const character of '“《') CLASS[character.charCodeAt(0)] = OPEN;
for (const character of '”》') CLASS[character.charCodeAt(0)] = CLOSE;
CLASS[10] = LINE_END;

const HAN = /\p{Script=Han}/u;
const PROPORTION = /\d+(?:\.\d+)?(?:\s?[:：∶]\s?\d+(?:\.\d+)?){2,}/y;
const COLONS = ':：∶';
const DIGITS = '0123456789.';
const CONNECTOR = /[^\S\n]?(?:[-—–－~～─]{1,2}|至|到)[^\S\n]?/y;
const NAME_SUM = /\d+[+＋](?:[\dNXn]|[一-龥])/y;

/** Half-width digits, same length: reports of mixed origin print ２０１６ beside 2016, and ８．５ is a decimal. */
function halfWidth(text: string): string {
  return /[０-９％－]/.test(text)
    ? text.replaceAll(/[０-９]|(?<=[０-９])．(?=[０-９])/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    : text;
}

/**
 * Every printed number that can state a quantity, every period and every redaction mark of a text, in order.
 * Ordinals, document numbers, names (“211”, 2+2项目, 第三中学), clock times and enumeration marks are passed over.
 * Linear in the text's length.
 */
export function lex(source: string): Token[] {
  const text = halfWidth(source);
  const tokens: Token[] = [];
  let quoteStart = -1;
  let title = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const kind = CLASS[text.charCodeAt(offset)] ?? NOTHING;
    if (kind === NOTHING) continue;
    if (kind === LINE_END) {
      quoteStart = -1;
      title = 0;
      continue;
    }
    if (kind === OPEN) {
      if (text[offset] === '“') quoteStart = offset;
      else title += 1;
      continue;
    }
    if (kind === CLOSE) {
      if (text[offset] === '”') quoteStart = -1;
      else title = Math.max(0, title - 1);
      continue;
    }
    const period = periodAt(text, offset);
    if (period) {
      tokens.push({ type: 'period', start: offset, ...period } satisfies PeriodToken);
      offset = period.end - 1;
      continue;
    }
    if (kind === MASK) {
      const mask = maskAt(text, offset);
      if (mask.token) tokens.push(mask.token);
      offset = mask.end - 1;
      continue;
    }
    const named = title > 0 || (quoteStart >= 0 && isShortQuote(text, quoteStart));
    const read =
      kind === ARABIC_DIGIT ? arabicQuantity(text, offset, tokens.at(-1), named) : chineseQuantity(text, offset, named);
    for (const token of read.tokens) tokens.push(token);
    offset = Math.max(offset, read.end - 1);
  }
  shareBounds(text, tokens);
  sharePoints(text, tokens);
  return tokens;
}

interface Read {
  readonly tokens: readonly QuantityToken[];
  readonly end: number;
}

/** A quotation of a few characters is a name (“三通两平台”, “2+2”); in a longer one numbers state quantities as anywhere. */
function isShortQuote(text: string, start: number): boolean {
  // Only so far: a mark that is never closed would be looked for to the end of the text, for each number behind it.
  return text.slice(start, start + 17).includes('”');
}

function skipDigits(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && /[\dA-Za-z.]/.test(text[end] ?? '')) end++;
  return end;
}

function arabicQuantity(text: string, offset: number, last: Token | undefined, named: boolean): Read {
  const before = text[offset - 1] ?? '\n';
  const skip: Read = { tokens: [], end: skipDigits(text, offset) };
  if (/[A-Za-z_]/.test(before) || (before === ' ' && /[A-Za-z]/.test(text[offset - 2] ?? ''))) return skip;
  if (before === '第' || (before === '前' && /^\d+(?:名|位|强)/.test(text.slice(offset, offset + 8)))) return skip;
  if (/[+＋]/.test(before) || at(NAME_SUM, text, offset)) return skip;
  if (isEnumerationMark(text, offset)) return skip;
  // 4.0∶37.7∶58.3 sets three shares side by side, it is no ratio of two
  const compared = isCompared(text, offset);
  const proportion = compared ? at(PROPORTION, text, offset) : null;
  if (proportion) return { tokens: [], end: offset + proportion[0].length };
  const ratio = compared ? ratioAt(text, offset) : null;
  if (ratio && !named) return { tokens: [ratio], end: ratio.end };
  const part = named ? null : arabicFraction(text, offset);
  if (part) return { tokens: [part], end: part.end };
  const numeral = arabicAt(text, offset);
  if (!numeral) return skip;
  const negative = isMinus(text, offset, last);
  const first = withUnit(text, numeral.end, numeral.multiplied);
  if (/^年(?:义务|规划|行动计划)/.test(text.slice(numeral.end, numeral.end + 5))) return skip;
  if (text[numeral.end] === '号' || /^(?:\]|】|〕)\s?第?\d+号/.test(text.slice(numeral.end, numeral.end + 6)))
    return skip;
  const range = negative ? null : rangeFrom(text, offset, numeral, first);
  if (range) return named ? { tokens: [], end: range.end } : { tokens: [range], end: range.end };
  if (named && !(first.unit && ['money', 'percent', 'area'].includes(first.unit.kind)))
    return { tokens: [], end: first.end };
  if (!first.unit && (isReference(text, offset) || !isBareFigure(text, numeral, before)))
    return { tokens: [], end: numeral.end };
  const start = negative ? offset - 1 : offset;
  const value = negative ? numeral.value.neg() : numeral.value;
  return {
    tokens: [quantity(text, start, first.end, value, null, numeral.place, first.unit, numeral.bound)],
    end: first.end,
  };
}

/** Whether a colon stands behind the number; asked before the patterns of ratios, for hardly any number has one. */
function isCompared(text: string, offset: number): boolean {
  let end = offset;
  while (DIGITS.includes(text.charAt(end) || '$')) end++;
  while (end < text.length && /\s/.test(text.charAt(end))) end++;
  return COLONS.includes(text.charAt(end) || '$');
}

/** 1. 1、 （1） at the head of a paragraph or behind a full stop number the text, they state nothing. */
function isEnumerationMark(text: string, offset: number): boolean {
  const before = text[offset - 1] ?? '\n';
  if (!/[\s\u3000。；：（(]/.test(before)) return false;
  const head = /(?:^|[\n。；：])[\s\u3000]*$/.test(text.slice(Math.max(0, offset - 4), offset));
  const after = text.slice(offset, offset + 4);
  if (head && /^\d{1,2}(?:[、．]|\.(?!\d))/.test(after)) return true;
  return /[（(]/.test(before) && /^\d{1,2}[）)]/.test(after);
}

/** A hyphen right before a number is a minus sign unless it connects two members of a range. */
function isMinus(text: string, offset: number, last: Token | undefined): boolean {
  if (!/[-－−–]/.test(text[offset - 1] ?? '')) return false;
  if (last && last.end >= offset - 1) return false;
  return !/[\dA-Za-z-]/.test(text[offset - 2] ?? '');
}

interface WithUnit {
  readonly unit: Unit | null;
  readonly end: number;
}

function withUnit(text: string, end: number, multiplied: boolean): WithUnit {
  const gap = text[end] === ' ' || text[end] === '\u3000' ? 1 : 0;
  const found = unitAt(text, end + gap);
  if (!found) return { unit: null, end };
  // a calendar-like number with 年 has been read as a period; 2000年 as a duration does not occur
  if (gap === 1 && !['percent', 'money', 'area'].includes(found.unit.kind) && !multiplied) {
    const next = text[end + gap + found.length] ?? '';
    if (HAN.test(next) && found.length === 1) return { unit: null, end };
  }
  const behind = end + gap + found.length;
  // 元/月, 册/生: the rate's base is printed with the unit and is no part of its name
  const per = /^[/／](?:人|生|月|年|天|日|班|校|学期|学年|平方米|亩|名|次)/.exec(text.slice(behind, behind + 4));
  return { unit: found.unit, end: behind + (per?.[0].length ?? 0) };
}

/** 表1, 图2, 附件3: the number of a table; 代表12 is none. */
function isReference(text: string, offset: number): boolean {
  return /(?:(?:^|[^\p{Script=Han}]|[附续见如下及和])[表图]|附件)[ \u3000]?$/u.test(
    text.slice(Math.max(0, offset - 4), offset),
  );
}

/** A number without unit is a figure where nothing that it could name follows it: 总人口85万，… 系数0.48、0.39 */
function isBareFigure(text: string, numeral: Numeral, before: string): boolean {
  // what the next line or cell begins with says nothing of this number
  const after = /^[^\S\n\v]*([^\n\v]{0,2})/u.exec(text.slice(numeral.end, numeral.end + 12))?.[1] ?? '';
  const next = after[0] ?? '\n';
  if (/[“‘"'/#.．-]/.test(before) || /[A-Za-z/+\-—–~～:：]/.test(next)) return false;
  if (numeral.multiplied) return !/^[年月日号]/.test(next);
  if (numeral.bound) return false;
  // 努力方向1、进一步…: a small number before 、 and words numbers an item of a list
  if (/^[、．.]\D/.test(after) && /^\d{1,2}$/.test(numeral.value.toFixed()) && before !== '为') return false;
  if (!HAN.test(next))
    return !/[“”’"'】〕\]*□_xX]/.test(next) && !(numeral.value.gte(1e9) && numeral.value.isInteger());
  if (next === '的' && numeral.place < 0) return true;
  // 比规定的0.65和0.55低0.35和0.3: the amount of the difference stands right behind the word
  if (/^[高低多少][出了约近\d]/.test(after)) return numeral.place < 0;
  return /^(?:和|及|与|以上|以下|以内|左右|提高|提升|跃升|增加|上升|下降|增长|减少|扩大|缩小|到|至|降|升)/.test(after);
}

function rangeFrom(text: string, start: number, low: Numeral, first: WithUnit): QuantityToken | null {
  const connector = at(CONNECTOR, text, first.end);
  if (!connector) return null;
  const from = first.end + connector[0].length;
  const high = arabicAt(text, from);
  if (!high) return null;
  const second = withUnit(text, high.end, high.multiplied);
  // 0.31—0.46之间: two bare coefficients; bare whole numbers connected by a dash are years, pages or names
  const coefficients =
    !first.unit && !second.unit && low.place < 0 && high.place < 0 && !/^[-—–～~]/.test(text.slice(second.end));
  if (!coefficients && (!second.unit || (first.unit && first.unit.name !== second.unit.name))) return null;
  if (/[至到]/.test(connector[0])) {
    // 由50元至150元 tells of a change, two figures
    const clause =
      text
        .slice(Math.max(0, start - 16), start)
        .split(/[，。；：、\n]/)
        .at(-1) ?? '';
    if (/[由从自]/.test(clause)) return null;
  }
  // 3—5万 means 3万 to 5万 where the first is printed without its multiplier and would exceed nothing
  const shared =
    !first.unit && high.multiplied && !low.multiplied
      ? high.value.div(arabicAt(text.slice(from, from + 20).replace(/[万亿千百].*$/su, ''), 0)?.value ?? 1)
      : null;
  const lowValue = shared?.isFinite() ? low.value.times(shared) : low.value;
  if (high.value.lte(lowValue)) return null;
  return quantity(text, start, second.end, lowValue, high.value, Math.min(high.place, low.place), second.unit, null);
}

function chineseQuantity(text: string, offset: number, named: boolean): Read {
  const part = named ? null : chineseFraction(text, offset);
  if (part) return { tokens: [part], end: part.end };
  const run = /[零〇一二两三四五六七八九十百千万亿]+/y;
  const runEnd = offset + (at(run, text, offset)?.[0].length ?? 1);
  const numeral = chineseAt(text, offset);
  if (!numeral || named) return { tokens: [], end: runEnd };
  const found = unitAt(text, numeral.end);
  const printed = text.slice(offset, numeral.end);
  if (!found || !statesQuantity(text, offset, printed.replace(/[多余来几]$/, ''), found.unit, numeral.end)) {
    return { tokens: [], end: Math.max(runEnd, numeral.end) };
  }
  const end = numeral.end + found.length;
  return { tokens: [quantity(text, offset, end, numeral.value, null, numeral.place, found.unit, numeral.bound)], end };
}
