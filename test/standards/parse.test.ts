import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BASIC_BALANCE_EXCLUSIONS } from '../../src/read/workbook/scope.ts';
import { parseStandard } from '../../src/standards/parse.ts';
import { problemsOf } from './problems-of.ts';

const NATIONAL = new URL('../../src/standards/national/', import.meta.url);
const national = (id: string) => parseStandard(`${id}.yaml`, readFileSync(new URL(`${id}.yaml`, NATIONAL), 'utf8'));

describe('the national standards', () => {
  test.each(readdirSync(NATIONAL))('%s reads without a problem and is named after its id', (file) => {
    expect(`${parseStandard(file, readFileSync(new URL(file, NATIONAL), 'utf8')).id}.yaml`).toBe(file);
  });

  test('basic balance: the composites are from memory, the rest is sourced', () => {
    const { limits, excludes, coefficients } = national('basic-balance-2012');
    const told = limits.map(
      ({ id, comparison, value, confidence }) => `${id} ${comparison}${value.toString()} ${confidence}`,
    );
    expect(told).toEqual([
      'gate-primary >=100 certain',
      'gate-junior >=100 certain',
      'composite-primary <=0.65 memory',
      'composite-junior <=0.55 memory',
      'work-score >=85 certain',
      'satisfaction >=85 certain',
      'disabled-enrolment >=80 certain',
    ]);
    expect(excludes).toEqual(BASIC_BALANCE_EXCLUSIONS);
    expect(coefficients).toHaveLength(8);
  });

  test('quality balance: seven marks a stage with their floor, a coefficient for each', () => {
    const { limits, schoolRule } = national('quality-balance-2017');
    expect(schoolRule).toMatchObject({ atLeast: 6, confidence: 'memory' });
    expect(schoolRule?.limits).toHaveLength(14);
    const marks = limits.filter(({ level, floor }) => level === 'school' && floor !== null);
    expect(marks.map(({ value, floor }) => value.times(floor ?? 0).toString())).toEqual(
      '3.57 0.85 0.765 3.825 6.375 1700 1.955 4.505 0.85 0.765 4.93 8.67 2125 2.04'.split(' '),
    );
    const each = limits
      .filter(({ id }) => id.startsWith('cv-'))
      .map(({ stage, value }) => `${stage}${value.toString()}`);
    expect(each).toEqual([...Array<string>(7).fill('小学0.5'), ...Array<string>(7).fill('初中0.45')]);
  });
});

const SOUND = `id: own
name: 某省标准
issuer: 某省教育厅
number: 某教〔2020〕1号
effective: { from: 2020-01-01, until: 2030-12-31 }
region: 某省
kinds: [county-basic]
excludes: [民办学校]
coefficients: [books-per-pupil]
limits:
  - id: books
    indicator: books-per-pupil
    stage: 小学
    comparison: '>='
    value: 20.50
    unit: 册
    clause: 小学生均图书不低于20.5册
    confidence: certain
    level: school
    floor: 0.85
schoolRule:
  atLeast: 1
  limits: [books]
  clause: 一项也不能少
  confidence: unsure
`;

test('a sound file of a province', () => {
  const standard = parseStandard('own.yaml', SOUND);
  expect(standard.effective).toEqual({ from: '2020-01-01', until: '2030-12-31' });
  expect(standard.limits[0]?.value.toString()).toBe('20.5');
});

test.each([
  ['a missing key', ['name: 某省标准\n', ''], 'own.yaml 第1行第1列：缺少“name”。'],
  [
    'a misspelt key',
    ['region:', 'regoin:'],
    'own.yaml 第6行第1列：不认识“regoin”；可用的有id、name、issuer、number、effective、region、kinds、excludes、coefficients、deductions、limits、schoolRule、claims、items、vetoes、reliefs、survey。',
  ],
  [
    'a date that is none',
    ['2020-01-01', '2020-13-01'],
    'own.yaml 第5行第20列：“from”应写成 2012-01-20 这样的日期，不是“2020-13-01”。',
  ],
  [
    'an end before the start',
    ['2030-12-31', '2019-12-31'],
    'own.yaml 第5行第39列：失效日期2019-12-31早于生效日期2020-01-01。',
  ],
  [
    'an unknown indicator',
    ['indicator: books-per-pupil', 'indicator: book-per-pupil'],
    'own.yaml 第12行第16列：词表中没有指标“book-per-pupil”（相近的有“books-per-pupil”）；自定的指标请写成“text:名称”。',
  ],
  [
    'an unknown stage',
    ['stage: 小学', 'stage: 高中'],
    'own.yaml 第13行第12列：“stage”应为小学、初中或 null，不是“高中”。',
  ],
  ['an unknown comparison', [`'>='`, `'=>'`], 'own.yaml 第14行第17列：“comparison”应为>=、<=、>、<之一，不是“=>”。'],
  ['a value in words', ['20.50', '二十'], 'own.yaml 第15行第12列：“value”应是数字，不是“二十”。'],
  [
    'a unit of another kind',
    ['unit: 册', 'unit: 本'],
    'own.yaml 第16行第11列：“生均图书册数”的单位应为“册”，不是“本”。',
  ],
  [
    'an unknown confidence',
    ['confidence: certain', 'confidence: sure'],
    'own.yaml 第18行第17列：“confidence”应为certain、memory、unsure之一，不是“sure”。',
  ],
  ['an unknown category', ['[民办学校]', '[私立学校]'], 'own.yaml 第8行第12列：“私立学校”不是可用的学校类别。'],
  [
    'a coefficient of nothing per pupil',
    ['[books-per-pupil]', '[books]'],
    'own.yaml 第9行第16列：“books”不是可用的生均指标。',
  ],
  [
    'a rule about an unknown limit',
    ['limits: [books]', 'limits: [boks]'],
    'own.yaml 第23行第12列：没有 id 为“boks”的限值。',
  ],
  [
    'a list where a map belongs',
    ['{ from: 2020-01-01, until: 2030-12-31 }', '[2020]'],
    'own.yaml 第5行第12列：“effective”应是“键: 值”的形式。',
  ],
])('%s', (_, [from = '', to = ''], message) => {
  expect(problemsOf(SOUND.replace(from, to))).toContain(message);
});

test('all problems at once, by line', () => {
  const lines = problemsOf(
    SOUND.replace('20.50', '多').replace('stage: 小学', 'stage: 高中').replace('id: own', 'id: 省'),
  );
  expect(lines.map((line) => /第\d+行/u.exec(line)?.[0])).toEqual(['第1行', '第13行', '第15行']);
});

test.each([
  ['no YAML', 'id: [1', /^own\.yaml 第1行第7列：YAML 写法有误（缩进没有对齐）。$/u],
  ['an empty file', '', /^own\.yaml 第1行第1列：文件应是“键: 值”的形式。$/u],
  ['a list', '- 1', /^own\.yaml 第1行第1列：文件应是“键: 值”的形式。$/u],
  ['a key twice', `${SOUND}id: other\n`, /^own\.yaml 第26行第1列：YAML 写法有误（同一个键写了两次）。$/u],
])('%s', (_, yaml, message) => {
  expect(problemsOf(yaml)[0]).toMatch(message);
});
