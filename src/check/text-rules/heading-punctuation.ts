import type { Span } from '../../model/span.ts';
import { firstSpans } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

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
    for (const { level, runIn, span, marker, extent } of report.sections) {
      const line = lines.get(span.start);
      // a numbered line without a body below it is an item of a list, a sentence of its own
      if (runIn || marker === '' || level > 2 || !line || text.slice(line.end, extent.end).trim() === '') continue;
      const printed = text.slice(line.start, line.end).trimEnd();
      if (printed.length > 45) continue;
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
  silent: ['一、基本情况\n全县有学校98所。\n二、主要做法\n加强领导，落实责任。'],
};
export default rule;
