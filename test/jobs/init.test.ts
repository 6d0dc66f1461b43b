import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseKind } from '../../src/draft/kind.ts';
import { initProject } from '../../src/jobs/init.ts';
import { readOwnWords } from '../../src/jobs/own-words.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { readWorkbook } from '../../src/read/workbook/index.ts';
import { assess } from '../../src/standards/assess.ts';
import { parseStandard } from '../../src/standards/parse.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const kind = { name: 'kind.yaml', text: read('templates/county-basic/kind.yaml') };
const sample = { name: 'county.yaml', text: read('corpus/sample/county.yaml') };
const project = await initProject({ kind, year: '2030', sample });
const county: Dataset = await readWorkbook('数据.xlsx', project.workbook);

const valueOf = (indicator: string, stage: string | null = null, period = '2024'): Decimal => {
  const found = county.data.find((one) => one.indicator === indicator && one.stage === stage && one.period === period);
  if (found === undefined) throw new Error(`no ${indicator} ${stage} ${period}`);
  return found.value;
};
const both = (indicator: string) => valueOf(indicator, '小学').plus(valueOf(indicator, '初中'));
const sumOf = (amount: string, part: string) =>
  county.schools
    .filter((school) => school.part === part)
    .reduce((sum, school) => sum.plus(school.amounts.get(amount) ?? 0), new Decimal(0));

test('settings: those of the sample, those to fill in', async () => {
  expect(parse(project.settings)).toEqual({
    县名: '青禾县',
    级别: '县',
    年份: '2024',
    类型: 'county-basic',
    主送机关: '河清市人民政府教育督导室',
    落款: '青禾县人民政府',
    日期: '2025年3月20日',
  });
  const empty = await initProject({ kind, year: '2030', sample: null });
  expect(parse(empty.settings)).toMatchObject({ 县名: null, 年份: '2030', 类型: 'county-basic', 日期: null });
  expect(empty.settings).toContain('\n#标准: ');
  const school = { name: 'kind.yaml', text: kind.text.replace('id: county-basic', 'id: school') };
  expect(parse((await initProject({ kind: school, year: '2030', sample: null })).settings)).toHaveProperty(
    '学校',
    null,
  );
});

test('the folder of own words: what to write under which name, in a note that never is a piece', async () => {
  const files = new Map([
    ['kind.yaml', 'id: x\ntitle: 月报\nsections: [a.md]'],
    ['a.md', '## 一、特色\n\n{{own "特色" "写两三项做法"}}\n'],
  ]);
  const { ownNote } = await initProject({ kind: { name: 'x', files }, year: '2030', sample: null });
  expect(ownNote).toContain('特色　　写两三项做法\r\n');
  const note = { name: '说明.txt', bytes: new TextEncoder().encode(ownNote) };
  expect(await readOwnWords([note])).toEqual({ pieces: [], notices: [] });
});

