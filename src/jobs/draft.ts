import type { Root } from 'mdast';
import {
  askedWords,
  type DraftGap,
  type DraftSettings,
  draftDocument,
  type LedgerEntry,
  templateProblems,
} from '../draft/index.ts';
import type { NamedBytes } from '../read/workbook/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { chooseStandards, type NamedText } from '../standards/choose.ts';
import type { Standard } from '../standards/standard.ts';
import { type KindFiles, openKind } from './kind-files.ts';
import { readOwnWords, unplacedWords } from './own-words.ts';

export { type KindFiles, readKind } from './kind-files.ts';

export interface DraftRequest {
  readonly kind: KindFiles;
  readonly dataset: Dataset;
  readonly settings: DraftSettings;
  /** The regulations at hand; the kind says which of them its report tells. */
  readonly standards: readonly Standard[];
  /** What the project's settings name: ids take the place of those the kind names, files come on top. */
  readonly wantedStandards?: readonly (string | NamedText)[];
  readonly format: 'docx' | 'markdown' | 'html';
  /** The files of the folder 文字: the writer's own words. */
  readonly ownWords?: readonly NamedBytes[];
}

export interface DraftResult {
  /** The Word file, or the Markdown or HTML text in UTF-8. */
  readonly bytes: Uint8Array;
  readonly tree: Root;
  readonly ledger: readonly LedgerEntry[];
  readonly gaps: readonly DraftGap[];
  /** What the writer should know besides: own words that were not used. Chinese, one line each. */
  readonly notices: readonly string[];
}

/** Drafts a report of a kind from a county's data. */
export async function draftReport(request: DraftRequest): Promise<DraftResult> {
  const { dataset, settings } = request;
  const choice = chooseStandards(request.standards, request.wantedStandards ?? []);
  const opened = openKind(
    request.kind,
    request.standards.map(({ id }) => id),
  );
  const { kind, templates, problems } = opened;
  const told =
    choice.asked.length > 0 ? choice.asked : request.standards.filter(({ id }) => kind.standards.includes(id));
  // A province's own marks come first: they bind where they are stricter, and are what the report has to tell.
  const standards = [...choice.own, ...told.filter(({ id }) => !choice.own.some((one) => one.id === id))];
  // The bundled templates are tested in every branch; an office's are the first time that they run.
  const found =
    request.kind.overlay === undefined ? problems : [...problems, ...templateProblems(kind, templates, standards)];
  const own = await readOwnWords(request.ownWords ?? []);
  const { root, ledger, gaps } = draftDocument(kind, templates, dataset, settings, standards, own.pieces, found);
  const notices = [...opened.notices, ...own.notices, ...unplacedWords(own.pieces, askedWords(templates), root)];
  return { bytes: await writeAs(request.format, root, ledger), tree: root, ledger, gaps, notices };
}

/** The writers are loaded when they are needed: the one for Word is large. */
async function writeAs(
  format: DraftRequest['format'],
  root: Root,
  ledger: readonly LedgerEntry[],
): Promise<Uint8Array> {
  if (format === 'docx') {
    const { writeDocx } = await import('../write/docx/index.ts');
    return writeDocx(root);
  }
  if (format === 'html') {
    const { writeDraftPage } = await import('../write/html/draft-page.ts');
    return new TextEncoder().encode(writeDraftPage(root, ledger));
  }
  const { writeMarkdown } = await import('../write/markdown.ts');
  return new TextEncoder().encode(writeMarkdown(root));
}
