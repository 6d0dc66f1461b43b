import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { understand } from '../../src/figures/index.ts';
import { readDocument } from '../../src/read/index.ts';
import { buildDocx, paragraph, table } from '../support/docx.ts';

type Rows = readonly (readonly string[])[];

/** `= 20+9+3=32` a relation that holds, `≠ …` one that is broken, and what was found wrong. */
async function checked(rows: Rows, ...above: readonly string[]): Promise<{ relations: string[]; findings: string[] }> {
  const body = above.map((line) => paragraph(line)).join('') + table(rows);
  const report = understand(await readDocument('报告.docx', buildDocx({ body })));
  const { relations, findings } = checkReport(report, []);
  return {
    relations: relations.map(
      ({ verdict, check }) => `${verdict === 'holds' ? '=' : verdict === 'broken' ? '≠' : '?'} ${check}`,
    ),
    findings: findings.map(({ severity, rule, evidence }) => `${severity} ${rule} ${evidence}`),
  };
}

describe('totals', () => {
  test('of columns and of rows', async () => {
    const { relations, findings } = await checked([
      ['乡镇', '小学（人）', '初中（人）', '合计（人）'],
      ['城关镇', '5000', '3000', '8000'],
      ['石桥乡', '1200', '500', '1700'],
      ['合计', '6200', '3500', '9700'],
    ]);
    expect(findings).toEqual([]);
    expect(relations.sort()).toEqual(
      [
        '= 5000+3000=8000',
        '= 1200+500=1700',
        '= 6200+3500=9700',
        '= 5000+1200=6200',
        '= 3000+500=3500',
        '= 8000+1700=9700',
      ].sort(),
    );
  });

  test('that do not agree are errors at the cell', async () => {
    const { findings } = await checked([
      ['学段', '学校（所）', '教师（人）'],
      ['小学', '20', '1055'],
      ['初中', '9', '737'],
      ['合计', '29', '1791'],
    ]);
    expect(findings).toEqual(['error sum-mismatch 1055+737=1792≠1791']);
  });

  test('before their parts', async () => {
    const { relations } = await checked([
      ['年份', '合计', '小学', '初中'],
      ['2022年', '30', '20', '10'],
      ['2023年', '32', '21', '11'],
    ]);
    expect(relations).toEqual(['= 20+10=30', '= 21+11=32']);
  });

  test('of groups, and the grand total of those', async () => {
    const { relations, findings } = await checked([
      ['学校', '学生数（人）'],
      ['东关小学', '100'],
      ['西关小学', '200'],
      ['小学小计', '300'],
      ['第一中学', '400'],
      ['第二中学', '250'],
      ['中学小计', '650'],
      ['总计', '951'],
    ]);
    expect(relations).toEqual(['= 100+200=300', '= 400+250=650', '≠ 300+650=950≠951']);
    expect(findings).toHaveLength(1);
  });

  test('under two header rows, each group its own', async () => {
    const merged = (text: string) => `<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${paragraph(text)}`;
    const { relations } = await checked([
      ['乡镇', merged('学校数（所）'), merged('学生数（人）')],
      ['', '合计', '小学', '初中', '合计', '小学', '初中'],
      ['城关镇', '7', '5', '2', '800', '500', '300'],
      ['石桥乡', '4', '3', '1', '170', '120', '50'],
    ]);
    expect(relations.sort()).toEqual(['= 120+50=170', '= 3+1=4', '= 5+2=7', '= 500+300=800'].sort());
  });

  test('of quantities that stand under 合计 beside the same under each stage', async () => {
    const merged = (text: string) => `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text)}`;
    const { relations } = await checked([
      ['乡镇', merged('小学'), merged('初中'), merged('合计')],
      ['', '校数', '人数', '校数', '人数', '校数', '人数'],
      ['城关镇', '5', '500', '2', '300', '7', '800'],
    ]);
    expect(relations).toEqual(['= 5+2=7', '= 500+300=800']);
  });

  test('never add rates, per-head values, coefficients or ratios', async () => {
    const { relations } = await checked([
      ['学段', '达标率（%）', '生均图书（册）', '生师比', '差异系数', '平均班额（人）'],
      ['小学', '90', '25', '17', '0.31', '40'],
      ['初中', '95', '32', '12', '0.33', '44'],
      ['合计', '92', '28', '15', '0.32', '41'],
    ]);
    expect(relations).toEqual([]);
  });

  test('leave 其中 out, which must stay within its whole', async () => {
    const { relations, findings } = await checked([
      ['类别', '在校生（人）', '其中：女生', '其中：寄宿生'],
      ['小学', '500', '240', '100'],
      ['初中', '300', '310', '200'],
      ['合计', '800', '550', '300'],
    ]);
    expect(relations).toContain('= 500+300=800');
    expect(findings).toEqual(['error part-exceeds-whole 310>300']);
  });

  test('rounded amounts agree within their rounding, and are only a warning beyond it', async () => {
    const rows = (total: string): Rows => [
      ['项目', '金额（万元）'],
      ['公用经费', '310.24'],
      ['培训经费', '126.53'],
      ['设备购置', '480.18'],
      ['合计', total],
    ];
    expect((await checked(rows('916.96'))).findings).toEqual([]);
    expect((await checked(rows('926.95'))).findings).toEqual([
      'warning sum-mismatch 310.24+126.53+480.18=916.95≠926.95',
    ]);
  });

  test('a reading that no line bears out is not told', async () => {
    const { findings } = await checked([
      ['项目', '甲', '乙', '合计'],
      ['一', '3', '4', '19'],
      ['二', '5', '6', '23'],
      ['三', '7', '8', '12'],
      ['四', '9', '1', '77'],
    ]);
    expect(findings).toEqual([]);
  });

  test('a masked part makes the total not assessable', async () => {
    const { relations } = await checked([
      ['项目', '金额（万元）'],
      ['公用经费', '310'],
      ['培训经费', '**'],
      ['合计', '436'],
    ]);
    expect(relations).toEqual(['? 合计与分项']);
  });

  test('rows numbered by levels', async () => {
    const { relations } = await checked([
      ['项目', '金额（万元）'],
      ['一、公用经费', '120'],
      ['1.小学', '70'],
      ['2.初中', '50'],
      ['二、项目经费', '80'],
      ['合计', '200'],
    ]);
    expect(relations.sort()).toEqual(['= 120+80=200', '= 70+50=120']);
  });
});

