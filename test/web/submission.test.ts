import { describe, expect, test } from 'vitest';
import { county, workbookOf } from '../read/workbook/build.ts';
import { Submission } from '../../src/web/worker/submission.ts';
import { reportView } from '../../src/web/worker/report-view.ts';
import type { GivenFile, Progress, ReportFile } from '../../src/web/worker/protocol.ts';

const file = (name: string, text: string, decisions: string | null = null): ReportFile => ({
  name,
  bytes: new TextEncoder().encode(text),
  decisions,
});
const WRONG = '一、基本情况\n全县现有义务教育学校45所，其中小学28所、初中9所、九年一贯制学校6所。\n';
const opened = async (files: readonly ReportFile[], together = true, data: GivenFile | null = null) => {
  const submission = new Submission([], {});
  const steps: Progress[] = [];
  const unread = await submission.check({ files, together, data }, (step) => steps.push(step));
  return { submission, unread, steps };
};
const viewOf = (submission: Submission, name: string) => reportView(submission.report(name), []);

describe('a submission in the page', () => {
  test('tells how far it is, and goes on behind a file at fault', async () => {
    const { submission, unread, steps } = await opened([
      file('甲.txt', WRONG),
      file('空.txt', ''),
      file('乙.txt', WRONG),
    ]);
    expect(steps.map(({ file, index, count, stage }) => [file, index, count, stage])).toEqual([
      ['甲.txt', 0, 3, 'reading'],
      ['甲.txt', 0, 3, 'checking'],
      ['空.txt', 1, 3, 'reading'],
      ['乙.txt', 2, 3, 'reading'],
      ['乙.txt', 2, 3, 'checking'],
    ]);
    expect(unread).toEqual([{ file: '空.txt', message: expect.stringMatching(/^空\.txt：文件是空的/u) }]);
    expect(submission.reports.map(({ checked }) => checked.file)).toEqual(['甲.txt', '乙.txt']);
  });

  test('a decision keeps the numbers, and taken back it leaves nothing', async () => {
    const { submission } = await opened([file('甲.txt', `${WRONG}小学专任教师1200人，其中本科960人，占75%。\n`)]);
    const before = viewOf(submission, '甲.txt').findings;
    expect(before.length).toBeGreaterThan(1);
    const ruling = { file: '甲.txt', numbers: [1], reason: '含教学点', date: '2026-11-22' } as const;
    submission.decide({ ...ruling, ruling: 'dismissed' });
    const after = viewOf(submission, '甲.txt');
    expect(after.findings.map(({ number, state, reason }) => [number, state, reason])).toEqual(
      before.map(({ number }) => (number === 1 ? [1, 'dismissed', '含教学点'] : [number, 'open', null])),
    );
    expect(after.decisions).toContain('不是问题');
    submission.decide({ ...ruling, ruling: 'accepted' });
    expect(viewOf(submission, '甲.txt').findings[0]?.state).toBe('accepted');
    submission.decide({ ...ruling, ruling: null });
    expect(viewOf(submission, '甲.txt').findings).toEqual(before);
    expect(() => submission.decide({ ...ruling, ruling: null })).toThrow('还没有作过决定');
  });

  test('a whole kind is decided at once', async () => {
    const text = '各校布署到位，各镇布署到位。\n各校都作了布署，各镇也作了布署。\n';
    const { submission } = await opened([file('甲.txt', text)]);
    const numbers = viewOf(submission, '甲.txt').findings.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(1);
    const request = { file: '甲.txt', numbers, reason: '照录原文', date: '2026-11-22' };
    submission.decide({ ...request, ruling: 'dismissed' });
    const states = () => new Set(viewOf(submission, '甲.txt').findings.map(({ state }) => state));
    expect(states()).toEqual(new Set(['dismissed']));
    submission.decide({ ...request, ruling: null });
    expect(states()).toEqual(new Set(['open']));
  });

  test('decisions given with a report hold; a file of them at fault is told by name', async () => {
    const first = await opened([file('甲.txt', WRONG)]);
    const { decisionsText } = first.submission.decide({
      file: '甲.txt',
      numbers: [1],
      ruling: 'accepted',
      reason: null,
      date: '2026-11-22',
    });
    const again = await opened([file('甲.txt', WRONG, decisionsText)]);
    expect(viewOf(again.submission, '甲.txt').findings[0]?.state).toBe('accepted');
    const broken = await opened([file('甲.txt', WRONG, '决定: 三')]);
    expect(broken.unread).toEqual([{ file: '甲.txt', message: expect.stringContaining('甲.txt的处理记录') }]);
  });

  test('files are held against each other only where they belong together', async () => {
    const files = [
      file('甲.txt', '2024年全县小学在校生12000人。\n'),
      file('乙.txt', '2024年全县小学在校生12100人。\n'),
    ];
    const { submission } = await opened(files);
    const others = () => viewOf(submission, '乙.txt').findings.map(({ others }) => others.map(({ text }) => text));
    expect(others()).toEqual([['《甲.txt》第1行']]);
    submission.together(false);
    expect(others()).toEqual([]);
  });
});

