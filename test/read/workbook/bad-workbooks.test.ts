import { describe, expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { InputError } from '../../../src/model/manuscript.ts';
import { readWorkbook } from '../../../src/read/workbook/index.ts';
import { BASICS, county, school, SCHOOL_HEADINGS, schools, workbookOf, type Parts } from './build.ts';

async function messageOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(name, bytes);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '（没有报错）';
}

const headings = (from: string, to: string | null) =>
  SCHOOL_HEADINGS.map((heading) => (heading.startsWith(from) ? to : heading));

/** What is wrong, the workbook, the message line by line. */
const CONTENTS: readonly (readonly [what: string, parts: Parts, message: string])[] = [
  [
    'words in a number column',
    { schools: schools(school({ 学生数: '三百' })) },
    '数据.xlsx「学校」第2行「学生数」（E2）：“三百”不是数字。',
  ],
  [
    'an approximate number',
    { schools: schools(school({ 图书册数: '约9600册' })) },
    '数据.xlsx「学校」第2行「图书册数」（O2）：“约9600册”不是数字。',
  ],
  [
    'misplaced thousands separators',
    { schools: schools(school({ 图书册数: '96,00' })) },
    '数据.xlsx「学校」第2行「图书册数」（O2）：“96,00”不是数字。',
  ],
  [
    'a unit of another kind',
    { schools: schools(school({ 图书册数: '9600元' })) },
    '数据.xlsx「学校」第2行「图书册数」（O2）：“9600元”的单位与应填的“册”不符。',
  ],
  [
    'a negative number',
    { schools: schools(school({ 计算机台数: -3 })) },
    '数据.xlsx「学校」第2行「计算机台数」（N2）：不能是负数（-3）。',
  ],
  [
    'half a pupil',
    { schools: schools(school({ 学生数: 400.5 })) },
    '数据.xlsx「学校」第2行「学生数」（E2）：应为整数（400.5）。',
  ],
  [
    'no pupils',
    { schools: schools(school({ 学生数: 0, 最大班额: null, 教学班数: null })) },
    '数据.xlsx「学校」第2行「学生数」（E2）：学生数为0；没有学生的学校请删去这一行。',
  ],
  [
    'pupils missing',
    { schools: schools(school({ 学生数: null })) },
    '数据.xlsx「学校」第2行「学生数」（E2）：没有填写学生数；没有学生的学校请删去这一行。',
  ],
  [
    'an unknown stage',
    { schools: schools(school({ 学段: '高中' })) },
    '数据.xlsx「学校」第2行「学段」（B2）：不认识“高中”；应为小学、初中之一。',
  ],
  [
    'no stage',
    { schools: schools(school({ 学段: null })) },
    '数据.xlsx「学校」第2行「学段」（B2）：没有填写；应为小学、初中之一。',
  ],
  [
    'an unknown type',
    { schools: schools(school({ 学校类型: '夜校' })) },
    '数据.xlsx「学校」第2行「学校类型」（C2）：不认识“夜校”；应为小学、初级中学、九年一贯制学校、十二年一贯制学校、完全中学、教学点、特殊教育学校、职业学校之一。',
  ],
  [
    'an unknown owner',
    { schools: schools(school({ 举办者: '直属' })) },
    '数据.xlsx「学校」第2行「举办者」（D2）：不认识“直属”；应为县级公办、民办、省市直属、企业办学、高校附属、其他部门之一。',
  ],
  [
    'type against stage',
    { schools: schools(school({ 学段: '初中' })) },
    '数据.xlsx「学校」第2行「学段」（B2）：学校类型为“小学”，学段不能是“初中”。',
  ],
  [
    'no name',
    { schools: schools(school({ 学校名称: null })) },
    '数据.xlsx「学校」第2行「学校名称」（A2）：没有填写学校名称。',
  ],
  [
    'a school twice',
    { schools: schools(school(), school({ 学校名称: '东山 小学' })) },
    '数据.xlsx「学校」第3行：“东山 小学”的小学与第2行重复；同一学校同一学段只能有一行。',
  ],
  [
    'more teachers above the degree than teachers',
    { schools: schools(school({ 高于规定学历教师数: 25 })) },
    '数据.xlsx「学校」第2行「高于规定学历教师数」（I2）：25大于“专任教师数”的24。',
  ],
  [
    'more titled teachers than teachers',
    { schools: schools(school({ 中级及以上职称教师数: 30 })) },
    '数据.xlsx「学校」第2行「中级及以上职称教师数」（J2）：30大于“专任教师数”的24。',
  ],
  [
    'classes too few for the pupils',
    { schools: schools(school({ 最大班额: 39 })) },
    '数据.xlsx「学校」第2行「最大班额」（G2）：每班最多39人，10个班容不下400名学生（10×39=390）。',
  ],
  [
    'a class larger than the school',
    { schools: schools(school({ 最大班额: 450 })) },
    '数据.xlsx「学校」第2行「最大班额」（G2）：450大于“学生数”的400。',
  ],
  [
    'an error value',
    { schools: schools(school({ 图书册数: '#DIV/0!' })) },
    '数据.xlsx「学校」第2行「图书册数」（O2）：公式出错（#DIV/0!），请改正公式或直接填写数字。',
  ],
  [
    'a formula without result',
    { schools: schools(school({ 图书册数: { value: null, type: 'formula', formula: 'A1+1' } })) },
    '数据.xlsx「学校」第2行「图书册数」（O2）：公式没有计算结果，请在 Excel 或 WPS 中打开、保存后再试。',
  ],
  [
    'a date',
    { schools: schools(school({ 学生数: { value: new Date(Date.UTC(2024, 8, 1)), type: 'date' } })) },
    '数据.xlsx「学校」第2行「学生数」（E2）：这里是日期，不是数字；请把单元格格式改为“常规”后重新填写。',
  ],
  [
    'true',
    { schools: schools(school({ 计算机台数: true })) },
    '数据.xlsx「学校」第2行「计算机台数」（N2）：“TRUE”不是数字。',
  ],
  [
    'a per cent format where things are counted',
    { schools: schools(school({ 计算机台数: { value: 0.6, style: { numFmt: '0%' } } })) },
    '数据.xlsx「学校」第2行「计算机台数」（N2）：单元格是百分数格式，而这里应填以“台”为单位的数。',
  ],
  [
    'a missing column',
    { schools: [headings('图书', null), school()] },
    '数据.xlsx「学校」：缺少“图书册数”列（表头在第1行）。',
  ],
  [
    'a column twice',
    { schools: [headings('图书', '在校生数'), school()] },
    '数据.xlsx「学校」：E1“学生数（人）”和O1“在校生数”都是“学生数”列，请只保留一列。\n数据.xlsx「学校」：缺少“图书册数”列（表头在第1行）。',
  ],
  [
    'a heading in the wrong unit',
    { schools: [headings('图书', '图书册数（平方米）'), school()] },
    '数据.xlsx「学校」第1行「图书册数（平方米）」（O1）：单位应为册。',
  ],
  [
    'no headings',
    { schools: [school()] },
    `数据.xlsx「学校」：找不到表头。应有一行依次写着${SCHOOL_HEADINGS.map((heading) => heading.replace(/（.*/u, '')).join('、')}。`,
  ],
  ['no schools', { schools: schools() }, '数据.xlsx「学校」：没有学校：表头下面没有数据行。'],
  ['an empty sheet', { schools: [] }, '数据.xlsx「学校」：工作表是空的。'],
  ['a missing sheet', { county: null }, '数据.xlsx：缺少工作表“县级数据”；文件中有“基本信息”、“学校”。'],
  ['no county', { basics: [['年份', 2024]] }, '数据.xlsx「基本信息」：缺少“县名”一行。'],
  [
    'county left empty',
    {
      basics: [
        ['县名', null],
        ['年份', 2024],
      ],
    },
    '数据.xlsx「基本信息」第1行「县名」（B1）：没有填写县名。',
  ],
  [
    'a year in words',
    {
      basics: [
        ['县名', '青禾县'],
        ['年份', '今年'],
      ],
    },
    '数据.xlsx「基本信息」第2行「年份」（B2）：“今年”不是年份；应写成2024。',
  ],
  [
    'two counties',
    { basics: [...BASICS, ['县名', '白禾县']] },
    '数据.xlsx「基本信息」第4行「县名」（B4）：“县名”填了两次，前为“青禾县”，这里为“白禾县”。',
  ],
  [
    'one quantity with two values',
    { county: county(['总人口', null, 2024, 34.26, '万人'], ['常住人口', null, null, 342500, '人']) },
    '数据.xlsx「县级数据」第3行「数值」（D3）：“常住人口”有两个不同的数：D2为342600人，这里为342500人。',
  ],
  [
    'a value without a name',
    { county: county([null, null, 2024, 5, '人']) },
    '数据.xlsx「县级数据」第2行「指标」（A2）：有数值而没有指标名称。',
  ],
  [
    'an unknown stage of a figure',
    { county: county(['在校生数', '大学', 2024, 5, '人']) },
    '数据.xlsx「县级数据」第2行「学段」（B2）：不认识学段“大学”；应为小学、初中、九年一贯制、普通高中、幼儿园、特殊教育之一，与学段无关的留空。',
  ],
  [
    'stage against the name',
    { county: county(['小学在校生数', '初中', 2024, 5, '人']) },
    '数据.xlsx「县级数据」第2行「学段」（B2）：学段“初中”与指标名称中的“小学”不一致。',
  ],
  [
    'a year that is none',
    { county: county(['在校生数', '小学', '去年', 5, '人']) },
    '数据.xlsx「县级数据」第2行「年份」（C2）：“去年”不是年份；应写成2024，或2023-2024学年。',
  ],
  [
    'a school year over two years',
    { county: county(['在校生数', '小学', '2022-2024学年', 5, '人']) },
    '数据.xlsx「县级数据」第2行「年份」（C2）：“2022-2024学年”不是一个学年；前后应相差一年。',
  ],
  [
    'an unknown unit',
    { county: county(['总人口', null, 2024, 5, '万头']) },
    '数据.xlsx「县级数据」第2行「单位」（E2）：不认识单位“万头”。',
  ],
  [
    'the wrong unit',
    { county: county(['总人口', null, 2024, 5, '万元']) },
    '数据.xlsx「县级数据」第2行「单位」（E2）：“总人口”的单位应为人（或万人等），不是“万元”。',
  ],
  [
    'money without unit',
    { county: county(['装备投入资金', null, 2024, 3274, null]) },
    '数据.xlsx「县级数据」第2行「单位」（E2）：“装备投入资金”没有填写单位，无法确定是否以万为单位。',
  ],
  [
    'people in fractions',
    { county: county(['总人口', null, 2024, 34.26, '人']) },
    '数据.xlsx「县级数据」第2行「数值」（D2）：换算后为34.26人，应为整数。',
  ],
  [
    'a negative amount',
    { county: county(['财政支出', null, 2024, -5, '万元']) },
    '数据.xlsx「县级数据」第2行「数值」（D2）：不能是负数（-50000）。',
  ],
  [
    'a masked number',
    { county: county(['财政支出', null, 2024, '**', '万元']) },
    '数据.xlsx「县级数据」第2行「数值」（D2）：“**”不是数字。',
  ],
];

