import type { Span } from '../../model/span.ts';
import { around, firstSpans, spanOf, type TextContext } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

/** What stands for a redacted number; apart from its unit it is no number to the lexer. */
const MASK = /[*＊×]/;
/** A space between two Chinese characters, before a mark, or between a redaction mark and its unit. */
const SPACE = /(?<=[一-龥，。；：、”》）])[ \u3000]+(?=[一-龥，。；、“《（”])|(?<=\*\*)[ \u3000]+(?=[一-龥])/g;
/** A heading's marker is set off with a space by many: 一、 基本情况. */
const MARKER =
  /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?|第[一二三四五六七八九十]{1,3}[章节条])$/;
/** 记者 张三 摄, 编辑：李四: who wrote and who took the picture is set with spaces. */
const BYLINE =
  /[ \u3000]?[一-龥]{0,14}?(?:记者|通讯员|摄影|撰稿|编辑|责编|校对|作者|供稿|供图|来源)[ \u3000：:]+[一-龥]{2,4}(?:[ \u3000、]+[一-龥]{1,4})*(?:[ \u3000]+(?:摄|文|图))?/g;
const MANY = 4;

/** Stray spaces in running text; headings, signatures and slogans of two halves are set with spaces on purpose. */
const rule: TextRule = {
  id: 'space-in-text',
  type: 'layout',
  title: '多余空格',
  why: '正文汉字之间、标点前后不空格；多出的空格常说明此处删改过。标题、落款和引号内的两段式口号不报。',
  severity: 'info',
  find(context) {
    const spaces = spacesIn(context);
    if (spaces.length < MANY) return spaces.map((space) => defect(context, [space], '此处'));
    const [first, ...others] = spaces;
    return first ? [defect(context, [first, ...others], `全文${spaces.length}处`)] : [];
  },
  fires: [
    '随迁就读学生** 人，占在校学生数的16.77%，全部安置就读。',
    '我们加强 领导，落实责任，取得了明显成效，人民群众满意。',
  ],
  silent: [
    '关于义务教育均衡发展 工作情况的报告',
    '一、 基本情况',
    '全县义务教育学校开学典礼现场。 石桥日报记者 张一鸣 摄',
    '图为学生在操场上开展阳光体育活动，摄影 李小田 王青禾。',
    '以“让孩子快乐成长 为未来人生奠基”为目标，办好每一所学校。',
  ],
};
export default rule;

function spacesIn({ text, paragraphs, isProtected, isQuoted }: TextContext): Span[] {
  return paragraphs.flatMap(({ span, cell }) => {
    const line = text.slice(span.start, span.end);
    // a line without a full stop is a heading, a signature or a row of a table
    if (cell || line.length < 20 || !/[。；]/.test(line)) return [];
    const bylines = [...line.matchAll(BYLINE)].map(spanOf);
    return [...line.matchAll(SPACE)]
      .filter(({ index }) => !bylines.some(({ start, end }) => index >= start && index < end))
      .filter((match) => !MARKER.test(line.slice(0, match.index)))
      .map((match) => {
        const { start, end } = spanOf(match);
        return { start: span.start + start, end: span.start + end };
      })
      .filter(({ start }) => !isProtected(start) && !isQuoted(start));
  });
}

function defect({ text, isProtected }: TextContext, spans: readonly [Span, ...Span[]], where: string): TextDefect {
  const [{ start, end }] = spans;
  // half a number, or half the mark that stands for one, would be no place
  const from = start === 0 || isProtected(start - 1) || MASK.test(text[start - 1] ?? '') ? start : start - 1;
  const to = isProtected(end) ? end : end + 1;
  return {
    spans: firstSpans([{ start: from, end: to }, ...spans.slice(1)]),
    message: `“${around(text, { start, end }, 4)}”${where}有多余空格。`,
    suggestion: `${text.slice(from, start)}${text.slice(end, to)}`,
  };
}
