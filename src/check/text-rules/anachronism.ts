import type { Span } from '../../model/span.ts';
import { spanOf, type TextContext } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

/** A name that could not be used before its year. */
interface Dated {
  readonly pattern: RegExp;
  readonly name: string;
  readonly from: number;
}

const PLANS: readonly Dated[] = [
  { pattern: /第十三个五年规划|[“"]?十三五[”"]?(?=规划|期间|时期|教育|末|以来|发展)/g, name: '十三五', from: 2016 },
  { pattern: /第十四个五年规划|[“"]?十四五[”"]?(?=规划|期间|时期|教育|末|以来|发展)/g, name: '十四五', from: 2021 },
  { pattern: /第十五个五年规划|[“"]?十五五[”"]?(?=规划|期间|时期|教育|末|以来|发展)/g, name: '十五五', from: 2026 },
  { pattern: /[“"]双减[”"]/g, name: '“双减”', from: 2021 },
  { pattern: /国家中小学智慧教育平台/g, name: '国家中小学智慧教育平台', from: 2022 },
];

/** What was done in known years only; a text that does it “this year” is of these years. */
const EVENTS: readonly (Dated & { readonly until: number })[] = [
  {
    pattern: /(?:今年|目前|正在|当前)[^。\n]{0,12}(?:开展|深入)[^。\n]{0,4}党的群众路线教育实践活动/g,
    name: '党的群众路线教育实践活动',
    from: 2013,
    until: 2014,
  },
  {
    pattern: /(?:今年|正在|当前)[^。\n]{0,12}“?三严三实”?专题教育/g,
    name: '“三严三实”专题教育',
    from: 2015,
    until: 2015,
  },
  {
    pattern: /(?:今年|正在|当前)[^。\n]{0,12}“?不忘初心、牢记使命”?主题教育/g,
    name: '“不忘初心、牢记使命”主题教育',
    from: 2019,
    until: 2020,
  },
];

/** Plans are prepared a year or two before they begin. */
const AHEAD = 3;

/** A plan named years before it existed. */
const rule: TextRule = {
  id: 'anachronism',
  type: 'typo',
  title: '时间不合',
  why: '五年规划、专项行动都有起止年份；报告所述年份比它早得多，多是转抄旧稿时误改。只报相差三年以上的。',
  severity: 'warning',
  find: (context) => {
    const event = eventOf(context.text);
    const year = event?.until ?? latestYear(context);
    if (year === null) return [];
    return PLANS.filter((plan) => year <= plan.from - AHEAD).flatMap(({ pattern, name, from }): TextDefect[] => {
      const [first, ...others] = [...context.text.matchAll(pattern)].map(spanOf);
      if (!first) return [];
      const reason = event
        ? `文中又称正在开展${event.name}（${event.from === event.until ? event.from : `${event.from}—${event.until}`}年）`
        : `文中最晚的年份是${year}年`;
      return [
        {
          spans: [first, ...others.slice(0, 5), ...(event ? [event.span] : [])],
          message: `文中“${context.text.slice(first.start, first.end)}”与时间不合：${name}始于${from}年，${reason}，请核对。`,
          suggestion: null,
        },
      ];
    });
  },
  fires: [
    '编制了《全区教育事业改革发展十四五规划》。今年开展党的群众路线教育实践活动以来，教育局解决了一批问题。',
    '2014年全县有学校98所，2015年有96所。我县编制第十四个五年规划纲要，优先发展教育。',
  ],
  silent: [
    '2020年全县有学校98所，2021年有96所。我县编制第十四个五年规划纲要，优先发展教育。',
    '我县是党的群众路线教育实践活动联系点。“十四五”期间，投入持续增长。',
    '**年全县有学校98所，2012年有96所。“十四五”规划已经印发。',
  ],
};
export default rule;

interface Event {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly span: Span;
}

function eventOf(text: string): Event | null {
  for (const { pattern, name, from, until } of EVENTS) {
    const [match] = [...text.matchAll(pattern)];
    if (match) return { name, from, until, span: spanOf(match) };
  }
  return null;
}

/** The latest year that the text dates something by; null where years are masked or too few to tell. */
function latestYear({ text, tokens }: TextContext): number | null {
  if (/(?:\*{2,}|×{2,}|[xX]{2,}|□|__)\s?年/.test(text)) return null;
  const years = new Set<number>();
  for (const token of tokens) {
    if (token.type !== 'period') continue;
    for (const match of text.slice(token.start, token.end).matchAll(/(?:19|20)\d{2}/g)) years.add(Number(match[0]));
    for (const label of token.labels) years.add(Number(/(?:19|20)\d{2}/.exec(label)?.[0] ?? 0));
  }
  years.delete(0);
  return years.size < 2 ? null : Math.max(...years);
}
