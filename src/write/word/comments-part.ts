import { decodePart, parseXml, type XmlPart } from '../../read/word/xml.ts';
import { escapeXml } from './xml-edits.ts';

/** A comment in the margin. */
export interface WordComment {
  readonly author: string;
  readonly initials: string;
  /** `2026-11-22T08:00:00Z`; a file that must come out the same twice gives none. */
  readonly date: string | null;
  /** Plain text, one paragraph each. */
  readonly paragraphs: readonly string[];
}

/** A comment that the file has already. */
export interface KnownComment {
  readonly id: number;
  readonly author: string;
  /** Its paragraphs, joined by `\n`. */
  readonly text: string;
  /** Id of its last paragraph, by which it is told resolved or answered; null where the program that saved it gives none. */
  readonly paragraphId: string | null;
}

/** The comments of a comments part, in its order. */
export function commentsIn(part: XmlPart): KnownComment[] {
  const found: { id: number; author: string; paragraphs: string[]; paragraphId: string | null }[] = [];
  let capturing = false;
  parseXml(part, {
    open(element) {
      if (element.name === 'w:comment') {
        const id = Number(element.attribute('w:id') ?? Number.NaN);
        found.push({ id, author: element.attribute('w:author') ?? '', paragraphs: [], paragraphId: null });
      } else if (element.name === 'w:p') {
        const comment = found.at(-1);
        comment?.paragraphs.push('');
        if (comment) comment.paragraphId = element.attribute('w14:paraId');
      }
      if (element.name === 'w:t') capturing = true;
    },
    close(name) {
      if (name === 'w:t') capturing = false;
    },
    text(text) {
      const paragraphs = found.at(-1)?.paragraphs;
      if (capturing && paragraphs && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
    },
  });
  return found.map(({ id, author, paragraphs, paragraphId }) => ({
    id,
    author,
    text: paragraphs.join('\n'),
    paragraphId,
  }));
}

/** What a file says of a comment beside its text, by the id of its last paragraph. */
export interface CommentState {
  readonly resolved: boolean;
  /** Paragraph id of the comment that this one answers. */
  readonly answers: string | null;
}

/** Reads commentsExtended.xml: which comments are resolved, and which answer others. */
export function commentStates(part: XmlPart): Map<string, CommentState> {
  const states = new Map<string, CommentState>();
  parseXml(part, {
    open(element) {
      const id = element.attribute('w15:paraId');
      if (id === null) return;
      const done = element.attribute('w15:done');
      states.set(id, { resolved: done === '1' || done === 'true', answers: element.attribute('w15:paraIdParent') });
    },
  });
  return states;
}

export function commentXml(id: number, { author, initials, date, paragraphs }: WordComment): string {
  const when = date === null ? '' : ` w:date="${escapeXml(date)}"`;
  const inside = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`);
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}"${when} w:initials="${escapeXml(initials)}">${inside.join('')}</w:comment>`;
}

/**
 * A comments part with comments added behind its own, whatever prefix it writes.
 * @param before null: a new part
 * @param namespace of WordprocessingML, as the document has it (transitional or strict)
 */
export function withComments(before: XmlPart | null, comments: readonly string[], namespace: string): string {
  if (before === null) {
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${comments.join('')}</w:comments>`;
  }
  // each says its own namespace, so that nothing depends on what the part calls it
  const added = comments.map((xml) => xml.replace('<w:comment ', `<w:comment xmlns:w="${namespace}" `)).join('');
  const { xml } = before;
  const closed = /<([\w.-]+:)?comments\b[^>]*\/>\s*$/.exec(xml);
  if (closed) {
    const tag = closed[0].trimEnd();
    return `${xml.slice(0, closed.index)}${tag.slice(0, -2)}>${added}</${closed[1] ?? ''}comments>`;
  }
  const end = xml.lastIndexOf('</');
  return `${xml.slice(0, end)}${added}${xml.slice(end)}`;
}

export function partOf(file: string, path: string, bytes: Uint8Array | null): XmlPart | null {
  return bytes === null ? null : decodePart(file, path, bytes);
}
