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
const COMPULSORY: readonly (readonly Stage[])[] = [
  ['小学', '初中'],
  ['小学', '初中', '九年一贯制'],
];

/**
 * A total and its stages told apart from it, anywhere in the text (551821人 against 小学362514人 and 初中189307人 two
 * sections on). Each stage must have one value only; where none of the ways to add up fits, nothing is said, since the
 * total may take in other schools.
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
    return figures.filter((figure) => figure.stage === null).flatMap((total) => sumOf(total, stages) ?? []);
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

function sumOf(total: Figure, stages: ReadonlyMap<Stage, Figure>): Sum | null {
  for (const wanted of COMPULSORY) {
    const parts = wanted.map((stage) => stages.get(stage));
    if (!parts.every((figure): figure is Figure => figure !== undefined && sameUnit(figure.unit, total.unit))) continue;
    const value = parts.reduce((sum, figure) => sum.plus(figure.value), new Decimal(0));
    if (!value.eq(total.value)) continue;
    return {
      type: 'sum',
      assertion: 'possible',
      total,
      parts,
      partial: false,
      exhaustive: false,
      span: around(total.span),
    };
  }
  return null;
}
