import type { SchoolPart } from '../model/dataset.ts';
import { SCHOOL_COLUMNS } from '../read/workbook/school-columns.ts';
import { indicatorOf } from '../vocabulary/index.ts';

const HEADINGS: ReadonlyMap<string, string> = new Map(SCHOOL_COLUMNS.map(({ key, heading }) => [key, heading]));
const UNITS: ReadonlyMap<string, string | null> = new Map(SCHOOL_COLUMNS.map(({ key, unit }) => [key, unit]));

/**
 * Name of a quantity with its stage, as people say it: of the vocabulary, else of the school table's column (音乐专用教室数), else the
 * name that it was given.
 */
export function nameOf(indicator: string, stage: SchoolPart | null = null): string {
  const name = indicatorOf(indicator)?.name ?? HEADINGS.get(indicator)?.replace(/^其中/u, '');
  return `${stage ?? ''}${name ?? indicator.replace(/^text:/, '')}`;
}

/** The unit that an amount is counted in; empty where it has none. */
export function unitOf(amount: string): string {
  return indicatorOf(amount)?.unit ?? UNITS.get(amount) ?? '';
}
