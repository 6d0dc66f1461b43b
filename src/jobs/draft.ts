import type { Root } from 'mdast';
import {
  type DraftGap,
  type DraftSettings,
  draftDocument,
  type LedgerEntry,
  parseKind,
  type ReportKind,
  type TemplateFile,
} from '../draft/index.ts';
import type { Dataset } from '../model/dataset.ts';
import { InputError } from '../model/manuscript.ts';
import type { Standard } from '../standards/standard.ts';

/** A report kind as files: kind.yaml and the sections it lists. */
export interface KindFiles {
  /** Folder name, for messages. */
  readonly name: string;
  /** File name → text. */
  readonly files: ReadonlyMap<string, string>;
}

export interface DraftRequest {
  readonly kind: KindFiles;
  readonly dataset: Dataset;
  readonly settings: DraftSettings;
  /** The regulations at hand; the kind says which of them its report tells. */
  readonly standards: readonly Standard[];
  readonly format: 'docx' | 'markdown';
}

export interface DraftResult {
  /** The Word file, or the Markdown text in UTF-8. */
  readonly bytes: Uint8Array;
  readonly tree: Root;
  readonly ledger: readonly LedgerEntry[];
  readonly gaps: readonly DraftGap[];
}

/** Drafts a report of a kind from a county's data. */
export async function draftReport(request: DraftRequest): Promise<DraftResult> {
  const kind = readKind(request.kind);
  const { templates, regulations } = templatesOf(kind, request.kind, request.standards);
  const { root, ledger, gaps } = draftDocument(kind, templates, request.dataset, request.settings, regulations);
  const bytes = await writeAs(request.format, root);
  return {
    bytes: request.format === 'docx' ? await withItsRecord(bytes, request, templates, root, ledger) : bytes,
    tree: root,
    ledger,
    gaps,
  };
}

/** The section templates of a kind, and the regulations whose limits it tells. */
export function templatesOf(
  kind: ReportKind,
  from: KindFiles,
  standards: readonly Standard[],
): { readonly templates: readonly TemplateFile[]; readonly regulations: readonly Standard[] } {
  const templates = kind.sections.map((section): TemplateFile => {
    const text = from.files.get(section);
    if (text === undefined) {
      throw new InputError('template-missing', `${from.name}/kind.yaml：列出的章节文件 ${section} 不存在。`);
    }
    return { name: `${from.name}/${section}`, text };
  });
  const regulations = kind.standards.map((id) => {
    const standard = standards.find((one) => one.id === id);
    if (standard !== undefined) return standard;
    throw new InputError('standard-missing', `${from.name}/kind.yaml：列出的标准 ${id} 不存在。`);
  });
  return { templates, regulations };
}

/** The Word file with what it needs to be brought up to date alone; figures of its charts have no bookmark. */
async function withItsRecord(
  bytes: Uint8Array,
  { kind, dataset, settings }: DraftRequest,
  templates: readonly TemplateFile[],
  root: Root,
  ledger: readonly LedgerEntry[],
): Promise<Uint8Array> {
  const { draftRecord, templatesKey } = await import('../draft/update/record.ts');
  const { bookmarkNames, withRecord } = await import('../write/word/record-part.ts');
  const about = {
    kind: kind.name,
    county: dataset.county,
    year: dataset.year,
    templates: templatesKey(templates, settings),
  };
  const record = draftRecord(about, bookmarkNames('报告.docx', bytes), root, ledger);
  return withRecord('报告.docx', bytes, JSON.stringify(record));
}

/** The kind that a folder of templates describes. */
export function readKind(kind: KindFiles): ReportKind {
  const text = kind.files.get('kind.yaml');
  if (text === undefined) throw new InputError('kind-missing', `${kind.name}：缺少 kind.yaml。`);
  return parseKind(text, `${kind.name}/kind.yaml`);
}

/** The writers are loaded when they are needed: the one for Word is large. */
async function writeAs(format: DraftRequest['format'], root: Root): Promise<Uint8Array> {
  if (format === 'docx') {
    const { writeDocx } = await import('../write/docx/index.ts');
    return writeDocx(root);
  }
  const { writeMarkdown } = await import('../write/markdown.ts');
  return new TextEncoder().encode(writeMarkdown(root));
}
