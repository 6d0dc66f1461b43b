import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { partOf, sameUnit } from './context.ts';

const CHANGE = /增减数$/;
/** What is counted from, once for a whole sentence: 与2020年相比，在校生减少742人. */
const SINCE =
  /[与同和比较](?:(?:19|20)\d\d年|上一?年|去年|[一二三四五六七八九十两]年前)[^，。；]{0,4}(?:相比|比较|对比|[，,]|净?[增减多少]|下降|提高)/;
const YEAR = /(?:19|20)\d\d(?=年)/g;

const levelsOfReport = new WeakMap<Report, ReadonlyMap<string, readonly Figure[]>>();

function levelsOf(report: Report): ReadonlyMap<string, readonly Figure[]> {
  const known = levelsOfReport.get(report);
  if (known) return known;
  const levels = new Map<string, Figure[]>();
  for (const figure of report.figures) {
    if (figure.role !== 'level' || figure.scope !== null || figure.bound !== null || figure.valueMax) continue;
    if (!figure.indicator || figure.indicator.startsWith('text:')) continue;
    const key = `${figure.label}|${figure.stage}`;
    const list = levels.get(key);
    if (list) list.push(figure);
    else levels.set(key, [figure]);
  }
  levelsOfReport.set(report, levels);
  return levels;
}

/**
 * 在校生27210人。…。与2020年相比，在校生减少742人，下降2.7%: the one value that the text has told of what changed. None where it
 * tells several, or where the sentence speaks of more years than the one it counts from.
 */
export function soleLevel(report: Report, amount: Figure, sentence: string): Figure | null {
  if (!CHANGE.test(amount.label) || !SINCE.test(sentence)) return null;
  const years = new Set(sentence.match(YEAR) ?? []);
  if (years.size > 1) return null;
  const [since] = years;
  const part = partOf(report, amount.span.start);
  const told = (levelsOf(report).get(`${amount.label.replace(CHANGE, '')}|${amount.stage}`) ?? []).filter(
    (figure) => partOf(report, figure.span.start) === part,
  );
  const [first] = told.filter((figure) => figure.span.start < amount.span.start);
  if (!first || amount.scope !== null || !sameUnit(first.unit, amount.unit)) return null;
  if (told.some((figure) => !figure.value.eq(first.value))) return null;
  return since !== undefined && first.period === since ? null : first;
}
