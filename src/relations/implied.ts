import type { Figure, Stage } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { around, isFigure, passagesOf } from './context.ts';
import type { Implied, PerHead } from './relation.ts';

/**
 * Totals and their amounts per head within one paragraph, of one stage and time: area ÷ area per pupil and books ÷ books per
 * pupil must give the same pupils. Where the pupils themselves are printed there, each is held against them instead.
 */
export function findImplied(report: Report): Implied[] {
  const found: Implied[] = [];
  for (const paragraph of paragraphsOf(report)) {
    const figures = paragraph.map(({ figure }) => figure);
    const stages = new Map(paragraph.map(({ figure, stage }) => [figure, stage]));
    const isAlike = (figure: Figure, each: Figure): boolean =>
      figure.role === 'level' &&
      stages.get(figure) === stages.get(each) &&
      figure.scope === each.scope &&
      figure.period === each.period;
    const groups = new Map<string, PerHead[]>();
    for (const each of figures) {
      const formula = indicatorOf(each.indicator)?.ratioOf;
      if (!formula || each.bound !== null || each.valueMax !== null || each.value.isZero()) continue;
      const [numerator, heads, times] = formula;
      if (figures.some((figure) => figure.indicator === heads && isAlike(figure, each))) continue;
      const total = figures.findLast(
        (figure) => figure.indicator === numerator && figure.span.start < each.span.start && isAlike(figure, each),
      );
      if (!total || total.bound !== null || total.valueMax !== null || each.kind === 'ratio') continue;
      const key = [heads, stages.get(each), each.scope, each.period].join('|');
      const group = groups.get(key);
      if (group) group.push({ total, each, times });
      else groups.set(key, [{ total, each, times }]);
    }
    for (const [key, [first, ...others]] of groups) {
      const heads = indicatorOf(key.split('|')[0] ?? null)?.name ?? '';
      for (const second of first ? others : []) {
        if (second.total === first?.total) continue;
        const span = around(second.total.span, second.each.span);
        found.push({ type: 'implied', assertion: 'implied', first: first as PerHead, second, heads, span });
      }
    }
  }
  return found;
}

/** A figure and the stage that its sentence gives it: 小学校舍…；图书… speaks of one stage throughout. */
interface Staged {
  readonly figure: Figure;
  readonly stage: Stage | null;
}

/** The figures of each paragraph of running text; a table has its own rows and columns. */
function paragraphsOf(report: Report): Staged[][] {
  const paragraphs = new Map<number, Staged[]>();
  for (const { sentence, rows } of passagesOf(report)) {
    const figures = rows.flatMap(({ members }) => members.filter(isFigure));
    const told = new Set(figures.flatMap(({ stage }) => stage ?? []));
    const [only] = told.size === 1 ? told : [];
    const staged = figures.map((figure) => ({ figure, stage: figure.stage ?? only ?? null }));
    const known = paragraphs.get(sentence.paragraph);
    if (known) known.push(...staged);
    else paragraphs.set(sentence.paragraph, staged);
  }
  return [...paragraphs.values()];
}
