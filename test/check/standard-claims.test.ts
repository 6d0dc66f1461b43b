import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { NATIONAL } from '../support/national.ts';
import { reportOf } from '../support/read.ts';

const SIGNED = '\n某县人民政府\n2019年3月12日';
const told = (text: string): string[] =>
  checkReport(reportOf(`某县义务教育均衡发展自评报告\n\n${text}${SIGNED}`), NATIONAL)
    .findings.filter(({ rule }) => rule === 'claim-contradicted')
    .map(({ severity, message }) => `${severity} ${message}`);

const MONEY = '2016年、2017年、2018年教育财政拨款分别为41200万元、44850万元、45650万元';
const REVENUE = '财政经常性收入分别为50000万元、52000万元、56000万元';

describe('a claim that the figures do not bear out is a warning with the arithmetic and the clause', () => {
  it.each([
    [
      'growth that follows from the amounts',
      `${MONEY}，${REVENUE}，做到了“三个增长”。`,
      /^warning 文中称“三个增长”.*2018年预算内教育经费拨款增长1\.78%，低于财政经常性收入增长7\.69%；《中华人民共和国教育法》（第五十五条、第五十六条）规定“各级人民政府教育财政拨款的增长应当高于财政经常性收入的增长”/u,
    ],
    [
      'growth as printed',
      '2018年，预算内教育经费拨款增长8.2%，财政经常性收入增长9.1%，实现了三个增长。',
      /2018年预算内教育经费拨款增长率8\.2%，低于财政经常性收入增长率9\.1%/u,
    ],
    [
      'a year in which funds per pupil fall',
      '小学生均公用经费2016年720元、2017年690元、2018年755元。\n全县落实“三个增长”要求。',
      /小学生均公用经费2017年690元，低于2016年720元.*保证教师工资和学生人均公用经费逐步增长/u,
    ],
    [
      'a year in which they stand still',
      '初中生均公用经费2017年900元、2018年900元。\n全县落实“三个增长”要求。',
      /初中生均公用经费2018年900元，与2017年持平/u,
    ],
    [
      'large classes that are gone and are there',
      '全县现有56人以上大班额30个。全县已消除大班额。',
      /文中称“消除大班额”.*30个.*国发〔2016〕40号.*56人以上为大班额/u,
    ],
    ['a class beyond it', '小学最大班额58人。全县小学无大班额。', /最大班额58人/u],
    [
      'pay below that of civil servants',
      '2018年教师年平均工资68000元，公务员年平均工资70200元，教师工资不低于当地公务员工资水平。',
      /教师平均工资68000元，低于公务员平均工资70200元；《中华人民共和国义务教育法》/u,
    ],
    [
      'staff beside the norm',
      '小学教职工980人，在校生21000人，达到省定编制标准。',
      /21000人÷小学教职工数980人=21\.43，高于19；.*中央编办发〔2014〕72号/u,
    ],
  ])('%s', (_, text, message) => {
    expect(told(text)).toEqual([expect.stringMatching(message)]);
  });

  it('several at one place are one finding', () => {
    const text = `小学生均公用经费2016年720元、2017年690元。${MONEY}，${REVENUE}，做到了“三个增长”。`;
    expect(told(text)).toHaveLength(1);
  });
});

describe('nothing is told of', () => {
  it.each([
    [
      'a claim that holds',
      '2017年、2018年教育财政拨款分别为41200万元、44850万元，财政经常性收入分别为50000万元、52000万元，做到了“三个增长”。',
    ],
    ['a plan', `${MONEY}，${REVENUE}，力争做到“三个增长”。`],
    ['a duty', `${MONEY}，${REVENUE}，按照“三个增长”的要求落实经费。`],
    ['an open word', `${MONEY}，${REVENUE}，基本实现“三个增长”。`],
    ['a denial', `${MONEY}，${REVENUE}，尚未实现“三个增长”。`],
    [
      'what rounding explains',
      '2017年、2018年教育财政拨款分别为4.1亿元、4.3亿元，财政经常性收入分别为5.0亿元、5.3亿元，做到了“三个增长”。',
    ],
    [
      'years that do not follow each other',
      '2014年、2018年教育财政拨款分别为41200万元、44850万元，财政经常性收入分别为50000万元、58000万元，做到了“三个增长”。',
    ],
    ['another stage', '小学无大班额，初中有大班额3个。'],
    ['classes that were dissolved', '三年来化解大班额56个，全县已消除大班额。'],
    ['how many were dissolved', '三年来消除大班额86个。小学现有大班额6个。'],
    ['what is wanting', '小学现有大班额6个，与消除大班额的要求尚有差距。'],
    ['a goal by a year', '小学现有大班额6个，到2020年消除大班额。'],
    ['an earlier year', '2015年全县有大班额30个，目前已消除大班额。'],
    ['no claim', '全县现有大班额30个，小学最大班额58人。'],
    ['staff without a claim', '小学教职工980人，在校生21000人。'],
    ['staff of one stage, pupils of another', '小学教职工980人，初中在校生21000人，达到省定编制标准。'],
    ['a norm that is met', '小学教职工1200人，在校生21000人，达到省定编制标准。'],
    [
      'pay of another year',
      '2018年教师年平均工资68000元，2017年公务员年平均工资70200元，教师工资不低于当地公务员工资水平。',
    ],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
