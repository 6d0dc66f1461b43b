import { Decimal } from '../model/decimal.ts';
import type { Figure, Stage } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { around, partOf, sameUnit } from './context.ts';
import type { Sum } from './relation.ts';

/** Quantities of which the stages' values make up the whole. */
const ADDITIVE = new Set([
  'pupils',
  'school-count',
  'class-count',
  'full-time-teachers',
  'staff',
  'entrants',
  'graduates',
  'left-behind-children',
  'migrant-pupils',
]);
const ZERO = new Decimal(0);
/** How much of a total pupils in special education, and schools of both stages, may make up. */
const FEW_PEOPLE = 0.03;
const FEW_SCHOOLS = 0.12;
const FARTHEST = 60;
const COMPULSORY: readonly (readonly Stage[])[] = [
  ['小学', '初中'],
  ['小学', '初中', '九年一贯制'],
];

/**
 * A total and its stages told apart from it, anywhere in the text (551821人 against 小学362514人 and 初中189307人 two
 * sections on). Each stage must have one value only; where none of the ways to add up fits, nothing is said of a total
 * that may take in other schools.
 */
export function findStageTotals(report: Report): Sum[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of report.figures) {
    if (
      !figure.indicator ||
      !ADDITIVE.has(figure.indicator) ||
      figure.role !== 'level' ||
      figure.scope !== null ||
      figure.bound !== null
    )
      continue;
    const key = [partOf(report, figure.span.start), figure.indicator, figure.period ?? ''].join('|');
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((figures) => {
    const stages = byStage(figures);
    return figures.filter((figure) => figure.stage === null).flatMap((total) => sumOf(report, total, stages) ?? []);
  });
}

/** The one value that each stage has; a stage told with two values has none. */
function byStage(figures: readonly Figure[]): Map<Stage, Figure> {
  const found = new Map<Stage, Figure>();
  const unclear = new Set<Stage>();
  for (const figure of figures) {
    if (figure.stage === null) continue;
    const known = found.get(figure.stage);
    if (known && !known.value.eq(figure.value)) unclear.add(figure.stage);
    found.set(figure.stage, known ?? figure);
  }
  for (const stage of unclear) found.delete(stage);
  return found;
}

/**
 * Of 义务教育 as such the two stages are all there is: there a total far off is told, as pupils in special education or schools
 * of both stages, which some reports count in, are few.
 */
function sumOf(report: Report, total: Figure, stages: ReadonlyMap<Stage, Figure>): Sum | null {
  const ways = COMPULSORY.flatMap((wanted) => {
    const parts = wanted.map((stage) => stages.get(stage));
    return parts.every((figure): figure is Figure => figure !== undefined && sameUnit(figure.unit, total.unit))
      ? [parts]
      : [];
  });
  const off = (parts: readonly Figure[]): Decimal =>
    parts
      .reduce((sum, figure) => sum.plus(figure.value), ZERO)
      .div(total.value)
      .minus(1)
      .abs();
  if (total.value.isZero()) return null;
  const exact = ways.find((parts) => off(parts).isZero());
  if (exact) return sumOfStages(total, exact, 'possible');
  const [parts] = ways;
  const least = total.indicator === 'school-count' ? FEW_SCHOOLS : FEW_PEOPLE;
  const wrong = parts && ways.every((way) => off(way).gt(least)) && isCompulsory(report, total);
  return wrong ? sumOfStages(total, parts, 'implied') : null;
}

/** 全市共有义务教育阶段学校571所，在校生551821人: the words open the sentence that the total stands in. */
function isCompulsory(report: Report, total: Figure): boolean {
  const { text } = report.manuscript;
  const from = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, total.span.start))) + 1;
  const before = text.slice(Math.max(from, total.span.start - FARTHEST), total.span.start);
  return /^(?:全[县市区]|我[县市区])?(?:现|共|现共)?有?义务教育/.test(before) && !/其中|[含除占中]/.test(before);
}

function sumOfStages(total: Figure, parts: readonly Figure[], assertion: Sum['assertion']): Sum {
  return { type: 'sum', assertion, total, parts, partial: false, exhaustive: false, span: around(total.span) };
}
