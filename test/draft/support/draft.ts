import { draftReport } from '../../../src/jobs/draft.ts';
import { type DraftGap, type LedgerEntry, textOf } from '../../../src/draft/index.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { kindWith, standards } from './bundled.ts';

/** Drafts one section of a test's own: its text, ledger and gaps. */
export async function draft(
  section: string,
  dataset: Dataset,
): Promise<{ readonly text: string; readonly ledger: readonly LedgerEntry[]; readonly gaps: readonly DraftGap[] }> {
  const result = await draftReport({
    kind: kindWith(section),
    dataset,
    settings: {},
    standards: standards(),
    format: 'markdown',
  });
  return { text: textOf(result.tree), ledger: result.ledger, gaps: result.gaps };
}
