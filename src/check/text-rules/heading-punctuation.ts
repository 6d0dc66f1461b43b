import type { Span } from '../../model/span.ts';
import { firstSpans } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** 每半年开展1次复查，防止反弹。: a measure in one of several clauses makes a sentence. */
const SENTENCE = /^(?=.*，)(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?.*\d.*。$/;

/** Headings on their own line, some with a full stop and some without; told once. */
const rule: TextRule = {
  id: 'heading-punctuation',
  type: 'punctuation',
  title: '标题末尾标点不一',
  why: '独立成行的标题末尾一般不用句号；同一份报告里有的用、有的不用，显得未经统稿。',
  severity: 'info',
  find({ report, text, paragraphs }) {
    const stopped: Span[] = [];
    let open = 0;
    const lines = new Map(paragraphs.map(({ span }) => [span.start, span]));
    // the line before was an item: what the last of a list has below it (附件, a signature) is no body of its own
    let item = -1;
    for (const { level, runIn, span, marker, extent } of report.sections) {
      const line = lines.get(span.start);
      if (level < item) item = -1;
      if (runIn || marker === '' || level > 2 || !line) continue;
      // a numbered line without a body below it is an item of a list, a sentence of its own
      if (text.slice(line.end, extent.end).trim() === '') {
        item = level;
        continue;
      }
      const printed = text.slice(line.start, line.end).trimEnd();
      if (printed.length > 45 || SENTENCE.test(printed)) continue;
      if (printed.endsWith('。') && item === level) continue;
      if (printed.endsWith('。'))
        stopped.push({ start: line.start + printed.length - 1, end: line.start + printed.length });
      else if (/[一-龥）”》]$/.test(printed)) open++;
    }
    const [first, ...others] = stopped;
    // where most headings have it, it is the way of this text
    if (!first || open < stopped.length) return [];
    return [
      {
        spans: firstSpans([first, ...others]),
        message: `独立成行的标题有${stopped.length}个末尾用了句号，另有${open}个没有用，宜统一为不用。`,
        suggestion: '',
      },
    ];
  },
  fires: ['一、基本情况\n全县有学校98所。\n二、主要做法。\n加强领导，落实责任。'],
  silent: [
    '一、基本情况\n全县有学校98所。\n二、主要做法\n加强领导，落实责任。',
    '一、整改情况\n问题已整改。\n二、下一步计划\n（一）完成运动场建设。\n（二）建立复查机制，防止问题反弹。\n附件：整改任务清单',
    '一、整改情况\n问题已整改。\n二、下一步计划\n（一）每学期开展2次复查，防止问题反弹。\n附件：整改任务清单',
  ],
};
export default rule;
