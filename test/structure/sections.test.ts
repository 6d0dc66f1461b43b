import { describe, expect, it } from 'vitest';
import { understand } from '../../src/figures/index.ts';
import { readDocument } from '../../src/read/index.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { reportOf } from '../support/read.ts';
import { draft, heading, paragraph } from '../write/docx/support/long-draft.ts';

const outline = (text: string): string[] =>
  reportOf(text).sections.map(
    (section) => `${section.level} ${section.marker}${section.title}${section.runIn ? ' …' : ''}`,
  );

describe('titles', () => {
  it.each([
    ['临江县义务教育均衡发展自评报告\n各位领导：\n现汇报如下。', ['0 临江县义务教育均衡发展自评报告']],
    [
      '临江县人民政府\n关于义务教育均衡发展的自查报告\n市政府：\n正文。',
      ['0 临江县人民政府', '0 关于义务教育均衡发展的自查报告'],
    ],
    ['尊敬的各位领导：\n现将有关工作汇报如下。', []],
    ['我县高度重视。\n关于报告', []],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('titles of attachments', () => {
  const titled = async (lines: readonly string[]) => {
    const manuscript = await readDocument('报告.md', new TextEncoder().encode(lines.join('\n\n')));
    const { title, sections } = understand(manuscript);
    return { title, sections: sections.map((one) => `${one.level}${one.isAttachment ? '附' : ''} ${one.title}`) };
  };

  it('stand behind 附件1 on a line of its own, and are no part of the report’s', async () => {
    expect(
      await titled([
        '# 甲县自评报告',
        '## 一、情况',
        '附件：1.一览表',
        '附件1',
        '# 小学',
        '# 一览表',
        '附件2',
        '# 清单',
      ]),
    ).toEqual({ title: '甲县自评报告', sections: ['0 甲县自评报告', '1 情况', '0附 小学', '0附 一览表', '0附 清单'] });
  });

  it('are headings, no lines of text, no numbered headings', async () => {
    expect(await titled(['# 报告', '附件1', '说明。', '# 补充报告', '附件2', '## 一、总表'])).toEqual({
      title: '报告',
      sections: ['0 报告', '1 补充报告', '1 总表'],
    });
  });

  it('in a drafted Word file too, where they look as titles do', async () => {
    const bytes = await writeDocx(
      draft(heading(1, '甲县自评报告'), paragraph('正文。'), paragraph('附件1', 'attachment'), heading(1, '一览表')),
    );
    const { title, sections } = understand(await readDocument('报告.docx', bytes));
    expect(title).toBe('甲县自评报告');
    expect(sections.map((one) => [one.title, one.isAttachment])).toEqual([
      ['甲县自评报告', undefined],
      ['一览表', true],
    ]);
  });
});

describe('headings', () => {
  it.each([
    ['一、基本情况\n正文。', ['1 一、基本情况']],
    ['（一）办学条件', ['2 （一）办学条件']],
    ['(二)办学条件', ['2 (二)办学条件']],
    ['（一）加大投入，夯实基础。三年来，投入增加。', ['2 （一）加大投入，夯实基础 …']],
    ['1.基础设施建设。全县学校布局合理。', ['3 1.基础设施建设 …']],
    ['2．队伍建设。', ['3 2．队伍建设']],
    ['3、教学设施：学校有教室20间。', ['3 3、教学设施 …']],
    ['（1）落实责任。层层签订。', ['4 （1）落实责任 …']],
    ['2.5公里以内有学校。', []],
    ['1600人参加培训。', []],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('items counted off in running text', () => {
  it.each([
    ['一是加强领导。成立小组。二是加大投入，确保增长。', ['5 一是加强领导 …', '5 二是加大投入 …']],
    ['主要措施：一要增投入；二要建学校；三要强师资。', ['5 一要增投入 …', '5 二要建学校 …', '5 三要强师资 …']],
    ['首先，统一思想。其次，明确任务。', ['5 首先统一思想 …', '5 其次明确任务 …']],
    ['首先，我代表县委、县政府表示欢迎。', []],
    ['第一，抓规划。第二，抓落实。', ['5 第一抓规划 …', '5 第二抓落实 …']],
    ['第一小学和第二小学已经建成。', []],
    ['这一是非曲直自有公论。', []],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe('several texts in one file', () => {
  it('are told apart by their numbers and by each address', () => {
    const text =
      '均衡发展汇报材料篇一\n甲校有学生100人。\n均衡发展汇报材料篇二\n乙校有学生200人。\n其一。\n其二。\n其三。\n尊敬的各位专家：\n丙校有学生300人。';
    expect(reportOf(text).parts).toHaveLength(3);
  });

  it('one text is one part', () => {
    expect(reportOf('尊敬的各位专家：\n我校有学生100人。').parts).toHaveLength(1);
  });
});

describe('sentences', () => {
  it.each([
    ['甲。乙！丙', ['甲。', '乙！', '丙']],
    ['系数（是标准差与均值之比。）小学为0.4。次句。', ['系数（是标准差与均值之比。）小学为0.4。', '次句。']],
    ['他说：“到位。”又说。', ['他说：“到位。”', '又说。']],
  ])('%s', (text, expected) => {
    const report = reportOf(text);
    expect(report.sentences.map((sentence) => text.slice(sentence.span.start, sentence.span.end))).toEqual(expected);
  });
});

describe('kinds of document', () => {
  it.each([
    ['临江县义务教育均衡发展自评报告\n正文。', 'county-report'],
    ['临江县义务教育均衡发展专项工作报告\n主任、各位副主任：', 'congress-report'],
    ['尊敬的各位领导、各位专家：\n现汇报如下。', 'briefing'],
    ['临江县第一小学自查报告\n我校现有学生900人。', 'school-report'],
    ['同志们：\n今天召开会议。', 'speech'],
    ['天气晴朗。', 'other'],
  ])('%s', (text, kind) => {
    expect(reportOf(text).kind).toBe(kind);
  });
});
