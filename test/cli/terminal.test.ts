import { expect, test } from 'vitest';
import { paintOf, progressOver } from '../../src/cli/terminal.ts';

/** A stream that records what is written to it. */
function stream(isTTY: boolean, colours = true): { readonly stream: NodeJS.WriteStream; readonly written: string[] } {
  const written: string[] = [];
  const fake = { isTTY, columns: 24, hasColors: () => colours, write: (text: string) => written.push(text) > 0 };
  return { stream: fake as unknown as NodeJS.WriteStream, written };
}

test('colours only where a terminal knows them', () => {
  expect(paintOf(stream(false).stream)('error', '错误')).toBe('错误');
  expect(paintOf(stream(true, false).stream)('error', '错误')).toBe('错误');
});

test('a terminal sees one line that is taken away; the name is cut to its width', () => {
  const { stream: terminal, written } = stream(true);
  const progress = progressOver(2, terminal);
  progress.step('甲.txt');
  progress.step('一份名字很长很长的报告.txt');
  progress.clear();
  expect(written).toEqual(['\r\u001b[2K1/2　甲.txt', '\r\u001b[2K2/2　长的报告.txt', '\r\u001b[2K']);
});

test.each([
  ['no terminal', false, 2],
  ['a single file', true, 1],
])('nothing for %s', (_, isTTY, total) => {
  const { stream: silent, written } = stream(isTTY);
  const progress = progressOver(total, silent);
  progress.step('甲.txt');
  progress.clear();
  expect(written).toEqual([]);
});
