import { describe, expect, it } from 'vitest';
import { reportOf } from '../support/read.ts';

/** text | indicator or own words | stage | year | role, where they are told */
const told = (text: string): string[] =>
  reportOf(text).figures.map((figure) =>
    [
      figure.text,
      figure.indicator?.replace('text:', '~') ?? '-',
      figure.stage ?? '',
      figure.period ?? '',
      figure.scope ?? '',
      figure.role === 'level' ? '' : figure.role,
    ]
      .join('|')
      .replace(/\|+$/, ''),
  );

describe('names of the vocabulary', () => {
  it.each([
    ['全县总人口52.3万人。', ['52.3万人|population']],
    ['现有义务教育学校46所。', ['46所|school-count']],
    ['辖13个乡镇、454个行政村。', ['13个|township-count', '454个|village-count']],
    ['初中三年巩固率为97.2%。', ['97.2%|retention-rate|初中']],
    ['小学综合差异系数为0.432。', ['0.432|cv-composite|小学']],
    ['公众满意度达到93%。', ['93%|satisfaction']],
    ['每百名学生拥有计算机11.4台。', ['11.4台|computers-per-hundred']],
    ['在校生总数25800人，专任教师总数1990人。', ['25800人|pupils', '1990人|full-time-teachers']],
    [
      '特教学校就读46人、随班就读120人。',
      ['46人|disabled-special-school|特殊教育', '120人|disabled-inclusive|特殊教育'],
    ],
    ['1850名随迁子女在公办学校就读。', ['1850名|migrant-pupils']],
    ['58所公办义务教育学校。', ['58所|school-count|||公办']],
    ['农村小学32所，乡镇初中7所。', ['32所|school-count|小学||农村', '7所|school-count|初中||乡镇']],
    ['占全县62所公办学校的四成。', ['62所|school-count|||公办']],
    [
      '小学教学及辅助用房面积22000平方米，生均4.9平方米。',
      ['22000平方米|teaching-area|小学', '4.9平方米|teaching-area-per-pupil|小学'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('a word before a name makes it another quantity', () => {
  it.each([
    ['撤并32所学校。', ['32所|~撤并学校']],
    ['新聘骨干教师20名。', ['20名|~新聘骨干教师']],
    ['不足100人的学校仍有9所。', ['100人|~', '9所|~100人学校数']],
  ])('%s', (text, expected) => {
    const names = told(text).map((one, index) => (expected[index]?.endsWith('~') ? one.split('|')[0] : one));
    expect(names).toEqual(expected.map((one) => (one.endsWith('~') ? one.split('|')[0] : one)));
    expect(told(text).join()).not.toMatch(/\|(?:school-count|backbone-teachers)/);
  });
});

describe('lists deal stages, years and names out', () => {
  it.each([
    ['小学、初中师生比分别为1：17和1：13。', ['1：17|teacher-pupil-ratio|小学', '1：13|teacher-pupil-ratio|初中']],
    [
      '2021年—2023年教育费附加分别为80万元、90万元、95万元。',
      ['80万元|education-surcharge||2021', '90万元|education-surcharge||2022', '95万元|education-surcharge||2023'],
    ],
    [
      '生均公用经费逐年增长，初中分别为800元、820元，小学分别为600元、650元。',
      [
        '800元|public-funds-per-pupil|初中',
        '820元|public-funds-per-pupil|初中',
        '600元|public-funds-per-pupil|小学',
        '650元|public-funds-per-pupil|小学',
      ],
    ],
    [
      '小学留守儿童591人，初中188人，分别占3.1%和2.2%。',
      ['591人|left-behind-children|小学', '188人|left-behind-children|初中', '3.1%|~留守儿童数|初中', '2.2%|~'],
    ],
    [
      '毛入园率、九年义务教育巩固率分别达到95%、96%。',
      ['95%|preschool-gross-enrolment-rate', '96%|nine-year-retention-rate'],
    ],
  ])('%s', (text, expected) => {
    const read = told(text);
    expected.forEach((row, index) => {
      if (!row.includes('~')) expect(read[index]).toBe(row);
    });
    expect(read).toHaveLength(expected.length);
  });
});

describe('brackets and 其中', () => {
  it.each([
    ['在校生9597人（初中3188人，小学6409人）。', ['9597人|pupils', '3188人|pupils|初中', '6409人|pupils|小学']],
    ['小学28所（含景区2所）。', ['28所|school-count|小学', '2所|school-count|小学||景区']],
    [
      '全县留守儿童1240人，其中小学871人、初中369人。',
      ['1240人|left-behind-children', '871人|left-behind-children|小学', '369人|left-behind-children|初中'],
    ],
    [
      '乡镇在校生4918人（初中1957，小学2961）。',
      ['4918人|pupils|||乡镇', '1957|pupils|初中||乡镇', '2961|pupils|小学||乡镇'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what a number is in its sentence', () => {
  it.each([
    ['在校生4200人，比上年增加180人，增长4.5%。', ['level', 'change', 'change-rate']],
    ['公用经费由2021年的810元提高到2023年的945元，提高135元。', ['base', 'level', 'change']],
    ['满意度为96%，高于国家规定的85%。', ['level', 'limit']],
    ['巩固率98.7%，较2020年的97.5%提高1.2个百分点。', ['level', 'base', 'change']],
    ['本科学历45人，占65%。', ['level', 'share']],
    ['生师比为15.3:1。', ['level']],
    ['小学综合差异系数0.312，初中综合差异系数0.267，分别低于0.65和0.55。', ['level', 'level', 'limit', 'limit']],
    ['小学生均用房4.6平方米，高于省定标准4.1平方米0.5平方米。', ['level', 'limit', 'change']],
    ['自评得分93分，高出85分的合格线8分。', ['level', 'limit', 'change']],
    ['高于规定学历的1240人。', ['level']],
    ['小学、初中综合差异系数分别为0.312和0.267，均低于0.65和0.55。', ['level', 'level', 'limit', 'limit']],
    ['辍学率小学为0、初中为0.3%，分别低于0.6%和1.8%。', ['level', 'level', 'limit', 'limit']],
    ['在校生比上年的8000人增加200人。', ['base', 'change']],
    ['小学综合差异系数0.312，小于0.65。', ['level', 'limit']],
    ['满意度93.4%，超过85%。', ['level', 'limit']],
    ['自评得分93分，达到85分以上。', ['level', 'limit']],
    ['达到省定标准的公办学校40所。', ['level']],
    ['拥有计算机12.2台，比2015年的8.6台多3.6台。', ['level', 'base', 'change']],
  ])('%s', (text, roles) => {
    expect(reportOf(text).figures.map((figure) => figure.role)).toEqual(roles);
  });
});

describe('stages', () => {
  it.each([
    ['全县中小学生体质健康合格率为95%。', [null]],
    ['其中小学71人、初中25人。', ['小学', '初中']],
    ['初中毕业生升入高中阶段比例为96%。', ['初中']],
    ['（一）小学。招生570人。', ['小学']],
    ['市第二小学等4所学校。', [null]],
    ['幼儿园31所、义务教育学校62所、普通高中3所、中等职业学校1所。', ['幼儿园', null, '普通高中', null]],
    ['其中学前8260人、小学21400人。', ['幼儿园', '小学']],
    ['初中随迁子女620人；1850名随迁子女在公办学校就读。', ['初中', null]],
    ['小学、初中分别为30所、9所，共计39所；在校生分别为18200人、8100人。', ['小学', '初中', null, '小学', '初中']],
    ['小学差异系数依次为0.38、0.47，综合差异系数为0.31。', ['小学', '小学', '小学']],
  ])('%s', (text, stages) => {
    expect(reportOf(text).figures.map((figure) => figure.stage)).toEqual(stages);
  });
});

describe('units that the sentence gives', () => {
  it.each([
    ['在校生4918人（初中1957，小学2961）。', ['人', '人', '人']],
    ['小学综合差异系数为0.432。', [null]],
    ['生机比达到0.114。', ['比']],
  ])('%s', (text, units) => {
    expect(reportOf(text).figures.map((figure) => figure.unit)).toEqual(units);
  });
});

it('a founding year dates no figure', () => {
  expect(reportOf('学校始建于1953年，现有学生812人。').figures[0]?.period).toBeNull();
});

describe('a share is named by its part and its whole', () => {
  it.each([
    ['女教师1240人，占专任教师总数的62.1%。', '教师数占专任教师总数比例'],
    ['县级骨干教师190人，占全县专任教师1996人的9.5%。', '县级骨干教师占专任教师数比例'],
    ['小学在校生比上年增加180人。', '在校生数增减数'],
    ['拥有计算机12.2台，比2015年的8.6台多3.6台。', '计算机台数增减数'],
    ['巩固率96.8%，高出省定标准1.8个百分点。', '巩固率增减数'],
  ])('%s', (text, label) => {
    expect(reportOf(text).figures.at(-1)?.label).toBe(label);
  });
});
