import { describe, expect, test } from 'vitest';
import { draftReport } from '../../src/jobs/draft.ts';
import { readDocument } from '../../src/read/index.ts';
import { oldWordText } from '../../src/read/old-word/library.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';
import { fullCounty } from '../draft/support/county.ts';
import { buildDocx, paragraph, run, table } from '../support/docx.ts';
import { codesOf, linesOf } from '../support/manuscripts.ts';
import { hasOffice, office } from '../support/office.ts';
import { noteMark, noteParts } from '../support/word-notes.ts';

const readers = { oldWord: oldWordText };

describe.skipIf(!hasOffice)('files that LibreOffice makes of a Word file', () => {
  const convert = office();

  test('.doc: the same lines, cells and notes', async () => {
    const docx = buildDocx({
      body:
        paragraph('“两免一补”——2023年') +
        table([
          ['学校', '学生数'],
          ['东关小学', '412人'],
          ['', '388人'],
        ]) +
        paragraph() +
        paragraph(`${run('全县有小学45所')}${noteMark('footnote', 2)}${run('。')}`) +
        paragraph(
          `${run('教师')}<w:del w:id="1" w:author="甲"><w:r><w:delText>600</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲">${run('612')}</w:ins>${run('人。')}`,
        ),
      parts: noteParts({ footnotes: { 2: paragraph('含教学点6个。') } }),
    });
    const [expected, doc] = [await readDocument('报告.docx', docx), convert(docx, 'doc')];
    for (const name of ['报告.doc', '报告.wps']) {
      const manuscript = await readDocument(name, doc, readers);
      expect(linesOf(manuscript)).toEqual(linesOf(expected));
      expect(manuscript.paragraphs.map(({ cell }) => cell)).toEqual(expected.paragraphs.map(({ cell }) => cell));
      expect(manuscript.notes.map(({ kind, text }) => [kind, text])).toEqual([['footnote', '含教学点6个。']]);
      expect(codesOf(manuscript)).toEqual(['old-word-losses', 'notes-apart']);
    }
  });

  test('.pdf of an official report: the same paragraphs', async () => {
    const { bytes } = await draftReport({
      kind: bundledKind(),
      dataset: fullCounty(),
      settings: { addressee: '市人民政府', signatory: '清河县人民政府', date: '2019年3月15日' },
      standards: standards(),
      format: 'docx',
    });
    const docx = await readDocument('报告.docx', bytes);
    const pdf = await readDocument('报告.pdf', convert(bytes, 'pdf'));
    // LibreOffice leaves a comma out of the page where it hangs at a full line's end behind a bookmark
    const bare = (lines: readonly string[]) =>
      lines.map((line) => line.replaceAll(/[\s，]/g, '')).filter((line) => line !== '');
    const sentences = bare(linesOf(docx)).filter((line) => line.length > 60);
    expect(sentences.length).toBeGreaterThan(10);
    expect(bare(linesOf(pdf))).toEqual(expect.arrayContaining(sentences));
    // — 1 —; the numbers of a chart's axis stand there too
    expect(linesOf(pdf).filter((line) => /^[—\s\d]*—[—\s\d]*$/.test(line))).toEqual([]);
  });

  test('.pdf with a password is refused', async () => {
    const options = JSON.stringify({
      EncryptFile: { type: 'boolean', value: 'true' },
      DocumentOpenPassword: { type: 'string', value: 'geheim' },
    });
    const pdf = convert(buildDocx({ body: paragraph('全县有小学45所。') }), `pdf:writer_pdf_Export:${options}`);
    await expect(readDocument('报告.pdf', pdf)).rejects.toMatchObject({ code: 'pdf-encrypted' });
  });
});
