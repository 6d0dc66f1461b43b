import { describe, expect, test } from 'vitest';
import type { Dataset, SchoolPart } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { draftReport, type KindFiles } from '../../src/jobs/draft.ts';
import { textOf } from '../../src/draft/index.ts';
import { InputError } from '../../src/model/manuscript.ts';
import { standards } from './support/bundled.ts';

const AMOUNTS = {
  pupils: 1000,
  'teachers-above-required-degree': 60,
  'backbone-teachers': 12,
  'sports-arts-teachers': 10,
  'teaching-area': 6100,
  'indoor-sports-area': 0,
  'sports-area': 11000,
  'equipment-value': 2600000,
  'multimedia-rooms': 26,
  'class-count': 24,
  'largest-class': 44,
} as const;
type Amounts = Readonly<Partial<Record<keyof typeof AMOUNTS, number | null>>>;

/** A county whose schools reach every mark but in the amounts given; null leaves a cell empty. */
function county(schools: Readonly<Record<string, Amounts>>, part: SchoolPart = '小学'): Dataset {
  const rows = Object.entries(schools).map(([name, own], index) => {
    const amounts = Object.entries({ ...AMOUNTS, ...own }).filter(([, value]) => value !== null);
    return {
      name,
      part,
      type: part === '小学' ? '小学' : '初级中学',
      owner: '县级公办',
      excluded: null,
      amounts: new Map(amounts.map(([id, value]) => [id, new Decimal(value ?? 0)])),
      source: { sheet: '学校', row: index + 2 },
    };
  });
  return { county: '清河县', year: '2024', schools: rows, data: [] };
}

async function written(section: string, dataset: Dataset) {
  const kind: KindFiles = {
    name: 'test',
    files: new Map([
      ['kind.yaml', 'id: a\ntitle: b\nstandards: [quality-balance-2017]\nsections: [a.md]\nneeds: []'],
      ['a.md', section],
    ]),
  };
  const result = await draftReport({ kind, dataset, settings: {}, standards: standards(), format: 'markdown' });
  return { text: textOf(result.tree), ledger: result.ledger, gaps: result.gaps };
}

const six = (failing: Readonly<Record<string, Amounts>>) =>
  county({ 甲校: {}, 乙校: {}, 丙校: {}, 丁校: {}, 戊校: {}, 己校: {}, ...failing });
const FEW = { 'backbone-teachers': 9 };

describe('what is said of schools follows how many reach their mark', () => {
  const section =
    '{{#part}}小学{{judged "backbone-per-hundred" stage="小学" yes="达标" no="未达标"}}。{{else}}无。{{/part}}';

  test.each([
    ['all', six({}), '小学均达标。'],
    ['all but one', six({ 乙校: FEW }), '小学除乙校外，其余5所均达标。'],
    ['all but two', six({ 乙校: FEW, 己校: FEW }), '小学除乙校、己校外，其余4所均达标。'],
    ['half of them', six({ 甲校: FEW, 乙校: FEW, 己校: FEW }), '小学3所达标、3所未达标。'],
    ['none', county({ 甲校: FEW, 乙校: FEW }), '小学均未达标。'],
    ['unknown of one', six({ 乙校: { 'backbone-teachers': null } }), '无。'],
    ['no school', county({}), '无。'],
  ])('%s', async (_, dataset, expected) => {
    expect((await written(section, dataset)).text).toBe(expected);
  });

  test('two stages that are alike are told together', async () => {
    const both = (junior: Amounts): Dataset => {
      const [first, second] = [six({}), county({ 一中: {}, 二中: {}, 三中: junior }, '初中')];
      return { ...first, schools: [...first.schools, ...second.schools] };
    };
    const two = '{{#part}}{{judgedStages "backbone-per-hundred" yes="达标" no="未达标"}}。{{/part}}';
    expect((await written(two, both({}))).text).toBe('小学、初中各校均达标。');
    expect((await written(two, both(FEW))).text).toBe('小学均达标，初中除三中外，其余2所均达标。');
  });

  test('the rule lets one mark of seven go, if its floor is kept', async () => {
    const rule =
      '{{#part}}小学{{judged "rule" stage="小学"}}，全部达标{{figure (judgedCount "every-mark" met=true)}}。{{/part}}';
    const county = six({ 甲校: FEW, 乙校: { 'backbone-teachers': 8 }, 丙校: { ...FEW, 'sports-area': 7000 } });
    expect((await written(rule, county)).text).toBe('小学除乙校、丙校外，其余4所均达到要求，全部达标3所。');
  });
});

