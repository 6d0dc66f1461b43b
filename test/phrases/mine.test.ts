import { describe, expect, test } from 'vitest';
import { addReports, independentReports, isStandard, minePhrases, readable, usesOf } from '../../src/phrases/index.ts';
import { reportOf } from '../support/read.ts';
import { minedReports, REPORTS } from './library.ts';

const [first] = minedReports(['青禾.txt']);
const texts = (first?.phrases ?? []).map(readable);

describe('a report becomes phrases', () => {
  test.each([
    '全县现有义务教育学校【学校数：所】，其中小学【小学学校数：所】、初中【初中学校数：所】。',
    '县财政安排教师培训经费【教师培训经费：万元】，做到专款专用。',
    '三年来，县政府先后召开专题会议，研究解决控辍保学、大班额等突出问题。',
  ])('%s', (text) => {
    expect(texts.some((one) => one.endsWith(text))).toBe(true);
  });

  test('figures carry what they measure', () => {
    const phrase = first?.phrases.find(({ frame }) => frame.includes('生均图书'));
    expect(phrase).toMatchObject({
      form: 'sentence',
      slots: [
        { kind: 'figure', indicator: 'books-per-pupil', stage: '小学', unit: '册', places: 1, role: 'level' },
        { kind: 'figure', indicator: 'books-per-pupil', stage: '初中', unit: '册' },
      ],
    });
  });

  test('years are told from the report’s own', () => {
    const phrase = first?.phrases.find(({ frame }) => frame.includes('补充教师'));
    expect(phrase?.slots[0]).toEqual({ kind: 'date', name: '年份', form: '<0>年', event: false });
    expect(
      minePhrases(reportOf('青禾县2024年自评报告\n2022—2024年，全县教育经费逐年有所增长。\n'), '报告').phrases[0]
        ?.slots,
    ).toEqual([{ kind: 'date', name: '年份', form: '<-2>—<0>年', event: false }]);
  });

  test('items lose their marker, sections give their role and title', () => {
    const item = first?.phrases.find(({ form }) => form === 'item');
    expect(item?.frame).toBe('新建改建校舍，补齐农村短板。');
    expect(item?.sources).toMatchObject([
      { section: '改善办学条件', role: 'measures', kind: 'county-basic', year: '2024' },
    ]);
    expect(first?.phrases.find(({ frame }) => frame.includes('缺编'))?.sources[0]?.role).toBe('problems');
  });

  test('a section of problems and plans is of plans from where it turns to them', () => {
    const text =
      '青禾县2024年自评报告\n三、存在问题及下步打算\n农村学校音乐、美术教师数量偏少。下一步，将优先为农村学校补充专业教师。城乡学校结对以后统一组织教研活动。\n';
    const { phrases } = minePhrases(reportOf(text), '报告');
    expect(phrases.map(({ sources }) => sources[0]?.role)).toEqual(['problems', 'plans', 'plans']);
  });

  test('nobody’s name is carried on, in no slot either', () => {
    const told = JSON.stringify(first?.phrases.map(({ frame, slots }) => ({ frame, slots })));
    for (const name of ['青禾', '明川', '河东', '李国强']) expect(told).not.toContain(name);
    expect(texts.join('')).toContain('【学校名】整体搬迁');
    expect(texts.join('')).toContain('县长【人名】同志要求');
  });

  test('headings, the title and short lines stay out', () => {
    expect(texts.join('')).not.toMatch(/自评报告|主要做法$/u);
  });
});

