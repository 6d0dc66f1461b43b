import {
  type KindPart,
  meant,
  overlaidKind,
  problemLines,
  readKindPart,
  type RecordedProblem,
  type ReportKind,
  type TemplateFile,
  templateProblems,
  throwProblems,
  wholeKind,
} from '../draft/index.ts';
import { InputError } from '../model/manuscript.ts';
import type { Standard } from '../standards/standard.ts';

/** An office's own files for a report kind, laid over the bundled ones. */
export interface KindOverlay {
  /** The office's templates folder, for messages. */
  readonly folder: string;
  /** File name → text. */
  readonly files: ReadonlyMap<string, string>;
  /** What stands in the folder and is not read (links, other formats), with the reason. */
  readonly refused?: readonly string[];
}

/** A report kind as files: kind.yaml and the sections it lists. */
export interface KindFiles {
  /** Folder name, for messages. */
  readonly name: string;
  /** File name → text, as bundled; empty for a kind that only the office has. */
  readonly files: ReadonlyMap<string, string>;
  readonly overlay?: KindOverlay;
}

/** A kind as it is drafted. */
export interface OpenedKind {
  /** Of its folder. */
  readonly name: string;
  readonly kind: ReportKind;
  /** Its sections in order. */
  readonly templates: readonly TemplateFile[];
  /** Everything that is wrong in its kind.yaml. */
  readonly problems: readonly RecordedProblem[];
  /** The office's files that are not used. Chinese, one line each. */
  readonly notices: readonly string[];
  /** Where it comes from: the program, the office, or both. */
  readonly origin: 'bundled' | 'own' | 'overlaid';
}

const KIND = 'kind.yaml';

/**
 * Reads a kind, an office's files laid over the bundled ones: a section of the same name replaces the bundled one, and kind.yaml
 * gives what it changes.
 * @param standards ids of the regulations at hand; null where they do not matter
 */
export function openKind(files: KindFiles, standards: readonly string[] | null = null): OpenedKind {
  const { name, overlay } = files;
  const place = (file: string): string =>
    overlay?.files.has(file) ? `${overlay.folder}/${name}/${file}` : `${name}/${file}`;
  const problems: RecordedProblem[] = [];
  const read = (text: string, file: string, bundled: ReportKind | null): KindPart => {
    const found = readKindPart(text, file, bundled);
    problems.push(...found.problems);
    return found.part;
  };

  const text = files.files.get(KIND);
  const own = overlay?.files.get(KIND);
  if (text === undefined && own === undefined) throw new InputError('kind-missing', `${place(KIND)}：没有这个文件。`);
  const bundled = text === undefined ? null : wholeKind(read(text, `${name}/${KIND}`, null));
  const part = own === undefined ? null : read(own, place(KIND), bundled);
  const kind = bundled === null ? wholeKind(part ?? {}) : part === null ? bundled : overlaidKind(bundled, part);

  const listing = place(KIND);
  const tell = (word: string, message: string): void => {
    problems.push({ file: listing, ...placeOfWord(own ?? text ?? '', word), message });
  };
  if (overlay !== undefined && kind.id !== '' && kind.id !== name)
    tell(kind.id, `编号“${kind.id}”与文件夹名“${name}”不同`);
  const present = [...new Set([...files.files.keys(), ...(overlay?.files.keys() ?? [])])];
  const sections = present.filter((file) => file.endsWith('.md'));
  const templates = kind.sections.flatMap((section): readonly TemplateFile[] => {
    const template = overlay?.files.get(section) ?? files.files.get(section);
    if (template !== undefined) return [{ name: place(section), text: template }];
    tell(section, `列出的章节文件 ${section} 不存在${meant(section, sections)}`);
    return [];
  });
  for (const id of standards === null ? [] : kind.standards) {
    if (!standards?.includes(id)) tell(id, `列出的标准 ${id} 不存在${meant(id, standards ?? [])}`);
  }
  return { name, kind, templates, problems, notices: unused(files, kind), origin: originOf(files) };
}

/** Everything that is wrong with a kind, a line each, without drafting; and the office's files that are not used. */
export function checkKind(
  files: KindFiles,
  standards: readonly Standard[],
): { readonly faults: string; readonly notices: readonly string[] } {
  const ids = standards.map(({ id }) => id);
  const { kind, templates, problems, notices } = openKind(files, ids);
  const told = standards.filter(({ id }) => kind.standards.includes(id));
  return { faults: problemLines([...problems, ...templateProblems(kind, templates, told)]), notices };
}

/** The kind that a folder of templates describes. @throws InputError with everything that is wrong in its kind.yaml */
export function readKind(files: KindFiles): ReportKind {
  const { kind, problems } = openKind(files);
  throwProblems(problems);
  return kind;
}

function originOf({ files, overlay }: KindFiles): OpenedKind['origin'] {
  if (overlay === undefined) return 'bundled';
  return files.has(KIND) ? 'overlaid' : 'own';
}

/** What an office put into its folder and nothing reads: a slip in a name would otherwise leave the bundled section in force. */
function unused({ name, files, overlay }: KindFiles, kind: ReportKind): readonly string[] {
  if (overlay === undefined) return [];
  const place = `${overlay.folder}/${name}`;
  const idle = [...overlay.files.keys()].filter(
    (file) => file !== KIND && file !== 'sample.yaml' && !kind.sections.includes(file),
  );
  return [
    ...idle.map((file) => {
      const near = meant(
        file,
        [...files.keys()].filter((one) => one.endsWith('.md') && one !== file),
      );
      return `${place}/${file}：没有用上，它不替换自带的章节，${KIND} 的 sections 也没有列出它${near || '。'}`;
    }),
    ...(overlay.refused ?? []).map((refused) => `${place}/${refused}`),
  ];
}

function placeOfWord(text: string, word: string): { readonly line: number; readonly column: number } {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => !one.trimStart().startsWith('#') && one.includes(word));
  return { line: Math.max(line, 0) + 1, column: Math.max(lines[line]?.indexOf(word) ?? 0, 0) + 1 };
}
