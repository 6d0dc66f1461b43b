import type { Root } from 'mdast';
import { type AskedWords, meant, type OwnPiece, ownPiece } from '../draft/index.ts';
import { InputError, type Manuscript } from '../model/manuscript.ts';
import { decodeText } from '../read/text/decode.ts';
import type { NamedBytes } from '../read/workbook/index.ts';

/** The folder of the writer's own words, beside the data. */
export const OWN_FOLDER = '文字';
/** What `init` writes into it; never part of a report. */
export const OWN_NOTE = '说明.txt';

const READ = /\.(?:md|docx|txt)$/iu;
/** What a writer may well have saved a piece as. To leave it out with a remark would lose their words in the report. */
const WRITTEN = /\.(?:doc|wps|wpt|dot|docm|rtf|odt|pdf|ofd|htm|html)$/iu;

/** The pieces of a folder, and what its owner should know. */
export interface OwnWords {
  readonly pieces: readonly OwnPiece[];
  /** Chinese, one line each. */
  readonly notices: readonly string[];
}

/**
 * Reads the files of the folder 文字: `特色.docx`, `.md` or `.txt` is the piece 特色.
 * @param files by their names in the folder; 说明.txt and what programs leave behind are passed over
 * @throws InputError with every fault at once: pieces that cannot be read, two of one name
 */
export async function readOwnWords(files: readonly NamedBytes[]): Promise<OwnWords> {
  const pieces: OwnPiece[] = [];
  const [notices, faults]: [string[], string[]] = [[], []];
  const seen = new Map<string, string>();
  for (const { name: fileName, bytes } of files) {
    if (fileName === OWN_NOTE || /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/iu.test(fileName)) continue;
    const file = `${OWN_FOLDER}/${fileName}`;
    if (WRITTEN.test(fileName)) faults.push(`${file}：自己写的文字要存成 .docx、.md 或 .txt，请另存后再起草。`);
    else if (!READ.test(fileName)) notices.push(`${file}：不是 .docx、.md 或 .txt 文件，没有用上。`);
    else {
      const name = fileName.replace(READ, '').trim().normalize('NFC');
      const before = seen.get(name);
      if (before !== undefined) faults.push(`${file}和${before}是同一处的文字，只能留一份。`);
      seen.set(name, file);
      try {
        const { piece, remarks } = await readPiece(name, file, bytes);
        pieces.push(piece);
        notices.push(...remarks);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        faults.push(error.message);
      }
    }
  }
  if (faults.length > 0) throw new InputError('own-words', faults.join('\n'));
  return { pieces, notices };
}

async function readPiece(
  name: string,
  file: string,
  bytes: Uint8Array,
): Promise<{ readonly piece: OwnPiece; readonly remarks: readonly string[] }> {
  // A file just made in Windows has no bytes at all: nothing is written yet, and nothing is wrong.
  if (bytes.length === 0) return { piece: { name, file, blocks: [] }, remarks: [] };
  // Loaded when there is something to read: most drafts begin without.
  const [{ readDocument }, { understand }] = await Promise.all([
    import('../read/index.ts'),
    import('../figures/index.ts'),
  ]);
  const manuscript = await readDocument(file, bytes);
  const piece = ownPiece(name, file, understand(manuscript), lineInFile(manuscript, file, bytes));
  const told = piece.blocks.length === 0 ? [] : manuscript.messages;
  const notes = manuscript.notes.filter(({ kind }) => kind === 'footnote' || kind === 'endnote').length;
  return {
    piece,
    remarks: [
      ...told.map(({ message, line }) => `${file}${line === null ? '' : ` 第${line}行`}：${message}`),
      ...(notes > 0 ? [`${file}：有脚注或尾注${notes}条，没有放进报告。`] : []),
    ],
  };
}

/** Lines are told as the writer's editor counts them; in Markdown those of the text form are fewer. */
function lineInFile(manuscript: Manuscript, file: string, bytes: Uint8Array): (line: number) => number {
  if (manuscript.format !== 'markdown') return (line) => line;
  const source = decodeText(file, bytes).text.split('\n');
  const found = new Map<number, number>();
  let from = 0;
  for (const { line, span, markerLength } of manuscript.paragraphs) {
    const words = manuscript.text
      .slice(span.start + markerLength, span.end)
      .trim()
      .slice(0, 6);
    const at = words === '' ? -1 : source.findIndex((one, index) => index >= from && one.includes(words));
    // Two cells of a table share a line, so the search goes on from this one and not from the next.
    if (at >= 0) from = at;
    found.set(line, from + 1);
  }
  return (line) => found.get(line) ?? line;
}

/** Pieces that are not in the draft, each with the reason: no template asks for them, or their place was left out. */
export function unplacedWords(
  pieces: readonly OwnPiece[],
  asked: readonly AskedWords[],
  root: Root,
): readonly string[] {
  const placed = new Set(root.children.map((block) => block.data?.piece));
  const names = [...new Set(asked.map(({ name }) => name))];
  return pieces
    .filter(({ file, blocks }) => blocks.length > 0 && !placed.has(file))
    .map(({ name, file }) => {
      if (names.includes(name)) return `${file}：没有用上，模板按现有数据没有写它所在的段落。`;
      const choice = names.length === 0 ? '这类报告没有留出自己撰写的地方' : `这类报告可用的名称有${names.join('、')}`;
      return `${file}：没有用上，模板没有要“${name}”这段文字${meant(name, names) || '。'}${choice}。`;
    });
}

/** The note that stands in a new folder 文字. With the line ends of Windows, whose older editors know no others. */
export function ownNote(asked: readonly AskedWords[]): string {
  const hints = new Map(asked.map(({ name, hint }) => [name, hint]));
  const lines = [
    '这个文件夹里放自己写的文字：做法、特色、问题、打算等。',
    '',
    '每段文字存成一个文件，文件名见下表，可以是 Word 文档（.docx）、纯文本（.txt）或 Markdown（.md），同一名称只能有一份。',
    '起草报告时，程序把它放到报告中相应的地方；数据变了重新起草，这里的文字照样放回去，程序不会改动它们。',
    '没有写的，报告中留出“待填”的位置。本说明不会进入报告。',
    '文中可以分段、分小标题、列表格；小标题的层级和序号按它在报告中的位置重排。图片、脚注和字体格式不带入。',
    '文中的数字一样登记台账，出处写作“文字/文件名 第几行”；与数据工作簿对不上的会指出来。',
    '',
    ...(hints.size === 0
      ? ['这类报告没有留出自己撰写的地方。']
      : ['文件名　　写什么', ...[...hints].map(([name, hint]) => `${name}　　${hint}`)]),
    '',
  ];
  return lines.join('\r\n');
}
