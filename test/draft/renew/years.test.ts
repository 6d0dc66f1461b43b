import { describe, expect, test } from 'vitest';
import { oldQuantities, yearOf } from '../../../src/draft/renew/index.ts';
import { yearMarks } from '../../../src/draft/renew/years.ts';
import { reportOf } from '../../support/read.ts';

/** Each year of a report of 2023: moves with the figures it dates, moves by itself, or is doubtful. */
function marks(text: string): string[] {
  const report = reportOf(`清河县2023年报告\n${text}`);
  return yearMarks(report, oldQuantities(report, yearOf(report)))
    .slice(1)
    .map(({ span, dates, own, doubt }) => {
      const how = dates.length > 0 ? `dates ${dates.length}` : own ? 'own' : doubt === null ? '' : 'doubt';
      return `${report.manuscript.text.slice(span.start, span.end)} ${how}`;
    });
}

describe('which years may move', () => {
  test.each([
    ['2023年，全县小学在校生4409人、初中3188人。', ['2023年 dates 2']],
    ['截至2023年底，工作全面完成。', ['2023年底 own']],
    ['2023年，我县认真落实。', ['2023年 own']],
    ['2022—2023学年，工作全面完成。', ['2022—2023学年 own']],
    ['2022年、2023年经费拨款分别为1.2亿元、1.35亿元。', ['2022年、2023年 dates 2']],
    ['2023年5月，召开全县教育大会。', ['2023年5月 doubt']],
    ['2023年以来，我县认真落实。', ['2023年以来 doubt']],
    ['2023年，县政府印发实施方案。', ['2023年 doubt']],
    ['学校始建于1958年，2012年启动创建。', []],
    ['依据清政发〔2023〕6号和《清河县规划（2021—2023年）》落实。', []],
    ['“十四五”（2021—2025年）期间持续加大投入。', []],
  ])('%s', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  test('of two years that are compared, the one moves with the other', () => {
    expect(marks('2023年比2022年增加在校生180人。')).toEqual([
      expect.stringMatching(/^2023年 dates/u),
      expect.stringMatching(/^2022年 dates/u),
    ]);
  });
});
