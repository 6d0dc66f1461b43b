import { Decimal } from '../model/decimal.ts';
import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { stageList } from '../vocabulary/index.ts';
import { around, clauseOf, firstOf, gapOf, isFigure, likeness, onlyFigure, spanOf } from './context.ts';
import { isEach } from './each.ts';
import type { Operand, Share } from './relation.ts';
import { isAlike } from './share-parts.ts';
import { ALIKE, cut, NO_SHARE, PER_HEAD, SHARE_NAME, SHARE_OF } from './share-words.ts';
import { holds, wholesNamed } from './share-wholes.ts';

/** 分别占总投资的, 占比分别为: the words for the whole may hold a list of stages. */
const DEALT =
  /^(?<subject>.*?)占(?:到|比|了)?(?<whole>[^，。；]*?)(?:的)?(?:比例|比重|比率|份额)?(?:分别|依次)?(?:为|达到?|是)?(?:约|近)?\s*$/;
/** A limit that narrows what is counted behind it: 35岁及以下, 100至500人的. */
const AGE = /岁$/;
const FARTHEST = 12;
/** 分别占相应学段在校生的: each value has the whole of its own stage. */
const OWN_STAGE = /^(?:相应|各自|所在|同|本|各)学段/;

/** A row of shares: of two rows of as many members, or of the single values told right before. */
export function seriesShares(
  report: Report,
  earlier: readonly Row[],
  inSentence: readonly Row[],
  row: Row,
  behind: readonly Row[],
): Share[] {
  const rows = ofTwoRows([...earlier, ...inSentence], inSentence, row);
  return rows.length > 0 ? rows : ofValuesBefore(report, earlier, inSentence, row, behind);
}

function ofTwoRows(before: readonly Row[], inSentence: readonly Row[], row: Row): Share[] {
  const clause = clauseOf(row);
  const match = SHARE_OF.exec(clause);
  const size = row.members.length;
  const series = before.filter(
    (other) => other.members.length === size && other !== row && isCountable(firstOf(other)) && other.role === 'level',
  );
  if (match && !NO_SHARE.test(clause)) {
    const whole = cut(match.groups?.['whole'] ?? '');
    const subject = clause.slice(0, match.index).replace(/^[，、其中]+/, '');
    const wholeRow =
      whole.length < 2
        ? undefined
        : series.findLast(
            (other) =>
              PER_HEAD.test(other.label) === PER_HEAD.test(whole) && likeness(whole, cut(other.label)) >= ALIKE,
          );
    const partRow =
      subject === ''
        ? inSentence.findLast((other) => series.includes(other) && other !== wholeRow)
        : series.findLast((other) => likeness(cut(subject), cut(other.label)) >= ALIKE);
    if (wholeRow && partRow && wholeRow !== partRow) return rowShares(partRow, wholeRow, row);
  }
  if (!SHARE_NAME.test(clause)) return [];
  // 教育经费占比分别为…: the part is named, the whole is the other series told
  const subject = cut(clause.replace(SHARE_NAME, ''));
  const partRow = series.findLast((other) => likeness(subject, cut(other.label)) >= ALIKE);
  const wholeRow = series.findLast((other) => other !== partRow && inSentence.includes(other));
  return partRow && wholeRow ? rowShares(partRow, wholeRow, row) : [];
}

function isCountable(member: Figure | Mask): boolean {
  return !isFigure(member) || member.kind !== 'percent';
}

function rowShares(parts: Row, wholes: Row, shares: Row): Share[] {
  return shares.members.flatMap((member, index): Share[] => {
    const part = parts.members[index];
    const whole = wholes.members[index];
    if (!part || !whole || !isFigure(member)) return [];
    return [
      {
        type: 'share',
        assertion: 'stated',
        parts: [part],
        whole,
        share: member,
        span: around(spanOf(parts), spanOf(wholes), spanOf(shares)),
      },
    ];
  });
}

