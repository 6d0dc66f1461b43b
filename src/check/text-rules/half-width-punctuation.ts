import type { Paragraph } from '../../model/manuscript.ts';
import type { Span } from '../../model/span.ts';
import { firstSpans, isHan, type TextContext } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '"': '“”',
};
const HALF = /[,;:?!()"]/g;
/** From this many paragraphs on it is the way the whole text is written, and is told once. */
const MANY = 4;

/** Half-width marks in Chinese text; once a paragraph, and once for all where the text is full of them. */
const rule: TextRule = {
  id: 'half-width-punctuation',
  type: 'punctuation',
  title: '半角标点',
  why: '中文里的逗号、分号、冒号、问号、叹号和括号用全角；半角多是拼接或输入法切换留下的。数字、比、时间、外文中的半角标点不报。依据 GB/T 15834。',
  severity: 'warning',
  find(context) {
    const paragraphs = context.paragraphs
      .map((paragraph) => marksIn(context, paragraph))
      .filter((marks) => marks.length > 0);
    if (paragraphs.length >= MANY) return toldOnce(context, paragraphs.flat());
    return paragraphs.flatMap((marks) => told(context, marks));
  },
  fires: [
    '加强领导,落实责任，确保通过验收。',
    '落实"两免一补"政策，惠及全体学生。',
    '在校生7597人(初中3188人，小学4409人)，均已注册。',
    '(五)关注民生福祉，促进教育公平。',
  ],
  silent: [
    '生机比为9.46:1，每天8:30开课，投入1,234.5万元。',
    '教学用英语（如Hello, world!）和普通话。',
    '加强领导，落实责任；确保通过验收。',
  ],
};
export default rule;

function marksIn({ text, isProtected }: TextContext, { span }: Paragraph): Span[] {
  const line = text.slice(span.start, span.end);
  const marks: Span[] = [];
  let open: number | null = null;
  for (const match of line.matchAll(HALF)) {
    const offset = span.start + match.index;
    const mark = match[0];
    if (mark === '(') {
      open = offset;
      continue;
    }
    if (mark === ')') {
      // of a pair with a full-width mark the bracket rule speaks; 台(套) is how forms print the unit
      if (open !== null && isChinesePair(text, open, offset) && !text.slice(open, offset).includes('（')) {
        marks.push({ start: open, end: open + 1 }, { start: offset, end: offset + 1 });
      }
      open = null;
      continue;
    }
    if (isProtected(offset)) continue;
    if (mark === '"') {
      // 65" is a size in inches
      if (isHan(text, offset - 1) || (isHan(text, offset + 1) && !/\d/.test(text[offset - 1] ?? '')))
        marks.push({ start: offset, end: offset + 1 });
      continue;
    }
    if (isChineseAt(text, offset - 1) && (isChineseAt(text, offset + 1) || offset + 1 >= span.end))
      marks.push({ start: offset, end: offset + 1 });
    else if (mark !== ':' && isHan(text, offset + 1) && /[\d%]/.test(text[offset - 1] ?? ''))
      marks.push({ start: offset, end: offset + 1 });
    else if (mark !== ':' && isHan(text, offset - 1) && /\d/.test(text[offset + 1] ?? ''))
      marks.push({ start: offset, end: offset + 1 });
  }
  return marks;
}

/** A Chinese character or a mark that stands only in Chinese text. */
function isChineseAt(text: string, offset: number): boolean {
  return isHan(text, offset) || /[，。；：、”“》《）（]/.test(text[offset] ?? '');
}

function isChinesePair(text: string, open: number, close: number): boolean {
  const inside = text.slice(open + 1, close);
  if (inside === '套' || inside === '次' || inside === '室') return false;
  return /[一-龥]/.test(inside);
}

function told({ text }: TextContext, marks: readonly Span[]): TextDefect[] {
  const [first, ...others] = marks;
  if (!first) return [];
  const kinds = kindsOf(text, marks);
  return [
    {
      spans: firstSpans([first, ...others]),
      message: `本段有半角标点“${kinds}”${marks.length}处，中文里应用全角“${fullOf(kinds)}”。`,
      suggestion: FULL[text[first.start] ?? ''] ?? null,
    },
  ];
}

function toldOnce({ text }: TextContext, marks: readonly Span[]): TextDefect[] {
  const [first, ...others] = marks;
  if (!first) return [];
  const kinds = kindsOf(text, marks);
  return [
    {
      spans: firstSpans([first, ...others]),
      message: `全文有半角标点“${kinds}”${marks.length}处，中文里应用全角“${fullOf(kinds)}”，建议统一替换（数字、比和外文中的除外）。`,
      suggestion: FULL[text[first.start] ?? ''] ?? null,
    },
  ];
}

function kindsOf(text: string, marks: readonly Span[]): string {
  return [...new Set(marks.map(({ start }) => text[start] ?? ''))].join('');
}

function fullOf(kinds: string): string {
  return [...kinds].map((mark) => FULL[mark] ?? '').join('');
}
