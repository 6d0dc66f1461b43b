import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { clauseOf, gapOf, isFigure, likeness, onlyFigure, sameUnit } from './context.ts';
import { isEach } from './each.ts';
import { cut } from './share-words.ts';

const ZERO = new Decimal(0);

/** An age or a distance is a limit of what is counted (35岁以下教师占34.4%, 2公里以内的小学占…), never counted itself. */
const LIMIT = /岁$|^(?:公里|里|米|倍|度)$/;

export function isAlike(a: Figure, b: Figure): boolean {
  return sameUnit(a.unit, b.unit) && a.kind === b.kind;
}

/** The figure that the share is of: the one its subject names, the one right before it, or the one whose bracket it stands in. */
export function partOf(report: Report, inSentence: readonly Row[], row: Row, subject: string): Figure | null {
  if (row.head && row.head.kind !== 'percent' && /^[（(][^，。；]{0,4}$/.test(gapOf(report, row).replace(/占.*$/, '')))
    return row.head;
  const named = partNamed(inSentence, row, subject);
  if (named) return named;
  const before = lastCounted(inSentence);
  const last = before?.members.at(-1);
  // 民办学校131所，比上年减少3所，占学校总数的27.4%: what has changed is the part, not by how much
  const changed = before && isComparedChange(before) ? levelBefore(inSentence, before) : null;
  if (changed) return changed;
  const figure = last;
  if (!before || !figure || !isFigure(figure) || !isPart(figure) || before.head !== row.head) return null;
  // 平均每个59人，占…: what stands between is the mean, and what comes before it the part
  const skipped = inSentence.at(-1) !== before;
  const between = skipped
    ? report.manuscript.text.slice(inSentence.at(-1)?.members.at(-1)?.span.end, row.members[0]?.span.start)
    : report.manuscript.text.slice(figure.span.end, row.members[0]?.span.start);
  // 超过55人的班级占1.2%: the figure tells which classes, and is not what is shared
  if (/^(?:及?以[上下内])?的[^占]+占/.test(between)) return null;
  return /^[^，,、。；（(]{0,8}[，,、]?\s*(?:约|分别)?占/.test(between) ? figure : null;
}

/** 比上年增加3所: told by the way. */
function isComparedChange(row: Row): boolean {
  return row.role === 'change' && /[比较]/.test(clauseOf(row));
}

/** The value right before a change in its unit. */
function levelBefore(inSentence: readonly Row[], change: Row): Figure | null {
  const row = inSentence[inSentence.indexOf(change) - 1];
  const figure = row ? onlyFigure(row) : null;
  const other = onlyFigure(change);
  return row?.role === 'level' && figure && other && isPart(figure) && isAlike(figure, other) ? figure : null;
}

/** The last row that is no mean and no amount for each. */
export function lastCounted(inSentence: readonly Row[]): Row | undefined {
  const last = inSentence.at(-1);
  return last && isEach(last) ? inSentence.at(-2) : last;
}

function isPart(figure: Figure): boolean {
  return figure.kind !== 'percent' && figure.kind !== 'duration' && !LIMIT.test(figure.unit ?? '');
}

/** 男生a人，女生b人，女生占…; 在职党员a名、离退休党员b名；在职党员占…: the words before 占 name what was told. */
export function partNamed(inSentence: readonly Row[], row: Row, subject: string): Figure | null {
  const words = cut(subject.replace(/^(?:其中|[，,、；;])+/, '').replace(/(?:分别|依次|约|所|各)$/, ''));
  if (words.length < 2) return null;
  let best: Figure | null = null;
  let most = 0;
  for (const other of inSentence.toReversed()) {
    const figure = onlyFigure(other);
    if (!figure || other.role !== 'level' || other.head !== row.head || !isPart(figure) || isEach(other)) continue;
    const name = cut(`${figure.scope ?? ''}${figure.label}`);
    const rest = words.startsWith(name) ? words.slice(name.length) : null;
    // 公办园在园幼儿 speaks of the 公办园 told, 本科及以上 of more than those with 本科
    const holdsName = name.length > 1 && rest !== null && !/^(?:或|及|以|和|与|、)/.test(rest);
    const alike = name === words ? 2 : holdsName ? 1 + likeness(name, words) / 2 : 0;
    if (alike > most) [best, most] = [figure, alike];
  }
  return best;
}

/** 6318人，小学4226人，初中2092人，占…: the total whose parts stand between it and the share. */
export function headOf(inSentence: readonly Row[], part: Figure): Figure | null {
  let sum = ZERO;
  let members = 0;
  for (const row of inSentence.toReversed()) {
    const figures = row.members.filter(isFigure);
    if (members > 1 && figures.length === 1 && figures[0] && isAlike(figures[0], part) && figures[0].value.eq(sum))
      return figures[0];
    if (row.role !== 'level' || isEach(row) || !figures.every((figure) => isAlike(figure, part))) {
      if (members === 0 && isEach(row)) continue;
      return null;
    }
    if (members === 0 && !figures.includes(part)) return null;
    for (const figure of figures) sum = sum.plus(figure.value);
    members += figures.length;
  }
  return null;
}

/** The figures of one unit that stand in a row up to the part, with nothing but marks and their names between. */
export function listOf(report: Report, inSentence: readonly Row[], part: Figure): Figure[] {
  const list: Figure[] = [];
  for (const row of inSentence.toReversed()) {
    const figures = row.members.filter(isFigure);
    if (
      row.role !== 'level' ||
      figures.length !== row.members.length ||
      !figures.every((figure) => isAlike(figure, part))
    )
      break;
    list.unshift(...figures);
    if (/其中|[。；;：:]/.test(gapOf(report, row))) return list;
  }
  return [];
}

/** The words of a row's clause before 占. */
export function subjectOf(row: Row): string {
  const clause = clauseOf(row);
  const at = clause.lastIndexOf('占');
  return at < 0 ? '' : clause.slice(0, at);
}
