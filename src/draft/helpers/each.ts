import { joinChinese } from './join.ts';

/** What is said of things one by one. */
export interface EachWords {
  readonly yes: string;
  readonly no: string;
  /** What all of them together are called (各年); null names them. */
  readonly everyone: string | null;
  /** What the others are called beside exceptions: 其余年份, 其余. */
  readonly rest: string;
}

/** From so many things on, few exceptions are told as 除…外. */
const MANY = 4;

/**
 * `各年均高于…`; `2016年高于…，2017年不高于…`; `除2016年外，其余年份均高于…` (four things or more, exceptions fewer than half, and what
 * the exceptions are is said too); `各年均不高于…`. The words of both cases are the template's.
 */
export function eachWords(
  items: readonly string[],
  holds: (index: number) => boolean,
  { yes, no, everyone, rest }: EachWords,
): string {
  const good = items.filter((_, index) => holds(index));
  const bad = items.filter((_, index) => !holds(index));
  const all = everyone ?? joinChinese(items, '、', '和');
  const both = items.length > 1 || everyone !== null ? '均' : '';
  if (bad.length === 0) return `${all}${both}${yes}`;
  if (good.length === 0) return `${all}${both}${no}`;
  const listed = (some: readonly string[]): string =>
    `${joinChinese(some, '、', everyone === null ? '和' : '、')}${everyone === null && some.length > 1 ? '均' : ''}`;
  if (items.length >= MANY && bad.length * 2 < items.length) {
    return `除${joinChinese(bad, '、', '、')}${no}外，${rest}均${yes}`;
  }
  return `${listed(good)}${yes}，${listed(bad)}${no}`;
}
