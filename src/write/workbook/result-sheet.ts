import type { Decimal } from '../../model/decimal.ts';
import type { SheetCell, SheetPlan } from './xlsx.ts';

export type ResultRow = (SheetCell | null)[];

/** A sheet of results: headings that stay in place and can be filtered, on A4 paper lying on its side. */
export function resultSheet(
  name: string,
  headings: readonly string[],
  rows: ResultRow[],
  widths: readonly number[],
): SheetPlan {
  const header = headings.map((value): SheetCell => ({ value, style: 'header' }));
  const last = String.fromCodePoint(64 + Math.min(headings.length, 26));
  return {
    name,
    rows: [header, ...rows],
    widths,
    frozen: { rows: 1, columns: 0 },
    filter: `A1:${last}${rows.length + 1}`,
    print: { title: name, repeatedRows: 1 },
  };
}

/** A number as the official tables print it; a dash where it is not known. */
export function numberCell(value: Decimal | null, places: number): SheetCell {
  const format = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
  return value === null ? { value: '—' } : { value: value.toDecimalPlaces(places).toNumber(), format };
}
