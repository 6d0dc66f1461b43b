import type { AssessedCounty } from '../../standards/gap/gap-analysis.ts';
import type { Standard } from '../../standards/standard.ts';
import { type Part, type PartCell, gateSchoolPart, indicatorParts } from './indicator-parts.ts';
import { type ResultRow, resultSheet } from './result-sheet.ts';
import type { SheetCell, SheetPlan } from './xlsx.ts';

/** Titles of the sheets, by part; the parts of several standards stand in one sheet, one below the other. */
const SHEETS: Readonly<Record<string, string>> = {
  gate: '省标',
  'gate-schools': '省标各校',
  work: '工作自评',
  years: '逐年核算',
  items: '评估项目',
  reliefs: '放宽情形',
};

/** A sheet for each part that any standard has. */
export function partSheets(results: readonly AssessedCounty[]): SheetPlan[] {
  const parts = results.flatMap((result) => {
    const schools = gateSchoolPart(result.assessment);
    const own = [...indicatorParts(result), ...(schools === null ? [] : [schools])];
    return own.map((part) => ({ part, standard: shortTitle(result.assessment.standard) }));
  });
  return Object.entries(SHEETS).flatMap(([id, name]): SheetPlan[] => {
    const found = parts.filter(({ part }) => part.id === id);
    const [first] = found;
    if (first === undefined) return [];
    const rows = found.flatMap(({ part, standard }, index) => {
      // a note that a standard before this one gave as well is told once
      const before = found.slice(0, index).flatMap((one) => one.part.notes);
      const notes = part.notes.filter((note) => !before.includes(note));
      return partRows({ ...part, notes }, standard);
    });
    return [{ ...resultSheet(name, ['标准', ...first.part.headings], rows, [20, ...first.part.widths]), fitted: true }];
  });
}

/** 教督〔2012〕3号; a law, whose number is that of its articles, by its name. */
function shortTitle({ name, number }: Standard): string {
  return number.includes('〔') ? number : name;
}

function partRows({ rows, intro, notes, widths }: Part, standard: string): ResultRow[] {
  // a sentence stands in the widest column: broken in a narrow one it would take a whole page
  const widest = widths.indexOf(Math.max(...widths));
  const line = (text: string): ResultRow => [
    { value: standard },
    ...widths.slice(0, widest).map(() => null),
    { value: text, style: 'boxed' },
  ];
  return [
    ...rows.map((row): ResultRow => [{ value: standard }, ...row.map(sheetCell)]),
    ...[...intro, ...notes].map(line),
  ];
}

/** Numbers stay numbers, so that they can be sorted and copied on. */
function sheetCell({ text, mood }: PartCell): SheetCell {
  const number = /^-?[\d,]+(?:\.\d+)?$/u.test(text) ? Number(text.replaceAll(',', '')) : null;
  const style = mood === 'missed' ? 'bad' : mood === 'met' ? 'good' : number === null ? 'boxed' : null;
  const value = number ?? text;
  return style === null ? { value } : { value, style };
}
