import { describe, expect, test } from 'vitest';
import { understand } from '../../src/figures/index.ts';
import type { Figure } from '../../src/model/figure.ts';
import type { Report } from '../../src/model/report.ts';
import { readDocument } from '../../src/read/index.ts';
import { buildDocx, paragraph, table } from '../support/docx.ts';
import { reportOf } from '../support/read.ts';

const read = async (...body: readonly string[]): Promise<Report> =>
  understand(await readDocument('报告.docx', buildDocx({ body: body.join('') })));

type Rows = readonly (readonly string[])[];
const figuresOf = async (rows: Rows, ...above: readonly string[]): Promise<readonly Figure[]> =>
  (await read(...above.map((line) => paragraph(line)), table(rows))).figures;

/** `18216人 pupils 小学 2023`: what a figure says, without what is null. */
const told = ({ value, unit, indicator, stage, period, scope }: Figure): string =>
  [`${value.toFixed()}${unit ?? ''}`, indicator, stage, period, scope].filter((part) => part !== null).join(' ');

describe('the number of a cell', () => {
  test.each<[string, Partial<Record<keyof Figure, unknown>> & { readonly value: string }]>([
    ['1234', { value: '1234', text: '1234', bound: null }],
    ['1,234.50', { value: '1234.5', text: '1,234.50' }],
    ['1，234', { value: '1234', text: '1，234' }],
    ['１２３４', { value: '1234', text: '１２３４' }],
    ['98.60%', { value: '98.6', unit: '%', kind: 'percent' }],
    ['-5.2', { value: '-5.2', text: '-5.2' }],
    ['－5.2', { value: '-5.2', text: '－5.2' }],
    ['+5.2', { value: '5.2', text: '5.2' }],
    ['≥85', { value: '85', text: '85', bound: '>=' }],
    ['约30', { value: '30', text: '30', bound: '~' }],
    ['3.2万', { value: '32000', text: '3.2万' }],
    ['40.88万人', { value: '408800', unit: '人' }],
    ['1:17.52', { unit: '比', kind: 'ratio', value: '0.05707762557077625570776255707762557077626' }],
    ['3—5', { value: '3', text: '3—5' }],
    [' 45 ', { value: '45', text: '45' }],
  ])('%s', async (cell, expected) => {
    const [figure, ...rest] = await figuresOf([
      ['项目', '数值'],
      ['甲', cell],
    ]);
    expect(rest).toEqual([]);
    expect({ ...figure, value: figure?.value.toFixed() }).toMatchObject(expected);
  });

  test('its span is exact, whatever stands around it', async () => {
    const report = await read(
      paragraph('全县有小学45所。'),
      table([
        ['项目', '数值'],
        ['甲', '  ≥1,234 '],
      ]),
    );
    const { span, text } = report.figures[1] as Figure;
    expect(report.manuscript.text.slice(span.start, span.end)).toBe('1,234');
    expect(text).toBe('1,234');
  });

  test('keeps its printed precision under a header that multiplies', async () => {
    const [figure] = await figuresOf([
      ['项目', '金额（万元）'],
      ['教育费附加', '2.30'],
    ]);
    expect(figure?.value.toFixed()).toBe('23000');
    expect(figure?.interval.low.toFixed()).toBe('22950');
    expect(figure?.interval.high.toFixed()).toBe('23050');
  });

  test.each(['—', '－', '-', '/', '', '无', '…', '合格', '见附件', '√'])('none in “%s”', async (cell) => {
    expect(
      await figuresOf([
        ['项目', '数值'],
        ['甲', cell],
      ]),
    ).toEqual([]);
  });

  test('a mask is a mask', async () => {
    const { masks, figures } = await read(
      table([
        ['项目', '金额（万元）'],
        ['甲', '**'],
        ['乙', '**万元'],
      ]),
    );
    expect(figures).toEqual([]);
    expect(masks).toMatchObject([
      { text: '**', unit: '元' },
      { text: '**万元', unit: '元' },
    ]);
  });

  test('numbers that count lines or date something are none', async () => {
    const found = await figuresOf([
      ['序号', '学校', '建校时间', '学生数（人）', '名次'],
      ['1', '东关小学', '1956', '450', '1'],
      ['2', '西关小学', '1987', '352', '2'],
    ]);
    expect(found.map(({ text }) => text)).toEqual(['450', '352']);
  });

  test('a cell of sentences is read as running text', async () => {
    const found = await figuresOf([
      ['问题', '措施', '金额（万元）'],
      ['校舍不足', '2023年新建校舍1200平方米，增加学位300个。', '560'],
    ]);
    expect(found.map(({ text }) => text)).toEqual(['1200平方米', '300个', '560']);
  });

  test('ids run on through text and tables in reading order', async () => {
    const rows = table([
      ['学段', '学校（所）'],
      ['小学', '20'],
      ['初中', '9'],
    ]);
    const { figures } = await read(paragraph('总人口34.26万人。'), rows, paragraph('面积1864平方公里。'));
    expect(figures.map(({ id, text }) => `${id} ${text}`)).toEqual([
      'f1 34.26万人',
      'f2 20',
      'f3 9',
      'f4 1864平方公里',
    ]);
    expect(figures.map(({ span }) => span.start)).toEqual(figures.map(({ span }) => span.start).sort((a, b) => a - b));
  });
});

