import { fault, type FaultCode } from '../faults.ts';
import { type Archive, openArchive } from './archive.ts';
import { decodePart, parseXml, type XmlPart } from './xml.ts';

/** The parts of a Word package that hold text, and those that it depends on. */
export interface WordPackage {
  readonly document: XmlPart;
  readonly styles: XmlPart | null;
  readonly numbering: XmlPart | null;
  readonly footnotes: XmlPart | null;
  readonly endnotes: XmlPart | null;
  /** Path of the part that holds the comments; null where there is none. It is not opened. */
  readonly comments: string | null;
  /** Path of the part that says which comments are resolved or answer others; null where there is none. */
  readonly commentsExtended: string | null;
  readonly headers: readonly XmlPart[];
  readonly footers: readonly XmlPart[];
  /** Addresses outside the file that its text links to, by relationship id. */
  readonly links: readonly { readonly id: string; readonly target: string }[];
}

interface Relationship {
  readonly id: string;
  readonly external: boolean;
  /** The last step of its type: `officeDocument`, `styles`… the same in both kinds of OOXML. */
  readonly type: string;
  /** As a path from the package's root; an outside address as it stands. */
  readonly target: string;
}

/** Parts that tell another kind of package. */
const otherPackages: readonly (readonly [RegExp, FaultCode])[] = [
  [/^xl\/workbook\.(?:xml|bin)$/i, 'workbook-file'],
  [/^ppt\/presentation\.xml$/i, 'slides-file'],
  [/^OFD\.xml$/i, 'ofd-file'],
];

/** Content of the `mimetype` entry, with which OpenDocument and EPUB begin. */
const otherTypes: readonly (readonly [string, FaultCode])[] = [
  ['opendocument.spreadsheet', 'workbook-file'],
  ['opendocument.presentation', 'slides-file'],
  ['opendocument', 'open-document-file'],
];

/**
 * Opens a Word package.
 * @throws InputError where it is damaged, or holds something else
 */
export function openPackage(file: string, bytes: Uint8Array): WordPackage {
  const archive = openArchive(file, bytes);
  const other = otherKind(archive);
  if (other !== null) throw fault(file, other);

  const path =
    relationships(archive, '').find(({ type, external }) => type === 'officeDocument' && !external)?.target ??
    'word/document.xml';
  const document = readPart(archive, path) ?? readPart(archive, 'word/document.xml');
  if (document === null) throw fault(file, looksLikeOffice(archive) ? 'missing-document' : 'archive-file');
  const related = relationships(archive, document.path);
  const parts = (type: string) =>
    related
      .filter((relationship) => relationship.type === type && !relationship.external)
      .map(({ target }) => readPart(archive, target))
      .filter((part) => part !== null);
  const part = (type: string) => parts(type)[0] ?? null;
  const pathOf = (type: string) => related.find((one) => one.type === type && !one.external)?.target ?? null;
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: pathOf('comments'),
    commentsExtended: pathOf('commentsExtended'),
    headers: parts('header'),
    footers: parts('footer'),
    links: related.filter(({ type, external }) => type === 'hyperlink' && external),
  };
}

function otherKind(archive: Archive): FaultCode | null {
  for (const [pattern, code] of otherPackages) {
    if (archive.paths.some((path) => pattern.test(path))) return code;
  }
  const bytes = archive.read('mimetype');
  if (bytes === null) return null;
  const type = new TextDecoder().decode(bytes.subarray(0, 200));
  return otherTypes.find(([part]) => type.includes(part))?.[1] ?? null;
}

function looksLikeOffice(archive: Archive): boolean {
  return archive.paths.some((path) => path === '[Content_Types].xml' || path.startsWith('word/'));
}

/** The relationships of a part, or of the package itself for ''. */
function relationships(archive: Archive, path: string): Relationship[] {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const part = readPart(archive, `${folder}_rels/${path.slice(slash)}.rels`);
  const found: Relationship[] = [];
  if (part === null) return found;
  parseXml(part, {
    open(element) {
      const target = element.attribute('Target');
      if (element.name !== 'Relationship' || target === null) return;
      const type = element.attribute('Type') ?? '';
      const external = element.attribute('TargetMode') === 'External';
      found.push({
        id: element.attribute('Id') ?? '',
        external,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : resolvePath(folder, target),
      });
    },
  });
  return found;
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function readPart(archive: Archive, path: string): XmlPart | null {
  const bytes = archive.read(path);
  return bytes === null ? null : decodePart(archive.file, path, bytes);
}
