import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type DraftResult, draftReport } from '../../src/jobs/draft.ts';
import { textOf } from '../../src/draft/index.ts';
import { readDocument } from '../../src/read/index.ts';
import { buildDocx } from '../support/docx.ts';
import { kindWith, standards } from './support/bundled.ts';
import { emptyCounty, fullCounty } from './support/county.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const SECTION = '## 四、特色亮点\n\n{{own "特色" "写两三项做法"}}\n';

async function drafted(
  files: Files,
  section = SECTION,
  format: 'docx' | 'markdown' = 'markdown',
): Promise<DraftResult> {
  const ownWords = Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  const kind = kindWith(section);
  return draftReport({ kind, dataset: fullCounty(), settings: {}, standards: standards(), format, ownWords });
}

/** The blocks of the draft as `type: text`. */
async function blocks(files: Files, section?: string): Promise<readonly string[]> {
  const { tree } = await drafted(files, section);
  return tree.children.map((block) => {
    const level = block.type === 'heading' ? String(block.depth) : '';
    const role = block.data !== undefined && 'role' in block.data ? String(block.data.role) : '';
    return `${block.type}${level}${role}: ${textOf(block)}`;
  });
}

/** The names of the bookmarks in a Word file, in order. */
function marksIn(bytes: Uint8Array): readonly string[] {
  const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].flatMap(([, name]) => name ?? []);
}

async function refusal(files: Files, section?: string): Promise<string> {
  return drafted(files, section).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
}

describe("the writer's own words stand where the template asks for them", () => {
  test('as paragraphs, in whatever form they were written', async () => {
    const expected = ['heading2: 四、特色亮点', 'paragraph: 组建联盟校12个。', 'paragraph: 成效明显。'];
    const word = buildDocx({
      body: '<w:p><w:r><w:t>组建联盟校12个。</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>成效明显。</w:t></w:r></w:p>',
    });
    expect(await blocks({ '特色.txt': '　　组建联盟校12个。\r\n　　成效明显。\r\n' })).toEqual(expected);
    expect(await blocks({ '特色.md': '组建联盟校12个。\n\n成效明显。\n' })).toEqual(expected);
    expect(await blocks({ '特色.docx': word })).toEqual(expected);
  });

  test('headings come below the section and take the numbers of their level there', async () => {
    const text = '一、联盟办学\n组建联盟校。\n1.做法\n统一教研。\n2.成效\n差距缩小。\n三、智慧课堂\n推广应用。\n';
    expect(await blocks({ '特色.txt': text })).toEqual([
      'heading2: 四、特色亮点',
      'heading3: （一）联盟办学',
      'paragraph: 组建联盟校。',
      'heading4: 1.做法',
      'paragraph: 统一教研。',
      'heading4: 2.成效',
      'paragraph: 差距缩小。',
      'heading3: （二）智慧课堂',
      'paragraph: 推广应用。',
    ]);
  });

  test('two pieces of one section are numbered on', async () => {
    const section = '## 三、做法\n\n{{own "甲" "写甲"}}\n\n{{own "乙" "写乙"}}\n';
    const found = await blocks({ '甲.md': '# 先做\n\n甲文。', '乙.md': '## 后做\n\n乙文。' }, section);
    expect(found.filter((block) => block.startsWith('heading3'))).toEqual([
      'heading3: （一）先做',
      'heading3: （二）后做',
    ]);
  });

  test.each(['# 特色\n\n正文。', '# 特色亮点\n\n## 联盟\n\n正文。', '四、特色亮点\n\n正文。'])(
    'the heading above is not said twice: %j',
    async (text) => {
      const found = await blocks({ '特色.md': text });
      expect(found.filter((block) => block.includes('特色'))).toEqual(['heading2: 四、特色亮点']);
      expect(found).not.toContain(expect.stringMatching(/^heading4/));
    },
  );

  test('tables with their captions, lists as numbered paragraphs, bullets as paragraphs', async () => {
    const text =
      '- 甲事。\n- 乙事。\n\n1. 先做。\n2. 后做。\n\n表3 联盟校情况\n\n| 联盟 | 学校数 |\n|---|---|\n| 城关 | 4所 |\n';
    expect(await blocks({ '特色.md': text })).toEqual([
      'heading2: 四、特色亮点',
      'paragraph: 甲事。',
      'paragraph: 乙事。',
      expect.stringMatching(/^paragraph: 1\.\s?先做。$/),
      expect.stringMatching(/^paragraph: 2\.\s?后做。$/),
      'paragraphcaption: 表1　联盟校情况',
      'table: 联盟学校数城关4所',
    ]);
  });

  test('words beside the mark keep a paragraph of their own', async () => {
    expect(await blocks({ '特色.md': '甲。\n\n乙。' }, '前文。{{own "特色" "写"}}后文。')).toEqual([
      'paragraph: 前文。',
      'paragraph: 甲。',
      'paragraph: 乙。',
      'paragraph: 后文。',
    ]);
  });

  test('marks of the program, braces and Markdown signs in them are plain text', async () => {
    const text = '甲\uE000\uE010\uE00F{{constructor}}{{#if x}}乙\uE007\uE010\uE00F，**万元。\n# 不是标题。\n';
    expect((await blocks({ '特色.txt': text })).slice(1)).toEqual([
      'paragraph: 甲{{constructor}}{{#if x}}乙，**万元。',
      'paragraph: # 不是标题。',
    ]);
  });
});

