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

describe('headers of classes', () => {
  test('by size, over plain numbers, head their columns and make up the whole', async () => {
    const { relations, findings } = await checked([
      ['学段', '教学班总数', '45人以下', '46—55人', '56人以上', '大班额比例（%）'],
      ['小学', '320', '290', '26', '4', '1.3'],
      ['初中', '140', '118', '20', '2', '1.4'],
      ['合计', '460', '408', '47', '6', '1.3'],
    ]);
    expect(relations).toContain('= 290+26+4=320');
    expect(relations).toContain('≠ 26+20=46≠47');
    // one wrong cell breaks its row and its column: one finding
    expect(findings).toEqual(['error sum-mismatch 408+47+6=461≠460']);
  });

  test('by age, behind people', async () => {
    const { relations, findings } = await checked([
      ['学段', '专任教师总数', '其中：女教师', '女教师占比（%）', '35岁以下', '36—50岁', '51岁及以上'],
      ['小学', '600', '420', '70.0', '210', '260', '130'],
      ['初中', '300', '165', '55.0', '100', '140', '60'],
      ['合计', '900', '585', '65.0', '310', '400', '190'],
    ]);
    expect(findings).toEqual([]);
    expect(relations).toEqual(expect.arrayContaining(['= 210+260+130=600', '= 420÷600=70%', '= 310+400+190=900']));
  });

  test('are values where the cells below are ranges as well', async () => {
    const { findings } = await checked([
      ['项目', '标准', '现状'],
      ['小学班额', '45人以下', '41人'],
      ['初中班额', '50人以下', '46人'],
    ]);
    expect(findings).toEqual([]);
  });

  test('男 and 女 without 其中 take name and unit from the people before them', async () => {
    const { relations, findings } = await checked([
      ['学校', '学生数（人）', '男', '女'],
      ['东关小学', '520', '280', '240'],
      ['西关小学', '310', '160', '150'],
    ]);
    expect(findings).toEqual([]);
    expect(relations).toEqual(expect.arrayContaining(['= 280+240=520', '= 160+150=310']));
  });
});

