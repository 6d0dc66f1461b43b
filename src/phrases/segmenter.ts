import { DOMAIN_WORDS } from './domain-words.ts';

/**
 * What cuts Chinese into words. Figures never reach it: {@link tokensOf} lexes them first. Whoever starts the program hands one
 * in, since the good ones are native packages that a browser cannot load.
 */
export interface Segmenter {
  /** `jieba`, `nodejieba`, `intl`: an index made with one is not read with another. */
  readonly id: string;
  /** The words of a text in order; joined they are the text. */
  cut(text: string): readonly string[];
}

/** What is used of @node-rs/jieba. */
export interface NodeRsJieba {
  loadDict(dictionary: Uint8Array): void;
  cut(text: string, hmm?: boolean): string[];
}

/** Without a frequency as high as this one the dictionary's own shorter words win: measured, see `test/phrases/segmenter.test.ts`. */
const FREQUENCY = 100_000;

/** jieba as @node-rs/jieba brings it, its dictionary loaded, with this project's words on top. */
export function jiebaSegmenter(jieba: NodeRsJieba): Segmenter {
  const lines = DOMAIN_WORDS.map((word) => `${word} ${FREQUENCY} n\n`);
  jieba.loadDict(new TextEncoder().encode(lines.join('')));
  return { id: 'jieba', cut: (text) => jieba.cut(text, true) };
}

/** What is used of nodejieba. */
export interface NodeJieba {
  insertWord(word: string): boolean;
  cut(text: string): string[];
}

/** jieba as nodejieba brings it: the same algorithm, compiled at install; only where it is asked for. */
export function nodejiebaSegmenter(nodejieba: NodeJieba): Segmenter {
  for (const word of DOMAIN_WORDS) nodejieba.insertWord(word);
  return { id: 'nodejieba', cut: (text) => nodejieba.cut(text) };
}

/**
 * The segmenter that every JavaScript engine has, with this project's words put before it: it knows no words of its users, and
 * would always cut 控|辍|保|学.
 */
export function intlSegmenter(): Segmenter {
  const general = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = new Set(DOMAIN_WORDS);
  const lengths = [...new Set(DOMAIN_WORDS.map((word) => word.length))].sort((a, b) => b - a);
  const heads = new Set(DOMAIN_WORDS.map((word) => word[0]));
  const wordAt = (text: string, from: number): string | undefined =>
    heads.has(text[from])
      ? lengths.map((length) => text.slice(from, from + length)).find((candidate) => words.has(candidate))
      : undefined;
  return {
    id: 'intl',
    cut(text) {
      const found: string[] = [];
      let from = 0;
      const generally = (to: number): void => {
        if (to > from) for (const { segment } of general.segment(text.slice(from, to))) found.push(segment);
      };
      for (let at = 0; at < text.length; at += 1) {
        const word = wordAt(text, at);
        if (word === undefined) continue;
        generally(at);
        found.push(word);
        from = at + word.length;
        at = from - 1;
      }
      generally(text.length);
      return found;
    },
  };
}
