import { type DraftSettings, textOf } from '../../../src/draft/index.ts';
import { check } from '../../../src/jobs/check.ts';
import { checkData } from '../../../src/jobs/check-data.ts';
import { type DraftResult, draftReport } from '../../../src/jobs/draft.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { standards } from './bundled.ts';
import { kindNamed } from './sample.ts';

/** Drafts a kind. */
export function draftKind(
  id: string,
  dataset: Dataset,
  settings: DraftSettings,
  format: 'docx' | 'markdown' = 'markdown',
): Promise<DraftResult> {
  return draftReport({ kind: kindNamed(id), dataset, settings, standards: standards(), format });
}

/** The text of a draft. */
export async function textOfKind(id: string, dataset: Dataset, settings: DraftSettings): Promise<string> {
  const { tree } = await draftKind(id, dataset, settings);
  return tree.children.map((node) => textOf(node)).join('\n');
}

/** What the program itself makes of the drafted Word file: its kind, and what it finds in it alone and beside its workbook. */
export async function proofOf(
  id: string,
  dataset: Dataset,
  settings: DraftSettings,
): Promise<{
  readonly kind: string | null;
  readonly findings: readonly string[];
  readonly named: number;
  readonly equal: number;
}> {
  const { bytes } = await draftKind(id, dataset, settings, 'docx');
  const alone = await check('报告.docx', bytes, standards());
  const beside = checkData(alone, { file: '数据.xlsx', dataset }, standards());
  const data = beside.result.data;
  return {
    kind: alone.report.kind,
    // a draft that is not yet written to its end says so itself
    findings: beside.result.findings
      .filter(({ rule }) => rule !== 'placeholder')
      .map(({ message, evidence }) => `${message} ${evidence ?? ''}`),
    named: data?.named ?? 0,
    equal: data?.equal ?? 0,
  };
}

/** Sentences that differ in nothing but numbers and the stage, told oftener than so many times. */
export function framesOver(text: string, most: number): readonly string[] {
  const frames = new Map<string, number>();
  for (const sentence of text.split(/[。\n]/u)) {
    const frame = sentence
      .replaceAll(/^[一二三四五六七八九十]+是/gu, '')
      .replaceAll(/(?:小学|初中)部?/gu, '')
      .replaceAll(/[\d.]+/gu, '#')
      .trim();
    // a table cell is no sentence
    if (frame.length > 12) frames.set(frame, (frames.get(frame) ?? 0) + 1);
  }
  return [...frames].filter(([, count]) => count > most).map(([frame]) => frame);
}
