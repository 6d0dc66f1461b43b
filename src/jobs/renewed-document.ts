import type { RenewalPlan } from '../draft/renew/index.ts';
import type { OpenPoint } from '../model/renewal.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { markedText, replacedText } from '../write/marked-text.ts';
import { applyChanges, type ChangeAuthor, type WordChange } from '../write/word/apply-changes.ts';
import { extract } from './extract.ts';
import { writeMarkdown } from './renewed-markdown.ts';
import type { RenewRequest } from './renew.ts';

/** The new document, before anything is said in it. */
export interface Written {
  readonly report: Report;
  readonly moved: (span: Span) => Span;
  applied(span: Span): boolean;
  finish(comments: readonly OpenPoint[]): Uint8Array;
}

/** Writes what a plan changes: tracked changes in the same Word file, or a text (Markdown stays Markdown) with marks. */
export async function writePlan(request: RenewRequest, report: Report, plan: RenewalPlan): Promise<Written> {
  const { file, bytes, as, date } = request;
  if (as === 'text' && report.manuscript.format === 'markdown') return writeMarkdown(request, report, plan);
  if (as === 'text') {
    const { text, carriageReturns } = report.manuscript;
    const replaced = replacedText(text, plan.changes);
    const fresh = await extract(
      request.file.replace(/\.(?:docx?|wps|pdf)$/iu, '.txt'),
      encoded(replaced.text),
      request.readers,
    );
    const changed = plan.changes.map(({ span, before, figure }) => ({
      span: replaced.moved(span),
      before: figure === null ? before : text.slice(span.start, span.end),
    }));
    return {
      report: fresh.report,
      moved: replaced.moved,
      applied: () => true,
      finish: (comments) => {
        const notes = comments.flatMap(({ span, message }) => (span === null ? [] : [{ span, words: message }]));
        const marked = markedText(fresh.report.manuscript.text, changed, notes);
        return encoded(carriageReturns === undefined ? marked : marked.replaceAll('\n', '\r\n'));
      },
    };
  }
  const by: ChangeAuthor = { author: 'junheng', initials: 'jh', date };
  const replacements = new Map(
    plan.changes.map(({ span, text }): [string, WordChange] => [keyOf(span), { kind: 'replace', span, text }]),
  );
  const changed = applyChanges(file, bytes, [...replacements.values()], by);
  const { report: fresh } = await extract(file, changed.bytes);
  return {
    report: fresh,
    moved: changed.moved,
    applied: (span) => {
      const change = replacements.get(keyOf(span));
      return change !== undefined && changed.applied.has(change);
    },
    finish: (comments) => {
      const said = comments.flatMap(({ span, message }): WordChange[] =>
        span === null ? [] : [{ kind: 'comment', span, paragraphs: [message] }],
      );
      return applyChanges(file, changed.bytes, said, by).bytes;
    },
  };
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
