import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/draft/text-of.ts';
import { balanceTitle, linesOf, TITLE_CHARACTERS } from '../../src/write/balanced-title.ts';
import { halfWidths } from '../../src/write/half-widths.ts';

/** The lines of a title. */
function lines(text: string): string[] {
  const bounds = [0, ...linesOf(text), text.length];
  return bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
}

describe('a title longer than a line', () => {
  test.each([
    ['清河县义务教育优质均衡发展自评报告', ['清河县义务教育优质均衡发展自评报告']],
    [
      '清河县人民政府关于义务教育基本均衡发展情况的自评报告',
      ['清河县人民政府', '关于义务教育基本均衡发展情况的自评报告'],
    ],
    [
      '清河县人民政府关于义务教育基本均衡发展县创建工作情况的自评报告',
      ['清河县人民政府关于义务教育', '基本均衡发展县创建工作情况的自评报告'],
    ],
    [
      '清河县人民政府关于2024年义务教育经费投入情况的专题报告',
      ['清河县人民政府', '关于2024年义务教育经费投入情况的专题报告'],
    ],
    [
      '北原自治县人民政府教育督导委员会办公室关于县域义务教育优质均衡发展督导评估问题整改落实情况的报告',
      ['北原自治县人民政府教育督导委员会办公室', '关于县域义务教育优质均衡发展督导评估', '问题整改落实情况的报告'],
    ],
  ])('%s', (title, wanted) => {
    expect(lines(title)).toEqual(wanted);
  });

  test('is broken into lines that fit, loses no character, and begins no line with 的', () => {
    const word = fc.constantFrom(
      '清河县',
      '人民政府',
      '关于',
      '义务教育',
      '优质均衡',
      '发展',
      '的',
      '和',
      '情况',
      '自评',
      '报告',
      '2024年',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (words) => {
        const title = words.join('');
        const found = lines(title);
        expect(found.join('')).toBe(title);
        for (const line of found.slice(1)) expect(line).not.toMatch(/^[的和]/);
        if (found.length > 1)
          for (const line of found) expect(halfWidths(line) / 2).toBeLessThanOrEqual(TITLE_CHARACTERS);
      }),
    );
  });
});

test('lines that the template broke are kept, and a figure is never broken', () => {
  const broken = balanceTitle([
    { type: 'text', value: '清河县人民政府' },
    { type: 'break' },
    { type: 'text', value: '关于义务教育学校' },
    { type: 'figure', id: 'f_0001', value: '1234567890所' },
    { type: 'text', value: '办学条件改善情况的报告' },
  ]);
  expect(broken.filter(({ type }) => type === 'break')).toHaveLength(2);
  expect(broken.map(textOf).join('')).toBe('清河县人民政府关于义务教育学校1234567890所办学条件改善情况的报告');
  expect(broken.filter(({ type }) => type === 'figure')).toHaveLength(1);
});
