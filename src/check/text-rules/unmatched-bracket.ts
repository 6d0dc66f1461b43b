import type { Span } from '../../model/span.ts';
import type { TextContext } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

/** Opening mark of every bracket; both widths of one shape close each other, which is a defect of its own. */
const FAMILY: Readonly<Record<string, string>> = {
  '（': '（',
  '(': '（',
  '）': '（',
  ')': '（',
  '【': '【',
  '】': '【',
  '〔': '〔',
  '〕': '〔',
  '《': '《',
  '》': '《',
};
const OPENING = new Set('（(【〔《');
const FULL_CLOSE: Readonly<Record<string, string>> = { '（': '）', '【': '】', '〔': '〕', '《': '》' };
const MARKS = /[（(）)【】〔〕《》]/g;
/** 1） a) ①） at the head of an item number it, they close nothing. */
const ITEM_MARK = /(?:^|[\s。；;：:，,、])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/;

/** A bracket without its partner, or a pair of two widths. */
const rule: TextRule = {
  id: 'unmatched-bracket',
  type: 'bracket',
  title: '括号、书名号不配对',
  why: '缺半边括号时读者不知道插说到哪里为止，统计口径也随之不清；同一对括号一半全角、一半半角，多是从别处拼接而来。依据 GB/T 15834。',
  severity: 'error',
  find: (context) => defectsOf(context),
  fires: [
    '全县有小学18所（含教学点2所。',
    '全县有小学18所(含教学点2所）。',
    '按照《中小学教育发展规划（2016－2030》（以下简称《规划》）执行。',
    '全县有教师320人），其中女教师200人。',
    '制定了《教师培训实施方案，认真组织实施。',
  ],
  silent: [
    '全县有小学18所（含教学点2所），初中7所（其中九年一贯制学校3所）。',
    '要求如下：1）加强领导；2）落实责任；a）明确分工。',
    '（一）加强领导\n一是落实《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号）。',
  ],
};
export default rule;

interface Open {
  readonly mark: string;
  readonly offset: number;
}

function defectsOf({ text, paragraphs }: TextContext): TextDefect[] {
  const defects: TextDefect[] = [];
  let carried: Open[] = [];
  for (const { span } of paragraphs) {
    const line = text.slice(span.start, span.end);
    if (line.trim() === '') continue;
    const stack = carried;
    for (const match of line.matchAll(MARKS)) {
      const offset = span.start + match.index;
      const mark = match[0];
      if (OPENING.has(mark)) {
        stack.push({ mark, offset });
        continue;
      }
      if (isFamily(stack.at(-1), mark)) {
        const open = stack.pop();
        if (open && isMixed(open.mark, mark)) defects.push(mixed(text, open.offset, offset));
        continue;
      }
      // （…《…）: what stands above its partner was never closed
      const partner = stack.findLastIndex((open) => isFamily(open, mark));
      if (partner >= 0) {
        for (const open of stack.splice(partner + 1)) defects.push(unclosed(text, open));
        stack.pop();
        continue;
      }
      if (!ITEM_MARK.test(line.slice(Math.max(0, match.index - 4), match.index))) defects.push(unopened(text, offset));
    }
    // a file with fixed line ends breaks sentences anywhere: what is open stays open until the sentence ends
    const broken = !/[。！？!?]\s*$/.test(line);
    const open = broken && isClosedSoon(text, span.end, stack) ? stack : [];
    if (open.length === 0) for (const left of stack) defects.push(unclosed(text, left));
    carried = [...open];
  }
  for (const left of carried) defects.push(unclosed(text, left));
  return defects;
}

function isFamily(open: Open | undefined, mark: string): boolean {
  return open !== undefined && FAMILY[open.mark] === FAMILY[mark];
}

function isMixed(open: string, close: string): boolean {
  return (open === '(' && close === '）') || (open === '（' && close === ')');
}

/** What follows closes it before it opens another. */
function isClosedSoon(text: string, end: number, stack: readonly Open[]): boolean {
  const last = stack.at(-1);
  if (!last) return false;
  const mark = /[（(）)【】〔〕《》]/.exec(text.slice(end, end + 120))?.[0];
  return mark !== undefined && !OPENING.has(mark) && isFamily(last, mark);
}

/** A short pair is shown whole, of a long one its two marks. */
function mixed(text: string, start: number, end: number): TextDefect {
  const spans: readonly [Span, ...Span[]] =
    end - start <= 40
      ? [{ start, end: end + 1 }]
      : [
          { start, end: start + 1 },
          { start: end, end: end + 1 },
        ];
  const pair = `${text[start] ?? ''}…${text[end] ?? ''}`;
  return {
    spans,
    message: `括号“${pair}”左右全角、半角不一，应为“（…）”。`,
    suggestion: end - start <= 40 ? `（${text.slice(start + 1, end)}）` : null,
  };
}

function unclosed(text: string, { mark, offset }: Open): TextDefect {
  const close = FULL_CLOSE[FAMILY[mark] ?? ''] ?? '';
  const shown = text.slice(offset, Math.min(offset + 12, endOfLine(text, offset)));
  return {
    spans: [{ start: offset, end: offset + shown.length }],
    message: `“${shown}”处的“${mark}”没有与之配对的“${close}”，疑漏“${close}”。`,
    suggestion: null,
  };
}

function unopened(text: string, offset: number): TextDefect {
  const mark = text[offset] ?? '';
  const from = Math.max(text.lastIndexOf('\n', offset) + 1, offset - 10);
  return {
    spans: [{ start: from, end: offset + 1 }],
    message: `“${text.slice(from, offset + 1)}”处的“${mark}”前面没有与之配对的“${FAMILY[mark] ?? ''}”，疑多出或漏了左半边。`,
    suggestion: null,
  };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
