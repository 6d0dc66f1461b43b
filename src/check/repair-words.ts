import type { Finding, Severity } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { Repair } from './repair.ts';
import { inUnitOf, named, printed } from './words.ts';

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * A finding with the change that speaks for itself, and the other findings that this change would settle taken into it: their
 * arithmetic and their places stand with it.
 */
export function withRepair(finding: Finding, repair: Repair, others: readonly Finding[]): Finding {
  const { figure, value, agreeing } = repair;
  const name = named(figure);
  const where = name === '' ? '' : `“${name}”`;
  const change = `若将${where}${printed(figure)}改为${inUnitOf(value, figure)}，`;
  const other = agreeing > 0 ? `另有${agreeing}处关系也相符` : '其余各数另有依据，不必改动';
  const suggestion = `${change}此处相符，${other}；请对照原始数据后再改。`;
  if (others.length === 0) return { ...finding, suggestion };
  const all = [finding, ...others];
  return {
    ...finding,
    severity: all.reduce<Severity>(
      (worst, { severity }) => (GRAVITY[severity] > GRAVITY[worst] ? severity : worst),
      'info',
    ),
    message: `${finding.message}同一个数还牵连${others.length}处：${others.map(({ evidence }) => evidence).join('；')}。`,
    suggestion,
    figures: [...new Set([figure.id, ...all.flatMap(({ figures }) => figures)])],
    spans: distinct([figure.span, ...all.flatMap(({ spans }) => spans)]),
  };
}

function distinct(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
}
