import { createRequire } from 'node:module';
import { InputError } from '../model/manuscript.ts';
import {
  intlSegmenter,
  jiebaSegmenter,
  type NodeJieba,
  nodejiebaSegmenter,
  type NodeRsJieba,
  type Segmenter,
} from '../phrases/index.ts';

/** Native packages cannot be bundled: they are looked up beside the program when they are wanted. */
const load = createRequire(import.meta.url);

const SEGMENTERS: Readonly<Record<string, () => Segmenter>> = {
  jieba() {
    const { Jieba } = load('@node-rs/jieba') as { Jieba: { withDict(dictionary: Uint8Array): NodeRsJieba } };
    const { dict } = load('@node-rs/jieba/dict') as { dict: Uint8Array };
    return jiebaSegmenter(Jieba.withDict(dict));
  },
  nodejieba: () => nodejiebaSegmenter(load('nodejieba') as NodeJieba),
  intl: intlSegmenter,
};

/** The names that can be asked for; the first is the default. */
export const SEGMENTER_NAMES: readonly string[] = Object.keys(SEGMENTERS);

/**
 * The segmenter of a name. Where none is asked for: jieba, and where its package is not installed (dist/cli copied alone to another
 * computer) the one that Node itself has.
 * @throws InputError for a name that there is not, or whose package is not installed
 */
export function segmenterNamed(name: string | undefined): Segmenter {
  const make = SEGMENTERS[name ?? 'jieba'];
  if (make === undefined) {
    throw new InputError('segmenter-unknown', `没有分词程序“${name}”；可用 ${SEGMENTER_NAMES.join('、')}。`);
  }
  try {
    return make();
  } catch (error) {
    if (name === undefined) return intlSegmenter();
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new InputError(
      'segmenter-missing',
      `分词程序 ${name} 没有装好，不能使用（${reason}）；可改用 ${SEGMENTER_NAMES.filter((other) => other !== name).join(' 或 ')}。`,
    );
  }
}
