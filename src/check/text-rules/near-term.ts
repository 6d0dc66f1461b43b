import { FIXED_TERMS, HOMOPHONES, LOOKALIKES, RIGHT_VARIANTS, SET_PHRASES } from '../../vocabulary/confusable.ts';
import { WRONG_FORMS } from '../../vocabulary/wrong-forms.ts';
import { isHan } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';
import { findForms, indexForms } from './forms.ts';

const TOLD_ELSEWHERE = indexForms(WRONG_FORMS);
const SET = new Set(SET_PHRASES);
const groupsOf = new Map<string, Set<number>>();
[...HOMOPHONES, ...LOOKALIKES].forEach((group, id) => {
  for (const character of group) {
    const ids = groupsOf.get(character) ?? new Set<number>();
    groupsOf.set(character, ids.add(id));
  }
});

/** One exchanged character leaves the first two or the last two of a phrase as they are. */
const byHead = new Map<string, string[]>();
const byTail = new Map<string, string[]>();
/** 1 for every code unit that begins one of their keys: most characters need no look-up. */
const begins = new Uint8Array(0x10000);
for (const term of [...SET_PHRASES, ...FIXED_TERMS]) {
  begins[term.charCodeAt(0)] = 1;
  begins[term.charCodeAt(term.length - 2)] = 1;
  byHead.set(term.slice(0, 2), [...(byHead.get(term.slice(0, 2)) ?? []), term]);
  byTail.set(term.slice(-2), [...(byTail.get(term.slice(-2)) ?? []), term]);
}

/** A fixed phrase with one character exchanged for one of like sound or shape, or with one too many in its middle. */
const rule: TextRule = {
  id: 'near-term',
  type: 'typo',
  title: '固定用语误字',
  why: '“义务教育”“因地制宜”一类固定用语只有一种写法；其中一字被同音、形近字替换，或中间多出一字，几乎都是输入法误选。',
  severity: 'warning',
  find(context) {
    const slips = slipsIn(context.text).filter(({ start }) => !context.isProtected(start));
    if (slips.length === 0) return [];
    const told = findForms(context, TOLD_ELSEWHERE);
    return slips
      .filter(({ start, end }) => !told.some(({ span }) => span.start < end && start < span.end))
      .map(({ start, end, term }) => ({
        spans: [{ start, end }] as const,
        message: `文中“${context.text.slice(start, end)}”疑应为“${term}”。`,
        suggestion: term,
      }));
  },
  fires: [
    '全镇逐年提高义务教玉水平。',
    '各校因地置宜开展劳动教育。',
    '教师职称评品公开透明。',
    '成立由县长任组长的领导小祖。',
    '打造一校又一品的办学格局。',
    '中小学心里健康教育全面展开。',
  ],
  silent: [
    '全县义务教育质量检测合格，新生就进入学校就读。',
    '因地制宜、因校施策，办学水平明显提升。',
    '孩子们就近入学，教师轮岗交流，督导评估严格。',
  ],
};
export default rule;

interface Slip {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

function slipsIn(text: string): Slip[] {
  const slips: Slip[] = [];
  for (let offset = 0; offset + 1 < text.length; offset++) {
    if (begins[text.charCodeAt(offset)] !== 1) continue;
    const slip = slipAt(text, offset);
    if (!slip) continue;
    slips.push(slip);
    offset = slip.end - 1;
  }
  return slips;
}

function slipAt(text: string, offset: number): Slip | null {
  const pair = text.slice(offset, offset + 2);
  for (const term of byHead.get(pair) ?? []) {
    if (isExchanged(text, offset, term)) return { start: offset, end: offset + term.length, term };
    if (SET.has(term) && hasExtra(text, offset, term)) return { start: offset, end: offset + term.length + 1, term };
  }
  for (const term of byTail.get(pair) ?? []) {
    const start = offset + 2 - term.length;
    if (start >= 0 && isExchanged(text, start, term)) return { start, end: offset + 2, term };
  }
  return null;
}

function isExchanged(text: string, start: number, term: string): boolean {
  let exchanged = -1;
  for (let index = 0; index < term.length; index++) {
    if (text.charCodeAt(start + index) === term.charCodeAt(index)) continue;
    if (exchanged >= 0) return false;
    exchanged = index;
  }
  if (exchanged < 0) return false;
  const printed = groupsOf.get(text[start + exchanged] ?? '');
  const meant = groupsOf.get(term[exchanged] ?? '');
  if (!printed || !meant || ![...printed].some((id) => meant.has(id))) return false;
  return !RIGHT_VARIANTS.has(text.slice(start, start + term.length));
}

/** 一校一多品: one character more between the halves of a set phrase; never where that makes another set phrase. */
function hasExtra(text: string, start: number, term: string): boolean {
  const extra = start + 2;
  return (
    isHan(text, extra) &&
    text.startsWith(term.slice(2), extra + 1) &&
    !SET.has(text.slice(start, start + term.length)) &&
    !SET.has(text.slice(start + 1, start + term.length + 1))
  );
}
