import type { CellAddress, Dataset, Datum, SchoolPart, SchoolRow } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { nameOf, unitOf } from '../standards/amount-name.ts';
import { PER_PUPIL_INDICATORS } from '../standards/school-indicators.ts';
import { inputsOf, measureOf } from '../standards/school-measure.ts';
import { SCHOOL_COLUMNS } from '../read/workbook/school-columns.ts';
import { indicatorOf } from '../vocabulary/index.ts';

/** What a school has of the one kind or the other per pupil, teacher or class; the rest of the table are plain amounts. */
const MEASURES: readonly string[] = [
  ...PER_PUPIL_INDICATORS.map(({ id }) => id),
  'campus-area-per-pupil',
  'building-area-per-pupil',
  'average-class-size',
  'above-required-degree-rate',
  'intermediate-title-rate',
];

/** The most that a part has, or its smallest room: two parts have no sum of these. */
const NOT_ADDITIVE: ReadonlySet<string> = new Set([
  'largest-class',
  'smallest-music-room-area',
  'smallest-art-room-area',
]);

/**
 * One school's rows as named values, so that a template asks for them as it asks for a county's: each amount with its cell, the
 * values per pupil with their arithmetic, and of a school of two parts their sums.
 *
 * @param rows the parts of one school, conditions of the whole school already divided among them
 */
export function ownData(rows: readonly SchoolRow[], year: string): readonly Datum[] {
  const datum = (indicator: string, stage: SchoolPart | null, value: Decimal, source: Datum['source']): Datum => ({
    indicator: nameInDraft(indicator),
    stage,
    period: year,
    scope: null,
    value,
    unit: unitOf(indicator) || null,
    source,
    definition: null,
    asOf: null,
    office: null,
  });
  const byPart = rows.flatMap((row) => [
    ...[...row.amounts].map(([id, value]) => datum(id, row.part, value, cellOf(row, id))),
    ...MEASURES.flatMap((id) => {
      const measure = measureOf(row, id);
      if (measure.value === null || measure.formula === null) return [];
      const [above = '', below = ''] = inputsOf(id);
      const times = measure.formula.includes('×100') ? '×100' : '';
      const formula = `${nameOf(above, row.part)}${times}÷${nameOf(below, row.part)}`;
      const value = datum(id, row.part, measure.value, { formula, inputs: [cellOf(row, above), cellOf(row, below)] });
      return [{ ...value, unit: indicatorOf(id)?.unit ?? value.unit }];
    }),
  ]);
  return [...byPart, ...(rows.length > 1 ? sums(rows, datum) : [])];
}

function sums(
  rows: readonly SchoolRow[],
  datum: (id: string, stage: null, value: Decimal, source: Datum['source']) => Datum,
): Datum[] {
  const ids = [...(rows[0]?.amounts.keys() ?? [])].filter((id) => !NOT_ADDITIVE.has(id));
  return ids.flatMap((id) => {
    const values = rows.flatMap(({ amounts }) => amounts.get(id) ?? []);
    if (values.length < rows.length) return [];
    const total = values.reduce((sum, value) => sum.add(value), new Decimal(0));
    const formula = rows.map(({ part }) => nameOf(id, part)).join('＋');
    return [datum(id, null, total, { formula, inputs: rows.map((row) => cellOf(row, id)) })];
  });
}

/** Columns that the vocabulary does not know go by their heading: 音乐专用教室数. */
function nameInDraft(id: string): string {
  return indicatorOf(id) === undefined ? `text:${nameOf(id)}` : id;
}

const HEADINGS: ReadonlyMap<string, string> = new Map(SCHOOL_COLUMNS.map(({ key, heading }) => [key, heading]));

/** The table is read by its headings, whatever their order: the heading finds the cell where a letter may not. */
function cellOf({ source }: SchoolRow, id: string): CellAddress {
  return { sheet: source.sheet, cell: `第${source.row}行“${HEADINGS.get(id) ?? nameOf(id)}”` };
}

/** What the workbook says of the school beside its table: rows of its own (范围), and those that the kind asks of a school. */
export function toldOfSchool({ data }: Dataset, school: string | null, asked: ReadonlySet<string>): readonly Datum[] {
  const own = data.filter(({ scope }) => scope !== null && scope === school).map((one) => ({ ...one, scope: null }));
  // An indicator of the vocabulary without a scope is the county's, and must not be told as the school's.
  const named = data.filter(
    ({ scope, indicator }) => scope === null && indicator.startsWith('text:') && asked.has(indicator),
  );
  return [...named, ...own];
}
