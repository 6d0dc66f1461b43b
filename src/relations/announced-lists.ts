import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import type { Span } from '../model/span.ts';
import { chineseAt } from '../quantities/numeral.ts';
import type { ListCount } from './relation.ts';

const NUMERAL = '[二两三四五六七八九十]{1,2}';
/** 四个到位, 五项机制, 三大工程, 六条措施: a number that announces a list. */
const ANNOUNCED = new RegExp(
  `“?(${NUMERAL})(?:大|个|项|条|种|类|方面|点|步|举措|抓|化|保障|严格|强化|到位|坚持|结合|统筹|工程|级)(?![年月日所名人位届次间套台册])[^，。；：、（）\\s]{0,12}”?`,
  'g',
);
/** Named long ago, elsewhere: 两个一百年, 四个自信, 三个代表… announce nothing here. */
const FIXED =
  /两个一百年|四个(?:自信|意识|全面|伟大)|两个(?:维护|确立|结合|毫不|大局|健全|率先)|三个(?:代表|增长|务必|一批)|五位一体|八项规定|三大攻坚|四大班子|四大家|三个面向|六大功能室|两个文明|两条腿|三类|四风|一二三|九年|四个不摘|三个不变|八大/;
const ITEM_MARKS = /[、]|(?:以及|和|与|及)(?=[^、和与及]{2,}$)/g;
const LEAD = 260;

