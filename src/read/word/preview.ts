import { strToU8, zipSync } from 'fflate';
import type { Root } from 'hast';
import { softBreak } from '../assemble.ts';
import { type WordParts, readWordParts } from './read.ts';
import { openPackage, type WordPackage } from './package.ts';

/**
 * A title is the page's heading, and headings come below it; with the names that Chinese Word and WPS save the styles under.
 * mammoth's own table knows only English names, and begins with the first heading.
 */
const HEADING_STYLES = [
  ...['Title', 'title', '标题', '公文标题'].map((name) => `p[style-name='${name}'] => h1:fresh`),
  ...[1, 2, 3, 4, 5].flatMap((level) =>
    ['heading', 'Heading', '标题'].map((name) => `p[style-name='${name} ${level}'] => h${level + 1}:fresh`),
  ),
];

/**
 * A .docx as HTML, as near to its look as mammoth comes: headings, bold, tables, lists, notes, links. Automatic numbers are
 * those that this program's own reader counts, since mammoth would make lists of them that count 1, 2, 3 whatever the format.
 * Pictures are left out: they may inflate to any size.
 * @returns a tree without scripts, styles and foreign addresses, to be put into a page
 * @throws InputError as {@link readWordParts}
 */
export async function previewWord(name: string, bytes: Uint8Array): Promise<Root> {
  const parts = readWordParts(name, bytes);
  const packed = safePackage(openPackage(name, bytes), withMarkers(parts));
  const [mammoth, { unified }, { default: parse }, { default: sanitize }] = await Promise.all([
    import('mammoth'),
    import('unified'),
    import('rehype-parse'),
    import('rehype-sanitize'),
  ]);
  // Node's build of mammoth reads `buffer`, the browser's `arrayBuffer`; each takes the plain bytes.
  const input = { buffer: packed, arrayBuffer: packed } as unknown as { arrayBuffer: ArrayBuffer };
  const options = { styleMap: HEADING_STYLES, externalFileAccess: false, includeEmbeddedStyleMap: false };
  const { value } = await mammoth.default.convertToHtml(input, options);
  const tree = unified().use(parse, { fragment: true }).parse(value);
  return unified().use(sanitize).run(tree) as Promise<Root>;
}

/**
 * A package of nothing but the parts that this program's reader has found safe to read: no picture, no settings, no entry
 * that lies about its size.
 */
function safePackage(opened: WordPackage, documentXml: string): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, target: string, kind: string, mode = '') =>
    `<Relationship Id="${escapeAttribute(id)}" Type="${type}/${kind}" Target="${escapeAttribute(target)}"${mode}/>`;
  const relations = (content: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
    );
  const entries: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relations(relation('document', 'word/document.xml', 'officeDocument')),
    'word/document.xml': strToU8(documentXml),
  };
  const kept: string[] = opened.links.map(({ id, target }) =>
    relation(id, target, 'hyperlink', ' TargetMode="External"'),
  );
  for (const kind of ['styles', 'footnotes', 'endnotes'] as const) {
    const part = opened[kind];
    if (part === null) continue;
    entries[`word/${kind}.xml`] = strToU8(part.xml);
    kept.push(relation(`junheng-${kind}`, `${kind}.xml`, kind));
  }
  entries['word/_rels/document.xml.rels'] = relations(kept.join(''));
  return zipSync(entries, { level: 0 });
}

/** document.xml with the automatic numbers written out before the first run of their paragraphs. */
function withMarkers({ documentXml, paragraphs }: WordParts): string {
  const written: { readonly at: number; readonly run: string }[] = [];
  for (const { text, markerLength, source, pieces } of paragraphs) {
    const at = pieces[0]?.run?.start;
    const prefix = /^<([^\s:/>]+:)?p[\s/>]/.exec(documentXml.slice(source.start, source.start + 60))?.[1] ?? '';
    if (markerLength === 0 || at === undefined) continue;
    const marker = escapeAttribute(text.slice(0, markerLength).replaceAll(softBreak, ' '));
    written.push({ at, run: `<${prefix}r><${prefix}t xml:space="preserve">${marker}</${prefix}t></${prefix}r>` });
  }
  written.sort((one, other) => one.at - other.at);
  const pieces: string[] = [];
  let before = 0;
  for (const { at, run } of written) {
    pieces.push(documentXml.slice(before, at), run);
    before = at;
  }
  return [...pieces, documentXml.slice(before)].join('');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