/** 城区14所，镇区29所，乡村33所，分别占x、y和z: a value for each share, and one whole that nearly all of them fit. */
function ofValuesBefore(
  report: Report,
  earlier: readonly Row[],
  inSentence: readonly Row[],
  row: Row,
  behind: readonly Row[],
): Share[] {
  const match = DEALT.exec(clauseOf(row));
  const subject = (match?.groups?.['subject'] ?? '').replaceAll(/分别|依次|各|所|约|其|[，、；]/g, '');
  if (!match || subject !== '' || NO_SHARE.test(clauseOf(row))) return [];
  const shares = row.members.filter(isFigure);
  const { parts, rest } = valuesBefore(report, inSentence, row);
  if (shares.length !== row.members.length || parts.length !== shares.length) return [];
  const words = match.groups?.['whole'] ?? '';
  const { stages } = stageList(words);
  if (stages.length > 1) return ofStages(report, words, parts, shares);
  if (OWN_STAGE.test(words)) {
    const told = parts.map(({ stage }) => stage ?? '').join('、');
    return ofStages(report, `${told}${words.replace(OWN_STAGE, '')}`, parts, shares);
  }
  const largest = parts.reduce((most, part) => (part.value.gt(most.value) ? part : most));
  const sum = parts.reduce((total, part) => total.plus(part.value), new Decimal(0));
  const told = [...earlier.slice(-FARTHEST), ...rest, ...behind.slice(0, 2)].flatMap((other) => {
    const figure = onlyFigure(other);
    return figure && other.role === 'level' && !isEach(other) && holds(figure, largest) ? [figure] : [];
  });
  const named = words.length > 1 ? wholesNamed(report, words, largest, shares[0] as Figure).slice(0, 3) : [];
  const total = told.findLast((figure) => figure.value.eq(sum));
  const meant = named[0] ?? (words.length > 1 ? undefined : total);
  const candidates: Operand[] = [
    ...named,
    ...(total ? [total] : []),
    ...told.toReversed(),
    { constant: sum, span: null },
  ];
  const enough = shares.length > 2 ? shares.length - 1 : shares.length;
  const whole = candidates.find((candidate) => countFitting(parts, shares, candidate) >= enough) ?? meant;
  if (!whole) return [];
  return shares.flatMap((share, index) => shareOf(parts[index], whole, share));
}

/** 分别占小学、初中专任教师的x和y: a whole for each stage. */
function ofStages(report: Report, words: string, parts: readonly Figure[], shares: readonly Figure[]): Share[] {
  const { stages, rest } = stageList(words);
  if (stages.length !== shares.length) return [];
  const wholes = stages.map(
    (stage, index) => wholesNamed(report, `${stage}${rest}`, parts[index] as Figure, shares[index] as Figure)[0],
  );
  return shares.flatMap((share, index) => shareOf(parts[index], wholes[index], share));
}

function shareOf(part: Figure | undefined, whole: Operand | undefined, share: Figure): Share[] {
  if (!part || !whole) return [];
  const span = around(part.span, share.span);
  return [{ type: 'share', assertion: 'implied', parts: [part], whole, share, span }];
}

function countFitting(parts: readonly Figure[], shares: readonly Figure[], whole: Operand): number {
  const value = 'constant' in whole ? whole.constant : 'value' in whole ? whole.value : new Decimal(0);
  if (value.lte(0)) return 0;
  return shares.filter((share, index) => {
    const percent = parts[index]?.value.div(value).times(100);
    return percent !== undefined && share.interval.low.lte(percent) && share.interval.high.gte(percent);
  }).length;
}

/** The values that a row of shares is dealt to, limits left out, and the rows of the sentence before them. */
function valuesBefore(report: Report, inSentence: readonly Row[], row: Row): { parts: Figure[]; rest: readonly Row[] } {
  const parts: Figure[] = [];
  const nothing = { parts: [], rest: inSentence };
  if (!/^[，,；;]?\s*[^，。；]{0,4}?占/.test(gapOf(report, row))) return nothing;
  for (let index = inSentence.length - 1; index >= 0; index--) {
    const other = inSentence[index] as Row;
    const figures = other.members.filter(isFigure);
    const [first] = figures;
    if (!first || figures.length !== other.members.length || other.head !== row.head) return nothing;
    const last = parts[0];
    if (
      AGE.test(first.unit ?? '') ||
      (last && !isAlike(first, last) && (first.bound !== null || first.valueMax !== null))
    )
      continue;
    if (other.role !== 'level' || isEach(other) || !isCountable(first) || (last && !isAlike(first, last)))
      return nothing;
    parts.unshift(...figures);
    if (parts.length === row.members.length) return { parts, rest: inSentence.slice(0, index) };
    if (parts.length > row.members.length) return nothing;
  }
  return nothing;
}
