import { describe, expect, it } from 'vitest';
import { type CheckResult, checkReport } from '../../src/check/index.ts';
import type { Report } from '../../src/model/report.ts';
import { GOLD_REPORTS, type GoldRelation, type GoldReport } from '../support/gold.ts';
import { reportOf } from '../support/read.ts';
import { NATIONAL } from '../support/national.ts';

/** The share of gold rows that must be met, a little below what is met today, so that no change loses ground unseen. */
const LEAST = {
  bulletin: { verified: 0.8, broken: 1 },
  congress: { verified: 0.75, broken: 0.75 },
  'county-clean': { verified: 0.95, broken: 1 },
  'county-faulty': { verified: 0.85, broken: 1 },
  prose: { verified: 0.8, broken: 1 },
  school: { verified: 0.8, broken: 1 },
} as Readonly<Record<string, { verified: number; broken: number }>>;

const KIN: readonly (readonly string[])[] = [
  ['sum', 'difference', 'range'],
  ['product', 'quotient', 'share'],
  ['trend', 'claim'],
  ['threshold', 'claim'],
];
const kin = (a: string, b: string): boolean => a === b || KIN.some((group) => group.includes(a) && group.includes(b));

function linesOf(report: Report, spans: readonly { start: number }[]): number[] {
  return spans.map((span) => report.manuscript.text.slice(0, span.start).split('\n').length);
}

/** Each of what was found answers for one gold row only. */
function matched(
  report: Report,
  gold: readonly GoldRelation[],
  found: readonly { type: string; spans: readonly { start: number }[] }[],
): GoldRelation[] {
  const free = [...found];
  return gold.filter((row) => {
    const lines = row.lines ?? [row.line];
    const at = free.findIndex(
      (one) => kin(one.type, row.type) && linesOf(report, one.spans).some((line) => lines.includes(line)),
    );
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
}

describe.each(GOLD_REPORTS.map((gold): [string, GoldReport] => [gold.name, gold]))('%s', (name, gold) => {
  const report = reportOf(gold.text);
  const result: CheckResult = checkReport(report, NATIONAL);
  const sure = gold.relations.filter((row) => row.confidence !== 'debatable');
  const numeric = result.findings.filter((finding) => finding.evidence !== null && finding.severity !== 'info');

  it('reads every figure with its place, value and unit, and no other', () => {
    const starts = gold.text
      .split('\n')
      .reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
    const missed = gold.figures.filter(
      (figure) =>
        !report.figures.some(
          (read) =>
            Math.abs(read.span.start - ((starts[figure.line - 1] ?? 0) + figure.start)) <= 2 &&
            Math.abs(read.value.toNumber() - figure.value) <= 1e-6 * Math.max(1, Math.abs(figure.value)),
        ),
    );
    expect(missed.length).toBeLessThanOrEqual(Math.floor(gold.figures.length * 0.01));
    expect(report.figures.length - (gold.figures.length - missed.length)).toBeLessThanOrEqual(
      Math.floor(gold.figures.length * 0.01),
    );
  });

  it('finds every heading and item', () => {
    const read = report.sections.map(
      (section) => `${linesOf(report, [section.span])[0]}|${section.level}|${section.marker || section.title}`,
    );
    const wanted = gold.outline.map((row) => `${row.line}|${row.level}|${row.marker || row.title}`);
    expect(wanted.filter((row) => !read.includes(row))).toEqual([]);
  });

  it('verifies what holds', () => {
    const held = sure.filter((row) => row.holds && row.confidence === 'certain');
    const verified = matched(
      report,
      held,
      result.relations.filter((relation) => relation.verdict === 'holds'),
    );
    expect(verified.length / Math.max(1, held.length)).toBeGreaterThanOrEqual(LEAST[name]?.verified ?? 1);
  });

  it('finds what is broken and raises no false alarm', () => {
    const broken = sure.filter((row) => !row.holds);
    const caught = matched(report, broken, numeric);
    expect(caught.length).toBeGreaterThanOrEqual(Math.floor(broken.length * (LEAST[name]?.broken ?? 1)));
    const places = new Set(gold.relations.filter((row) => !row.holds).flatMap((row) => row.lines ?? [row.line]));
    const stray = numeric.filter((finding) => !linesOf(report, finding.spans).some((line) => places.has(line)));
    expect(stray.map((finding) => finding.message)).toEqual([]);
  });
});