describe('contents', () => {
  test.each(CONTENTS)('%s', async (_, parts, message) => {
    expect(await messageOf('数据.xlsx', await workbookOf(parts))).toBe(message);
  });

  test('everything at once, in the order of the sheets', async () => {
    const parts: Parts = {
      basics: [
        ['县名', null],
        ['年份', 2024],
      ],
      schools: schools(school({ 学生数: '三百', 图书册数: -1 }), school({ 学校名称: '西山小学', 学段: '大学' })),
      county: county(['总人口', null, 2024, '很多', '万人']),
    };
    expect((await messageOf('数据.xlsx', await workbookOf(parts))).split('\n')).toEqual([
      '数据.xlsx「基本信息」第1行「县名」（B1）：没有填写县名。',
      '数据.xlsx「学校」第2行「学生数」（E2）：“三百”不是数字。',
      '数据.xlsx「学校」第2行「图书册数」（O2）：不能是负数（-1）。',
      '数据.xlsx「学校」第3行「学段」（B3）：不认识“大学”；应为小学、初中之一。',
      '数据.xlsx「县级数据」第2行「数值」（D2）：“很多”不是数字。',
    ]);
  });

  test('growth may be negative', async () => {
    const bytes = await workbookOf({ county: county(['财政经常性收入增长率', null, 2024, -1.2, '%']) });
    expect((await readWorkbook('数据.xlsx', bytes)).data[0]?.value.toString()).toBe('-1.2');
  });

  test('more problems than anyone reads are counted', async () => {
    const rows = schools(
      ...Array.from({ length: 300 }, (_, index) => school({ 学校名称: `第${index}小学`, 学生数: '多' })),
    );
    const lines = (await messageOf('数据.xlsx', await workbookOf({ schools: rows }))).split('\n');
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe('……另有100处问题未列出。');
  });
});

