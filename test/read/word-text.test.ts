import { describe, expect, test } from 'vitest';
import { readDocument, softBreak } from '../../src/read/index.ts';
import { buildDocx, type DocxParts, paragraph, run, styled } from '../support/docx.ts';
import { codesOf, linesOf } from '../support/manuscripts.ts';

const read = (parts: DocxParts) => readDocument('报告.docx', buildDocx(parts));
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;

describe('what stands in a paragraph', () => {
  test.each<[string, string, string]>([
    ['several runs', `${run('全县有')}${run('小学', '<w:b/>')}${run('45所')}`, '全县有小学45所'],
    ['entities', run('A&B <丙> "丁"'), 'A&B <丙> "丁"'],
    ['numeric entity and CDATA', '<w:r><w:t>&#20840;&#x53BF;<![CDATA[<有>]]>小学</w:t></w:r>', '全县<有>小学'],
    ['a comment inside a text', '<w:r><w:t>全<!-- 注 -->县</w:t></w:r>', '全县'],
    ['tab', '<w:r><w:t>学校</w:t><w:tab/><w:t>数</w:t><w:ptab/></w:r>', '学校\t数\t'],
    ['line breaks', '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/></w:r>', `甲${softBreak}乙${softBreak}`],
    ['a page break before the text', '<w:r><w:br w:type="page"/><w:t>甲</w:t></w:r>', '甲'],
    ['hyphens', '<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/><w:t>丙</w:t></w:r>', '甲-乙丙'],
    ['blanks without xml:space are dropped', '<w:r><w:t> 甲 </w:t></w:r>', '甲'],
    ['but not full-width ones', '<w:r><w:t>　　甲　</w:t></w:r>', '　　甲　'],
    ['line ends of the XML are blanks', '<w:r><w:t>甲\n乙</w:t></w:r>', '甲 乙'],
    ['a sign of a symbol font', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>达标</w:t></w:r>', '☑达标'],
    ['the same without F000', '<w:r><w:sym w:font="Wingdings" w:char="00FC"/></w:r>', '✓'],
    ['a sign of arithmetic', '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95</w:t></w:r>', '≥95'],
    ['hyperlink', `<w:hyperlink>${run('附件')}</w:hyperlink>`, '附件'],
    [
      'content control',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('45')}</w:sdtContent></w:sdt>`,
      '45',
    ],
    ['smart tag', `<w:smartTag w:element="date">${run('2023年')}</w:smartTag>`, '2023年'],
    [
      'ruby: the base, not what stands above it',
      `<w:r><w:ruby><w:rubyPr/><w:rt>${run('jun')}</w:rt><w:rubyBase>${run('均')}</w:rubyBase></w:ruby></w:r>${run('衡')}`,
      '均衡',
    ],
    ['simple field', `<w:fldSimple w:instr=" PAGE ">${run('3')}</w:fldSimple>`, '3'],
    [
      'field: the result, not the instruction',
      `${field('begin')}${instruction('SUM(ABOVE)')}${field('separate')}${run('45')}${field('end')}${run('所')}`,
      '45所',
    ],
    [
      'field inside the instruction of another',
      `${field('begin')}${instruction('IF ')}${field('begin')}${instruction('X')}${field('separate')}${run('甲')}${field('end')}${field('separate')}${run('乙')}${field('end')}`,
      '乙',
    ],
    ['field that never ends swallows nothing', `${run('甲')}${field('begin')}${run('乙')}`, '甲乙'],
    ['field end without a beginning', `${field('end')}${field('separate')}${run('甲')}`, '甲'],
    ['bookmarks', `<w:bookmarkStart w:id="0" w:name="_GoBack"/>${run('甲')}<w:bookmarkEnd w:id="0"/>`, '甲'],
    [
      'comments are not read',
      `<w:commentRangeStart w:id="0"/>${run('甲')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      '甲',
    ],
    ['an element that nobody knows', `<w:novelty><w:deeper>${run('甲')}</w:deeper></w:novelty>`, '甲'],
    ['tab stops are no tabs', `<w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr>${run('甲')}`, '甲'],
    [
      'a fraction of a formula',
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
      '1/2',
    ],
  ])('%s', async (_, content, text) => {
    const manuscript = await read({ body: `<w:p>${content}</w:p>` });
    expect(manuscript.text).toBe(text);
    expect(manuscript.messages.filter(({ code }) => code !== 'no-text')).toEqual([]);
  });

  test('an unknown sign is left out with a message that names its line', async () => {
    const manuscript = await read({
      body: paragraph() + paragraph('<w:r><w:sym w:font="Webdings" w:char="F0AB"/><w:t>甲</w:t></w:r>'),
    });
    expect(manuscript.text).toBe('\n甲');
    expect(manuscript.messages).toMatchObject([{ code: 'unknown-symbol', line: 2 }]);
  });

  test('a formula field that shows nothing is told', async () => {
    const manuscript = await read({
      body: paragraph(`${run('约')}${field('begin')}${instruction(' EQ \\f(1,2) ')}${field('end')}`),
    });
    expect(manuscript.messages).toMatchObject([{ code: 'formula-field', line: 1 }]);
  });
});

test('every paragraph is a line, empty ones too', async () => {
  const manuscript = await read({ body: `${paragraph('甲')}${paragraph()}<w:p/>${paragraph('乙')}<w:sectPr/>` });
  expect(linesOf(manuscript)).toEqual(['甲', '', '', '乙']);
  expect(manuscript.text).toBe('甲\n\n\n乙');
  expect(manuscript.paragraphs.map(({ line, span }) => [line, span.start, span.end])).toEqual([
    [1, 0, 1],
    [2, 2, 2],
    [3, 3, 3],
    [4, 4, 5],
  ]);
});

test('Strict OOXML, other prefixes and UTF-16 read the same', async () => {
  const body = paragraph('全县有小学45所。', styled('h'));
  const styles = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/></w:style>';
  const plain = await read({ body, styles });
  expect(await read({ body, styles, strict: true })).toEqual(plain);

  const xml = `<d:document xmlns:d="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><d:body><d:p><d:pPr><d:pStyle d:val="h"/></d:pPr><d:r><d:t>全县有小学45所。</d:t></d:r></d:p></d:body></d:document>`;
  expect(await read({ body, styles, parts: { 'word/document.xml': xml } })).toEqual(plain);

  const units = Uint16Array.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, (unit) => unit.charCodeAt(0));
  expect(await read({ body, styles, parts: { 'word/document.xml': new Uint8Array(units.buffer) } })).toEqual(plain);
});

