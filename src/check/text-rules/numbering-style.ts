import type { Span } from '../../model/span.ts';
import { firstSpans } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** 1. beside 1、 as markers of one level; told once, at the rarer way. */
const rule: TextRule = {
  id: 'numbering-style',
  type: 'punctuation',
  title: '序号写法不一',
  why: '第三层序号用“1.”；同一份报告里“1.”与“1、”混用，层次不易辨认。依据 GB/T 15834 附录。',
  severity: 'info',
  find({ report }) {
    const ways = new Map<string, Span[]>();
    for (const { level, marker, span } of report.sections) {
      const mark = /^\d{1,2}([.．、])/.exec(marker)?.[1];
      if (level !== 3 || !mark) continue;
      const spans = ways.get(mark === '、' ? '、' : '.') ?? [];
      spans.push({ start: span.start, end: span.start + marker.length });
      ways.set(mark === '、' ? '、' : '.', spans);
    }
    const [rare, common] = [...ways].sort(([, a], [, b]) => a.length - b.length);
    const [first, ...others] = rare?.[1] ?? [];
    if (!rare || !common || !first) return [];
    return [
      {
        spans: firstSpans([first, ...others]),
        message: `序号“1${rare[0]}”${rare[1].length}处与“1${common[0]}”${common[1].length}处混用，宜统一为“1.”。`,
        suggestion: null,
      },
    ];
  },
  fires: ['1.加强领导\n成立小组。\n2、落实责任\n签订责任书。\n3.加大投入\n安排资金。'],
  silent: ['1.加强领导\n成立小组。\n2.落实责任\n签订责任书。'],
};
export default rule;
