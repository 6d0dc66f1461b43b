import { buildDocx, type DocxParts, list, listLevel, numbered, paragraph, run, styled, table } from './docx.ts';
import { noteMark, noteParts } from './word-notes.ts';

const official = list(1, listLevel(0, 'chineseCountingThousand', '%1、') + listLevel(1, 'decimal', '%2.'));
const numbering = official.abstract + official.instance;
const WRONG = '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。';
const box = (inside: string) =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const field = (shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const comments = `<?xml version="1.0" encoding="UTF-8"?><x:comments xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:comment x:id="7" x:author="张主任" x:initials="张"><x:p><x:r><x:t>请核实</x:t></x:r></x:p></x:comment></x:comments>`;
const commented = (body: string): DocxParts => ({
  body,
  parts: {
    'word/comments.xml': comments,
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
  },
});

/**
 * Word files of different make-up, all with one and the same contradiction (28+9+5 is not 43) told in running text, and the text
 * that a comment about the total must be anchored at.
 */
export const WORD_FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = (
  [
    ['one run', { body: paragraph('自评报告', styled('Title')) + paragraph(WRONG) }],
    [
      'runs cut anywhere, as Word does',
      {
        body: paragraph(
          ['全县现有学', '校4', '3', '所：小学28所、初中9', '所、九年一贯制学校5所。']
            .map((part, index) => run(part, index % 2 ? '<w:b/>' : ''))
            .join(''),
        ),
      },
    ],
    [
      'spelling marks, revision ids and bookmarks between, as Word leaves them',
      {
        body: `<w:p w:rsidR="00AB12CD"><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00112233"><w:t>全县现有学校43</w:t></w:r><w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t>所：小学28所、初中9所、九年一贯制学校5所。</w:t></w:r></w:p>`,
      },
    ],
    [
      'alternate contents and odd settings, as WPS writes them',
      {
        body: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>${run(WRONG, '<w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>')}</w:p>`,
      },
    ],
    ['automatic numbers', { body: paragraph('基本情况', numbered(1)) + paragraph(WRONG, numbered(1, 1)), numbering }],
    [
      'a cell of a table',
      {
        body:
          table([
            ['情况', WRONG],
            ['其他', '无'],
          ]) + paragraph(),
      },
    ],
    ['a text box', { body: paragraph(`${run('见右')}${box(paragraph(WRONG))}${run('。')}`) }],
    [
      'footnotes, headers and footers',
      {
        body: paragraph(
          `${run('全县现有学校43所')}${noteMark('footnote', 1)}${run('：小学28所、初中9所、九年一贯制学校5所。')}`,
        ),
        parts: noteParts({
          footnotes: { 1: paragraph('年末数') },
          headers: [paragraph('内部资料')],
          footers: [paragraph('1')],
        }),
      },
    ],
    [
      'comments of others, in another prefix',
      commented(
        `<w:p><w:commentRangeStart w:id="7"/>${run('全县现有学校')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${run(WRONG.slice(6))}</w:p>`,
      ),
    ],
    [
      'tracked changes',
      {
        body: `<w:p>${run('全县现有学校')}<w:del w:id="1" w:author="甲"><w:r><w:delText>42</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲">${run('43')}</w:ins>${run('所：小学28所、初中9所、九年一贯制学校5所。')}</w:p>`,
      },
    ],
    [
      'fields and links',
      {
        body: paragraph(
          `${run('全县现有学校')}${field(run('43'))}<w:hyperlink w:anchor="x">${run('所：小学28所')}</w:hyperlink>${run('、初中9所、九年一贯制学校5所。')}`,
        ),
      },
    ],
    [
      'content controls',
      {
        body: `<w:sdt><w:sdtPr/><w:sdtContent><w:p>${run('全县现有学校')}<w:sdt><w:sdtContent>${run('43')}</w:sdtContent></w:sdt>${run('所：小学28所、初中9所、九年一贯制学校5所。')}</w:p></w:sdtContent></w:sdt>`,
      },
    ],
    ['Strict OOXML', { body: paragraph(WRONG), strict: true }],
    ['marks of right-to-left text', { body: paragraph(run(`\u200f${WRONG}`, '<w:rtl/>')) }],
    [
      'entities and blanks',
      {
        body: `<w:p><w:r><w:t xml:space="preserve">  A&amp;B&#x4E2D;心： </w:t></w:r><w:r><w:t>${WRONG}</w:t></w:r></w:p>`,
      },
    ],
    ['a literal section', { body: `<w:p><w:r><w:t><![CDATA[${WRONG}]]></w:t></w:r></w:p>` }],
    [
      'tabs and breaks',
      { body: `<w:p><w:r><w:t>说明：</w:t><w:tab/><w:t>${WRONG}</w:t><w:br/><w:t>完</w:t></w:r></w:p>` },
    ],
  ] as const satisfies readonly (readonly [string, DocxParts])[]
).map(([name, parts]) => [name, buildDocx(parts)] as const);
