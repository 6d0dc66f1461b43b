import { expect, test } from 'vitest';
import { extract, extractedJson } from '../../src/jobs/extract.ts';

const positions = async (text: string) => {
  const { report } = await extract('报告.txt', new TextEncoder().encode(text));
  return extractedJson('报告.txt', report).figures.map(({ text: figure, position: { start, end } }) => ({
    figure,
    line: start.line,
    column: start.column,
    cut: text.slice(start.offset, end.offset),
  }));
};

test.each([
  ['line feeds', '\n'],
  ['carriage returns and line feeds, as Windows writes them', '\r\n'],
  ['carriage returns alone', '\r'],
])('offsets are those of the file itself: %s', async (_, end) => {
  expect(await positions(['一、概况', '小学45所，初中9所。', '', '教师640人。', ''].join(end))).toEqual([
    { figure: '45所', line: 2, column: 3, cut: '45所' },
    { figure: '9所', line: 2, column: 9, cut: '9所' },
    { figure: '640人', line: 4, column: 3, cut: '640人' },
  ]);
});

test('line ends of both kinds in one file', async () => {
  expect((await positions('小学45所\r\n初中9所\n教师640人\r\n')).map(({ cut }) => cut)).toEqual([
    '45所',
    '9所',
    '640人',
  ]);
});
