import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedIn, roleAsked } from '../../src/phrases/asked.ts';
import { CONCEPT_NAMES, namingsIn, says } from '../../src/phrases/concepts.ts';
import { cutFieldsOf, fieldsOf, standsIn } from '../../src/phrases/fields.ts';
import { highest } from '../../src/phrases/highest.ts';
import type { FigureSlot, Phrase } from '../../src/phrases/index.ts';
import { saidIn } from '../../src/phrases/said.ts';
import { withoutSlips } from '../../src/phrases/slips.ts';
import { SYNONYMS } from '../../src/phrases/synonyms.ts';
import { indicatorOf } from '../../src/vocabulary/index.ts';
import { jieba } from './segmenters.ts';

const segmenter = jieba();

function phrase(frame: string, indicators: readonly string[] = [], section = ''): Phrase {
  const slots = indicators.map(
    (id): FigureSlot => ({
      kind: 'figure',
      name: indicatorOf(id)?.name ?? id,
      indicator: id,
      stage: null,
      unit: null,
      figureKind: 'count',
      role: 'level',
      places: 0,
      ratio: false,
      scope: null,
      offset: 0,
    }),
  );
  const source = { report: 'r', file: 'f', kind: 'other', county: null, year: null, role: null, count: 1 } as const;
  return { id: frame, form: 'sentence', frame, slots, sources: [{ ...source, section }] };
}

describe('what a query asks for', () => {
  test.each([
    ['控辍保学 劝返', ['控辍保学', '劝返']],
    ['缺老师', ['缺老师']],
    ['生均图书册数', ['生均图书册数']],
    ['音体美老师', ['音体美', '老师']],
    ['投入1200万元建设校舍', ['投入', '建设', '校舍']],
  ])('%s', (text, expected) => {
    expect(askedIn(text, segmenter).map((asked) => asked.text)).toEqual(expected);
  });

  test('stretches stand in the query, in order and without overlap', () => {
    const word = fc.constantFrom(...CONCEPT_NAMES, '的', '和', '，', '12所', '甲');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const text = words.join('');
        let from = 0;
        for (const asked of askedIn(text, segmenter)) {
          const at = text.indexOf(asked.text, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + asked.text.length;
        }
      }),
    );
  });

  test.each([
    ['下一步招聘教师', 'plans'],
    ['存在的困难', 'problems'],
    ['控辍保学', null],
  ])('the section of %s: %s', (text, role) => {
    expect(roleAsked(text)).toBe(role);
  });
});

describe('how nearly a phrase says it', () => {
  const said = (text: string, one: Phrase): number => {
    const [asked] = askedIn(text, segmenter);
    return asked === undefined ? expect.fail(text) : saidIn(cutFieldsOf(one, segmenter), asked);
  };

  test('its own words, other words for the same, what belongs to it, nothing', () => {
    const own = said('进修', phrase('组织教师进修。'));
    const same = said('进修', phrase('组织教师培训。'));
    const related = said('进修', phrase('五年完成规定学时。'));
    const nothing = said('进修', phrase('新建校舍。'));
    expect([own, same > related, related > nothing, nothing]).toEqual([1, true, true, 0]);
  });

  test('a form may be left open within a clause, and no further', () => {
    expect(said('缺老师', phrase('体育教师总量不足。'))).toBeGreaterThan(0.5);
    expect(says('教师达标，校舍面积不足', { words: ['教师', '不足'] })).toBe(false);
    expect(says('教师，教师数量不足', { words: ['教师', '不足'] })).toBe(true);
  });

  test('a slot of the indicator says it; its name as the head of a longer name says less', () => {
    expect(said('生均图书册数', phrase('小学{1}。', ['books-per-pupil']))).toBe(1);
    expect(said('生均图书册数', phrase('生均图书册数差异系数{1}。', ['cv-books']))).toBeLessThan(1);
  });

  test('words that meet by chance are not the word asked for', () => {
    expect(standsIn(cutFieldsOf(phrase('教师资格证'), segmenter), '师资')).toBe(false);
    expect(standsIn(cutFieldsOf(phrase('加强师资'), segmenter), '师资')).toBe(true);
    // a part of one word is asked for by people who type half of it
    expect(standsIn(cutFieldsOf(phrase('征收教育费附加'), segmenter), '附加')).toBe(true);
    expect(standsIn(fieldsOf(phrase('教师资格证')), '师资')).toBe(true);
  });
});

test('synonyms: no empty names, none twice in a line, all of two characters and more but one', () => {
  for (const line of SYNONYMS) {
    const forms = line.split(' ~ ').join(' ').split(' ');
    expect(
      forms.filter((form) => form === '' || form === '~'),
      line,
    ).toEqual([]);
    const [names = ''] = line.split(' ~ ');
    expect(new Set(names.split(' ')).size, line).toBe(names.split(' ').length);
  }
  expect(namingsIn('打工子女').flatMap(({ alternatives }) => alternatives.map(({ form }) => form.words[0]))).toContain(
    '随迁子女',
  );
});

test('what people say and the library does not is no slip', () => {
  const known = new Set(['培训', '教师', '师培', '控辍', '辍保', '保学', '附加', '费附', '育费', '教育']);
  const count = (pair: string): number => (known.has(pair) ? 5 : 0);
  expect(withoutSlips('教师进修', count)).toBeNull();
  expect(withoutSlips('控缀保学', count)).toBe('控辍保学');
  expect(withoutSlips('教育费副加', count)).toBe('教育费附加');
});

test('the highest weights, ties with the last included up to twice as many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }),
      fc.integer({ min: 1, max: 20 }),
      (list, limit) => {
        const found = highest(Float32Array.from(list), limit, null);
        const least = Math.min(...found.map((at) => list[at] ?? 0));
        const above = list.filter((weight) => weight > 0).length;
        expect(found.length).toBeGreaterThanOrEqual(Math.min(limit, above));
        expect(found.length).toBeLessThanOrEqual(2 * limit);
        expect(list.filter((weight, at) => weight > least && !found.includes(at))).toEqual([]);
      },
    ),
  );
  expect(highest(Float32Array.from([1, 3, 2]), 1, (at) => at !== 1)).toEqual([2]);
});
