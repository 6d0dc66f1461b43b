import { lastAtOrBefore } from '../../model/search.ts';
import type { Span } from '../../model/span.ts';
import type { CharacterSource, SourceMap, SourceRange, WordParagraph, WordParts } from '../../read/index.ts';

/** A place between two characters of the visible text, where something can be put into document.xml. */
export interface Boundary {
  readonly at: number;
  /** What ends the run and what begins it anew around the insertion; empty where the place is between runs. */
  readonly before: string;
  readonly after: string;
}

/** Where a span of the text form begins and ends in document.xml. */
export interface Anchor {
  readonly start: Boundary;
  readonly end: Boundary;
  /** Prefix of the Word namespace there, with its colon: `w:`. */
  readonly prefix: string;
}

/**
 * Finds where a span can be anchored: exactly at its characters, runs cut where needed; what the file does not hold as text (an
 * automatic number, a paragraph's end) is left out. A text box cannot hold comments: its place is the run that holds the box.
 * @returns null where nothing of the span stands in the file
 */
export function anchorOf(parts: WordParts, map: SourceMap, span: Span): Anchor | null {
  const first = nextSource(map, span.start, span.end, 1);
  const last = nextSource(map, span.end - 1, span.start - 1, -1);
  if (first === null || last === null) return null;
  const xml = parts.documentXml;
  const paragraph = paragraphAt(parts, span.start);
  const prefix = prefixAt(xml, paragraph.source.start);
  const holders = [paragraph.holder, paragraphAt(parts, span.end - 1).holder];
  const start = holders[0] ? between(holders[0].start) : startOf(xml, first, paragraph);
  const end = holders[1] ? between(holders[1].end) : endOf(xml, last, paragraphAt(parts, span.end - 1));
  return { start, end, prefix };
}

function nextSource(map: SourceMap, from: number, to: number, step: 1 | -1): CharacterSource | null {
  for (let offset = from; offset !== to; offset += step) {
    const source = map.at(offset);
    if (source !== null) return source;
  }
  return null;
}

export function paragraphAt({ manuscript, paragraphs }: WordParts, offset: number): WordParagraph {
  const index = lastAtOrBefore(manuscript.paragraphs, offset, ({ span }) => span.start);
  return paragraphs[Math.max(0, index)] as WordParagraph;
}

function between(at: number): Boundary {
  return { at, before: '', after: '' };
}

function startOf(xml: string, { piece, range }: CharacterSource, paragraph: WordParagraph): Boundary {
  const { run } = piece;
  // a formula has no run to be cut
  if (run === null) return between(paragraph.contentStart);
  const visible = paragraph.pieces.find((one) => one.run === run);
  if (visible === piece && range.start === piece.source.start) return between(run.start);
  return cut(xml, piece, range.start, 'start');
}

function endOf(xml: string, { piece, range }: CharacterSource, paragraph: WordParagraph): Boundary {
  const { run } = piece;
  if (run === null) return between(paragraph.contentStart);
  const visible = paragraph.pieces.findLast((one) => one.run === run);
  if (visible === piece && range.end === piece.source.end) return between(run.end);
  return cut(xml, piece, piece.raw ? range.end : elementEnd(xml, range.end), 'end');
}

/** Inside a run: its text and itself are closed, and opened again with the same properties; where that cannot be, the run's own end. */
function cut(xml: string, piece: CharacterSource['piece'], at: number, side: 'start' | 'end'): Boundary {
  const { run, raw, source } = piece;
  if (run === null) return between(at);
  const prefix = prefixAt(xml, run.start);
  const open = `<${prefix}r>${propertiesOf(xml, run.properties)}`;
  const close = `</${prefix}r>`;
  if (!raw) return { at, before: close, after: open };
  if (!canCut(xml, source, at)) return between(run[side]);
  return { at, before: `</${prefix}t>${close}`, after: `${open}<${prefix}t xml:space="preserve">` };
}

/** Behind an element whose opening tag ends here: `<w:tab/>`, or `<w:tab></w:tab>`. */
function elementEnd(xml: string, tagEnd: number): number {
  return xml.startsWith('</', tagEnd) ? xml.indexOf('>', tagEnd) + 1 : tagEnd;
}

/**
 * Whether a text element may be closed and opened again here. A literal section cannot be cut by putting tags into it; and where
 * blanks at an element's ends do not show, those at the new ends would vanish, or those at the old ones appear.
 */
export function canCut(xml: string, { start, end }: SourceRange, at: number): boolean {
  const tagStart = xml.lastIndexOf('<', start - 1);
  if (xml.startsWith('<![CDATA[', tagStart)) return false;
  const tagEnd = xml.indexOf('>', tagStart);
  if (/xml:space=["']preserve["']/.test(xml.slice(tagStart, tagEnd))) return true;
  const isBlank = (offset: number) => /[ \t\r\n]/.test(xml.charAt(offset));
  return !isBlank(at - 1) && !isBlank(xml.indexOf('<', end) - 1);
}

/** Without the record of how the properties were changed, whose number must not occur twice. */
export function propertiesOf(xml: string, range: { readonly start: number; readonly end: number } | null): string {
  if (range === null) return '';
  return xml.slice(range.start, range.end).replaceAll(/<([\w.-]+:)?rPrChange\b[^]*?<\/\1?rPrChange>/g, '');
}

/** The namespace prefix of the element whose tag stands here, with its colon. */
export function prefixAt(xml: string, at: number): string {
  return /^<([^\s:/>]+:)/.exec(xml.slice(at, at + 80))?.[1] ?? '';
}