describe('names', () => {
  const names = (text: string) => [...(minePhrases(reportOf(text), '报告').facts.names.keys() ?? [])];

  test.each([
    ['在柳林镇、安福乡各建一所学校。', ['柳林镇', '柳林', '安福乡', '安福']],
    ['支持第三小学、红旗小学和县实验中学改造。', ['第三小学', '红旗小学', '县实验中学']],
    ['教师赵小梅被评为先进。', ['赵小梅']],
    ['沙河林业局和沙河的学生。', ['沙河林业局', '沙河']],
  ])('%s', (text, expected) => {
    expect(names(text).sort()).toEqual([...expected].sort());
  });

  test.each([
    '全县各乡镇中心小学、九年一贯制学校和寄宿制学校均已达标。',
    '我县城区学校、农村小学、薄弱学校和教学点统筹推进。',
    '县委书记任组长，县长任副组长，各部门负责人为成员。',
    '积极稳妥推进送教下乡，缩小城乡、区域、校际差距，建设人才强区。',
    '中小学校长、教师交流轮岗，特殊教育学校教师享受津贴。',
    '投入教育费**万元，建设开发区、社区、园区学校。',
    '推行学区化办学，加强校区、片区统筹。',
  ])('none in: %s', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('the county of the report and others', () => {
  const slots = (title: string) =>
    minePhrases(
      reportOf(`${title}\n一、主要做法\n石桥县的学校与青禾县的学校结对，互派教师交流学习。\n`),
      '报告',
    ).phrases.map((one) => readable(one));

  test('only the report’s own may be filled with another county’s name', () => {
    expect(slots('青禾县2024年义务教育均衡发展自评报告')).toEqual([
      '【其他县市名】的学校与【县名】的学校结对，互派教师交流学习。',
    ]);
    expect(slots('义务教育均衡发展自评报告')).toEqual([
      '【其他县市名】的学校与【其他县市名】的学校结对，互派教师交流学习。',
    ]);
  });

  test('what is left out is counted by its reason', () => {
    const { left } = minePhrases(
      reportOf(
        '自评报告\n一、主要做法\n很好。\n主要做法如下，分三个方面来说：\n全县统筹安排教师交流轮岗。\n县教育局办公室文印中心\n',
      ),
      '报告',
    );
    expect([left.get('short'), left.get('announcing'), left.get('unended')]).toEqual([2, 1, 1]);
  });
});

describe('merging', () => {
  const { phrases } = addReports([], minedReports());
  const money = phrases.find(({ frame }) => frame.includes('教师培训经费'));

  test('equal and nearly equal frames become one, with all their sources', () => {
    expect(money?.sources.map(({ file }) => file)).toEqual(['青禾.txt', '石桥.txt', '南浦.txt']);
    expect(money && usesOf(money)).toBe(3);
  });

  test('three independent reports make a standard phrase', () => {
    expect(money && isStandard(money)).toBe(true);
    expect(phrases.filter(isStandard).length).toBeGreaterThanOrEqual(1);
  });

  test('three files of one county and year are one report', () => {
    const text = REPORTS['青禾.txt'] ?? '';
    const copies = ['自评报告', '汇报材料', '工作总结'].map((word) =>
      minePhrases(reportOf(text.replace('自评报告', word)), `${word}.txt`),
    );
    const merged = addReports([], copies).phrases.find(({ frame }) => frame.includes('教师培训经费'));
    expect(merged && [usesOf(merged), independentReports(merged), isStandard(merged)]).toEqual([3, 1, false]);
  });

  test('a report that is read again counts once', () => {
    const again = addReports(phrases, minedReports(['石桥.txt']));
    expect(again).toMatchObject({ fresh: 0, again: [minedReports(['石桥.txt'])[0]?.facts.fingerprint] });
    expect(again.phrases.map(usesOf).sort()).toEqual(phrases.map(usesOf).sort());
  });

  test.each([
    ['全县小学入学率逐年提高，基本达到规定标准。', '全县小学入学率逐年降低，基本达到规定标准。'],
    ['全县初中辍学率低于省定标准，做到应学尽学。', '全县初中辍学率高于省定标准，做到应学尽学。'],
    ['各学校均已达到省定办学基本标准的各项要求。', '各学校均未达到省定办学基本标准的各项要求。'],
  ])('contraries stay two: %s', (one, other) => {
    const both = minePhrases(reportOf(`${one}\n${other}\n`), '报告');
    expect(addReports([], [both]).phrases).toHaveLength(2);
  });
});
