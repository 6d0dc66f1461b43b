import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { countyReport } from '../support/county-report.ts';
import { buildDocx, type DocxParts, numbered, paragraph, run, table } from '../support/docx.ts';

/** What two readers must agree on: the visible words in order, without automatic numbers, line ends and tabs. */
async function visibleText(bytes: Uint8Array): Promise<string> {
  const { text, paragraphs } = await readDocument('报告.docx', bytes);
  return bare(paragraphs.map(({ span, markerLength }) => text.slice(span.start + markerLength, span.end)).join(''));
}

const bare = (text: string) => text.replaceAll(/[\n\v\t]/g, '');

const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('框内')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

describe('an independent reader sees the same words', () => {
  test.each<[string, DocxParts]>([
    ['a report', countyReport(2)],
    [
      'nested tables',
      {
        body:
          table([
            ['甲', table([['乙', '丙']]) + paragraph('丁')],
            ['戊', '己'],
          ]) + paragraph('庚'),
      },
    ],
    [
      'tracked changes',
      {
        body:
          paragraph(`${run('小学')}<w:del><w:r><w:delText>44</w:delText></w:r></w:del><w:ins>${run('45')}</w:ins>`) +
          paragraph('有', '<w:rPr><w:del w:id="1"/></w:rPr>') +
          paragraph('初中'),
      },
    ],
    ['a text box at the end of its paragraph', { body: paragraph(`${run('锚')}${box}`) + paragraph('后') }],
    [
      'fields and links',
      {
        body: paragraph(
          `<w:hyperlink w:anchor="x">${run('附件')}</w:hyperlink>` +
            `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>` +
            `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('见上')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      },
    ],
    [
      'breaks, tabs and hyphens',
      { body: '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p>' },
    ],
    [
      'numbered paragraphs',
      { ...countyReport(), body: paragraph('甲', numbered(1)) + paragraph('乙', numbered(1, 1)) },
    ],
  ])('%s', async (_, parts) => {
    const bytes = buildDocx(parts);
    const other = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    // mammoth writes the non-breaking hyphen as U+2011; here it is the hyphen that a number is written with.
    expect(await visibleText(bytes)).toBe(bare(other.value).replaceAll('\u2011', '-'));
  });
});
