import { Decimal } from '../../model/decimal.ts';

/** A unit as a cell gives it: what it counts, and by how much a value in it is multiplied to be in the base unit. */
export interface ParsedUnit {
  /** The base unit; empty where only a multiplier is given (万). */
  readonly base: string;
  readonly factor: Decimal;
}

const MULTIPLIERS: readonly (readonly [word: string, factor: number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

/** Units that count things; a workbook may say 个 where the vocabulary says 所, and means the same. */
const COUNTING = new Set(
  '人 名 位 人次 个 所 间 台 册 套 份 次 本 件 辆 条 座 处 户 场 节 台(套) 台(件) 套(件) 所(个)'.split(' '),
);

/** Other units, each under its canonical name. */
const NAMES: Readonly<Record<string, string>> = {
  元: '元',
  人民币元: '元',
  平方米: '平方米',
  平米: '平方米',
  m2: '平方米',
  平方公里: '平方公里',
  平方千米: '平方公里',
  km2: '平方公里',
  亩: '亩',
  公顷: '公顷',
  '%': '%',
  百分比: '%',
  百分点: '个百分点',
  个百分点: '个百分点',
  分: '分',
  比: '比',
  年: '年',
  公里: '公里',
  米: '米',
};

/** One width for digits, letters and brackets, no white space: how cells are compared. */
export function tidy(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '');
}

/**
 * Reads a unit: `万元`, `亿元`, `平方米`, `㎡`, `元/生`, `万`.
 *
 * @returns null for words that are no known unit
 */
export function parseUnit(text: string): ParsedUnit | null {
  const word = tidy(text)
    .replace(/^每生/u, '')
    .replace(/(?:\/(?:生|人|年|百人|百名))+$/u, '');
  if (word === '') return null;
  if (word === '‰') return { base: '%', factor: new Decimal('0.1') };
  const whole = baseUnit(word);
  if (whole !== null) return { base: whole, factor: new Decimal(1) };
  for (const [multiplier, factor] of MULTIPLIERS) {
    if (!word.startsWith(multiplier)) continue;
    const rest = word.slice(multiplier.length);
    const base = rest === '' ? '' : baseUnit(rest);
    return base === null || base === '%' ? null : { base, factor: new Decimal(factor) };
  }
  return null;
}

function baseUnit(word: string): string | null {
  return NAMES[word] ?? (COUNTING.has(word) ? word : null);
}

/** Whether a value in the one unit may stand for one in the other without conversion; areas are not converted into one another. */
export function compatible(given: string, wanted: string): boolean {
  return given === '' || given === wanted || (COUNTING.has(given) && COUNTING.has(wanted));
}