describe('a submission with the data workbook', () => {
  test('is held against it, as long as it is there', async () => {
    const data = {
      name: '数据.xlsx',
      bytes: await workbookOf({ county: county(['在校生数', '小学', '2024', 12000, '人']) }),
    };
    const report = file('甲.txt', '2024年全县小学在校生12100人。\n');
    const { submission, unread } = await opened([report], true, data);
    expect(unread).toEqual([]);
    const [finding] = viewOf(submission, '甲.txt').findings;
    expect(finding?.message).toContain('12000人');
    expect(finding?.others.map(({ text }) => text)).toEqual([expect.stringContaining('县级数据!D2')]);
    expect(viewOf(submission, '甲.txt').summary.join('')).toContain('与数据工作簿');
    const without = await opened([report]);
    expect(viewOf(without.submission, '甲.txt').findings).toEqual([]);
  });

  test('of another county is not, and that is told', async () => {
    const data = { name: '数据.xlsx', bytes: await workbookOf() };
    const { submission } = await opened(
      [file('甲.txt', '东岭县义务教育均衡发展自评报告\n一、基本情况\n小学28所。\n')],
      true,
      data,
    );
    expect(submission.notHeld).toEqual([{ file: '甲.txt', message: expect.stringContaining('东岭县') }]);
    expect(submission.reports).toHaveLength(1);
  });

  test('that cannot be read is told, and the reports are checked without it', async () => {
    const { submission, unread } = await opened([file('甲.txt', WRONG)], true, {
      name: '坏.xlsx',
      bytes: new Uint8Array(9),
    });
    expect(unread).toEqual([{ file: '坏.xlsx', message: expect.stringMatching(/^坏\.xlsx：/u) }]);
    expect(viewOf(submission, '甲.txt').findings).toHaveLength(1);
  });
});

describe('what the page is told of a figure', () => {
  const factsOf = async (text: string) => {
    const { submission } = await opened([file('甲.txt', text)]);
    return viewOf(submission, '甲.txt').figures.map(({ text, name, facts }) => [text, name, Object.fromEntries(facts)]);
  };
  test.each([
    ['全县小学在校生12.35万人。', '12.35万人', '小学在校生数', { 按印出的位数: '123,450 至 123,550人' }],
    ['全县小学45所。', '45所', '小学学校数', { 按印出的位数: '正好45所' }],
    ['2024年小学巩固率99.8%。', '99.8%', '小学巩固率', { 按印出的位数: '99.75 至 99.85%', 时间: '2024年' }],
    ['全县小学在校生1.2万余人。', '1.2万余人', '小学在校生数', { 程度: '不少于' }],
  ])('%s', async (text, printed, name, expected) => {
    const [[foundText, foundName, facts]] = (await factsOf(text)) as [[string, string, Record<string, string>]];
    expect([foundText, foundName]).toEqual([printed, name]);
    expect(facts).toMatchObject(expected);
  });
});
