import { describe, expect, test } from 'vitest';
import type { DraftSettings } from '../../../src/draft/index.ts';
import type { Dataset, SchoolPart } from '../../../src/model/dataset.ts';
import { Decimal } from '../../../src/model/decimal.ts';
import { emptyCounty } from '../support/county.ts';
import { draftKind, framesOver, proofOf, textOfKind } from '../support/kind-drafts.ts';
import { kindNamed, sampleOf } from '../support/sample.ts';

const sample = await sampleOf('school');
const of = (school: string): DraftSettings => ({ ...sample.settings, school });
const text = (dataset: Dataset, settings: DraftSettings = sample.settings): Promise<string> =>
  textOfKind('school', dataset, settings);

/** The sample with other amounts in one school's row. */
function withAmounts(name: string, part: SchoolPart, amounts: Readonly<Record<string, number>>): Dataset {
  const schools = sample.dataset.schools.map((row) =>
    row.name === name && row.part === part
      ? {
          ...row,
          amounts: new Map([
            ...row.amounts,
            ...Object.entries(amounts).map(([id, value]): [string, Decimal] => [id, new Decimal(value)]),
          ]),
        }
      : row,
  );
  return { ...sample.dataset, schools };
}

/** Only the rows of one school, as its own clerk has them. */
function alone(name: string): Dataset {
  return { ...sample.dataset, schools: sample.dataset.schools.filter((row) => row.name === name) };
}

/** Without what the sample tells of its own school besides the table. */
function tableOnly(dataset: Dataset): Dataset {
  return { ...dataset, data: dataset.data.filter(({ indicator }) => !indicator.startsWith('text:本校')) };
}

describe('the drafted sample', () => {
  test('is known as a school report, and nothing is found in it', async () => {
    const proof = await proofOf('school', sample.dataset, sample.settings);
    expect(proof).toMatchObject({ kind: 'school-report', findings: [] });
    expect(proof.equal).toBeGreaterThan(40);
  });

  test('tells both parts of the school, each figure with its cells', async () => {
    const { ledger } = await draftKind('school', sample.dataset, sample.settings);
    const written = await text(sample.dataset);
    expect(written).toContain('双桥学校是青禾县的公办九年一贯制学校，现有教学班20个，其中小学部13个、初中部7个');
    expect(ledger.every(({ origin, cells }) => origin !== '' && (cells.length > 0 || /〕|》/u.test(origin)))).toBe(
      true,
    );
    const books = ledger.find(({ name }) => name === '小学生均图书册数');
    expect(books).toMatchObject({ printed: '19.74册', origin: '小学图书册数÷小学在校生数' });
    expect(books?.cells.map(({ cell }) => cell)).toEqual(['第23行“图书册数”', '第23行“学生数”']);
    expect(ledger.find(({ name }) => name === '县域小学生均图书册数均值')?.printed).toBe('25.58');
    expect(ledger.find(({ name }) => name === '小学生均图书册数省定标准')?.origin).toMatch(/^省标!第\d+行$/u);
  });

  test('says nothing in one frame more than three times', async () => {
    expect(framesOver(await text(sample.dataset), 3)).toEqual([]);
  });
});

describe('schools of every type', () => {
  // of one part and of two, senior pupils beside, private, a teaching point; 安渡 has 1:12.175 pupils to a teacher
  const names = [
    '古井镇中心小学',
    '安渡镇初级中学',
    '青禾县东城学校',
    '青禾县第一中学',
    '青禾县育才小学',
    '云岭乡高坪教学点',
  ];
  test.each(names)('%s: nothing is found', async (name) => {
    const dataset = tableOnly(sample.dataset);
    const { findings, kind } = await proofOf('school', dataset, of(name));
    expect(findings).toEqual([]);
    expect(kind).toBe('school-report');
  });
});

