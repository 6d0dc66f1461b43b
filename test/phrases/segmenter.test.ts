import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '../../src/phrases/tokens.ts';
import { installed } from './segmenters.ts';

describe.each(installed())('%s', (_, segmenter) => {
  test.each([
    ['狠抓控辍保学工作', '控辍保学'],
    ['综合差异系数达到标准', '综合差异系数'],
    ['全面消除超大班额', '超大班额'],
    ['落实两免一补政策', '两免一补'],
    ['推进县管校聘改革', '县管校聘'],
  ])('%s keeps %s whole', (text, word) => {
    expect(segmenter.cut(text)).toContain(word);
  });

  test.each([
    ['全县现有学校255所', '255所'],
    ['投入1.28亿元', '1.28亿元'],
    ['巩固率达99.3%', '99.3%'],
    ['师生比为1:18.5', '1:18.5'],
    ['培训{1}，投入{2}', '{1}'],
  ])('%s keeps the figure %s whole', (text, figure) => {
    expect(tokensOf(text, segmenter)).toContainEqual({ kind: 'figure', text: figure });
  });

  test('近三年 is no figure of the county', () => {
    expect(tokensOf('近三年来', segmenter).filter(({ kind }) => kind === 'figure')).toEqual([]);
  });

  test('whatever the text, its tokens joined are the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'全县小学生均图书控辍保班额，。、（）') }),
      fc.nat().map((number) => `${number}所`),
      fc.constantFrom('{1}', '12.5%', '**万元', '2023—2024学年', '𠮷', '一是'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          tokensOf(text, segmenter)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
