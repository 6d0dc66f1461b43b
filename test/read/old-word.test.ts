import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import type { OldWordText } from '../../src/read/readers.ts';
import { codesOf, linesOf, refusalOf } from '../support/manuscripts.ts';
import { OLD_WORD_FILE } from '../support/old-word-files.ts';

const nothing: OldWordText = { body: '', footnotes: '', endnotes: '', headers: '', footers: '', textBoxes: '' };

/** The head of a compound file that says it holds a Word document; `flags` are the two bytes that tell of encryption. */
function oldWordHead(flags: number): Uint8Array {
  const file = new Uint8Array(2048);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set([0xec, 0xa5, 0xc1, 0], 512);
  new DataView(file.buffer).setUint16(512 + 10, flags, true);
  file.set(
    [...'WordDocument'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  return file;
}

const read = (text: Partial<OldWordText>, name = '报告.doc') =>
  readDocument(name, OLD_WORD_FILE, { oldWord: () => Promise.resolve({ ...nothing, ...text }) });

describe('the body', () => {
  test('line n is the nth paragraph', async () => {
    const manuscript = await read({ body: '标题\n\n　　全县有小学45所。\n' });
    expect(linesOf(manuscript)).toEqual(['标题', '', '　　全县有小学45所。']);
    expect(manuscript.format).toBe('old-word');
    expect(codesOf(manuscript)).toEqual(['old-word-losses']);
  });

  test('“—” and “” stay, a non-breaking hyphen is one', async () => {
    expect((await read({ body: '“两免一补”——2019\u001e2020\n' })).text).toBe('“两免一补”——2019-2020');
  });

  test('cells are cells', async () => {
    const { text, paragraphs } = await read({ body: '前\n学校\t人数\t\n东关小学\t12人\t\n\t34\t\n后\n一\t二\t\n' });
    const cells = paragraphs.map(({ span, cell }) => [
      text.slice(span.start, span.end),
      cell === null ? '' : `${cell.table}/${cell.row}/${cell.column}`,
    ]);
    expect(cells).toEqual([
      ['前', ''],
      ['学校', '0/0/0'],
      ['人数', '0/0/1'],
      ['东关小学', '0/1/0'],
      ['12人', '0/1/1'],
      ['', '0/2/0'],
      ['34', '0/2/1'],
      ['后', ''],
      ['一', '1/0/0'],
      ['二', '1/0/1'],
    ]);
  });

  test('a cell of two paragraphs does not end its table', async () => {
    const { paragraphs } = await read({ body: '学校\t人数\t\n东关小学\t12人\n（含教学点）\t\n西关小学\t34人\t\n后\n' });
    expect(paragraphs.map(({ cell }) => cell && [cell.table, cell.row, cell.column])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 1],
      [0, 1, 1],
      [0, 2, 0],
      [0, 2, 1],
      null,
    ]);
  });

  test('tabs inside a paragraph make no table', async () => {
    expect((await read({ body: '甲\t乙\n丙\n' })).paragraphs.map(({ cell }) => cell)).toEqual([null, null]);
  });

  test('20,000 paragraphs behind a table are read in a moment', async () => {
    const body = `甲\t乙\t\n${'丙\n'.repeat(20_000)}`;
    expect((await read({ body })).paragraphs).toHaveLength(20_002);
  });
});

describe('beside the body', () => {
  test('notes stand apart, page numbers are left out, text boxes come last', async () => {
    const manuscript = await read({
      body: '正文\n',
      footnotes: ' 含教学点6个。\n',
      headers: '清河县教育局\n清河县教育局\n',
      footers: '— 3 —\n',
      textBoxes: '框内\n\n',
    });
    expect(linesOf(manuscript)).toEqual(['正文', '框内']);
    expect(manuscript.notes).toEqual([
      { kind: 'footnote', text: '含教学点6个。', line: null },
      { kind: 'header', text: '清河县教育局', line: null },
    ]);
    expect(codesOf(manuscript)).toEqual(['old-word-losses', 'text-boxes-last', 'notes-apart']);
  });
});

describe('names and refusals', () => {
  test.each(['报告.doc', '报告.wps', '报告'])('%s is read without a word about its ending', async (name) => {
    expect(codesOf(await read({ body: '甲\n' }, name))).not.toContain('ending-differs');
  });

  test('named .docx it is read, with a message', async () => {
    expect(codesOf(await read({ body: '甲\n' }, '报告.docx'))).toContain('ending-differs');
  });

  test('without a reader: how to convert', async () => {
    const error = await refusalOf('报告.doc', OLD_WORD_FILE);
    expect([error.code, error.message.includes('另存为')]).toEqual(['old-word-file', true]);
  });

  test.each([
    ['encrypted', oldWordHead(0x0100), 'encrypted-file'],
    ['not to be read', OLD_WORD_FILE, 'old-word-damaged'],
  ])('%s', async (_, file, code) => {
    const outcome = await readDocument('报告.doc', file, { oldWord: () => Promise.reject(new Error('x')) }).then(
      () => '',
      (error: { code: string }) => error.code,
    );
    expect(outcome).toBe(code);
  });
});
