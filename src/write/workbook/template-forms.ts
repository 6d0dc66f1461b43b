import { type Column, SHEETS } from '../../read/workbook/columns.ts';
import { DIRECTIONS, GATE_COLUMNS, GATE_RULES } from '../../read/workbook/gate-sheet.ts';
import { RESPONDENTS, SATISFACTION_COLUMNS } from '../../read/workbook/satisfaction-sheet.ts';
import { WORK_COLUMNS } from '../../read/workbook/work-sheet.ts';
import { rangeBelow } from './cell-range.ts';
import type { CountyFill } from './county-fill.ts';
import { WORK_ITEMS } from './work-items.ts';
import type { SheetCell, SheetPlan } from './xlsx.ts';

const GATE_ROWS = 12;
const SPARE = 10;

/** The sheet 省标: the province's marks, then the two rules on misses. */
export function gateSheet(fill: CountyFill | null): SheetPlan {
  const items = (fill?.gate?.items ?? []).map((item): SheetCell[] => [
    { value: item.name },
    { value: item.comparison ?? DIRECTIONS[0] },
    { value: item.primary ?? null, format: 'General' },
    { value: item.junior ?? null, format: 'General' },
    { value: item.unit ?? null },
    { value: item.clause ?? null },
  ]);
  while (items.length < GATE_ROWS) items.push(GATE_COLUMNS.map(() => ({ value: null })));
  const rule = (name: string, value: number | undefined, unit: string, note: string): SheetCell[] => [
    { value: name, style: 'topic', note },
    { value: null, style: 'topic' },
    { value: value ?? null, format: 'General' },
    { value: null, style: 'topic' },
    { value: unit },
    { value: null },
  ];
  return {
    name: SHEETS.gate,
    rows: [
      headingsOf(GATE_COLUMNS),
      ...items,
      rule(
        GATE_RULES.misses,
        fill?.gate?.misses,
        '项',
        '填在“小学”一列：一所学校允许几项不达标；不允许填0，没有规定留空。',
      ),
      rule(
        GATE_RULES.floor,
        fill?.gate?.floor,
        '%',
        '填在“小学”一列：不达标的项不得低于标准的百分之几；没有规定留空。',
      ),
    ],
    widths: [36, 10, 12, 12, 10, 40],
    frozen: { rows: 1, columns: 1 },
    print: { title: SHEETS.gate, repeatedRows: 1 },
    entries: [{ range: rangeBelow(1, items.length), choices: DIRECTIONS, blank: true }],
  };
}

/** The sheet 工作自评: the 17 items of the nation; the province's own go below. */
export function workSheet(fill: CountyFill | null): SheetPlan {
  const rows = WORK_ITEMS.map(({ code, group, name }): SheetCell[] => {
    const [points = null, score = null, evidence = null] = fill?.work?.[code] ?? [];
    return [
      { value: code, style: 'boxed' },
      { value: group, style: 'boxed' },
      { value: name, style: 'boxed' },
      { value: points, format: '0.0', style: 'boxed' },
      { value: score, format: '0.0', style: 'boxed' },
      { value: evidence, style: 'boxed' },
    ];
  });
  for (let spare = 0; spare < SPARE; spare++) rows.push(WORK_COLUMNS.map(() => ({ value: null, style: 'boxed' })));
  const column = (key: string) => WORK_COLUMNS.findIndex((candidate) => candidate.key === key);
  return {
    name: SHEETS.work,
    rows: [headingsOf(WORK_COLUMNS), ...rows],
    widths: [8, 12, 60, 9, 9, 44],
    frozen: { rows: 1, columns: 0 },
    fitted: true,
    print: { title: SHEETS.work, repeatedRows: 1 },
    entries: ['points', 'score'].map((key) => ({
      range: rangeBelow(column(key), rows.length),
      minimum: 0 as const,
      whole: false,
    })),
  };
}

/** The sheet 满意度, one row a group of respondents. */
export function satisfactionSheet(fill: CountyFill | null): SheetPlan {
  const given = fill?.satisfaction;
  const groups = new Set<string>([...RESPONDENTS, ...Object.keys(given?.groups ?? {})]);
  const numbers = SATISFACTION_COLUMNS.filter(({ unit }) => unit !== null);
  const rows = [...groups].map((group): SheetCell[] => {
    const values = given?.groups[group];
    return [
      { value: group },
      ...numbers.map((_, index): SheetCell => ({ value: values?.[index] ?? null, format: '#,##0' })),
      { value: values === undefined ? null : (given?.definition ?? null) },
      { value: values === undefined ? null : (given?.asOf ?? null), format: '@' },
      { value: values === undefined ? null : (given?.office ?? null) },
    ];
  });
  for (let spare = 0; spare < SPARE; spare++) rows.push(SATISFACTION_COLUMNS.map(() => ({ value: null })));
  return {
    name: SHEETS.satisfaction,
    rows: [headingsOf(SATISFACTION_COLUMNS), ...rows],
    widths: SATISFACTION_COLUMNS.map(({ unit, key }) => (unit !== null ? 14 : key === 'definition' ? 30 : 16)),
    frozen: { rows: 1, columns: 1 },
    print: { title: SHEETS.satisfaction, repeatedRows: 1 },
    entries: numbers.map((column) => ({
      range: rangeBelow(SATISFACTION_COLUMNS.indexOf(column), rows.length),
      minimum: 0 as const,
      whole: true,
    })),
  };
}

function headingsOf(columns: readonly Column[]): SheetCell[] {
  return columns.map(({ heading, unit, note }) => ({
    value: unit === null ? heading : `${heading}（${unit}）`,
    style: 'header',
    note,
  }));
}
