import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Checked, check } from '../../src/jobs/check.ts';
import { buildDocx, paragraph, table } from '../support/docx.ts';
import { NATIONAL } from '../support/national.ts';

/** What a clerk would have to read: nothing of it may be an error, and at most one a warning. */
function told({ result }: Checked, severity: 'error' | 'warning'): string[] {
  return result.findings
    .filter((finding) => finding.severity === severity)
    .map((finding) => `${finding.rule} ${finding.message}`);
}

function broken({ result }: Checked): string[] {
  return result.relations.filter(({ verdict }) => verdict === 'broken').map((relation) => relation.check);
}

function held({ result }: Checked): string[] {
  return result.relations.filter(({ verdict }) => verdict === 'holds').map((relation) => relation.check);
}

/** The least that is read and tested, so that the silence is not that of a program that read nothing. */
describe.each([
  { name: 'county', kind: 'county-report', figures: 600, tested: 190 },
  { name: 'congress', kind: 'congress-report', figures: 180, tested: 65 },
])('a clean $name report', ({ name, kind, figures, tested }) => {
  let checked: Checked;
  beforeAll(async () => {
    const file = new URL(`../fixtures/clean/${name}.txt`, import.meta.url);
    checked = await check(`${name}.txt`, readFileSync(file), NATIONAL);
  });

  it('is read for what it is', () => expect(checked.report.kind).toBe(kind));

  it('has many figures and relations', () => {
    expect(checked.result.summary.figures).toBeGreaterThanOrEqual(figures);
    expect(checked.result.summary.tested).toBeGreaterThanOrEqual(tested);
    expect(checked.result.summary.unassessable).toBe(0);
  });

  it('has no error and at most one warning', () => {
    expect(broken(checked)).toEqual([]);
    expect(told(checked, 'error')).toEqual([]);
    expect(told(checked, 'warning').slice(1)).toEqual([]);
  });
});

type Line = readonly [name: string, ...values: number[]];

const across = (columns: number, text: string): string =>
  `<w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr>${paragraph(text)}`;
const down = (text: string): string => `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph(text)}`;
const covered = `<w:tcPr><w:vMerge/></w:tcPr>${paragraph()}`;

const row = ([name, ...values]: Line): string[] => [name, ...values.map(String)];
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const addition = (parts: readonly number[]): string => `${parts.join('+')}=${sumOf(parts)}`;
const column = (lines: readonly Line[], at: number): number[] => lines.map((line) => line[at] as number);
/** The last row of a table: the sum of each column. */
const totals = (name: string, lines: readonly Line[]): Line => [
  name,
  ...(lines[0]?.slice(1) ?? []).map((_, index) => sumOf(column(lines, index + 1))),
];
const downwards = (lines: readonly Line[]): string[] =>
  (lines[0]?.slice(1) ?? []).map((_, index) => addition(column(lines, index + 1)));
const percent = (part: number, whole: number): string => ((part / whole) * 100).toFixed(1);

// schools, classes and pupils of the primary and the junior stage
const towns: readonly Line[] = [
  ['城关镇', 14, 3, 302, 140, 12486, 6315],
  ['柳溪镇', 9, 2, 118, 46, 4630, 1895],
  ['白石镇', 8, 2, 97, 38, 3712, 1548],
  ['桃坪乡', 5, 1, 45, 16, 1486, 612],
  ['大岩乡', 4, 1, 34, 12, 1032, 485],
];
const withTotals = ([name, ...values]: Line): Line => [
  name,
  ...[0, 2, 4].flatMap((at) => [values[at] ?? 0, values[at + 1] ?? 0, sumOf(values.slice(at, at + 2))]),
];
const county = totals('合计', towns);

const funds: readonly Line[] = [
  ['一般公共预算教育经费', 46210, 49385, 52970],
  ['教育费附加', 1286, 1342, 1405],
  ['地方教育附加', 857, 895, 937],
  ['土地出让收益计提', 960, 1024, 1088],
];
const growing = (line: Line): string[] => {
  const [before = 1, last = 1] = line.slice(-2) as number[];
  return [...row(line), (((last - before) / before) * 100).toFixed(2)];
};

const titles: readonly Line[] = [
  ['高级', 168, 182],
  ['中级', 602, 421],
  ['初级', 374, 219],
  ['未定级', 56, 38],
];
const [, primary = 1, junior = 1] = totals('总计', titles) as [string, number, number];
const shared = ([name, a = 0, b = 0]: Line): string[] => [
  name,
  ...[[a, primary] as const, [b, junior] as const, [a + b, primary + junior] as const].flatMap(([part, whole]) => [
    String(part),
    percent(part, whole),
  ]),
];

// issued, returned, satisfied
const survey: readonly Line[] = [
  ['学生', 900, 892, 861],
  ['家长', 1800, 1764, 1683],
  ['教师', 480, 478, 467],
  ['社会人士', 320, 311, 292],
];
const rated = ([name, issued = 1, returned = 1, satisfied = 0]: Line): string[] => [
  name,
  String(issued),
  String(returned),
  percent(returned, issued),
  String(satisfied),
  percent(satisfied, returned),
];

