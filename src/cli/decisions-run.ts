import { basename, extname } from 'node:path';
import { ALL_RULES, type Decision, type Ruling } from '../check/index.ts';
import { check } from '../jobs/check.ts';
import { recordDecisions, recordRulings, review } from '../jobs/review.ts';
import { InputError } from '../model/manuscript.ts';
import type { Standard } from '../standards/standard.ts';
import { decisionsBeside, decisionsPath, settingsBeside } from './beside.ts';
import { forPeople, standardsGiven } from './check-run.ts';
import { readBytes, writeBytes } from './files.ts';
import { READERS } from './old-word.ts';
import { emit } from './output.ts';

const WORDS: Readonly<Record<Ruling, string>> = { dismissed: '不是问题', accepted: '属实' };

/** Records decisions about findings of a report, by the numbers that `check` prints; without any, lists those on record. */
export async function runDecisions(
  file: string,
  options: {
    readonly dismiss?: string;
    readonly accept?: string;
    readonly reason?: string;
    readonly report?: string;
    readonly standard?: readonly string[];
  },
): Promise<void> {
  const path = decisionsPath(file);
  if (path === null) throw new InputError('file-missing', '请给出报告的文件名；标准输入没有地方记下决定。');
  // the numbers are those of a check by the same standards
  const { standards } = standardsGiven(options.standard ?? []);
  let decisions = decisionsBeside(file);
  const asked = (['dismissed', 'accepted'] as const).flatMap((ruling) => {
    const numbers = numbersOf(ruling === 'dismissed' ? options.dismiss : options.accept);
    return numbers.length > 0 ? [{ ruling, numbers }] : [];
  });
  if (asked.length === 0 && extname(file).toLowerCase() === '.docx') {
    await fromComments(file, options.report ?? file, standards);
    return;
  }
  if (asked.length === 0) {
    emit(
      decisions.decisions.length === 0 ? '还没有作过决定。\n' : decisions.decisions.map(toldDecision).join(''),
      undefined,
    );
    return;
  }
  const checked = await check(file, readBytes(file), standards, READERS);
  // both kinds of numbers are those of one list: the one that the person saw
  const seen = review(checked, { settings: settingsBeside(file), decisions });
  const reason = options.reason?.trim() || null;
  const date = new Date().toLocaleDateString('sv-SE');
  let text = '';
  const made: Decision[] = [];
  for (const { ruling, numbers } of asked) {
    const recorded = recordDecisions(seen, decisions, numbers, { ruling, reason, date });
    ({ text } = recorded);
    made.push(...recorded.made);
    decisions = { ...decisions, decisions: recorded.all };
  }
  writeBytes(path, text);
  emit(`${made.map(toldDecision).join('')}已记入 ${basename(path)}。\n`, undefined);
}

/**
 * What people did about the comments of an annotated report becomes decisions about the findings.
 * @param report whose decisions they become: the annotated file's own, or those of the report that it was made from
 */
async function fromComments(file: string, report: string, standards: readonly Standard[]): Promise<void> {
  const path = decisionsPath(report);
  if (path === null) throw new InputError('file-missing', '请给出报告的文件名；标准输入没有地方记下决定。');
  const bytes = readBytes(file);
  const checked = await check(file, bytes, standards, READERS);
  // as it was when the comments were written: with the settings, and with the decisions of that time
  const seen = review(checked, { settings: settingsBeside(report) });
  const { wordDecisions } = await import('../write/word/word-decisions.ts');
  const found = wordDecisions(forPeople(seen, standards), bytes);
  const before = decisionsBeside(report);
  const date = new Date().toLocaleDateString('sv-SE');
  const { text, made } = recordRulings(
    seen,
    before,
    found.map((one) => ({ ...one, date })),
  );
  if (made.length > 0) writeBytes(path, text);
  const known = before.decisions.length > 0 ? `已有的决定：\n${before.decisions.map(toldDecision).join('')}` : '';
  const told = made.length > 0 ? `从批注读出：\n${made.map(toldDecision).join('')}已记入 ${basename(path)}。\n` : '';
  emit(`${known}${told}` || '批注没有动过，也还没有作过决定。\n', undefined);
}

function toldDecision({ rule, names, ruling, reason, date }: Decision): string {
  const title = ALL_RULES.find(({ id }) => id === rule)?.title ?? rule;
  return `${WORDS[ruling]}　${title}　${names.join('、')}${reason === null ? '' : `　${reason}`}　${date}\n`;
}

/** `3,5，7` */
function numbersOf(list: string | undefined): number[] {
  if (list === undefined) return [];
  return list
    .split(/[,，、\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!/^\d{1,6}$/.test(part)) throw new InputError('number-invalid', `“${part}”不是编号；请写成 3 或 3,5。`);
      return Number(part);
    });
}
