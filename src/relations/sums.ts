import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { byKindLists } from './by-kind-lists.ts';
import { closingTotal } from './closing-totals.ts';
import { isComplete } from './complete-lists.ts';
import { gapOf, isFigure, likeness, onlyFigure, type Passage, passagesOf, sameUnit } from './context.ts';
import { dealtParts, interleavedSums, lastTotals } from './dealt-parts.ts';
import { isBothSexes, mayOverlap, namesOnlySome } from './dimensions.ts';
import { underEarlierTotal } from './earlier-totals.ts';
import {
  addable,
  AMONG,
  BY_KIND,
  isComparedWith,
  isEach,
  isExhaustive,
  isPartition,
  isRate,
  partsFrom,
} from './parts.ts';
import type { Operand, Range, Sum } from './relation.ts';
import { addsUp, amongSum, part, sum } from './told-sums.ts';

/** A list that is announced as the whole of it: “，包括：…”, “，即…”. */
const WHOLE_LIST = /^[^，。；]{0,6}[：:]|^[，,]?(?:包括|分别(?:是|为)|即|具体(?:为|是)|主要(?:是|为|包括))[：:]?/;
/** How far back in its paragraph a list by kind looks for its total. */
const EARLIER = 4;
/** How far behind its total a list is read: a sentence of thousands of numbers must not be read anew for each. */
const MOST_ROWS = 200;
/** How many rows behind the parts their subtotal or the rest may stand. */
const REST_WITHIN = 3;
const ZERO = new Decimal(0);

/**
 * Totals and their parts: in brackets, after 其中, after a colon, in a row that a total closes or opens. A part told
 * with 含 is one of its neighbour's, not added.
 */
export function findSums(report: Report): (Sum | Range)[] {
  const found: (Sum | Range)[] = [];
  /** The whole that each part has been told of. */
  const wholes = new Map<Figure, Figure>();
  const keep = (relations: readonly (Sum | Range)[]): void => {
    for (const relation of relations) {
      found.push(relation);
      noteWholes(relation, wholes);
    }
  };
  let earlier: Passage[] = [];
  for (const passage of passagesOf(report)) {
    const { rows } = passage;
    const before = earlier.at(-1);
    if (before && before.sentence.paragraph !== passage.sentence.paragraph) earlier = [];
    else if (before) keep(underEarlierTotal(report, before.rows, rows));
    keep(interleavedSums(report, rows));
    const brackets = bracketsOf(rows);
    rows.forEach((row, index) => {
      for (const figure of row.members) {
        if (!isFigure(figure) || figure.role !== 'level' || isRate(report, figure)) continue;
        const bracket = brackets.get(figure);
        if (bracket) {
          keep(fromBracket(report, figure, bracket, rows.slice(0, index + 1)));
          keep(beyondHead(report, figure, bracket, rows.slice(0, index)));
        }
        if (figure === row.members.at(-1)) keep(fromList(report, figure, rows, index, wholes));
      }
      keep(closingTotal(report, rows, index, wholes));
    });
    keep(byKindLists(report, earlier, passage, wholes));
    earlier = [...earlier.slice(1 - EARLIER), passage];
  }
  return found;
}

/** The rows in the bracket behind each figure. */
function bracketsOf(rows: readonly Row[]): ReadonlyMap<Figure, Row[]> {
  const brackets = new Map<Figure, Row[]>();
  for (const row of rows) {
    if (!row.head) continue;
    const known = brackets.get(row.head);
    if (known) known.push(row);
    else brackets.set(row.head, [row]);
  }
  return brackets;
}

/** What is known to be a part is the total of nothing that merely stands behind it. */
function noteWholes(relation: Sum | Range, wholes: Map<Figure, Figure>): void {
  if (relation.assertion === 'possible' && !(relation.type === 'sum' && addsUp(relation.total, relation.parts))) return;
  const whole = relation.type === 'sum' ? relation.total : relation.whole;
  if (!('id' in whole)) return;
  for (const member of relation.type === 'sum' ? relation.parts : [relation.part])
    if ('id' in member && !wholes.has(member)) wholes.set(member, whole);
}

