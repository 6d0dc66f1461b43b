import { carriedFrom, derivationsOf, type OldQuantity, oldQuantities, toldName } from '../../draft/renew/index.ts';
import type { Report } from '../../model/report.ts';
import { cellName } from '../../read/workbook/problems.ts';
import type { RenewalWords } from '../../read/workbook/renewal-figures.ts';
import { RENEWAL_HEADINGS, RENEWAL_SHEET } from '../../read/workbook/renewal-table.ts';
import { lineOf, lineText, oneLine } from '../places.ts';
import { renewalUses } from './renewal-uses.ts';
import type { SheetCell, SheetPlan } from './xlsx.ts';

const ORDER = [
  'number',
  'name',
  'stage',
  'scope',
  'next',
  'unit',
  'printed',
  'old',
  'value',
  'basis',
  'use',
  'sentence',
  'place',
  'period',
  'id',
] as const satisfies readonly (keyof typeof RENEWAL_HEADINGS)[];
const WIDTHS = [7, 30, 8, 10, 14, 9, 14, 14, 14, 30, 18, 60, 14, 12, 24];
const MOST_NAMED = 4;

/**
 * The sheet to fill in for renewing: a row for each quantity of last year's report, its old value beside the empty cell for the
 * new one. Grey cells follow from others and may stay empty; 用途 tells the rows that say nothing of the county by themselves.
 */
export function renewalSheet(report: Report, reportYear: number | null): SheetPlan {
  const quantities = oldQuantities(report, reportYear);
  const derivations = derivationsOf(report, quantities);
  const carried = carriedFrom(report, quantities);
  const basis = (quantity: OldQuantity): string => {
    const from = carried.get(quantity);
    if (from) return `推算：沿用去年报告的${toldName(from)}${from.figures[0].text}`;
    const derivation = derivations.get(quantity);
    if (derivation === undefined) return '基础';
    const names = [...new Set(derivation.inputs.map(toldName))];
    return `推算：由${names.slice(0, MOST_NAMED).join('、')}${names.length > MOST_NAMED ? '等' : ''}推算`;
  };
  const wordsOf = (quantity: OldQuantity): RenewalWords => wordsIn(quantity, reportYear);
  const uses = renewalUses(quantities.all, wordsOf);
  const rows = quantities.all.map((quantity) =>
    rowOf(report, quantity, wordsOf(quantity), { basis: basis(quantity), use: uses.get(quantity) ?? '' }),
  );
  return {
    name: RENEWAL_SHEET,
    rows: [
      ORDER.map((key): SheetCell => ({ value: RENEWAL_HEADINGS[key], style: 'header', note: NOTES[key] ?? '' })),
      ...rows,
    ],
    widths: WIDTHS,
    frozen: { rows: 1, columns: 2 },
    print: { title: RENEWAL_SHEET, repeatedRows: 1, paper: 'a3' },
    filter: `A1:${cellName(rows.length, ORDER.length - 1)}`,
  };
}

const NOTES: Readonly<Partial<Record<keyof typeof RENEWAL_HEADINGS, string>>> = {
  number: '与去年报告中的数对应，请不要改；行可以排序、筛选、删除。',
  next: '今年报告里的年份。固定不动的年份（普查、验收等）请改回去年年份。',
  value: '按“单位”一列填数。灰色的由其他数推算，可以不填；填了以填的为准。1:16.5这样的比可以照样填。',
  use: '空着的，续写、核对、起草都用；“仅用于续写”的，核对和起草时不读。',
};

/** What is told without a year is of the new report's own. */
function wordsIn({ name, indicator, stage, scope, next, unit }: OldQuantity, reportYear: number | null): RenewalWords {
  const own = reportYear === null ? '' : String(reportYear + 1);
  return { id: indicator ?? '', name, stage: stage ?? '', scope: scope ?? '', next: next ?? own, unit };
}

function rowOf(
  report: Report,
  quantity: OldQuantity,
  words: RenewalWords,
  { basis, use }: { readonly basis: string; readonly use: string },
): SheetCell[] {
  const [figure] = quantity.figures;
  const format = formatOf(quantity);
  const style = basis === '基础' ? 'plain' : 'unasked';
  const places = [...new Set(quantity.figures.map(({ span }) => lineText(report, lineOf(report, span.start))))];
  const text = (value: string): string | null => (value === '' ? null : value);
  const cells: Record<(typeof ORDER)[number], SheetCell> = {
    number: { value: quantity.number },
    name: { value: words.name },
    stage: { value: text(words.stage) },
    scope: { value: text(words.scope) },
    next: { value: text(words.next), format: '@' },
    unit: { value: text(words.unit) },
    printed: { value: figure.text, format: '@' },
    old: { value: quantity.value.div(quantity.factor).toNumber(), format },
    value: { value: null, format, style },
    basis: { value: basis },
    use: { value: text(use), style: 'wrapped' },
    sentence: { value: sentenceOf(report, figure.span.start), style: 'wrapped' },
    place: { value: places.join('、') },
    period: { value: quantity.period, format: '@' },
    id: { value: text(words.id) },
  };
  return ORDER.map((key) => cells[key]);
}

/** As many decimals as the report prints; more may be typed. */
function formatOf({ value, factor }: OldQuantity): string {
  const places = Math.min(value.div(factor).decimalPlaces(), 4);
  return places === 0 ? '#,##0.####' : `#,##0.${'0'.repeat(places)}`;
}

function sentenceOf(report: Report, offset: number): string {
  const { text, paragraphs } = report.manuscript;
  const sentence = report.sentences.find(({ span }) => span.start <= offset && offset < span.end);
  const span = sentence?.span ?? paragraphs[lineOf(report, offset) - 1]?.span;
  return span === undefined ? '' : oneLine(text.slice(span.start, span.end)).trim();
}
