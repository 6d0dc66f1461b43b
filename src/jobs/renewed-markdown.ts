import type { PlannedChange, RenewalPlan } from '../draft/renew/index.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { acceptMarks } from '../read/text/marked.ts';
import { decodeText } from '../read/text/decode.ts';
import { markedText, replacedText } from '../write/marked-text.ts';
import { extract } from './extract.ts';
import type { RenewRequest } from './renew.ts';
import type { Written } from './renewed-document.ts';

interface Placed {
  readonly change: PlannedChange;
  /** In the file. */
  readonly span: Span;
  readonly text: string;
}

/**
 * Writes what a plan changes into the Markdown file itself, so that tables stay tables. The changed file is read again; should it
 * not be the old text with these changes, none is made, and all are told as not made.
 */
export async function writeMarkdown(
  { file, bytes }: RenewRequest,
  report: Report,
  plan: RenewalPlan,
): Promise<Written> {
  const { placesInMarkdown } = await import('../read/markdown/read.ts');
  const decoded = decodeText(file, bytes);
  const source = acceptMarks(decoded.text);
  const { text } = report.manuscript;
  const places = placesInMarkdown(source, text);
  const written = async (changes: readonly Placed[]) => {
    const inFile = replacedText(source, changes);
    const inText = replacedText(
      text,
      changes.map(({ change }) => change),
    );
    const { report: fresh } = await extract(file, new TextEncoder().encode(inFile.text));
    return { changes, inFile, inText, fresh };
  };
  const placed = plan.changes.flatMap((change): Placed[] => {
    const span = spanAt(places, change.span);
    return span === null ? [] : [{ change, span, text: change.text }];
  });
  const first = await written(placed);
  const { changes, inFile, inText, fresh } =
    first.fresh.manuscript.text === first.inText.text ? first : await written([]);
  const made = new Set(changes.map(({ change: { span } }) => `${span.start}-${span.end}`));
  return {
    report: fresh,
    moved: inText.moved,
    applied: ({ start, end }) => made.has(`${start}-${end}`),
    finish: (comments) => {
      const now = placesInMarkdown(inFile.text, fresh.manuscript.text);
      const marks = changes.map(({ change, span }) => ({
        span: inFile.moved(span),
        before: change.figure === null ? change.before : text.slice(change.span.start, change.span.end),
      }));
      const notes = comments.flatMap(({ span, message }) => {
        if (span === null) return [];
        const end = endAt(now, span);
        // a bar would end the cell of a table
        return [{ span: { start: end, end }, words: message.replaceAll('|', '｜') }];
      });
      const marked = markedText(inFile.text, marks, notes);
      const lines = decoded.carriageReturns.length > 0 ? marked.replaceAll('\n', '\r\n') : marked;
      return new TextEncoder().encode(lines);
    },
  };
}

/** A span of the text form in the file; null where it does not stand there in one piece. */
function spanAt(places: readonly (number | null)[], { start, end }: Span): Span | null {
  const first = places[start] ?? null;
  if (first === null) return null;
  for (let offset = start; offset < end; offset++) {
    if (places[offset] !== first + offset - start) return null;
  }
  return { start: first, end: first + end - start };
}

/** Behind the last character of a span that stands in the file, else behind the last one before it. */
function endAt(places: readonly (number | null)[], { end }: Span): number {
  for (let offset = end - 1; offset >= 0; offset--) {
    const place = places[offset] ?? null;
    if (place !== null) return place + 1;
  }
  return 0;
}