describe('the sample county', () => {
  test('gives every figure that the report kind needs', () => {
    const missing = parseKind(kind.text, kind.name).needs.flatMap(({ indicator, stages, years }) =>
      (stages ?? [null]).flatMap((stage) =>
        Array.from({ length: years ?? 1 }, (_, back) => String(2024 - back))
          .filter(
            (period) =>
              !county.data.some((one) => one.indicator === indicator && one.stage === stage && one.period === period),
          )
          .map((period) => `${indicator} ${stage} ${period}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('meets every limit of basic balance, the composites comfortably', () => {
    const { limits, stages } = assess(
      county,
      parseStandard('b.yaml', read('src/standards/national/basic-balance-2012.yaml')),
    );
    expect(limits.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
    for (const { composite } of stages) expect(composite?.gt('0.25') && composite.lt('0.45')).toBe(true);
    expect(stages.flatMap(({ scope }) => scope.excluded.map(({ reason }) => reason))).toEqual([
      '民办学校',
      '小学教学点',
    ]);
  });

  test('is at one with its own school table', () => {
    for (const part of ['小学', '初中']) {
      for (const id of ['pupils', 'class-count', 'full-time-teachers']) {
        expect(valueOf(id, part).toString(), `${part} ${id}`).toBe(sumOf(id, part).toString());
      }
      const rows = county.schools.filter((school) => school.part === part);
      const largest = Decimal.max(...rows.map((school) => school.amounts.get('largest-class') ?? 0));
      expect(valueOf('largest-class', part).toString()).toBe(largest.toString());
      expect(valueOf('text:办学基本标准达标学校数', part).toNumber()).toBe(
        rows.filter((one) => one.excluded === null).length,
      );
      const alone = part === '小学' ? '小学' : '初级中学';
      const own = rows.filter(({ type, excluded }) => type === alone && excluded === null);
      expect(valueOf('school-count', part).toNumber()).toBe(own.length);
      expect(valueOf('building-area', part).gt(sumOf('teaching-area', part))).toBe(true);
      expect(valueOf('campus-area', part).gt(sumOf('sports-area', part))).toBe(true);
    }
    for (const id of ['staff', 'campus-area', 'building-area', 'multimedia-rooms']) {
      for (const part of ['小学', '初中']) {
        expect(valueOf(id, part).toString(), `${part} ${id}`).toBe(sumOf(id, part).toString());
      }
    }
    const over = (id: string) => sumOf(id, '小学').plus(sumOf(id, '初中')).toString();
    expect(over('backbone-teachers')).toBe(valueOf('backbone-teachers').toString());
    expect(sumOf('music-rooms', '小学').plus(sumOf('music-rooms', '初中')).plus(over('art-rooms')).toString()).toBe(
      valueOf('text:音乐美术专用教室数').toString(),
    );
    const combined = new Set(county.schools.filter(({ type }) => type === '九年一贯制学校').map(({ name }) => name));
    expect(valueOf('combined-school-count').toNumber()).toBe(combined.size);
  });

  test('its schools reach the gate of its province, as it says', () => {
    const { items, allowedMisses, floor } = county.gate ?? { items: [], allowedMisses: null, floor: null };
    expect(items).toHaveLength(5);
    const amountOf: Readonly<Record<string, readonly [amount: string, per: number]>> = {
      'building-area-per-pupil': ['building-area', 1],
      'equipment-value-per-pupil': ['equipment-value', 1],
      'books-per-pupil': ['books', 1],
      'computers-per-hundred': ['computers', 100],
    };
    for (const { name, part, excluded, amounts } of county.schools) {
      if (excluded !== null) continue;
      const shares = items.map(({ indicator, comparison, primary, junior }) => {
        const [amount, per] = amountOf[indicator] ?? [indicator, 0];
        const raw = amounts.get(amount) ?? new Decimal(0);
        const value = per === 0 ? raw : raw.times(per).div(amounts.get('pupils') ?? 1);
        const mark = (part === '小学' ? primary : junior) ?? new Decimal(0);
        return comparison === '>=' ? value.div(mark) : mark.div(value);
      });
      const missed = shares.filter((share) => share.lt(1));
      expect(missed.length, name).toBeLessThanOrEqual(allowedMisses ?? 0);
      for (const share of missed) expect(share.times(100).gte(floor ?? 0), name).toBe(true);
    }
  });

  test('its retention is what its pupils in, out and at the end give', () => {
    for (const stage of ['小学', '初中']) {
      const of = (what: string) => valueOf(`text:毕业年级${what}学生数`, stage);
      const stayed = valueOf('graduates', stage).minus(of('在校期间转入')).plus(of('在校期间转出'));
      const rate = stayed.div(of('入学时').minus(of('在校期间死亡'))).times(100);
      expect(rate.toFixed(2)).toBe(valueOf('retention-rate', stage).toFixed(2));
    }
  });

  test('is at one with itself', () => {
    expect(both('staff').gt(both('full-time-teachers'))).toBe(true);
    expect(valueOf('staff-establishment').gte(valueOf('staff-in-post'))).toBe(true);
    expect(both('staff').gte(valueOf('staff-in-post'))).toBe(true);
    expect(valueOf('exchanged-teachers').div(valueOf('text:符合交流条件教师数')).gte('0.1')).toBe(true);
    expect(valueOf('text:交流骨干教师数').div(valueOf('exchanged-teachers')).gte('0.2')).toBe(true);
    expect(valueOf('text:公办学校就读随迁子女数').lte(both('migrant-pupils'))).toBe(true);
    expect(valueOf('satisfaction-satisfied').lte(valueOf('satisfaction-valid'))).toBe(true);
    expect(valueOf('satisfaction-valid').lte(valueOf('satisfaction-issued'))).toBe(true);
    const scores = ['入学机会', '保障机制', '教师队伍', '质量与管理'].map((group) => valueOf(`text:${group}自评得分`));
    expect(Decimal.sum(...scores).toString()).toBe(valueOf('work-score').toString());
    for (const { indicator, unit, value } of county.data)
      if (unit === '%') expect(value.lte(100), indicator).toBe(true);
  });

  test('its money grows as the three growths ask', () => {
    for (const year of [2022, 2023, 2024]) {
      const growth = (id: string, stage: string | null = null) =>
        valueOf(id, stage, String(year)).div(valueOf(id, stage, String(year - 1)));
      expect(growth('education-budget').gt(growth('regular-revenue'))).toBe(true);
      expect(growth('education-budget').gt(growth('fiscal-expenditure'))).toBe(true);
      for (const stage of ['小学', '初中']) {
        expect(growth('operating-cost-per-pupil', stage).gt(1)).toBe(true);
        expect(growth('public-funds-per-pupil', stage).gt(1)).toBe(true);
      }
      expect(growth('teacher-average-pay').gt(1)).toBe(true);
      const share = valueOf('teacher-training-funds', null, String(year)).div(
        valueOf('text:义务教育学校公用经费预算总额', null, String(year)),
      );
      expect(share.gte('0.05')).toBe(true);
    }
    expect(valueOf('teacher-average-pay').gte(valueOf('civil-servant-average-pay'))).toBe(true);
  });
});
