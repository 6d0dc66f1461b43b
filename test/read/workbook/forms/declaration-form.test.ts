import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../../src/model/dataset.ts';
import { readWorkbook } from '../../../../src/read/workbook/index.ts';

type Rows = (string | number | null)[][];
type Merge = { startRow: number; endRow: number; startCol: number; endCol: number };

const merge = (startRow: number, startCol: number, endRow: number, endCol: number): Merge => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

async function read(sheets: readonly { name: string; rows: Rows; merges?: Merge[] }[]): Promise<Dataset> {
  return readWorkbook('申报表.xlsx', await writeXlsx({ sheets: [...sheets] }));
}

const valuesOf = ({ data }: Dataset) =>
  Object.fromEntries(data.map(({ indicator, stage, value }) => [`${indicator}${stage ?? ''}`, value.toString()]));

const codes = Array.from({ length: 22 }, (_, index) => `L${index + 1}`);
const VALUES = [
  34.26, 17.48, 9, 143, 39775, 2428, 19712, 38094, 20, 2, 9, 1, 1, 1, 450, 202, 18216, 8972, 1116, 1055, 811, 737,
];
const TOP = [
  '人口总数（万人）',
  '农业人口数（万人）',
  '乡镇数（个）',
  '行政村数（个）',
  '年人均国内生产总值（元）',
  '年人均地方财政收入（元）',
  '农民年人均纯收入（元）',
  '城镇居民年人均可支配收入（元）',
  '小学',
  '一贯制学校',
  '初中',
  '完中（所）',
  '特殊教育学校数（所）',
  '小学教学点数（个）',
  '小学',
  '初中',
  '小学',
  '初中',
  '合计',
  '其中专任教师数',
  '合计',
  '其中专任教师数',
];

/** Table I as it is printed: groups over columns, a row of codes, the county in one row. */
const tableOne = (
  changes: { tops?: string[]; codes?: (string | null)[]; values?: (number | string | null)[] } = {},
) => {
  const blank = Array.from<null>({ length: 22 }).fill(null);
  const groups: (string | null)[] = [...blank];
  groups[0] = '自然情况';
  groups[4] = '经济情况';
  groups[8] = '普通中小学校数（所）';
  groups[14] = '教学班数（个）';
  groups[16] = '在校学生数（人）';
  groups[18] = '教职工数（人）';
  const middle: (string | null)[] = [...blank];
  middle[18] = '小学';
  middle[20] = '初中';
  const rows: Rows = [
    ['表1 义务教育发展基本均衡县（市、区）基本情况', ...blank],
    ['报送单位：青禾县人民政府', ...blank],
    [null, ...groups],
    [null, ...middle],
    [null, ...(changes.tops ?? TOP)],
    [null, ...(changes.codes ?? codes)],
    ['全县总计', ...(changes.values ?? VALUES)],
    ['注：1. 小学学校数中，省直属0所，民办1所。', ...blank],
  ];
  const merges = [
    merge(0, 0, 0, 22),
    merge(2, 1, 2, 4),
    merge(2, 5, 2, 8),
    merge(2, 9, 2, 12),
    merge(2, 15, 2, 16),
    merge(2, 17, 2, 18),
    merge(2, 19, 2, 22),
    merge(3, 19, 3, 20),
    merge(3, 21, 3, 22),
  ];
  return { name: '表1', rows, merges };
};

const EXPECTED = {
  population: '342600',
  'agricultural-population': '174800',
  'township-count': '9',
  'village-count': '143',
  'gdp-per-capita': '39775',
  'fiscal-revenue-per-capita': '2428',
  'rural-net-income': '19712',
  'urban-income': '38094',
  'school-count小学': '20',
  'combined-school-count': '2',
  'school-count初中': '9',
  'complete-middle-school-count': '1',
  'special-school-count': '1',
  'teaching-point-count': '1',
  'class-count小学': '450',
  'class-count初中': '202',
  pupils小学: '18216',
  pupils初中: '8972',
  staff小学: '1116',
  'full-time-teachers小学': '1055',
  staff初中: '811',
  'full-time-teachers初中': '737',
};

