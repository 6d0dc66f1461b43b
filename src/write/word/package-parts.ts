import { parseXml, type XmlPart } from '../../read/word/xml.ts';
import { escapeXml } from './xml-edits.ts';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** [Content_Types].xml with a part declared, the comments where nothing else is said; unchanged where it is. */
export function withContentType(part: XmlPart, path: string, type = COMMENTS_TYPE): string {
  let known = false;
  parseXml(part, {
    open(element) {
      if (element.attribute('PartName')?.toLowerCase() === `/${path}`.toLowerCase()) known = true;
    },
  });
  const override = (prefix: string) => `<${prefix}Override PartName="/${escapeXml(path)}" ContentType="${type}"/>`;
  return known ? part.xml : appended(part.xml, override);
}

/** Relationships of the document with one to another part added, the comments where nothing else is said. */
export function withRelationship(
  part: XmlPart | null,
  target: string,
  strict: boolean,
  type: 'comments' | 'customXml' | 'customXmlProps' = 'comments',
): string {
  const base = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationship = (prefix: string) =>
    `<${prefix}Relationship Id="${freeId(part?.xml ?? '', type)}" Type="${base}/${type}" Target="${escapeXml(target)}"/>`;
  const empty =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  return appended(part?.xml ?? empty, relationship);
}

function freeId(xml: string, type: string): string {
  const stem = `rId${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;
  let number = 1;
  while (xml.includes(`"${stem}${number}"`)) number += 1;
  return `${stem}${number}`;
}

/** An element put in last, in the prefix of its root; the root may be empty. */
function appended(xml: string, element: (prefix: string) => string): string {
  const closed = /<([\w.-]+:)?(\w+)\b[^<>]*\/>\s*$/.exec(xml);
  const end = xml.lastIndexOf('</');
  if (closed && end < closed.index && !/<(?![?!])[^<>]*>/.test(xml.slice(0, closed.index))) {
    const prefix = closed[1] ?? '';
    return `${xml.slice(0, closed.index)}${closed[0].trimEnd().slice(0, -2)}>${element(prefix)}</${prefix}${closed[2]}>`;
  }
  const prefix = /^<\/([\w.-]+:)?/.exec(xml.slice(end))?.[1] ?? '';
  return `${xml.slice(0, end)}${element(prefix)}${xml.slice(end)}`;
}