test('a body under another name', async () => {
  const file = buildDocx({
    body: '',
    parts: {
      '_rels/.rels':
        '<Relationships xmlns="x"><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>',
      'word/document2.xml':
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>',
    },
  });
  expect((await readDocument('报告.docx', file)).text).toBe('甲');
});

describe('outline levels', () => {
  const style = (id: string, inside: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
  const styles = [
    `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>`,
    style('1', '<w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('own', '<w:name w:val="二级"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    style('child', '<w:name w:val="县标题"/><w:basedOn w:val="own"/>'),
    style('bare', '<w:name w:val="Heading 3"/>'),
    style('title', '<w:name w:val="Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('body', '<w:name w:val="正文"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    style('circle', '<w:name w:val="x"/><w:basedOn w:val="circle2"/>'),
    style('circle2', '<w:name w:val="y"/><w:basedOn w:val="circle"/>'),
  ].join('');

  test.each([
    ['no style', '', null],
    ['built-in heading', styled('1'), 1],
    ['own style', styled('own'), 2],
    ['inherited', styled('child'), 2],
    ['a heading by its name only', styled('bare'), 3],
    ['title, whatever its outline level', styled('title'), 0],
    ['body text', styled('body'), null],
    ['styles that go in a circle', styled('circle'), null],
    ['a style that does not exist', styled('none'), null],
    ['the paragraph says so itself', '<w:outlineLvl w:val="2"/>', 3],
    ['the paragraph says it is none', `${styled('1')}<w:outlineLvl w:val="9"/>`, null],
  ])('%s', async (_, properties, level) => {
    const manuscript = await read({ body: paragraph('甲', properties), styles });
    expect(manuscript.paragraphs[0]?.outlineLevel).toBe(level);
  });
});

describe('hidden text', () => {
  const styles =
    '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:rPr><w:vanish/></w:rPr></w:style>';
  test.each([
    ['by the run', paragraph(run('甲') + run('藏', '<w:vanish/>')), '甲', ['hidden-text']],
    ['switched off', paragraph(run('甲') + run('乙', '<w:vanish w:val="0"/>')), '甲乙', []],
    ['by a character style', paragraph(run('甲') + run('藏', '<w:rStyle w:val="h"/>')), '甲', ['hidden-text']],
    [
      'by the paragraph style, shown by the run',
      paragraph(run('藏') + run('甲', '<w:vanish w:val="false"/>'), styled('p')),
      '甲',
      ['hidden-text'],
    ],
    ['only the paragraph mark', paragraph(run('甲'), '<w:rPr><w:vanish/></w:rPr>'), '甲', []],
  ])('%s', async (_, body, text, codes) => {
    const manuscript = await read({ body, styles });
    expect(manuscript.text).toBe(text);
    expect(codesOf(manuscript)).toEqual(codes);
  });
});

test('embedded documents are left out, with a message', async () => {
  const manuscript = await read({ body: `${paragraph('小学45所')}<w:altChunk/>` });
  expect(manuscript.text).toBe('小学45所');
  expect(codesOf(manuscript)).toEqual(['embedded-part']);
});

test('a file of pictures only is told', async () => {
  expect(codesOf(await read({ body: '<w:p><w:r><w:drawing/></w:r></w:p>' }))).toEqual(['no-text']);
});
