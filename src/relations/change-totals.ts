import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, onlyFigure, passagesOf, sameUnit, spanOf } from './context.ts';
import type { Difference, Sum } from './relation.ts';

const TOGETHER =
  /^(?:两[者项]|[一二两三四五六\d]+项)?(?:一共|总共|合计|总计|共计|共)(?:净)?(增加|减少|提高|下降|降低|压减|缩小|撤并|减|增)$/;
const RISE = /增|提高/;
const FALL = /减|下降|降低|缩小|撤并/;
const GAIN = /补充|招聘|招录|引进|新增|调入|选聘|新进/;
const LOSS = /减员|退休|调出|流出|离职|辞职|自然减少/;
const NET = /^(?:教师|教职工|专任教师|人数)?(?:净增|净减)(?:加|少)?$/;

/** 小学减少10所；初中减少1所；共减少11所, and 补充312名，减员269名，净增43名: changes that other changes make. */
export function findChangeTotals(report: Report): (Sum | Difference)[] {
  const found: (Sum | Difference)[] = [];
  let paragraph = -1;
  let gained: Row | null = null;
  for (const { sentence, rows } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) {
      ({ paragraph } = sentence);
      gained = null;
    }
    let changes: Row[] = [];
    for (const [index, row] of rows.entries()) {
      const clause = clauseOf(row);
      const total = row.role === 'change' && TOGETHER.test(clause) ? totalOf(row, changes) : null;
      if (total) {
        found.push(total);
        changes = [];
      } else if (row.role === 'change') changes.push(row);
      const net = netOf(gained, rows[index - 1], row);
      if (net) found.push(net);
      // the first of them is the total, those behind its 其中 are parts
      if (GAIN.test(clause) && !gained) gained = row;
    }
  }
  return found;
}

function totalOf(row: Row, changes: readonly Row[]): Sum | null {
  const total = onlyFigure(row);
  if (!total) return null;
  const [up, down] = [RISE.test(clauseOf(row)), FALL.test(clauseOf(row))];
  const fits = changes.filter((change) => {
    const figure = onlyFigure(change);
    return figure !== null && sameUnit(figure.unit, total.unit) && figure.kind === total.kind;
  });
  const alike = fits.every((change) => RISE.test(clauseOf(change)) === up && FALL.test(clauseOf(change)) === down);
  const parts = fits.flatMap((change) => onlyFigure(change) ?? []);
  if (!alike || parts.length < 2) return null;
  return {
    type: 'sum',
    assertion: 'implied',
    total,
    parts,
    partial: false,
    exhaustive: false,
    span: around(total.span, ...parts.map((part) => part.span)),
  };
}

function netOf(gain: Row | null, loss: Row | undefined, row: Row): Difference | null {
  const result = onlyFigure(row);
  const minuend = gain && onlyFigure(gain);
  const subtrahend = loss && onlyFigure(loss);
  if (!result || !gain || !minuend || !subtrahend || row.role !== 'change') return null;
  if (!NET.test(clauseOf(row)) || !LOSS.test(clauseOf(loss)) || loss === gain) return null;
  if (!sameUnit(minuend.unit, result.unit) || !sameUnit(subtrahend.unit, result.unit)) return null;
  const [larger, smaller] = /净减/.test(clauseOf(row)) ? [subtrahend, minuend] : [minuend, subtrahend];
  return {
    type: 'difference',
    assertion: 'implied',
    minuend: larger,
    subtrahend: smaller,
    result,
    plus: 0,
    span: around(spanOf(gain), spanOf(row)),
  };
}
