import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/model/manuscript.ts';
import { addReports, phrasesOf, printLibrary, readLibrary } from '../../src/phrases/index.ts';
import { minedReports } from './library.ts';

const { phrases } = addReports([], minedReports());
const text = printLibrary(phrases);
const lines = text.split('\n');

describe('a library as a file', () => {
  test('comes back as it was, also through Windows line ends', () => {
    expect(phrasesOf(readLibrary(text, '库'))).toEqual(phrases);
    expect(phrasesOf(readLibrary(text.replaceAll('\n', '\r\n'), '库'))).toEqual(phrases);
    expect(readLibrary(text, '库').damages).toEqual([]);
  });

  test('every line is JSON', () => {
    for (const line of lines.slice(0, -1)) expect(() => JSON.parse(line)).not.toThrow();
  });

  test('one changed character costs its own line only, and is told by its number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: phrases.length }),
        fc.nat(),
        fc.constantFrom('x', '坏', '"', ''),
        (at, place, put) => {
          const line = lines[at] ?? '';
          const where = place % line.length;
          const spoilt = line.slice(0, where) + put + line.slice(where + 1);
          fc.pre(spoilt !== line);
          const read = readLibrary(lines.with(at, spoilt).join('\n'), '库');
          expect(read.damages.map((damage) => damage.line)).toEqual([at + 1]);
          expect(phrasesOf(read)).toEqual(phrases.filter((_, index) => index !== at - 1));
        },
      ),
    );
  });

  test('a file that breaks off says how many phrases are missing', () => {
    const half = lines.slice(0, 3).join('\n');
    expect(readLibrary(half, '库')).toMatchObject({
      size: 2,
      damages: [{ line: 4, what: `文件在此中断，缺少${phrases.length - 2}条短语` }],
    });
  });

  test('a lost head costs no phrase', () => {
    const read = readLibrary(lines.with(0, '').join('\n'), '库');
    expect(phrasesOf(read)).toEqual(phrases);
    expect(read.damages).toEqual([{ line: 1, what: '首行不是短语库的说明' }]);
  });

  test('a library behind a library is read as one', () => {
    expect(readLibrary(text + text, '库')).toMatchObject({ size: 2 * phrases.length, damages: [] });
  });

  test.each([
    ['', 'library-unknown'],
    ['全县有小学45所。\n', 'library-unknown'],
    [text.replace('"version":1', '"version":2'), 'library-version'],
  ])('what is no library, or a later one, is refused', (content, code) => {
    expect(() => readLibrary(content, '库')).toThrow(InputError);
    try {
      readLibrary(content, '库');
    } catch (error) {
      expect((error as InputError).code).toBe(code);
    }
  });
});
