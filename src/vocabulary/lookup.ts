import type { FigureKind } from '../model/figure.ts';
import type { Indicator } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import { stageList } from './stage.ts';
import { cutHead, scopeOnly } from './words.ts';

/** What is left of a name that its stage word alone made one. */
const PREDICATE = /^(?:就读|入学|毕业|在读|在校)$/;

const byName = new Map<string, Indicator[]>();
/** Lengths of the known names by their last two characters, the longest first: most phrases end like none. */
const lengths = new Map<string, number[]>();
for (const indicator of INDICATORS) {
  for (const name of [indicator.name, ...indicator.aliases]) {
    // a phrase is looked up with its stages cut out: 初中毕业生升入高中阶段比例 must be found without 初中
    const { rest } = stageList(name);
    // but 特教学校就读 says without its stage only that somebody goes to school
    const bare = rest === '' || PREDICATE.test(rest) ? name : rest;
    for (const form of new Set([name, bare])) {
      byName.set(form, [...(byName.get(form) ?? []), indicator]);
      const end = form.slice(-2);
      lengths.set(end, [...new Set([...(lengths.get(end) ?? []), form.length])]);
    }
  }
}
for (const known of lengths.values()) known.sort((a, b) => b - a);

/** An indicator found by a phrase, and the scope words that narrow it. */
export interface Named {
  readonly indicator: Indicator;
  readonly scope: string | null;
}

/**
 * The indicator that a phrase names, by the longest known name at its end, provided that nothing but neutral and scope words
 * stands before it: 全县农村留守儿童 is one of the vocabulary, 新聘骨干教师 is not, since a name with another word before it
 * measures something else. The kind of the figure decides between equal names.
 */
export function indicatorNamed(phrase: string, kind: FigureKind): Named | null {
  const text = /[\s“”]/.test(phrase) ? phrase.replaceAll(/[\s“”]/g, '') : phrase;
  const found =
    longestAtEnd(text, lengths.get(text.slice(-2)), kind) ?? longestAtEnd(text, lengths.get(text.slice(-1)), kind);
  if (found) return found;
  const headless = cutHead(text);
  return headless !== text && headless !== '' ? indicatorNamed(headless, kind) : null;
}

function longestAtEnd(text: string, known: readonly number[] | undefined, kind: FigureKind): Named | null {
  for (const length of known ?? []) {
    if (length > text.length) continue;
    const indicator = byName.get(text.slice(text.length - length))?.find((candidate) => fits(candidate.kind, kind));
    if (!indicator) continue;
    // a place's name before a difference coefficient changes nothing of what it is
    const before =
      indicator.kind === 'coefficient' && length > 4 ? { scope: null } : scopeOnly(text.slice(0, text.length - length));
    if (before) return { indicator, scope: before.scope };
  }
  return null;
}

function fits(indicator: FigureKind, figure: FigureKind): boolean {
  if (indicator === figure) return true;
  // a bare number is read as a count until its name says more
  return figure === 'count' && (indicator === 'coefficient' || indicator === 'ratio' || indicator === 'percent');
}
