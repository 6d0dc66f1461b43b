import type { Dataset } from '../model/dataset.ts';
import type { Standard } from '../standards/standard.ts';
import type { ReportKind } from './kind.ts';
import { Recorder } from './recorder.ts';
import { renderTemplates, type TemplateFile } from './render.ts';
import type { DraftSettings } from './settings.ts';
import { schoolView } from './school-view.ts';
import { type DraftTree, draftTree } from './tree.ts';
import { dataView } from './view.ts';

export { type Need, parseKind, type ReportKind } from './kind.ts';
export { type DraftGap, type LedgerEntry, ledgerJson } from './ledger.ts';
export type { FigureNode, GapNode } from './nodes.ts';
export type { DraftProof, ProofFault, UnmarkedFigure } from './proof.ts';
export type { Role } from './recorder.ts';
export type { TemplateFile } from './render.ts';
export type { DraftSettings } from './settings.ts';
export { type ProjectSettings, parseProjectSettings } from './settings-file.ts';
export { textOf } from './text-of.ts';
export type { DraftTree } from './tree.ts';

/** Drafts a report: section templates and data in, document tree, ledger and gaps out. */
export function draftDocument(
  kind: ReportKind,
  templates: readonly TemplateFile[],
  dataset: Dataset,
  settings: DraftSettings,
  standards: readonly Standard[],
): DraftTree {
  const recorder = new Recorder();
  const county = dataView(dataset, kind, standards);
  const view = kind.subject === 'school' ? schoolView(county, kind, settings, standards) : county;
  const school = view.school?.name ?? null;
  const told = school === null ? settings : { ...settings, school };
  return draftTree(renderTemplates(templates, view, recorder, told), recorder);
}
