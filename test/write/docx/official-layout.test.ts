import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../src/write/docx/index.ts';
import { parseXml } from './support/xml.ts';

const text = (value: string) => ({ type: 'text' as const, value });

const ROOT: Root = {
  type: 'root',
  children: [
    { type: 'heading', depth: 1, children: [text('清河县人民政府'), { type: 'break' }, text('自评报告')] },
    { type: 'paragraph', data: { role: 'addressee' }, children: [text('市人民政府：')] },
    { type: 'heading', depth: 2, children: [text('一、基本情况')] },
    { type: 'heading', depth: 3, children: [text('（一）县情')] },
    { type: 'heading', depth: 4, children: [text('1.人口')] },
    {
      type: 'paragraph',
      children: [
        text('总人口“约”'),
        { type: 'figure', id: 'f_0001', value: '41.26万人' },
        text('，'),
        { type: 'gap', value: '【待填：总面积】' },
        text('。'),
      ],
    },
    { type: 'paragraph', data: { role: 'caption' }, children: [text('表1　情况')] },
    {
      type: 'table',
      align: ['left', 'center'],
      children: [
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', children: [text('项目')] },
            { type: 'tableCell', children: [text('数值')] },
          ],
        },
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', children: [text('学校')] },
            { type: 'tableCell', children: [{ type: 'figure', id: 'f_0002', value: '12' }] },
          ],
        },
      ],
    },
    { type: 'paragraph', data: { role: 'signature' }, children: [text('清河县人民政府')] },
    { type: 'paragraph', data: { role: 'date' }, children: [text('2019年3月15日')] },
  ],
};

const parts = unzipSync(await writeDocx(ROOT));
const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
const document = part('word/document.xml');
const styles = part('word/styles.xml');

/** A style's XML. */
function style(id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
}

describe('GB/T 9704-2012 in the Word file', () => {
  test('every part is well-formed XML', () => {
    for (const [name, bytes] of Object.entries(parts)) {
      if (/\.(?:xml|rels)$/.test(name)) expect(() => parseXml(strFromU8(bytes)), name).not.toThrow();
    }
  });

  test('5.1, 5.2.1: A4, margins 37, 35, 28, 26 mm', () => {
    expect(document).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/);
    for (const margin of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1458"']) {
      expect(document).toContain(margin);
    }
  });

  test('5.2.3: exact lines of 28.95 pt, characters of size 3 drawn together', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
    expect(defaults).toContain('w:val="32"');
    expect(defaults).toMatch(/<w:spacing w:val="-4"/);
    expect(style('OfficialBody')).toMatch(/w:line="579"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="579"/);
    expect(style('OfficialBody')).toMatch(/w:firstLineChars="200"/);
  });

  test('7.3: fonts of title, levels and body, each with its Latin font', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
    for (const [xml, font] of [
      [style('Title'), '方正小标宋简体'],
      [style('Heading1'), '黑体'],
      [style('Heading2'), '楷体_GB2312'],
      [style('Heading3'), '仿宋_GB2312'],
      [defaults, '仿宋_GB2312'],
    ]) {
      expect(xml).toContain(`w:eastAsia="${font}"`);
      expect(xml).toContain('w:ascii="Times New Roman"');
    }
    expect(style('Title')).toContain('w:val="44"');
  });

  test('headings are paragraphs of heading styles with outline levels, numbered in their text', () => {
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>.*?一、基本情况/s);
    expect(style('Heading1')).toContain('<w:outlineLvl w:val="0"/>');
    expect(style('Heading2')).toContain('<w:outlineLvl w:val="1"/>');
    expect(document).not.toContain('<w:numPr>');
  });

  test('7.5: page number between dashes, odd right and even left', () => {
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders');
    const references = [...document.matchAll(/<w:footerReference w:type="(\w+)"/g)].map((match) => match[1]);
    expect(references.sort()).toEqual(['default', 'even']);
    const footers = Object.keys(parts).filter((name) => /^word\/footer\d+\.xml$/.test(name));
    const sides = footers.map((name) => /<w:jc w:val="(\w+)"/.exec(part(name))?.[1]).sort();
    expect(sides).toEqual(['left', 'right']);
    for (const name of footers) {
      expect(part(name)).toContain('— ');
      expect(part(name)).toContain('PAGE');
    }
  });

  test('every figure is a bookmark named by its ledger id, around its text and nothing else', () => {
    expect(document).toMatch(
      /<w:bookmarkStart w:name="f_0001" w:id="(\d+)"\/><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>41\.26万人<\/w:t><\/w:r><w:bookmarkEnd w:id="\1"\/>/,
    );
    expect([...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'f_0001',
      'f_0002',
    ]);
  });

  test('gaps are highlighted', () => {
    expect(document).toMatch(/<w:highlight w:val="yellow"\/>.{0,120}【待填：总面积】/s);
    expect([...document.matchAll(/<w:highlight /g)]).toHaveLength(1);
  });

  test('quotation marks come from the Chinese font', () => {
    expect(document).toMatch(/<w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t[^>]*>总人口“约”/);
  });

  test('tables repeat their header and keep rows whole', () => {
    expect(document).toContain('<w:tblHeader/>');
    expect([...document.matchAll(/<w:cantSplit\/>/g)]).toHaveLength(2);
    expect(document).toContain('<w:tblW w:type="dxa" w:w="8860"/>');
  });

  test('7.3.5.2: the name two characters from the right, the date two characters right of where the name begins', () => {
    const indents = [...document.matchAll(/w:val="OfficialSignature"\/>.*?<w:ind w:right="(\d+)"/gs)].map((match) =>
      Number(match[1]),
    );
    // The name's 7 characters are 2212 wide, the date 2440 with the gaps beside its digits: it is longer, so it stands two from
    // the right. Measured on the page: characters are set 0.2 pt narrower than their size.
    expect(indents).toEqual([1508, 640]);
  });
});