test('counts, names and extremes carry their origin into the ledger', async () => {
  const section =
    '{{#part}}{{figure (judgedCount "sports-area-per-pupil" stage="小学" met=false)}}（{{judgedNames "sports-area-per-pupil" stage="小学"}}）；最大{{judgedName "pupils" "highest" stage="小学"}}{{figure (judgedValue "pupils" "highest" stage="小学")}}。{{/part}}';
  const small = { 'sports-area': 7000 };
  const { text, ledger } = await written(section, six({ 甲校: small, 丁校: { ...small, pupils: 1010 } }));
  expect(text).toBe('2所（甲校和丁校）；最大丁校1010人。');
  expect(ledger.map(({ name, origin, cells }) => [name, origin, cells.map(({ cell }) => cell).join()])).toEqual([
    [
      '小学生均体育运动场馆面积未达标学校数',
      '按《县域义务教育优质均衡发展督导评估办法》（教督〔2017〕6号）逐校判断',
      '第2行,第5行',
    ],
    ['丁校在校生数', '学校表中的数', '第2—7行'],
  ]);
});

test('many schools are told by the first three and their number', async () => {
  const { text } = await written(
    '{{#part}}{{judgedNames "backbone-per-hundred" stage="小学"}}。{{/part}}',
    six({ 甲校: FEW, 乙校: FEW, 丙校: FEW, 丁校: FEW }),
  );
  expect(text).toBe('甲校、乙校、丙校等4所。');
});

test('a table has a row for every school, and one for every mark missed, each number with its entry', async () => {
  const header = (columns: number) => `|${' 甲 |'.repeat(columns)}\n|${' - |'.repeat(columns)}\n`;
  const section = `{{#part}}\n${header(11)}{{ruleRows stage="小学"}}\n{{/part}}\n\n{{#part}}\n${header(5)}{{shortfallRows}}\n{{/part}}`;
  const { text, ledger } = await written(section, county({ 甲校: { 'indoor-sports-area': 600 }, 乙校: FEW }));
  expect(text).toContain('甲校10006.001.201.005.5011.002600.002.607达到');
  expect(text).toContain('乙校每百名学生拥有县级以上骨干教师数（人）0.90190');
  expect(ledger).toHaveLength(2 * 9 + 3);
  expect(ledger.find(({ printed }) => printed === '5.50')?.name).toBe('甲校生均教学及辅助用房面积');
});

test('county means follow the standard: private schools count, rooms for sport inside do not', async () => {
  const base = county({ 甲校: { 'indoor-sports-area': 1000 }, 乙校: {} });
  const dataset = {
    ...base,
    schools: base.schools.map((row) => (row.name === '乙校' ? { ...row, owner: '民办', excluded: '民办学校' } : row)),
  };
  const { text } = await written('{{figure "teaching-area-per-pupil" stage="小学"}}', dataset);
  expect(text).toBe('5.60平方米');
});

test('words that judge stand in a part, or the template is refused', async () => {
  await expect(written('{{judged "rule" stage="小学"}}', six({}))).rejects.toThrow(InputError);
  await expect(written('{{#part}}{{judged "rule" stage="幼儿园"}}{{/part}}', six({}))).rejects.toThrow(/小学或初中/u);
});
