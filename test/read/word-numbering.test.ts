import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { formatNumber } from '../../src/read/word/number-formats.ts';
import { buildDocx, list, listLevel, numbered, paragraph, styled } from '../support/docx.ts';
import { codesOf, linesOf } from '../support/manuscripts.ts';

interface Example {
  readonly abstracts: string;
  /** Further `w:num`s; list 1 of abstract list 1 is always there. */
  readonly instances?: string;
  readonly styles?: string;
  readonly body: string;
}

async function read({ abstracts, instances = '', styles, body }: Example) {
  const numbering = `${abstracts}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>${instances}`;
  return readDocument('报告.docx', buildDocx({ body, numbering, ...(styles === undefined ? {} : { styles }) }));
}

const abstract = (levels: string) => list(1, levels).abstract;
/** Numbered paragraphs, each with the text 题. */
const items = (...levels: number[]) => levels.map((level) => paragraph('题', numbered(1, level))).join('');

/** The official four levels: 一、（一） 1. （1） */
const official = abstract(
  listLevel(0, 'chineseCountingThousand', '%1、') +
    listLevel(1, 'chineseCountingThousand', '（%2）') +
    listLevel(2, 'decimal', '%3.') +
    listLevel(3, 'decimal', '（%4）'),
);

describe('formats', () => {
  test.each<[string, number[], string]>([
    ['decimal', [0, 1, 12], '0 1 12'],
    ['decimalZero', [1, 9, 10, 100], '01 09 10 100'],
    ['decimalFullWidth', [1, 20], '１ ２０'],
    ['chineseCounting', [1, 10, 11, 19, 20, 21, 99, 100, 101], '一 十 十一 十九 二十 二十一 九十九 一○○ 一○一'],
    [
      'chineseCountingThousand',
      [0, 1, 10, 12, 30, 100, 101, 110, 111, 1005, 1010],
      '零 一 十 十二 三十 一百 一百零一 一百一十 一百一十一 一千零五 一千零一十',
    ],
    ['japaneseCounting', [1, 10, 11, 20, 100, 101], '一 十 十一 二十 百 百一'],
    ['ideographDigital', [1, 10, 20, 101], '一 一〇 二〇 一〇一'],
    ['chineseLegalSimplified', [1, 10, 12, 105], '壹 壹拾 壹拾贰 壹佰零伍'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerLetter', [1, 28], 'a bb'],
    ['upperRoman', [1, 4, 9, 14, 40, 1999], 'I IV IX XIV XL MCMXCIX'],
    ['lowerRoman', [3], 'iii'],
    ['decimalEnclosedCircle', [1, 20, 21, 36, 50, 51], '① ⑳ ㉑ ㊱ ㊿ 51'],
    ['decimalEnclosedCircleChinese', [1, 10, 11], '① ⑩ 11'],
    ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
    ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
    ['ordinal', [1, 2, 3, 4, 11, 21], '1st 2nd 3rd 4th 11th 21st'],
    ['somethingNew', [7], '7'],
    ['toString', [7], '7'],
  ])('%s', (format, values, printed) => {
    expect(values.map((value) => formatNumber(value, format)).join(' ')).toBe(printed);
  });

  test('neither bullet nor none has a number', () => {
    expect(formatNumber(3, 'bullet') + formatNumber(3, 'none')).toBe('');
  });

  test('an unknown one is told', async () => {
    const manuscript = await read({ abstracts: abstract(listLevel(0, 'hebrew1', '%1.')), body: items(0) });
    expect(manuscript.text).toBe('1.题');
    expect(codesOf(manuscript)).toEqual(['unknown-number-format']);
  });
});

describe('counting', () => {
  test.each<[string, Example, string[]]>([
    [
      'the official levels',
      { abstracts: official, body: items(0, 1, 2, 3, 3, 2, 1, 2, 0, 1) },
      ['一、题', '（一）题', '1.题', '（1）题', '（2）题', '2.题', '（二）题', '1.题', '二、题', '（一）题'],
    ],
    [
      'numbers of several levels',
      {
        abstracts: abstract(
          listLevel(0, 'decimal', '%1.') + listLevel(1, 'decimal', '%1.%2') + listLevel(2, 'decimal', '%1.%2.%3'),
        ),
        body: items(0, 1, 2, 2, 1, 0, 1),
      },
      ['1.题', '1.1题', '1.1.1题', '1.1.2题', '1.2题', '2.题', '2.1题'],
    ],
    [
      'a level whose higher one has not come',
      {
        abstracts: abstract(listLevel(0, 'decimal', '%1') + listLevel(1, 'decimal', '%1.%2')),
        body: items(1, 1, 0, 1),
      },
      ['1.1题', '1.2题', '2题', '2.1题'],
    ],
    [
      'isLgl: plain digits',
      {
        abstracts: abstract(listLevel(0, 'chineseCounting', '第%1章') + listLevel(1, 'decimal', '%1.%2', '<w:isLgl/>')),
        body: items(0, 0, 1),
      },
      ['第一章题', '第二章题', '2.1题'],
    ],
    [
      'lvlRestart 0: never anew',
      {
        abstracts: abstract(
          listLevel(0, 'decimal', '%1、') + listLevel(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>'),
        ),
        body: items(0, 1, 1, 0, 1),
      },
      ['1、题', '(1)题', '(2)题', '2、题', '(3)题'],
    ],
    [
      'lvlRestart 1: only after the first level',
      {
        abstracts: abstract(
          listLevel(0, 'decimal', '%1、') +
            listLevel(1, 'decimal', '(%2)') +
            listLevel(2, 'lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'),
        ),
        body: items(0, 1, 2, 1, 2, 0, 2),
      },
      ['1、题', '(1)题', 'a)题', '(2)题', 'b)题', '2、题', 'a)题'],
    ],
    [
      'another start',
      { abstracts: abstract(listLevel(0, 'decimal', '%1、', '', 5)), body: items(0, 0) },
      ['5、题', '6、题'],
    ],
    [
      'a list of the same abstract list counts on; with a restart it begins anew, once',
      {
        abstracts: official,
        instances:
          '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
          '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
        body: [1, 2, 3, 3, 1].map((id) => paragraph('题', numbered(id))).join(''),
      },
      ['一、题', '二、题', '一、题', '二、题', '三、题'],
    ],
    [
      'a level replaced for one list',
      {
        abstracts: official,
        instances: `<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">${listLevel(0, 'upperLetter', '%1)')}</w:lvlOverride></w:num>`,
        body: paragraph('题', numbered(1)) + paragraph('题', numbered(2)),
      },
      ['一、题', 'B)题'],
    ],
    [
      'unnumbered paragraphs between, and empty numbered ones',
      { abstracts: official, body: `${items(0)}${paragraph('文')}${paragraph('', numbered(1))}${items(0)}` },
      ['一、题', '文', '二、', '三、题'],
    ],
    [
      'numId 0, an unknown list and an unknown level have no number',
      {
        abstracts: official,
        body: [numbered(0), numbered(99), numbered(1, 8)].map((own) => paragraph('题', own)).join(''),
      },
      ['题', '题', '题'],
    ],
    [
      'a deleted paragraph does not count',
      {
        abstracts: official,
        body: `${items(0)}${paragraph('<w:del><w:r><w:delText>删</w:delText></w:r></w:del>', `${numbered(1)}<w:rPr><w:del/></w:rPr>`)}${items(0)}`,
      },
      ['一、题', '二、题'],
    ],
    [
      'bullets, as the font shows them',
      {
        abstracts: abstract(
          listLevel(0, 'bullet', '\uf06c', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>') +
            listLevel(1, 'bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>') +
            listLevel(2, 'bullet', 'o') +
            listLevel(3, 'bullet', '—') +
            listLevel(4, 'bullet', '\uf012'),
        ),
        body: items(0, 1, 2, 3, 4),
      },
      ['●题', '•题', '○题', '—题', '•题'],
    ],
    ['no number, only words', { abstracts: abstract(listLevel(0, 'none', '注：')), body: items(0) }, ['注：题']],
    [
      'a newer format with one for older versions beside it',
      {
        abstracts: abstract(
          '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>',
        ),
        body: items(0),
      },
      ['01、题'],
    ],
  ])('%s', async (_, example, lines) => {
    const manuscript = await read(example);
    expect(linesOf(manuscript)).toEqual(lines);
    expect(codesOf(manuscript).filter((code) => code !== 'tracked-changes')).toEqual([]);
  });
});

describe('numbers that styles bring', () => {
  const style = (id: string, numPr: string, more = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="s${id}"/>${more}<w:pPr><w:numPr>${numPr}</w:numPr></w:pPr></w:style>`;
  const linked = abstract(
    listLevel(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h1"/>') +
      listLevel(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="h2"/>'),
  );
  const styles =
    style('h1', '<w:numId w:val="1"/>') +
    style('h2', '<w:numId w:val="1"/>') +
    style('h2b', '<w:ilvl w:val="1"/>', '<w:basedOn w:val="h1"/>') +
    `<w:style w:type="paragraph" w:styleId="h1c"><w:name w:val="c"/><w:basedOn w:val="h1"/></w:style>` +
    style('plain', '<w:numId w:val="0"/>', '<w:basedOn w:val="h1"/>');

  test.each<[string, string, string[]]>([
    [
      'the level names the style',
      styled('h1') + '|' + styled('h2') + '|' + styled('h1'),
      ['一、题', '（一）题', '二、题'],
    ],
    ['a style based on a numbered one', `${styled('h1c')}|${styled('h1')}`, ['一、题', '二、题']],
    ['a style that takes the number away', styled('plain'), ['题']],
    ['the paragraph takes it away', `${styled('h1')}${numbered(0)}`, ['题']],
    ['the paragraph chooses another level', `${styled('h1')}<w:numPr><w:ilvl w:val="1"/></w:numPr>`, ['（一）题']],
  ])('%s', async (_, properties, lines) => {
    const body = properties
      .split('|')
      .map((own) => paragraph('题', own))
      .join('');
    expect(linesOf(await read({ abstracts: linked, styles, body }))).toEqual(lines);
  });

  test('a level of the style where the list names none', async () => {
    const body = paragraph('题', styled('h1')) + paragraph('题', styled('h2b'));
    expect(linesOf(await read({ abstracts: official, styles, body }))).toEqual(['一、题', '（一）题']);
  });

  test('a list that points to a numbering style', async () => {
    const abstracts = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="公文"/></w:abstractNum><w:abstractNum w:abstractNumId="7"><w:styleLink w:val="公文"/>${listLevel(0, 'chineseCounting', '%1、')}</w:abstractNum>`;
    const numberingStyle =
      '<w:style w:type="numbering" w:styleId="公文"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
    const instances = '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>';
    expect(linesOf(await read({ abstracts, instances, styles: numberingStyle, body: items(0, 0) }))).toEqual([
      '一、题',
      '二、题',
    ]);
  });

  test('pointers that go in a circle', async () => {
    const abstracts = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="x"/></w:abstractNum>';
    const circle =
      '<w:style w:type="numbering" w:styleId="x"><w:name w:val="x"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(linesOf(await read({ abstracts, styles: circle, body: items(0) }))).toEqual(['题']);
  });
});

describe('marker and text', () => {
  test.each([
    ['tab', '1. 5所学校', 3],
    ['space', '1. 5所学校', 3],
    ['nothing', '1.5所学校', 2],
  ])('a digit behind 1. with suffix %s', async (suffix, text, markerLength) => {
    const abstracts = abstract(listLevel(0, 'decimal', '%1.', `<w:suff w:val="${suffix}"/>`));
    const manuscript = await read({ abstracts, body: paragraph('5所学校', numbered(1)) });
    expect(manuscript.text).toBe(text);
    expect(manuscript.paragraphs[0]?.markerLength).toBe(markerLength);
  });

  test('the marker is part of the text form and its length is told', async () => {
    const manuscript = await read({ abstracts: official, body: items(0, 1) + paragraph('文') });
    expect(manuscript.paragraphs.map(({ markerLength }) => markerLength)).toEqual([2, 3, 0]);
  });
});
