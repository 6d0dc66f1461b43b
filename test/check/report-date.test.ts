import { describe, expect, it } from 'vitest';
import { reportDate } from '../../src/check/report-date.ts';
import { standardsFor, standardsUsed } from '../../src/check/standard-choice.ts';
import { NATIONAL } from '../support/national.ts';
import { reportOf } from '../support/read.ts';

const TITLE = '某县义务教育均衡发展自评报告';

describe('the day of a report', () => {
  it.each([
    ['under the signature', `${TITLE}\n\n2013年有学校98所。\n某县人民政府\n2015年3月12日`, '2015-03-12'],
    ['in Chinese numerals', `${TITLE}\n\n有学校98所。\n某县人民政府\n二〇一六年十月二十一日`, '2016-10-21'],
    ['with a circle for the zero', `${TITLE}\n\n有学校98所。\n二○一六年三月十日`, '2016-03-10'],
    ['without a day', `${TITLE}\n\n有学校98所。\n2015年3月`, '2015-03-31'],
    ['under the title', `${TITLE}\n（2015年3月12日）\n\n有学校98所。`, '2015-03-12'],
    ['of the title', `某县2014年义务教育均衡发展自评报告\n\n有学校98所。`, '2014-12-31'],
    ['of its latest data', `${TITLE}\n\n2013年有学校98所，2014年有学校97所。`, '2014-12-31'],
    ['not of its goals', `${TITLE}\n\n2014年有学校97所，力争到2020年有学校90所。`, '2014-12-31'],
    ['none', `${TITLE}\n\n有学校98所。`, null],
    ['no date', `${TITLE}\n\n有学校98所。\n20xx年3月12日`, null],
  ])('%s', (_, text, expected) => {
    expect(reportDate(reportOf(text))).toBe(expected);
  });
});

describe('the standards of a report', () => {
  const assessing = (text: string) =>
    standardsFor(reportOf(text), NATIONAL)
      .filter(({ kinds }) => kinds.length > 0)
      .map(({ id }) => id);
  it.each([
    ['basic balance', `${TITLE}\n\n有学校98所。\n2015年3月12日`, ['basic-balance-2012']],
    ['before its day', `${TITLE}\n\n有学校98所。\n2010年3月12日`, []],
    ['quality balance', '某县义务教育优质均衡发展自评报告\n\n有学校98所。\n2023年3月12日', ['quality-balance-2017']],
    ['quality balance before its day', '某县义务教育优质均衡发展自评报告\n\n有学校98所。\n2014年3月12日', []],
    ['undated', `${TITLE}\n\n有学校98所。`, ['basic-balance-2012']],
  ])('%s', (_, text, expected) => {
    expect(assessing(text)).toEqual(expected);
  });

  it('those on money and the like are named where they touched a figure', () => {
    const used = (text: string) => standardsUsed(reportOf(`${TITLE}\n\n${text}`), NATIONAL).map(({ id }) => id);
    expect(used('有学校98所。')).toEqual(['basic-balance-2012']);
    expect(used('教师培训经费占公用经费的5.2%。')).toEqual(['basic-balance-2012', 'teacher-training-funds']);
  });
});