describe('wording follows the data', () => {
  test('a school that reaches the marks and one that misses them read differently', async () => {
    const good = await text(sample.dataset);
    expect(good).toContain('小学部达到省定办学基本标准，5项指标全部达到');
    expect(good).not.toContain('才能达到省定标准');
    const poor = await text(withAmounts('双桥学校', '小学', { books: 3000, 'largest-class': 56 }));
    expect(poor).toContain('小学部尚未达到省定办学基本标准，5项指标中达到3项、未达到2项');
    expect(poor).toContain('初中部达到省定办学基本标准');
    expect(poor).toContain('生均图书册数、最大班额未达到');
    // 15 × 457 − 3000
    expect(poor).toContain('小学部图书藏量偏低，还需添置3855册才能达到省定标准');
    expect(poor).toContain('最大班额56人，超过省定标准50人的上限');
    expect(poor).toContain('最大班额超出省定上限6人');
    expect(poor).toContain('小学部购置图书3855册');
  });

  test('a mark that may be missed is missed, and the school reaches the standard', async () => {
    const one = await text(withAmounts('双桥学校', '小学', { books: 5000 }));
    expect(one).toContain('小学部达到省定办学基本标准，5项指标中达到4项、未达到1项');
    expect(one).toContain('按允许不达标的项数和最低比例，综合判定为达标');
  });

  test('a mark that no column answers is left to the writer, by name', async () => {
    const [item] = sample.dataset.gate?.items ?? [];
    if (item === undefined || sample.dataset.gate === undefined) throw new Error('no gate');
    const laboratories = { ...item, indicator: 'text:实验室间数', unit: '间' };
    const gate = { ...sample.dataset.gate, items: [...sample.dataset.gate.items, laboratories], floor: null };
    const told = await text({ ...sample.dataset, gate });
    expect(told).toContain('省定标准中的实验室间数，学校表没有相应数据。【待填：这些项目的实际情况和是否达标】');
    expect(told).toContain('小学部达到省定办学基本标准，6项指标中达到5项');
    expect(told).not.toContain('全部达到。');
  });

  test('where the sheet does not say how many may be missed, a miss is no verdict', async () => {
    if (sample.dataset.gate === undefined) throw new Error('no gate');
    const dataset = withAmounts('双桥学校', '小学', { books: 3000 });
    const told = await text({ ...dataset, gate: { ...sample.dataset.gate, allowedMisses: null } });
    expect(told).toContain('小学部对照省定办学基本标准仍有项目须经上级核定，5项指标中达到4项、未达到1项');
    expect(told).not.toContain('尚未达到省定办学基本标准');
  });

  test('above, below and at the county mean', async () => {
    expect(await text(sample.dataset)).toContain('仪器设备和计算机高于县域均值，图书低于县域均值');
    const rich = { books: 60000, 'teaching-area': 20000, 'sports-area': 20000 };
    const above = await text(withAmounts('双桥学校', '小学', rich));
    expect(above).toContain('各项均高于县域均值');
    expect(above).toContain('两项均高于县域均值');
  });

  test('pupils who left and a rate that fell are told', async () => {
    const data = sample.dataset.data.map((datum) =>
      datum.indicator === 'text:本校辍学学生数' && datum.stage === '初中' ? { ...datum, value: new Decimal(2) } : datum,
    );
    const told = await text({ ...sample.dataset, data });
    expect(told).toContain('初中部辍学学生2人');
    expect(told).toContain('初中部控辍保学还有漏洞');
    expect(told).toContain('2024年小学部没有学生辍学');
  });
});

describe('a school of one part', () => {
  test('is told as 我校, without a part', async () => {
    const told = await text(tableOnly(sample.dataset), of('青禾县实验小学'));
    expect(told).toContain('青禾县实验小学是青禾县的公办小学，现有教学班39个、在校学生1652人。');
    expect(told).not.toMatch(/小学部|初中部/u);
    expect(told).toContain('经自评，我校达到省定办学基本标准');
  });

  test('the county’s name before it may be left out', async () => {
    expect(await text(tableOnly(sample.dataset), of('实验小学'))).toContain('在校学生1652人');
  });

  test('alone in its workbook it is compared with no county', async () => {
    const { school: _, ...unnamed } = sample.settings;
    const dataset = tableOnly(alone('青禾县实验小学'));
    const told = await text(dataset, unnamed);
    expect(told).toContain('在校学生1652人');
    expect(told).not.toMatch(/县域(?!义务)/u);
    expect((await proofOf('school', dataset, unnamed)).findings).toEqual([]);
  });
});

describe('which school', () => {
  test('is said in the settings where the table has several', async () => {
    const { school: _, ...unnamed } = sample.settings;
    await expect(text(sample.dataset, unnamed)).rejects.toThrow(
      /学校表中有青禾县实验小学、[\s\S]*请在设置 junheng\.yaml 的“学校”后写明/u,
    );
    await expect(text(sample.dataset, of('白云小学'))).rejects.toThrow(/写的是“白云小学”，学校表中没有这所学校/u);
  });

  test('a county’s figure is not told as the school’s', async () => {
    const told = await text(tableOnly(sample.dataset));
    expect(told).not.toContain('巩固率');
    expect(told).not.toContain('18216');
  });

  test('what the workbook says of the school under 范围 is its own', async () => {
    const [first] = sample.dataset.data;
    if (first === undefined) throw new Error('no data');
    const own = {
      ...first,
      indicator: 'text:本校班主任人数',
      stage: null,
      period: '2024',
      scope: '双桥学校',
      value: new Decimal(21),
    };
    const dataset = tableOnly(sample.dataset);
    expect(await text({ ...dataset, data: [...dataset.data, own] })).toContain('选聘班主任21人');
  });
});

test('an empty workbook gives a skeleton with its gaps', async () => {
  const { tree, ledger, gaps } = await draftKind('school', emptyCounty(), {});
  const told = await textOfKind('school', emptyCounty(), {});
  expect(ledger.filter(({ origin }) => !/》/u.test(origin))).toEqual([]);
  expect(tree.children.filter((node) => node.type === 'heading' && node.depth === 2)).toHaveLength(6);
  expect(gaps.map(({ label }) => label)).toContain('学校名称');
  expect(told).not.toMatch(/undefined|null|，，|。。|、。|，。/u);
});

test('its templates need nothing that only a county has', () => {
  expect(kindNamed('school').files.get('kind.yaml')).not.toMatch(/indicator: (?!'text:本校)/u);
});
