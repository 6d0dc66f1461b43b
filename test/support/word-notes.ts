import { wordNamespaces } from './docx.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts of a Word file that are no body; each text is the inside of its element. */
export interface NoteParts {
  /** By id; separators are added, as Word writes them. */
  readonly footnotes?: Readonly<Record<string, string>>;
  readonly endnotes?: Readonly<Record<string, string>>;
  readonly headers?: readonly string[];
  readonly footers?: readonly string[];
}

/** The further entries of a package for {@link buildDocx}, with the relationships that name them. */
export function noteParts({ footnotes, endnotes, headers = [], footers = [] }: NoteParts): Record<string, string> {
  const parts: Record<string, string> = {};
  const relations: string[] = [];
  const add = (type: string, name: string, xml: string) => {
    parts[`word/${name}.xml`] = declaration + xml;
    relations.push(`<Relationship Id="${name}" Type="${office}/${type}" Target="${name}.xml"/>`);
  };
  for (const [element, notes] of [
    ['footnote', footnotes],
    ['endnote', endnotes],
  ] as const) {
    if (notes === undefined) continue;
    const separator = `<w:${element} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${element}>`;
    const all = Object.entries(notes).map(([id, inside]) => `<w:${element} w:id="${id}">${inside}</w:${element}>`);
    const root = `w:${element}s`;
    add(`${element}s`, `${element}s`, `<${root} ${wordNamespaces()}>${separator}${all.join('')}</${root}>`);
  }
  headers.forEach((inside, index) =>
    add('header', `header${index + 1}`, `<w:hdr ${wordNamespaces()}>${inside}</w:hdr>`),
  );
  footers.forEach((inside, index) =>
    add('footer', `footer${index + 1}`, `<w:ftr ${wordNamespaces()}>${inside}</w:ftr>`),
  );
  parts['word/_rels/document.xml.rels'] =
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
  return parts;
}

/** A run with the mark of a note. */
export function noteMark(kind: 'footnote' | 'endnote', id: number): string {
  return `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
}
