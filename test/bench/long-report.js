// 测速用的长报告：自编模板，约30页、12张表、3幅图，数据取自虚构的青禾县。
// A long report as templates: prose whose words follow the data, tables, and charts beside them.

const PARTS = 12;
const CHARTS = 3;
/** Rates and amounts of both stages, with the unit they are told in. */
const PAIRS = [
  ['pupils', '在校生', ''],
  ['class-count', '教学班', ''],
  ['full-time-teachers', '专任教师', ''],
  ['staff', '教职工', ''],
  ['campus-area', '校园占地面积', ''],
  ['building-area', '校舍建筑面积', ''],
  ['entrants', '招生', ''],
  ['graduates', '毕业生', ''],
  ['multimedia-rooms', '网络多媒体教室', ''],
  ['enrolment-rate', '入学率', '%'],
  ['completion-rate', '完成率', '%'],
  ['fitness-rate', '体质健康合格率', '%'],
];
const SERIES = [
  ['education-budget', '一般公共预算教育经费', '万元'],
  ['regular-revenue', '财政经常性收入', '万元'],
  ['fiscal-expenditure', '财政支出', '万元'],
  ['education-surcharge', '教育费附加', '万元'],
  ['local-education-surcharge', '地方教育附加', '万元'],
  ['land-revenue-share', '土地出让收益计提教育资金', '万元'],
];
const YEARS = [-2, -1, 0];
const MEANS = [
  ['teaching-area-per-pupil', 'cv-teaching-area', '生均教学及辅助用房面积（平方米）'],
  ['sports-area-per-pupil', 'cv-sports-area', '生均体育运动场馆面积（平方米）'],
  ['equipment-value-per-pupil', 'cv-equipment-value', '生均教学仪器设备值（元）'],
  ['computers-per-hundred', 'cv-computers', '每百名学生拥有计算机台数（台）'],
  ['books-per-pupil', 'cv-books', '生均图书册数（册）'],
];

/** The report kind: its folder's files, over the data that the bundled kind asks for. */
export function longKind(bundled) {
  const needs = bundled.slice(bundled.indexOf('\nneeds:'));
  const names = Array.from({ length: PARTS }, (_, index) => `${10 + index}-part.md`);
  const kind = `id: long\ntitle: 长报告\nstandards: [basic-balance-2012]\nsections:\n${['00.md', ...names].map((name) => `  - ${name}`).join('\n')}${needs}`;
  const title = '# {{county}}人民政府{{newline}}关于义务教育均衡发展情况的报告\n';
  return new Map([['kind.yaml', kind], ['00.md', title], ...names.map((name, index) => [name, partOf(index)])]);
}

const NUMERALS = '一二三四五六七八九十'.split('');
const numeral = (index) => (index < 10 ? NUMERALS[index] : `十${NUMERALS[index - 10]}`);

function partOf(index) {
  const turned = (list, count) => Array.from({ length: count }, (_, place) => list[(index + place) % list.length]);
  const states = turned(PAIRS, 6).map(
    ([id, name]) =>
      `{{#part}}全县${name}小学为{{figure "${id}" stage="小学"}}、初中为{{figure "${id}" stage="初中"}}，有关部门按学校逐一核实台账，确保上报的数据与学校实际相符，并把核实结果作为安排项目和资金的依据。{{/part}}`,
  );
  const money = turned(SERIES, 4).map(
    ([id, name, unit]) =>
      `{{#part}}{{yearName -2}}—{{yearName 0}}年，${name}分别为{{series "${id}" years=3 in="${unit}"}}，{{trend "${id}" years=3}}，财政部门按季度通报拨付进度，教育部门同步公开使用情况，接受审计和社会监督。{{/part}}`,
  );
  const means = turned(MEANS, 4).map(
    ([id, cv, name]) =>
      `{{#part}}小学${name.replace(/（.*/, '')}为{{figure "${id}" stage="小学"}}，差异系数为{{figure "${cv}" stage="小学"}}；初中为{{figure "${id}" stage="初中"}}，差异系数为{{figure "${cv}" stage="初中"}}。学校之间的差距主要来自建校时间和在校生规模，今后新增资源优先安排给低于县域均值的学校。{{/part}}`,
  );
  return [
    `## ${numeral(index)}、${['学校', '教师', '经费', '条件', '质量', '公平'][index % 6]}情况之${numeral(index)}`,
    '### （一）基本数据',
    ...states,
    '### （二）经费投入',
    money.join('\n'),
    '### （三）校际差异',
    means.join('\n'),
    tableOf(index),
  ].join('\n\n');
}

/** The first tables are of what a chart draws, the others of means and coefficients. */
function tableOf(index) {
  const role = index < CHARTS ? 'column-chart' : 'caption';
  const rows = index < CHARTS ? moneyTable() : meansTable();
  return `{{role "${role}"}}${index < CHARTS ? '经费投入情况' : '办学条件和差异系数'}\n\n${rows.join('\n')}`;
}

function moneyTable() {
  const cells = (id, unit) => YEARS.map((year) => `{{figure "${id}" year=${year} in="${unit}" bare=true}}`).join(' | ');
  return [
    '| 项目 | {{yearName -2}}年 | {{yearName -1}}年 | {{yearName 0}}年 |',
    '| :-- | :-: | :-: | :-: |',
    ...SERIES.map(([id, name, unit]) => `| ${name}（${unit}） | ${cells(id, unit)} |`),
  ];
}

function meansTable() {
  const cell = (id, stage) => `{{figure "${id}" stage="${stage}" bare=true}}`;
  return [
    '| 指标 | 小学均值 | 小学差异系数 | 初中均值 | 初中差异系数 |',
    '| :-- | :-: | :-: | :-: | :-: |',
    ...MEANS.map(
      ([id, cv, name]) =>
        `| ${name} | ${cell(id, '小学')} | ${cell(cv, '小学')} | ${cell(id, '初中')} | ${cell(cv, '初中')} |`,
    ),
  ];
}
