import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { codesOf, linesOf, refusalOf } from '../support/manuscripts.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

/** 全县现有小学 in GB18030. */
const gbWords = bytes(0xc8, 0xab, 0xcf, 0xd8, 0xcf, 0xd6, 0xd3, 0xd0, 0xd0, 0xa1, 0xd1, 0xa7);

function utf16(text: string, little: boolean): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))];
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe('encodings', () => {
  const text = '全县现有小学45所，投入9.46亿元。\n第二行';
  test.each([
    ['UTF-8', utf8(text), text],
    ['UTF-8 with byte order mark', bytes(0xef, 0xbb, 0xbf, ...utf8(text)), text],
    ['UTF-16 little endian', utf16(text, true), text],
    ['UTF-16 big endian', utf16(text, false), text],
    ['GB18030', gbWords, '全县现有小学'],
    ['GB18030 with four bytes (𠀀)', bytes(...gbWords, 0x95, 0x32, 0x82, 0x36), '全县现有小学𠀀'],
  ])('%s', async (_, file, expected) => {
    const manuscript = await readDocument('报告.txt', file);
    expect(manuscript.text).toBe(expected);
    expect(manuscript.messages).toEqual([]);
    expect(manuscript.format).toBe('text');
  });

  test('a broken byte in UTF-8 does not turn the file into GB18030', async () => {
    const text = `${'甲县初中11所，在校生4,210人。'.repeat(20)}\n乙县小学30所。`;
    const file = utf8(text);
    file[file.length - 5] = 0xff;
    const manuscript = await readDocument('报告.txt', file);
    expect(manuscript.text.startsWith(text.slice(0, -2))).toBe(true);
    expect(manuscript.messages).toMatchObject([{ code: 'damaged-characters', line: 2 }]);
  });

  test.each([
    ['zero bytes', bytes(0x41, 0, 0x42, 0, 0x43, 0)],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) & 255)],
  ])('no text: %s', async (_, file) => {
    const error = await refusalOf('报告.txt', file);
    expect(error.code).toBe('not-text');
    expect(error.message).toMatch(/^报告\.txt：/);
  });
});

describe('lines', () => {
  test.each([
    ['\\n', '甲\n乙', ['甲', '乙']],
    ['\\r\\n', '甲\r\n乙', ['甲', '乙']],
    ['\\r', '甲\r乙', ['甲', '乙']],
    ['mixed', '甲\r\n\r乙\n\n丙', ['甲', '', '乙', '', '丙']],
    ['a line end at the end', '甲\n', ['甲', '']],
    ['no line end inside a form feed or a vertical tab', '甲\f乙\v丙\u2028丁', ['甲\f乙\v丙\u2028丁']],
  ])('%s', async (_, text, lines) => {
    expect(linesOf(await readDocument('报告', utf8(text)))).toEqual(lines);
  });

  test('nothing is taken as Markdown', async () => {
    const text = '# 不是标题\n1. 基本情况\n投入**万元，其中**万元。\n    生师比9.46:1\n- 3.71%';
    const manuscript = await readDocument('报告.txt', utf8(text));
    expect(manuscript.text).toBe(text);
    expect(
      manuscript.paragraphs.every(({ outlineLevel, markerLength, cell }) => {
        return outlineLevel === null && markerLength === 0 && cell === null;
      }),
    ).toBe(true);
  });

  test('positions are those of the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[\u4e00-\u4eff0-9.%，、* 𠀀]{0,20}$/u)), async (lines) => {
        const text = `一、${lines.join('\n')}`;
        const manuscript = await readDocument('报告.txt', utf8(text));
        expect(manuscript.text).toBe(text);
        expect(linesOf(manuscript).join('\n')).toBe(text);
        expect(manuscript.paragraphs.map(({ line }) => line)).toEqual(
          manuscript.paragraphs.map((_, index) => index + 1),
        );
      }),
    );
  });

  test('only blanks: a message', async () => {
    expect(codesOf(await readDocument('空白.txt', utf8(' \n　\n')))).toEqual(['no-text']);
  });
});
