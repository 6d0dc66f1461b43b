import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { around, firstOf, gapOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import type { Operand, Range, Sum } from './relation.ts';

const AMONG = /其中/;
const TOTAL_BEFORE = /(?:合计|共计|总计|总共|累计达?|共有|共)(?:为|达到?|有|[:：])?\s*$/;

/**
 * Totals and their parts: in brackets, after 其中, after a colon, in a row that a total closes or opens. A part told
 * with 含 is one of its neighbour's, not added.
 */
export function findSums(report: Report): (Sum | Range)[] {
  const found: (Sum | Range)[] = [];
  for (const { rows } of passagesOf(report)) {
    rows.forEach((row, index) => {
      for (const figure of row.members) {
        if (!isFigure(figure)) continue;
        const isLast = figure === row.members.at(-1);
        const bracket = rows.filter((other) => other.head === figure);
        if (bracket.length > 0)
          found.push(
            ...fromBracket(report, figure, bracket),
            ...beyondHead(report, figure, bracket, rows.slice(0, index)),
          );
        if (isLast) found.push(...fromList(report, figure, rows.slice(index + 1), bracket));
      }
      found.push(...closingTotal(report, rows, index));
    });
  }
  return found;
}

function addable(total: Figure, row: Row): boolean {
  const first = firstOf(row);
  const kind = isFigure(first) ? first.kind : total.kind;
  return (
    kind === total.kind &&
    total.kind !== 'percent' &&
    total.kind !== 'duration' &&
    total.kind !== 'ratio' &&
    total.kind !== 'score' &&
    sameUnit(first.unit, total.unit)
  );
}

function fromBracket(report: Report, total: Figure, bracket: readonly Row[]): (Sum | Range)[] {
  const parts = bracket.filter((row) => addable(total, row));
  if (parts.length === 0) return [];
  const gap = gapOf(report, bracket[0] as Row);
  if (/[（(](?:其中)?(?:含|包括|包含)/.test(gap)) return partsOf(total, parts);
  if (/[（(][^（(]*(?:不含|另|除|比|较|上年|去年|原|约合|折合|每)/.test(gap)) return [];
  const members = parts.flatMap((row) => row.members);
  return totalAndParts(total, members, AMONG.test(gap), 'stated');
}

/** 23所学校运动场，面积18万平方米（其中6所…）: a part in a bracket whose whole stands before the bracket's head. */
function beyondHead(report: Report, head: Figure, bracket: readonly Row[], before: readonly Row[]): Range[] {
  const first = bracket[0] as Row;
  if (addable(head, first) || !/[（(](?:其中)/.test(gapOf(report, first))) return [];
  const member = onlyFigure(first);
  const whole = before.findLast(
    (row) => onlyFigure(row) && member && sameUnit(onlyFigure(row)?.unit ?? null, member.unit),
  );
  const total = whole ? onlyFigure(whole) : null;
  return member && total && addable(total, first) ? [part(total, member)] : [];
}

/** Figures of the same unit behind a total: after 其中 or a colon, or a bare list that happens to add up. */
function fromList(report: Report, total: Figure, following: readonly Row[], bracket: readonly Row[]): (Sum | Range)[] {
  const list = following.filter((row) => !bracket.includes(row) && row.head === null);
  const next = list[0];
  if (!next) return [];
  const gap = gapOf(report, next);
  const ownHead = next.head;
  if (ownHead) return [];
  const among = AMONG.test(gap);
  const colon = /^[^，。；]{0,6}[：:]/.test(gap.replaceAll(/[（(][^）)]*[）)]/g, ''));
  const members: Operand[] = [];
  const rows: Row[] = [];
  for (const row of list) {
    const between = gapOf(report, row);
    if (row !== next && (AMONG.test(between) || /[。；;]|共计|合计|同比|比上年/.test(between))) break;
    if (!addable(total, row)) {
      if (among || colon) break;
      break;
    }
    rows.push(row);
    members.push(...row.members);
  }
  if (members.length === 0) return [];
  if (among) return members.length === 1 ? partsOf(total, rows) : totalAndParts(total, members, true, 'stated');
  if (colon && members.length > 1) return totalAndParts(total, members, false, 'stated');
  if (members.length < 2) return [];
  const partition = isPartition(total, rows);
  return totalAndParts(total, members, false, partition ? 'implied' : 'possible');
}

/** The parts carry the total's name and a stage each: 教师6374人，小学4112人，初中2262人. */
function isPartition(total: Figure, rows: readonly Row[]): boolean {
  const stages = rows.map((row) => (row.stages.length === 1 ? row.stages[0] : null));
  return (
    total.stage === null &&
    stages.every((stage) => stage !== null && stage !== undefined) &&
    new Set(stages).size === stages.length &&
    rows.every((row) => row.indicator === total.indicator)
  );
}

/** a、b、c，共计d: the total stands behind its parts. */
function closingTotal(report: Report, rows: readonly Row[], index: number): Sum[] {
  const row = rows[index] as Row;
  const total = onlyFigure(row);
  if (!total || !TOTAL_BEFORE.test(gapOf(report, row))) return [];
  const members: Operand[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const part = rows[at] as Row;
    if (!addable(total, part) || part.head !== row.head) break;
    members.unshift(...part.members);
    if (/[。；;]/.test(gapOf(report, part)) || TOTAL_BEFORE.test(gapOf(report, part))) break;
  }
  if (members.length < 2) return [];
  const firm = /合计|共计|总计|总共/.test(gapOf(report, row));
  return [sum(total, members, false, firm ? 'implied' : 'possible')];
}

function totalAndParts(
  total: Figure,
  members: readonly Operand[],
  partial: boolean,
  assertion: 'stated' | 'implied' | 'possible',
): (Sum | Range)[] {
  if (members.length === 1) return [part(total, members[0] as Operand)];
  return [sum(total, members, partial, assertion)];
}

function partsOf(total: Figure, rows: readonly Row[]): (Sum | Range)[] {
  const members = rows.flatMap((row) => row.members);
  if (members.length === 1) return [part(total, members[0] as Operand)];
  // 小学18所（含景区2所、沾河3所）: named parts among others; together they must not exceed the whole
  return [{ ...sum(total, members, true, 'stated'), included: true }];
}

function sum(total: Figure, parts: readonly Operand[], partial: boolean, assertion: Sum['assertion']): Sum {
  return {
    type: 'sum',
    assertion,
    total,
    parts,
    partial,
    included: false,
    span: around(total.span, ...parts.flatMap((operand) => operand.span ?? [])),
  };
}

function part(total: Figure, member: Operand): Range {
  return {
    type: 'range',
    assertion: 'stated',
    part: member,
    whole: total,
    reason: '其中数不应超过总数',
    kind: 'part',
    span: around(total.span, member.span ?? total.span),
  };
}
