import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/read/workbook/index.ts';
import type { CountyFill } from '../../../src/write/workbook/county-fill.ts';
import type { Need } from '../../../src/draft/index.ts';
import { writeTemplateWorkbook } from '../../../src/write/workbook/template-workbook.ts';

const NEEDS: readonly Need[] = [
  { indicator: 'population', unit: '万人', topic: '县情', note: '常住人口' },
  { indicator: 'pupils', stages: ['小学', '初中'], years: 2, topic: '学生' },
  { indicator: 'text:责任督学人数', unit: '人', topic: '督导', optional: true },
];
const FILL: CountyFill = {
  county: '青禾县',
  year: '2024',
  settings: {},
  basics: { 填报单位: '青禾县教育局' },
  schools: {
    columns: [
      'name',
      'part',
      'type',
      'owner',
      'pupils',
      'class-count',
      'largest-class',
      'full-time-teachers',
      'teaching-area',
    ],
    rows: [['东山小学', '小学', '小学', '县级公办', 400, 10, 45, 24, 2000.5]],
  },
  data: [
    {
      indicator: 'population',
      unit: '万人',
      values: { '2024': 34.26 },
      definition: '常住人口',
      asOf: '2024年末',
      office: '县统计局',
    },
    { indicator: 'pupils', stage: '小学', values: { '2023': 410, '2024': 400 } },
    { indicator: 'gdp', unit: '亿元', values: { '2023': 128.64 } },
  ],
};
const written = (fill: CountyFill | null) =>
  writeTemplateWorkbook({ title: '自评报告', year: '2024', needs: NEEDS, fill });

describe('an empty template', () => {
  test('asks for every needed figure, stage and year, oldest first', async () => {
    const { sheets } = await readXlsx(await written(null));
    expect(sheets.map(({ name }) => name)).toEqual([
      '说明',
      '基本信息',
      '县情',
      '学校',
      '省标',
      '经费',
      '普及与质量',
      '工作自评',
      '满意度',
      '其他数据',
    ]);
    const rowsOf = (name: string, columns: number) =>
      sheets
        .find((sheet) => sheet.name === name)
        ?.rows.filter((row) => row[0] !== null || row[1] !== null)
        .map((row) => row.slice(0, columns));
    const facts = rowsOf('县情', 6) ?? [];
    expect(facts[0]).toEqual(['编号', '指标', '学段', '单位', '2023年', '2024年']);
    expect(facts.slice(2, 24).map(([code]) => code)).toEqual(Array.from({ length: 22 }, (_, index) => `L${index + 1}`));
    expect(facts[2]).toEqual(['L1', '总人口', null, '万人', null, null]);
    expect(facts[8]).toEqual(['L7', '农村居民人均可支配收入', null, '元', null, null]);
    expect(facts[18]).toEqual(['L17', '在校生数', '小学', '人', null, null]);
    expect(facts[24]?.[1]).toBe('50人及以上教学点数');
    expect(rowsOf('其他数据', 5)).toEqual([
      ['指标', '学段', '年份', '数值', '单位'],
      ['督导', null, null, null, null],
      ['责任督学人数', null, '2024', null, '人'],
    ]);
    expect(rowsOf('工作自评', 2)).toHaveLength(18);
  });

  test('before 2014 asks for the income that was published then', async () => {
    const bytes = await writeTemplateWorkbook({ title: '自评报告', year: '2013', needs: [], fill: null });
    const { sheets } = await readXlsx(bytes);
    expect(sheets.find(({ name }) => name === '县情')?.rows[8]?.[1]).toBe('农民人均纯收入');
  });

  test('guides who fills it in: notes, choices, formats, frozen headings, widths', async () => {
    const { sheets } = await readXlsx(await written(null), { readStyles: true });
    const schools = sheets.find(({ name }) => name === '学校');
    expect(schools?.rows[0]?.slice(0, 6)).toEqual([
      '学校名称',
      '学段',
      '学校类型',
      '举办者',
      '学生数（人）',
      '教学班数（个）',
    ]);
    expect(schools?.cells?.get('0,4')?.comment?.text).toContain('学籍');
    expect(schools?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
    expect(schools?.cells?.get('1,4')?.style?.numFmt).toBe('#,##0');
    expect(schools?.freezePane).toMatchObject({ rows: 1, columns: 1 });
    expect(schools?.columns?.[0]?.width).toBe(26);
    const [part, type, owner, pupils] = schools?.dataValidations ?? [];
    expect(part).toMatchObject({ type: 'list', values: ['小学', '初中'], range: 'B2:B201' });
    expect(type?.values).toContain('九年一贯制学校');
    expect(owner?.values).toContain('民办');
    expect(pupils).toMatchObject({ type: 'whole', operator: 'greaterThanOrEqual', range: 'E2:E201' });
  });

  test('cannot be read as data: every blank that must be filled is named', async () => {
    await expect(readWorkbook('数据.xlsx', await written(null))).rejects.toThrow(
      '数据.xlsx「基本信息」第2行「县名」（B2）：没有填写县名。\n数据.xlsx「学校」：没有学校：表头下面没有数据行。',
    );
  });
});

describe('a filled one', () => {
  test('reads back as what went in', async () => {
    const { county, year, schools, data } = await readWorkbook('数据.xlsx', await written(FILL));
    expect([county, year, schools.length]).toEqual(['青禾县', '2024', 1]);
    expect(schools[0]?.amounts.get('teaching-area')?.toString()).toBe('2000.5');
    expect(data.map(({ indicator, stage, period, value }) => [indicator, stage, period, value.toString()])).toEqual([
      ['population', null, '2024', '342600'],
      ['pupils', '小学', '2023', '410'],
      ['pupils', '小学', '2024', '400'],
      ['gdp', null, '2023', '12864000000'],
    ]);
    expect(data[0]).toMatchObject({ definition: '常住人口', asOf: '2024年末', office: '县统计局' });
  });
});
