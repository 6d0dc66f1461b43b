import { expect, test } from 'vitest';
import { program, temporaryFolder } from '../cli/program.ts';
import { countyReport } from '../support/county-report.ts';
import { buildDocx } from '../support/docx.ts';
import { buildPdf, column } from '../support/pdf.ts';
import { describeInBrowser, visits } from './support/browser.ts';
import { bytesOf, choose, EXAMPLE, EXAMPLE_TEXT, findings, places, type TestFile, totals } from './support/steps.ts';

const FILES: readonly TestFile[] = [
  { name: EXAMPLE, content: EXAMPLE_TEXT },
  { name: '全.docx', content: buildDocx(countyReport()) },
  { name: '报告.md', content: EXAMPLE_TEXT.replaceAll('\n', '\n\n') },
  {
    name: '报告.pdf',
    content: buildPdf([column(EXAMPLE_TEXT.split('\n').flatMap((line) => line.match(/.{1,38}/gu) ?? []))]),
  },
];

interface Told {
  readonly findings: readonly {
    readonly severity: string;
    readonly message: string;
    readonly evidence: string | null;
    readonly positions: readonly unknown[];
  }[];
  readonly figures: readonly unknown[];
  readonly relations: readonly { readonly verdict: string }[];
}

const SEVERITIES: Readonly<Record<string, string>> = { error: '错误', warning: '提醒', info: '说明' };

describeInBrowser('the page says what the terminal program says', () => {
  const visit = visits();
  const folder = temporaryFolder();

  test.each(FILES)('$name', async (file) => {
    const { out } = program(['check', folder.write(file.name, bytesOf(file)), '--format', 'json']);
    const [told] = JSON.parse(out) as [Told];
    const { page } = await visit();
    await choose(page, file);

    const count = (verdict: string) => told.relations.filter((one) => one.verdict === verdict).length;
    expect(await totals(page)).toEqual({
      读出数字: told.figures.length,
      核对关系: count('holds') + count('broken') + count('review'),
      相符: count('holds'),
      不符: count('broken'),
      待核: count('review'),
      无法判断: count('unassessable'),
    });
    const cards = await findings(page).allTextContents();
    expect(cards).toHaveLength(told.findings.length);
    for (const [index, { severity, message, evidence, positions }] of told.findings.entries()) {
      expect(cards[index]).toContain(SEVERITIES[severity]);
      expect(cards[index]).toContain(message);
      if (evidence !== null) expect(cards[index]).toContain(evidence);
      expect(await places(page, index + 1).count(), message).toBeGreaterThanOrEqual(positions.length);
    }
  });
});
