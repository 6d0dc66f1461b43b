import { assert, asyncProperty, constantFrom, nat } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportClaims } from '../../src/check/data/report-claims.ts';
import { check } from '../../src/jobs/check.ts';
import { checkData } from '../../src/jobs/check-data.ts';
import { initProject } from '../../src/jobs/init.ts';
import { readWorkbook } from '../../src/read/workbook/index.ts';
import type { Figure } from '../../src/model/figure.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';
import { OWN_COUNTIES } from '../support/counties.ts';

const kind = { name: 'kind.yaml', text: bundledKind().files.get('kind.yaml') ?? '' };
const encode = (text: string) => new TextEncoder().encode(text);

const REPORTS = (
  await Promise.all(
    OWN_COUNTIES.map(async ({ name, yaml, reports }) => {
      const { workbook } = await initProject({ kind, year: '2024', sample: { name: 'county.yaml', text: yaml } });
      const given = { file: '数据.xlsx', dataset: await readWorkbook('数据.xlsx', workbook) };
      return reports.map((report) => ({
        title: `${name}${report.name}`,
        text: report.text,
        held: async (text: string) =>
          checkData(await check(report.name, encode(text), standards()), given, standards()),
      }));
    }),
  )
).flat();

describe.each(REPORTS)('$title', ({ text, held }) => {
  test('quotes its workbook soundly: nothing is told, and nearly every figure meets its cell', async () => {
    const { result } = await held(text);
    expect(result.findings.map(({ message }) => message)).toEqual([]);
    const { named, equal, different, review } = result.data ?? expect.fail('no summary');
    expect({ different, review }).toEqual({ different: 0, review: 0 });
    expect(equal / named).toBeGreaterThan(0.9);
  });

  test('a slip in a figure of three digits and more is told at its place, and nowhere else', async () => {
    const { report } = await held(text);
    const figures = reportClaims(report)
      .map(({ figure }) => report.figures.find(({ id }) => id === figure.id) ?? figure)
      .filter((figure) => figure.bound === null && figure.text.replaceAll(/\D/gu, '').replace(/^0+/u, '').length > 2)
      // no figure of the workbook's: 不足300人
      .filter(({ scope }) => scope !== '乡镇');
    await assert(
      asyncProperty(constantFrom(...figures), nat(), async (figure, pick) => {
        const { from, slipped } = slip(text, report.manuscript.text, figure, pick);
        const checked = await held(`${text.slice(0, from)}${slipped}${text.slice(from + figure.text.length)}`);
        const told = checked.result.findings.filter(({ rule }) => rule.startsWith('data-'));
        const places = told.map(({ spans: [place] }) => place?.start);
        expect(new Set(places), `${figure.label} ${figure.text} → ${slipped}`).toEqual(new Set([figure.span.start]));
        for (const { elsewhere } of told) expect(elsewhere?.[0]?.cells?.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });
});

/** One digit other than the first becomes another; in Markdown the place differs from that in the read text. */
function slip(source: string, read: string, { text, span }: Figure, pick: number): { from: number; slipped: string } {
  const count = read.slice(0, span.start).split(text).length;
  let from = -1;
  for (let index = 0; index < count; index += 1) from = source.indexOf(text, from + (index === 0 ? 1 : text.length));
  const digits = [...text.matchAll(/\d/gu)].map(({ index }) => index).slice(1);
  const at = digits[pick % digits.length] ?? 0;
  const digit = (Number(text[at]) + 1 + (Math.floor(pick / 7) % 9)) % 10;
  return { from, slipped: `${text.slice(0, at)}${digit}${text.slice(at + 1)}` };
}

/** [report, what stands there, what a slip makes of it, the cell that is named, severity]. */
const SLIPS: readonly (readonly [string, string, string, string, 'error' | 'warning'])[] = [
  ['锦澜区汇报.txt', '2022—2024年累计交流教师685人', '2022—2024年累计交流教师658人', '其他数据!D14', 'warning'],
  ['锦澜区汇报.txt', '常住人口86.47万人', '常住人口84.67万人', '县情!', 'error'],
  ['锦澜区报告.txt', '在校生2198人', '在校生2189人', '学校!', 'warning'],
  ['云岫县人大报告.txt', '招聘教师63人', '招聘教师65人', '', 'warning'],
  ['云岫县人大报告.txt', '补助148.36万元', '补助184.36万元', '其他数据!', 'warning'],
  ['澄溪市优质均衡自评.md', '工资113875元', '工资118375元', '经费!', 'error'],
];

test.each(SLIPS)('%s: %s → %s', async (title, before, after, cell, severity) => {
  const report = REPORTS.find((one) => one.title === title) ?? expect.fail('no such report');
  expect(report.text).toContain(before);
  const { result } = await report.held(report.text.replace(before, after));
  const told = result.findings.filter(({ rule }) => rule.startsWith('data-'));
  expect(told.map((one) => one.severity)).toEqual([severity]);
  expect(told[0]?.elsewhere?.[0]?.cells?.join('、')).toContain(cell);
});
