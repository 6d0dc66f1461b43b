import type { Span } from '../../model/span.ts';
import { fault } from '../../read/faults.ts';
import { readWordParts, SourceMap, type WordParts } from '../../read/index.ts';
import { type Archive, openArchive } from '../../read/word/archive.ts';
import { type Anchor, anchorOf, type Boundary } from './anchor.ts';
import {
  type CommentState,
  commentStates,
  commentsIn,
  commentXml,
  type KnownComment,
  partOf,
  type WordComment,
  withComments,
} from './comments-part.ts';
import { withContentType, withRelationship } from './package-parts.ts';
import { PendingInsertions } from './insertions.ts';
import { trackedReplacement } from './replacement.ts';
import { type EditRank, escapeXml, XmlEdits } from './xml-edits.ts';
import { editZip } from './zip-edit.ts';

/** Ids of revisions and bookmarks begin here, above those that a program counts up to, or above those of an earlier run. */
const FIRST_ID = 900_000_000;
const OWN_ID = /:id=["'](9\d{8})["']/g;

/**
 * Writes into a Word file without touching anything else: comments at spans of its text form, tracked replacements, bookmarks.
 * Every part but document.xml, the comments and what declares them stays byte for byte; so does all of document.xml around the
 * places written to.
 */
export class WordEditor {
  readonly parts: WordParts;
  readonly #file: string;
  readonly #bytes: Uint8Array;
  readonly #archive: Archive;
  readonly #map: SourceMap;
  readonly #edits = new XmlEdits();
  /** Marks by their place, so that several at one place cut the run once. */
  readonly #marks = new Map<string, { boundary: Boundary; rank: EditRank; marks: string[] }>();
  readonly #comments: string[] = [];
  readonly #known: readonly KnownComment[];
  readonly #replaced: Span[] = [];
  #insertions: PendingInsertions | null = null;
  #nextComment: number;
  #nextId = FIRST_ID;

  /**
   * @param file its name, for messages
   * @throws InputError where the file cannot be read, or not be written safely
   */
  constructor(file: string, bytes: Uint8Array) {
    this.#file = file;
    this.#bytes = bytes;
    this.parts = readWordParts(file, bytes);
    this.#archive = openArchive(file, bytes);
    if (this.#archive.paths.some((path) => /^_xmlsignatures\//i.test(path))) throw fault(file, 'signed-package');
    this.#map = new SourceMap(this.parts);
    for (const [, id] of this.parts.documentXml.matchAll(OWN_ID)) this.#nextId = Math.max(this.#nextId, Number(id) + 1);
    const comments = this.#commentsPart();
    this.#known = comments === null ? [] : commentsIn(comments);
    this.#nextComment = Math.max(-1, ...this.#known.map(({ id }) => id).filter(Number.isInteger)) + 1;
  }

  /** Whether a bookmark of this name stands in the file. */
  hasMark(name: string): boolean {
    return this.parts.documentXml.includes(`:name="${name}"`) || this.parts.documentXml.includes(`:name='${name}'`);
  }

  /** The comments that the file came with. */
  get known(): readonly KnownComment[] {
    return this.#known;
  }

  /** What the file says of its comments beside their texts, by the id of their last paragraph. */
  get states(): ReadonlyMap<string, CommentState> {
    const path = this.parts.commentsExtendedPath;
    const part = path === null ? null : this.#part(path);
    return part === null ? new Map() : commentStates(part);
  }

  /**
   * Puts a comment at a span of the text form.
   * @returns false where nothing of the span stands in the file
   */
  comment(span: Span, comment: WordComment): boolean {
    const anchor = anchorOf(this.parts, this.#map, span);
    if (anchor === null) return false;
    const id = this.#nextComment++;
    const { prefix } = anchor;
    this.#mark(anchor.start, 1, `<${prefix}commentRangeStart ${prefix}id="${id}"/>`);
    this.#mark(
      anchor.end,
      0,
      `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`,
    );
    this.#comments.push(commentXml(id, comment));
    return true;
  }

  /**
   * Replaces a span by another text, as a change that a person accepts or refuses.
   * @returns false where the span is not plain text of one paragraph, or overlaps one replaced before
   */
  replace(span: Span, text: string, by: { readonly author: string; readonly date: string | null }): boolean {
    if (this.#replaced.some(({ start, end }) => start < span.end && span.start < end)) return false;
    const ids = [this.#nextId++, this.#nextId++, this.#nextId++] as const;
    this.#insertions ??= new PendingInsertions(this.parts);
    const edits = trackedReplacement(this.parts, this.#map, span, text, { ...by, ids }, this.#insertions);
    if (edits === null) return false;
    this.#replaced.push(span);
    for (const { at, removed, text: written } of edits) this.#edits.add(at, written, 2, removed);
    return true;
  }

  /** Puts a bookmark over a span; its name is how it is found again. False where nothing of the span stands in the file. */
  mark(span: Span, name: string): boolean {
    const anchor: Anchor | null = anchorOf(this.parts, this.#map, span);
    if (anchor === null) return false;
    const id = this.#nextId++;
    const { prefix } = anchor;
    this.#mark(anchor.start, 1, `<${prefix}bookmarkStart ${prefix}id="${id}" ${prefix}name="${escapeXml(name)}"/>`);
    this.#mark(anchor.end, 0, `<${prefix}bookmarkEnd ${prefix}id="${id}"/>`);
    return true;
  }

  /** The file with all that was put into it; the very same bytes where nothing was. */
  save(): Uint8Array {
    if (this.#marks.size === 0 && this.#edits.isEmpty) return this.#bytes;
    for (const { boundary, rank, marks } of this.#marks.values()) {
      this.#edits.add(boundary.at, `${boundary.before}${marks.join('')}${boundary.after}`, rank);
    }
    this.#marks.clear();
    const { documentPath, documentXml, encoding } = this.parts;
    const changed = new Map<string, Uint8Array>();
    changed.set(this.#pathOf(documentPath), encoded(this.#edits.applyTo(documentXml), encoding));
    if (this.#comments.length > 0) this.#addComments(changed);
    return editZip(this.#file, this.#bytes, changed);
  }

  #mark(boundary: Boundary, rank: EditRank, text: string): void {
    const key = `${boundary.at}|${rank}|${boundary.before}`;
    const known = this.#marks.get(key);
    if (known) known.marks.push(text);
    else this.#marks.set(key, { boundary, rank, marks: [text] });
  }

  #addComments(changed: Map<string, Uint8Array>): void {
    const strict = this.parts.documentXml.includes('http://purl.oclc.org/ooxml/wordprocessingml/main');
    const namespace = strict
      ? 'http://purl.oclc.org/ooxml/wordprocessingml/main'
      : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const before = this.#commentsPart();
    const folder = this.parts.documentPath.slice(0, this.parts.documentPath.lastIndexOf('/') + 1);
    const path = before?.path ?? `${folder}comments.xml`;
    const utf8 = (text: string) => new TextEncoder().encode(text);
    changed.set(this.#pathOf(path), utf8(withComments(before, this.#comments, namespace)));
    if (before !== null) return;
    const types = this.#part('[Content_Types].xml');
    if (types === null) throw fault(this.#file, 'unsafe-package');
    changed.set(this.#pathOf('[Content_Types].xml'), utf8(withContentType(types, path)));
    const relations = `${folder}_rels/${this.parts.documentPath.slice(folder.length)}.rels`;
    changed.set(this.#pathOf(relations), utf8(withRelationship(this.#part(relations), 'comments.xml', strict)));
  }

  #commentsPart() {
    return this.parts.commentsPath === null ? null : this.#part(this.parts.commentsPath);
  }

  #part(path: string) {
    return partOf(this.#file, path, this.#archive.read(path));
  }

  /** The name as the zip writes it, which may differ by case. */
  #pathOf(path: string): string {
    return this.#archive.paths.find((known) => known.toLowerCase() === path.toLowerCase()) ?? path;
  }
}

function encoded(xml: string, { unit, mark }: WordParts['encoding']): Uint8Array {
  if (unit === null) {
    const bytes = new TextEncoder().encode(mark === 0 ? xml : `\ufeff${xml}`);
    return bytes;
  }
  const bytes = new Uint8Array(xml.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < xml.length; at += 1) view.setUint16(at * 2 + 2, xml.charCodeAt(at), true);
  return bytes;
}
