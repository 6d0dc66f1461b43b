import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseStandard } from '../../src/standards/parse.ts';
import { problemsOf } from './problems-of.ts';

const SAMPLE = readFileSync(new URL('../../corpus/sample/某省标准示例.yaml', import.meta.url), 'utf8');

const SOUND = `id: own
name: 某省标准
issuer: 某省教育厅
number: 某教〔2020〕1号
effective: { from: 2020-01-01, until: null }
region: 某省
limits:
  - id: size
    indicator: pupils
    types: [九年一贯制学校]
    wholeSchool: true
    comparison: '<='
    value: 2500
    clause: 规模不超过2500人
    level: school
    effective: { from: 2021-01-01, until: null }
claims:
  - id: growth
    words: [三个增长]
    form: growth-above
    indicator: education-budget
    than: regular-revenue
    clause: 拨款增长高于经常性收入增长
  - id: no-large-class
    words: [消除大班额]
    form: level
    indicator: large-class-count
    comparison: '<='
    value: 0
    clause: 56人以上为大班额
items:
  - id: item
    group: 入学机会
    text: 落实三个增长
    evidence: figures
    figures: 各年增幅
    settledBy: [growth]
vetoes:
  - { id: veto, text: 违规择校 }
reliefs:
  - { id: relief, when: 老校, text: 不超过3000人, limits: [size], value: 3000 }
survey:
  perMille: 1.5
  atLeast: 600
  parentShare: 50
  clause: 样本为1.5‰
`;

test('every part is read', () => {
  const read = parseStandard('own.yaml', SOUND);
  expect(read.limits).toMatchObject([
    { confidence: 'certain', unit: '人', stage: null, types: ['九年一贯制学校'], wholeSchool: true, area: null },
  ]);
  expect(read.limits[0]?.effective).toEqual({ from: '2021-01-01', until: null });
  expect(read.claims).toMatchObject([
    { form: 'growth-above', than: 'regular-revenue', value: null, comparison: null },
    { form: 'level', than: null, comparison: '<=' },
  ]);
  expect(read.items).toMatchObject([{ figures: '各年增幅', settledBy: ['growth'] }]);
  expect(read.vetoes).toMatchObject([{ id: 'veto', settledBy: [] }]);
  expect(read.reliefs[0]?.value?.toString()).toBe('3000');
  expect(read.survey?.validShare).toBeNull();
  expect(read.kinds).toEqual([]);
});

