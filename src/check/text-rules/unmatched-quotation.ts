import type { Paragraph } from '../../model/manuscript.ts';
import type { Span } from '../../model/span.ts';
import type { TextContext } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
];

/** A quotation mark without its partner in the paragraph. */
const rule: TextRule = {
  id: 'unmatched-quotation',
  type: 'punctuation',
  title: '引号不配对',
  why: '引号缺一半，引语从哪里到哪里就说不清。分段引用时每段开头的引号和被断行切开的引语不报。依据 GB/T 15834。',
  severity: 'warning',
  find: (context) => PAIRS.flatMap(([open, close]) => defectsOf(context, open, close)),
  fires: ['落实“两免一补政策，惠及全体学生。', '落实两免一补”政策，惠及全体学生。', '开展“阳光体育“运动，增强体质。'],
  silent: [
    '落实“两免一补”政策，做到“应入尽入、应助尽助”。',
    '建设“一流设备、一流管\n理、一流学校”的新型学校。',
    '他说：“要办好学校。\n“要关心教师。”',
  ],
};
export default rule;

function defectsOf({ text, paragraphs }: TextContext, open: string, close: string): TextDefect[] {
  const defects: TextDefect[] = [];
  if (!text.includes(open) && !text.includes(close)) return defects;
  let carried = false;
  paragraphs.forEach(({ span }, index) => {
    const inner = carried ? null : nestedAt(text, span, open, close);
    if (inner !== null) {
      defects.push({
        ...defect(text, inner, `“${text.slice(inner, inner + 8)}…”处引号里又用双引号，内层宜用单引号“‘’”。`),
        severity: 'info',
      });
      return;
    }
    let opened = carried ? span.start : -1;
    carried = false;
    for (let offset = span.start; offset < span.end; offset++) {
      const mark = text[offset];
      if (mark === open) {
        if (opened >= 0 && offset > span.start + 1) {
          defects.push(
            defect(text, offset, `“${text.slice(opened, offset + 1)}”中后一个“${open}”疑应为“${close}”，请核对。`),
          );
          opened = -1;
        } else opened = offset;
      } else if (mark === close) {
        // ’ is an apostrophe in foreign words
        if (opened < 0 && !(close === '’' && /[A-Za-z]/.test(text[offset - 1] ?? ''))) {
          defects.push(
            defect(
              text,
              offset,
              `“${text.slice(Math.max(span.start, offset - 8), offset + 1)}”处的“${close}”前面没有“${open}”，请核对。`,
            ),
          );
        }
        opened = -1;
      }
    }
    if (opened < 0) return;
    if (goesOn(text, paragraphs, index, open, close)) carried = true;
    else
      defects.push(
        defect(
          text,
          opened,
          `“${text.slice(opened, Math.min(opened + 12, span.end))}”处的“${open}”没有“${close}”配对，请核对。`,
        ),
      );
  });
  return defects;
}

/** The inner opening mark of a paragraph whose quotations are paired but stand one within another; null elsewhere. */
function nestedAt(text: string, { start, end }: Span, open: string, close: string): number | null {
  let depth = 0;
  let inner: number | null = null;
  for (let offset = start; offset < end; offset++) {
    if (text[offset] === open) {
      depth++;
      if (depth === 2) inner ??= offset;
    } else if (text[offset] === close) depth--;
    if (depth < 0 || depth > 2) return null;
  }
  return depth === 0 ? inner : null;
}

/** The next line of text closes the quotation, or opens it again as every paragraph of a long quotation does. */
function goesOn(text: string, paragraphs: readonly Paragraph[], index: number, open: string, close: string): boolean {
  const next = paragraphs.slice(index + 1, index + 4).find(({ span }) => span.end > span.start);
  if (!next) return false;
  const line = text.slice(next.span.start, next.span.end);
  const first = [...line].find((character) => character === open || character === close);
  return first === close || line.trimStart().startsWith(open);
}

function defect(text: string, offset: number, message: string): TextDefect {
  return { spans: [{ start: offset, end: Math.min(offset + 1, text.length) }], message, suggestion: null };
}
