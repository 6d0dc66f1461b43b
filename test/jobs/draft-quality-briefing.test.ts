import { assert, asyncProperty, integer, nat } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LedgerEntry, textOf } from '../../src/draft/index.ts';
import { check } from '../../src/jobs/check.ts';
import { checkData } from '../../src/jobs/check-data.ts';
import { type DraftResult, draftReport, readKind } from '../../src/jobs/draft.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { standards } from '../draft/support/bundled.ts';
import { emptyCounty, without } from '../draft/support/county.ts';
import { backwards, sampleOf } from '../draft/support/sample.ts';

const inTable = (entry: LedgerEntry): boolean => /^[表图]\d/u.test(entry.sentence);
const KINDS = ['county-quality', 'briefing'] as const;
const samples = new Map(await Promise.all(KINDS.map(async (id) => [id, await sampleOf(id)] as const)));

async function drafted(
  id: (typeof KINDS)[number],
  change: (dataset: Dataset) => Dataset = (dataset) => dataset,
  format: 'docx' | 'markdown' = 'markdown',
): Promise<DraftResult> {
  const sample = samples.get(id) ?? expect.fail(id);
  const { kind, settings } = sample;
  return draftReport({ kind, settings, dataset: change(sample.dataset), standards: standards(), format });
}

/** Running text, a paragraph a line, tables left out, figures as 甲. */
function prose({ tree }: DraftResult): string {
  const lines: string[] = [];
  const walk = (node: Parameters<typeof textOf>[0]): string => {
    if (node === undefined) return '';
    if (node.type === 'figure' || node.type === 'gap') return '甲';
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map((child) => walk(child as never)).join('') : '';
  };
  for (const node of tree.children) if (node.type === 'paragraph' || node.type === 'heading') lines.push(walk(node));
  return lines.join('\n');
}

/** What no sentence may have, with the words around it; sentences left out must leave nothing behind. */
function faults(text: string): readonly string[] {
  const wrong =
    /undefined|NaN|true|false|\[object|[\uE000-\uE01F]|[，、；：]{2}|。。|[，、；：]。|其中。|（）|[，、；]$|^[，。、；：]/gmu;
  return [...text.matchAll(wrong)].map(({ index }) => text.slice(Math.max(0, index - 12), index + 12));
}

/** Digits that are neither of a figure nor of a year, a document number, a heading or an attachment. */
function digits(text: string): readonly string[] {
  const known =
    /〔\d{4}〕\d+号|\d{4}(?:—\d{4})?年(?:\d+月\d+日)?|^(?:[表图])?\d+[.　]|^附件：?\d*\.?|\d\.(?=[小初未])/gmu;
  return text.replaceAll(known, '').match(/.{0,8}\d.{0,4}/gu) ?? [];
}

describe.each(KINDS)('the report kind %s', (id) => {
  test('from its sample is one that the check and the workbook find nothing in', async () => {
    const { bytes } = await drafted(id, undefined, 'docx');
    const given = { file: '数据.xlsx', dataset: samples.get(id)?.dataset ?? expect.fail(id) };
    const { result } = checkData(await check('报告.docx', bytes, standards()), given, standards());
    // what the writer still has to write is told as a placeholder, and nothing else is
    const told = result.findings.filter(({ type }) => type !== 'placeholder');
    expect(told.map(({ message, evidence }) => `${message} ${evidence}`)).toEqual([]);
    expect(result.data?.different).toBe(0);
  });

  test('of falling years still says nothing that the check finds wrong', async () => {
    const { bytes } = await drafted(id, backwards, 'docx');
    const { result } = await check('报告.docx', bytes, standards());
    const errors = result.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message, evidence }) => `${message} ${evidence}`)).toEqual([]);
  });

  test('lacks nothing but words in its sample, and no sentence frame stands more than three times', async () => {
    const result = await drafted(id);
    expect(result.gaps.filter(({ kind }) => kind === 'datum')).toEqual([]);
    const frames = new Map<string, number>();
    for (const sentence of prose(result).split(/[。！\n]/u)) {
      const frame = sentence.replaceAll(/\d{4}(?:—\d{4})?年|小学|初中|[一二三四五六七八九]是/gu, '');
      if (frame.length > 6) frames.set(frame, (frames.get(frame) ?? 0) + 1);
    }
    expect([...frames].filter(([, count]) => count > 3)).toEqual([]);
  });

  test('says no number that the ledger does not have, whatever the data', async () => {
    for (const change of [(one: Dataset) => one, backwards, () => emptyCounty()]) {
      const text = prose(await drafted(id, change));
      expect(digits(text)).toEqual([]);
      expect(faults(text)).toEqual([]);
    }
  });

  test('of an empty workbook is a skeleton of the same headings, with gaps and without claims', async () => {
    const [full, empty] = [await drafted(id), await drafted(id, () => emptyCounty())];
    const headings = ({ tree }: DraftResult) =>
      tree.children.filter((node) => node.type === 'heading').map((node) => textOf(node).replace(/^.*县/u, ''));
    expect(headings(empty)).toEqual(headings(full));
    // the regulation's own limits are known without any data
    expect(empty.ledger.filter(({ origin }) => !origin.startsWith('《'))).toEqual([]);
    expect(textOf(empty.tree)).not.toMatch(/均?达到(?:要求|标准)|全部达标|逐年/u);
    expect(empty.gaps.length).toBeGreaterThan(10);
  });

  test('stays whole whichever data are missing', async () => {
    const { kind } = samples.get(id) ?? expect.fail(id);
    const names = readKind(kind).needs.map(({ indicator }) => indicator);
    for (let index = 0; index < names.length; index += 12) {
      const absent = names.slice(index, index + 12);
      expect(faults(prose(await drafted(id, (dataset) => without(dataset, ...absent)))), absent.join()).toEqual([]);
    }
  });

  test('of falling years does not speak of rising ones', async () => {
    const [good, bad] = [prose(await drafted(id)), prose(await drafted(id, backwards))];
    const [rising, falling] = [/逐年(?:增长|提高)/gu, /逐年下降/gu];
    expect({ rising: rising.test(good), falling: falling.test(good) }).toEqual({ rising: true, falling: false });
    expect({ rising: bad.match(rising), falling: falling.test(bad) }).toEqual({ rising: null, falling: true });
    expect(bad.match(/年年都有增长|增加到|提高到|(?:生产总值|预算收入)[^，]*，比上年增长/gu)).toBeNull();
  });
});

