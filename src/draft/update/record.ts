import type { Root } from 'mdast';
import type { PrintForm } from '../../quantities/print.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { QuantityReference } from '../reference.ts';
import { framesOf } from './frames.ts';

/** A figure that the draft was given, as the .docx itself keeps it. */
export interface MarkRecord {
  /** Name of its bookmark. */
  readonly id: string;
  readonly name: string;
  readonly reference: QuantityReference;
  readonly form: PrintForm;
  /** As it was last put there. */
  readonly printed: string;
  readonly section: string;
  readonly sentence: string;
  /** In a chart, where no bookmark can stand. */
  readonly inChart?: true;
}

/** What a drafted .docx carries of its own making, so that it can be brought up to date alone. */
export interface DraftRecord {
  /** Grows when an older program could misread it. */
  readonly version: 1;
  readonly kind: string;
  readonly county: string;
  readonly year: string;
  readonly figures: readonly MarkRecord[];
  /** The sentences that the templates gave, figures as `⟦id⟧`; one list for each workbook that the draft has seen. */
  readonly wordings: readonly (readonly string[])[];
}

/** The record of a draft as it is first written. */
export function draftRecord(
  { kind, county, year }: Pick<DraftRecord, 'kind' | 'county' | 'year'>,
  root: Root,
  ledger: readonly LedgerEntry[],
): DraftRecord {
  const figures = ledger.map(
    ({ id, name, reference, form, printed, section, sentence }): MarkRecord => ({
      id,
      name,
      reference,
      form,
      printed,
      section,
      sentence,
    }),
  );
  return { version: 1, kind, county, year, figures, wordings: [framesOf(root)] };
}

/** How many workbooks' wordings are kept: beyond these a draft has been rewritten by people anyway. */
const KEPT_WORDINGS = 6;

/** The record after an update: what the figures say now, and the wording that the new data would have given. */
export function updatedRecord(
  record: DraftRecord,
  printed: ReadonlyMap<string, string>,
  wording: readonly string[],
): DraftRecord {
  const figures = record.figures.map((figure) => ({ ...figure, printed: printed.get(figure.id) ?? figure.printed }));
  const others = record.wordings.filter((one) => one.join('\n') !== wording.join('\n'));
  return { ...record, figures, wordings: [...others.slice(1 - KEPT_WORDINGS), wording] };
}

/** Reads a record back; null for one that another version of the program has written, or that is damaged. */
export function parseRecord(json: string): DraftRecord | null {
  try {
    const record = JSON.parse(json) as DraftRecord;
    const sound = record.version === 1 && Array.isArray(record.figures) && Array.isArray(record.wordings);
    return sound ? record : null;
  } catch {
    return null;
  }
}
