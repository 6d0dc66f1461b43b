import { chineseAt } from '../quantities/numeral.ts';

/** An item counted off in running text: 一是… 二是…, 首先… 其次…, 第一，… */
export interface Item {
  readonly marker: string;
  readonly ordinal: number;
  /** Offset of the marker in the text given. */
  readonly start: number;
  /** Offset behind the item's key phrase. */
  readonly titleEnd: number;
}

/** 一是 alone already announces a list; the words below only in a run of two or more, since 首先 also just opens a speech. */
const CERTAIN = /(^|[\s。；;：:，,、”）)！？—])([一二三四五六七八九十]{1,3})是(?!否|不是|非)/g;

interface Family {
  readonly words: readonly string[];
  readonly pattern: RegExp;
}

/** The mark behind the word tells an item (第一，…) from an ordinal (第一小学). */
const MARKED = '(?=[，、,：:]|[是要])';

function family(words: readonly string[], behind: string): Family {
  return { words, pattern: new RegExp(`(^|[\\s。；;：:！？”])(${words.join('|')})${behind}`, 'g') };
}

const FAMILIES: readonly Family[] = [
  family(['一要', '二要', '三要', '四要', '五要', '六要', '七要', '八要'], ''),
  family(['首先', '其次', '再次', '最后'], MARKED),
  family(['第一', '第二', '第三', '第四', '第五', '第六'], MARKED),
  family(['其一', '其二', '其三', '其四', '其五'], MARKED),
];

/** The items counted off in one stretch of running text (the body of one section), in order. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (const match of text.matchAll(CERTAIN)) {
    const [whole, before = '', numeral = ''] = match;
    const ordinal = chineseAt(numeral, 0)?.value.toNumber();
    if (ordinal === undefined) continue;
    const start = match.index + before.length;
    items.push({ marker: `${numeral}是`, ordinal, start, titleEnd: titleEnd(text, match.index + whole.length) });
  }
  for (const words of FAMILIES) items.push(...runOf(text, words));
  return items.sort((a, b) => a.start - b.start);
}

function runOf(text: string, { words, pattern }: Family): Item[] {
  const found: Item[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, before = '', marker = ''] = match;
    const from = match.index + whole.length;
    found.push({
      marker,
      ordinal: words.indexOf(marker) + 1,
      start: match.index + before.length,
      titleEnd: titleEnd(text, from + (/[，、,：:]/.test(text[from] ?? '') ? 1 : 0)),
    });
  }
  return found.filter(
    (item, index) =>
      item.ordinal === (found[index - 1]?.ordinal ?? 0) + 1 || found[index + 1]?.ordinal === item.ordinal + 1,
  ).length >= 2
    ? found
    : [];
}

function titleEnd(text: string, from: number): number {
  const rest = text.slice(from).search(/[。，,；;：:\n]/);
  return rest < 0 ? text.length : from + rest;
}
