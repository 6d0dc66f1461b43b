import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { scopeOnly, stageList } from '../vocabulary/index.ts';
import { clauseOf, gapOf, isFigure, onlyFigure } from './context.ts';
import { addable, isEach, isRateRow, isWholeOfShare } from './parts.ts';
import type { Operand, Sum } from './relation.ts';
import { addsUp, sum } from './told-sums.ts';

const TOTAL_BEFORE = /(?:合计|共计|总计|总共|累计达?|共有|共)(?:为|达到?|有|[:：])?\s*$/;
/** 每辆32万元，共投入1216万元: an amount that sums up a sentence part of its own. */
const CLOSED = /(?:合计|共计|总计|总共|累计|共)[^，。；]{0,4}$/;
/** 两项合计: how many addends the total closes. */
const ANNOUNCED = /([两二三四五六七八九十])(?:项|者|类|级|块|部分|个方面|个年级)/;
/** 两项共投入3.5亿元, 三个年级共12632人. */
const ANNOUNCED_TOTAL =
  /[两二三四五六七八九十](?:项|者|类|级|块|部分|个方面|个年级)(?:一?共|合计|共计|总计)[^，。；\d]{0,4}$/;
const TOGETHER = /^(?:来|间|内)?(?:累计|合计|共计|总计|总共|一?共)([^，。；\d]{0,6}?)(?:达到?|为)?$/;
/** 共短缺52名, 合计补充186名. */
const SHARED_VERB = /^(?:一共|总共|共计|合计|总计|累计|共)(\p{Script=Han}{2,4})$/u;
const NAMED_TOTAL = /^(?:一共|总共|共计|合计|总计|共有|共)[^\d，。；]{2,}$/;
/** What stands before the name of a part or of a total. */
const OPENING =
  /^(?:[、，,和及与]|其中|全[县市区校]|我[县市区校]|现有|共计|合计|总计|总共|共有|共|有|[一-龥]{0,2}年(?:来|间|内)?)+|(?:共有|共|有|为)$/g;
const REMAINING = /^(?:其余|余下|剩余)的?$/;
const ANNOUNCED_THINGS = /^[两二三四五六七八九十](?:项|者|类|级|块|个|种)/;
const NUMBERS = '零一二三四五六七八九十';
const PERIOD = 'text:统计时段';

/** a、b、c，共计d: the total stands behind its parts; the years between (三年累计) are no part. */
export function closingTotal(
  report: Report,
  rows: readonly Row[],
  index: number,
  wholes: ReadonlyMap<Figure, Figure>,
): Sum[] {
  const row = rows[index] as Row;
  const total = onlyFigure(row);
  if (!total) return [];
  const series = seriesTotal(report, rows, index, total);
  if (series) return [series];
  const shared = sharedVerbTotal(report, rows, index, total);
  if (shared) return [shared];
  const rest = restOf(report, rows, index, total);
  if (rest) return [rest];
  const gap = gapOf(report, row);
  const announcedTotal = ANNOUNCED_TOTAL.test(gap);
  if (!TOTAL_BEFORE.test(gap) && !announcedTotal) return namedTotal(report, rows.slice(0, index), row, total);
  const plain = announcedTotal || isPlainTotal(row);
  const announced = numberIn(ANNOUNCED.exec(gap)?.[1]);
  const before = rows.slice(0, index);
  // 省级21名，其中a、b；市级96名，其中c、d，合计117名: the wholes are added, not their parts once more
  const whole = before.filter((other) => !isPartRow(other, wholes));
  if (plain && announced === null && whole.length < before.length) {
    const { members } = addends(report, whole, row, total, plain, before.length);
    if (addsUp(total, members)) return [sum(total, members, false, 'implied')];
    const start = members[0]?.span?.start ?? total.span.start;
    const among = before.some((other) => isPartRow(other, wholes) && other.gap.end > start);
    if (members.length > 1 && among) return [];
  }
  const read = addends(report, before, row, total, plain, plain ? announced : null);
  if (read.members.length < 2) return [];
  if (announced !== null && plain && read.members.length !== announced)
    return [sum(total, read.members, false, 'possible')];
  const named = isNamedAfter(row, before.slice(-read.members.length), read.members, announced);
  const firm = named || (plain && !read.doubtful && /合计|共计|总计|总共|累计|(?:^|[，,])\s*共$/.test(gap));
  return [sum(total, read.members, false, firm ? 'implied' : 'possible')];
}

