import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { COMPOSITIONS, scopeOnly } from '../vocabulary/index.ts';
import {
  around,
  clauseOf,
  clauseStart,
  firstOf,
  gapOf,
  isFigure,
  onlyFigure,
  type Passage,
  passagesOf,
  sameUnit,
} from './context.ts';
import type { Operand, Range, Sum } from './relation.ts';

const AMONG = /其中|[，,]含|包含/;
/** A list that is announced as the whole of it: “，包括：…”, “，即…”, “按学段分，…”, “从职称看，…”. */
const WHOLE_LIST = /^[^，。；]{0,6}[：:]|^[，,]?(?:包括|分别(?:是|为)|即|具体(?:为|是)|主要(?:是|为|包括))[：:]?/;
const BY_KIND = /(?:^|[，。,；])(?:从|按)[^，。；：]{1,8}(?:看|分|分析|划分|统计|构成看)[，,]/;
const TOTAL_BEFORE = /(?:合计|共计|总计|总共|累计达?|共有|共)(?:为|达到?|有|[:：])?\s*$/;

/**
 * Totals and their parts: in brackets, after 其中, after a colon, in a row that a total closes or opens. A part told
 * with 含 is one of its neighbour's, not added.
 */
export function findSums(report: Report): (Sum | Range)[] {
  const found: (Sum | Range)[] = [];
  let before: Passage | null = null;
  for (const passage of passagesOf(report)) {
    const { rows } = passage;
    if (before?.sentence.paragraph === passage.sentence.paragraph)
      found.push(...underEarlierTotal(report, before.rows, rows));
    before = passage;
    rows.forEach((row, index) => {
      for (const figure of row.members) {
        if (!isFigure(figure) || figure.role !== 'level' || isRate(report, figure)) continue;
        const bracket = rows.filter((other) => other.head === figure);
        if (bracket.length > 0)
          found.push(
            ...fromBracket(report, figure, bracket),
            ...beyondHead(report, figure, bracket, rows.slice(0, index)),
          );
        if (figure === row.members.at(-1)) found.push(...fromList(report, figure, row, rows.slice(index + 1)));
      }
      found.push(...closingTotal(report, rows, index));
    });
  }
  return found;
}

/** 学校1218所…。其中，幼儿园564所，…: the total stands a sentence before its parts; without 其中 only a list that adds up is told. */
function underEarlierTotal(report: Report, earlier: readonly Row[], rows: readonly Row[]): (Sum | Range)[] {
  const opening = rows.findIndex(
    (row) => row.head === null && row.role === 'level' && row.indicator !== 'text:统计时段',
  );
  const first = rows[opening];
  if (!first) return [];
  const totals = earlier.flatMap((row) =>
    row.role === 'level' && row.head === null ? row.members.filter(isFigure) : [],
  );
  const among = /^\s*其中/.test(gapOf(report, first));
  if (among && retells(totals, rows.slice(opening))) return [];
  let nearest: { sum: Sum; off: Decimal } | null = null;
  for (const total of totals) {
    if (isRate(report, total) || total.value.isZero()) continue;
    const parts = partsFrom(
      report,
      total,
      rows.slice(opening).filter((row) => row.head === null && row.role !== 'share'),
    );
    const members = parts.flatMap((row) => row.members);
    if (members.length < (among ? 2 : 3)) continue;
    const value = members.reduce((all, member) => (isFigure(member) ? all.plus(member.value) : all), ZERO);
    const off = value.div(total.value).minus(1).abs();
    if (nearest && off.gte(nearest.off)) continue;
    const told = among
      ? { ...sum(total, members, true, 'stated' as const), exhaustive: isExhaustive(report, total, parts) }
      : sum(total, members, false, BY_KIND.test(gapOf(report, first)) ? 'implied' : 'possible');
    nearest = { sum: told, off };
  }
  // 从学历看，…: of the totals told before, the one that the list comes near to
  return nearest && (among || nearest.off.lt(NEAR)) ? [nearest.sum] : [];
}

/** 附加费4055万元、地方附加2703万元。其中，2024年附加费1418万元、土地收益492万元: each is a part of the one of its own name. */
function retells(totals: readonly Figure[], rows: readonly Row[]): boolean {
  const parts = rows.flatMap((row) => row.members.filter(isFigure));
  const again = parts.filter((part) => totals.some((total) => total.indicator && total.indicator === part.indicator));
  return (
    new Set(again.map((part) => part.indicator)).size > 1 ||
    (again.length > 0 &&
      again.length < parts.length &&
      again.some((part) => totals.every((total) => total.period !== part.period)))
  );
}