describe('changes and shares', () => {
  test('growth columns against the years before them', async () => {
    const { relations, findings } = await checked(
      [
        ['项目', '2021年', '2022年', '2023年', '2023年比2022年增长（%）'],
        ['教育费附加', '1000', '1100', '1200', '9.09'],
        ['地方教育附加', '500', '600', '660', '10'],
        ['转移支付', '800', '800', '880', '12'],
      ],
      '单位：万元',
    );
    expect(relations).toEqual(['= (1200-1100)÷1100=9.09%', '= (660-600)÷600=10%', '≠ (880-800)÷800=10%≠12%']);
    expect(findings).toEqual(['error growth-mismatch (880-800)÷800=10%≠12%']);
  });

  test('years down the rows, the rate beside its amount', async () => {
    const { relations } = await checked([
      ['年份', '教育经费（万元）', '增长率（%）'],
      ['2021年', '1000', '—'],
      ['2022年', '1100', '10'],
      ['2023年', '1210', '10'],
    ]);
    expect(relations).toEqual(['= (1100-1000)÷1000=10%', '= (1210-1100)÷1100=10%']);
  });

  test('increases as amounts, this year and last', async () => {
    const { relations } = await checked([
      ['项目', '本年', '上年', '增减额'],
      ['公用经费（万元）', '130', '120', '10'],
      ['项目经费（万元）', '70', '80', '-10'],
    ]);
    expect(relations).toEqual(['= 130-120=10', '= 70-80=-10']);
  });

  test('shares of the column’s total', async () => {
    const { relations, findings } = await checked([
      ['类别', '人数（人）', '占比（%）'],
      ['高级', '120', '24'],
      ['中级', '230', '46'],
      ['初级', '150', '31'],
      ['合计', '500', '100'],
    ]);
    expect(relations.filter((relation) => relation.includes('÷'))).toEqual([
      '= 120÷500=24%',
      '= 230÷500=46%',
      '≠ 150÷500=30%≠31%',
    ]);
    expect(findings).toEqual([expect.stringContaining('share-mismatch')]);
  });

  test('shares of what the header names', async () => {
    const { relations } = await checked([
      ['项目', '2022年', '2023年'],
      ['教育经费（万元）', '1900', '2000'],
      ['财政支出（万元）', '10000', '10000'],
      ['教育经费占财政支出比例（%）', '19', '20'],
    ]);
    expect(relations).toEqual(['= 1900÷10000=19%', '= 2000÷10000=20%']);
  });
});

test('a table agrees or conflicts with the text around it', async () => {
  const rows: Rows = [
    ['项目', '2023年'],
    ['小学生均公用经费（元）', '1058.62'],
  ];
  const text = '2023年，小学生均公用经费为1085.62元。';
  expect((await checked(rows, text)).findings).toEqual(['error value-conflict 1058.62≠1085.62']);
});

test('a table of 20,000 cells is read and checked', async () => {
  const rows: string[][] = [['学校', '小学（人）', '初中（人）', '合计（人）']];
  const sums = [0, 0, 0];
  for (let index = 0; index < 5000; index++) {
    const values = [100 + (index % 300), 50 + (index % 170)];
    const all = [...values, (values[0] ?? 0) + (values[1] ?? 0)];
    all.forEach((value, column) => (sums[column] = (sums[column] ?? 0) + value));
    rows.push([`清河县第${index + 1}学校`, ...all.map(String)]);
  }
  rows.push(['合计', ...sums.map(String)]);
  const { relations, findings } = await checked(rows);
  expect(relations).toHaveLength(5000 + 1 + 3);
  expect(relations.every((relation) => relation.startsWith('='))).toBe(true);
  expect(findings).toEqual([]);
});

test('the arithmetic of a long column is shown in short', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => [`第${index + 1}小学`, '10']);
  const { findings } = await checked([['学校', '学生数（人）'], ...rows, ['合计', '401']]);
  expect(findings).toEqual(['error sum-mismatch 10+10+10+…+10+10+10（共40项）=400≠401']);
});
