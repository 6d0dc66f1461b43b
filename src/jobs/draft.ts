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
  readonly format: 'docx' | 'markdown' | 'html';
}

export interface DraftResult {
  /** The Word file, or the Markdown or HTML text in UTF-8. */
  readonly bytes: Uint8Array;
  readonly tree: Root;
  readonly ledger: readonly LedgerEntry[];
  readonly gaps: readonly DraftGap[];
}

/** Drafts a report of a kind from a county's data. */
export async function draftReport(request: DraftRequest): Promise<DraftResult> {
  const kind = readKind(request.kind);
  const templates = kind.sections.map((section): TemplateFile => {
    const text = request.kind.files.get(section);
    if (text === undefined) {
      throw new InputError('template-missing', `${request.kind.name}/kind.yaml：列出的章节文件 ${section} 不存在。`);
    }
    return { name: `${request.kind.name}/${section}`, text };
  });
  const standards = kind.standards.map((id) => {
    const standard = request.standards.find((one) => one.id === id);
    if (standard !== undefined) return standard;
    throw new InputError('standard-missing', `${request.kind.name}/kind.yaml：列出的标准 ${id} 不存在。`);
  });
  const { root, ledger, gaps } = draftDocument(kind, templates, request.dataset, request.settings, standards);
  return { bytes: await writeAs(request.format, root, ledger), tree: root, ledger, gaps };
}

/** The kind that a folder of templates describes. */
export function readKind(kind: KindFiles): ReportKind {
  const text = kind.files.get('kind.yaml');
  if (text === undefined) throw new InputError('kind-missing', `${kind.name}：缺少 kind.yaml。`);
  return parseKind(text, `${kind.name}/kind.yaml`);
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
