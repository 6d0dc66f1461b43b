import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { depthLimit } from '../../src/read/word/xml.ts';
import { buildDocx, buildZip, paragraph, wordNamespaces } from '../support/docx.ts';
import { codesOf, refusalOf } from '../support/manuscripts.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const small = () => buildDocx({ body: paragraph('全县有小学45所。') });

/** The head of an OLE compound file with a stream of this name in its directory. */
function compound(stream: string): Uint8Array {
  const name = [...stream].map((character) => `${character}\0`).join('');
  return latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}W\0o${name}\0\0`);
}

const document = (xml: string) => buildDocx({ body: '', parts: { 'word/document.xml': xml } });
const inBody = (xml: string) => `<w:document ${wordNamespaces()}><w:body>${xml}</w:body></w:document>`;

describe('content decides what a file is', () => {
  test.each<[string, string, Uint8Array, string, RegExp]>([
    ['an empty file', '报告.docx', new Uint8Array(), 'empty-file', /空的/],
    ['only a byte order mark', '报告.txt', latin1('\xef\xbb\xbf'), 'empty-file', /空的/],
    ['.doc', '报告.doc', compound('WordDocument'), 'old-word-file', /另存为/],
    ['.doc named .docx', '报告.docx', compound('WordDocument'), 'old-word-file', /旧版/],
    ['.wps', '报告.wps', compound('WordDocument'), 'old-word-file', /WPS/],
    ['encrypted .docx', '报告.docx', compound('EncryptedPackage'), 'encrypted-file', /密码/],
    ['.xls', '数据.xls', compound('Workbook'), 'workbook-file', /电子表格/],
    ['.ppt', '汇报.ppt', compound('PowerPoint Document'), 'slides-file', /演示文稿/],
    ['another OLE file', '报告.doc', compound('Contents'), 'unknown-container', /复合文档/],
    ['RTF named .doc', '报告.doc', latin1('{\\rtf1\\ansi }'), 'rtf-file', /RTF/],
    ['a broken PDF', '报告.pdf', latin1('%PDF-1.7\n%\xe2\xe3'), 'pdf-damaged', /PDF/],
    ['a broken PDF named .docx', '报告.docx', latin1('\r\n%PDF-1.4\n'), 'pdf-damaged', /PDF/],
    ['HTML named .doc', '报告.doc', utf8('\n<!-- 网 -->\n<html><body>全县</body></html>'), 'html-file', /网页/],
    ['HTML', '报告.html', utf8('<!DOCTYPE html><title>全县</title>'), 'html-file', /网页/],
    [
      'MHTML',
      '报告.doc',
      utf8('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n'),
      'html-file',
      /网页/,
    ],
    [
      'Word 2003 XML',
      '报告.xml',
      utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'word-xml-file',
      /XML/,
    ],
    ['PNG', '报告.png', latin1('\x89PNG\r\n\x1a\n'), 'image-file', /图片/],
    ['JPEG named .docx', '报告.docx', latin1('\xff\xd8\xff\xe0'), 'image-file', /图片/],
    ['RAR', '报告.rar', latin1('Rar!\x1a\x07'), 'archive-file', /压缩包/],
    ['text named .docx', '报告.docx', utf8('全县有小学45所。'), 'misnamed-text', /\.txt/],
    ['text named .pdf', '报告.pdf', utf8('全县有小学45所。'), 'misnamed-text', /\.txt/],
    ['a table as text', '数据.csv', utf8('学校,学生数\n东关小学,1234\n'), 'workbook-file', /电子表格/],
    ['.xlsx', '数据.xlsx', buildZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'workbook-file', /电子表格/],
    ['.xlsx named .docx', '报告.docx', buildZip({ 'xl/workbook.xml': '' }), 'workbook-file', /电子表格/],
    ['.pptx', '汇报.pptx', buildZip({ 'ppt/presentation.xml': '' }), 'slides-file', /演示文稿/],
    ['.ofd', '报告.ofd', buildZip({ 'OFD.xml': '' }), 'ofd-file', /OFD/],
    [
      '.odt',
      '报告.odt',
      buildZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }),
      'open-document-file',
      /OpenDocument/,
    ],
    ['a plain zip', '报告.zip', buildZip({ '报告.txt': '全县' }), 'archive-file', /解压/],
    ['an empty zip', '报告.docx', zipSync({}), 'archive-file', /压缩包/],
  ])('%s', async (_, name, file, code, words) => {
    const error = await refusalOf(name, file);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
    expect(error.message.startsWith(`${name}：`)).toBe(true);
  });

  test.each(['报告.txt', '报告.doc', '报告.wps'])('a Word package named %s is read, with a message', async (name) => {
    const manuscript = await readDocument(name, small());
    expect(manuscript.text).toBe('全县有小学45所。');
    expect(codesOf(manuscript)).toEqual(['ending-differs']);
  });

  test.each(['报告.docx', '报告.DOCX', '报告.docm', '报告'])('and named %s without one', async (name) => {
    expect(codesOf(await readDocument(name, small()))).toEqual([]);
  });
});

describe('damaged packages', () => {
  test.each([0.3, 0.6, 0.9, 0.99])('cut off at %f of its length', async (share) => {
    const file = small();
    expect((await refusalOf('报告.docx', file.slice(0, file.length * share))).code).toBe('damaged-zip');
  });

  test('any byte changed: refused or read as it was, never another text', async () => {
    const file = small();
    const { text } = await readDocument('报告.docx', file);
    for (let index = 0; index < file.length; index += 1) {
      const changed = file.slice();
      changed[index] = (changed[index] ?? 0) ^ 0x11;
      const outcome = await readDocument('报告.docx', changed).then(
        (manuscript) => manuscript.text,
        (error: unknown) => (error instanceof Error && error.name === 'InputError' ? text : String(error)),
      );
      expect(outcome, `byte ${index}`).toBe(text);
    }
  });

  test('no body', async () => {
    const file = buildZip({ '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<x/>' });
    expect((await refusalOf('报告.docx', file)).code).toBe('missing-document');
  });

  test('another root than that of a Word body', async () => {
    expect((await refusalOf('报告.docx', document('<html/>'))).code).toBe('missing-document');
  });

  test.each([
    ['not closed', '<w:p><w:r><w:t>全县</w:t></w:r>'],
    ['unknown entity', '<w:p><w:r><w:t>全&nbsp;县</w:t></w:r></w:p>'],
    ['unbound prefix', '<x:p/>'],
    ['no XML at all', '全县 < 全市'],
  ])('broken XML: %s', async (_, body) => {
    const error = await refusalOf('报告.docx', document(inBody(body)));
    expect(error.code).toBe('broken-xml');
    expect(error.message).toContain('word/document.xml');
  });

  test('broken XML beside the body', async () => {
    const error = await refusalOf('报告.docx', buildDocx({ body: '', styles: '<w:style>' }));
    expect(error.code).toBe('broken-xml');
    expect(error.message).toContain('word/styles.xml');
  });

  test('bytes that are no UTF-8', async () => {
    const file = buildDocx({ body: '', parts: { 'word/document.xml': latin1('<w:document>\xff\xff</w:document>') } });
    expect((await refusalOf('报告.docx', file)).code).toBe('broken-xml');
  });
});

describe('files made to do harm', () => {
  test.each([
    ['external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['entities that multiply', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'],
    ['external subset', '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">'],
  ])('%s', async (_, doctype) => {
    expect((await refusalOf('报告.docx', document(doctype + inBody('<w:p/>')))).code).toBe('doctype-refused');
  });

  test('nesting', async () => {
    const nest = (depth: number) => document(inBody(`${'<w:sdt>'.repeat(depth)}<w:p/>${'</w:sdt>'.repeat(depth)}`));
    expect((await refusalOf('报告.docx', nest(depthLimit - 2))).code).toBe('too-deep');
    expect((await readDocument('报告.docx', nest(depthLimit - 3))).paragraphs).toHaveLength(1);
  });

  test('a part that declares more than the limit is not inflated', async () => {
    const file = document(inBody('<w:p/>'));
    declareSize(file, 'word/document.xml', 3_000_000_000);
    expect((await refusalOf('报告.docx', file)).code).toBe('too-large');
  });

  test('a part that inflates to more than it declares', async () => {
    const file = document(inBody(`<w:p><w:r><w:t>${'0'.repeat(1_000_000)}</w:t></w:r></w:p>`));
    declareSize(file, 'word/document.xml', 1000);
    expect((await refusalOf('报告.docx', file)).code).toBe('damaged-part');
  });

  test('an encrypted part', async () => {
    const file = small();
    const entry = directoryEntry(file, 'word/document.xml');
    file[entry + 8] = (file[entry + 8] ?? 0) | 1;
    expect((await refusalOf('报告.docx', file)).code).toBe('encrypted-file');
  });
});

/** Offset of a part's entry in the central directory. */
function directoryEntry(file: Uint8Array, path: string): number {
  const name = strToU8(path);
  for (let offset = file.length - 46; offset >= 0; offset -= 1) {
    const isEntry =
      file[offset] === 0x50 && file[offset + 1] === 0x4b && file[offset + 2] === 1 && file[offset + 3] === 2;
    if (isEntry && name.every((byte, index) => file[offset + 46 + index] === byte)) return offset;
  }
  throw new Error(`no entry ${path}`);
}

function declareSize(file: Uint8Array, path: string, size: number): void {
  new DataView(file.buffer, file.byteOffset).setUint32(directoryEntry(file, path) + 24, size, true);
}