describe('one fault, one message with its place', () => {
  test.each([
    [
      'a form that is none',
      ['form: level', 'form: same'],
      /^own\.yaml 第26行第11列：“form”应为growth-above、.*之一，不是“same”。$/u,
    ],
    ['a claim without words', ['words: [消除大班额]', 'words: []'], /第24行第5列：“words”至少要有一项。$/u],
    ['a form without its second indicator', ['    than: regular-revenue\n', ''], /第18行第5列：缺少“than”。$/u],
    [
      'a key that the form has no use for',
      ['value: 0', 'value: 0\n    than: staff'],
      /第30行第11列：“level”这种form用不到“than”。$/u,
    ],
    ['an item of figures that tells none', ['    figures: 各年增幅\n', ''], /第32行第5列：缺少“figures”。$/u],
    [
      'figures for an item of papers',
      ['evidence: figures', 'evidence: text'],
      /第36行第14列：靠文字佐证的项目用不到“figures”。$/u,
    ],
    [
      'an item settled by nothing',
      ['settledBy: [growth]', 'settledBy: [growht]'],
      /第37行第17列：没有 id 为“growht”的限值或提法。$/u,
    ],
    [
      'a relief of an unknown limit',
      ['limits: [size]', 'limits: [growth]'],
      /第41行第\d+列：没有 id 为“growth”的限值或提法。$/u,
    ],
    [
      'an unknown school type',
      ['[九年一贯制学校]', '[九年制]'],
      /第10行第13列：“九年制”不是可用的学校类型；可用的有小学、/u,
    ],
    [
      'a value that is neither yes nor no',
      ['wholeSchool: true', 'wholeSchool: maybe'],
      /第11行第18列：“wholeSchool”应为true、false之一/u,
    ],
    [
      'a floor over one',
      ['level: school', 'level: school\n    floor: 85'],
      /第16行第12列：“floor”应在0与1之间，不是“85”。$/u,
    ],
    [
      'a floor for the county',
      ['level: school', 'level: county\n    floor: 0.85'],
      /第16行第12列：“floor”只用于学校一级的限值。$/u,
    ],
    ['a share over a hundred', ['parentShare: 50', 'parentShare: 150'], /第45行第16列：“parentShare”应在0与100之间/u],
    ['an id twice', ['id: no-large-class', 'id: growth'], /第24行第5列：id“growth”重复。$/u],
    ['an id with capitals', ['id: size', 'id: Size'], /第8行第9列：id 只能用小写字母、数字和连字符。$/u],
    [
      'a unit of ten thousands',
      ["comparison: '<='\n    value: 2500", "unit: 万人\n    comparison: '<='\n    value: 2500"],
      /第12行第11列：“在校生数”的单位应为“人”，不是“万人”。$/u,
    ],
    ['a date of its own that is none', ['2021-01-01', '2021年'], /第16行第24列：“from”应写成 2012-01-20 这样的日期/u],
    [
      'an unknown kind of report',
      ['region: 某省', 'region: 某省\nkinds: [county-fine]'],
      /第7行第9列：“county-fine”不是可用的报告种类。$/u,
    ],
    ['a value left out', ['    value: 2500\n', ''], /第8行第5列：缺少“value”。$/u],
    ['a list where a word belongs', ['clause: 样本为1.5‰', 'clause: [样本]'], /第46行第11列：“clause”应是一个值。$/u],
    ['a word where a list belongs', ['words: [三个增长]', 'words: 三个增长'], /第19行第12列：“words”应是列表。$/u],
    [
      'a rule that asks for more than there is',
      ['items:', 'schoolRule: { atLeast: 2, limits: [size], clause: 两项 }\nitems:'],
      /第31行第24列：“atLeast”应是0到1之间的整数，不是“2”。$/u,
    ],
    [
      'tabs for indents',
      ['  - id: size\n', '\t- id: size\n'],
      /第8行第1列：YAML 写法有误（缩进用了制表符，请改用空格）。$/u,
    ],
    [
      'a bare percent sign',
      ['clause: 样本为1.5‰', 'clause: %'],
      /第46行第11列：YAML 写法有误（以特殊符号开头的内容要加引号/u,
    ],
  ])('%s', (_, [from = '', to = ''], message) => {
    expect(SOUND).toContain(from);
    expect(problemsOf(SOUND.replace(from, to)).filter((line) => message.test(line))).toHaveLength(1);
  });

  test('full-width colons throughout', () => {
    expect(problemsOf('编号：own\n名称：某省标准\n')).toContain('own.yaml 第1行第3列：冒号应是半角的“:”，后面空一格。');
  });
});

describe('a file with Chinese keys', () => {
  const read = parseStandard('示例.yaml', SAMPLE);

  test('the sample reads, every key of the format in it', () => {
    expect(read).toMatchObject({ id: 'sample-province-2020', kinds: ['county-basic'], region: '临江省' });
    expect(read.limits.map(({ indicator, comparison, level }) => `${indicator} ${comparison} ${level}`)).toEqual([
      'books-per-pupil >= school',
      'books-per-pupil >= school',
      'computers-per-hundred >= school',
      'largest-class <= school',
      'retention-rate >= county',
      'text:生均公用经费拨款标准 >= county',
      'text:生均公用经费拨款标准 >= county',
    ]);
    expect(read.claims[0]).toMatchObject({ form: 'not-falling', indicator: 'senior-quota-rate' });
    expect(read.survey?.perMille.toString()).toBe('1.5');
    expect(read.items).toHaveLength(2);
    expect(read.deductions).toMatchObject([{ amount: 'indoor-sports-area', from: 'teaching-area' }]);
    expect(read.reliefs[0]?.conditions).toMatchObject([{ indicator: 'pupils', comparison: '<' }]);
  });

  test.each([
    ['数值: 20 ', '数值: 二十 ', '第23行第9列：“数值”应是数字，不是“二十”。'],
    ['比较: 不低于 ', '比较: 大于 ', '第22行第9列：“比较”应为不低于、不高于、高于、低于之一，不是“大于”。'],
    ['指标: 生均图书册数', '指标: 生均图书数量', '第20行第9列：词表中没有指标“生均图书数量”（相近的有“生均图书册数”）'],
    ['地区: 临江省', '地区: 临江省\nregion: 临江省', '第14行第1列：“region”与“地区”是一个意思，只能写一个。'],
    ['扣自: 教学及辅助用房面积', '扣自: 教学楼面积', '学校表中没有“教学楼面积”一列。'],
    ['数值: 100 }', '数值: 百 }', '“数值”应是数字，不是“百”。'],
    ['名称: 临江省', '标题: 临江省', '不认识“标题”；可用的有编号、名称、'],
  ])('%s → %s', (from, to, message) => {
    expect(SAMPLE).toContain(from);
    expect(problemsOf(SAMPLE.replace(from, to)).join('\n')).toContain(message);
  });
});