describe('table I of the form of basic balance', () => {
  test('codes as columns under merged headings', async () => {
    const dataset = await read([tableOne()]);
    expect(valuesOf(dataset)).toEqual(EXPECTED);
    expect(dataset.county).toBe('青禾县');
    expect(dataset.data[0]?.source).toEqual({ sheet: '表1', cell: 'B7' });
    expect(dataset.notices?.[0]).toContain('R7“L17 在校学生数（人）／小学”→小学在校生数');
    expect(dataset.notices?.at(-1)).toContain('没有写明年份');
  });

  test('in a sheet that is called as the form calls it, beside a table of schools', async () => {
    const schools: Rows = [
      ['学校名称', '学段', '学校类型', '举办者', '学生数', '图书册数'],
      ['东山小学', '小学', '小学', '县级公办', 400, 9600],
    ];
    const dataset = await read([
      { ...tableOne(), name: '基本情况' },
      { name: '表2', rows: schools },
    ]);
    expect(valuesOf(dataset)).toEqual(EXPECTED);
    expect(dataset.schools.map(({ name }) => name)).toEqual(['东山小学']);
  });

  test('the same without its codes, by the headings alone', async () => {
    const { rows, merges, name } = tableOne();
    const dataset = await read([{ name, rows: [...rows.slice(0, 5), ...rows.slice(6)], merges }]);
    expect(valuesOf(dataset)).toEqual(EXPECTED);
  });

  test('codes as rows', async () => {
    const names = TOP.map((top, index) => {
      const group = index < 8 ? '' : index < 12 ? '普通中小学校数' : index < 14 ? '' : index < 16 ? '教学班数' : '';
      if (index >= 16)
        return index < 18
          ? `${top}在校学生数`
          : `${index < 20 ? '小学' : '初中'}${index % 2 === 0 ? '教职工数' : '专任教师数'}`;
      return group === '' || index === 9 || index === 11 ? top : `${top}${group === '教学班数' ? group : '学校数'}`;
    });
    const rows: Rows = [
      ['编号', '项目', '本县'],
      ...codes.map((code, index) => [code, names[index] ?? '', VALUES[index] ?? null]),
    ];
    expect(valuesOf(await read([{ name: '表1', rows }]))).toEqual(EXPECTED);
  });

  test('a code and a heading that contradict each other are left out and told', async () => {
    const tops = [...TOP];
    tops[2] = '行政村数（个）';
    tops[3] = '乡镇数（个）';
    const dataset = await read([tableOne({ tops })]);
    expect(valuesOf(dataset)).not.toHaveProperty('township-count');
    expect(dataset.notices?.join('\n')).toContain('D7“L3 自然情况／行政村数（个）”（编号L3与名称不一致）');
    expect(valuesOf(dataset)['pupils小学']).toBe('18216');
  });

  test('a column that could be two things is not guessed', async () => {
    const tops = [...TOP];
    tops[3] = '乡镇数（个）';
    const { rows, merges, name } = tableOne({ tops });
    const dataset = await read([{ name, rows: [...rows.slice(0, 5), ...rows.slice(6)], merges }]);
    expect(valuesOf(dataset)).not.toHaveProperty('township-count');
    expect(dataset.notices?.join('\n')).toContain('都可能是同一项，没有代填');
  });

  test('wrong values are told by cell, all at once', async () => {
    const values: (number | string)[] = [...VALUES];
    values[16] = '约18000';
    values[2] = -9;
    await expect(read([tableOne({ values })])).rejects.toThrow(
      '申报表.xlsx「表1」第7行「乡镇数（个）」（D7）：不能是负数（-9）。\n申报表.xlsx「表1」第7行「小学」（R7）：“约18000”不是数字。',
    );
  });

  test('one quantity in two forms with two values is an error that names both', async () => {
    const other = tableOne({ values: VALUES.map((value, index) => (index === 16 ? 18217 : value)) });
    await expect(read([tableOne(), { ...other, name: '表1（副本）' }])).rejects.toThrow(
      '申报表.xlsx「表1（副本）」第7行「小学」（R7）：“小学 在校生数”有两个不同的数：「表1」的R7为18216人，这里为18217人。',
    );
  });
});

test('the form of quality balance has its own numbering', async () => {
  const names = [
    ...TOP.slice(0, 8),
    '小学学校数',
    '九年一贯制学校',
    '初中学校数',
    '完全中学',
    '十二年一贯制学校',
    '特殊教育学校数',
    '小学教学点',
    '50人及以上教学点',
    '小学教学班数',
    '初中教学班数',
    '小学在校学生数',
    '初中在校学生数',
  ];
  const values = [...VALUES.slice(0, 9), 2, 9, 1, 0, 1, 3, 1, 450, 202, 18216, 8972];
  const rows: Rows = names.map((name, index) => [
    `L1_${String(index + 1).padStart(2, '0')}`,
    name,
    values[index] ?? null,
  ]);
  const found = valuesOf(await read([{ name: '表1 基本情况', rows }]));
  expect(found).toMatchObject({
    'text:九年一贯制学校数': '2',
    'text:十二年一贯制学校数': '0',
    'text:50人及以上教学点数': '1',
    'teaching-point-count': '3',
    pupils初中: '8972',
  });
});

