import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { indicatorNamed, stageList } from '../vocabulary/index.ts';
import { clauseOf, firstOf, gapOf, isFigure, likeness, sameUnit } from './context.ts';
import { isAlike } from './share-parts.ts';
import { ALIKE, cut, isLike, isOfScope, SHARE_OF } from './share-words.ts';

/** How many figures back a whole is looked for, so that long reports stay linear. */
const FAR = 400;

/** How many rows of the sentence behind the share are looked through for a whole in the very words. */
const FARTHEST_BEHIND = 6;

/** The figures of a report by which a whole can be found: in reading order, with the place of each. */
interface Index {
  readonly levels: readonly Figure[];
  readonly at: ReadonlyMap<Figure, number>;
}
const indexOfReport = new WeakMap<Report, Index>();

function indexOf(report: Report): Index {
  const known = indexOfReport.get(report);
  if (known) return known;
  const levels = report.figures.filter((figure) => figure.role === 'level');
  const made: Index = { levels, at: new Map(report.figures.map((figure, index) => [figure, index])) };
  indexOfReport.set(report, made);
  return made;
}

/** Whether a figure can be the whole of a part at all. */
export function holds(figure: Figure, part: Figure): boolean {
  return figure !== part && isAlike(figure, part) && figure.value.gte(part.value);
}

/**
 * The figures that the words behind 占 name, the nearest first. The stage that the words tell must be the figure's; where they
 * tell none, it is the part's own or that of the whole county. 全县, 总数, 义务教育 speak of all stages first.
 */
export function wholesNamed(report: Report, words: string, part: Figure, share: Figure): Figure[] {
  const { levels, at } = indexOf(report);
  const { stages, rest } = stageList(words);
  const name = cut(rest);
  const own = stages.length === 1 ? stages[0] : undefined;
  const stage = own ?? share.stage ?? part.stage;
  const place = at.get(share) ?? report.figures.length;
  const first = lowerBound(levels, place, at);
  const near = levels.slice(Math.max(0, first - FAR), first).reverse();
  const fits = near.filter(
    (figure) =>
      holds(figure, part) &&
      isOfScope(words, part, figure) &&
      (figure.stage === stage || (own === undefined && figure.stage === null)) &&
      (isLike(name, figure) || isLike(cut(words), figure)),
  );
  if (own === undefined && /全[县市区]|义务教育|总数|总额|总计/.test(words)) {
    const whole = fits.filter((figure) => figure.stage === null);
    if (whole.length > 0) return [...whole, ...fits.filter((figure) => figure.stage !== null)];
  }
  return fits;
}

/**
 * What the words behind 占 name, where the look for it by size and scope has found nothing: 本科以上学历教师5128名，占专任教师总数的
 * 83.2% of 1836, or 占教职工总数 of the 公办 staff, which are the only ones told. Only where the words name an indicator that the text
 * tells with one value for the stage.
 */
export function wholeToldOnce(report: Report, words: string, part: Figure, share: Figure): Figure | null {
  const { levels, at } = indexOf(report);
  const { stages, rest } = stageList(words);
  // 占幼儿园总数: the stage alone names its schools
  const schools = stages.length === 1 && cut(rest) === '' && part.unit === '所' ? 'school-count' : undefined;
  const known =
    schools ??
    indicatorNamed(cut(rest), part.kind)?.indicator.id ??
    indicatorNamed(cut(words), part.kind)?.indicator.id;
  if (!known || stages.length > 1) return null;
  const stage = stages[0] ?? part.stage;
  const first = lowerBound(levels, at.get(share) ?? report.figures.length, at);
  const told = levels
    .slice(Math.max(0, first - FAR), first)
    .filter(
      (figure) => figure !== part && figure.indicator === known && figure.stage === stage && isAlike(figure, part),
    );
  const whole = told.find(({ scope, bound }) => (scope === null || scope === '公办') && bound === null);
  if (!whole || whole.value.isZero() || told.some((figure) => !figure.value.eq(whole.value))) return null;
  return whole.value.gte(part.value) || share.value.lt(100) ? whole : null;
}

/** How many of the figures in reading order stand before a place. */
function lowerBound(figures: readonly Figure[], place: number, at: ReadonlyMap<Figure, number>): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at.get(figures[middle] as Figure) ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 占一般公共预算支出的20.3%，一般公共预算支出46.2亿元: the whole told right behind, in the very words. */
export function wholeBehind(words: string, part: Figure, behind: readonly Row[]): Figure | null {
  for (const row of behind.slice(0, FARTHEST_BEHIND)) {
    const figure = row.members[0];
    if (row.members.length !== 1 || !figure || !isFigure(figure) || row.role !== 'level' || !holds(figure, part))
      continue;
    const name = cut(clauseOf(row));
    if (name.length > 1 && (name === cut(words) || likeness(cut(words), name) === 1)) return figure;
  }
  return null;
}

/** 招收412人；在校生3127人，其中…1216人，占38.9%: the total that 其中 opens. */
export function amongTotal(report: Report, inSentence: readonly Row[], part: Figure): Figure | null {
  const at = inSentence.findIndex((row) => row.members.includes(part));
  const opening = inSentence.findLastIndex((row, index) => index <= at && /其中|[，,]含/.test(gapOf(report, row)));
  if (opening < 1) return null;
  const before = inSentence
    .slice(0, opening)
    .flatMap((row) => (row.role === 'level' ? row.members.filter(isFigure) : []));
  return before.findLast((figure) => isAlike(figure, part) && figure.value.gte(part.value)) ?? null;
}

/** 专任教师69人，其中专科45人，占65%: the sentence's first figure of the unit, where 其中 or a colon opens the parts. */
export function leading(inSentence: readonly Row[], part: Figure): Figure | null {
  const at = inSentence.findIndex(
    (row) =>
      row.role === 'level' &&
      row.members.some((member) => isFigure(member) && sameUnit(member.unit, part.unit) && member.kind === part.kind),
  );
  const total = inSentence[at]?.members.find(isFigure);
  if (total && isToldAsShare(inSentence, total)) return null;
  return total && total !== part && total.value.gte(part.value) ? total : null;
}

/** 农村46所，占79.3%；城区12所，占20.7%: what is told as a share itself is no whole of its neighbour. */
function isToldAsShare(inSentence: readonly Row[], figure: Figure): boolean {
  const next = inSentence[inSentence.findIndex((row) => row.members.includes(figure)) + 1];
  return next !== undefined && firstOf(next).unit === '%' && SHARE_OF.test(clauseOf(next));
}

/** 专任教师中，…642人，占14.6%: the sentence's subject is the whole. */
export function subjectWhole(
  sentence: string,
  inSentence: readonly Row[],
  candidates: readonly Figure[],
): Figure | null {
  const subject = /^.{0,24}?中[，,]/.exec(sentence)?.[0].replace(/中[，,]$/, '');
  if (!subject) return null;
  const alike = candidates.findLast((figure) => likeness(cut(subject), cut(figure.label)) >= ALIKE);
  return alike && !isToldAsShare(inSentence, alike) ? alike : null;
}