/**
 * The amounts before a total, nearest first. Of an announced number of them (两项合计) each may close a sentence part of
 * its own (每辆32万元，共1216万元；每台1.2万元，共312万元); else the part that holds the total is all there is.
 */
function addends(
  report: Report,
  before: readonly Row[],
  row: Row,
  total: Figure,
  plain: boolean,
  announced: number | null,
): { members: Operand[]; doubtful: boolean } {
  const members: Operand[] = [];
  let skipped = false;
  let totals = 0;
  for (const candidate of before.toReversed()) {
    const gap = gapOf(report, candidate);
    // …；三年共收到建议27件、提案34件，合计61件: the part of the sentence begins with the years
    if (candidate.indicator === PERIOD && announced === null && !skipped && members.length > 1 && /[。；;]/.test(gap))
      break;
    if (candidate.indicator === PERIOD) continue;
    if (announced !== null && members.length >= announced) break;
    if (candidate.head !== row.head) break;
    if (isRateRow(candidate) || (announced !== null && !addable(report, total, candidate))) {
      skipped = true;
      continue;
    }
    if (!addable(report, total, candidate) || isWholeOfShare(report, candidate)) break;
    members.unshift(...candidate.members);
    if (candidate.members.length > 1) break;
    if (announced !== null && CLOSED.test(gap)) {
      totals += 1;
      continue;
    }
    // 小学a所，占x%；初中b所，占y%，共c所
    if (TOTAL_BEFORE.test(gap) || (announced === null && /[。；;]/.test(gap) && !(plain && skipped))) break;
  }
  // each amount has closed its own part, or nothing but amounts stood there
  return { members, doubtful: skipped && totals < members.length };
}

/**
 * 三年分别排查486处、352处和218处，…，三年共排查1056处: as many members of one series, or dated amounts, as the total has
 * years. Firm only where the total's words are the series' own.
 */
function seriesTotal(report: Report, rows: readonly Row[], index: number, total: Figure): Sum | null {
  const row = rows[index] as Row;
  const cue = TOGETHER.exec(clauseOf(row));
  const years = cue ? yearsBefore(rows, index) : null;
  if (!cue || years === null || row.role !== 'level' || isEach(report, row)) return null;
  const verb = cue[1] ?? '';
  const series = rows.slice(0, index).findLast((before) => before.members.length > 1 && addable(report, total, before));
  if (series?.members.length === years) {
    const same = verb === '' ? series.indicator === row.indicator : clauseOf(series).includes(verb);
    return sum(total, series.members, false, same ? 'implied' : 'possible');
  }
  const dated = datedAmounts(report, rows.slice(0, index), total);
  if (dated.length !== years) return null;
  const same = dated.every((before) =>
    verb === '' ? before.indicator === row.indicator : clauseOf(before).includes(verb),
  );
  return sum(
    total,
    dated.flatMap((before) => before.members),
    false,
    same ? 'implied' : 'possible',
  );
}

/** 分别短缺14名、21名、17名，共短缺52名: the verb of the row right before, told of all together. */
function sharedVerbTotal(report: Report, rows: readonly Row[], index: number, total: Figure): Sum | null {
  const row = rows[index] as Row;
  const series = rows[index - 1];
  const verb = SHARED_VERB.exec(clauseOf(row))?.[1];
  if (!verb || !series || series.members.length < 2 || row.role !== 'level' || series.head !== row.head) return null;
  if (!addable(report, total, series) || /[。；;]/.test(gapOf(report, row))) return null;
  const told = clauseOf(series).replace(/(?:分别|依次|各|为|了)+$/, '');
  return told.endsWith(verb) ? sum(total, series.members, false, 'implied') : null;
}

