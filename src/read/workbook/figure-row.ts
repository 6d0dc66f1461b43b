import { Decimal } from '../../model/decimal.ts';
import type { Datum } from '../../model/dataset.ts';
import { STAGE_CHOICES, stageOf, type NamedQuantity } from './named-quantity.ts';
import { compatible, parseUnit, tidy, type ParsedUnit } from './units.ts';

/** Quantities that may fall below zero. */
const SIGNED = /增长|增减|增幅|增速|增加|净增|变化|差额|结余/u;
/** Own names that speak of money, of which nobody can say whether 1200 is yuan or ten thousand yuan. */
const MONEY = /资金|经费|投入|拨款|工资|收入|支出|金额|补助|投资|产值/u;

type Tell = (message: string) => void;

/** Whose a figure is; null for the whole county. */
export function readScope(text: string): string | null {
  return text === '' || /^全[县市区旗]$/u.test(text) ? null : text;
}

/** The stage that a row gives, in its own cell or in the name; an unknown word and a contradiction are told. */
export function readStage(text: string, quantity: NamedQuantity, tell: Tell): Datum['stage'] {
  const stage = stageOf(text);
  if (stage === undefined) {
    tell(`不认识学段“${text}”；应为${STAGE_CHOICES.join('、')}之一，与学段无关的留空。`);
    return null;
  }
  if (stage !== null && quantity.stage !== null && stage !== quantity.stage) {
    tell(`学段“${text}”与指标名称中的“${quantity.stage}”不一致。`);
  }
  return stage ?? quantity.stage;
}

/** `2024`, `2024年`, `2023—2024学年`, a date; null for an empty cell. */
export function readPeriod(text: string, tell: Tell): string | null {
  const word = tidy(text).replaceAll(/[—–―~至]+/gu, '-');
  if (word === '') return null;
  const [, from = '', until, school] = /^(\d{4})(?:-(\d{4}))?(学年)?(?:年度?|年\d{1,2}月\d{1,2}日)?$/u.exec(word) ?? [];
  const year = Number(from);
  if (year < 1980 || year > 2100) {
    tell(`“${text}”不是年份；应写成2024，或2023-2024学年。`);
    return null;
  }
  if (until === undefined && school === undefined) return from;
  if (until !== undefined && Number(until) !== year + 1) {
    tell(`“${text}”不是一个学年；前后应相差一年。`);
    return null;
  }
  return `${from}-${year + 1}学年`;
}

/** The unit of a row: its own cell, else one in the name; an unknown one and one of another kind are told. */
export function readUnit(text: string, quantity: NamedQuantity, tell: Tell): ParsedUnit | null {
  const given = text === '' ? (quantity.unit ?? '') : text;
  if (given === '') return null;
  const unit = parseUnit(given);
  const own = quantity.indicator?.unit;
  // A figure of the county's own may have any unit, as long as no 万 or 亿 in it goes unread.
  if (unit === null && quantity.indicator === null && !/^[万亿千百]/u.test(given)) {
    return { base: given, factor: new Decimal(1) };
  }
  if (unit === null) tell(`不认识单位“${given}”。`);
  else if (own !== undefined && own !== null && !compatible(unit.base, own)) {
    tell(`“${quantity.indicator?.name}”的单位应为${own}（或万${own}等），不是“${given}”。`);
  }
  return unit;
}

/** Whether a number without a unit would be a guess: people come in 人 and 万人, money in 元, 万元 and 亿元. */
export function needsUnit(name: string, { indicator }: NamedQuantity): boolean {
  if (indicator === null) return MONEY.test(name);
  return indicator.unit === '元' || indicator.unit === '人';
}

/** What cannot be right about a value; null where nothing is. */
export function faultOfValue(value: Decimal, name: string, { indicator }: NamedQuantity): string | null {
  if (value.isNegative() && !value.isZero() && !SIGNED.test(indicator?.name ?? name)) {
    return `不能是负数（${value.toString()}）。`;
  }
  if (indicator?.kind === 'count' && indicator.places === 0 && !value.isInteger()) {
    return `换算后为${value.toString()}${indicator.unit ?? ''}，应为整数。`;
  }
  return null;
}
