import type { Ruling } from '../../check/index.ts';
import type { Finding } from '../../model/relation.ts';
import type { CheckedReport } from '../checked-report.ts';
import { COMMENT_AUTHOR, commentPlaces, correctionMarkOf, markOf } from './findings-comments.ts';
import { WordEditor } from './word-editor.ts';

/** What a person did about the comment of a finding. */
export interface WordDecision {
  readonly finding: Finding;
  readonly ruling: Ruling;
  /** The answer, or what was done. */
  readonly reason: string;
}

const AGREES = /^(?:属实|确认|同意|已改|待改|将改|是的|对的?[，。！]?$)/;

/**
 * Reads back what people did about the comments that a check has put into a Word file (resolved, answered, deleted), and which
 * corrections they refused. Findings whose comment nobody touched, and those that the file had no comment for, are not among them; nor are those that have gone because the
 * text was changed.
 * @param checked the annotated file, checked again
 * @throws InputError where the file cannot be read
 */
export function wordDecisions(checked: CheckedReport, bytes: Uint8Array): WordDecision[] {
  const editor = new WordEditor(checked.file, bytes);
  const { known, states } = editor;
  return commentPlaces(checked).flatMap(({ paragraphs, findings }) => {
    if (findings.length === 0 || !editor.hasMark(markOf(paragraphs))) return [];
    const refused = findings.filter((finding) => editor.hasMark(correctionMarkOf(finding)));
    if (refused.length > 0) {
      return refused.map((finding) => ({ finding, ruling: 'dismissed', reason: '修订已拒绝' }) as const);
    }
    const comment = known.find(({ author, text }) => author === COMMENT_AUTHOR && text === paragraphs.join('\n'));
    const all = (ruling: Ruling, reason: string) => findings.map((finding) => ({ finding, ruling, reason }));
    if (comment === undefined) return all('dismissed', '批注已删除');
    const answer = known.find(({ paragraphId }) => {
      const answered = paragraphId === null ? null : states.get(paragraphId)?.answers;
      return answered !== null && answered !== undefined && answered === comment.paragraphId;
    });
    if (answer !== undefined)
      return all(AGREES.test(answer.text.trim()) ? 'accepted' : 'dismissed', answer.text.trim());
    const resolved = comment.paragraphId !== null && states.get(comment.paragraphId)?.resolved === true;
    return resolved ? all('dismissed', '批注已标为解决') : [];
  });
}
