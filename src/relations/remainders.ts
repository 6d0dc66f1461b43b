import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { isApart } from './compared.ts';
import { clauseOf, firstOf, gapOf, isFigure, likeness, onlyFigure, sameUnit } from './context.ts';

const REMAINDER = /空编|缺编|超编|缺额|缺口|差额|结余|剩余|尚缺|还缺|仍缺|共缺|短缺|相差|尚差/;
/** 校均163人 is neither what there is nor what is needed. */
const AVERAGE = /校均|班均|生均|人均|师均|平均|^每|各$/;
/** 上年结转35万元: what is left is of this and of the year's own. */
const TOGETHER = /合计|总计|共计|总共|(?:^|[^尚仍还])共/;
const OF_SEVERAL = /[两三四五六七八九十][者项家类级处](?:一?共|合计|总计|共计)/;
const CARRIED = /结转|(?:上年|年初|期初|上期|历年)(?:累计)?(?:结余|余额)/;

const ALIKE = 0.4;
const ADVERB = /年末|年底|期末|目前|现有?|实际|累计|其中|因此|尚|仍|还|共|约|有|数|为|总/g;

export interface Remainder {
  readonly minuend: Figure;
  readonly subtrahend: Figure;
  readonly result: Figure;
}

/** Two figures and what is left between them; the larger of the two is the minuend, whichever is told first. */
export function remainderAt(report: Report, rows: readonly Row[], index: number): Remainder | null {
  const row = rows[index] as Row;
  const result = onlyFigure(row);
  // 比反馈时缺额168名 is what another is compared with
  if (!result || row.role === 'base' || !REMAINDER.test(clauseOf(row))) return null;
  const fits = (other: Row): boolean => {
    const figure = onlyFigure(other);
    return figure !== null && isLike(figure, result, clauseOf(row)) && !AVERAGE.test(clauseOf(other));
  };
  // 三家共空编10名: of all that is missing before
  // 三家 is read as a count of its own
  const several = /^(?:一?共|合计|总计|共计)/.test(clauseOf(row)) && !/[，,；;]/.test(gapOf(report, row));
  if (several && index > 0 && /^[两三四五六七八九十]/.test(textOf(report, rows[index - 1] as Row))) return null;
  const missing = rows.slice(0, index).some((other) => REMAINDER.test(clauseOf(other)));
  if (OF_SEVERAL.test(clauseOf(row)) || (missing && TOGETHER.test(clauseOf(row)))) return null;
  const before = rows.slice(startOf(report, rows, index), index);
  if (before.some((other) => CARRIED.test(clauseOf(other)))) return null;
  const all = before.filter(fits);
  const parts = listedParts(report, before);
  const wholes = all.filter((other) => !parts.has(other));
  // 编制100名，其中实有80名，空编20名: the only part is what is taken away
  const operands = wholes.length < 2 && parts.size === 1 ? all : wholes;
  const pair = pairOf(operands);
  const [a, b] = pair.map(onlyFigure);
  const last = pair.at(-1);
  if (!a || !b || !last) return null;
  // 在校生3102人；学位缺口600人: behind a ； a name of its own makes it another matter
  const apart = rows.slice(rows.indexOf(last) + 1, index + 1).some((other) => isApart(report, other));
  if (apart && clauseOf(row).replace(REMAINDER, '').replaceAll(ADVERB, '').length > 1) return null;
  // 优秀率45.2%，及格率91.3%，城乡相差3.2个百分点: of two rates only those of one name
  if (result.unit === '个百分点' && likeness(a.label, b.label) < ALIKE) return null;
  const [minuend, subtrahend] = a.value.gte(b.value) ? [a, b] : [b, a];
  return { minuend, subtrahend, result };
}

function textOf(report: Report, row: Row): string {
  const { span } = firstOf(row);
  return report.manuscript.text.slice(span.start, span.end);
}

/** 体育教师5人，尚缺1人；美术教师3人，尚缺2人: behind a ； what is missing is reckoned anew. */
function startOf(report: Report, rows: readonly Row[], index: number): number {
  let apart = isApart(report, rows[index] as Row);
  for (let at = index - 1; at >= 0; at--) {
    const row = rows[at] as Row;
    if (apart && row.role === 'level' && REMAINDER.test(clauseOf(row))) return at + 1;
    apart ||= isApart(report, row);
  }
  return 0;
}

const NEEDED = /核定|编制(?!外)|应[配有需达]|需要?|需求|计划|到位|拨入|募集|收入|预算/;
const THERE = /实有|在编|现有|在岗|实际|支出|使用|完成/;

/** The last two; where another count stands behind 实有 (另聘86名), what there is and what there should be before it. */
function pairOf(operands: readonly Row[]): readonly Row[] {
  if (operands.length > 2) {
    const there = operands.findLast((row) => THERE.test(clauseOf(row)));
    const needed = operands.findLast((row) => row !== there && NEEDED.test(clauseOf(row)));
    if (there && needed && there !== operands.at(-1) && operands.indexOf(needed) < operands.indexOf(there))
      return [needed, there];
  }
  return operands.slice(-2);
}

/** Posts are counted as 名, 人 or 个. */
function isLike(figure: Figure, result: Figure, clause: string): boolean {
  if (figure.kind !== result.kind) return false;
  const people = /^[个人名位]$/;
  return (
    sameUnit(figure.unit, result.unit) ||
    (/相差|差距/.test(clause) && figure.unit === '%' && result.unit === '个百分点') ||
    (/编|学位|床位/.test(clause) && people.test(figure.unit ?? '') && people.test(result.unit ?? ''))
  );
}

/** The rows of 其中 lists: joined by 、 or, up to what they are parts of, by commas. */
function listedParts(report: Report, rows: readonly Row[]): Set<Row> {
  const parts = new Set<Row>();
  let whole: Figure | Mask | null = null;
  let sum = null as Figure['value'] | null;
  for (const [at, row] of rows.entries()) {
    const gap = gapOf(report, row);
    const figure = firstOf(row);
    if (/其中/.test(gap) && at > 0) {
      whole = firstOf(rows[at - 1] as Row);
      sum = isFigure(figure) ? figure.value : null;
      parts.add(row);
    } else if (whole && sum) {
      const fills = isFigure(whole) && sum.gte(whole.value);
      const goesOn = /^[、和及与]/.test(gap) || (!/[；;。]/.test(gap) && !fills);
      if (!goesOn || !sameUnit(figure.unit, whole.unit)) {
        whole = null;
        continue;
      }
      parts.add(row);
      sum = isFigure(figure) ? sum.plus(figure.value) : sum;
    }
  }
  return parts;
}
