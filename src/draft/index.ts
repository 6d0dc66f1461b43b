import type { Dataset } from '../model/dataset.ts';
import type { Standard } from '../standards/standard.ts';
import type { ReportKind } from './kind.ts';
import type { OwnPiece } from './own-words.ts';
import type { RecordedProblem } from './problem.ts';
import { Recorder } from './recorder.ts';
import type { TemplateFile } from './parse-template.ts';
import { renderTemplates } from './render.ts';
import type { DraftSettings } from './settings.ts';
import { dropUnsound } from './sound-reference.ts';
import { type DraftTree, draftTree } from './tree.ts';
import { viewOf } from './view-of.ts';

export { type Need, overlaidKind, parseKind, type ReportKind, wholeKind } from './kind.ts';
export { type KindPart, readKindPart } from './kind-file.ts';
export { type DraftGap, type LedgerEntry, ledgerJson } from './ledger.ts';
export type { FigureNode, GapNode } from './nodes.ts';
export type { DraftProof, ProofFault, UnmarkedFigure } from './proof.ts';
export { templateProblems } from './explore.ts';
export { meant, nearestName } from './nearest.ts';
export { type AskedWords, askedWords } from './own-asked.ts';
export { type OwnPiece, ownPiece } from './own-words.ts';
export { problemLines, type RecordedProblem, throwProblems } from './problem.ts';
export type { Role } from './recorder.ts';
export { parseTemplate, type TemplateFile } from './parse-template.ts';
export type { DraftSettings } from './settings.ts';
export { type ProjectSettings, parseProjectSettings, readProjectSettings } from './settings-file.ts';
export { textOf } from './text-of.ts';
export type { DraftTree } from './tree.ts';
export { viewOf } from './view-of.ts';

/** A drafted report. */
export interface Draft extends DraftTree {
  /** The school that it is of; null in a county's report. */
  readonly school: string | null;
}

/**
 * Drafts a report: section templates and data in, document tree, ledger and gaps out.
 * @param problems what is known to be wrong with the kind, told together with what is wrong in its templates
 * @throws InputError `template-invalid` with everything that is wrong, before anything is written
 */
export function draftDocument(
  kind: ReportKind,
  templates: readonly TemplateFile[],
  dataset: Dataset,
  settings: DraftSettings,
  standards: readonly Standard[],
  pieces: readonly OwnPiece[] = [],
  problems: readonly RecordedProblem[] = [],
): Draft {
  const recorder = new Recorder();
  recorder.problems.push(...problems);
  const view = viewOf(kind, dataset, settings, standards);
  const school = view.school?.name ?? null;
  const told = school === null ? settings : { ...settings, school };
  const rendered = renderTemplates(templates, view, recorder, told, pieces);
  dropUnsound(recorder.figures, view);
  return { ...draftTree(rendered, recorder), school };
}
