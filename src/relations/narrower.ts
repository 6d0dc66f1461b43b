import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { firstOf, gapOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import { isOfSome } from './counted.ts';

const PARTS = /其中|包括|包含|分别是|[，,、]含|中[，,]/;
/** Words of a total that take in what the report is about, or more. */
const ALL = /各级|各类|中小学|义务教育|基础教育|总|全部|在校|幼儿/;
/** Words that make the rest of a name some of them. */
const SOME = /的|\d|不足|以[上下内]|达标|合格|符合|新|改|建|撤|并|派|交流/;

/**
 * The figures that are parts of less than the whole: 公办学校61所，包括小学46所、初中15所 tells no state of all the county's
 * schools, though 小学46所 by itself would.
 */
export function partsOfLess(report: Report): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const { rows } of passagesOf(report)) {
    // the unit of the total that the parts being listed belong to, where that total is less than the whole
    let less: Figure | null = null;
    rows.forEach((row, index) => {
      const gap = gapOf(report, row);
      if (/[；;]/.test(gap)) less = null;
      if (PARTS.test(gap)) less = lessThanAll(report, totalBefore(rows, index));
      const total = row.head ? lessThanAll(report, row.head) : less;
      if (total && sameUnit(total.unit, firstOf(row).unit)) {
        for (const member of row.members) if (isFigure(member)) parts.add(member.id);
      }
    });
  }
  return parts;
}

/** The value in the same unit that stands last before the list; a look back of a few rows, since a list follows its total. */
function totalBefore(rows: readonly Row[], index: number): Figure | null {
  const { unit } = firstOf(rows[index] as Row);
  for (let at = index - 1; at >= 0 && at >= index - 4; at--) {
    const row = rows[at] as Row;
    const figure = onlyFigure(row);
    if (figure && figure.role === 'level' && !row.head && sameUnit(figure.unit, unit) && !row.label.startsWith('占'))
      return figure;
  }
  return null;
}

function lessThanAll(report: Report, total: Figure | Mask | null): Figure | null {
  if (!total || !isFigure(total) || !total.indicator) return null;
  if (total.scope !== null) return total;
  // 40所学校完成改造，其中小学28所
  if (!total.indicator.startsWith('text:')) return isOfSome(report.manuscript.text, total) ? total : null;
  return ALL.test(total.label) && !SOME.test(total.label) ? null : total;
}
