import { describe, expect, test } from 'vitest';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { readDocument } from '../../src/read/index.ts';
import { buildDocx, paragraph, run, table } from '../support/docx.ts';
import { codesOf, linesOf, refusalOf } from '../support/manuscripts.ts';
import { noteMark, type NoteParts, noteParts } from '../support/word-notes.ts';

const read = (body: string, parts: NoteParts): Promise<Manuscript> =>
  readDocument('报告.docx', buildDocx({ body, parts: noteParts(parts) }));

describe('footnotes and endnotes', () => {
  const body =
    paragraph('一、基本情况') +
    paragraph(`${run('全县有学校45')}${noteMark('endnote', 3)}${run('所')}${noteMark('footnote', 5)}${run('。')}`) +
    paragraph(`${run('教师612人')}${noteMark('footnote', 2)}${run('。')}`);

  test('stand apart from the body, in the order of their marks', async () => {
    const manuscript = await read(body, {
      footnotes: {
        2: paragraph('不含代课教师37人。'),
        5: paragraph(`<w:r><w:footnoteRef/></w:r>${run(' 含教学点6个。')}`),
      },
      endnotes: { 3: paragraph('见年报。') + paragraph('统计时点为9月1日。') },
    });
    expect(linesOf(manuscript)).toEqual(['一、基本情况', '全县有学校45所。', '教师612人。']);
    expect(manuscript.notes).toEqual([
      { kind: 'endnote', text: '见年报。\n统计时点为9月1日。', line: 2 },
      { kind: 'footnote', text: '含教学点6个。', line: 2 },
      { kind: 'footnote', text: '不含代课教师37人。', line: 3 },
    ]);
    expect(manuscript.messages).toEqual([
      { code: 'notes-apart', message: '脚注 2 条、尾注 1 条已与正文分开读出，其中的数字没有核对。', line: 2 },
    ]);
  });

  test('whose mark is deleted stay out', async () => {
    const deleted = paragraph(`${run('甲')}<w:del w:id="1">${noteMark('footnote', 2)}</w:del>`);
    const manuscript = await read(deleted, { footnotes: { 2: paragraph('乙') } });
    expect(manuscript.notes).toEqual([]);
  });

  test('tracked changes and hidden words in them are read as in the body', async () => {
    const note = paragraph(
      `<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2">${run('新')}</w:ins>`,
    );
    const manuscript = await read(paragraph(`${run('甲')}${noteMark('footnote', 2)}`), { footnotes: { 2: note } });
    expect(manuscript.notes.map(({ text }) => text)).toEqual(['新']);
  });

  test('that are not in the file are told', async () => {
    const manuscript = await read(paragraph(`${run('甲')}${noteMark('footnote', 9)}`), {});
    expect(manuscript.notes).toEqual([]);
    expect(codesOf(manuscript)).toEqual(['notes-left-out']);
  });

  test('in a table name the line of their cell', async () => {
    const manuscript = await read(
      table([['学校', paragraph(`${run('12人')}${noteMark('footnote', 2)}`)]]) + paragraph('乙'),
      { footnotes: { 2: paragraph('注') } },
    );
    expect(linesOf(manuscript)).toEqual(['学校', '12人', '乙']);
    expect(manuscript.notes).toMatchObject([{ line: 2 }]);
  });
});

describe('headers and footers', () => {
  test('each text once; page numbers not at all', async () => {
    const field = `${run('— ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' —')}`;
    const box = `<w:p><w:r><w:pict><w:txbxContent>${paragraph('第1页 共20页')}</w:txbxContent></w:pict></w:r></w:p>`;
    const manuscript = await read(paragraph('正文'), {
      headers: [paragraph('清河县教育局'), paragraph('清河县教育局'), paragraph()],
      footers: [paragraph(field), box, paragraph('内部资料') + paragraph('请勿外传')],
    });
    expect(manuscript.text).toBe('正文');
    expect(manuscript.notes).toEqual([
      { kind: 'header', text: '清河县教育局', line: null },
      { kind: 'footer', text: '内部资料\n请勿外传', line: null },
    ]);
    expect(manuscript.messages[0]?.message).toContain('页眉 1 处、页脚 1 处');
  });

  test('a part of another kind under that name is refused like a broken body', async () => {
    const parts = { ...noteParts({ headers: [''] }), 'word/header1.xml': '<html/>' };
    expect((await refusalOf('报告.docx', buildDocx({ body: paragraph('甲'), parts }))).code).toBe('missing-document');
  });
});