describe('names', () => {
  test.each<[string, Rows, readonly string[], readonly string[]]>([
    [
      'stages down, quantities across',
      [
        ['学段', '学校数（所）', '在校生数（人）', '生师比'],
        ['小学', '20', '18216', '17.27'],
      ],
      [],
      ['20所 school-count 小学', '18216人 pupils 小学', '17.27比 pupil-teacher-ratio 小学'],
    ],
    [
      'quantities down, years across',
      [
        ['项目', '2022年', '2023年'],
        ['小学生均公用经费（元）', '1012.35', '1058.62'],
      ],
      [],
      ['1012.35元 public-funds-per-pupil 小学 2022', '1058.62元 public-funds-per-pupil 小学 2023'],
    ],
    [
      'years down',
      [
        ['年份', '财政支出（万元）'],
        ['2022', '100'],
        ['2023', '120'],
      ],
      [],
      ['1000000元 fiscal-expenditure 2022', '1200000元 fiscal-expenditure 2023'],
    ],
    [
      'row and column make one name',
      [
        ['指标', '小学均值', '小学差异系数'],
        ['生均图书册数（册）', '25.58', '0.370'],
        ['综合', '—', '0.330'],
      ],
      [],
      ['25.58册 books-per-pupil 小学', '0.37 cv-books 小学', '0.33 cv-composite 小学'],
    ],
    [
      'each row a school',
      [
        ['学校名称', '学生数（人）'],
        ['东关小学', '450'],
        ['石桥中心校', '120'],
      ],
      [],
      ['450人 pupils 东关小学', '120人 pupils 石桥中心校'],
    ],
    [
      'the total of some schools is not the county’s',
      [
        ['学校', '学生数（人）'],
        ['东关小学', '450'],
        ['合计', '450'],
      ],
      [],
      ['450人 pupils 东关小学', '450人 pupils 表内'],
    ],
    [
      'the total of all townships is',
      [
        ['乡镇', '学生数（人）'],
        ['石桥乡', '450'],
        ['合计', '450'],
      ],
      ['表1 2023年各乡镇学生数'],
      ['450人 pupils 2023 石桥乡', '450人 pupils 2023'],
    ],
    [
      'a part (其中) is a scope of its whole',
      [
        ['学段', '在校生数（人）', '其中：女生'],
        ['小学', '18216', '8800'],
      ],
      [],
      ['18216人 pupils 小学', '8800人 pupils 小学 女生'],
    ],
    [
      'the caption gives topic, stage, year and unit',
      [
        ['学校', '2022年', '2023年'],
        ['东关小学', '450', '470'],
      ],
      ['表2 小学在校生数情况', '单位：人'],
      ['450人 pupils 小学 2022 东关小学', '470人 pupils 小学 2023 东关小学'],
    ],
    [
      'of several units in the caption each name takes its own',
      [
        ['学段', '学校数', '在校生数'],
        ['小学', '20', '18216'],
      ],
      ['表3 学校情况（单位：所、人）'],
      ['20所 school-count 小学', '18216人 pupils 小学'],
    ],
    [
      'a stage in 所 counts its schools',
      [
        ['乡镇', '小学（所）'],
        ['石桥乡', '3'],
      ],
      [],
      ['3所 school-count 小学 石桥乡'],
    ],
    [
      'pairs without any header',
      [['总人口', '34.26万人', '教师', '1792']],
      [],
      ['342600人 population', '1792人 teachers'],
    ],
    [
      'a rate is no money, whatever the caption says',
      [
        ['项目', '2023年', '完成率'],
        ['教育费附加', '120', '98.5'],
      ],
      ['单位：万元'],
      ['1200000元 education-surcharge 2023', '98.5% text:教育费附加完成率'],
    ],
  ])('%s', async (_, rows, above, expected) => {
    const found = (await figuresOf(rows, ...above)).map(told);
    expect(found.slice(0, expected.length)).toEqual(expected);
  });

  test('roles: growth, increase, share and limit', async () => {
    const found = await figuresOf([
      ['项目', '2022年', '2023年', '增减额', '比上年增长（%）', '占比（%）', '目标值'],
      ['教育费附加（万元）', '100', '110', '10', '10.0', '37.6', '105'],
    ]);
    expect(found.map(({ role, unit, label }) => `${role} ${unit} ${label}`)).toEqual([
      'level 元 教育费附加',
      'level 元 教育费附加',
      'change 元 教育费附加增减数',
      'change-rate % 教育费附加增长率',
      'share % 教育费附加占比',
      'limit 元 教育费附加限值',
    ]);
  });

  test('two header rows name their columns together', async () => {
    const merged = (columns: number, text: string) =>
      `<w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr>${paragraph(text)}`;
    const found = await figuresOf([
      ['乡镇', merged(2, '小学'), merged(2, '初中')],
      ['', '学校数（所）', '学生数（人）', '学校数（所）', '学生数（人）'],
      ['石桥乡', '3', '410', '1', '150'],
    ]);
    expect(found.map(told)).toEqual([
      '3所 school-count 小学 石桥乡',
      '410人 pupils 小学 石桥乡',
      '1所 school-count 初中 石桥乡',
      '150人 pupils 初中 石桥乡',
    ]);
  });
});

describe('a number at a line’s end', () => {
  test.each(['全县在校生27188\n初中教师另计。', '综合差异系数为0.33\n校际差距缩小。', '学生总数27188\n人均不详。'])(
    'is read whatever the next line begins with: %s',
    (text) => {
      expect(reportOf(text).figures).toHaveLength(1);
    },
  );

  test('is none where it numbers a table', () => {
    const text = '表1 2023年各校情况\n详见附表2、图3\n另有代表12名，共发出代表证12\n';
    expect(reportOf(text).figures.map(({ text }) => text)).toEqual(['12名', '12']);
  });

  test('makes no range or ratio with the next line', () => {
    expect(reportOf('系数为0.31\n—\n0.46').figures.map(({ text }) => text)).toEqual(['0.31', '0.46']);
  });
});
