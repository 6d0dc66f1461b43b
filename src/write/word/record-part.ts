import { fault } from '../../read/faults.ts';
import { type Archive, openArchive } from '../../read/word/archive.ts';
import { decodePart, parseXml, type XmlPart } from '../../read/word/xml.ts';
import { withContentType, withRelationship } from './package-parts.ts';
import { escapeText } from './xml-edits.ts';
import { editZip } from './zip-edit.ts';

const NAMESPACE = 'urn:junheng:draft';
const ITEM = /^customXml\/item\d+\.xml$/i;
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const DOCUMENT = 'word/document.xml';

/**
 * The record that a drafted .docx carries: a text in a custom XML part of our own namespace. Word and LibreOffice keep such parts
 * when they save (measured with LibreOffice 7.4: kept whole at 180 kB, while content controls lost their tags), and nobody sees
 * them; a file beside the report would be lost with the first e-mail.
 * @returns null where the file carries none
 * @throws InputError where the file is no sound zip
 */
export function recordIn(file: string, bytes: Uint8Array): string | null {
  const archive = openArchive(file, bytes);
  const path = recordPath(archive);
  return path === null ? null : textIn(part(archive, path));
}

/** The file with this record in the place of its own, or in a new part; every other entry stays byte for byte. */
export function withRecord(file: string, bytes: Uint8Array, record: string): Uint8Array {
  const archive = openArchive(file, bytes);
  const content = utf8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<draft xmlns="${NAMESPACE}">${escapeText(record)}</draft>`,
  );
  const known = recordPath(archive);
  if (known !== null) return editZip(file, bytes, new Map([[known, content]]));
  let number = 1;
  while (archive.paths.some((path) => path.toLowerCase() === `customxml/item${number}.xml`)) number += 1;
  const types = part(archive, '[Content_Types].xml');
  const relations = part(archive, 'word/_rels/document.xml.rels');
  if (types === null || relations === null || part(archive, DOCUMENT) === null) throw fault(file, 'unsafe-package');
  const properties = `customXml/itemProps${number}.xml`;
  return editZip(
    file,
    bytes,
    new Map([
      ['[Content_Types].xml', utf8(withContentType(types, properties, PROPERTIES_TYPE))],
      [
        'word/_rels/document.xml.rels',
        utf8(withRelationship(relations, `../customXml/item${number}.xml`, false, 'customXml')),
      ],
      [`customXml/item${number}.xml`, content],
      [
        properties,
        utf8(
          `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{6A756E68-656E-4764-8261-667400000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
        ),
      ],
      [
        `customXml/_rels/item${number}.xml.rels`,
        utf8(withRelationship(null, `itemProps${number}.xml`, false, 'customXmlProps')),
      ],
    ]),
  );
}

/** By its content: programs number these parts anew. */
function recordPath(archive: Archive): string | null {
  return (
    archive.paths.find((path) => ITEM.test(path) && part(archive, path)?.xml.slice(0, 400).includes(NAMESPACE)) ?? null
  );
}

function textIn(found: XmlPart | null): string | null {
  if (found === null) return null;
  let text = '';
  let inside = false;
  parseXml(found, {
    open: () => {
      inside = true;
    },
    text: (piece) => {
      if (inside) text += piece;
    },
  });
  return text;
}

function part(archive: Archive, path: string): XmlPart | null {
  const bytes = archive.read(path);
  return bytes === null ? null : decodePart(archive.file, path, bytes);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
