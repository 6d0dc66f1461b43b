import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DraftProof, parseProjectSettings } from '../../src/draft/index.ts';
import { draftReport } from '../../src/jobs/draft.ts';
import { proveDraft } from '../../src/jobs/draft-proof.ts';
import { initProject } from '../../src/jobs/init.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { readWorkbook } from '../../src/read/workbook/index.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';
import { randomCounty } from '../draft/support/random-county.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const kind = bundledKind();
const national = standards();
const project = await initProject({
  kind: { name: 'kind.yaml', text: kind.files.get('kind.yaml') ?? '' },
  year: '2030',
  sample: { name: 'county.yaml', text: read('corpus/sample/county.yaml') },
});
const sample = await readWorkbook('数据.xlsx', project.workbook);
const { settings } = parseProjectSettings(project.settings, 'junheng.yaml');

async function proofOf(dataset: Dataset, format: 'docx' | 'markdown' = 'docx'): Promise<DraftProof> {
  const { bytes, tree, ledger } = await draftReport({ kind, dataset, settings, standards: national, format });
  const word = format === 'docx' ? bytes : null;
  return proveDraft({ file: '报告', word, tree, ledger }, { file: '数据.xlsx', dataset }, national);
}

const told = (proof: DraftProof) => ({
  faults: proof.faults.map(({ message, evidence, sentence }) => `${message} ${evidence ?? ''}｜${sentence}`),
  unmarked: proof.unmarked,
  questions: proof.questions,
});

describe('a drafted report', () => {
  test.each(['docx', 'markdown'] as const)('of the sample as %s proves itself', async (format) => {
    const proof = await proofOf(sample, format);
    expect(told(proof)).toEqual({ faults: [], unmarked: [], questions: [] });
    expect(proof.readBack).toBe(proof.entries);
    expect(proof.entries).toBeGreaterThan(250);
    expect(proof.data?.different).toBe(0);
  });

  test.each(Array.from({ length: 30 }, (_, seed) => [seed, [0, 8, 35][seed % 3] ?? 0]))(
    'of a county made by chance (%i, without %i of a hundred data) proves itself',
    async (seed, absent) => {
      const proof = await proofOf(randomCounty(sample, seed + 1, absent));
      expect(told(proof)).toEqual({ faults: [], unmarked: [], questions: [] });
    },
  );
});
