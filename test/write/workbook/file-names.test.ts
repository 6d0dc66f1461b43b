import { expect, test } from 'vitest';
import { shortNames } from '../../../src/write/workbook/file-names.ts';

test.each([
  [
    ['材料/一/a.txt', '材料/b.txt'],
    ['一/a.txt', 'b.txt'],
  ],
  [['D:\\材料\\a.txt'], ['a.txt']],
  [
    ['a.txt', '-'],
    ['a.txt', '标准输入'],
  ],
  [[], []],
])('files %j are called %j', (files, names) => {
  expect([...shortNames(files).values()]).toEqual(names);
});
