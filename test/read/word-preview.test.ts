import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { previewWord } from '../../src/read/index.ts';
import { countyReport } from '../support/county-report.ts';
import { buildDocx, type DocxParts, paragraph, run, table } from '../support/docx.ts';
import { noteMark, noteParts } from '../support/word-notes.ts';

async function html(parts: DocxParts): Promise<string> {
  return unified()
    .use(rehypeStringify)
    .stringify(await previewWord('报告.docx', buildDocx(parts)));
}

/** document.xml with a link to an address outside the file. */
const linked = (address: string): DocxParts => ({
  body: `<w:p><w:hyperlink r:id="r1">${run('附件')}</w:hyperlink></w:p>`,
  parts: {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${address}" TargetMode="External"/></Relationships>`,
  },
});

describe('the preview of a Word file', () => {
  test('headings with the numbers that Word prints, and tables', async () => {
    const page = await html(countyReport());
    expect(page).toContain('<h1>清河县义务教育均衡发展工作报告</h1>');
    expect(page).toContain('<h2>一、基本情况</h2>');
    expect(page).toContain('<h3>（一）办学条件</h3>');
    expect(page).toContain('<h3>（二）经费保障</h3>');
    expect(page).toMatch(/<p>1\.落实教育经费“两个只增不减”<\/p>/);
    expect(page).toContain('<td><p>清河县第12小学</p></td>');
    expect(page).not.toContain('<ol>');
  });

  test('bold type, and columns of cells', async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('小学')}`;
    const page = await html({ body: paragraph(run('合计', '<w:b/>')) + table([[wide], ['学校', '学生']]) });
    expect(page).toContain('<strong>合计</strong>');
    expect(page).toContain('<td colspan="2"><p>小学</p></td>');
  });

  test('footnotes', async () => {
    const body = paragraph(`${run('全县在校生')}${noteMark('footnote', 1)}`);
    const page = await html({ body, parts: noteParts({ footnotes: { 1: paragraph('不含民办学校') } }) });
    expect(page).toContain('不含民办学校');
  });

  test('links into the web, none that run a script', async () => {
    expect(await html(linked('https://example.org/a'))).toContain('<a href="https://example.org/a">附件</a>');
    const hostile = await html(linked('javascript:alert(1)'));
    expect(hostile).toContain('附件');
    expect(hostile).not.toContain('javascript');
  });

  test('markup in the text stays text', async () => {
    expect(await html({ body: paragraph('<w:r><w:t>&lt;script>alert(1)&lt;/script></w:t></w:r>') })).toBe(
      '<p>&#x3C;script>alert(1)&#x3C;/script></p>',
    );
  });

  test('nothing of the package but its text is opened', async () => {
    // a picture that cannot be unpacked stops nobody who does not unpack it
    const parts = { 'word/media/image1.png': new Uint8Array(10), 'word/comments.xml': '<not-xml' };
    expect(await html({ body: paragraph('小学45所'), parts })).toBe('<p>小学45所</p>');
  });

  test('a file that is not safe to read is refused', async () => {
    const doctype = '<!DOCTYPE w [<!ENTITY a "甲">]><w:document/>';
    await expect(html({ body: '', parts: { 'word/document.xml': doctype } })).rejects.toThrow('文档类型声明');
  });
});
