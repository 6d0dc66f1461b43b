import type { MaskToken, PeriodToken, QuantityToken, Token } from '../quantities/token.ts';
import type { Span } from '../model/span.ts';

/** Numbers (and masks) in one row that share a name: 26.6册和17.9册; mostly a run has one member. */
export interface Run {
  readonly members: (QuantityToken | MaskToken)[];
  /** From the end of the run before (or of the sentence's start) to the first member. */
  readonly gap: Span;
  /** The same text with periods cut out and figureless brackets taken away, its clauses apart; the last is the run's own. */
  readonly clauses: readonly string[];
  /** What a figureless bracket in the gap says: 不含教育费附加. */
  readonly qualifier: string | null;
  /** The run whose figure stands before the bracket that this run stands in. */
  readonly head: Run | null;
  /** The bracket or 其中 before it says 含: a part that is told beside the others. */
  readonly included: boolean;
  /** The last period before the run in its sentence. */
  readonly period: PeriodToken | null;
}

/** 95.2%，超过85% are two numbers apart: the second says something of the first. */
const SEPARATOR =
  /^(?:以上|以内|以下|左右)?[\s]*(?:(?:、|和|及|与|以及|、和|，和|到|至)[\s]*(?:约|近|超过|超)?|[，,][\s]*(?:约|近)?)$/;
const DEEPEST = 4;
const COUNTED_NOUN =
  /^(?!以上|以下|以内|左右|的)[\p{Script=Han}“”]{1,16}?(?:、|(?:和|及|与|以及)(?=$|[^、，。]{0,4}$))/u;
/** The number of a heading or an item at the head of a sentence is no part of a name. */
const MARKER =
  /^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|首先|其次|再次|最后|第[一二三四五六][，、])[，、]?/;

/**
 * Groups the tokens of one sentence into runs. A run goes on where nothing but a list mark stands between two numbers of
 * one kind and unit; a mask is a member wherever it stands in a row, since a redacted number still counts.
 */
export function runsOf(text: string, sentence: Span, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  const open: (Run | null)[] = [];
  let period: PeriodToken | null = null;
  let from = sentence.start;
  let last: QuantityToken | MaskToken | null = null;
  let periods: PeriodToken[] = [];
  let single = 0;
  for (const token of tokens) {
    if (token.type === 'period') {
      if (token.labels.length > 0 && !isFounding(text, token)) period = token;
      if (token.labels.length === 1) single += 1;
      periods.push(token);
      continue;
    }
    const between = text.slice(last?.end ?? sentence.start, token.start);
    const current = runs.at(-1);
    if (current && last && periods.length === 0 && SEPARATOR.test(between) && alike(last, token)) {
      current.members.push(token);
      last = token;
      from = token.end;
      continue;
    }
    if (token.type === 'quantity' && single > 1 && isTogether(text, token)) period = null;
    const gap = { start: from, end: token.start };
    const prepared = prepare(text, gap, periods, last?.kind === 'count');
    followBrackets(text, gap, open, current ?? null);
    const run: Run = {
      members: [token],
      gap,
      clauses: prepared.clauses,
      qualifier: prepared.qualifier,
      head: open.at(-1) ?? null,
      included: /[（(][^（(]*$/.test(between) && /[（(，,、\s](?:其中)?(?:含|包括|包含)[^）)]*$/.test(between),
      period,
    };
    runs.push(run);
    last = token;
    from = token.end;
    periods = [];
  }
  return runs;
}

/** 2021年…；2022年…；两年共投入…: what is told of the years together is of none of them. */
function isTogether(text: string, token: QuantityToken): boolean {
  return (
    token.unit === '年' &&
    /^(?:来|间|内)?[，,]?(?:一?共|累计|合计|总计|总共)/.test(text.slice(token.end, token.end + 5))
  );
}

/** 始建于1953年: when a school was founded dates none of its figures. */
function isFounding(text: string, token: PeriodToken): boolean {
  return (
    /(?:建|成立|创办|创立|始|立校)于$/.test(text.slice(Math.max(0, token.start - 4), token.start)) ||
    /^(?:\d+月)?(?:建校|成立|创建|创办|建成|落成|被评|荣获|获)/.test(text.slice(token.end, token.end + 6))
  );
}

function alike(a: QuantityToken | MaskToken, b: QuantityToken | MaskToken): boolean {
  return a.kind === b.kind && (a.unit === b.unit || a.unit === null || b.unit === null);
}

/** Keeps the stack of open brackets: what stands in one belongs to the figure before it. */
function followBrackets(text: string, gap: Span, open: (Run | null)[], before: Run | null): void {
  let head = before;
  for (let offset = gap.start; offset < gap.end; offset++) {
    const character = text[offset];
    if (character === '（' || character === '(') {
      // only a figure right before the bracket heads it; a bracket behind words explains the words
      const touching = head !== null && offset - (head.members.at(-1)?.end ?? 0) <= 1;
      open.push(touching ? head : (open.at(-1) ?? null));
      if (open.length > DEEPEST) open.shift();
    } else if (character === '）' || character === ')') {
      open.pop();
      head = null;
    }
  }
}

function prepare(
  text: string,
  gap: Span,
  periods: readonly PeriodToken[],
  counted: boolean,
): { clauses: string[]; qualifier: string | null } {
  let raw = '';
  let from = gap.start;
  for (const period of periods) {
    raw += text.slice(from, Math.max(from, period.start));
    from = Math.max(from, period.end);
  }
  raw += text.slice(from, gap.end);
  // 13个乡镇、454个行政村: the noun of the count before is no part of this one's name
  if (counted) raw = raw.replace(COUNTED_NOUN, '');
  let qualifier: string | null = null;
  // 入园幼儿[2]1863.91万人: a note's number stands in many bulletins
  raw = raw.replaceAll(/[[〔［]\d{1,2}[\]〕］]/g, '');
  // 4.1平方米以上，初中…: the limit word belongs to the figure before
  const plain = raw
    .replace(/^\s*(?:及|或)?(?:以上|以内|以下|左右|上下|之多|有余|多(?!$|[出了])|余)/, '')
    .replaceAll(/[（(]([^（()）]*)[）)]/g, (_, inner: string) => {
      if (/^不?含|^不?包括/.test(inner)) qualifier = inner;
      return '';
    });
  const clauses = plain.replace(MARKER, '').split(/[，,；;。：:！？!?（）()\n\v]|(?<=\p{Script=Han})\.\s/u);
  return { clauses: clauses.map((clause) => clause.trim()), qualifier };
}
