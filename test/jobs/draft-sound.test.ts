import { describe, expect, test } from 'vitest';
import { kindIds } from '../../src/cli/kinds.ts';
import type { DraftProof } from '../../src/draft/index.ts';
import { draftReport } from '../../src/jobs/draft.ts';
import { proveDraft } from '../../src/jobs/draft-proof.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { standards } from '../draft/support/bundled.ts';
import { randomCounty } from '../draft/support/random-county.ts';
import { sampleOf } from '../draft/support/sample.ts';

const national = standards();

async function proofOf(
  { kind, dataset, settings }: Awaited<ReturnType<typeof sampleOf>>,
  format: 'docx' | 'markdown' = 'docx',
): Promise<DraftProof> {
  const { bytes, tree, ledger } = await draftReport({ kind, dataset, settings, standards: national, format });
  const word = format === 'docx' ? bytes : null;
  return proveDraft({ file: '报告', word, tree, ledger }, { file: '数据.xlsx', dataset }, national);
}

const told = (proof: DraftProof) => ({
  faults: proof.faults.map(({ message, evidence, sentence }) => `${message} ${evidence ?? ''}｜${sentence}`),
  unmarked: proof.unmarked,
  questions: proof.questions,
});

describe.each(kindIds())('a drafted report of the kind %s', (id) => {
  test.each(['docx', 'markdown'] as const)('proves itself as %s, from its sample', async (format) => {
    const proof = await proofOf(await sampleOf(id), format);
    expect(told(proof)).toEqual({ faults: [], unmarked: [], questions: [] });
    expect(proof.readBack).toBe(proof.entries);
    expect(proof.entries).toBeGreaterThan(0);
    expect(proof.data?.different).toBe(0);
  });
});

describe('a county report', async () => {
  const sample = await sampleOf('county-basic');
  const counties = Array.from({ length: 30 }, (_, seed) => [seed + 1, [0, 8, 35][seed % 3] ?? 0] as const);

  test.each(counties)(
    'of a county made by chance (%i, without %i of a hundred data) proves itself',
    async (seed, absent) => {
      const dataset: Dataset = randomCounty(sample.dataset, seed, absent);
      const proof = await proofOf({ ...sample, dataset });
      expect(told(proof)).toEqual({ faults: [], unmarked: [], questions: [] });
    },
  );
});
