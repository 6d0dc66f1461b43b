import type { Stage } from '../../../model/figure.ts';
import { indicatorOf } from '../../../vocabulary/index.ts';
import { namedQuantity, stageOf } from '../named-quantity.ts';
import type { RawCell, RawSheet } from '../open-workbook.ts';
import { cellText } from '../table.ts';
import { parseUnit, tidy } from '../units.ts';
import { FORM_NAMES } from './form-facts.ts';

/** What a heading of one or several storeys stands for. */
export interface PathMeaning {
  /** Id of the vocabulary, or `text:` and a name. */
  readonly indicator: string;
  readonly stage: Stage | null;
  /** The unit in it, as written; empty where there is none. */
  readonly unit: string;
}

type Named = Pick<PathMeaning, 'indicator' | 'stage'>;

/** The different texts over a column, from the top down; merged headings count for all that they span. */
export function headingPath(sheet: RawSheet, column: number, from: number, until: number): string[] {
  const path: string[] = [];
  for (let row = from; row < until; row++) {
    const word = cellText(sheet.shown(row, column)).replaceAll(/\s+/gu, '');
    if (word !== '' && word !== path.at(-1)) path.push(word);
  }
  return path;
}

/**
 * What a heading path stands for, from its lowest storey upwards: 教职工数 / 小学 / 其中：专任教师数 are the teachers of primary
 * schools.
 *
 * @returns null where no storey names a known quantity, or where two storeys name stages that differ
 */
export function meaningOf(path: readonly string[]): PathMeaning | null {
  let named: Named | null = null;
  let unit = '';
  const stages = new Set<Stage>();
  for (const storey of [...path].reverse()) {
    const { word, unit: own } = withoutUnit(storey);
    const stage = stageOf(word);
    const found: Named | null = named === null && !(stage && isStageOnly(word)) ? quantityNamed(word) : null;
    if (found !== null) {
      named = found;
      if (found.stage !== null) stages.add(found.stage);
    } else if (stage) stages.add(stage);
    if (unit === '') unit = own;
  }
  if (named === null || stages.size > 1) return null;
  return { indicator: named.indicator, stage: [...stages][0] ?? null, unit };
}

/** 小学 and 初中 name a stage before anything else; 九年一贯制学校 in a form names a kind of school. */
function isStageOnly(word: string): boolean {
  return FORM_NAMES[word] === undefined && indicatorOf(namedQuantity(word).id) === undefined;
}

function quantityNamed(word: string): Named | null {
  const own = FORM_NAMES[word];
  if (own !== undefined) return { indicator: own[0], stage: own[1] ?? null };
  const { indicator, stage } = namedQuantity(word);
  return indicator === null ? null : { indicator: indicator.id, stage };
}

function withoutUnit(text: string): { readonly word: string; readonly unit: string } {
  const word = tidy(text)
    .replaceAll('*', '')
    .replace(/^(?:自然情况|经济情况|其中)[:：]?/u, '')
    .replace(/[:：]$/u, '');
  const [, name = '', unit = ''] = /^(.+?)[([]([^()[\]]+)[)\]]$/u.exec(word) ?? [];
  return name !== '' && parseUnit(unit) !== null ? { word: name, unit } : { word, unit: '' };
}

/**
 * A sheet whose heading of several storeys stands in one row: that of the lowest storey, each column under the words by which
 * `known` recognises it, else under all its storeys. A sheet with a heading of one storey comes back as it is.
 *
 * @param naming recognises the cell that names the rows (学校名称); its merged range tells how high the heading is
 */
export function withFlatHeading(
  sheet: RawSheet,
  naming: (heading: string) => boolean,
  known: (heading: string) => boolean,
): RawSheet {
  const block = headingBlock(sheet, naming);
  if (block === null || block.until - block.from < 2) return sheet;
  const { from, until } = block;
  const headings = new Map<number, RawCell>();
  for (let column = 0; column < sheet.columnCount; column++) {
    const path = headingPath(sheet, column, from, until);
    if (path.length === 0) continue;
    const last = path.at(-1) ?? '';
    const whole = path.join('');
    const choices = [last, whole, [...path].reverse().join(''), ...path.slice(0, -1)];
    const value = choices.find(known) ?? whole;
    headings.set(column, { value, error: null, uncalculated: false, percent: false });
  }
  const cell = (row: number, column: number): RawCell | null => {
    if (row === until - 1) return headings.get(column) ?? null;
    return row >= from && row < until ? null : sheet.cell(row, column);
  };
  const shown = (row: number, column: number) =>
    row >= from && row < until ? cell(row, column) : sheet.shown(row, column);
  return { ...sheet, cell, shown };
}

function headingBlock(
  sheet: RawSheet,
  naming: (heading: string) => boolean,
): { readonly from: number; readonly until: number } | null {
  for (let row = 0; row < Math.min(sheet.rowCount, 20); row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const heading = cellText(sheet.cell(row, column));
      if (heading === '' || !naming(heading)) continue;
      let until = row + 1;
      while (until < sheet.rowCount && sheet.cell(until, column) === null && sheet.shown(until, column) !== null)
        until++;
      return { from: row, until };
    }
  }
  return null;
}
