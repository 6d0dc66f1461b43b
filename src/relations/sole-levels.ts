import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { partOf, sameUnit } from './context.ts';

const CHANGE = /增减数$/;
/** What is counted from, once for a whole sentence: 与2020年相比，在校生减少742人. */
const SINCE =
  /[与同和比较](?:(?:19|20)\d\d年|上一?年|去年|[一二三四五六七八九十两]年前)[^，。；]{0,4}(?:相比|比较|对比|[，,]|净?[增减多少]|下降|提高)/;
const YEAR = /(?:19|20)\d\d(?=年)/g;

/** The first value of a name, and whether it is told again with no other value. */
interface Told {
  readonly first: Figure;
  readonly same: boolean;
}

const levelsOfReport = new WeakMap<Report, ReadonlyMap<string, Told>>();

/** One pass over the figures, since each change of a long report looks for its value here. */
function levelsOf(report: Report): ReadonlyMap<string, Told> {
  const known = levelsOfReport.get(report);
  if (known) return known;
  const levels = new Map<string, Told>();
  for (const figure of report.figures) {
    if (figure.role !== 'level' || figure.scope !== null || figure.bound !== null || figure.valueMax) continue;
    if (!figure.indicator || figure.indicator.startsWith('text:')) continue;
    const key = keyOf(report, figure, figure.label);
    const told = levels.get(key);
    levels.set(
      key,
      told
        ? { first: told.first, same: told.same && told.first.value.eq(figure.value) }
        : { first: figure, same: true },
    );
  }
  levelsOfReport.set(report, levels);
  return levels;
}

function keyOf(report: Report, figure: Figure, label: string): string {
  return `${partOf(report, figure.span.start)}|${label}|${figure.stage}`;
}

/**
 * 在校生27210人。…。与2020年相比，在校生减少742人，下降2.7%: the one value that the text has told of what changed. None where it
 * tells several, or where the sentence speaks of more years than the one it counts from.
 */
export function soleLevel(report: Report, amount: Figure, sentence: string): Figure | null {
  if (!CHANGE.test(amount.label) || amount.scope !== null || !SINCE.test(sentence)) return null;
  const years = new Set(sentence.match(YEAR) ?? []);
  if (years.size > 1) return null;
  const [since] = years;
  const told = levelsOf(report).get(keyOf(report, amount, amount.label.replace(CHANGE, '')));
  if (!told?.same || told.first.span.start > amount.span.start || !sameUnit(told.first.unit, amount.unit)) return null;
  return since !== undefined && told.first.period === since ? null : told.first;
}

const onlyOfReport = new WeakMap<Report, Map<string, boolean>>();
/** 一年级182人, 其中男生…: a part of the number, told as such. */
const OF_PART = /年级|其中|[男女]生|[男女]教师/;

/** Whether the text tells one value of what a figure measures, its parts aside. */
export function isOnly(report: Report, figure: Figure): boolean {
  const known = onlyOfReport.get(report) ?? new Map<string, boolean>();
  onlyOfReport.set(report, known);
  const key = `${figure.indicator}|${figure.value.toFixed()}`;
  const { text } = report.manuscript;
  const only =
    known.get(key) ??
    report.figures.every(
      (other) =>
        other.indicator !== figure.indicator ||
        other.role !== 'level' ||
        !sameUnit(other.unit, figure.unit) ||
        other.value.eq(figure.value) ||
        (other.value.lt(figure.value) && OF_PART.test(text.slice(Math.max(0, other.span.start - 8), other.span.start))),
    );
  known.set(key, only);
  return only;
}
