import { readFileSync } from 'node:fs';
import { assert, asyncProperty, constantFrom, nat } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProjectSettings } from '../../src/draft/index.ts';
import { check, checkedJson } from '../../src/jobs/check.ts';
import { checkData } from '../../src/jobs/check-data.ts';
import { draftReport } from '../../src/jobs/draft.ts';
import { initProject } from '../../src/jobs/init.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { readWorkbook } from '../../src/read/workbook/index.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';

const root = new URL('../../', import.meta.url);
const kind = bundledKind();
const project = await initProject({
  kind: { name: 'kind.yaml', text: kind.files.get('kind.yaml') ?? '' },
  year: '2030',
  sample: { name: 'county.yaml', text: readFileSync(new URL('corpus/sample/county.yaml', root), 'utf8') },
});
const dataset = await readWorkbook('数据.xlsx', project.workbook);
const { settings } = parseProjectSettings(project.settings, 'junheng.yaml');
const draft = await draftReport({ kind, dataset, settings, standards: standards(), format: 'docx' });
const drafted = await check('报告.docx', draft.bytes, []);
const text = drafted.report.manuscript.text;

const encode = (edited: string) => new TextEncoder().encode(edited);
async function checkText(edited: string, given: Dataset = dataset) {
  return checkData(await check('报告.txt', encode(edited), []), { file: '数据.xlsx', dataset: given });
}
const ofData = ({ result }: Awaited<ReturnType<typeof checkText>>) =>
  result.findings.filter(({ rule }) => rule.startsWith('data-'));

describe('the draft of the sample county', () => {
  const checked = checkData(drafted, { file: '数据.xlsx', dataset });

  test('agrees with the workbook that it was made of: no finding, and most figures compared', () => {
    // what the writer still has to write is told as a placeholder, and nothing else is
    const told = checked.result.findings.filter(({ type }) => type !== 'placeholder');
    expect(told.map(({ message }) => message)).toEqual([]);
    const { named, equal, different, review } = checked.result.data ?? expect.fail('no summary');
    expect([different, review]).toEqual([0, 0]);
    // what is left has no name of its own in the workbook: the largest and smallest schools, counts of schools short of one mark,
    // national limits, parts of scores
    expect(equal / named).toBeGreaterThan(0.9);
  });

  test('what was compared is in the JSON', () => {
    const json = checkedJson(checked);
    expect(json.data).toMatchObject({ file: '数据.xlsx', year: '2024', different: 0 });
    expect(json.relations.filter(({ check }) => check.includes('18216')).length).toBeGreaterThan(0);
  });
});

/** [what stands there, what a slip makes of it, the cell that is named, severity]. */
const SLIPS: readonly (readonly [string, string, string, 'error' | 'warning'])[] = [
  ['总人口34.26万人', '总人口34.62万人', '县情!F3', 'error'],
  ['地区生产总值136.27亿元', '地区生产总值163.27亿元', '县情!F31', 'error'],
  ['比上年增长5.93%', '比上年增长9.53%', '县情!F31', 'error'],
  ['占总人口的51.02%', '占总人口的51.20%', '县情!F4', 'error'],
  ['其中小学18216人', '其中小学18261人', '县情!F19', 'error'],
  ['小学六年巩固率分别为99.72%', '小学六年巩固率分别为99.27%', '普及与质量!D9', 'error'],
  ['师生比小学为1:17.52', '师生比小学为1:17.25', '学校!第2—23行', 'error'],
  ['小学综合差异系数为0.330', '小学综合差异系数为0.303', '学校!第2—23行', 'error'],
  ['公众满意度为94.78%', '公众满意度为97.48%', '满意度!D2', 'error'],
  ['聘任责任督学34人', '聘任责任督学43人', '其他数据!D56', 'warning'],
];

