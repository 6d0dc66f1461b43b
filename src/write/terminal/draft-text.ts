import type { DraftGap, DraftProof, LedgerEntry, ProofFault } from '../../draft/index.ts';
import { oneLine } from '../places.ts';

/** More of a list than fits a screen is not read: the rest stands in the document, highlighted. */
const MOST_FAULTS = 20;
const MOST_SECTIONS = 12;
const MOST_NAMES = 4;
const LONGEST_WISH = 40;

/** `数字294处（不同数据251项），待填3处`. */
export function draftCounts(ledger: readonly LedgerEntry[], gaps: readonly DraftGap[]): string {
  const names = new Set(ledger.map((entry) => entry.name));
  return `数字${ledger.length}处（不同数据${names.size}项），待填${gaps.length}处`;
}

/** What the draft's own proof said, in one line. */
export function proofText({ entries, readBack, relations, data, faults, questions, unmarked }: DraftProof): string {
  const read =
    readBack === entries
      ? `${entries}处数字从文件中读回，处处与台账一致`
      : `${entries}处数字中有${entries - readBack}处读回不一致`;
  const compared = data === null ? '' : `，与数据对照${data.named - data.absent}个`;
  const found = faults.length === 0 ? '没有发现差错' : `发现差错${faults.length}处`;
  const asked = questions.length === 0 ? '' : `；另有${questions.length}处请人判断，可用 junheng check 查看`;
  const bare =
    unmarked.length === 0
      ? ''
      : `；有${unmarked.length}处数字没有登记出处：${list(unmarked.map(({ text }) => `“${oneLine(text)}”`))}`;
  return `自查：${read}；核对关系${relations}条${compared}，${found}${asked}${bare}。\n`;
}

/** Every fault with its sentence and its cells; where they are many, the first. */
export function faultsText(faults: readonly ProofFault[]): string {
  const told = faults.slice(0, MOST_FAULTS).map((fault, index) => faultText(fault, index + 1));
  const rest = faults.length - told.length;
  return `${told.join('\n')}\n${rest > 0 ? `另有${rest}处从略。\n` : ''}`;
}

function faultText({ message, evidence, section, sentence, origins }: ProofFault, number: number): string {
  const lines = [`${number}．${oneLine(message)}`];
  if (evidence !== null) lines.push(`算式：${oneLine(evidence)}`);
  if (sentence !== '') lines.push(`原句${section === '' ? '' : `（${oneLine(section)}）`}：${oneLine(sentence)}`);
  if (origins.length > 0) lines.push(`出处：${origins.map(oneLine).join('；')}`);
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`)).join('\n');
}

/** The places to fill in by section: the data for whoever collects them, the words for whoever writes; empty without gaps. */
export function gapsText(gaps: readonly DraftGap[]): string {
  const data = gaps.filter((gap) => gap.kind === 'datum');
  const prose = gaps.filter((gap) => gap.kind === 'prose');
  const missing = bySection(data, (gap) => gap.wanted).map(([section, names]) => `${section}：${list(names)}`);
  const wishes = bySection(prose, (gap) => [clipped(gap.label)]).flatMap(([section, labels]) =>
    labels.map((label) => `${section}：${label}`),
  );
  return `${block('缺少的数据：', missing)}${block('需要撰写的内容：', wishes)}`;
}

function bySection(
  gaps: readonly DraftGap[],
  of: (gap: DraftGap) => readonly string[],
): readonly (readonly [section: string, what: readonly string[]])[] {
  const sections = new Map<string, Set<string>>();
  for (const gap of gaps) {
    const section = gap.section === '' ? '文首' : gap.section;
    const told = sections.get(section) ?? new Set();
    for (const what of of(gap)) told.add(what);
    sections.set(section, told);
  }
  return [...sections].map(([section, what]) => [section, [...what]]);
}

function block(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const told = lines.slice(0, MOST_SECTIONS).map((line) => `  ${oneLine(line)}`);
  const rest = lines.length - told.length;
  return `${[heading, ...told, ...(rest > 0 ? [`  另有${rest}条，见文中标出的【待填】`] : [])].join('\n')}\n`;
}

function list(names: readonly string[]): string {
  const told = names.slice(0, MOST_NAMES).join('、');
  return names.length > MOST_NAMES ? `${told}等${names.length}项` : told;
}

function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_WISH ? text : `${characters.slice(0, LONGEST_WISH).join('')}…`;
}
