import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/model/dataset.ts';
import { InputError } from '../../../src/model/manuscript.ts';
import { readWorkbook, readWorkbookFiles } from '../../../src/read/workbook/index.ts';
import { BASICS, type Rows, school, SCHOOL_HEADINGS } from './build.ts';

const GATE = ['指标', '方向', '小学', '初中', '单位', '依据'];
const WORK = ['编号', '分组', '指标', '分值', '自评分', '证据材料'];
const SURVEY = ['调查对象', '发放份数', '有效份数', '满意份数', '口径', '统计时点', '来源科室'];
const MONEY = ['指标', '学段', '单位', '2022年', '2023年', '2024年', '口径', '统计时点', '来源科室'];

type Plain = (string | number | null)[][];

async function read(sheets: Readonly<Record<string, Rows>>): Promise<Dataset> {
  const all: Record<string, Rows> = { 基本信息: BASICS, 学校: [SCHOOL_HEADINGS, school()], 经费: [MONEY], ...sheets };
  return readWorkbook(
    '数据.xlsx',
    await writeXlsx({ sheets: Object.entries(all).map(([name, rows]) => ({ name, rows: rows as Plain })) }),
  );
}

async function messageOf(sheets: Readonly<Record<string, Rows>>): Promise<string> {
  try {
    await read(sheets);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '（没有报错）';
}

const dataOf = ({ data }: Dataset) =>
  data.map(({ indicator, stage, period, value, unit }) => [indicator, stage, period, value.toString(), unit]);

describe('one column a year', () => {
  test('each filled year is a figure; the moment of the report moves with the year', async () => {
    const rows: Rows = [
      MONEY,
      ['经费'],
      ['教师平均工资', null, '元', 84930, null, '94，382', '年平均', '2024年末', '县财政局'],
      ['生均公用经费', '小学', '元', null, 1126.47, null],
    ];
    const { data } = await read({ 经费: rows });
    expect(
      data.map(({ indicator, period, value, asOf, office, source }) => [
        indicator,
        period,
        value.toString(),
        asOf,
        office,
        source,
      ]),
    ).toEqual([
      ['teacher-average-pay', '2022', '84930', '2022年末', '县财政局', { sheet: '经费', cell: 'D3' }],
      ['teacher-average-pay', '2024', '94382', '2024年末', '县财政局', { sheet: '经费', cell: 'F3' }],
      ['public-funds-per-pupil', '2023', '1126.47', null, null, { sheet: '经费', cell: 'E4' }],
    ]);
  });

  test('a unit over the table is that of all money without one of its own, and of nothing else', async () => {
    const rows: Rows = [
      ['青禾县教育经费情况', null, null, '单位：万元'],
      ['指标', '学段', '单位', '2023年', '2024年'],
      ['财政支出', null, null, 100, 110],
      ['公用经费补助', null, '元', null, 50],
      ['教师培训率', null, null, null, 98],
    ];
    expect(dataOf(await read({ 经费: rows }))).toEqual([
      ['fiscal-expenditure', null, '2023', '1000000', '元'],
      ['fiscal-expenditure', null, '2024', '1100000', '元'],
      ['text:公用经费补助', null, '2024', '50', '元'],
      ['teacher-training-rate', null, '2024', '98', '%'],
    ]);
  });

  test('a unit in the headings, and a year that is not read is told', async () => {
    const rows: Rows = [
      ['指标', '单位', '2023年（万元）', '2024年（万元）', '2024年决算'],
      ['财政支出', null, 100, '110.5', 111],
    ];
    const dataset = await read({ 经费: rows });
    expect(dataOf(dataset).map((row) => row.slice(2, 4))).toEqual([
      ['2023', '1000000'],
      ['2024', '1105000'],
    ]);
    expect(dataset.notices?.at(-1)).toBe('「经费」没有采用：E1“2024年决算”；年份的表头应写成2024年。');
  });

  test('school years as columns, and a year as a number', async () => {
    const rows: Rows = [
      ['指标', '单位', '2022—2023学年', 2024],
      ['巩固率', '%', 98.1, 98.6],
    ];
    expect(dataOf(await read({ 普及与质量: rows })).map((row) => row[2])).toEqual(['2022-2023学年', '2024']);
  });
});

describe('the gate, the work and the survey', () => {
  test('the province’s marks', async () => {
    const rows: Rows = [
      GATE,
      ['生均图书册数', null, 15, '20册', '册'],
      ['最大班额', '不高于', 50, 55, '人'],
      ['生均体育活动经费', '≥', 0.01, null, '万元'],
      ['还没有定的', null, null, null, null],
      ['允许不达标项数', null, 2, null, '项'],
      ['不达标项最低比例', null, 60, null, '%'],
    ];
    const { gate } = await read({ 省标: rows });
    expect(
      gate?.items.map(({ indicator, comparison, primary, junior }) => [
        indicator,
        comparison,
        primary?.toString(),
        junior?.toString(),
      ]),
    ).toEqual([
      ['books-per-pupil', '>=', '15', '20'],
      ['largest-class', '<=', '50', '55'],
      ['text:生均体育活动经费', '>=', '100', undefined],
    ]);
    expect([gate?.allowedMisses, gate?.floor?.toString()]).toEqual([2, '60']);
  });

  test('scores add up by group and in all, with the cells they come from', async () => {
    const rows: Rows = [
      WORK,
      ['A1', '入学机会', '随迁子女', 5, 5, '文件'],
      ['A2', '入学机会', '留守儿童', 5, 4.5],
      ['B1', '保障机制', '问责', 10, '9分'],
      ['合计', null, null, 20, 99],
    ];
    const { data, workItems } = await read({ 工作自评: rows });
    expect(
      data.map(({ indicator, period, value, source }) => [
        indicator,
        period,
        value.toString(),
        'inputs' in source && source.inputs.map(({ cell }) => cell),
      ]),
    ).toEqual([
      ['text:入学机会自评得分', '2024', '9.5', ['E2', 'E3']],
      ['text:保障机制自评得分', '2024', '9', ['E4']],
      ['work-score', '2024', '18.5', ['E2', 'E3', 'E4']],
    ]);
    expect(workItems?.[0]).toMatchObject({ code: 'A1', group: '入学机会', evidence: '文件' });
  });

  test('a group with an item that nobody has scored has no sum, nor has the whole', async () => {
    const rows: Rows = [
      WORK,
      ['A1', '入学机会', '甲', 5, 5],
      ['A2', '入学机会', '乙', 5, null],
      ['B1', '保障机制', '丙', 5, 4],
    ];
    expect(dataOf(await read({ 工作自评: rows }))).toEqual([['text:保障机制自评得分', null, '2024', '4', '分']]);
  });

  test('a stated score wins over the sum: whether they agree is another check', async () => {
    const rows: Rows = [WORK, ['A1', '入学机会', '甲', 5, 5]];
    const money: Rows = [MONEY, ['推进工作自评得分', null, '分', null, null, 96]];
    const scores = dataOf(await read({ 工作自评: rows, 经费: money })).filter(([id]) => id === 'work-score');
    expect(scores).toEqual([['work-score', null, '2024', '96', '分']]);
  });

  test('the survey by group, and its totals', async () => {
    const rows: Rows = [
      SURVEY,
      ['学生家长', 640, 624, 590, null, '2024年11月', '督导室'],
      ['教师', 180, 178, 172],
      ['校长', null, null, null],
      ['合计', 820, 802, 700],
    ];
    const { data } = await read({ 满意度: rows });
    const found = Object.fromEntries(data.map(({ indicator, value }) => [indicator, value.toString()]));
    expect(found).toMatchObject({
      'text:学生家长有效问卷数': '624',
      'satisfaction-issued': '820',
      'satisfaction-valid': '802',
      'satisfaction-satisfied': '762',
    });
    expect(data.find(({ indicator }) => indicator === 'satisfaction-valid')).toMatchObject({
      asOf: '2024年11月',
      office: '督导室',
    });
  });

  test('totals alone are what the office states', async () => {
    const rows: Rows = [SURVEY, ['学生家长'], ['合计', 820, 802, 762]];
    expect(dataOf(await read({ 满意度: rows })).map((row) => row[3])).toEqual(['820', '802', '762']);
  });
});

describe('schools', () => {
  const headings = [...SCHOOL_HEADINGS, '高中学生数（人）', '办学条件填报', '不列入原因'];
  const conditionsOf = async (...rows: Rows) => {
    const { schools } = await read({ 学校: [headings, ...rows] });
    return schools.map(({ part, conditions, amounts }) => [part, conditions, amounts.get('books')?.toString()]);
  };
  const nine = { 学校类型: '九年一贯制学校', 最大班额: null, 教学班数: null };

  test('what a nine-year school shares may stand once, for both of its parts', async () => {
    expect(
      await conditionsOf(
        [...school({ ...nine, 学生数: 550, 图书册数: 11000 }), null, '全校'],
        [...school({ ...nine, 学段: '初中', 学生数: 500, 图书册数: null }), null, '全校'],
      ),
    ).toEqual([
      ['小学', 'whole', '11000'],
      ['初中', 'whole', undefined],
    ]);
  });

  test('so may that of schools with senior pupils, and a part that says nothing follows the other', async () => {
    const twelve = { 学校类型: '十二年一贯制学校', 最大班额: null, 教学班数: null };
    expect(
      await conditionsOf(
        [
          ...school({
            学校名称: '一中',
            学段: '初中',
            学校类型: '完全中学',
            学生数: 600,
            教学班数: 14,
            图书册数: 18000,
          }),
          1000,
          '全校',
        ],
        [...school({ ...twelve, 学生数: 1320, 图书册数: 3960 }), 1000, '全校'],
        [...school({ ...twelve, 学段: '初中', 学生数: 1200, 图书册数: 3960 }), null, null],
      ),
    ).toEqual([
      ['初中', 'whole', '18000'],
      ['小学', 'whole', '3960'],
      ['初中', 'whole', '3960'],
    ]);
  });

  test('a school that the county itself leaves out is named with its reason', async () => {
    const { schools } = await read({ 学校: [headings, [...school(), null, null, '新建学校，尚未招满']] });
    expect(schools[0]).toMatchObject({ excluded: '新建学校，尚未招满', leftOut: '新建学校，尚未招满' });
  });

  test.each<readonly [what: string, rows: Rows, message: string]>([
    [
      'a whole school without its other part',
      [[...school(nine), null, '全校']],
      '「学校」第2行「办学条件填报」（Q2）：填的是全校的数，折算还缺初中学生数。',
    ],
    [
      'a complete middle school without its senior pupils',
      [[...school({ 学段: '初中', 学校类型: '完全中学' }), null, '全校']],
      '「学校」第2行「办学条件填报」（Q2）：填的是全校的数，折算还缺高中学生数。',
    ],
    [
      'a primary school that shares',
      [[...school(), null, '全校']],
      '「学校」第2行「办学条件填报」（Q2）：小学没有与其他学段共用的条件，请改为“本学段”或留空。',
    ],
    [
      'an unknown way of sharing',
      [[...school(), null, '一半']],
      '「学校」第2行「办学条件填报」（Q2）：不认识“一半”；应为本学段、全校之一，或留空。',
    ],
    [
      'two ways for one school',
      [
        [...school(nine), null, '全校'],
        [...school({ ...nine, 学段: '初中' }), null, '本学段'],
      ],
      '「学校」第3行「办学条件填报」（Q3）：“东山小学”的另一学段填“全校”，这里填“本学段”；请改为一致。',
    ],
    [
      'two numbers for one school',
      [
        [...school(nine), null, '全校'],
        [...school({ ...nine, 学段: '初中', 图书册数: 9601 }), null, '全校'],
      ],
      '「学校」第3行「图书册数」（O3）：填的是全校的数，各学段应相同：O2为9600，这里为9601；已分学段的请把“办学条件填报”改为“本学段”。',
    ],
    [
      'yes for a reason',
      [[...school(), null, null, '是']],
      '「学校」第2行「不列入原因」（R2）：“是”不是原因；列入测算的请留空，不列入的请写明原因。',
    ],
  ])('%s', async (_, rows, message) => {
    expect(await messageOf({ 学校: [headings, ...rows] })).toBe(`数据.xlsx${message}`);
  });
});

describe('what is wrong in the new sheets', () => {
  test.each<readonly [what: string, sheets: Readonly<Record<string, Rows>>, message: string]>([
    [
      'one quantity in two sheets',
      {
        县情: [
          ['指标', '学段', '单位', '2024年'],
          ['在校生数', '小学', '人', 400],
        ],
        其他数据: [
          ['指标', '学段', '年份', '数值', '单位'],
          ['小学在校生', null, null, 401, '人'],
        ],
      },
      '数据.xlsx「其他数据」第2行「数值」（D2）：“小学 小学在校生”有两个不同的数：「县情」的D2为400人，这里为401人。',
    ],
    [
      'a year twice',
      {
        经费: [
          ['指标', '单位', '2023年', '2023'],
          ['财政支出', '万元', 1, 1],
        ],
      },
      '数据.xlsx「经费」：C1“2023年”和D1“2023”都是“2023年”列，请只保留一列。',
    ],
    [
      'money without unit',
      { 经费: [MONEY, ['财政支出', null, null, 1, 2, 3]] },
      [2, 3, 4]
        .map(() => '数据.xlsx「经费」第2行「单位」（C2）：“财政支出”没有填写单位，无法确定是否以万为单位。')
        .join('\n'),
    ],
    [
      'no column of names',
      {
        经费: [
          ['学段', '单位', '2024年'],
          ['小学', '元', 5],
        ],
      },
      '数据.xlsx「经费」：找不到表头。应有一行依次写着指标、学段、年份、数值、单位。',
    ],
    [
      'an unknown direction',
      { 省标: [GATE, ['生均图书册数', '约', 15, 20, '册']] },
      '数据.xlsx「省标」第2行「方向」（B2）：不认识“约”；应为不低于或不高于。',
    ],
    [
      'a mark in words',
      { 省标: [GATE, ['生均图书册数', null, '十五', 20, '册']] },
      '数据.xlsx「省标」第2行「小学」（C2）：“十五”不是数字。',
    ],
    [
      'a mark in another unit',
      { 省标: [GATE, ['生均图书册数', null, 15, 20, '元']] },
      '数据.xlsx「省标」第2行「单位」（E2）：“生均图书册数”的单位应为册（或万册等），不是“元”。',
    ],
    [
      'a mark twice',
      { 省标: [GATE, ['生均图书册数', null, 15], ['生均图书', null, 16]] },
      '数据.xlsx「省标」第3行：“生均图书”与第2行重复，请只留一行。',
    ],
    [
      'a negative mark',
      { 省标: [GATE, ['生均图书册数', null, -1]] },
      '数据.xlsx「省标」第2行「小学」（C2）：不能是负数（-1）。',
    ],
    [
      'half a miss',
      { 省标: [GATE, ['生均图书册数', null, 15], ['允许不达标项数', null, 1.5]] },
      '数据.xlsx「省标」第3行「小学」（C3）：应为整数（1.5）。',
    ],
    [
      'more than the points',
      { 工作自评: [WORK, ['A1', '入学机会', '甲', 5, 5.5]] },
      '数据.xlsx「工作自评」第2行「自评分」（E2）：自评分5.5大于分值5。',
    ],
    [
      'a score in words',
      { 工作自评: [WORK, ['A1', '入学机会', '甲', 5, '优']] },
      '数据.xlsx「工作自评」第2行「自评分」（E2）：“优”不是数字。',
    ],
    [
      'a score of nothing',
      { 工作自评: [WORK, ['A1', '入学机会', null, 5, 5]] },
      '数据.xlsx「工作自评」第2行「指标」（C2）：有自评分而没有指标。',
    ],
    [
      'an item twice',
      { 工作自评: [WORK, ['A1', '入学机会', '甲', 5, 5], ['A2', '入学机会', '甲', 5, 4]] },
      '数据.xlsx「工作自评」第3行：“甲”与第2行重复，请只留一行。',
    ],
    [
      'more valid than issued',
      { 满意度: [SURVEY, ['教师', 10, 11, 9]] },
      '数据.xlsx「满意度」第2行「有效份数」（C2）：11大于“发放份数”的10。',
    ],
    [
      'more satisfied than valid',
      { 满意度: [SURVEY, ['教师', 10, 9, 10]] },
      '数据.xlsx「满意度」第2行「满意份数」（D2）：10大于“有效份数”的9。',
    ],
    [
      'a rate where sheets are counted',
      { 满意度: [SURVEY, ['教师', 10, 9, 0.95]] },
      '数据.xlsx「满意度」第2行「满意份数」（D2）：应为整数（0.95）。',
    ],
    [
      'nobody asked',
      { 满意度: [SURVEY, [null, 10, 9, 8]] },
      '数据.xlsx「满意度」第2行「调查对象」（A2）：有份数而没有调查对象。',
    ],
    [
      'a group twice',
      { 满意度: [SURVEY, ['教师', 10, 9, 8], ['教师', 1, 1, 1]] },
      '数据.xlsx「满意度」第3行：“教师”与第2行重复，请合并为一行。',
    ],
    [
      'more teachers than staff',
      {
        学校: [
          [...SCHOOL_HEADINGS, '教职工数'],
          [...school(), 20],
        ],
      },
      '数据.xlsx「学校」第2行「专任教师数」（H2）：24大于“教职工数”的20。',
    ],
  ])('%s', async (_, sheets, message) => {
    expect(await messageOf(sheets)).toBe(message);
  });

  test('a sheet that somebody took away is told, and its data are missing, not zero', async () => {
    expect((await read({})).notices).toEqual(['没有工作表“县情”、“普及与质量”、“其他数据”，其中的数据都作缺少处理。']);
  });
});

describe('several .csv files are one workbook', () => {
  const csv = (rows: Rows, encoding: 'utf-8' | 'gb18030' = 'utf-8') => {
    const text = rows.map((row) => row.map((value) => `"${String(value ?? '')}"`).join(',')).join('\r\n');
    return encoding === 'utf-8' ? new TextEncoder().encode(`\uFEFF${text}`) : gb18030(text);
  };
  /** The words that the test needs, since no encoder is at hand. */
  const gb18030 = (text: string) => {
    const table = new Map<string, number[]>();
    const decoder = new TextDecoder('gb18030');
    for (let high = 0xb0; high <= 0xf7; high++) {
      for (let low = 0xa1; low <= 0xfe; low++) table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
    }
    for (const [mark, bytes] of [
      ['（', [0xa3, 0xa8]],
      ['）', [0xa3, 0xa9]],
    ] as const)
      table.set(mark, [...bytes]);
    return new Uint8Array([...text].flatMap((one) => table.get(one) ?? [one.charCodeAt(0)]));
  };

  test.each(['utf-8', 'gb18030'] as const)('in %s', async (encoding) => {
    const rows: Rows = [
      ['指标', '学段', '单位', '2024年'],
      ['在校生数', '小学', '人', '1,234'],
    ];
    const { dataset } = await readWorkbookFiles('数据', [
      { name: '数据/基本信息.csv', bytes: csv(BASICS, encoding) },
      { name: '数据/学校.csv', bytes: csv([SCHOOL_HEADINGS, school()], encoding) },
      { name: '数据/县情.csv', bytes: csv(rows, encoding) },
    ]);
    expect([dataset.county, dataset.schools.length]).toEqual(['青禾县', 1]);
    expect(dataset.data[0]).toMatchObject({ indicator: 'pupils', source: { sheet: '县情', cell: 'D2' } });
    expect(dataset.data[0]?.value.toString()).toBe('1234');
  });
});
