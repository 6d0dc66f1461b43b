import type { FilledPhrase } from '../../draft/phrase-fill.ts';
import {
  type CopiedFrom,
  type Hit,
  independentReports,
  isStandard,
  type Phrase,
  readable,
  usesOf,
} from '../../phrases/index.ts';
import { ROLE_NAMES } from '../../phrases/phrase-names.ts';

/** A hit with what the caller asked for besides. */
export interface PhraseAnswer extends Hit {
  /** Null where no data were given. */
  readonly filled: FilledPhrase | null;
  /** Null where no report was given, or the phrase is not in it. */
  readonly copied: CopiedFrom | null;
}

/** An answer as the contract's JSON tells it. */
export function answerJson(answer: PhraseAnswer): unknown {
  const { score, scores, penalties, library, filled, copied } = answer;
  return { ...phraseJson(answer.phrase), library, score, scores, penalties, filled, copied };
}

/** A phrase for programs. */
export function phraseJson(phrase: Phrase): Record<string, unknown> {
  const { id, form, frame, slots, sources } = phrase;
  return {
    id,
    text: readable(phrase),
    frame,
    form,
    slots,
    roles: [...new Set(sources.map(({ role }) => role))],
    kinds: [...new Set(sources.map(({ kind }) => kind))],
    uses: usesOf(phrase),
    reports: independentReports(phrase),
    standard: isStandard(phrase),
    sources: sources.map(({ file, section, year, kind, role, count }) => ({ file, section, year, kind, role, count })),
  };
}

/** For people: the phrase, what it is, where it was used; filled where data were given. */
export function answerText(answer: PhraseAnswer, number: number): string {
  const { phrase, score, scores, penalties, filled, copied } = answer;
  const lines = [`${number}．${filled?.text ?? readable(phrase)}`];
  if (filled !== null && filled.gaps.length > 0) lines.push(`缺：${[...new Set(filled.gaps)].join('、')}`);
  lines.push(
    `${phraseFacts(phrase)}　得分${score}（词语${scores.words}，不计数字${scores.withoutFigures}，全文${scores.everything}）`,
  );
  for (const { message, points } of penalties) lines.push(`减${points}分：${message}`);
  if (copied !== null) lines.push(`与给出的报告第${copied.line}行过于相近（${copied.share}%）：${copied.sentence}`);
  return `${lines.join('\n　　')}\n`;
}

/** One line of a list. */
export function phraseText(phrase: Phrase): string {
  return `${readable(phrase)}\n　　${phraseFacts(phrase)}\n`;
}

function phraseFacts(phrase: Phrase): string {
  const roles = [...new Set(phrase.sources.flatMap(({ role }) => (role === null ? [] : [ROLE_NAMES[role]])))];
  const where = phrase.sources.at(-1);
  const source = where === undefined ? '' : `${where.file}${where.section === '' ? '' : `《${where.section}》`}`;
  return [phrase.id, isStandard(phrase) ? '标准句' : '', roles.join('、'), `用过${usesOf(phrase)}次`, source]
    .filter((part) => part !== '')
    .join('　');
}
