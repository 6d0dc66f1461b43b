import { expect, test } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { reportOf } from '../support/read.ts';

/** Verdicts of the sums of a text. */
const sums = (text: string): string[] =>
  checkReport(reportOf(text), [])
    .relations.filter(({ type }) => type === 'sum')
    .map(({ verdict, figures }) => `${verdict} ${figures.length}`);

test.each([
  ['behind a colon', '全县现有学校**所：小学28所、初中9所、九年一贯制学校5所。'],
  ['in brackets', '全县现有学校××所（小学28所、初中9所、九年一贯制学校5所）。'],
  ['behind 其中', '全县现有学校**所，其中小学28所、初中9所、九年一贯制学校5所。'],
])('a redacted total is told with its parts, and not assessed: %s', (_, text) => {
  expect(sums(text)).toEqual(['unassessable 3']);
});

test.each([
  ['other things behind it', '投入**万元，新建校舍3所，改建5所。'],
  ['a change behind it', '投入**万元，比上年增加30万元，增长8.2%。'],
  ['one part', '投入**万元，其中省级资金300万元。'],
  ['a new sentence', '全县现有学校**所。小学28所、初中9所。'],
])('no parts: %s', (_, text) => {
  expect(sums(text)).toEqual([]);
});