const text = (content: string) => new TextEncoder().encode(content);
const ole = (...names: string[]) => {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, index) => {
    for (let at = 0; at < name.length; at++) bytes[512 + index * 128 + at * 2] = name.charCodeAt(at);
  });
  return bytes;
};
const zip = (...names: string[]) => text(`PK\u0003\u0004${names.join('\n')}PK\u0005\u0006${' '.repeat(30)}`);

describe('files that are no workbooks', () => {
  test.each<readonly [what: string, name: string, bytes: Uint8Array, message: string]>([
    ['empty', '数据.xlsx', new Uint8Array(), '数据.xlsx：文件是空的（0 字节）。'],
    [
      'plain text',
      '数据.xlsx',
      text('青禾县'),
      '数据.xlsx：内容是纯文本，不是工作簿；若是逗号分隔的表，请把扩展名改为 .csv。',
    ],
    [
      'a web page',
      '数据.xls',
      text('<html><table></table></html>'),
      '数据.xls：内容是网页或 XML，只是改了扩展名；请用 Excel 或 WPS 打开后另存为 .xlsx。',
    ],
    ['PDF', '数据.xlsx', text('%PDF-1.7'), '数据.xlsx：这是 PDF 文件，不是工作簿。'],
    [
      'bytes of no kind',
      '数据.xlsx',
      new Uint8Array([0, 1, 2, 255, 254, 0]),
      '数据.xlsx：不是工作簿（无法识别的内容）；请用 Excel 或 WPS 打开后另存为 .xlsx。',
    ],
    ['a Word file', '数据.xlsx', zip('word/document.xml'), '数据.xlsx：这是 Word 文档，不是工作簿。'],
    ['slides', '数据.xlsx', zip('ppt/presentation.xml'), '数据.xlsx：这是演示文稿，不是工作簿。'],
    [
      'a binary workbook',
      '数据.xlsb',
      zip('xl/workbook.bin'),
      '数据.xlsb：是 .xlsb 二进制工作簿，不能直接读取；请用 Excel 或 WPS 打开后另存为 .xlsx。',
    ],
    ['another zip', '数据.xlsx', zip('a.txt'), '数据.xlsx：这是压缩包，不是工作簿；如果里面有工作簿，请先解压。'],
    [
      'a truncated zip',
      '数据.xlsx',
      text('PK\u0003\u0004xl/workbook.xml'),
      '数据.xlsx：文件不完整（可能没有下载或复制完），请重新取得。',
    ],
    [
      'a password',
      '数据.xlsx',
      ole('EncryptedPackage'),
      '数据.xlsx：工作簿设有打开密码；请在 Excel 或 WPS 中取消密码后再试。',
    ],
    ['an old Word file', '数据.xls', ole('WordDocument'), '数据.xls：这是 Word 文档，不是工作簿。'],
    ['Excel 95', '数据.xls', ole('Book'), '数据.xls：是 Excel 95 或更早的格式；请用 Excel 或 WPS 打开后另存为 .xlsx。'],
    [
      'an unknown container',
      '数据.xls',
      ole('Something'),
      '数据.xls：文件已损坏，或不是工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx。',
    ],
    [
      'a broken old workbook',
      '数据.xls',
      ole('Workbook'),
      '数据.xls：文件已损坏或不完整，无法读取；请重新复制，或用 Excel、WPS 打开后另存为 .xlsx。',
    ],
  ])('%s', async (_, name, bytes, message) => {
    expect(await messageOf(name, bytes)).toBe(message);
  });

  test('a real workbook cut anywhere, or with bytes flipped, is told as damaged or incomplete', async () => {
    const whole = await workbookOf();
    for (let share = 1; share < 10; share++) {
      const cut = whole.slice(0, Math.floor((whole.length * share) / 10));
      expect(await messageOf('数据.xlsx', cut)).toMatch(/^数据\.xlsx：文件(?:不完整|已损坏)/u);
    }
    const flipped = whole.map((byte, index) => (index > 200 && index % 97 === 0 ? byte ^ 255 : byte));
    expect(await messageOf('数据.xlsx', flipped)).toMatch(/^数据\.xlsx/u);
  });

  test('a really encrypted workbook', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '学校', rows: [[1]] }],
      encryption: { password: 'x', spinCount: 1000 },
    });
    expect(await messageOf('数据.xlsx', bytes)).toContain('设有打开密码');
  });
});
