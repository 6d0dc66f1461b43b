import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProjectSettings } from '../../src/draft/index.ts';
import { check } from '../../src/jobs/check.ts';
import { draftReport } from '../../src/jobs/draft.ts';
import { initProject } from '../../src/jobs/init.ts';
import { readWorkbook } from '../../src/read/workbook/index.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const kind = bundledKind();
const project = await initProject({
  kind: { name: 'kind.yaml', text: kind.files.get('kind.yaml') ?? '' },
  year: '2030',
  sample: { name: 'county.yaml', text: read('corpus/sample/county.yaml') },
});
const dataset = await readWorkbook('数据.xlsx', project.workbook);
const { settings } = parseProjectSettings(project.settings, 'junheng.yaml');

test.each(['docx', 'markdown'] as const)('the drafted sample as %s is read back figure by figure', async (format) => {
  const { bytes, ledger } = await draftReport({ kind, dataset, settings, standards: standards(), format });
  const { report, result } = await check(format === 'docx' ? '报告.docx' : '报告.md', bytes, standards());

  // in reading order: each figure of the ledger behind the one before it
  let from = 0;
  const missing = ledger.filter((entry) => {
    const found = report.figures.findIndex(
      (figure, index) =>
        index >= from &&
        figure.text === entry.printed &&
        figure.unit === entry.unit &&
        figure.value.eq(entry.printedValue),
    );
    if (found >= 0) from = found + 1;
    return found < 0;
  });
  expect(missing.map((entry) => `${entry.printed} ${entry.unit}：${entry.sentence}`)).toEqual([]);

  const errors = result.findings.filter((finding) => finding.severity === 'error');
  expect(errors, errors.map(({ message, evidence }) => `${message} ${evidence}`).join('\n')).toEqual([]);
});

test('each cell of the drafted tables has the name of its ledger entry', async () => {
  const { bytes, ledger } = await draftReport({ kind, dataset, settings, standards: standards(), format: 'docx' });
  const { report } = await check('报告.docx', bytes, standards());
  const cells = report.tables
    .flatMap((table) => table.cells.flat())
    .flatMap((cell) => (cell && 'id' in cell ? [cell] : []));
  const entries = ledger.filter((entry) => /^[表图]\d/.test(entry.sentence));
  // the limit beside a coefficient in a chart's data is named by its column, which the vocabulary does not have
  const limit = 'a limit';
  expect(
    cells.map(({ text, indicator, stage }) => `${text} ${indicator?.endsWith('限值') ? limit : indicator} ${stage}`),
  ).toEqual(
    entries.map(
      ({ printed, indicator, stage, name }) => `${printed} ${name.endsWith('标准值') ? limit : indicator} ${stage}`,
    ),
  );
});
