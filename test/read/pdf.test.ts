import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { codesOf, linesOf, refusalOf } from '../support/manuscripts.ts';
import { buildPdf, column, type PlacedText } from '../support/pdf.ts';

const read = async (...pages: (readonly PlacedText[])[]) => readDocument('报告.pdf', buildPdf(pages));
const lines = async (...pages: (readonly PlacedText[])[]) => linesOf(await read(...pages));

const full = '全县现有义务教育阶段学校共四十三所其中小学二十八所初中九所'; // 29 characters: a full line
const half = '九年一贯制学校六所。';

describe('lines become paragraphs', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a full line goes on', [`　　${full.slice(2)}`, half], [full.slice(2) + half]],
    ['an indent begins a paragraph', [`　　${full.slice(2)}`, full, `　　${half}`], [full.slice(2) + full, half]],
    [
      'a sentence that ends with the line goes on, where paragraphs are indented',
      [`　　${full.slice(2)}`, `${full.slice(1)}。`, half],
      [`${full.slice(2)}${full.slice(1)}。${half}`],
    ],
    ['without indents it does not', [`${full.slice(1)}。`, half], [`${full.slice(1)}。`, half]],
    [
      'a heading begins a paragraph',
      [`　　${full.slice(3)}。`, '一、基本情况', `　　${half}`],
      [`${full.slice(3)}。`, '一、基本情况', half],
    ],
    [
      'short lines stay lines',
      ['清河县自评报告', '清河县教育局', `　　${full.slice(2)}`],
      ['清河县自评报告', '清河县教育局', full.slice(2)],
    ],
    [
      'a long number that did not fit leaves a shorter line',
      [`　　${full.slice(2)}`, full.slice(0, 24), '123,456,789.12元。'],
      [`${full.slice(2)}${full.slice(0, 24)}123,456,789.12元。`],
    ],
    [
      'a number cut by the end of a line is whole again',
      [`　　${full.slice(4)}12`, '345人。'],
      [`${full.slice(4)}12345人。`],
    ],
    ['nobody knows what a full line is where all are short', ['学校', '东关小学'], ['学校', '东关小学']],
  ])('%s', async (_, printed, paragraphs) => {
    expect(await lines(column(printed))).toEqual(paragraphs);
  });

  test('across pages, without page numbers and running heads', async () => {
    const page = (number: number, texts: readonly string[]): PlacedText[] => [
      { text: '清河县教育局文件', x: 240, y: 820, size: 8 },
      ...column(texts),
      { text: `— ${number} —`, x: 280, y: 40 },
    ];
    const manuscript = await read(
      page(1, [`　　${full.slice(2)}`, full]),
      page(2, [full, half, `　　${full.slice(2)}`]),
      page(3, [half, half]),
    );
    expect(linesOf(manuscript)).toEqual([`${full.slice(2)}${full}${full}${half}`, `${full.slice(2)}${half}`, half]);
    expect(manuscript.notes).toEqual([{ kind: 'header', text: '清河县教育局文件', line: null }]);
    expect(codesOf(manuscript)).toEqual(['pdf-losses', 'notes-apart']);
    expect(manuscript.format).toBe('pdf');
  });

  test('the head of a table that is repeated overleaf is no running head', async () => {
    const head = (y: number): PlacedText[] => [
      { text: '学校', x: 100, y },
      { text: '学生数', x: 200, y },
    ];
    const row = (y: number, count: number): PlacedText[] => [
      { text: '东关小学', x: 100, y },
      { text: String(count), x: 200, y },
    ];
    const page = [...head(780), ...row(760, 12), ...row(740, 34), ...row(720, 56)];
    expect((await lines(page, page)).filter((line) => line === '学校\t学生数')).toHaveLength(2);
  });
});

describe('pieces become lines', () => {
  test('columns are divided by a tab, in the order of the page', async () => {
    const pieces = [
      { text: '412', x: 200, y: 780 },
      { text: '16.5:1', x: 260, y: 780 },
      { text: '东关小学', x: 100, y: 780.4 },
    ];
    expect(await lines(pieces)).toEqual(['东关小学\t412\t16.5:1']);
  });

  test('the gaps that a program sets between Chinese and Latin are no blanks', async () => {
    const pieces = [
      { text: '全县有 ', x: 100, y: 780 },
      { text: '45', x: 132.5, y: 780 },
      { text: '所', x: 145, y: 780 },
    ];
    expect(await lines(pieces)).toEqual(['全县有45所']);
  });

  test('the blank between two Latin words stays', async () => {
    const pieces = [
      { text: 'GB', x: 100, y: 780 },
      { text: '3100', x: 113, y: 780 },
    ];
    expect(await lines(pieces)).toEqual(['GB 3100']);
  });

  test('an ordinal is not divided from its text', async () => {
    const pieces = [
      { text: '（一）', x: 100, y: 780 },
      { text: '办学条件', x: 150, y: 780 },
    ];
    expect(await lines(pieces)).toEqual(['（一）办学条件']);
  });

  test('the raised mark of a footnote does not lengthen a number', async () => {
    const mark = { text: '1', x: 140, y: 784, size: 6 };
    const sentence = [{ text: '有学校45', x: 100, y: 780 }, mark, { text: '所', x: 143, y: 780 }];
    expect(await lines(sentence)).toEqual(['有学校45所']);
    expect(
      await lines([
        { text: '面积45m', x: 105, y: 780 },
        { ...mark, text: '2' },
      ]),
    ).toEqual(['面积45m2']);
  });

  test('a watermark stays out, with a message', async () => {
    const manuscript = await read([...column(['全县有小学45所。']), { text: '内部资料', x: 200, y: 400, turned: 45 }]);
    expect(linesOf(manuscript)).toEqual(['全县有小学45所。']);
    expect(codesOf(manuscript)).toContain('pdf-slanted');
  });

  test('a page without text is told', async () => {
    const manuscript = await read(column(['全县有小学45所。']), []);
    expect(manuscript.messages.find(({ code }) => code === 'pdf-empty-pages')?.message).toContain('有 1 页没有文字');
  });
});

describe('refusals', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['a scan', buildPdf([[], []]), 'pdf-scanned', /文字识别/],
    ['a text that nobody can name', buildPdf([column(['全县有小学45所。'])], { unnamed: true }), 'pdf-garbled', /辨认/],
    ['only a head', new TextEncoder().encode('%PDF-1.7\n'), 'pdf-damaged', /损坏/],
  ])('%s', async (_, file, code, words) => {
    const error = await refusalOf('报告.pdf', file);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
    expect(error.message.startsWith('报告.pdf：')).toBe(true);
  });

  test('cut off anywhere: read or refused, never a crash', async () => {
    const file = buildPdf([column([full, half])]);
    for (let length = 20; length < file.length; length += 97) {
      const outcome = await readDocument('报告.pdf', file.slice(0, length)).then(
        () => 'read',
        (error: unknown) => (error as Error).name,
      );
      expect(['read', 'InputError']).toContain(outcome);
    }
  });

  test('named .docx it is read all the same, with a message', async () => {
    const manuscript = await readDocument('报告.docx', buildPdf([column(['全县有小学45所。'])]));
    expect(manuscript.text).toBe('全县有小学45所。');
    expect(manuscript.messages[0]?.message).toContain('内容其实是PDF 文件');
  });
});