/** 问题1306个，已办结1287个，办结率98.5%，其余19个正在整改: the rest and what is done make up the only total told before. */
function restOf(report: Report, rows: readonly Row[], index: number, rest: Figure): Sum | null {
  const row = rows[index] as Row;
  if (!REMAINING.test(clauseOf(row)) || row.role !== 'level' || isEach(report, row)) return null;
  const told: Figure[] = [];
  for (let at = index; at > 0; at--) {
    if (/[。；;]/.test(gapOf(report, rows[at] as Row))) break;
    const other = rows[at - 1] as Row;
    if (isRateRow(other)) continue;
    const figure = onlyFigure(other);
    if (!figure || !addable(report, rest, other) || other.head !== row.head) return null;
    told.unshift(figure);
  }
  const [total, done] = told;
  return total && done && told.length === 2 && total.value.gt(done.value)
    ? sum(total, [done, rest], false, 'implied')
    : null;
}

/** 共有专任教师c人: not a bare 共计 but the name of the parts, over nothing but them. */
function namedTotal(report: Report, before: readonly Row[], row: Row, total: Figure): Sum[] {
  if (!NAMED_TOTAL.test(clauseOf(row)) || row.role !== 'level' || isEach(report, row)) return [];
  const { members, doubtful } = addends(report, before, row, total, false, null);
  const named = !doubtful && isNamedAfter(row, before.slice(-members.length), members, null);
  return named ? [sum(total, members, false, 'implied')] : [];
}

/**
 * Whether a total that 共 opens bears the names of the rows before it: 新建学校12所，改扩建学校23所，共新建改扩建学校35所;
 * 小学教师a人、初中教师b人，共有专任教师c人; 市级名师a名、县级名师b名，两级名师共c名.
 */
function isNamedAfter(row: Row, parts: readonly Row[], members: readonly Operand[], announced: number | null): boolean {
  if (parts.length < 2 || parts.length !== members.length || parts.some((part) => part.role !== 'level')) return false;
  const names = parts.map((part) => clauseOf(part).replaceAll(OPENING, ''));
  const total = clauseOf(row).replaceAll(OPENING, '').replace(TOTAL_BEFORE, '');
  const tail = commonTail(names);
  const heads = names.map((name) => name.slice(0, name.length - tail.length));
  if (tail === '' || heads.some((head) => head === '')) return false;
  const joined = total.replaceAll(/[、和及与]/g, '');
  // 新建学校、改扩建学校: what they share may be 学校 or 建学校
  const ends = Array.from(tail, (_, at) => tail.slice(at));
  if (ends.some((end) => joined === names.map((name) => name.slice(0, -end.length)).join('') + end)) return true;
  const things = total.replace(ANNOUNCED_THINGS, '');
  if (announced === parts.length && things.length > 1 && tail.endsWith(things)) return true;
  const staged = heads.every((head) => stageList(head).rest === '') && new Set(heads).size === heads.length;
  return staged && tail.length > 1 && total.replace(/^(?:专任|在职|在编|在岗)/, '') === tail;
}

function commonTail(names: readonly string[]): string {
  const [first = ''] = names;
  let length = 0;
  while (length < first.length && names.every((name) => name.endsWith(first.slice(first.length - length - 1))))
    length++;
  return first.slice(first.length - length);
}

/** 2021年投入a，2022年投入b，2023年投入c: the amounts of one year each, as far as the years stay apart. */
function datedAmounts(report: Report, before: readonly Row[], total: Figure): Row[] {
  const dated: Row[] = [];
  for (const row of before.toReversed()) {
    if (row.indicator === PERIOD || isRateRow(row)) continue;
    if (!addable(report, total, row) || !onlyFigure(row) || row.periods.length !== 1 || row.head) break;
    if (dated.some((later) => later.periods[0] === row.periods[0])) break;
    dated.unshift(row);
  }
  return dated;
}

/** 三年 is read as a figure of its own: the row before the total. */
function yearsBefore(rows: readonly Row[], index: number): number | null {
  const before = rows[index - 1];
  const figure = before?.indicator === PERIOD ? onlyFigure(before) : null;
  return figure?.unit === '年' && figure.value.lt(10) ? figure.value.toNumber() : null;
}

function isPartRow(row: Row, wholes: ReadonlyMap<Figure, Figure>): boolean {
  return row.members.every((member) => isFigure(member) && wholes.has(member));
}

function numberIn(text: string | undefined): number | null {
  if (!text) return null;
  return text === '两' ? 2 : NUMBERS.indexOf(text);
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
