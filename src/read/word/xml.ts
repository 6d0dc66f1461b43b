import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fault } from '../faults.ts';

/** How a part's bytes hold its text: bytes a UTF-16 unit takes (null: UTF-8, where it depends), and those of the byte order mark. */
export interface PartEncoding {
  readonly unit: 2 | null;
  readonly mark: 0 | 2 | 3;
}

/** A part of a package as text. */
export interface XmlPart {
  /** The file's name, for messages. */
  readonly file: string;
  readonly path: string;
  /** Without byte order mark; positions are UTF-16 offsets into it. */
  readonly xml: string;
  readonly encoding: PartEncoding;
}

export interface XmlElement {
  /** With the prefix that this program gives the namespace: `w:p` whatever the file calls it. */
  readonly name: string;
  readonly depth: number;
  /** Of the opening tag. */
  readonly start: number;
  readonly end: number;
  /** An attribute's value: `w:val`, `w14:…`, `w15:…` by namespace, a name without prefix or with `xml:` literally. */
  attribute(name: string): string | null;
  /** Whether every one of these namespace prefixes of the file stands for something this program understands. */
  understands(prefixes: string): boolean;
}

/** What a reader of a part wants to hear of. Positions are those of the tag, or of the raw text. */
export interface XmlHandler {
  open(element: XmlElement): void;
  close?(name: string, depth: number, end: number): void;
  text?(text: string, start: number, end: number): void;
}

/** Our prefixes; both the transitional namespaces and those of Strict OOXML. */
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
]);

/** Namespaces whose content a Choice may require: drawings with text boxes, and additions that change no text. */
const understood =
  /^http:\/\/schemas\.microsoft\.com\/office\/word\/(?:2010|2012|2015|2016|2018|2020)\/|^http:\/\/schemas\.microsoft\.com\/office\/drawing\/2010\//;

/** Deeper than any document that a person made; a handler may recurse without fear. */
export const depthLimit = 1000;

/**
 * Reads a part from its beginning to its end, telling the handler what comes.
 * @throws InputError `broken-xml`, `doctype-refused`, `too-deep`
 */
export function parseXml(part: XmlPart, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  const where = () => `${part.path} 第 ${parser.line} 行`;
  let depth = 0;
  // Where the last event ended is where the next tag or text begins: saxes itself tells only ends.
  let previous = 0;
  parser.on('error', () => {
    throw fault(part.file, 'broken-xml', where());
  });
  parser.on('doctype', () => {
    throw fault(part.file, 'doctype-refused', where());
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > depthLimit) throw fault(part.file, 'too-deep', where());
    const start = previous;
    previous = parser.position;
    handler.open({
      name: ourName(tag),
      depth,
      start,
      end: previous,
      attribute: (name) => attributeOf(tag, name),
      understands: (list) =>
        list.split(/\s+/).every((prefix) => understood.test(parser.resolve(prefix) ?? '') || prefix === ''),
    });
  });
  parser.on('closetag', (tag) => {
    previous = parser.position;
    handler.close?.(ourName(tag), depth, previous);
    depth -= 1;
  });
  parser.on('text', (text) => {
    // saxes tells a text when it has read the `<` behind it.
    const end = parser.position - 1;
    handler.text?.(text, previous, end);
    previous = end;
  });
  parser.on('cdata', (text) => {
    const start = previous + '<![CDATA['.length;
    previous = parser.position;
    handler.text?.(text, start, previous - ']]>'.length);
  });
  parser.on('comment', () => {
    // saxes tells a comment at its second hyphen; the `>` is still to come.
    previous = parser.position + 1;
  });
  for (const event of ['processinginstruction', 'xmldecl'] as const) {
    parser.on(event, () => {
      previous = parser.position;
    });
  }
  parser.write(part.xml).close();
}

/**
 * Decodes a part's bytes: UTF-8, or UTF-16 with its byte order mark, as XML has it.
 * @throws InputError `broken-xml`
 */
export function decodePart(file: string, path: string, bytes: Uint8Array): XmlPart {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8';
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return {
      file,
      path,
      xml: new TextDecoder(encoding, { fatal: true }).decode(bytes),
      encoding: little || big ? { unit: 2, mark: 2 } : { unit: null, mark: marked ? 3 : 0 },
    };
  } catch {
    throw fault(file, 'broken-xml', path);
  }
}

function ourName(tag: SaxesTagNS): string {
  const prefix = prefixes.get(tag.uri);
  return prefix === undefined ? tag.local : `${prefix}:${tag.local}`;
}

function attributeOf(tag: SaxesTagNS, name: string): string | null {
  const literal = tag.attributes[name];
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(0, colon));
  if (prefix === '' || prefix === 'xml') return literal?.value ?? null;
  if (literal !== undefined && attributePrefix(literal.uri) === prefix) return literal.value;
  for (const attribute of Object.values(tag.attributes)) {
    if (attributePrefix(attribute.uri) === prefix && attribute.local === name.slice(colon + 1)) return attribute.value;
  }
  return null;
}

/** Attributes of these have names of their own; their elements say nothing about text and go by their local names. */
const additions = new Map([
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
]);

function attributePrefix(uri: string): string | undefined {
  return prefixes.get(uri) ?? additions.get(uri);
}

/** Whether an on-off property such as `w:vanish` is on: it is, unless its value says no. */
export function isOn(element: XmlElement): boolean {
  const value = element.attribute('w:val');
  return value === null || !['0', 'false', 'off'].includes(value);
}

/** A whole number attribute; null where it is missing or none. */
export function integerAttribute(element: XmlElement, name: string): number | null {
  const value = element.attribute(name);
  return value !== null && /^[+-]?\d{1,9}$/.test(value) ? Number(value) : null;
}
