import { isStandard, type LeftOut, type Mined, type Phrase, ROLES } from '../../phrases/index.ts';
import { ROLE_NAMES } from '../../phrases/phrase-names.ts';

/** In the order in which they are told. */
const REASONS: readonly (readonly [LeftOut, string])[] = [
  ['table', '表格里的文字'],
  ['unended', '标题、落款等没有句号的'],
  ['announcing', '只引出下文的'],
  ['short', '太短的'],
  ['long', '太长的'],
  ['bare', '除了数字和名称没有别的'],
];

/** What was read from reports and what was left out, in two lines. */
export function minedText(reports: readonly Mined[]): string {
  const read = reports.reduce((total, { phrases }) => total + phrases.length, 0);
  const left = REASONS.flatMap(([reason, name]) => {
    const count = reports.reduce((total, one) => total + (one.left.get(reason) ?? 0), 0);
    return count === 0 ? [] : [`${name}${count}处`];
  });
  return `收下句子和分条${read}处${left.length === 0 ? '' : `；没有收：${left.join('、')}`}。\n`;
}

/** How many phrases a list holds, by the sections that they stood in; one that stood in several counts in each. */
export function countsText(phrases: readonly Phrase[]): string {
  const standard = phrases.filter(isStandard).length;
  const roles = ROLES.flatMap((role) => {
    const count = phrases.filter(({ sources }) => sources.some((source) => source.role === role)).length;
    return count === 0 ? [] : [`${ROLE_NAMES[role]}${count}`];
  });
  const other = phrases.filter(({ sources }) => sources.every(({ role }) => role === null)).length;
  const by = [...roles, ...(other === 0 ? [] : [`其他${other}`])].join('、');
  return `共${phrases.length}条${standard === 0 ? '' : `，其中标准句${standard}条`}（${by}）。\n`;
}
