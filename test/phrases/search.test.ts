import { describe, expect, test } from 'vitest';
import { addReports, compareTexts, copyDetector, PhraseIndex, search } from '../../src/phrases/index.ts';
import type { PhraseFilter } from '../../src/phrases/index.ts';
import { penaltiesOf } from '../../src/phrases/penalties.ts';
import { reportOf } from '../support/read.ts';
import { minedReports, REPORTS, searchable } from './library.ts';
import { installed, jieba } from './segmenters.ts';

const { phrases } = addReports([], minedReports());

describe.each(installed())('searching with %s', (_, segmenter) => {
  const library = searchable(phrases, segmenter);
  const found = (text: string, filter: PhraseFilter = {}) =>
    search([library], { text, filter, purpose: { kind: 'county-basic', year: 2025 }, limit: 5 }, segmenter);

  test.each([
    ['教师培训经费', '教师培训经费'],
    ['培训 专款', '专款专用'],
    ['交流轮', '交流轮岗'],
    ['大班', '大班额'],
    ['控缀保学', '控辍保学'],
    ['专款转用', '专款专用'],
    ['控辍学保', '控辍保学'],
    ['安排培训经费560万元', '教师培训经费'],
    ['缺', '缺编'],
  ])('%s', (text, expected) => {
    expect(found(text).hits[0]?.phrase.frame).toContain(expected);
  });

  test('what was searched for in place of a slip is told', () => {
    expect(found('控缀保学').corrected).toBe('控辍保学');
    expect(found('控辍保学').corrected).toBeNull();
  });

  test('filters', () => {
    const problems = found('教师', { role: 'problems' }).hits;
    expect(problems.map(({ phrase }) => phrase.sources[0]?.role)).toEqual(['problems']);
    expect(found('学校', { kind: 'county-quality' }).hits.length).toBeGreaterThan(0);
    expect(found('学校', { kind: 'congress' }).hits).toEqual([]);
    const books = found('生均图书', { indicator: 'books-per-pupil' }).hits;
    expect(books).toHaveLength(1);
  });

  test('the best come first', () => {
    const scores = found('全县教师').hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test.each(['', '   ', '。，', '𠮷', 'qqq', '#', '{1}', '{}'])(
    'nothing is found by “%s”, and nothing breaks',
    (text) => {
      expect(found(text).hits).toEqual([]);
    },
  );

  test('an index that was kept finds the same; that of another library is not taken', () => {
    const kept = library.index.print('一');
    const read = PhraseIndex.read(kept, '一', segmenter.id);
    expect(read?.candidates(['教师', '培训'], 10, {})).toEqual(library.index.candidates(['教师', '培训'], 10, {}));
    for (const [text, of, cut] of [
      [kept, '二', segmenter.id],
      [kept, '一', 'other'],
      [kept.slice(0, 100), '一', segmenter.id],
      ['', '一', segmenter.id],
    ] as const) {
      expect(PhraseIndex.read(text, of, cut)).toBeNull();
    }
  });
});

describe('matching', () => {
  const segmenter = jieba();

  test.each([
    ['全县现有小学26所。', '全县现有小学26所。', 100, 100, 100],
    ['全县现有小学26所。', '全县现有小学34所。', 75, 100, 80],
    ['全县现有小学26所。', '全县现有小学26所；', 100, 100, 80],
    ['全县现有小学26所。', '', 0, 0, 0],
  ])('%s beside %s', (a, b, words, withoutFigures, everything) => {
    expect(compareTexts(a, b, segmenter)).toEqual({ words, withoutFigures, everything });
  });

  test('a foreign scope and age are told and cost points', () => {
    const [phrase] = phrases;
    if (phrase === undefined) throw new Error('no phrase');
    const of = (frame: string, year: string) => ({
      ...phrase,
      frame,
      sources: phrase.sources.map((source) => ({ ...source, year })),
    });
    const purpose = { kind: 'county-basic', year: 2025 } as const;
    const reasons = (frame: string, year = '2024') => penaltiesOf(of(frame, year), purpose).map(({ reason }) => reason);
    expect(reasons('全县教师队伍不断加强。')).toEqual([]);
    expect(reasons('我校教师队伍不断加强。')).toEqual(['scope']);
    expect(reasons('全县教师队伍不断加强。', '2016')).toEqual(['age']);
    expect(reasons('“十三五”期间，全县教师队伍不断加强。')).toEqual(['age']);
    expect(reasons('此外，教师队伍不断加强。')).toEqual(['leaning']);
    expect(penaltiesOf(of('全县教师队伍不断加强。', '2016'), { kind: null, year: null })).toEqual([]);
  });

  test('what stands in a given report is marked, with its sentence and line', () => {
    const copied = copyDetector(reportOf(REPORTS['石桥.txt'] ?? ''));
    const taken = phrases.find(({ frame }) => frame.includes('补充教师'));
    expect(copied(taken?.frame ?? '')).toMatchObject({ line: 5, share: 100 });
    expect(copied('三年来，县政府先后召开专题会议，研究解决控辍保学、大班额等突出问题。')).toBeNull();
  });
});