describe('their numbers are in the ledger', () => {
  test('each with its file and line, name, value and unit', async () => {
    const { ledger } = await drafted({ '特色.md': '# 联盟\n\n首段。\n\n近三年投入资金1.2亿元，覆盖学校46所。\n' });
    expect(ledger.map(({ origin, printed, value, unit }) => [origin, printed, value.toFixed(), unit])).toEqual([
      ['文字/特色.md 第5行', '1.2亿元', '120000000', '元'],
      ['文字/特色.md 第5行', '46所', '46', '所'],
    ]);
    expect(ledger[0]?.section).toBe('（一）联盟');
    expect(ledger[0]?.sentence).toBe('近三年投入资金1.2亿元，覆盖学校46所。');
  });

  test('and are bookmarks of the Word file that read back as they were written', async () => {
    const { bytes, ledger } = await drafted({ '特色.txt': '全县现有联盟校46所，比上年增加6所。' }, SECTION, 'docx');
    expect(marksIn(bytes)).toEqual(ledger.map(({ id }) => id));
    expect(ledger).toHaveLength(2);
    expect((await readDocument('报告.docx', bytes)).text).toContain('全县现有联盟校46所，比上年增加6所。');
  });

  test('stay in reading order between those of the data', async () => {
    const section = '学生{{figure "pupils"}}。\n\n{{own "特色" "写"}}\n\n教学班{{figure "class-count"}}。';
    const { ledger } = await drafted({ '特色.txt': '建成联盟3个。' }, section);
    expect(ledger.map(({ printed }) => printed)).toEqual(['36951人', '3个', '880个']);
  });
});

describe('what is not there, not asked for or not readable', () => {
  test.each([{}, { '特色.md': '' }, { '特色.txt': '  \n' }, { '说明.txt': '说明', '~$特色.docx': 'x' }])(
    'nothing written yet leaves the gap with its hint: %j',
    async (files: Files) => {
      const { gaps, notices } = await drafted(files);
      expect(gaps.map(({ label, kind }) => [label, kind])).toEqual([['写两三项做法', 'prose']]);
      expect(notices).toEqual([]);
    },
  );

  test('a name that no template asks for is told with the one that was meant', async () => {
    const { notices } = await drafted({ '特点.md': '内容。' });
    expect(notices).toEqual([
      '文字/特点.md：没有用上，模板没有要“特点”这段文字，是不是“特色”？这类报告可用的名称有特色。',
    ]);
  });

  test('a piece whose place the template left out is told', async () => {
    const section = '{{#if (has "text:近三年新建学校数" years=9)}}\n\n{{own "特色" "写"}}\n\n{{/if}}\n甲。';
    expect((await drafted({ '特色.md': '内容。' }, section)).notices).toEqual([
      '文字/特色.md：没有用上，模板按现有数据没有写它所在的段落。',
    ]);
  });

  test('two of one name, unreadable ones and other formats are told at once, and nothing is drafted', async () => {
    const message = await refusal({
      '特色.md': '甲。',
      '特色.docx': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      '问题.pdf': '%PDF',
      '照片.jpg': 'x',
    });
    expect(message.split('\n')).toHaveLength(3);
    expect(message).toContain('文字/特色.docx和文字/特色.md是同一处的文字，只能留一份。');
    expect(message).toContain('文字/特色.docx');
    expect(message).toContain('文字/问题.pdf：自己写的文字要存成 .docx、.md 或 .txt');
  });

  test.each([
    '{{#part}}{{own "特色" "写"}}{{/part}}',
    '{{#points}}\n{{#item}}{{own "特色" "写"}}{{/item}}\n{{/points}}',
    '## {{own "特色" "写"}}',
    '| {{own "特色" "写"}} |',
    '{{own "../特色" "写"}}',
    '{{own}}',
  ])('a template may not ask where it cannot stand: %s', async (section) => {
    expect(await refusal({}, section)).toMatch(/section\.md：第\d+行第\d+列：“own”/);
  });

  test('one piece cannot stand in two places', async () => {
    const section = '{{own "特色" "写"}}\n\n{{own "特色" "再写"}}';
    expect(await refusal({}, section)).toMatch(/section\.md：第3行第1列：“特色”在.*第1行已经要过/);
  });

  test('behind {{else}} it may', async () => {
    const section = '{{#part}}学生{{figure "pupils" year=-9}}。{{else}}\n\n{{own "特色" "写"}}\n\n{{/part}}';
    expect(await blocks({ '特色.md': '内容。' }, section)).toEqual(['paragraph: 内容。']);
  });

  test('a county without any data keeps them', async () => {
    const ownWords = [{ name: '特色.txt', bytes: new TextEncoder().encode('内容。') }];
    const request = { kind: kindWith(SECTION), dataset: emptyCounty(), settings: {}, standards: standards() };
    const { tree } = await draftReport({ ...request, format: 'markdown', ownWords });
    expect(tree.children.map(textOf)).toEqual(['四、特色亮点', '内容。']);
  });
});
