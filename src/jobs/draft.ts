import type { Root } from 'mdast';
import {
  askedWords,
  type Draft,
  type DraftGap,
  type DraftSettings,
  draftDocument,
  type LedgerEntry,
  type TemplateFile,
  templateProblems,
} from '../draft/index.ts';
import type { NamedBytes } from '../read/workbook/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { chooseStandards, type NamedText } from '../standards/choose.ts';
import type { Standard } from '../standards/standard.ts';
import { type KindFiles, type OpenedKind, openKind } from './kind-files.ts';
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
  const { kind, templates, standards, problems, notices } = openDraft(request);
  const own = await readOwnWords(request.ownWords ?? []);
  const drafted = draftDocument(kind, templates, dataset, settings, standards, own.pieces, problems);
  const { root, ledger, gaps } = drafted;
  const bytes = await writeAs(request.format, root, ledger);
  return {
    bytes: request.format === 'docx' ? await withItsRecord(bytes, request, templates, drafted) : bytes,
    tree: root,
    ledger,
    gaps,
    notices: [...notices, ...own.notices, ...unplacedWords(own.pieces, askedWords(templates), root)],
  };
}

/** A kind with its templates, the standards that its report tells, and what is wrong in either. */
export interface OpenedDraft extends OpenedKind {
  readonly standards: readonly Standard[];
}

/** Opens a kind for drafting, an office's own files laid over it. */
export function openDraft({
  kind: files,
  standards: known,
  wantedStandards = [],
}: Pick<DraftRequest, 'kind' | 'standards' | 'wantedStandards'>): OpenedDraft {
  const choice = chooseStandards(known, wantedStandards);
  const opened = openKind(
    files,
    known.map(({ id }) => id),
  );
  const { kind, templates, problems } = opened;
  const told = choice.asked.length > 0 ? choice.asked : known.filter(({ id }) => kind.standards.includes(id));
  // A province's own marks come first: they bind where they are stricter, and are what the report has to tell.
  const standards = [...choice.own, ...told.filter(({ id }) => !choice.own.some((one) => one.id === id))];
  // The bundled templates are tested in every branch; an office's are the first time that they run.
  const found = files.overlay === undefined ? problems : [...problems, ...templateProblems(kind, templates, standards)];
  return { ...opened, standards, problems: found };
}

/** The Word file with what it needs to be brought up to date alone. */
async function withItsRecord(
  bytes: Uint8Array,
  { kind, dataset, settings }: DraftRequest,
  templates: readonly TemplateFile[],
  { root, ledger, school }: Draft,
): Promise<Uint8Array> {
  const { draftRecord, recordJson, templatesKey } = await import('../draft/update/index.ts');
  const { withRecord } = await import('../write/word/record-part.ts');
  const about = {
    kind: kind.name,
    county: dataset.county,
    year: dataset.year,
    school,
    templates: templatesKey(templates, settings),
  };
  const record = draftRecord(about, root, ledger);
  return withRecord('报告.docx', bytes, recordJson(record));
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
