import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { indicatorNamed, indicatorOf } from '../vocabulary/index.ts';
import { clauseStart, isFigure, partOf, sameUnit } from './context.ts';
import type { Equal } from './relation.ts';

/** A goal, a limit or another place's figure is no second telling of the county's own. */
const ELSEWHERE = /标准|要求|规定|目标|力争|全国|全省|指标值|底线|计划|预计|到20\d\d年|应达|须达|不得|应当|每年/;
/** One school's or one project's ground and buildings are not the county's. */
const ONE_PLACE =
  /项目|工程|新建|扩建|迁建|占地\d|第[一二三四五六七八九十]+(?:小学|中学|幼儿园|学校)|实验(?:小学|中学|学校)|中心(?:小学|学校)/;
const SIZES = new Set(['campus-area', 'building-area', 'teaching-area', 'sports-area', 'class-count']);
const WHOLE = /^(?:全县|全市|全区|全旗|我县|我市|我区|全校|我校|本县|本市|本区)/;
const FIRST_COMPARED = 12;
/** What was built or bought in some time is no state of the county: two such numbers need not agree. */
const FLOW = /新建|改建|扩建|迁建|续建|新增|撤并|撤销|维修|改造|招聘|新聘|创建/;
/** Rates told of every group of pupils: without a stage nothing says whose rate it is. */
const NEED_STAGE = new Set([
  'enrolment-rate',
  'gross-enrolment-rate',
  'retention-rate',
  'dropout-rate',
  'completion-rate',
  'fitness-rate',
]);

/** A figure that tells a state of the whole, and what it tells: indicator, stage and scope, joined. */
export interface StateClaim {
  readonly key: string;
  readonly figure: Figure;
}

/** The figures of a report that another telling of the same quantity may be held against. */
export function stateClaims(report: Report): StateClaim[] {
  return report.figures
    .filter((figure) => isComparable(report, figure))
    .flatMap((figure) =>
      namesOf(figure).map((indicator) => ({ key: [indicator, figure.stage, figure.scope].join('|'), figure })),
    );
}

/** The same quantity told again: figures of one name, stage, period and scope, each against the first of them. */
export function findEquals(report: Report): Equal[] {
  const byName = new Map<string, Figure[]>();
  for (const { key, figure } of stateClaims(report)) {
    const within = `${partOf(report, figure.span.start)}|${key}`;
    const group = byName.get(within);
    if (group) group.push(figure);
    else byName.set(within, [figure]);
  }
  const found: Equal[] = [];
  for (const group of byName.values()) {
    const known: Figure[] = [];
    for (const figure of group) {
      if (known.some((other) => isPartOfSentence(report, other, figure))) continue;
      const partner = known
        .slice(0, FIRST_COMPARED)
        .findLast(
          (other) =>
            isSamePeriod(other, figure) &&
            other.bound === figure.bound &&
            sameUnit(other.unit, figure.unit) &&
            !inOneSeries(other, figure),
        );
      if (partner) found.push(equal(report, partner, figure));
      known.push(figure);
    }
  }
  return found;
}

/** 入学率、巩固率均达100% states both. */
function namesOf(figure: Figure): string[] {
  if (!figure.label.includes('、')) return [figure.indicator ?? ''];
  const joint = figure.label.split(/、|和/).map((name) => indicatorNamed(name, figure.kind)?.indicator.id ?? '');
  return joint.every((name) => name !== '') ? joint : [figure.indicator ?? ''];
}

function isComparable(report: Report, figure: Figure): boolean {
  if (!figure.indicator || figure.valueMax || figure.bound !== null || figure.partOf || figure.role !== 'level')
    return false;
  const known = indicatorOf(figure.indicator);
  if (known && known.kind !== figure.kind) return false;
  if (figure.stage === '特殊教育' || (figure.stage === null && NEED_STAGE.has(figure.indicator))) return false;
  if (known ? known.nature !== 'state' : figure.label.length < 5 || figure.indicator === 'text:统计时段') return false;
  if (figure.scope && FLOW.test(figure.scope)) return false;
  const { text } = report.manuscript;
  const context = text.slice(clauseStart(text, figure.span.start), figure.span.end + 4);
  const sentence = text.slice(text.lastIndexOf('。', figure.span.start) + 1, figure.span.start);
  if (SIZES.has(figure.indicator) && ONE_PLACE.test(sentence)) return false;
  // 从11.37万亿元提高到…: where a change started is no present value
  return (
    !ELSEWHERE.test(context) &&
    !/(?:由|从|自)[^，。；]{0,24}$/.test(text.slice(clauseStart(text, figure.span.start), figure.span.start))
  );
}

/** Years that differ, or a series beside a single value, are no contradiction; a year beside none may be. */
function isSamePeriod(a: Figure, b: Figure): boolean {
  return a.period === b.period || ((a.period === null || b.period === null) && !a.series && !b.series);
}

/** 33个乡镇中，27个乡镇设有…，6个乡镇…: a smaller count before the same noun, in one sentence, is some of them. */
function isPartOfSentence(report: Report, first: Figure, second: Figure): boolean {
  const { text } = report.manuscript;
  if (second.kind !== 'count' || !/^\p{Script=Han}/u.test(text.slice(second.span.end, second.span.end + 1)))
    return false;
  return second.value.lt(first.value) && !/[。\n]/.test(text.slice(first.span.end, second.span.start));
}

function inOneSeries(a: Figure, b: Figure): boolean {
  return a.series !== null && b.series !== null && a.series.id === b.series.id;
}

function told(period: string | null): string {
  if (period === null) return '一处未写明';
  return `一处为${/\d$/.test(period) ? `${period}年` : period}`;
}

function equal(report: Report, first: Figure, second: Figure): Equal {
  const vocabulary = indicatorOf(first.indicator) !== undefined;
  const { text } = report.manuscript;
  const whole = (figure: Figure): boolean =>
    WHOLE.test(text.slice(clauseStart(text, figure.span.start), figure.span.start));
  const explanation =
    first.period !== second.period
      ? `统计时间可能不同（${told(first.period)}，${told(second.period)}）`
      : vocabulary && whole(first) === whole(second) && !isUndatedCell(report, first) && !isUndatedCell(report, second)
        ? null
        : '统计口径或范围可能不同';
  return {
    type: 'equal',
    // a name of the text's own words may hide another scope, so it only confirms
    assertion:
      vocabulary && (first.period === second.period || second.period === null || first.period === null)
        ? 'implied'
        : 'possible',
    first,
    second,
    explanation,
    span: second.span,
  };
}

/** A table without a year, or of other schools than the text means, may tell another count of the same name. */
function isUndatedCell(report: Report, figure: Figure): boolean {
  return figure.period === null && cellsOf(report).has(figure.id);
}

const cellsOfReport = new WeakMap<Report, ReadonlySet<string>>();

function cellsOf(report: Report): ReadonlySet<string> {
  const known = cellsOfReport.get(report);
  if (known) return known;
  const cells = report.tables.flatMap((table) => table.cells.flat());
  const ids = new Set(cells.flatMap((cell) => (cell && isFigure(cell) ? [cell.id] : [])));
  cellsOfReport.set(report, ids);
  return ids;
}
