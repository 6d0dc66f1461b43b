import type { FigureKind } from '../model/figure.ts';
import type { Indicator } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import { stageList } from './stage.ts';
import { cutHead, scopeOnly } from './words.ts';

const byName = new Map<string, Indicator[]>();
let longest = 0;
for (const indicator of INDICATORS) {
  for (const name of [indicator.name, ...indicator.aliases]) {
    // a phrase is looked up with its stages cut out: 初中毕业生升入高中阶段比例 must be found without 初中
    const { rest } = stageList(name);
    for (const form of new Set([name, rest === '' ? name : rest])) {
      byName.set(form, [...(byName.get(form) ?? []), indicator]);
      longest = Math.max(longest, form.length);
    }
  }
}

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
  const text = phrase.replaceAll(/[\s“”]/g, '');
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const known = byName.get(text.slice(text.length - length));
    const indicator = known?.find((candidate) => fits(candidate.kind, kind));
    if (!indicator) continue;
    // a place's name before a difference coefficient changes nothing of what it is
    const before =
      indicator.kind === 'coefficient' && length > 4 ? { scope: null } : scopeOnly(text.slice(0, text.length - length));
    if (before) return { indicator, scope: before.scope };
  }
  const headless = cutHead(text);
  return headless !== text && headless !== '' ? indicatorNamed(headless, kind) : null;
}

function fits(indicator: FigureKind, figure: FigureKind): boolean {
  if (indicator === figure) return true;
  // a bare number is read as a count until its name says more
  return figure === 'count' && (indicator === 'coefficient' || indicator === 'ratio' || indicator === 'percent');
}
