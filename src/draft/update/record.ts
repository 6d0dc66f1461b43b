import type { Nodes, Root } from 'mdast';
import '../nodes.ts';
import type { PrintForm } from '../../quantities/print.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { TemplateFile } from '../parse-template.ts';
import { byName, hashOf, placelessName, type QuantityReference } from '../reference.ts';
import type { DraftSettings } from '../settings.ts';
import { textOf } from '../text-of.ts';
import { framesOf } from './frames.ts';

/** Where a chart draws a figure of the table below it. */
export interface ChartPoint {
  /** With its number, as it stands below the chart. */
  readonly caption: string;
  readonly series: string;
  readonly category: string;
}

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
  /** Other figures of the draft have the same name and another value: nobody can tell from the name which one is meant. */
  readonly isOneOfSeveral?: true;
  /** In the table of numbers under a chart: what the chart draws it as. */
  readonly chart?: ChartPoint;
}

/** What a drafted .docx carries of its own making, so that it can be brought up to date alone. */
export interface DraftRecord {
  /** Grows when an older program could misread it. */
  readonly version: 1;
  readonly kind: string;
  readonly county: string;
  readonly year: string;
  /** The school that the report is of; null in a county's. */
  readonly school: string | null;
  /** Tells the templates and settings apart that it was drafted with: of others, other words prove nothing. */
  readonly templates: string;
  readonly figures: readonly MarkRecord[];
  /** The sentences that the templates gave, figures as `⟦id⟧`; one list for each workbook that the draft has seen. */
  readonly wordings: readonly (readonly string[])[];
}

/**
 * The record of a draft as it is first written; every figure of the ledger that the program printed has a bookmark in the file.
 */
export function draftRecord(
  about: Pick<DraftRecord, 'kind' | 'county' | 'year' | 'school' | 'templates'>,
  root: Root,
  ledger: readonly LedgerEntry[],
): DraftRecord {
  const named = byName(ledger);
  const charts = chartsOf(root);
  const figures = ledger.flatMap(({ id, name, reference, form, printed, section, sentence, value }): MarkRecord[] => {
    if (form === null) return [];
    const several = named.get(placelessName(id))?.some((other) => !other.value.eq(value)) === true;
    const chart = charts.get(id);
    return [
      {
        id,
        name,
        reference,
        form,
        printed,
        section,
        sentence,
        ...(several ? { isOneOfSeveral: true as const } : {}),
        ...(chart === undefined ? {} : { chart }),
      },
    ];
  });
  return { version: 1, ...about, figures, wordings: [framesOf(root)] };
}

/** The figures that charts draw. */
function chartsOf(root: Root): Map<string, ChartPoint> {
  const charts = new Map<string, ChartPoint>();
  let caption: string | null = null;
  const visit = (node: Nodes, point: ChartPoint): void => {
    if (node.type === 'figure') charts.set(node.id, point);
    else if ('children' in node) for (const child of node.children) visit(child, point);
  };
  for (const block of root.children) {
    if (block.type === 'table' && caption !== null) {
      const [head, ...rows] = block.children;
      for (const { children } of rows) {
        for (const [column, cell] of children.entries()) {
          const [series, category] = [textOf(head?.children[column]).trim(), textOf(children[0]).trim()];
          if (column > 0) visit(cell, { caption, series, category });
        }
      }
    }
    const role = block.type === 'paragraph' ? block.data?.role : undefined;
    if (role === 'column-chart' || role === 'line-chart') caption = textOf(block).trim();
    else if (role !== 'unit') caption = null;
  }
  return charts;
}

/** Tells templates and settings apart; not by where the files lie, which is another place on another computer. */
export function templatesKey(templates: readonly TemplateFile[], settings: DraftSettings): string {
  return hashOf(JSON.stringify([templates.map(({ text }) => text), settings]));
}

/** How many workbooks' wordings are kept: beyond these a draft has been rewritten by people anyway. */
const KEPT_WORDINGS = 6;

/** The record after an update: what the figures say now, and the wording that the new data would have given. */
export function updatedRecord(
  record: DraftRecord,
  printed: ReadonlyMap<string, string>,
  wording: readonly string[] | null,
): DraftRecord {
  const figures = record.figures.map((figure) => ({ ...figure, printed: printed.get(figure.id) ?? figure.printed }));
  if (wording === null) return { ...record, figures };
  const others = record.wordings.filter((one) => one.join('\n') !== wording.join('\n'));
  return { ...record, figures, wordings: [...others.slice(1 - KEPT_WORDINGS), wording] };
}
