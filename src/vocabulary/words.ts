/** Words that say “the whole of it” or nothing at all; before a name they do not change what is measured. */
export const NEUTRAL: readonly string[] =
  '全县 全市 全区 全旗 全州 全省 全国 全校 全镇 全乡 全域 我县 我市 我区 我校 我镇 我州 我旗 我省 本县 本市 本区 本校 该县 该校 县域内 县域 市域内 区域内 辖区内 辖区 县内 区内 市内 目前 现有 现 共有 共计 共 总计 合计 累计 另有 其中 其 含 包括 包含 并 且 还 又 也 即 和 及 与 以及 的 已 先后 每年 近年来 年来 以来 截至 截止 到 至 对 为 在 于 按 按照 以 各 约 仅 均 都 有 设有 设 是 了 辖 下辖 管辖 拥有 建有 开展 义务教育阶段 义务教育 基础教育 当年 上学年 本学年 今年 去年 本期 全部 所有 全年 年末 义务教育学校 义务教育阶段学校 中小学校 中小学 学校 年底 学年度 学年 年度 实有 成建制 实现 达到 普通 同时 等 政府 区政府 县政府 市政府 情况 方面 今后 上年 上一年 比 同比 较'.split(
    ' ',
  );

/** Words that narrow what is measured; they are part of the figure's name. */
export const SCOPES: readonly string[] =
  '城区 农村 乡村 城镇 镇区 乡镇 市直 县直 区直 省直 市属 县属 区属 公办 民办 城市 县城 主城区 寄宿制 寄宿 建档立卡 贫困 山区 牧区 女 男 少数民族 景区 林区 垦区 特岗 新增 新建 在编 临聘 编外'.split(
    ' ',
  );

const TAIL =
  /(?:分别|依次|年均|均已|均|都|已经|已|也|仍)?(?:达到了|达到|达|为|是|有|占到了|占到|占比为|占比达?|占|累计|合计|总计|预计|共计|共有|共|计|[≤≥<>＜＞≦≧]|约为|在|增至|增加到了?|增加了?|提高到了?|提高了?|提升到了?|提升至|提升了?|提高至|上升到|上升至|上升了?|下降到|下降至|下降了?|降至|降到|降低了?|回落了?|缩小了?|净增加?|降低到|减少到|减少至|减少了?|增长到|增长至|增长了?|扩大到|调整为|调整到现在|调整到|控制在|保持在|稳定在|超过了?|突破了?|不足|不到|不低于|不少于|不超过|不高于|不大于|不小于|不多于|不得超过|不得高于|不得低于|不得少于|不得大于|高于|低于|少于|多于|约|近|接近|将近|仅|按照?|以|由|从|到|至|了|的|到现在|到目前|[：:]|分别|依次|(?<![生人校班师户年平])均|都)$/;

/**
 * The characters that {@link TAIL} may end with, read off its own alternatives: behind all others there is nothing to cut, and a
 * pattern that is open at its head is tried at every character of a phrase.
 */
const TAIL_ENDS = new Set(
  TAIL.source
    .slice(TAIL.source.indexOf(')?(?:') + 5, -2)
    .split('|')
    .flatMap((verb) => {
      const bare = verb.replace(/\(\?<!.*?\)/u, '');
      if (bare.endsWith(']')) return Array.from(bare.slice(1, -1));
      return bare.endsWith('?') ? [bare.at(-2), bare.at(-3)] : [bare.at(-1)];
    }),
);

/** Cuts the verb between a name and its number: 综合差异系数分别为 → 综合差异系数. */
export function cutTail(text: string): string {
  let rest = text.trimEnd();
  for (;;) {
    if (!TAIL_ENDS.has(rest.at(-1))) return rest;
    const shorter = rest.replace(TAIL, '').trimEnd();
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** The same at the end of a clause without a number: 生均公用经费实现逐年增长 → 生均公用经费. */
export function cutClause(text: string): string {
  return cutTail(
    text.replace(
      /(?:均|都|已|也)?(?:实现了?|保持了?|呈现?)?(?:逐年|持续|连续|不断|稳步|稳定|连年|大幅|明显|显著)(?:稳步|持续|大幅|较快)?(?:增长|提高|提升|上升|增加|递增|改善|下降|降低|减少|递减).*$|(?:基本)?情况$|明显改善$/u,
      '',
    ),
  );
}

/** Words by their first character, the longest first. */
function byHead(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const heads = new Map<string, string[]>();
  for (const word of words) heads.set(word[0] ?? '', [...(heads.get(word[0] ?? '') ?? []), word]);
  for (const same of heads.values()) same.sort((a, b) => b.length - a.length);
  return heads;
}

const neutralByHead = byHead(NEUTRAL);
const scopesByHead = byHead(SCOPES);

/** The longest of the words that a text begins with. */
function wordAtHead(words: ReadonlyMap<string, readonly string[]>, text: string): string | undefined {
  return words.get(text[0] ?? '')?.find((candidate) => text.startsWith(candidate));
}

/** Cuts neutral words off the head of a phrase. */
export function cutHead(text: string): string {
  let rest = text.replace(/^(?:[\s、，,；;：:”“"）)\-·•●—*×的了]|有(?![效关机限]))+/, '');
  for (;;) {
    const found = wordAtHead(neutralByHead, rest);
    // A single character may be the beginning of any word.
    const word = found !== undefined && found.length > 1 ? found : undefined;
    if (!word || rest.length === word.length) {
      if (word && rest.length === word.length) return '';
      return rest;
    }
    rest = rest.slice(word.length).replace(/^[\s、，,]+/, '');
  }
}

/**
 * Whether a phrase holds nothing but neutral and scope words; the scope words are returned, since they are part of the name.
 * Null where something else stands there.
 */
export function scopeOnly(text: string): { readonly scope: string | null } | null {
  let rest = text.replaceAll(/[\s、，,：:（）()“”]/g, '');
  const scopes: string[] = [];
  while (rest !== '') {
    const scope = wordAtHead(scopesByHead, rest);
    const word = scope ?? wordAtHead(neutralByHead, rest);
    if (!word) return null;
    if (scope) scopes.push(scope);
    rest = rest.slice(word.length);
  }
  return { scope: scopes.length > 0 ? scopes.join('') : null };
}
