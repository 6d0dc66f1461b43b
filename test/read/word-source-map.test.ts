import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWordParts, SourceMap } from '../../src/read/index.ts';
import { countyReport } from '../support/county-report.ts';
import { buildDocx, numbered, paragraph, run, wordNamespaces } from '../support/docx.ts';

/** What the bytes of the package say for each character of the text form; null where they say nothing. */
function written(bytes: Uint8Array): (string | null)[] {
  const parts = readWordParts('报告.docx', bytes);
  const part = unzipSync(bytes)[parts.documentPath] ?? new Uint8Array();
  const decoder = new TextDecoder(parts.encoding.unit === 2 ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8');
  const map = new SourceMap(parts);
  return [...parts.manuscript.text].map((_, index, all) => {
    const source = map.at(all.slice(0, index).join('').length);
    if (source === null) return null;
    const cut = decoder.decode(part.subarray(source.bytes.start, source.bytes.end));
    expect(cut).toBe(parts.documentXml.slice(source.range.start, source.range.end));
    return cut;
  });
}

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2 + 2, text.charCodeAt(at), !bigEndian);
  return bytes;
};
const document = (body: string) => `<w:document ${wordNamespaces()}><w:body>${body}</w:body></w:document>`;

describe('the bytes of single characters', () => {
  test.each<[string, string, (string | null)[]]>([
    ['runs', paragraph(run('小学') + run('45', '<w:b/>') + run('所')), ['小', '学', '4', '5', '所']],
    [
      'entities and characters beyond the first plane',
      '<w:p><w:r><w:t>A&amp;&#x4E2D;&#131072;𠀀</w:t></w:r></w:p>',
      ['A', '&amp;', '&#x4E2D;', '&#131072;', '𠀀'],
    ],
    ['a literal section', '<w:p><w:r><w:t><![CDATA[<&amp;]]></w:t></w:r></w:p>', ['<', '&', 'a', 'm', 'p', ';']],
    ['blanks that Word drops', '<w:p><w:r><w:t>  甲 </w:t></w:r></w:p>', ['甲']],
    ['what prints as one character', '<w:p><w:r><w:t>甲</w:t><w:tab/></w:r></w:p>', ['甲', '<w:tab/>']],
    ['ends of paragraphs', paragraph('甲') + paragraph('乙'), ['甲', null, '乙']],
  ])('%s', (_, body, expected) => {
    expect(written(buildDocx({ body }))).toEqual(expected);
  });

  test('an automatic number is nowhere in the file', () => {
    const cut = written(buildDocx({ ...countyReport(), body: paragraph('甲', numbered(1)) }));
    expect(cut.at(-1)).toBe('甲');
    expect(cut.slice(0, -1).every((one) => one === null)).toBe(true);
    expect(cut.length).toBeGreaterThan(1);
  });

  test.each<[string, string | Uint8Array]>([
    ['UTF-16, little end first', utf16(document(paragraph('小学45所')), false)],
    ['UTF-16, big end first', utf16(document(paragraph('小学45所')), true)],
    ['UTF-8 with a mark', `\ufeff${document(paragraph('小学45所'))}`],
  ])('%s', (_, part) => {
    expect(written(buildDocx({ body: '', parts: { 'word/document.xml': part } }))).toEqual([...'小学45所']);
  });

  test('any text, in any runs', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        // oxlint-disable-next-line no-control-regex -- what XML cannot hold
        const allowed = texts.map((one) => one.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\ufffe\uffff]/g, ''));
        const cut = written(buildDocx({ body: paragraph(allowed.map((one) => run(one)).join('')) }));
        const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
        expect(cut.map((one) => entities[one ?? ''] ?? one).join('')).toBe(allowed.join(''));
      }),
      { numRuns: 50 },
    );
  });
});
