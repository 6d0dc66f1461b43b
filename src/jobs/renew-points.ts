import { findingKey } from '../check/index.ts';
import { type OldQuantities, type PlannedChange, type RenewalPlan, toldName } from '../draft/renew/index.ts';
import { Decimal } from '../model/decimal.ts';
import type { Finding } from '../model/relation.ts';
import type { OpenPoint, RenewedFigure } from '../model/renewal.ts';
import type { Report } from '../model/report.ts';
import type { Checked } from './check.ts';
import { findingPoint } from './finding-point.ts';
import type { RenewalData } from './renewal-data.ts';
import type { Written } from './renewed-document.ts';

const DATA_YEAR = 'data-year';
const TINY = new Decimal('1e-9');

/** The figures that the new text is read to say otherwise than meant. */
export function misread({ report, moved, applied }: Written, plan: RenewalPlan, { of }: OldQuantities): string[] {
  const byStart = new Map(report.figures.map((figure) => [figure.span.start, figure]));
  const years = new Set(
    plan.changes.filter(({ how, span }) => how === 'year' && applied(span)).map(({ span }) => span.start),
  );
  return plan.changes.flatMap(({ figure, value, span }) => {
    if (figure === null || value === null || !applied(span)) return [];
    const now = byStart.get(moved(figure.span).start);
    const own = of.get(figure.id);
    if (now === undefined || own === undefined) return [figure.id];
    const near = now.value.minus(value).abs().lte(value.abs().times(TINY));
    // a name of the text's own may hold a number that has changed with it (8.5台以上的学校比例)
    const named =
      wordsOf(now.indicator) === wordsOf(figure.indicator) && now.stage === figure.stage && now.scope === figure.scope;
    const dated = now.period === figure.period || (years.size > 0 && now.period === own.next);
    return near && named && dated && now.unit === figure.unit ? [] : [figure.id];
  });
}

function wordsOf(indicator: string | null): string | null {
  return indicator?.replaceAll(/[\d.]+/gu, '#') ?? null;
}

/** What was renewed, as the new text has it. */
export function renewedFigures(plan: RenewalPlan, { report, moved, applied }: Written): RenewedFigure[] {
  return plan.changes.flatMap(({ figure, quantity, before, after, how, source, span }): RenewedFigure[] => {
    if (figure === null || quantity === null || !applied(span)) return [];
    const place = moved(figure.span);
    const name = toldName({ ...quantity, period: quantity.next });
    return [{ name, before, after, sentence: sentenceAt(report, place.start) ?? '', span: place, source, how }];
  });
}

function sentenceAt({ sentences, manuscript: { text } }: Report, offset: number): string | null {
  const found = sentences.find(({ span }) => span.start <= offset && offset < span.end);
  return found === undefined ? null : text.slice(found.span.start, found.span.end).trim();
}

/** What is left to people: what was planned so, what could not be written, what the check finds. */
export function openPoints(plan: RenewalPlan, written: Written, findings: readonly Finding[]): OpenPoint[] {
  const { report, moved, applied } = written;
  const planned = plan.points.map(({ span, ...point }): OpenPoint => {
    const place = moved(span);
    return { ...point, sentence: sentenceAt(report, place.start), span: place };
  });
  const unwritten = plan.changes.flatMap((change): OpenPoint[] =>
    applied(change.span) ? [] : [unwrittenPoint(change, written)],
  );
  const found = findings.map((finding) => findingPoint(finding, (offset) => sentenceAt(report, offset)));
  return [...planned, ...unwritten, ...found];
}

function unwrittenPoint({ before, after, quantity, span, how }: PlannedChange, { report, moved }: Written): OpenPoint {
  const place = moved(span);
  const name = quantity === null ? null : toldName(quantity);
  const what = how === 'year' ? '年份' : (name ?? '');
  const message = `${what}：原为${before}，应为${after}；这里写不进修订（在域或公式里），没有改动，请手工改。`;
  return {
    kind: 'refused',
    severity: 'error',
    name,
    before,
    after,
    message,
    sentence: sentenceAt(report, place.start),
    span: place,
  };
}

/** Data typed beside the report's own figures tell nothing new of them: a likeness of names among those is no question. */
export function isEcho({ elsewhere }: Finding, { rows }: RenewalData): boolean {
  const cells = new Set(rows?.map(({ cell }) => cell));
  const told = elsewhere?.flatMap((place) => place.cells ?? []) ?? [];
  return told.length > 0 && told.every((cell) => cells.has(cell));
}

/** What the check finds in the new text and did not find in the old one, the numbers and years in its names left out of account. */
export function newFindings(old: Checked, fresh: Checked): Finding[] {
  const keyOfFinding = (report: Report, finding: Finding): string => {
    const { rule, names } = findingKey(report, finding);
    return [rule, ...names.map((name) => name.replaceAll(/\d+/gu, '#')).sort()].join('|');
  };
  const seen = new Map<string, number>();
  for (const finding of old.result.findings) {
    const key = keyOfFinding(old.report, finding);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return fresh.result.findings.filter((finding) => {
    // of which year the new report is, renewing itself has settled
    if (finding.severity === 'info' || finding.rule === DATA_YEAR) return false;
    const key = keyOfFinding(fresh.report, finding);
    const left = seen.get(key) ?? 0;
    seen.set(key, left - 1);
    return left <= 0;
  });
}
