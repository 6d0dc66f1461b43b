import type { SourceFormat } from '../model/manuscript.ts';
import type { OtherPlace } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { excerpt } from './excerpt.ts';
import { fileUri } from './file-uri.ts';
import { elsewhereText } from './other-places.ts';
import { lineOf, lineText, oneLine, sectionPath } from './places.ts';

/** A file of the run, as locations refer to it. */
export interface ArtifactReference {
  readonly uri: string;
  /** Among the artifacts of the run. */
  readonly index: number;
}

/** What an `artifact` says of a format. */
export const MIME_TYPES: Readonly<Record<SourceFormat, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'old-word': 'application/msword',
  pdf: 'application/pdf',
};

/** A `location` of SARIF for a place of a report; of the whole file where a finding has no place. */
export function locationOf(report: Report, artifact: ArtifactReference, place?: Span): object {
  const physicalLocation = { artifactLocation: artifact };
  if (place === undefined) return { physicalLocation };
  const start = pointOf(report, place.start);
  const section = sectionPath(report, place);
  return {
    physicalLocation: hasLinesOfFile(report)
      ? { ...physicalLocation, region: regionOf(report, place) }
      : physicalLocation,
    ...(section === '' ? {} : { logicalLocations: [{ fullyQualifiedName: section }] }),
    message: { text: plainMessage(`${lineText(report, start.line)}　${excerpt(report.manuscript, place)}`) },
    // in the text form, also of a Word file: what `extract --format text` prints
    properties: { line: start.line, column: start.column },
  };
}

/** A `location` of SARIF for a place in a report or a workbook that this one was compared with: how its lines count is not known here. */
export function locationElsewhere(place: OtherPlace): object {
  const { file, line, cells, text } = place;
  return {
    physicalLocation: { artifactLocation: { uri: fileUri(file) } },
    message: { text: plainMessage(`${elsewhereText(place)}　${oneLine(text)}`) },
    properties: line === null ? { cells: cells ?? [] } : { line },
  };
}

/**
 * Text for a message of SARIF: braces are doubled, lest they be placeholders, and a bracket that would begin a link is escaped.
 * Words of a report stand in messages, and a report may hold anything.
 */
export function plainMessage(text: string): string {
  return text
    .replaceAll('{', '{{')
    .replaceAll('}', '}}')
    .replaceAll(/\[(?=[^[\]]*\]\()/gu, '\\[');
}

/**
 * SARIF allows lines and columns in text files only, and they must be those of the file: a region of a Word file, or of the text
 * without its marks that is read from Markdown, would lead a viewer to another place.
 */
function hasLinesOfFile({ manuscript }: Report): boolean {
  return manuscript.format === 'text';
}

/**
 * No character offsets beside lines and columns: of a file with Windows line ends the text form has dropped the `\r`, and the two
 * must not contradict each other.
 */
function regionOf(report: Report, place: Span): object {
  const start = pointOf(report, place.start);
  const end = pointOf(report, place.end);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    snippet: { text: report.manuscript.text.slice(place.start, place.end) },
  };
}

function pointOf(report: Report, offset: number): { readonly line: number; readonly column: number } {
  const line = lineOf(report, offset);
  return { line, column: offset - (report.manuscript.paragraphs[line - 1]?.span.start ?? 0) + 1 };
}
