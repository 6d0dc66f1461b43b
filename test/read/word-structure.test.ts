import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { buildDocx, type DocxParts, list, listLevel, numbered, paragraph, run, table } from '../support/docx.ts';
import { codesOf, linesOf } from '../support/manuscripts.ts';

const read = (parts: DocxParts) => readDocument('报告.docx', buildDocx(parts));

/** Each line with its place: `0:1,2 东关小学` stands in table 0, row 1, column 2. */
async function placed(body: string): Promise<string[]> {
  const manuscript = await read({ body });
  const lines = linesOf(manuscript);
  return manuscript.paragraphs.map(({ cell }, index) => {
    const line = lines[index] ?? '';
    return cell === null ? line : `${cell.table}:${cell.row},${cell.column} ${line}`;
  });
}

const cell = (properties: string, content: string) => `<w:tcPr>${properties}</w:tcPr>${content}`;

describe('tables', () => {
  test('cells in row order, around them the body', async () => {
    const rows = table([
      ['学校', '学生数'],
      ['东关小学', '1,234'],
    ]);
    expect(await placed(paragraph('表1') + rows + paragraph('文') + table([['甲']]))).toEqual([
      '表1',
      '0:0,0 学校',
      '0:0,1 学生数',
      '0:1,0 东关小学',
      '0:1,1 1,234',
      '文',
      '1:0,0 甲',
    ]);
  });

  test('several paragraphs in a cell share its place', async () => {
    expect(await placed(table([[`${paragraph('甲')}${paragraph()}`, '乙']]))).toEqual([
      '0:0,0 甲',
      '0:0,0 ',
      '0:0,1 乙',
    ]);
  });

  test('a cell over several columns counts them, and so do columns left out', async () => {
    const wide = cell('<w:gridSpan w:val="2"/>', paragraph('合计'));
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${paragraph('乙')}</w:tc></w:tr>`;
    const rows = table([[wide, '45']]).replace('</w:tbl>', `${shifted}</w:tbl>`);
    expect(await placed(rows)).toEqual(['0:0,0 合计', '0:0,2 45', '0:1,1 乙']);
  });

  test('a cell that the merged one above covers is empty, with a message where it hid something', async () => {
    const body = table([
      [cell('<w:vMerge w:val="restart"/>', paragraph('小学')), '甲'],
      [cell('<w:vMerge/>', paragraph()), '乙'],
      [cell('<w:vMerge w:val="continue"/>', paragraph('藏')), '丙'],
      ['初中', '丁'],
    ]);
    expect(await placed(body)).toEqual([
      '0:0,0 小学',
      '0:0,1 甲',
      '0:1,0 ',
      '0:1,1 乙',
      '0:2,0 ',
      '0:2,1 丙',
      '0:3,0 初中',
      '0:3,1 丁',
    ]);
    expect((await read({ body })).messages).toMatchObject([{ code: 'covered-cell-text', line: 5 }]);
  });

  test('a table inside a cell', async () => {
    const inner = `${paragraph('前')}${table([['甲', '乙']])}${paragraph('后')}`;
    expect(await placed(table([[inner, '丙']]))).toEqual(['0:0,0 前', '1:0,0 甲', '1:0,1 乙', '0:0,0 后', '0:0,1 丙']);
  });

  test('rows and cells in content controls', async () => {
    const row = `<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>${paragraph('甲')}</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>`;
    expect(await placed(`<w:tbl>${row}</w:tbl>`)).toEqual(['0:0,0 甲']);
  });
});

describe('text boxes', () => {
  const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
  const shape = (content: string) => `<w:drawing><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></w:drawing>`;
  const vml = (content: string) => `<w:pict><v:shape><v:textbox>${box(content)}</v:textbox></v:shape></w:pict>`;
  const choose = (requires: string, choice: string, fallback: string) =>
    `<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

  test.each([
    ['of old Word', vml(paragraph('框'))],
    ['of new Word with a copy for the old', choose('wps', shape(paragraph('框')), vml(paragraph('框')))],
    ['without a copy', choose('wps', shape(paragraph('框')), '')],
    ['where the choice needs what nobody knows', choose('cx1 nobody', '<w:t>图</w:t>', vml(paragraph('框')))],
  ])('%s: behind the paragraph that it is anchored in', async (_, content) => {
    const body = paragraph(`${run('甲')}<w:r>${content}</w:r>${run('乙')}`) + paragraph('丙');
    expect(await placed(body)).toEqual(['甲乙', '框', '丙']);
  });

  test('two boxes, a table in one, anchored in a cell', async () => {
    const first = vml(paragraph('一') + paragraph('二'));
    const second = vml(table([['甲']]));
    const body = table([[paragraph(`<w:r>${first}</w:r><w:r>${second}</w:r>${run('格')}`), '乙']]);
    expect(await placed(body)).toEqual(['0:0,0 格', '一', '二', '1:0,0 甲', '0:0,1 乙']);
  });

  test('lists in text boxes count apart, all boxes together', async () => {
    const official = list(1, listLevel(0, 'chineseCounting', '%1、'));
    const item = paragraph('题', numbered(1));
    const anchored = `<w:p><w:pPr>${numbered(1)}</w:pPr>${run('锚')}<w:r>${vml(item + item)}</w:r></w:p>`;
    const manuscript = await read({
      body: item + anchored + anchored + item,
      numbering: official.abstract + official.instance,
    });
    expect(linesOf(manuscript)).toEqual([
      '一、题',
      '二、锚',
      '一、题',
      '二、题',
      '三、锚',
      '三、题',
      '四、题',
      '四、题',
    ]);
  });

  test('a choice with no text leaves a later one alone', async () => {
    const body = paragraph(`<w:r>${choose('wps', '<w:drawing/>', vml(paragraph('框')))}</w:r>${run('甲')}`);
    expect(await placed(body + paragraph(`<w:r>${choose('wps', '<w:t>乙</w:t>', '<w:t>丙</w:t>')}</w:r>`))).toEqual([
      '甲',
      '乙',
    ]);
  });
});

describe('tracked changes are read as accepted', () => {
  const inserted = (content: string) => `<w:ins w:id="1" w:author="张">${content}</w:ins>`;
  const deleted = (text: string) => `<w:del w:id="2"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const markDeleted = '<w:rPr><w:del w:id="3"/></w:rPr>';
  const deletedRow = `<w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>${paragraph('删')}</w:tc></w:tr>`;

  test.each<[string, string, string[]]>([
    [
      'insertion and deletion',
      paragraph(`${run('小学')}${deleted('44')}${inserted(run('45'))}${run('所')}`),
      ['小学45所'],
    ],
    ['a deletion that kept w:t', paragraph(`<w:del>${run('44')}</w:del>${run('45')}`), ['45']],
    [
      'moved',
      `${paragraph(`<w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}`)}${paragraph(`<w:moveTo>${run('甲')}</w:moveTo>`)}`,
      ['乙', '甲'],
    ],
    [
      'a deleted mark joins two paragraphs',
      paragraph('全县有', markDeleted) + paragraph('小学45所'),
      ['全县有小学45所'],
    ],
    ['and more than two', paragraph('甲', markDeleted) + paragraph('乙', markDeleted) + paragraph('丙'), ['甲乙丙']],
    ['a paragraph deleted whole', paragraph(deleted('删'), markDeleted) + paragraph('乙'), ['乙']],
    ['a deleted mark with nothing behind it', paragraph('甲', markDeleted), ['甲']],
    ['a deleted mark before a table', paragraph('甲', markDeleted) + table([['乙']]), ['甲', '0:0,0 乙']],
    ['a deleted mark at the end of a cell', table([[paragraph('甲', markDeleted), '乙']]), ['0:0,0 甲', '0:0,1 乙']],
    ['a deleted row', table([['甲'], ['乙']]).replace('</w:tr>', `</w:tr>${deletedRow}`), ['0:0,0 甲', '0:1,0 乙']],
  ])('%s', async (_, body, lines) => {
    expect(await placed(body)).toEqual(lines);
    expect(codesOf(await read({ body }))).toEqual(['tracked-changes']);
  });

  test('one message for all of them', async () => {
    const { messages } = await read({ body: paragraph(`${deleted('1')}${inserted(run('2'))}${inserted(run('3'))}`) });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.message).toContain('插入 2 处、删除 1 处');
  });

  test('former properties are not the present ones, and no message', async () => {
    const former = '<w:pPrChange w:id="5"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>';
    const formerRun = '<w:rPrChange w:id="6"><w:rPr><w:vanish/></w:rPr></w:rPrChange>';
    const manuscript = await read({ body: paragraph(run('甲', formerRun), former) });
    expect(manuscript.text).toBe('甲');
    expect(manuscript.paragraphs[0]?.outlineLevel).toBeNull();
    expect(manuscript.messages).toEqual([]);
  });
});
