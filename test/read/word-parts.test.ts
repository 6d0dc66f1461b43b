import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument, readWordParts } from '../../src/read/index.ts';
import { countyReport } from '../support/county-report.ts';
import { buildDocx, paragraph, run, table } from '../support/docx.ts';
import { linesOf } from '../support/manuscripts.ts';

/** Raw text of XML as its reader sees it. */
function unescape(raw: string): string {
  return raw
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\r\n', ' ');
}

/** Every piece of text must be found in document.xml where its source says. */
function expectSourcesToMatch(bytes: Uint8Array): void {
  const { manuscript, documentXml, paragraphs } = readWordParts('报告.docx', bytes);
  const lines = linesOf(manuscript);
  expect(paragraphs.map(({ text }) => text)).toEqual(lines);
  for (const { text, markerLength, source, pieces } of paragraphs) {
    expect(documentXml.slice(source.start, source.end)).toMatch(/^<w:p(?:\/>|[ >][^]*<\/w:p>)$/);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(markerLength));
    for (const piece of pieces) {
      const raw = documentXml.slice(piece.source.start, piece.source.end);
      if (piece.raw) expect(unescape(raw)).toBe(piece.text);
      else expect(raw).toMatch(/^<[wm]:\w+[^<>]*>$/);
      if (piece.run === null) continue;
      expect(documentXml.slice(piece.run.start, piece.run.end)).toMatch(/^<w:r[ >][^]*<\/w:r>$/);
      const { properties } = piece.run;
      if (properties !== null) {
        expect(documentXml.slice(properties.start, properties.end)).toMatch(/^<w:rPr[^]*<\/w:rPr>$/);
      }
    }
  }
}

describe('sources', () => {
  test.each([
    ['a report', buildDocx(countyReport())],
    [
      'entities, comments, CDATA, blanks',
      buildDocx({
        body: '<?x y?><!-- a > b --><w:p >\r\n <w:r  w:rsidR="1"><w:rPr><w:b/></w:rPr><!-- --><w:t> A&amp;B &lt;1> &#x4E2D;\r\n丁 </w:t><w:t><![CDATA[<甲>]]></w:t><w:tab></w:tab></w:r></w:p>\n<w:p/><?x y?><w:p/><!----><w:p/>',
      }),
    ],
    ['characters of two units', buildDocx({ body: paragraph(run('𠀀𠀁') + run('乙', '<w:b/>')) })],
    [
      'text boxes and tables',
      buildDocx({
        body: table([
          [
            `<w:p>${run('甲')}<w:r><w:pict><w:txbxContent>${paragraph('框')}</w:txbxContent></w:pict></w:r>${run('乙')}</w:p>`,
          ],
        ]),
      }),
    ],
    ['joined paragraphs', buildDocx({ body: paragraph('甲', '<w:rPr><w:del/></w:rPr>') + paragraph('乙') })],
  ])('%s', (_, bytes) => {
    expectSourcesToMatch(bytes);
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        // oxlint-disable-next-line no-control-regex -- what XML cannot hold
        const allowed = texts.map((text) => text.replaceAll(/[\0-\x1f\ufffe\uffff]/g, ''));
        expectSourcesToMatch(buildDocx({ body: paragraph(allowed.map((text) => run(text)).join('') || '甲') }));
      }),
    );
  });
});

describe('size', () => {
  test('a report of 200 pages', async () => {
    const manuscript = await readDocument('报告.docx', buildDocx(countyReport(60)));
    expect(manuscript.paragraphs.length).toBeGreaterThan(4000);
    expect(manuscript.text).toContain('六十、基本情况');
  });

  test('a paragraph of 100,000 characters, in one run and in many', async () => {
    const text = '全县有小学45所'.repeat(12_500);
    expect((await readDocument('报告.docx', buildDocx({ body: paragraph(text) }))).text).toBe(text);
    const runs = Array.from({ length: 12_500 }, () => run('全县有小学45所')).join('');
    expect((await readDocument('报告.docx', buildDocx({ body: paragraph(runs) }))).text).toBe(text);
  });

  test('a table of 20,000 cells', async () => {
    const rows = Array.from({ length: 1000 }, (_, row) =>
      Array.from({ length: 20 }, (_, column) => `${row}-${column}`),
    );
    const { paragraphs } = await readDocument('报告.docx', buildDocx({ body: table(rows) }));
    expect(paragraphs).toHaveLength(20_000);
    expect(paragraphs.at(-1)?.cell).toEqual({ table: 0, row: 999, column: 19 });
  });

  test('a long chain of deleted paragraph marks', async () => {
    const body = paragraph('甲', '<w:rPr><w:del/></w:rPr>').repeat(20_000) + paragraph('乙');
    expect((await readDocument('报告.docx', buildDocx({ body }))).text).toHaveLength(20_001);
  });
});
