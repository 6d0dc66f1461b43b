import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { reportOf } from '../support/read.ts';

/** type verdict arithmetic, of every relation that the text asserts, but for the lists that 分别 deals out */
const judged = (text: string): string[] =>
  checkReport(reportOf(text), [])
    .relations.filter((relation) => relation.type !== 'list-count')
    .map((relation) => `${relation.type} ${relation.verdict} ${relation.check}`);

describe('what the printed precision allows holds, and no more', () => {
  it.each([
    // 735.05+504.75+488.25+18.5 = 1746.55 and 734.95… = 1745.05: 1746 and 1745 are possible, 1748 is not
    [
      '补足经费1746万元（其中：公用735万元，培训504.7万元，设备488.2万元，督导18万元）。',
      ['sum holds 735+504.7+488.2+18=1745.9≈1746'],
    ],
    [
      '补足经费1748万元（其中：公用735万元，培训504.7万元，设备488.2万元，督导18万元）。',
      ['sum review 735+504.7+488.2+18=1745.9≠1748'],
    ],
    // whole schools and persons are exact: one more is one too many
    ['全县学校28所：小学18所、初中10所。', ['sum holds 18+10=28']],
    ['全县学校29所：小学18所、初中10所。', ['sum broken 18+10=28≠29']],
    ['核定教师编制1842名，在编教师1758人，空编84人。', ['difference holds 1842-1758=84']],
    ['核定教师编制1842名，在编教师1758人，空编85人。', ['difference broken 1842-1758=84≠85']],
    // a percentage is rounded in its last place
    ['专任教师69人，其中本科45人，占65.2%。', ['range holds 45≤69', 'share holds 45÷69=65.22%']],
    ['专任教师69人，其中本科45人，占65.3%。', ['range holds 45≤69', 'share broken 45÷69=65.22%≠65.3%']],
    [
      '公用经费由2021年的810元提高到2023年的945元，增长16.7%。',
      ['trend holds 810<945', 'growth holds (945-810)÷810=16.67%'],
    ],
    [
      '公用经费由2021年的810元提高到2023年的945元，增长16.9%。',
      ['trend holds 810<945', 'growth broken (945-810)÷810=16.67%≠16.9%'],
    ],
    ['大班额由2021年的96个减少到12个，下降87.5%。', ['trend holds 96>12', 'growth holds (96-12)÷96=87.5%']],
    [
      '人均工资由2021年的9.42万元提高到2023年的10.15万元，年均增长3.8%。',
      ['trend holds 9.42<10.15', 'growth holds (10.15÷9.42)^(1/2)-1=3.8%'],
    ],
    ['三年来，培训教师9363人次，年均3121人次。', ['quotient holds 9363÷3=3121']],
    ['三年来，培训教师9363人次，年均3122人次。', ['quotient broken 9363÷3=3121≠3122']],
    ['建成站点48个，配备管理员96名，平均每个2名。', ['quotient holds 96÷48=2']],
    ['自2019年起至2022年，利用4年时间补齐。', ['difference holds 2022-2019+1=4']],
  ])('%s', (text, expected) => {
    expect(judged(text)).toEqual(expected);
  });
});

describe('bounds widen what is printed', () => {
  it.each([
    ['培训2000多名教师（其中小学1320名，初中860名）。', 'sum holds'],
    ['培训2000多名教师（其中小学1320名，初中1860名）。', 'sum broken'],
    ['投入约500万元（公用310万元，培训170万元）。', 'sum holds'],
    ['投入约500万元（公用310万元，培训370万元）。', 'sum broken'],
  ])('%s', (text, expected) => {
    expect(judged(text)[0]).toMatch(new RegExp(`^${expected}`));
  });
});

describe('four verdicts', () => {
  it.each([
    ['在校生9597人（初中3188人，小学6409人）。', 'holds'],
    ['在校生9697人（初中3188人，小学6409人）。', 'broken'],
    ['公办学校230所（小学191所，初中39所，九年一贯制学校2所）。', 'review'],
    ['在校生**人（初中3188人，小学6409人）。', 'unassessable'],
    ['在校生9597人（初中3188人，小学**人）。', 'unassessable'],
  ])('%s', (text, verdict) => {
    expect(checkReport(reportOf(text), []).relations.find((relation) => relation.type === 'sum')?.verdict).toBe(
      verdict,
    );
  });

  it('equal neighbours in a rising series are to review', () => {
    expect(judged('生均公用经费逐年增长，分别为680元、680元、720元。')).toEqual(['trend review 680=680；680<720']);
  });
});

it('says how much was read, tested and left open', () => {
  const { summary } = checkReport(reportOf('在校生9597人（初中3188人，小学6409人）。投入**万元。'), []);
  expect(summary).toMatchObject({ figures: 3, masked: 1, tested: 1, holds: 1, broken: 0, review: 0, unassessable: 0 });
});