function fromBracket(report: Report, total: Figure, bracket: readonly Row[], before: readonly Row[]): (Sum | Range)[] {
  const parts = bracket.filter((row) => addable(report, total, row));
  if (parts.length === 0) return [];
  const gap = gapOf(report, bracket[0] as Row);
  if (/[（(](?:其中)?(?:含|包括|包含)/.test(gap)) return partsOf(total, parts);
  if (/[（(][^（(]*(?:不含|另|除|比|较|上年|去年|原|约合|折合|每)/.test(gap)) return [];
  const members = parts.flatMap((row) => row.members);
  const [first] = members;
  if (!first) return [];
  const partial = AMONG.test(gap);
  if (mayOverlap(parts) && !addsUp(total, members)) return members.flatMap((member) => part(total, member));
  if (members.length === 1) return !partial && isExplanation(total, first) ? [] : part(total, first);
  const some = partial || namesOnlySome(parts);
  const told = { ...sum(total, members, some, 'stated'), exhaustive: partial && isExhaustive(report, total, parts) };
  return [{ ...told, complete: partial && isComplete(report, before, total, parts) }];
}

/** 保安663名（在校学生44218人）: larger and of another name, it tells what the number before it rests on. */
function isExplanation(total: Figure, member: Operand): boolean {
  return (
    'id' in member &&
    member.value.gt(total.value) &&
    member.label !== '' &&
    member.indicator !== total.indicator &&
    likeness(member.label, total.label) < 0.5
  );
}

/** 23所学校运动场，面积18万平方米（其中6所…）: a part in a bracket whose whole stands before the bracket's head. */
function beyondHead(report: Report, head: Figure, bracket: readonly Row[], before: readonly Row[]): Range[] {
  const first = bracket[0] as Row;
  if (addable(report, head, first) || !/[（(](?:其中)/.test(gapOf(report, first))) return [];
  const member = onlyFigure(first);
  const whole = before.findLast(
    (row) => onlyFigure(row) && member && sameUnit(onlyFigure(row)?.unit ?? null, member.unit),
  );
  const total = whole ? onlyFigure(whole) : null;
  return member && total && addable(report, total, first) ? part(total, member) : [];
}

/** Figures of the same unit behind a total: after 其中 or a colon, as what it is made up of, or a bare list that adds up. */
function fromList(
  report: Report,
  total: Figure,
  all: readonly Row[],
  index: number,
  wholes: ReadonlyMap<Figure, Figure>,
): (Sum | Range)[] {
  const own = all[index] as Row;
  const list = all.slice(index + 1, index + 1 + MOST_ROWS).filter((row) => row.head === own.head);
  const next = list[0];
  if (!next || BY_KIND.test(gapOf(report, next)) || isComparedWith(report, own)) return [];
  const gap = gapOf(report, next);
  const opening = list.findIndex((row) => AMONG.test(gapOf(report, row)));
  // 寄宿生5230人，占19.9%，其中…: what stands between the total and 其中 tells more of the total
  const between = list.slice(0, Math.max(0, opening));
  if (
    opening >= 0 &&
    between.every(
      (row) => (!addable(report, total, row) || isComparedWith(report, row)) && !/[。；;]/.test(gapOf(report, row)),
    )
  )
    return fromAmong(report, total, all.slice(0, index + 1), list.slice(opening), wholes);
  const rows = partsFrom(report, total, list);
  const members = rows.flatMap((row) => row.members);
  if (members.length < 2) return [];
  const colon = WHOLE_LIST.test(gap.replaceAll(/[（(][^）)]*[）)]/g, ''));
  const made = /^[，,]?由/.test(gap) && /^[^，。；]{0,10}(?:构成|组成)/.test(textBehind(report, rows));
  if (colon || made) return [sum(total, members, false, 'stated')];
  // 不超过2公里，最远3公里: a limit is made up of nothing; 其中学前a人、小学b人: nor is a part, of what stands beside it
  if (total.bound !== null || wholes.has(total)) return [];
  // 112名教师中，语文24名、…、其他学科20名: with nothing left out
  const whole = /^[^，。；]{0,12}中[，,]/.test(gap) && isComplete(report, all.slice(0, index + 1), total, rows);
  return [sum(total, members, false, whole || isPartition(total, rows) ? 'implied' : 'possible')];
}

/** What 其中 or 含 opens behind a total. */
function fromAmong(
  report: Report,
  total: Figure,
  before: readonly Row[],
  list: readonly Row[],
  wholes: ReadonlyMap<Figure, Figure>,
): (Sum | Range)[] {
  // 每个共同体包含1所优质学校、3所薄弱学校: what each of them holds
  if (isEach(report, list[0] as Row)) return [];
  const dealt = dealtParts(report, before, list);
  if (dealt) return dealt;
  const rows = partsFrom(report, total, list);
  const members = rows.flatMap((row) => row.members);
  const [first] = members;
  if (!first) return [];
  // 教育集团9个、共同体12个，其中城区5个、乡镇16个: of all of them, or of the last ones
  const joint = lastTotals(report, before).filter((other) => sameUnit(other.unit, total.unit)).length > 1;
  if (members.length === 1)
    return joint && 'id' in first && first.value.gt(total.value)
      ? []
      : part(wholeOf(report, total, list[0] as Row, first, wholes), first);
  const beyond = wholeBeyond(report, total, before, members, wholes);
  if (beyond) return [sum(beyond, members, true, 'stated')];
  const rest = toldRest(total, rows, list);
  return [
    ...(joint
      ? [sum(total, members, false, 'possible')]
      : amongSum(
          total,
          rows,
          rest === null && isExhaustive(report, total, rows),
          rest === null && isComplete(report, before, total, rows),
        )),
    ...otherParts(report, total, rows, list),
    ...(rest && rest.value.gt(members.length) && rest !== total ? [sum(rest, members, false, 'possible')] : []),
  ];
}

/** 随迁子女1520人，含省外412人，其中小学1050人、初中470人: parts beyond what 含 has told are those of the whole before it. */
function wholeBeyond(
  report: Report,
  total: Figure,
  before: readonly Row[],
  members: readonly Operand[],
  wholes: ReadonlyMap<Figure, Figure>,
): Figure | null {
  const whole = wholes.get(total);
  if (!whole) return null;
  if (addsUp(whole, members)) return whole;
  const value = members.reduce((all, member) => ('id' in member ? all.plus(member.value) : all), ZERO);
  const told = /[，,]含/.test(gapOf(report, before.at(-1) as Row));
  return told && value.gt(total.value) && value.lte(whole.value) ? whole : null;
}

/** 其中小学a人、初中b人；男生c人、女生d人: the same whole taken apart once more, where that adds up or can be meant in no other way. */
function otherParts(report: Report, total: Figure, rows: readonly Row[], list: readonly Row[]): Sum[] {
  const end = list.indexOf(rows.at(-1) as Row) + 1;
  const next = list[end];
  if (!next || AMONG.test(gapOf(report, next)) || BY_KIND.test(gapOf(report, next))) return [];
  const others = partsFrom(report, total, list.slice(end));
  const members = others.flatMap((row) => row.members);
  if (members.length < 2) return [];
  return [sum(total, members, false, isBothSexes(others.slice(0, 2)) && others.length === 2 ? 'implied' : 'possible')];
}

/** 其中随班就读a、送教上门b，已安置c（=a+b），未入学d: a figure right behind the parts that is their sum, or what they leave of the total. */
function toldRest(total: Figure, rows: readonly Row[], list: readonly Row[]): Figure | null {
  let value = ZERO;
  for (const member of rows.flatMap((row) => row.members)) {
    if (!isFigure(member)) return null;
    value = value.plus(member.value);
  }
  const end = list.indexOf(rows.at(-1) as Row) + 1;
  for (const row of list.slice(end, end + REST_WITHIN)) {
    const figure = onlyFigure(row);
    if (!figure || !sameUnit(figure.unit, total.unit)) continue;
    if (figure.value.eq(value) || figure.value.plus(value).eq(total.value)) return figure;
  }
  return null;
}

/** 其中省外612人，省内县外1234人，含农民工子女1520人: what exceeds the neighbour is told of the neighbour's whole. */
function wholeOf(
  report: Report,
  total: Figure,
  row: Row,
  member: Operand,
  wholes: ReadonlyMap<Figure, Figure>,
): Figure {
  const whole = wholes.get(total);
  if (!whole || !('id' in member) || !/[，,]含/.test(gapOf(report, row))) return total;
  return member.value.gt(total.value) && member.value.lte(whole.value) ? whole : total;
}

function textBehind(report: Report, rows: readonly Row[]): string {
  const end = rows.at(-1)?.members.at(-1)?.span.end ?? 0;
  return report.manuscript.text.slice(end, end + 16);
}

function partsOf(total: Figure, rows: readonly Row[]): (Sum | Range)[] {
  const members = rows.flatMap((row) => row.members);
  if (members.length === 1) return part(total, members[0] as Operand);
  // 小学18所（含景区2所、沾河3所）: named parts among others; together they must not exceed the whole
  return [sum(total, members, true, 'stated')];
}