describe('tables of schools', () => {
  test('table 2 of the form of quality balance: headings of two storeys, the level in the title', async () => {
    const rows: Rows = [
      ['表2-1 小学资源配置情况', null, null, null, null, null, null],
      ['序号', '学校名称', '基础数据', null, null, null, '备注说明'],
      [null, null, '在校生数', '班级数', '教学及辅助用房面积（平方米）', '教学仪器设备值（万元）', null],
      [1, '东山小学', '1,200', 28, 6000, 240, null],
      [2, '西山小学', 400, 10, 2200.5, 96.5, '在建'],
      ['合计', null, 1600, 38, 8200.5, 336.5, null],
    ];
    const merges = [merge(0, 0, 0, 6), merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 2, 1, 5), merge(1, 6, 2, 6)];
    const { schools, notices } = await read([{ name: '表2-1', rows, merges }]);
    expect(schools.map(({ name, part, excluded }) => [name, part, excluded])).toEqual([
      ['东山小学', '小学', null],
      ['西山小学', '小学', null],
    ]);
    expect(schools[1]?.amounts.get('equipment-value')?.toString()).toBe('965000');
    expect(schools[0]?.amounts.get('pupils')?.toString()).toBe('1200');
    const told = notices?.join('\n') ?? '';
    expect(told).toContain('C3“在校生数”→学生数');
    expect(told).toContain('没有采用：A3“序号”、G3“备注说明”');
    expect(told).toContain('没有最大班额、专任教师数');
    expect(told).toContain('没有举办者一列');
  });

  test('a statistics return tells the level by the type of school', async () => {
    const rows: Rows = [
      ['学校（机构）名称', '学校办学类型', '学校（机构）举办者', '在校生数', '教学仪器设备资产值'],
      ['东山小学', '小学', '县级教育部门', 400, 880000],
      ['第二中学', '初级中学', '县级教育部门', 900, 2100000],
    ];
    const { schools, notices } = await read([{ name: '导出', rows }]);
    expect(schools.map(({ part, owner }) => [part, owner])).toEqual([
      ['小学', '县级公办'],
      ['初中', '县级公办'],
    ]);
    expect(notices?.join('\n')).toContain('E1“教学仪器设备资产值”没有写单位，按元读入');
  });

  test('a combined school in one row is told, not guessed', async () => {
    const rows: Rows = [
      ['学校名称', '学校类型', '在校生数', '图书册数'],
      ['东城学校', '九年一贯制学校', 1500, 40000],
    ];
    await expect(read([{ name: '导出', rows }])).rejects.toThrow(
      '申报表.xlsx「导出」第2行：看不出是小学还是初中；请增加“学段”一列，一贯制学校按学段分两行填写。',
    );
  });
});

test('a workbook of nothing known says what was looked for', async () => {
  await expect(
    read([
      {
        name: '通讯录',
        rows: [
          ['姓名', '电话'],
          ['张三', '123'],
        ],
      },
    ]),
  ).rejects.toThrow(
    '申报表.xlsx：缺少工作表“基本信息”、“学校”、“县级数据”，也认不出申报表或学校统计表；文件中有“通讯录”。可用 junheng init 生成待填写的工作簿。',
  );
});

test('the tables of guarantee, quality and recognition, by the names beside the values', async () => {
  const rows: Rows = [
    ['表6 社会认可度', null, null],
    ['序号', '项目', '数值'],
    [1, '问卷总数', '1,200'],
    [2, '有效问卷数', 1168],
    [3, '满意问卷数', 1107],
    [4, '走访人数', 60],
    [5, '回收方式', '网络'],
  ];
  const guarantee: Rows = [
    ['表4 政府保障程度', null],
    ['教师年平均工资收入水平（万元）', 9.4382],
    ['公务员年平均工资收入水平（万元）', 9.3856],
    ['符合交流条件教师总数（人）', 1111],
    ['交流轮岗教师数（人）', 149],
    ['某项没有见过的数', 7],
  ];
  const dataset = await read([
    { name: '表4', rows: guarantee },
    { name: '表6', rows },
  ]);
  expect(valuesOf(dataset)).toEqual({
    'teacher-average-pay': '94382',
    'civil-servant-average-pay': '93856',
    'text:符合交流条件教师数': '1111',
    'exchanged-teachers': '149',
    'satisfaction-issued': '1200',
    'satisfaction-valid': '1168',
    'satisfaction-satisfied': '1107',
    'text:走访人数': '60',
  });
  expect(dataset.notices?.join('\n')).toContain('「表4」没有采用：B6“某项没有见过的数”（不认识这一项）');
});