/** 每千人6.6批次, 生均24平方米: an amount per head has no parts. */
function isRate(report: Report, figure: Figure): boolean {
  const { text } = report.manuscript;
  return /每(?:千|万|百|个|所|生|人|名|年|班)?[^，。；]{0,3}$|[生人校班年]均[^，。；]{0,12}$/.test(
    text.slice(clauseStart(text, figure.span.start), figure.span.start),
  );
}

function addable(total: Figure, row: Row): boolean {
  const first = firstOf(row);
  const kind = isFigure(first) ? first.kind : total.kind;
  // 年均162名 is no part of what it is the mean of
  if (/[年月日人生校班]均$|平均[^，。；]*$/.test(clauseOf(row).replace(/(?:为|约|达到?)$/, ''))) return false;
  return (
    row.role === 'level' &&
    kind === total.kind &&
    total.kind !== 'percent' &&
    total.kind !== 'duration' &&
    total.kind !== 'ratio' &&
    total.kind !== 'coefficient' &&
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
  const [first] = members;
  if (!first) return [];
  if (members.length === 1) return [part(total, first)];
  const partial = AMONG.test(gap);
  return [{ ...sum(total, members, partial, 'stated'), exhaustive: partial && isExhaustive(report, total, parts) }];
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

/** Figures of the same unit behind a total: after 其中 or a colon, as what it is made up of, or a bare list that adds up. */
function fromList(report: Report, total: Figure, own: Row, behind: readonly Row[]): (Sum | Range)[] {
  const list = behind.filter((row) => row.head === own.head);
  const next = list[0];
  if (!next) return [];
  const gap = gapOf(report, next);
  const opening = list.findIndex((row) => AMONG.test(gapOf(report, row)));
  // 寄宿生5230人，占19.9%，其中…: what stands between the total and 其中 tells more of the total
  const between = list.slice(0, Math.max(0, opening));
  if (opening >= 0 && between.every((row) => !addable(total, row) && !/[。；;]/.test(gapOf(report, row)))) {
    const rows = partsFrom(report, total, list.slice(opening));
    const members = rows.flatMap((row) => row.members);
    const [first] = members;
    if (!first) return [];
    if (members.length === 1) return [part(total, first)];
    return [{ ...sum(total, members, true, 'stated'), exhaustive: isExhaustive(report, total, rows) }];
  }
  const rows = partsFrom(report, total, list);
  const members = rows.flatMap((row) => row.members);
  if (members.length < 2) return [];
  const colon = WHOLE_LIST.test(gap.replaceAll(/[（(][^）)]*[）)]/g, '')) || BY_KIND.test(gap);
  const made = /^[，,]?由/.test(gap) && /^[^，。；]{0,10}(?:构成|组成)/.test(textBehind(report, rows));
  if (colon || made) return [sum(total, members, false, 'stated')];
  return [sum(total, members, false, isPartition(total, rows) ? 'implied' : 'possible')];
}

function partsFrom(report: Report, total: Figure, list: readonly Row[]): Row[] {
  const rows: Row[] = [];
  let within = false;
  for (const row of list) {
    const gap = gapOf(report, row);
    // 上级资金5018万元，包括a、b；县级资金…: the parts of a part are told up to the next ；
    if (within && !/[；;]/.test(gap)) continue;
    const resumed = within;
    within = rows.length > 0 && /[，,](?:包括|包含|含)/.test(gap) && !/[；;]/.test(gap);
    if (within) continue;
    // 在校生…其中a人，占38.9%，b人，c人: what is told of a part between the parts is passed over
    if (rows.length > 0 && (row.role === 'share' || row.role === 'change-rate')) continue;
    if ((rows.length > 0 && !resumed && endsList(report, row, rows)) || !addable(total, row)) break;
    rows.push(row);
  }
  return rows;
}

function textBehind(report: Report, rows: readonly Row[]): string {
  const end = rows.at(-1)?.members.at(-1)?.span.end ?? 0;
  return report.manuscript.text.slice(end, end + 16);
}

/** A list of parts ends with its sentence part, unless what follows is known to belong with the parts before. */
function endsList(report: Report, row: Row, before: readonly Row[]): boolean {
  const gap = gapOf(report, row);
  if (AMONG.test(gap) || /共计|合计|同比|比上年/.test(gap)) return true;
  return /[。；;]/.test(gap) && !isComposition([...before, row]);
}

const LEAST_HEADS = 3;
const NEAR = 0.3;
const ZERO = new Decimal(0);
const RANKS = /^(?:国家|全国|部|省|市|区|县|镇|乡|校|国际)级|^[一二三四特]等奖/;

/** Parts that look like all of them: each stage, each kind of schooling, the heads of a sum of money. */
function isExhaustive(report: Report, total: Figure, rows: readonly Row[]): boolean {
  // 其中…全部达标；另有8所基本达标: the rest is told behind
  if (
    /^[^。]{0,60}(?:另有|另外|其余|还有|剩余|其他)/.test(
      report.manuscript.text.slice(rows.at(-1)?.members.at(-1)?.span.end),
    )
  )
    return false;
  if (isPartition(total, rows) || isComposition(rows)) return true;
  if (rows.flatMap((row) => row.members).length < LEAST_HEADS) return false;
  if (total.kind === 'money' || total.kind === 'score') return true;
  const stages = new Set(rows.flatMap((row) => (row.stages.length === 1 ? [row.stages[0]] : [])));
  return (
    (stages.has('小学') && stages.has('初中')) ||
    rows.every((row) => RANKS.test(clauseOf(row).replace(/^(?:[、和及与]|其中)+/, '')))
  );
}

/** 特教学校就读、随班就读、送教上门 make up the disabled children at school: the vocabulary knows what belongs together. */
function isComposition(rows: readonly Row[]): boolean {
  return rows.length > 1 && COMPOSITIONS.some((parts) => rows.every((row) => parts.includes(row.indicator ?? '')));
}

/** The parts carry the total's name and a stage each: 教师6374人，小学4112人，初中2262人. */
function isPartition(total: Figure, rows: readonly Row[]): boolean {
  const stages = rows.map((row) => (row.stages.length === 1 ? row.stages[0] : null));
  return (
    total.stage === null &&
    stages.length > 1 &&
    stages.every((stage) => stage !== null && stage !== undefined) &&
    new Set(stages).size === stages.length &&
    rows.every((row) => row.indicator === total.indicator)
  );
}

/** a、b、c，共计d: the total stands behind its parts; the years between (三年累计) are no part. */
function closingTotal(report: Report, rows: readonly Row[], index: number): Sum[] {
  const row = rows[index] as Row;
  const total = onlyFigure(row);
  if (!total || !TOTAL_BEFORE.test(gapOf(report, row)) || !isPlainTotal(row)) return [];
  const members: Operand[] = [];
  for (const before of rows.slice(0, index).toReversed()) {
    if (before.indicator === 'text:统计时段') continue;
    if (!addable(total, before) || before.head !== row.head) break;
    members.unshift(...before.members);
    if (/[。；;]/.test(gapOf(report, before)) || TOTAL_BEFORE.test(gapOf(report, before)) || before.members.length > 1)
      break;
  }
  if (members.length < 2) return [];
  const firm = /合计|共计|总计|总共|累计|(?:^|[，,])\s*共$/.test(gapOf(report, row));
  return [sum(total, members, false, firm ? 'implied' : 'possible')];
}

/** 住宿生住房面积共计3220平方米 has a subject of its own; only a bare 共计 closes the list before it. */
function isPlainTotal(row: Row): boolean {
  return (
    scopeOnly(
      clauseOf(row)
        .replace(TOTAL_BEFORE, '')
        .replace(/[两二三四五六七八九十\d]+(?:项|者|类|级|年|所|块|个|方面)?$/, ''),
    ) !== null
  );
}

function partsOf(total: Figure, rows: readonly Row[]): (Sum | Range)[] {
  const members = rows.flatMap((row) => row.members);
  if (members.length === 1) return [part(total, members[0] as Operand)];
  // 小学18所（含景区2所、沾河3所）: named parts among others; together they must not exceed the whole
  return [sum(total, members, true, 'stated')];
}

function sum(total: Figure, parts: readonly Operand[], partial: boolean, assertion: Sum['assertion']): Sum {
  return {
    type: 'sum',
    assertion,
    total,
    parts,
    partial,
    exhaustive: false,
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
