import { describe, expect, test } from 'vitest';
import { type LedgerEntry, textOf } from '../../src/draft/index.ts';
import { check } from '../../src/jobs/check.ts';
import { type DraftResult, draftReport } from '../../src/jobs/draft.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';
import { emptyCounty, fallingCounty, fullCounty } from '../draft/support/county.ts';
import { shakenCounty } from '../draft/support/shaken-county.ts';

const SETTINGS = { addressee: '市人民政府', signatory: '清河县人民政府', date: '2019年3月15日' };
const STANDARDS = standards();
const BROKEN =
  /undefined|NaN|[\uE000-\uE01F]|[，、；：]{2}|[，、；：]。|。。|其中[。、]|其中，[，。；]|分别为[，。；]|（）|^[，。、；]|为。|占。|【待填[^】\n]*$/gmu;

const report = (dataset: Dataset): Promise<DraftResult> =>
  draftReport({ kind: bundledKind(), dataset, settings: SETTINGS, standards: STANDARDS, format: 'markdown' });

/** The paragraphs and headings, a line each, without tables. */
const proseOf = ({ tree }: DraftResult): string =>
  tree.children
    .filter((node) => node.type === 'paragraph' || node.type === 'heading')
    .map((node) => textOf(node))
    .join('\n');

/** Where a text is broken, with what stands around. */
const around = (prose: string): readonly string[] =>
  [...prose.matchAll(BROKEN)].map(({ index }) => prose.slice(Math.max(0, index - 20), index + 20));

/** Headings that are not followed by their text or by a deeper heading. */
const emptyHeadings = ({ tree }: DraftResult): readonly string[] =>
  tree.children.flatMap((node, index) => {
    const next = tree.children[index + 1];
    if (node.type !== 'heading') return [];
    return next === undefined || (next.type === 'heading' && next.depth <= node.depth) ? [textOf(node)] : [];
  });

/** What the project's own check says of a draft, without the places that are still to be filled in. */
async function findingsOf({ bytes }: DraftResult): Promise<readonly string[]> {
  const { result } = await check('报告.md', bytes, STANDARDS);
  return result.findings
    .filter(({ rule, severity }) => rule !== 'placeholder' && severity !== 'info')
    .map(({ rule, message, evidence }) => `${rule}：${message} ${evidence ?? ''}`);
}

/** A sentence with figures, stages and years taken out: what a reader hears as the same sentence again. */
function framesOf(result: DraftResult): ReadonlyMap<string, number> {
  const inTable = (entry: LedgerEntry): boolean => /^[表图]\d/.test(entry.sentence);
  const printed = [...new Set(result.ledger.filter((entry) => !inTable(entry)).map((entry) => entry.printed))];
  const byLength = printed.sort((a, b) => b.length - a.length);
  const frames = new Map<string, number>();
  for (const sentence of proseOf(result).split(/[。；\n]/)) {
    const bare = byLength.reduce((text, figure) => text.replaceAll(figure, '数'), sentence);
    const frame = bare
      .replace(/^[一二三四五六七八九十]是/, '')
      .replace(/\d{4}(?:—\d{4})?年/g, '年')
      .replace(/小学|初中/g, '学段')
      .replace(/(?:数、)*数和数/g, '数');
    if (frame.includes('数')) frames.set(frame, (frames.get(frame) ?? 0) + 1);
  }
  return frames;
}

describe('the county report on basic balance', () => {
  test('uses no sentence frame more than three times', async () => {
    const often = [...framesOf(await report(fullCounty()))].filter(([, times]) => times > 3);
    expect(often).toEqual([]);
  });

  test('of a county without data, or with two schools only, is a readable skeleton', async () => {
    const [school, other] = ['小学', '初中'].map((part) => fullCounty().schools.find((one) => one.part === part));
    const two = { ...emptyCounty(), schools: [school, other].flatMap((one) => (one ? [one] : [])) };
    for (const [name, dataset] of [
      ['nothing', emptyCounty()],
      ['two-schools', two],
    ] as const) {
      const result = await report(dataset);
      const prose = proseOf(result);
      expect(around(prose), name).toEqual([]);
      expect(emptyHeadings(result), name).toEqual([]);
      await expect(prose).toMatchFileSnapshot(`snapshots/county-basic-${name}.txt`);
    }
  });

  test('over falling data nothing is said to rise, and the check finds no contradiction', async () => {
    const falling = await report(fallingCounty());
    expect(proseOf(falling)).not.toMatch(/逐年(?:提高|增长)(?![。])|由[^，。；]*(?:提高|增加)到/);
    expect(proseOf(await report(fullCounty()))).not.toMatch(/逐年下降|由[^，。；]*(?:下降|减少)到/);
    for (const result of [falling, await report(fullCounty())]) expect(await findingsOf(result)).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'of counties whose data went by chance: whole sentences that the check agrees with (%i)',
    async (group) => {
      for (let seed = group * 5; seed < group * 5 + 5; seed += 1) {
        const result = await report(shakenCounty(seed));
        const prose = proseOf(result);
        expect(around(prose), `${seed}`).toEqual([]);
        expect(emptyHeadings(result), `${seed}`).toEqual([]);
        expect(await findingsOf(result), `${seed}`).toEqual([]);
      }
    },
  );
});

test('from full data names at least 150 different figures, 100 of them in prose', async () => {
  const { ledger } = await report(fullCounty());
  const school = new RegExp(
    fullCounty()
      .schools.map(({ name }) => name)
      .join('|'),
  );
  // the attachments tell every school: they are not counted
  const county = ledger.filter(({ name }) => !school.test(name));
  const names = (entries: readonly LedgerEntry[]): number => new Set(entries.map(({ name }) => name)).size;
  expect(names(county)).toBeGreaterThanOrEqual(250);
  expect(names(county.filter(({ sentence }) => !/^[表图]\d/.test(sentence)))).toBeGreaterThanOrEqual(200);
});