describe('edited copies of the draft', () => {
  test.each(SLIPS)('%s → %s', async (before, after, cell, severity) => {
    expect(text).toContain(before);
    const found = ofData(await checkText(text.replace(before, after)));
    expect(found.map((one) => one.severity)).toEqual([severity]);
    expect(found[0]?.elsewhere?.[0]?.cells).toContain(cell);
  });

  test('any compared figure that is changed beyond its rounding is told, and no other', async () => {
    const plain = await checkText(text);
    const compared = plain.result.relations
      .filter(({ check, figures, verdict }) => verdict === 'holds' && figures.length === 1 && check !== '')
      // what only the words around it name can confirm; told are slips among three digits and more
      .filter(({ because, stated }) => because === null || String(stated).replace(/\D/gu, '').length > 2)
      .flatMap(({ figures: [id] }) => plain.report.figures.find((figure) => figure.id === id) ?? [])
      .filter((figure) => figure.text.replace(/\D/gu, '').length > 1 && !figure.text.includes('100'))
      // a small count under words of the text's own (改扩建学校11所) may as well be some of them: it can only confirm
      .filter((figure) => !figure.indicator?.startsWith('text:') || figure.value.gte(100) || figure.kind === 'score')
      // nor is a small count of some of the schools (寄宿制学校13所), whose name in the workbook is of words too
      .filter((figure) => figure.scope === null || figure.value.gte(100));
    await assert(
      asyncProperty(constantFrom(...compared), nat(), async (figure, pick) => {
        // one digit other than the first becomes another, as fingers slip
        const digits = [...figure.text.matchAll(/\d/gu)].map(({ index }) => index).slice(1);
        const at = digits[pick % digits.length] ?? 0;
        const digit = (Number(figure.text[at]) + 3 + (pick % 5)) % 10;
        const slipped = `${figure.text.slice(0, at)}${digit}${figure.text.slice(at + 1)}`;
        const edited = `${text.slice(0, figure.span.start)}${slipped}${text.slice(figure.span.end)}`;
        const checked = await checkText(edited);
        const told = ofData(checked).map(({ spans: [place] }) => place?.start);
        expect(told, `${figure.label} ${figure.text} → ${slipped}`).toEqual([figure.span.start]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('figures of one school', () => {
  const HEAD = '青禾县义务教育均衡发展自评报告\n2024年，全县小学在校生18216人，初中在校生8972人。\n';
  test.each([
    ['青禾县实验小学现有学生1652人，专任教师74人，图书47669册。', []],
    ['青禾县实验小学现有学生1625人，专任教师74人。', ['error 学校!第2行']],
    // the county's name may be left out; both parts of a combined school are counted
    ['滨河路小学在校生1218人，专任教师63人。双桥学校现有学生721人。', []],
    // the county again, a school that the workbook does not have, some of a school's pupils
    ['青禾县实验小学现有学生1652人。全县专任教师1792人。', []],
    ['红旗小学现有学生301人。', []],
    ['青禾县实验小学现有寄宿生120人。', []],
  ])('%s', async (sentence, told) => {
    const found = ofData(await checkText(`${HEAD}${sentence}\n`));
    expect(found.map(({ severity, elsewhere }) => `${severity} ${elsewhere?.[0]?.cells?.join()}`)).toEqual(told);
  });

  test('a table of schools is held against the rows of the school table', async () => {
    const table = [
      '| 学校 | 学生数（人） | 图书（册） | 生均图书（册） |',
      '| --- | --- | --- | --- |',
      '| 青禾县实验小学 | 1652 | 47669 | 28.86 |',
      '| 青禾县城关第一小学 | 1468 | 38512 | 25.92 |',
      '| 双桥学校 | 721 | 17770 | 24.65 |',
    ].join('\n');
    const checked = checkData(await check('报告.md', encode(`# 青禾县自评报告\n\n${table}\n`), []), {
      file: '数据.xlsx',
      dataset,
    });
    expect(ofData(checked).map(({ message }) => message)).toEqual([
      '“青禾县城关第一小学在校生数”此处为1468，工作簿中为1486人（学校!第3行），请核对。',
    ]);
    expect(checked.result.data?.equal).toBe(8);
  });
});

describe('whose figures they are', () => {
  test('the sum of the schools in scope beside a total with teaching points and private schools is another definition', async () => {
    const [found, ...others] = ofData(await checkText(text.replace('其中小学18216人', '其中小学17569人')));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'data-definition', severity: 'warning' });
    expect(found?.message).toContain('按列入测算的学校计');
  });

  test('a report of a school is held against its row', async () => {
    const school = '青禾县实验小学义务教育均衡发展自评报告\n我校现有学生1625人，专任教师74人，图书47669册。\n';
    const checked = await checkText(school);
    expect(checked.report.kind).toBe('school-report');
    expect(ofData(checked).map(({ elsewhere }) => elsewhere?.[0]?.cells)).toEqual([['学校!第2行']]);
  });

  test('a report of a town is held against nothing', async () => {
    const town = '白石镇义务教育均衡发展自评报告\n全镇小学在校生1307人，专任教师76人。\n';
    expect((await checkText(town)).result.data).toMatchObject({ equal: 0, different: 0, review: 0 });
  });

  test('another county is refused', async () => {
    await expect(checkText('临溪县义务教育均衡发展自评报告\n小学在校生5人。\n')).rejects.toThrow('报告写的是临溪县');
  });
});

describe('the workbook of another year', () => {
  const shifted: Dataset = {
    ...dataset,
    year: '2025',
    data: dataset.data.map((datum) =>
      datum.period === '2024' ? { ...datum, period: '2025', value: datum.value.times('1.03').round() } : datum,
    ),
  };

  test('is told once, and contradicts nothing', async () => {
    const found = ofData(await checkText(text, shifted));
    expect(found.filter(({ rule }) => rule === 'data-year').length).toBe(1);
    expect(found.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  });
});
