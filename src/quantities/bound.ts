import type { Bound } from '../model/figure.ts';

const ABOUT_BEFORE = /(?:大约|大概|约占|约为|约合|约|将近|接近|近|上下)$/;
const LEAST_BEFORE =
  /[≥≧>＞]$|(?:(?<!不得?|未)(?:超过|超出|超|突破|多于|高于|大于)|逾|不低于|不少于|不小于|不得低于|不得少于|不得小于|至少|跨越)(?:了|到)?$/;
const MOST_BEFORE =
  /[≤≦<＜]$|(?:不足|不到|不满|(?:不得?|未)(?:超过|超出|超|突破|多于|高于|大于)|少于|低于|小于|至多|最多)(?:了)?$/;
/** 均高于教职工工资总额的2.5%: the limit word stands before the name of what is limited. */
const FAR =
  /(高于|大于|超过|不低于|不少于|低于|小于|少于|不超过|不高于)[^，。；：、\d]{1,24}(?<!学历|学位|职称|资格|年龄)的$/;
/** 比8.6台多3.6台: before a number 多 says by how much one is more than the other. */
const LEAST_AFTER = /^(?:及|或)?(?:以上|之多|多(?!出|了?\s?\d)|有余|余(?![额下地]))/;
const MOST_AFTER = /^(?:及|或)?(?:以内|之内|以下|之下)/;
const WITHIN = /^内(?![部容涵外在])/;
const ABOUT_AFTER = /^(?:左右|上下|许)/;

/** The characters that a limit word before a number ends with; behind all others no pattern needs to be tried. */
const BEFORE_ENDS = new Set('约概为合近下≥≧>＞≤≦<＜过出超逾破于少低越了到足满多的');

/** The bound that the words around a printed number give it; `before` and `after` are the text on either side. */
export function boundOf(before: string, after: string, duration: boolean): Bound {
  if (LEAST_AFTER.test(after)) return '>=';
  if (MOST_AFTER.test(after) || (duration && WITHIN.test(after) && !/近$|这$/.test(before))) return '<=';
  if (ABOUT_AFTER.test(after)) return '~';
  if (!BEFORE_ENDS.has(before.at(-1) ?? '')) {
    return /至少|不少于/.test(before) && /(?:至少|不少于)[^，。；：、\d]{1,12}$/.test(before) ? '>=' : null;
  }
  if (LEAST_BEFORE.test(before)) return '>=';
  if (MOST_BEFORE.test(before)) return '<=';
  // 近三年 is a period, not an estimate
  if (ABOUT_BEFORE.test(before) && !(duration && /(?:^|[^将接])近$/.test(before))) return '~';
  if (/(?:至少|不少于)[^，。；：、\d]{1,12}$/.test(before)) return '>=';
  const far = FAR.exec(before);
  if (far) return /^(?:高于|大于|超过|不低于|不少于)/.test(far[1] ?? '') ? '>=' : '<=';
  return null;
}

/**
 * Whether 以上, 以内 or 左右 behind the last member of a list holds for each (分别达到20册、30册以上); 多 and 余 belong to
 * the one number they touch.
 */
export function isShared(after: string): boolean {
  return /^(?:及|或)?(?:以上|以内|之内|以下|左右)/.test(after);
}
