import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { findSums } from '../../src/relations/sums.ts';
import { reportOf } from '../support/read.ts';

/** What is told of sums and parts: `1+2=3`, `1+2<4`, `1≤4`. */
function told(text: string): string[] {
  return checkReport(reportOf(text), [])
    .relations.filter(({ type }) => type === 'sum' || type === 'range')
    .map(({ check }) => check);
}

describe('a total and its parts', () => {
  it.each([
    ['a list ends where it adds up', '隐患214处，其中甲类86处、乙类73处、丙类55处，已消除198处。', ['86+73+55=214']],
    [
      'means are passed over',
      '图书68.4万册，其中小学41.2万册，生均21.6册；初中27.2万册，生均28.9册。',
      ['41.2+27.2=68.4'],
    ],
    [
      'shares are passed over',
      '教育支出9.2亿元，其中人员经费6.8亿元，占73.9%；公用经费1.6亿元，占17.4%；项目经费0.8亿元，占8.7%。',
      ['6.8+1.6+0.8=9.2'],
    ],
    [
      'a whole behind 占 is none of the parts',
      '完成2.6亿元，其中校舍1.5亿元，占规划1.6亿元的93.8%，设备1.1亿元。',
      ['1.5+1.1=2.6'],
    ],
    ['a list of each has a total elsewhere', '共有12个集团，每个集团包含1所龙头校、3所成员校，共48所学校参与。', []],
    [
      'taken apart twice',
      '在校生820人，其中小学520人、初中300人；男生430人、女生390人。',
      ['520+300=820', '430+390=820'],
    ],
    [
      'a subtotal behind',
      '残疾儿童120人，其中随班就读62人、送教上门20人，已安置82人，未入学38人。',
      ['62+20=82<120', '82+38=120', '62+20=82'],
    ],
    [
      'of two dimensions',
      '教师460人，其中本科学历320人，高级职称110人，骨干教师96人。',
      ['320≤460', '110≤460', '96≤460'],
    ],
    ['parts with their limits', '校舍8600平方米，小学4.1平方米以上，初中5.2平方米以上。', []],
    [
      'of the whole before 含',
      '随迁子女1520人，含省外412人，其中小学1050人、初中470人。',
      ['1050+470=1520', '412≤1520'],
    ],
    ['only the higher titles', '小学教师1870人（高级职称210人、中级职称860人）。', ['210+860=1070<1870']],
    ['about the same number', '全县在校学生约4.4万人，其中44218人。', []],
  ])('%s: %s', (_, text, wanted) => {
    expect(told(text).toSorted()).toEqual(wanted.toSorted());
  });
});

describe('lists by kind', () => {
  it.each([
    [
      'of a total before another list',
      '教师2016人。从职称看，高级406人，中级902人，初级708人；从年龄看，35岁以下612人，36至50岁904人，51岁以上500人。',
      ['406+902+708=2016', '612+904+500=2016'],
    ],
    [
      '分类型看',
      '共补充教师312名，其中城区96名、乡村216名；分类型看，特岗教师138名、公开招聘174名。',
      ['96+216=312', '138+174=312'],
    ],
    ['of the larger number or the nearer', '教师2016人，女教师1290人。从年龄看，35岁以下612人，36至50岁904人。', []],
    ['far from every total', '小学32所、初中11所；按办学体制分，公办21所，民办2所。', []],
  ])('%s: %s', (_, text, wanted) => {
    expect(told(text).toSorted()).toEqual(wanted.toSorted());
  });
});

describe('closing totals', () => {
  it.each([
    ['of a series', '隐患分别排查出486处、352处和218处，逐年减少，三年共排查1056处。', ['486+352+218=1056']],
    [
      'of dated amounts',
      '2021年投入320万元，2022年投入356万元，2023年投入389万元，三年共投入1065万元。',
      ['320+356+389=1065'],
    ],
    [
      'of announced amounts',
      '买车6辆，每辆30万元，共投入180万元；买床50张，每张0.2万元，共投入10万元；两项合计190万元。',
      ['180+10=190'],
    ],
    [
      'of wholes with parts of their own',
      '省级骨干21名，其中小学12名、初中9名；市级骨干96名，其中小学52名、初中44名，合计117名。',
      ['12+9=21', '52+44=96', '21+96=117'],
    ],
    ['behind shares', '城区9所，镇区15所，乡村23所，分别占19.1%、31.9%和48.9%，学校共47所。', ['9+15+23=47']],
    ['behind parts with a share each', '小学28所，占70%；初中12所，占30%，共40所。', ['28+12=40']],
  ])('%s: %s', (_, text, wanted) => {
    expect(told(text).toSorted()).toEqual(wanted.toSorted());
  });
});

describe('several totals', () => {
  it.each([
    ['dealt by stage', '小学、初中分别有校医46名、21名，其中专职校医小学18名、初中12名。', ['18≤46', '12≤21']],
    [
      'dealt in order',
      '新建食堂12个、宿舍楼15个、浴室30个，其中2022年分别为3个、5个、29个。',
      ['3≤12', '5≤15', '29≤30'],
    ],
    [
      'in turns',
      '项目43个、53930平方米，其中新建26个、28640平方米，改建17个、25290平方米。',
      ['26+17=43', '28640+25290=53930', '26≤43'],
    ],
    ['of nobody knows which', '组建教育集团9个、共同体12个，其中城区5个、乡镇16个。', []],
  ])('%s: %s', (_, text, wanted) => {
    expect(told(text).toSorted()).toEqual(wanted.toSorted());
  });
});

it('takes a share of the steps of a list down to the one named', () => {
  const text = '教师600人，其中研究生30人、本科420人、专科140人、专科以下10人，本科及以上学历占75%。';
  const shares = checkReport(reportOf(text), []).relations.filter(({ type }) => type === 'share');
  expect(shares.map(({ check }) => check)).toEqual(['(30+420)÷600=75%']);
});

it('reads a sentence of thousands of numbers in time that grows with it', () => {
  const time = (count: number): number => {
    const report = reportOf(
      `学校9所，其中${Array.from({ length: count }, (_, index) => `甲${index + 1}所`).join('、')}。`,
    );
    const start = performance.now();
    findSums(report);
    return performance.now() - start;
  };
  time(300);
  expect(time(4000)).toBeLessThan(40 * Math.max(10, time(400)));
});
