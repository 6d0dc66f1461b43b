import { createRequire } from 'node:module';
import { intlSegmenter, jiebaSegmenter, nodejiebaSegmenter, type Segmenter } from '../../src/phrases/index.ts';

const load = createRequire(import.meta.url);

export function jieba(): Segmenter {
  const { Jieba } = load('@node-rs/jieba');
  return jiebaSegmenter(Jieba.withDict(load('@node-rs/jieba/dict').dict));
}

/** Every segmenter that is installed: nodejieba is only where a compiler was. */
export function installed(): (readonly [id: string, segmenter: Segmenter])[] {
  const all = [jieba(), intlSegmenter()];
  try {
    all.push(nodejiebaSegmenter(load('nodejieba')));
  } catch {
    process.stderr.write('nodejieba 没有装好，它的测试已略过。\n');
  }
  return all.map((segmenter) => [segmenter.id, segmenter]);
}
