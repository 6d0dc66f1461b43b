import { expect, test } from 'vitest';
import { fileUri } from '../../src/write/file-uri.ts';

test.each([
  ['a name', '报告 1.docx', '%E6%8A%A5%E5%91%8A%201.docx'],
  ['a relative path', './上报/a.txt', '%E4%B8%8A%E6%8A%A5/a.txt'],
  ['a folder above', '../a.txt', '../a.txt'],
  ['a relative path of Windows', 'b\\a.txt', 'b/a.txt'],
  ['a full path', '/home//x/a#1?.txt', 'file:///home/x/a%231%3F.txt'],
  ['a full path of Windows', 'D:\\材料\\a.txt', 'file:///D:/%E6%9D%90%E6%96%99/a.txt'],
  ['a share', '\\\\server\\x\\a.txt', 'file://server/x/a.txt'],
  ['what looks like a scheme', 'a:b.txt', 'a%3Ab.txt'],
  ['standard input', '-', '%E6%A0%87%E5%87%86%E8%BE%93%E5%85%A5'],
  ['half a character', 'a\ud800.txt', 'a%EF%BF%BD.txt'],
])('%s', (_, file, uri) => {
  expect(fileUri(file)).toBe(uri);
});
