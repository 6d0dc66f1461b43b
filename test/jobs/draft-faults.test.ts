import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type DraftResult, draftReport } from '../../src/jobs/draft.ts';
import { proveDraft } from '../../src/jobs/draft-proof.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { kindWith, standards } from '../draft/support/bundled.ts';
import { fullCounty, withSeries } from '../draft/support/county.ts';

const national = standards();
const SENTENCES = [
  '# 清河县义务教育发展情况',
  '{{year}}，全县义务教育在校生{{figure "pupils"}}，其中小学{{figure "pupils" stage="小学"}}、初中{{figure "pupils" stage="初中"}}。',
  '地区生产总值{{figure "gdp" in="亿元"}}。',
];

function drafted(dataset: Dataset, ...more: readonly string[]): Promise<DraftResult> {
  const kind = kindWith([...SENTENCES, ...more].join('\n\n'));
  return draftReport({ kind, dataset, settings: {}, standards: national, format: 'docx' });
}

const prove = ({ bytes, tree, ledger }: DraftResult, dataset: Dataset) =>
  proveDraft({ file: '报告.docx', word: bytes, tree, ledger }, { file: '数据.xlsx', dataset }, national);

/** The same draft with its document.xml changed. */
function edited(result: DraftResult, edit: (xml: string) => string): DraftResult {
  const entries = unzipSync(result.bytes);
  const xml = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
  const changed = edit(xml);
  expect(changed).not.toBe(xml);
  return { ...result, bytes: zipSync({ ...entries, 'word/document.xml': strToU8(changed) }) };
}

describe('the proof of a draft', () => {
  test('finds nothing in a draft as it was written', async () => {
    const proof = await prove(await drafted(fullCounty()), fullCounty());
    expect(proof.faults).toEqual([]);
    expect(proof).toMatchObject({ entries: 4, readBack: 4, questions: [], unmarked: [] });
    expect(proof.data).toMatchObject({ named: 4, equal: 4 });
  });

  test('tells a mark that is lost and one that holds another number', async () => {
    const result = await drafted(fullCounty());
    const lost = edited(result, (xml) => xml.replace(`w:name="${result.ledger[1]?.id}"`, 'w:name="other"'));
    expect((await prove(lost, fullCounty())).faults).toMatchObject([
      { kind: 'mark', message: '“24715人”（小学在校生数）在写出的文件中没有标记。' },
    ]);
    const other = edited(result, (xml) => xml.replace('24715人', '24751人'));
    const { faults, readBack } = await prove(other, fullCounty());
    expect(readBack).toBe(3);
    expect(faults[0]).toMatchObject({ kind: 'mark', message: '“24715人”（小学在校生数）的标记处写的是“24751人”。' });
    // the sum and the workbook speak up as well
    expect(faults.length).toBeGreaterThan(1);
  });

  test('goes by the mark and not by the digits: the same number elsewhere is no proof', async () => {
    const county = withSeries(fullCounty(), 'township-count', null, ['14']);
    const result = await drafted(county, '全县有中学{{figure "township-count"}}、乡镇{{figure "township-count"}}。');
    const swapped = edited(result, (xml) => xml.replace(`w:name="${result.ledger[4]?.id}"`, 'w:name="x"'));
    expect((await prove(swapped, county)).faults).toMatchObject([{ kind: 'mark' }]);
  });

  test('tells a figure that reads as something else', async () => {
    // a template that prints digits and words of its own round them
    const proof = await prove(
      await drafted(fullCounty(), '乡镇{{figure "township-count" bare=true}}所。'),
      fullCounty(),
    );
    expect(proof.faults[0]).toMatchObject({ kind: 'reading' });
    expect(proof.faults[0]?.message).toBe('“14”（乡镇数）应读作14个，从写出的文件中读到的是14所。');
  });

  test('tells contradictions with the sentence and the cells', async () => {
    const total = withSeries(fullCounty(), 'pupils', null, ['36950']);
    const { faults } = await prove(await drafted(total), total);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ kind: 'finding', evidence: '24715+12236=36951≠36950' });
    expect(faults[0]?.sentence).toContain('全县义务教育在校生36950人，其中小学24715人');
    expect(faults[0]?.origins.join()).toMatch(/在校生数：县级数据!E\d+/);
  });

  test('tells where the draft is not that of the data', async () => {
    const { faults } = await prove(await drafted(fullCounty()), withSeries(fullCounty(), 'gdp', null, ['15000000000']));
    expect(faults.map(({ kind, origins }) => [kind, origins.length])).toEqual([['finding', 1]]);
    const elsewhere = { ...fullCounty(), county: '白河县' };
    const wrong = await prove(await drafted(fullCounty()), elsewhere);
    expect(wrong.data).toBeNull();
    expect(wrong.faults[0]?.message).toContain('是白河县的数据');
  });

  test('tells numbers that no entry stands for, in words too, without stopping for them', async () => {
    const result = await drafted(fullCounty(), '改建学校两所，三年来成效明显。');
    const { faults, unmarked } = await prove(result, fullCounty());
    expect(faults).toEqual([]);
    expect(unmarked.map(({ text }) => text)).toEqual(['两所']);
  });

  test('of Markdown and HTML goes by the tree', async () => {
    const result = await drafted(
      fullCounty(),
      '| 项目 | 个 |\n| - | - |\n| 乡镇数 | {{figure "township-count" bare=true}} |',
    );
    const draft = { file: '报告.md', word: null, tree: result.tree, ledger: result.ledger };
    const proof = await proveDraft(draft, { file: '数据.xlsx', dataset: fullCounty() }, national);
    expect(proof.faults).toEqual([]);
    expect(proof.readBack).toBe(5);
  });
});
