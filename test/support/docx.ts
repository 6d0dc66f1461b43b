import { strToU8, zipSync } from 'fflate';

/** Parts of a Word package for a test; each the inside of its root element. */
export interface DocxParts {
  /** Inside `w:body`. */
  readonly body: string;
  /** Inside `w:styles`. */
  readonly styles?: string;
  /** Inside `w:numbering`. */
  readonly numbering?: string;
  /** Further entries of the zip, or others in place of those above, by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Strict OOXML instead of transitional. */
  readonly strict?: boolean;
}

const relationshipType = (strict: boolean) =>
  strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespace declarations of a Word part, with the prefixes that Word uses. */
export function wordNamespaces(strict = false): string {
  const main = strict
    ? 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return [
    `xmlns:w="${main}"`,
    `xmlns:r="${relationshipType(strict)}"`,
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
    'xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex"',
  ].join(' ');
}

/**
 * A Word package as bytes, small but complete: Word and LibreOffice open it too.
 * Dates in the zip are fixed, so that the same parts give the same bytes.
 */
export function buildDocx({ body, styles, numbering, parts = {}, strict = false }: DocxParts): Uint8Array {
  const type = relationshipType(strict);
  const namespaces = wordNamespaces(strict);
  const relations: string[] = [];
  const overrides: string[] = [];
  const files: Record<string, string> = {
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, content] of [
    ['styles', styles],
    ['numbering', numbering],
  ] as const) {
    if (content === undefined) continue;
    files[`word/${name}.xml`] = `${declaration}<w:${name} ${namespaces}>${content}</w:${name}>`;
    relations.push(`<Relationship Id="${name}" Type="${type}/${name}" Target="${name}.xml"/>`);
    overrides.push(override(`/word/${name}.xml`, name));
  }
  const relationships = (content: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/word/document.xml', 'document.main')}${overrides.join('')}</Types>`,
    '_rels/.rels': relationships(
      `<Relationship Id="document" Type="${type}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relationships(relations.join('')),
    ...files,
    ...parts,
  };
  return buildZip(all);
}

/** A zip of these entries, in this order, with a fixed date. */
export function buildZip(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.fromEntries(
    Object.entries(entries).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
  );
  return zipSync(bytes, { mtime: '2024-01-01T00:00:00Z' });
}

function override(path: string, kind: string): string {
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  return `<Override PartName="${path}" ContentType="${type}"/>`;
}

/** A text with the characters that XML gives a meaning replaced. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A run; properties are the inside of its `w:rPr`. */
export function run(text: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${own}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/**
 * A paragraph.
 * @param content a plain text, which is escaped, or XML of runs where it begins with `<`
 * @param properties the inside of its `w:pPr`
 */
export function paragraph(content = '', properties = ''): string {
  const own = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  const inside = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p>${own}${inside}</w:p>`;
}

/** The properties of a numbered paragraph. */
export function numbered(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** The properties of a paragraph with a style. */
export function styled(style: string): string {
  return `<w:pStyle w:val="${style}"/>`;
}

/** A level of a list; more is further XML inside `w:lvl`. */
export function listLevel(level: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** An abstract list with its levels, and the list of the same number that uses it. */
export function list(id: number, levels: string): { readonly abstract: string; readonly instance: string } {
  return {
    abstract: `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`,
    instance: `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  };
}

/** A table of plain texts; a cell that begins with `<` is the inside of its `w:tc`. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map(row).join('')}</w:tbl>`;
}