const projects: readonly Line[] = [
  ['第三小学新建项目', 12600, 5180, 1620],
  ['柳溪中学扩建项目', 6400, 2315, 600],
  ['白石小学改建项目', 4200, 1268, 360],
];

const pupils: readonly Line[] = [
  ['小学', county[5] as number, 11210, 2920, 2640],
  ['初中', county[6] as number, 5186, 1874, 1265],
];

const surveyed = totals('合计', survey);
const satisfaction = percent(surveyed[3] as number, surveyed[2] as number);

const body = [
  paragraph('澄湾县义务教育优质均衡发展自评数据说明'),
  paragraph('一、总体情况'),
  paragraph(
    `全县现有义务教育学校${sumOf(county.slice(1, 3) as number[])}所，其中小学${county[1]}所、初中${county[2]}所；在校生${sumOf(county.slice(5) as number[])}人，其中小学${county[5]}人、初中${county[6]}人；专任教师${primary + junior}人，其中小学${primary}人、初中${junior}人。社会满意度为${satisfaction}%。各项数据见下表。`,
  ),
  paragraph('表1　2023年学校、班级和学生基本情况'),
  paragraph('单位：所、个、人'),
  table([
    [down('乡镇'), across(3, '学校数'), across(3, '教学班数'), across(3, '在校生数')],
    [covered, ...Array.from({ length: 3 }, () => ['小学', '初中', '合计']).flat()],
    ...[...towns, county].map((line) => row(withTotals(line))),
  ]),
  paragraph('表2　2021—2023年财政性教育投入情况'),
  paragraph('单位：万元'),
  table([
    ['项目', '2021年', '2022年', '2023年', '2023年比上年增长（%）'],
    ...[...funds, totals('合计', funds)].map(growing),
  ]),
  paragraph('表3　专任教师职称结构'),
  table([
    [down('职称'), across(2, '小学'), across(2, '初中'), across(2, '合计')],
    [covered, ...Array.from({ length: 3 }, () => ['人数（人）', '占比（%）']).flat()],
    ...[...titles, totals('总计', titles)].map(shared),
  ]),
  paragraph('二、调查和项目'),
  paragraph('表4　社会认可度调查结果'),
  table([
    ['调查对象', '发放问卷（份）', '收回问卷（份）', '回收率（%）', '满意（份）', '满意率（%）'],
    ...[...survey, surveyed].map(rated),
  ]),
  paragraph('附表　主要建设项目一览表'),
  table([
    ['序号', '项目名称', '建筑面积（平方米）', '总投资（万元）', '新增学位（个）'],
    ...projects.map((line, index) => [String(index + 1), ...row(line)]),
    ['', ...row(totals('合计', projects))],
  ]),
  paragraph('表5　在校生构成'),
  paragraph('（单位：人）'),
  table([
    ['学段', '在校生数', '其中：女生', '其中：寄宿生', '其中：随迁子女'],
    ...[...pupils, totals('合计', pupils)].map(row),
  ]),
  paragraph('表6　小学资源配置指标达标情况'),
  table([
    ['指标', '标准', '实际值', '达标学校数（所）'],
    ['生均教学及辅助用房面积（平方米）', '≥4.5', '4.86', '40'],
    ['生均体育运动场馆面积（平方米）', '≥7.5', '7.92', '38'],
    ['生均教学仪器设备值（元）', '≥2000', '2318', '40'],
  ]),
].join('');

describe('a clean Word report with tables', () => {
  let checked: Checked;
  beforeAll(async () => {
    checked = await check('数据说明.docx', buildDocx({ body }), NATIONAL);
  });

  it('has no error and at most one warning', () => {
    expect(broken(checked)).toEqual([]);
    expect(told(checked, 'error')).toEqual([]);
    expect(told(checked, 'warning').slice(1)).toEqual([]);
  });

  it('has every total of its tables tested, down and across', () => {
    const all = [...towns, county].map(withTotals);
    const rows = all.flatMap(([, ...values]) =>
      [0, 3, 6].map((at) => addition((values as number[]).slice(at, at + 2))),
    );
    expect(held(checked)).toEqual(
      expect.arrayContaining([
        ...rows,
        ...downwards(towns.map(withTotals)),
        ...downwards(funds),
        ...downwards(titles),
        ...titles.map(([, a = 0, b = 0]) => addition([a, b])),
        ...downwards(survey),
        ...downwards(projects),
        ...downwards(pupils),
      ]),
    );
  });

  it('has its rates tested', () => {
    const checks = held(checked);
    for (const [, a = 0, b = 0] of titles) {
      expect(checks.some((one) => one.startsWith(`${a}÷${primary}=`))).toBe(true);
      expect(checks.some((one) => one.startsWith(`${b}÷${junior}=`))).toBe(true);
    }
    for (const line of [...funds, totals('合计', funds)]) {
      const [before, last] = line.slice(-2);
      expect(checks.some((one) => one.startsWith(`(${last}-${before})÷${before}=`))).toBe(true);
    }
  });
});
