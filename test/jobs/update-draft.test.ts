import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftReport } from '../../src/jobs/draft.ts';
import { recordOfDraft, updateDraft, type UpdatedDraft } from '../../src/jobs/update-draft.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { readWordParts } from '../../src/read/index.ts';
import { bookmarkSpans } from '../../src/write/word/bookmarks.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';
import { fallingCounty, fullCounty, without, withSeries } from '../draft/support/county.ts';

const kind = bundledKind();
const draft = async (dataset: Dataset) =>
  (await draftReport({ kind, dataset, settings: {}, standards: standards(), format: 'docx' })).bytes;
const update = (bytes: Uint8Array, dataset: Dataset): Promise<UpdatedDraft> =>
  updateDraft({
    file: '报告.docx',
    bytes,
    record: recordOfDraft('报告.docx', bytes),
    kind,
    data: '数据.xlsx',
    dataset,
    settings: {},
    standards: standards(),
    date: null,
  });

/** What stands under each mark, all changes accepted. */
function marksOf(bytes: Uint8Array): Map<string, string> {
  const parts = readWordParts('报告.docx', bytes);
  const { text } = parts.manuscript;
  const found = new Map<string, string>();
  for (const [name, span] of bookmarkSpans(parts)) if (span) found.set(name, text.slice(span.start, span.end));
  return found;
}

let full = new Uint8Array();
beforeAll(async () => {
  full = Uint8Array.from(await draft(fullCounty()));
});

test('try', async () => {
  const t0 = Date.now();
  const same = await update(full, fullCounty());
  expect(same.bytes).toBe(full);
  expect(same.renewal).toMatchObject({ renewed: [], open: [] });
  const t1 = Date.now();
  const falling = await update(full, fallingCounty());
  console.log(t1 - t0, Date.now() - t1);
  console.log(falling.renewal.renewed.length, falling.renewal.unchanged);
  for (const o of falling.renewal.open) console.log(o.kind, o.severity, o.message, '|', o.sentence);
  const { writeFileSync } = await import('node:fs');
  writeFileSync('/tmp/k7/falling.docx', falling.bytes);
  const fresh = marksOf(await draft(fallingCounty()));
  const now = marksOf(falling.bytes);
  for (const [id, text] of fresh) if (now.has(id) && now.get(id) !== text) console.log(id, text, now.get(id));
  console.log(
    fresh.size,
    now.size,
    [...now].filter(([id]) => !fresh.has(id)),
    [...fresh].filter(([id]) => !now.has(id)),
  );
});
