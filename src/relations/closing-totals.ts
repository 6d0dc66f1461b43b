import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { scopeOnly } from '../vocabulary/index.ts';
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
  const gap = gapOf(report, row);
  const announcedTotal = ANNOUNCED_TOTAL.test(gap);
  if (!TOTAL_BEFORE.test(gap) && !announcedTotal) return [];
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
  const firm = plain && !read.doubtful && /合计|共计|总计|总共|累计|(?:^|[，,])\s*共$/.test(gap);
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
    if (candidate.indicator === PERIOD) continue;
    if (announced !== null && members.length >= announced) break;
    const gap = gapOf(report, candidate);
    if (candidate.head !== row.head) break;
    if (isRateRow(candidate) || (announced !== null && !addable(report, total, candidate))) {
      skipped = true;
      continue;
    }
    if (!addable(report, total, candidate) || isWholeOfShare(report, candidate)) break;
    members.unshift(...candidate.members);
    if (candidate.members.length > 1) {
      const more = goesOnBefore(report, before, candidate, total);
      if (more.length > 0 && addsUp(total, [...more, ...members])) members.unshift(...more);
      else if (more.length > 0 && !addsUp(total, members)) skipped = true;
      break;
    }
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

/** 第一学区14所，第二学区12所，第三、四学区分别有11所、10所，共47所: the values of the series' own name right before it. */
function goesOnBefore(report: Report, before: readonly Row[], series: Row, total: Figure): Operand[] {
  const more: Operand[] = [];
  let apart = /[。；;]/.test(gapOf(report, series));
  for (const row of before.slice(0, before.indexOf(series)).toReversed()) {
    const figure = onlyFigure(row);
    if (apart || !figure || !addable(report, total, row) || !isOfOneName(row, series)) break;
    if (row.stages.join() !== series.stages.join() || row.head !== series.head || isSeat(row)) break;
    more.unshift(figure);
    apart = /[。；;]/.test(gapOf(report, row));
  }
  return more;
}

function isOfOneName(a: Row, b: Row): boolean {
  const own = (row: Row): boolean => row.indicator?.startsWith('text:') ?? false;
  return a.indicator === b.indicator || (own(a) && own(b));
}

/** 全县6个学区: what there is of all is none of them. */
function isSeat(row: Row): boolean {
  return /^(?:在|全|我|现|共)/.test(clauseOf(row));
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
