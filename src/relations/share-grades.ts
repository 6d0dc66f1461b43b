import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { clauseOf, gapOf, isFigure, onlyFigure } from './context.ts';
import { isEach } from './each.ts';
import type { Reading } from './share-open.ts';
import { isAlike } from './share-parts.ts';
import { cut } from './share-words.ts';

const UPWARDS = /^(?<name>\p{Script=Han}{2,6}?)(?:学历|职称)?(?:及|或)?以上(?:学历|职称)?(?:教师|人员)?$/u;
const TOTAL = /^(?:一?共|合计|总计|共计)/;

/** 研究生a人，本科b人，专科c人，本科及以上学历占…: the grades told, from the highest to the one named, of all that are told. */
export function upwards(
  report: Report,
  earlier: readonly Row[],
  inSentence: readonly Row[],
  behind: readonly Row[],
  subject: string,
): Reading | null {
  const name = UPWARDS.exec(cut(subject.replace(/^其中/, '')))?.groups?.['name'];
  if (!name) return null;
  const at = inSentence.findLastIndex((row) => levelOf(row) !== null && cut(row.label).includes(name));
  const named = levelOf(inSentence[at]);
  if (!named) return null;
  let from = at;
  while (
    from > 0 &&
    !/其中|[：:；;]/.test(gapOf(report, inSentence[from] as Row)) &&
    isMember(inSentence[from - 1], named)
  )
    from--;
  let to = at + 1;
  while (isMember(inSentence[to], named) && !TOTAL.test(clauseOf(inSentence[to] as Row))) to++;
  const grades = inSentence.slice(from, to).flatMap((row) => levelOf(row) ?? []);
  const sum = grades.reduce((total, figure) => total.plus(figure.value), new Decimal(0));
  const whole = [...earlier, ...inSentence, ...behind]
    .flatMap((row) => (row.role === 'level' ? row.members.filter(isFigure) : []))
    .findLast((figure) => !grades.includes(figure) && isAlike(figure, named) && figure.value.eq(sum));
  if (!whole || grades.length < 2) return null;
  return { parts: grades.slice(0, at - from + 1), candidates: [whole], meant: whole };
}

function levelOf(row: Row | undefined): Figure | null {
  return row && row.role === 'level' && !isEach(row) ? onlyFigure(row) : null;
}

function isMember(row: Row | undefined, named: Figure): boolean {
  const figure = levelOf(row);
  return figure !== null && isAlike(figure, named);
}