/** Announced lists: followed by counted-off items or sub-headings, by a bracket that names them, or closing an enumeration. */
export function findAnnouncedLists(report: Report): ListCount[] {
  return [...beforeItems(report), ...inBrackets(report), ...behindEnumerations(report)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** “五项机制”…一是…六是: the lead text of a run of items or sub-headings against their number. */
function beforeItems(report: Report): ListCount[] {
  const found: ListCount[] = [];
  const { text } = report.manuscript;
  for (const run of runsOf(report)) {
    const first = run[0] as Section;
    const from = Math.max(leadStart(report, first), first.span.start - LEAD);
    const lead = text.slice(from, first.span.start);
    const announcements = [...lead.matchAll(ANNOUNCED)].filter(
      (match) => !FIXED.test(match[0]) && !isClosing(lead, match),
    );
    const fitting = announcements.findLast((match) => numberOf(match) === run.length);
    const last = announcements.at(-1);
    const match =
      fitting ?? (announcements.length === 1 && last && isNear(lead, last) && isFirm(lead, last) ? last : undefined);
    if (!match) continue;
    found.push(
      announced(
        numberOf(match),
        run.map((section) => `${section.marker}${section.title}`.slice(0, 16)),
        match[0],
        { start: from + match.index, end: from + match.index + match[0].length },
        false,
        fitting ? 'stated' : 'implied',
      ),
    );
  }
  return found;
}

/** Runs of items, or of sub-headings that follow a lead text, under one parent. */
function runsOf(report: Report): Section[][] {
  const runs: Section[][] = [];
  report.sections.forEach((section, index) => {
    if (section.ordinal !== 1 || section.level === 0 || section.level === 1) return;
    const run = [section];
    for (const next of report.sections.slice(index + 1)) {
      if (next.level < section.level || (next.level === section.level && next.ordinal === 1)) break;
      if (next.level === section.level) run.push(next);
    }
    if (run.length >= 2) runs.push(run);
  });
  return runs;
}

function leadStart(report: Report, first: Section): number {
  let start = 0;
  for (const section of report.sections) {
    if (section.span.start >= first.span.start) break;
    start =
      section.level === first.level
        ? section.span.end
        : Math.max(start, section.level < first.level ? section.span.start : section.span.end);
  }
  return start;
}

/** An announcement is near where at most the end of its own sentence and one more stand between it and the items. */
function isNear(lead: string, match: RegExpExecArray): boolean {
  const rest = lead.slice(match.index + match[0].length);
  return (rest.match(/[。！？]/g)?.length ?? 0) <= 1 && !/\n.*\n/s.test(rest);
}

/** Only a quoted name or a noun that its clause ends with promises just so many items: “五项机制”, 落实五大保障。 */
function isFirm(lead: string, match: RegExpExecArray): boolean {
  const after = lead.slice(match.index + match[0].length);
  if (match[0].startsWith('“')) return match[0].endsWith('”');
  return (
    /^[。：；，:;\n]/.test(after) &&
    /(?:实施|推进|落实|健全|创新|抓好|做到|开展|建立|强化|构建|坚持|突出|采取|实现|打造|完善|表现在|体现在|做好|狠抓|聚焦|围绕)[^，。；]{0,8}$/.test(
      lead.slice(0, match.index),
    )
  );
}

/** A、B和C三大工程: the number closes its own list and announces no other — unless it fits the items as well. */
function isClosing(lead: string, match: RegExpExecArray): boolean {
  return (
    /[、和及与][^，。；：、]{2,}$/.test(lead.slice(0, match.index)) &&
    numberOf(match) !== 0 &&
    lead.slice(0, match.index).endsWith('等')
  );
}

/** “三项制度”（轮岗制度、培训制度、考核制度）: the number and its items, in brackets. */
function inBrackets(report: Report): ListCount[] {
  const found: ListCount[] = [];
  const { text } = report.manuscript;
  const pattern = new RegExp(`“?(${NUMERAL})[^，。；：、（）“”\\s\\d]{1,8}”?[（(]([^（）()\\n]{4,120})[）)]`, 'g');
  for (const match of text.matchAll(pattern)) {
    const [, , inner = ''] = match;
    if (!inner.includes('、') || /\d|其中|含|以下简称|年|月/.test(inner)) continue;
    if (/[一二三四五六七八九十第]$/.test(text.slice(match.index - 1, match.index))) continue;
    const items = inner.split(/[、，；]|和(?=[^、，；]+$)/).filter((item) => item !== '');
    const stated = numberOf(match);
    const fits = stated === items.length;
    if (!fits && !match[0].includes('“')) continue;
    found.push(
      announced(
        stated,
        items,
        match[0].split(/[（(]/)[0] ?? '',
        { start: match.index, end: match.index + match[0].length },
        inner.endsWith('等'),
        fits ? 'stated' : 'implied',
      ),
    );
  }
  return found;
}

/** 区级、片区、学校三级…, 严格a、严格b…等“五严格”措施: an enumeration closed by its number. */
function behindEnumerations(report: Report): ListCount[] {
  const found: ListCount[] = [];
  const { text } = report.manuscript;
  const pattern = new RegExp(
    `([^，。；：！？\\n（）“”]{1,120}?(?:、|和|与|及)[^，。；：！？\\n（）]{1,30}?)(等)?(?:这)?(“)?(${NUMERAL})(大|个|项|级|类|种|条|方|方面|步|严格|零|位一体|者|年)(?=[\\u4e00-\\u9fff“”，。；])`,
    'g',
  );
  for (const match of text.matchAll(pattern)) {
    const [whole, list = '', open, , numeral = '', word = ''] = match;
    const stated = chineseAt(numeral, 0)?.value.toNumber() ?? 0;
    if (stated < 2 || FIXED.test(`${numeral}${word}`) || list.endsWith('第') || /\d/.test(list)) continue;
    const items = list
      .replace(/的$/, '')
      .split(ITEM_MARKS)
      .filter((item) => item.trim() !== '');
    const fits = items.length === stated || (open !== undefined && items.length < stated);
    // what stands before the first item is part of the sentence, so only a list that fits is taken for one
    if (!fits) continue;
    const start = match.index;
    found.push(
      announced(
        stated,
        items.map((item) => item.slice(-12)),
        `${numeral}${word}`,
        { start, end: start + whole.length },
        open !== undefined,
        items.length === stated ? 'stated' : 'possible',
      ),
    );
  }
  return found;
}

function numberOf(match: RegExpExecArray): number {
  return chineseAt(match[1] ?? '', 0)?.value.toNumber() ?? 0;
}

function announced(
  stated: number,
  items: readonly string[],
  words: string,
  span: Span,
  open: boolean,
  assertion: ListCount['assertion'],
): ListCount {
  return {
    type: 'list-count',
    assertion,
    stated,
    items,
    announced: words.replaceAll(/[“”]/g, ''),
    open,
    figures: [],
    span,
  };
}
