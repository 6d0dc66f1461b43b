import { describe, expect, test } from 'vitest';
import { writeOds } from 'hucre/ods';
import { readWorkbook, readWorkbookContent } from '../../../src/read/workbook/index.ts';
import { county, school, SCHOOL_HEADINGS, schools, workbookOf, type Rows } from './build.ts';

async function amountsOf(rows: Rows) {
  const { schools: read } = await readWorkbook('数据.xlsx', await workbookOf({ schools: rows }));
  return read.map(({ amounts }) => Object.fromEntries([...amounts].map(([id, value]) => [id, value.toString()])));
}

async function dataOf(...rows: Rows) {
  const { data } = await readWorkbook('数据.xlsx', await workbookOf({ county: county(...rows) }));
  return data.map(({ indicator, stage, period, value, unit }) => [indicator, stage, period, value.toString(), unit]);
}

describe('schools', () => {
  test('a row becomes a school part with amounts in base units', async () => {
    const { county: name, year, schools: read } = await readWorkbook('数据.xlsx', await workbookOf());
    expect([name, year]).toEqual(['青禾县', '2024']);
    const [first] = read;
    expect(first).toMatchObject({ name: '东山小学', part: '小学', type: '小学', owner: '县级公办', excluded: null });
    expect(first?.source).toEqual({ sheet: '学校', row: 2 });
    expect(first?.amounts.get('books')?.toString()).toBe('9600');
  });

  test('columns in another order, extra columns, titles above, units in another form', async () => {
    const rows: Rows = [
      ['青禾县学校基本情况表'],
      [],
      ['填报单位：县教育局', null, '2024年9月'],
      [
        '序号',
        '图书册数',
        '举办者',
        '学段',
        '学校类型',
        '学 校\n名称',
        '在校生数(人)',
        '联系电话',
        '教学仪器设备值（万元）',
        '教学班数',
        '最大班额',
        '专任教师',
        '高于规定学历教师数',
        '中级及以上专业技术职务教师数',
        '教学及辅助用房面积(㎡)',
        '体育运动场馆面积（m²）',
        '计算机台数[台]',
      ],
      [1, 9600, '公办', '小学', '完小', '东山小学', 400, '0000', 88, 10, 45, 24, 20, 12, 2000, 3200, 60],
    ];
    expect(await amountsOf(rows)).toEqual(await amountsOf(schools(school())));
  });

  test.each([
    ['text', '400'],
    ['thousands separators', '9,600', 'books'],
    ['full-width digits and comma', '９，６００', 'books'],
    ['a unit behind the number', '9600册', 'books'],
    ['a multiplier behind the number', '0.96万册', 'books'],
    ['spaces', ' 9 600 ', 'books'],
  ])('numbers stored as %s', async (_, text, id = 'pupils') => {
    const heading = id === 'books' ? '图书册数' : '学生数';
    const [amounts] = await amountsOf(schools(school({ [heading]: text })));
    expect(amounts?.[id]).toBe(id === 'books' ? '9600' : '400');
  });

  test('cached formula values', async () => {
    const cell = { value: null, type: 'formula', formula: 'SUM(1,2)', formulaResult: 9600 } as const;
    expect((await amountsOf(schools(school({ 图书册数: cell }))))[0]?.books).toBe('9600');
  });

  test('what a spreadsheet shows as 2000.3 and stores as 2000.3000000000002 is 2000.3', async () => {
    expect((await amountsOf(schools(school({ 教学及辅助用房面积: 2000.3000000000002 }))))[0]?.['teaching-area']).toBe(
      '2000.3',
    );
  });

  test('empty cells, and the marks of forms for them, are absent', async () => {
    const [amounts] = await amountsOf(schools(school({ 图书册数: null, 计算机台数: '/', 教学仪器设备值: '——' })));
    expect(Object.keys(amounts ?? {})).not.toContain('books');
    expect(Object.keys(amounts ?? {})).not.toContain('computers');
    expect(Object.keys(amounts ?? {})).not.toContain('equipment-value');
  });

  test('totals, remarks and empty rows are skipped', async () => {
    const rows = schools(
      school(),
      [],
      school({ 学校名称: '西山小学' }),
      ['小学合计', null, null, null, 800],
      ['合　计', '', '', '', '八百'],
      ['注：学生数以学籍为准'],
      ['填表人：'],
    );
    const { schools: read } = await readWorkbook('数据.xlsx', await workbookOf({ schools: rows }));
    expect(read.map(({ name, source }) => [name, source.row])).toEqual([
      ['东山小学', 2],
      ['西山小学', 4],
    ]);
  });

  test('a name merged over both parts of a combined school counts for both', async () => {
    const type = '九年一贯制学校';
    const rows = schools(school({ 学校类型: type }), school({ 学校名称: null, 学段: '初中', 学校类型: type }));
    const merges = [{ sheet: '学校', startRow: 1, endRow: 2, startCol: 0, endCol: 0 }];
    const { schools: read } = await readWorkbook('数据.xlsx', await workbookOf({ schools: rows, merges }));
    expect(read.map(({ name, part }) => name + part)).toEqual(['东山小学小学', '东山小学初中']);
  });

  test.each([
    [{ 举办者: '民办' }, '民办学校'],
    [{ 举办者: '市直属' }, '省（市）直属学校'],
    [{ 举办者: '区教育局' }, null],
    [{ 举办者: '县直属' }, null],
    [{ 举办者: '企业办' }, '企业办学'],
    [{ 学校类型: '小学教学点' }, '小学教学点'],
    [{ 学校类型: '特教学校' }, '特殊教育学校'],
    [{ 学校类型: '职业高中', 学段: '初中' }, '职业学校'],
  ])('scope of %j: %s', async (changes, reason) => {
    const rows = schools(school(changes));
    const { schools: read } = await readWorkbook('数据.xlsx', await workbookOf({ schools: rows }));
    expect(read[0]?.excluded).toBe(reason);
  });

  test('an .ods and a .csv of the school table read alike', async () => {
    const row = school().map((value) => value as string | number);
    const ods = await writeOds({
      sheets: [
        {
          name: '基本信息',
          rows: [
            ['县名', '青禾县'],
            ['年份', 2024],
          ],
        },
        { name: '学校', rows: [SCHOOL_HEADINGS, row] },
        { name: '县级数据', rows: [['指标', '学段', '年份', '数值', '单位']] },
      ],
    });
    const csv = `\uFEFF${[SCHOOL_HEADINGS, row].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
    const fromXlsx = (await readWorkbook('数据.xlsx', await workbookOf())).schools;
    expect((await readWorkbook('数据.ods', ods)).schools).toEqual(fromXlsx);
    expect((await readWorkbook('学校.csv', new TextEncoder().encode(csv))).schools).toEqual(fromXlsx);
  });
});

describe('county figures', () => {
  test('names and aliases, stages in the name, units in brackets and with 万, 亿', async () => {
    expect(
      await dataOf(
        ['常住人口', null, 2024, 34.26, '万人'],
        ['GDP（亿元）', '', '2024年', '136.27', ''],
        ['小学在校生', null, null, 18216, '人'],
        ['生均图书', '初中', '2023—2024学年', 32.87, '册/生'],
        ['教育费附加', '全县', '2022', '1,284.36万元', null],
        ['公办学校就读随迁子女数', null, 2024, 1194, '人'],
        ['食堂数', null, 2024, 34, '口灶'],
        ['综合差异系数', '小学', 2024, 0.33, ''],
      ),
    ).toEqual([
      ['population', null, '2024', '342600', '人'],
      ['gdp', null, '2024', '13627000000', '元'],
      ['pupils', '小学', null, '18216', '人'],
      ['books-per-pupil', '初中', '2023-2024学年', '32.87', '册'],
      ['education-surcharge', null, '2022', '12843600', '元'],
      ['text:公办学校就读随迁子女数', null, '2024', '1194', '人'],
      ['text:食堂数', null, '2024', '34', '口灶'],
      ['cv-composite', '小学', '2024', '0.33', null],
    ]);
  });

  test('per cent: the number, the number with its sign, and a cell formatted as per cent', async () => {
    const percent = { value: 0.985, style: { numFmt: '0.0%' } };
    const quoted = { value: 98.5, style: { numFmt: '0.0"%"' } };
    const rows = [98.5, '98.5%', '98.5％', percent, quoted].map((value, index) => [
      '巩固率',
      '小学',
      2020 + index,
      value,
      '%',
    ]);
    expect((await dataOf(...rows)).map((row) => row[3])).toEqual(['98.5', '98.5', '98.5', '98.5', '98.5']);
  });

  test('合计 as a stage and 说明 as a definition are data, not totals and remarks', async () => {
    expect(await dataOf(['在校生数', '合计', 2024, 27188, '人', '说明：含民办'], ['合计', null, null, 5])).toEqual([
      ['pupils', null, '2024', '27188', '人'],
    ]);
  });

  test('rows without a value are no data; one quantity twice with one value is one', async () => {
    expect(
      await dataOf(
        ['县情'],
        ['总人口', null, 2024, null, '万人'],
        ['在校生数', '小学', 2024, 10, '人'],
        ['学生数', '小学', null, 10, '人'],
      ),
    ).toEqual([['pupils', '小学', '2024', '10', '人']]);
  });

  test('where it came from travels with it', async () => {
    const rows = county(['总人口', null, 2024, 34.26, '万人', '常住人口', '2024年末', '县统计局']);
    const { data } = await readWorkbook('数据.xlsx', await workbookOf({ county: rows }));
    expect(data[0]).toMatchObject({
      source: { sheet: '县级数据', cell: 'D2' },
      definition: '常住人口',
      asOf: '2024年末',
      office: '县统计局',
    });
  });

  test('other rows of 基本信息 are settings', async () => {
    const basics = [
      ['县（市、区）：', '青禾县'],
      ['报告年度', 2024],
      ['填报单位', '县教育局'],
    ];
    const { dataset, settings } = await readWorkbookContent('数据.xlsx', await workbookOf({ basics }));
    expect([dataset.county, dataset.year, settings.get('填报单位')]).toEqual(['青禾县', '2024', '县教育局']);
  });
});
