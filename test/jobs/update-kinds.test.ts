import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DraftSettings, LedgerEntry } from '../../src/draft/index.ts';
import { type DraftResult, draftReport, type KindFiles } from '../../src/jobs/draft.ts';
import { recordOfDraft, updateDraft, type UpdatedDraft } from '../../src/jobs/update-draft.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Decimal } from '../../src/model/decimal.ts';
import { bookmarkSpans, readWordParts } from '../../src/read/index.ts';
import { standards } from '../draft/support/bundled.ts';
import { sampleOf } from '../draft/support/sample.ts';
import { seeded } from '../draft/support/shaken-county.ts';
import { accepted } from '../support/edited-word.ts';

const FILE = '报告.docx';
const ROOT = new URL('../../', import.meta.url);
const KINDS = readdirSync(new URL('templates/', ROOT), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);

/** Every datum and every amount of every school is another; some are gone. */
function otherwise(dataset: Dataset, seed: number, lacking: number): Dataset {
  const random = seeded(seed);
  const moved = (value: Decimal): Decimal =>
    value
      .mul((0.6 + random() * 0.7).toFixed(4))
      .plus(random() < 0.5 ? 1 : 2)
      .toDecimalPlaces(value.decimalPlaces());
  return {
    ...dataset,
    data: dataset.data.filter(() => random() >= lacking).map((datum) => ({ ...datum, value: moved(datum.value) })),
    schools: dataset.schools.map((row) => ({
      ...row,
      amounts: new Map([...row.amounts].map(([id, amount]) => [id, moved(amount)])),
    })),
  };
}

/** What a figure is, told by everything of it but its id. */
function whatIs(entry: LedgerEntry): string {
  const { name, indicator, stage, period, unit, form } = entry;
  const { least: _, ...asked } = form ?? {};
  return JSON.stringify([name, indicator, stage, period, unit, asked]);
}

function textsOf(bytes: Uint8Array): Map<string, string> {
  const parts = readWordParts(FILE, bytes);
  const { text } = parts.manuscript;
  return new Map(
    [...bookmarkSpans(parts)].flatMap(([id, span]) => (span ? [[id, text.slice(span.start, span.end)] as const] : [])),
  );
}

describe.each(KINDS)('%s', (id) => {
  let kind: KindFiles;
  let settings: DraftSettings;
  let dataset: Dataset;
  let first: DraftResult;

  const draft = (data: Dataset): Promise<DraftResult> =>
    draftReport({ kind, dataset: data, settings, standards: standards(), format: 'docx' });

  const update = (bytes: Uint8Array, data: Dataset): Promise<UpdatedDraft> =>
    updateDraft({
      file: FILE,
      bytes,
      record: recordOfDraft(FILE, bytes),
      kind,
      data: '数据.xlsx',
      dataset: data,
      settings,
      standards: standards(),
      date: null,
    });

  beforeAll(async () => {
    ({ kind, settings, dataset } = await sampleOf(id));
    first = await draft(dataset);
  });

  test('with its own data: the very same bytes, and nothing to say', async () => {
    const { bytes, renewal } = await update(first.bytes, dataset);
    expect(renewal).toMatchObject({ renewed: [], open: [] });
    expect(bytes).toBe(first.bytes);
  });

  test.each([
    [1, 0],
    [3, 0.1],
    [4, 0.5],
  ])(
    'with other data (seed %i, %d of them gone): no figure gets a number that is another thing’s',
    async (seed, lacking) => {
      const other = otherwise(dataset, seed, lacking);
      const { bytes, renewal } = await update(first.bytes, other);
      const fresh = new Map<string, Set<string>>();
      for (const entry of (await draft(other)).ledger) {
        fresh.set(whatIs(entry), (fresh.get(whatIs(entry)) ?? new Set()).add(entry.printed));
      }
      const texts = textsOf(accepted(bytes));
      const listed = new Set(renewal.open.map(({ name }) => name));
      const wrong = first.ledger.flatMap((entry) => {
        const [now, told] = [texts.get(entry.id), fresh.get(whatIs(entry))];
        if (entry.form === null || told === undefined || (now !== undefined && told.has(now))) return [];
        return listed.has(entry.name) && now === entry.printed ? [] : [{ ...entry, now, told: [...told] }];
      });
      expect(wrong.map(({ name, printed, now, told, sentence }) => ({ name, printed, now, told, sentence }))).toEqual(
        [],
      );
      // a figure that shares its name with another thing's could only be left to a person
      expect(renewal.open.filter(({ message }) => message.includes('分不清'))).toEqual([]);
      // what changed is what was told to have changed, and what the new draft does not tell was computed or is listed
      const renewed = new Set(renewal.renewed.map(({ name }) => name));
      const silent = first.ledger.filter(
        ({ id: mark, name, printed }) => texts.get(mark) !== printed && !renewed.has(name),
      );
      expect(silent.map(({ name }) => name)).toEqual([]);
      const several = [...fresh].filter(([, printed]) => printed.size > 1).map(([what]) => what);
      expect(several).toEqual([]);
    },
  );
});

test('a school’s draft is not brought up to date as another school’s', async () => {
  const { kind, settings, dataset } = await sampleOf('school');
  const request = { kind, dataset, settings, standards: standards() };
  const { bytes } = await draftReport({ ...request, format: 'docx' });
  const other = dataset.schools.find(({ name }) => name !== settings.school)?.name ?? '';
  const record = recordOfDraft(FILE, bytes);
  const update = updateDraft({
    ...request,
    settings: { ...settings, school: other },
    file: FILE,
    bytes,
    record,
    data: '数据.xlsx',
    date: null,
  });
  await expect(update).rejects.toThrow(`草稿写的是${settings.school ?? ''}，现在设置或数据中的学校是${other}`);
});