describe('the self-assessment of quality balance', () => {
  test('names at least 150 different figures, 100 of them in prose', async () => {
    const { ledger } = await drafted('county-quality');
    const names = (entries: readonly LedgerEntry[]) => new Set(entries.map(({ name }) => name)).size;
    expect(names(ledger)).toBeGreaterThanOrEqual(150);
    expect(names(ledger.filter((entry) => !inTable(entry)))).toBeGreaterThanOrEqual(100);
    expect(ledger.every(({ origin }) => origin !== '')).toBe(true);
  });

  test('concludes what the marks say: missed ones are named, and with none missed it has passed', async () => {
    const missed = textOf((await drafted('county-quality')).tree);
    expect(missed).toContain('还没有全部达标，差距在于：青禾县东城学校小学部和青禾县滨河中学资源配置未达到要求。');
    const failing = new Set(['青禾县东城学校', '青禾县滨河中学']);
    const passing = (dataset: Dataset): Dataset => ({
      ...dataset,
      schools: dataset.schools.filter(({ name }) => !failing.has(name)),
    });
    const passed = textOf((await drafted('county-quality', passing)).tree);
    expect(passed).toContain('均达到国家规定的优质均衡发展标准');
    expect(passed).toContain('小学、初中各校均达到要求');
  });

  test('of schools that fall short in any way says nothing that the check finds wrong', async () => {
    const marks = ['backbone-teachers', 'teaching-area', 'sports-area', 'equipment-value', 'multimedia-rooms'];
    await assert(
      asyncProperty(integer({ min: 1, max: 7 }), integer({ min: 55, max: 97 }), nat(), async (every, percent, turn) => {
        const weaker = (dataset: Dataset): Dataset => ({
          ...dataset,
          schools: dataset.schools.map((row, index) => {
            const id = marks[(index + turn) % marks.length] ?? '';
            const value = row.amounts.get(id);
            if (index % every !== 0 || value === undefined) return row;
            return { ...row, amounts: new Map([...row.amounts, [id, value.times(percent).div(100).ceil()]]) };
          }),
        });
        const result = await drafted('county-quality', weaker, 'docx');
        expect(faults(prose(result))).toEqual([]);
        const { result: checked } = await check('报告.docx', result.bytes, standards());
        const errors = checked.findings.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ message, evidence }) => `${message} ${evidence}`)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  test('tells every school and every mark that it misses in its attachments', async () => {
    const { tree } = await drafted('county-quality');
    const tables = tree.children.filter((node) => node.type === 'table');
    const [primary, junior, short] = tables.slice(-3);
    expect(primary?.children).toHaveLength(1 + 23);
    expect(junior?.children).toHaveLength(1 + 12);
    expect(short?.children.slice(1).map((row) => textOf(row))).toContainEqual(
      expect.stringContaining('青禾县东城学校小学部生均体育运动场馆面积'),
    );
  });
});
