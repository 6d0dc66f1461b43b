import { describe, expect, it } from 'vitest';
import { lex } from '../../src/quantities/lexer.ts';
import type { QuantityToken } from '../../src/quantities/token.ts';

const quantities = (text: string): QuantityToken[] => lex(text).filter((token) => token.type === 'quantity');
const shown = (text: string): string[] =>
  quantities(text).map((token) =>
    [
      text.slice(token.start, token.end),
      token.value.toFixed(),
      ...(token.valueMax ? [token.valueMax.toFixed()] : []),
      token.unit ?? '-',
      token.bound ?? '',
    ]
      .join(' ')
      .trim(),
  );

describe('a printed number with its unit', () => {
  it.each([
    ['全县有学校46所。', ['46所 46 所']],
    ['总人口52.36万人，', ['52.36万人 523600 人']],
    ['投入1.2亿元，', ['1.2亿元 120000000 元']],
    ['投入3万4千元，', ['3万4千元 34000 元']],
    ['投入1亿2000万元，', ['1亿2000万元 120000000 元']],
    ['投入12,345.6万元，', ['12,345.6万元 123456000 元']],
    ['增长-3.71%，', ['-3.71% -3.71 %']],
    ['提高了2.3个百分点。', ['2.3个百分点 2.3 个百分点']],
    ['下降3百分点。', ['3百分点 3 个百分点']],
    ['死亡率为5‰。', ['5‰ 0.5 %']],
    ['面积9.8平米、12㎡', ['9.8平米 9.8 平方米', '12㎡ 12 平方米']],
    ['距离3千米', ['3千米 3 千米']],
    ['设备1260台（套）', ['1260台（套） 1260 台(套)']],
    ['共１２３人', ['１２３人 123 人']],
    ['得分97分。', ['97分 97 分']],
    ['占82 %，', ['82 % 82 %']],
    ['每天锻炼1小时，每周5天', ['1小时 1 小时', '5天 5 天']],
    ['不少于360学时', ['360学时 360 学时 >=']],
    ['选派20名校长、42名校园保安', ['20名 20 名', '42名 42 名']],
    ['举办培训112班次', ['112班次 112 班次']],
    ['新建围墙6302延长米', ['6302延长米 6302 延长米']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('a number without its unit', () => {
  it.each([
    ['总人口85万，辖13个乡镇', ['85万 850000 -', '13个 13 个']],
    ['差异系数分别为0.48、0.39。', ['0.48 0.48 -', '0.39 0.39 -']],
    ['（初中1957，小学2961）', ['1957 1957 -', '2961 2961 -']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('ratios', () => {
  it.each([
    ['师生比为1：13.37', ['1：13.37', '0.0748']],
    ['生机比达到9.46:1', ['9.46:1', '9.4600']],
    ['生师比1∶19', ['1∶19', '0.0526']],
  ])('%s', (text, [printed, value]) => {
    const [token] = quantities(text);
    expect([token && text.slice(token.start, token.end), token?.value.toFixed(4), token?.unit]).toEqual([
      printed,
      value,
      '比',
    ]);
  });

  it('takes a clock time for none, and a proportion of three for none', () => {
    expect(shown('早晨8:30到校，三次产业比重为4.0∶37.7∶58.3，')).toEqual([]);
  });
});

describe('ranges', () => {
  it.each([
    ['每年1-2件', ['1-2件 1 2 件']],
    ['用3—5年时间', ['3—5年 3 5 年']],
    ['补助50元至150元', ['50元至150元 50 150 元']],
    ['增长15%～30%', ['15%～30% 15 30 %']],
    ['投资3—5万元', ['3—5万元 30000 50000 元']],
    ['由50元至150元', ['50元 50 元', '150元 150 元']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('bounds', () => {
  it.each([
    ['2000多名', '>='],
    ['7万余件', '>='],
    ['达到85%以上', '>='],
    ['不低于80%', '>='],
    ['超过8.5台', '>='],
    ['均高于工资总额的2.5%', '>='],
    ['8.6台多3.6台', ''],
    ['最低0.19', ''],
    ['高于规定学历的1240人', ''],
    ['控制在1.8%以内', '<='],
    ['不足100人的', '<='],
    ['约18万平方米', '~'],
    ['近2000万元', '~'],
    ['30册左右', '~'],
    ['近三年', ''],
    ['达到96%。', ''],
  ])('%s → %s', (text, bound) => {
    expect(quantities(text)[0]?.bound ?? '').toBe(bound);
  });

  it('deals 以上 behind a list out to every member', () => {
    expect(quantities('分别达到20册、30册以上').map((token) => token.bound)).toEqual(['>=', '>=']);
  });
});

describe('numbers in Chinese characters', () => {
  it.each([
    ['教学楼两幢', ['两幢 2 幢']],
    ['购买了一所停办的学校', ['一所 1 所']],
    ['近三年来', ['三年 3 年']],
    ['七个教学班', ['七个 7 个']],
    ['二十余所', ['二十余所 20 所 >=']],
    ['十二万三千人', ['十二万三千人 123000 人']],
    ['百分之三十', ['百分之三十 30 %']],
    ['百分之十二点五', ['百分之十二点五 12.5 %']],
    ['达到八成以上', ['八成 80 % >=']],
    ['寄宿生占全县8成。', ['8成 80 %']],
    ['超过7.5成以上学校', ['7.5成 75 % >=']],
    ['约占全区1/10，', ['1/10 0.1 比']],
    ['三分之二', ['三分之二 0.6666666666666666666666666666666666666667 比']],
    ['每周一次', ['一次 1 次']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    '主要表现在四个到位',
    '市、区两级政府',
    '十件惠民实事',
    '一批、一系列、一定',
    '实施五年行动计划',
    '小学六年巩固率',
    '九年一贯制学校、九年义务教育',
    '六年级和三年级',
    '确保每一名学生',
    '百名教师下基层',
    '三四十',
    '一人一策、一校一案',
    '“每天一小时”活动',
    '改革开放四十年',
    '十二五规划',
    '前十名',
    '十分重视',
  ])('states nothing: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('what is no figure', () => {
  it.each([
    '2018年9月1日，2019-04-26，2016年以来',
    '2014-2015、2015-2016学年度',
    '教督〔2012〕3号、第3名、前10名、第16名',
    '“2+2”项目、985高校、“211”工程、2＋1项目',
    '1、加强领导。2．健全机制。（1）落实责任；（2）严格督导',
    '20xx年、07年被评为先进',
    '《规划（2016－2030）》',
    'GB 9704、PM2.5、5G',
    '2019年9月9成立的学校、9/10版',
    '12345热线',
    '荣获2018“最美教师”称号',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([]);
  });
});

describe('redaction marks', () => {
  it('stand for a figure where a unit follows them', () => {
    const text = '分别为**元、5840.2元和**万元，**区、**年';
    expect(
      lex(text).flatMap((token) => (token.type === 'mask' ? [[text.slice(token.start, token.end), token.unit]] : [])),
    ).toEqual([
      ['**元', '元'],
      ['**万元', '元'],
    ]);
  });
});

describe('periods', () => {
  it.each([
    ['2010年—2012年', ['2010', '2011', '2012'], '2010-2012'],
    ['2018、2019两年', ['2018', '2019'], '2018-2019'],
    ['2014-2015、2015-2016、2016-2017学年度', ['2014-2015学年', '2015-2016学年', '2016-2017学年'], '2014-2017学年'],
    ['2016年以来', ['2016年以来'], '2016年以来'],
    ['自2018年起至2021年', ['2018', '2019', '2020', '2021'], '2018-2021'],
    ['2023年12月底', ['2023'], '2023'],
    ['2022年度', ['2022'], '2022'],
  ])('%s', (text, labels, whole) => {
    const period = lex(text).find((token) => token.type === 'period');
    expect([period?.type === 'period' && period.labels, period?.type === 'period' && period.whole]).toEqual([
      labels,
      whole,
    ]);
  });
});
