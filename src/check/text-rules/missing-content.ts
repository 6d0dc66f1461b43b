import type { Severity } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { TextContext } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** What the procedure asks of a county's report on itself, and how a text shows that it has it. */
interface Content {
  readonly name: string;
  readonly basis: string;
  readonly severity: Severity;
  readonly isIn: (context: TextContext) => boolean;
}

const CONTENTS: readonly Content[] = [
  {
    name: '校际差异系数',
    basis: '校际均衡状况是认定的核心内容',
    severity: 'warning',
    isIn: ({ text }) => /(?:差异|变异|离散)系数/.test(text),
  },
  {
    name: '公众满意度（社会认可度）',
    basis: '满意度调查是认定的必备内容',
    severity: 'info',
    isIn: ({ text }) => /满意度|满意率|认可度/.test(text),
  },
  {
    name: '存在的问题',
    basis: '自评报告应当说明存在的问题和整改打算',
    severity: 'info',
    isIn: ({ text, report }) =>
      report.sections.some(({ role }) => role === 'problems') ||
      /存在(?:着|的|一些|以下|如下|哪些)?[一-龥]{0,8}(?:问题|不足|困难|差距|短板)|(?:问题|不足|短板|差距)(?:是|：|主要)/.test(
        text,
      ),
  },
];

/** A text shorter than this is an extract or a notice, not the report. */
const SHORTEST = 2000;

/** A county's own report without what the assessment is about. */
const rule: TextRule = {
  id: 'missing-content',
  type: 'missing-content',
  title: '缺少必备内容',
  why: '县级自评报告应当有校际差异系数、公众满意度和存在的问题；缺了其中一项，上级会退回补充。只对县级自评、自查报告提示。',
  severity: 'warning',
  find: (context) => {
    if (context.report.kind !== 'county-report' || context.text.length < SHORTEST) return [];
    const place = placeOf(context);
    if (!place) return [];
    return CONTENTS.filter(({ isIn }) => !isIn(context)).map(({ name, basis, severity }) => ({
      spans: [place] as const,
      message: `全文未见“${name}”：${basis}，请核对是否遗漏。`,
      suggestion: null,
      severity,
    }));
  },
  fires: [`清河县义务教育均衡发展自评报告\n${'我县高度重视教育，加大投入，改善办学条件。\n'.repeat(110)}`],
  silent: [
    '清河县义务教育均衡发展自评报告\n我县高度重视教育，加大投入。',
    `清河县义务教育均衡发展自评报告\n${'我县高度重视教育，加大投入，改善办学条件。\n'.repeat(110)}差异系数达到要求，群众满意度达到95%。存在的主要问题是学位紧张。`,
  ],
};
export default rule;

/** The title, or the first line that holds text. */
function placeOf({ report, text, paragraphs }: TextContext): Span | null {
  const title = report.sections.find(({ level }) => level === 0)?.span;
  if (title) return { start: title.start, end: Math.min(title.end, title.start + 60) };
  const first = paragraphs.find(({ span }) => text.slice(span.start, span.end).trim() !== '');
  return first ? { start: first.span.start, end: Math.min(first.span.end, first.span.start + 60) } : null;
}