describe('a total under 序号', () => {
  const merged = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('合计')}`;
  test.each<[string, readonly string[]]>([
    ['in its cell', ['合计', '', '15600', '6300']],
    ['merged over it', [merged, '15600', '6300']],
  ])('%s', async (_, total) => {
    const { relations } = await checked([
      ['序号', '项目名称', '建筑面积（平方米）', '总投资（万元）'],
      ['1', '石桥学校新建', '9800', '4100'],
      ['2', '柳林小学改建', '5800', '2200'],
      total,
    ]);
    expect(relations).toEqual(['= 9800+5800=15600', '= 4100+2200=6300']);
  });
});

describe('lines that two others make', () => {
  test('rates of a survey, each of the counts that bear it out', async () => {
    const { relations, findings } = await checked([
      ['对象', '发放（份）', '收回（份）', '回收率（%）', '满意（份）', '满意率（%）'],
      ['学生', '800', '780', '97.5', '741', '95.0'],
      ['家长', '600', '570', '95.0', '513', '90.0'],
      ['教师', '200', '200', '100.0', '190', '96.0'],
    ]);
    expect(relations).toEqual(expect.arrayContaining(['= 780÷800=97.5%', '= 513÷570=90%', '≠ 190÷200=95%≠96%']));
    expect(findings).toEqual(['warning share-mismatch 190÷200=95%≠96%']);
  });

  test('what is left: 未达标, 扣分', async () => {
    const { relations, findings } = await checked([
      ['指标', '应达标学校（所）', '已达标学校（所）', '达标率（%）', '未达标学校（所）'],
      ['校舍', '30', '27', '90.0', '3'],
      ['装备', '30', '30', '100.0', '0'],
      ['师资', '30', '24', '80.0', '6'],
    ]);
    expect(findings).toEqual([]);
    expect(relations).toEqual(expect.arrayContaining(['= 30-27=3', '= 30-24=6', '= 27÷30=90%']));
  });

  test('say nothing where no two of them bear a rate out', async () => {
    const { findings } = await checked([
      ['乡镇', '学校（所）', '学生（人）', '巩固率（%）'],
      ['城关镇', '8', '5000', '98.2'],
      ['石桥乡', '3', '1700', '97.4'],
    ]);
    expect(findings).toEqual([]);
  });
});

test('growth behind a total over the years', async () => {
  const { relations, findings } = await checked(
    [
      ['项目', '2021年', '2022年', '两年合计', '增长率（%）'],
      ['教育经费拨款', '5000', '5400', '10400', '8.0'],
      ['教育费附加', '800', '840', '1640', '5.0'],
    ],
    '表3 教育投入',
    '单位：万元',
  );
  expect(findings).toEqual([]);
  expect(relations).toEqual(
    expect.arrayContaining(['= 5000+5400=10400', '= (5400-5000)÷5000=8%', '= (840-800)÷800=5%']),
  );
});

test('a caption names coefficients, so that they do not speak against the indicators themselves', async () => {
  const { findings } = await checked(
    [
      ['指标', '小学', '初中'],
      ['每百名学生拥有网络多媒体教室数', '0.271', '0.214'],
      ['生均图书册数', '0.386', '0.305'],
    ],
    '全县小学每百名学生拥有网络多媒体教室数2.44间，初中3.02间。',
    '表4 小学、初中校际差异系数',
  );
  expect(findings).toEqual([]);
});

describe('heads that count some of what their title counts', () => {
  test('under one title, beside its total', async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="4"/></w:tcPr>${paragraph('专任教师数')}`;
    const { relations, findings } = await checked([
      ['学段', wide],
      ['', '合计', '35岁及以下', '36—45岁', '46岁及以上'],
      ['小学', '500', '180', '200', '120'],
      ['初中', '260', '90', '100', '70'],
    ]);
    expect(findings).toEqual([]);
    expect(relations).toEqual(['= 180+200+120=500', '= 90+100+70=260']);
  });

  test('as the names of the rows', async () => {
    const { relations, findings } = await checked([
      ['学校规模', '学校数', '学生数'],
      ['100人以下', '14', '720'],
      ['100—300人', '22', '4300'],
      ['300人以上', '13', '9100'],
      ['合计', '49', '14110'],
    ]);
    expect(relations).toEqual(['= 14+22+13=49', '≠ 720+4300+9100=14120≠14110']);
    expect(findings).toEqual(['error sum-mismatch 720+4300+9100=14120≠14110']);
  });
});

test('rows of two levels, told by their numbers, are not all added to the total', async () => {
  const { relations, findings } = await checked([
    ['序号', '问题类型', '问题数（个）', '已整改（个）'],
    ['一', '办学条件', '22', '19'],
    ['1', '校舍', '13', '11'],
    ['2', '装备', '9', '8'],
    ['二', '师资', '10', '10'],
    ['合计', '', '32', '29'],
  ]);
  expect(findings).toEqual([]);
  expect(relations.sort()).toEqual(['= 11+8=19', '= 13+9=22', '= 19+10=29', '= 22+10=32'].sort());
});

test('a caption of coefficients holds although one row says 综合差异系数 itself', async () => {
  const { findings } = await checked(
    [
      ['指标', '小学', '初中'],
      ['生均图书册数', '0.386', '0.305'],
      ['综合差异系数', '0.342', '0.298'],
    ],
    '全县小学生均图书24.6册，初中33.1册。',
    '表6 校际差异系数',
  );
  expect(findings).toEqual([]);
});

test('a unit line that lists several gives each column its own', async () => {
  const { relations } = await checked(
    [
      ['项目名称', '建筑面积', '总投资', '学位'],
      ['石桥学校新建', '9800', '4100', '900'],
      ['柳林小学改建', '5800', '2200', '450'],
      ['合计', '15600', '6300', '1350'],
    ],
    '表2 建设项目',
    '单位：平方米、万元、个',
  );
  expect(relations).toEqual(['= 9800+5800=15600', '= 4100+2200=6300', '= 900+450=1350']);
});
