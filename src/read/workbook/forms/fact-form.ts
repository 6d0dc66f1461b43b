import type { Datum } from '../../../model/dataset.ts';
import { Decimal } from '../../../model/decimal.ts';
import { indicatorOf } from '../../../vocabulary/index.ts';
import { cellNumber } from '../cell-number.ts';
import { faultOfValue, readUnit } from '../figure-row.ts';
import { namedQuantity } from '../named-quantity.ts';
import type { RawSheet } from '../open-workbook.ts';
import { cellName, type Problems } from '../problems.ts';
import type { StatedFigures } from '../stated-figures.ts';
import { FORM_ONE, FORM_QUALITY, type FormFact } from './form-facts.ts';
import { type Field, fieldsOf } from './form-fields.ts';
import { meaningOf, type PathMeaning } from './heading-path.ts';

/**
 * Reads a filled declaration form's facts, whether its quantities are columns or rows, by their codes and their names. A field
 * whose code and name contradict each other, or that has the meaning of another one, is left out and told, never guessed.
 *
 * @returns lines on what was taken as what; null where the sheet is no such form
 */
export function readFactForm(sheet: RawSheet, figures: StatedFigures, problems: Problems): readonly string[] | null {
  const fields = fieldsOf(sheet);
  if (fields === null) return null;
  const numbering = numberingOf(fields);
  const taken: string[] = [];
  const left: string[] = [];
  const byMeaning = new Map<string, Field[]>();
  for (const field of fields) {
    const found = meaningOfField(field, numbering);
    if (typeof found === 'string') {
      if (sheet.cell(field.row, field.column) !== null) left.push(`${labelOf(field)}（${found}）`);
      continue;
    }
    const key = `${found.indicator}|${found.stage ?? ''}`;
    byMeaning.set(key, [...(byMeaning.get(key) ?? []), field]);
  }
  for (const same of byMeaning.values()) {
    const [field] = same;
    if (field === undefined) continue;
    const filled = same.filter(({ row, column }) => sheet.cell(row, column) !== null);
    if (filled.length > 1 && new Set(same.map(({ column }) => column)).size > 1 && same[0]?.code === null) {
      left.push(`${filled.map(labelOf).join('与')}（都可能是同一项，没有代填）`);
      continue;
    }
    for (const one of filled) {
      const meaning = meaningOfField(one, numbering);
      if (typeof meaning === 'string') continue;
      if (take(sheet, one, meaning, figures, problems)) taken.push(`${labelOf(one)}→${nameOf(meaning)}`);
    }
  }
  return [
    ...(taken.length > 0 ? [`「${sheet.name}」按申报表读入：${taken.join('；')}。`] : []),
    ...(left.length > 0 ? [`「${sheet.name}」没有采用：${left.join('；')}。`] : []),
  ];
}

function take(
  sheet: RawSheet,
  field: Field,
  meaning: PathMeaning,
  figures: StatedFigures,
  problems: Problems,
): boolean {
  const heading = field.path.at(-1) ?? '';
  const tell = (message: string) => problems.inCell(sheet.name, field.row, field.column, heading, message);
  const known = indicatorOf(meaning.indicator) ?? null;
  const name = known?.name ?? meaning.indicator.replace(/^text:/u, '');
  const quantity = { ...namedQuantity(name), unit: null };
  const before = problems.count;
  const unit = readUnit(meaning.unit, quantity, tell);
  const wanted = known?.unit ?? unit?.base ?? null;
  const read = cellNumber(sheet.cell(field.row, field.column), wanted, unit?.factor ?? new Decimal(1));
  if (read.kind === 'problem') tell(read.message);
  if (read.kind !== 'number') return false;
  const fault = faultOfValue(read.value, name, quantity);
  if (fault !== null) tell(fault);
  if (problems.count > before) return false;
  const datum: Datum = {
    indicator: meaning.indicator,
    stage: meaning.stage,
    period: null,
    scope: null,
    value: read.value,
    unit: wanted,
    source: { sheet: sheet.name, cell: cellName(field.row, field.column) },
    definition: null,
    asOf: null,
    office: null,
  };
  figures.add(datum, { sheet: sheet.name, row: field.row, column: field.column, heading, name });
  return true;
}

/** What a field is by its name and its code; a string says why nobody knows. */
function meaningOfField({ path, code }: Field, numbering: readonly FormFact[] | null): PathMeaning | string {
  const byName = meaningOf(path);
  const byCode = code === null ? undefined : numbering?.[code - 1];
  if (byName === null && byCode === undefined) return '不认识这一项';
  if (byName === null)
    return byCode ? { indicator: byCode.indicator, stage: byCode.stage, unit: byCode.unit } : '不认识这一项';
  if (byCode === undefined) return byName;
  if (byCode.indicator !== byName.indicator || byCode.stage !== byName.stage) {
    return `编号L${code}与名称不一致`;
  }
  return { ...byName, unit: byName.unit === '' ? byCode.unit : byName.unit };
}

/** The two forms number differently: the names beside the codes tell which it is. Null where they do not, and codes count for nothing. */
function numberingOf(fields: readonly Field[]): readonly FormFact[] | null {
  const coded = fields.filter(({ code }) => code !== null);
  const named = coded.flatMap(({ path, code }) => {
    const meaning = meaningOf(path);
    return meaning === null ? [] : [{ meaning, code: code ?? 0 }];
  });
  const agreeing = (form: readonly FormFact[]) =>
    named.filter(({ meaning, code }) => {
      const fact = form[code - 1];
      return fact?.indicator === meaning.indicator && fact.stage === meaning.stage;
    }).length;
  const [basic, quality] = [agreeing(FORM_ONE), agreeing(FORM_QUALITY)];
  if (Math.max(basic, quality) * 2 < coded.length) return null;
  if (basic === quality) return coded.some(({ code }) => (code ?? 0) > FORM_ONE.length) ? FORM_QUALITY : FORM_ONE;
  return basic > quality ? FORM_ONE : FORM_QUALITY;
}

function labelOf({ row, column, path, code }: Field): string {
  return `${cellName(row, column)}“${code === null ? '' : `L${code} `}${path.join('／')}”`;
}

function nameOf({ indicator, stage }: PathMeaning): string {
  return `${stage ?? ''}${indicatorOf(indicator)?.name ?? indicator.replace(/^text:/u, '')}`;
}
