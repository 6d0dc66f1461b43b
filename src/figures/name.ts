import type { FigureKind, Stage } from '../model/figure.ts';
import { cutClause, cutHead, cutTail, indicatorNamed, scopeOnly, stageList } from '../vocabulary/index.ts';

/** What a phrase names. */
export interface Name {
  readonly label: string;
  readonly indicator: string | null;
  readonly scope: string | null;
}

/** What a clause says of the figures behind it: a name, stages, a scope; any of them may be absent. */
export interface Phrase {
  readonly name: Name | null;
  readonly stages: readonly Stage[];
  readonly scope: string | null;
  /** The clause, its stages and verbs cut off. */
  readonly rest: string;
}

const LONGEST_LABEL = 30;
/** What joins a clause to the one before it. */
const JOINED = /^[\s、，,和及与]+/;

/** Reads a clause that ends where its figure begins. `finished` is true for a clause that ends in words, without a figure. */
export function phraseOf(clause: string, kind: FigureKind, finished = false): Phrase {
  const { stages, rest } = stageList(clause.replace(JOINED, ''));
  const cut = finished ? cutClause : cutTail;
  const bare = cut(rest);
  // 特教学校就读52人: with its stage a name, without it only a verb
  if (stages.length > 0 && bare.endsWith('读')) {
    const known = indicatorNamed(cut(clause.replace(JOINED, '')), kind);
    if (known)
      return {
        name: { label: known.indicator.name, indicator: known.indicator.id, scope: known.scope },
        stages,
        scope: null,
        rest: bare,
      };
  }
  // 义务教育学校46所: words that say nothing before a name may be a name themselves
  // and so is 乡镇, but not before a stage: 乡镇初中7所 are schools
  const scoped = scopeOnly(bare);
  const narrowed = indicatorNamed(bare, kind) && !(stages.length > 0 && scoped?.scope) ? null : scoped;
  if (narrowed) return { name: null, stages, scope: narrowed.scope, rest: '' };
  return { name: nameOf(bare, kind), stages, scope: null, rest: bare };
}

/** The name that a phrase gives: one of the vocabulary, or its own words. */
export function nameOf(phrase: string, kind: FigureKind): Name | null {
  const known = indicatorNamed(phrase, kind);
  if (known) return { label: known.indicator.name, indicator: known.indicator.id, scope: known.scope };
  const own = cutHead(phrase)
    .replaceAll(/[\s“”"]/g, '')
    .slice(-LONGEST_LABEL);
  return own === '' ? null : { label: own, indicator: `text:${own}`, scope: null };
}

/** A name made of another: 地区生产总值 → 地区生产总值增长率. */
export function rateOf(name: Name): Name {
  const label = `${name.label}增长率`;
  const known = indicatorNamed(label, 'percent');
  return { label, indicator: known?.indicator.id ?? `text:${label}`, scope: name.scope };
}

const NOUN_END =
  /[，。；：、（）()“”《》\s\d！？,;:*]|(?:以及|和|与|及)(?=\d)|逐[校所一]|全部|均|都|已|被|进行|完成|达到|通过|参加|实施|安排|正在|使|并|用于|用来|其中|到(?!位)|在|为|得到|获|对|从|由|接受|就读|占|以上|以下|以内|左右|调整|整合|合并|新增|改建|扩建|增加|减少|覆盖|用上|总计|共计|合计|累计|投入|仅有|现有|共有/;

/** The noun that a counted thing is, behind its unit: 13个乡镇, 7名专职督学. Empty where none follows. */
export function nounAfter(text: string, end: number): string {
  const following = text.slice(end, end + 24);
  // 不足100人的学校: the number narrows what stands behind 的, it does not count it
  if (following.startsWith('的')) return '';
  const stop = following.search(NOUN_END);
  // 33个乡镇中，…: 中 is of the sentence; 初中 and 高中 are nouns
  const noun = (stop < 0 ? following : following.slice(0, stop)).replace(/(?<![初高职])(?:当中|之中|中|里)$/, '');
  return noun.length > 16 ? noun.slice(0, 16) : noun;
}
