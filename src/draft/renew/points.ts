import type { Figure } from '../../model/figure.ts';
import type { Derivation } from './derivations.ts';
import type { NewValues } from './new-values.ts';
import type { PlannedPoint, PlanRequest } from './plan.ts';
import { type OldQuantity, toldName } from './quantities.ts';
import type { YearMark } from './years.ts';

interface PointsRequest {
  readonly request: PlanRequest;
  readonly values: NewValues;
  readonly marks: readonly YearMark[];
  readonly moved: ReadonlySet<YearMark>;
  readonly derivations: ReadonlyMap<OldQuantity, Derivation>;
}

const MOST_NAMED = 4;
const UP = /(?:增长|增加|增幅|提高|上升|提升|增至|扩大|新增|净增)/u;
const DOWN = /(?:下降|减少|降低|回落|减幅|降幅|缩小|缩减)/u;
/** The five-year plan that ends in this year gives way to the next one. */
const PLAN = /“?十四五”?/gu;
const LAST_OF_PLAN = 2025;

/** What the plan leaves to people, each at its place: figures without a value, disagreements, doubtful years, turned words. */
export function planPoints({ request, values, marks, moved }: PointsRequest): PlannedPoint[] {
  const { report, quantities, by } = request;
  const points: PlannedPoint[] = [];
  for (const quantity of quantities.all) {
    const value = values.of.get(quantity);
    const name = toldName(quantity);
    if (value === undefined) {
      for (const figure of quantity.figures)
        points.push(leftPoint(quantity, figure, { values, marks, moved, request }));
      continue;
    }
    for (const figure of quantity.figures) {
      if (value.recomputed !== null) points.push(disagreeing(name, quantity, figure, value));
      const turned = turnedWord(report.manuscript.text, figure);
      if (value.value.isNegative() && !figure.value.isNegative() && turned !== null) {
        const message = `${name}：今年是${turned.should}（${value.source}），“${turned.word}”与数字不符，请改写；负号是提醒，改写时去掉。`;
        points.push({
          kind: 'wording',
          severity: 'error',
          name,
          before: figure.text,
          after: null,
          message,
          span: figure.span,
        });
      }
    }
  }
  for (const { figure, reason, silent } of quantities.kept) {
    if (silent) continue;
    const message = `“${figure.text}”${reason}。`;
    points.push({
      kind: 'rewrite',
      severity: 'warning',
      name: figure.label || null,
      before: figure.text,
      after: null,
      message,
      span: figure.span,
    });
  }
  if (by > 0) points.push(...doubtfulYears(marks, moved, values.of), ...nextPlan(request));
  return points;
}

function leftPoint(
  quantity: OldQuantity,
  figure: Figure,
  { values, marks, moved, request }: Omit<PointsRequest, 'derivations'>,
): PlannedPoint {
  const name = toldName(quantity);
  const base = { name, before: figure.text, after: null, span: figure.span };
  const dating = marks.filter(({ dates }) => dates.some(({ id }) => id === figure.id));
  const hint = request.hint(quantity);
  const hinted = hint === null ? '' : `${hint}；`;
  if (dating.some((mark) => moved.has(mark))) {
    const message = `${name}：没有今年的数，${hinted}年份已经顺延，这里还是去年的“${figure.text}”，请补上。`;
    return { ...base, kind: 'missing', severity: 'error', message };
  }
  if (isPast(quantity, request.quantities.reportYear)) {
    return { ...base, kind: 'kept', severity: 'info', message: `${name}：是过去年份的数，没有改。` };
  }
  const wanted = (values.wanting.get(quantity) ?? []).map(toldName);
  const list = [...new Set(wanted)].slice(0, MOST_NAMED).join('、');
  const why =
    list === '' ? '没有今年的数' : `要由${list}${wanted.length > MOST_NAMED ? '等' : ''}推算，而这些没有今年的数`;
  return {
    ...base,
    kind: 'missing',
    severity: 'warning',
    message: `${name}：${why}，${hinted}仍是去年的“${figure.text}”。`,
  };
}

/** What is told of a year before the report's, by itself, mostly stays what it was. */
function isPast({ period }: OldQuantity, reportYear: number | null): boolean {
  const years = (period?.match(/\d{4}/gu) ?? []).map(Number);
  return reportYear !== null && years.length > 0 && Math.max(...years) < reportYear;
}

function disagreeing(
  name: string,
  quantity: OldQuantity,
  figure: Figure,
  {
    value,
    source,
    recomputed,
  }: { value: Figure['value']; source: string; recomputed: { value: Figure['value']; show: string } | null },
): PlannedPoint {
  const shown = (one: Figure['value']): string =>
    `${one.div(quantity.factor).toDecimalPlaces(4).toFixed()}${quantity.unit === '比' ? '' : quantity.unit}`;
  const computed = recomputed === null ? '' : `${shown(recomputed.value)}（${recomputed.show}）`;
  const message = `${name}：工作簿是${shown(value)}（${source}），由文中其他数推算是${computed}；已按工作簿改，请核对。`;
  return {
    kind: 'disagrees',
    severity: 'warning',
    name,
    before: figure.text,
    after: shown(value),
    message,
    span: figure.span,
  };
}

/** The word of direction before a change that went the other way. */
function turnedWord(text: string, { role, span }: Figure): { word: string; should: string } | null {
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  // 增长率为-1.5% contradicts nothing
  if (/(?:增长率|增长比例|增幅|增速|增减率|增长速度)[^，。；]{0,6}$/u.test(before)) return null;
  const compared = /高于|低于|多于|少于|超过/u.exec(before)?.[0];
  if (compared !== undefined) return { word: compared, should: '反过来' };
  if (role !== 'change' && role !== 'change-rate' && !UP.test(before) && !DOWN.test(before)) return null;
  const [up, down] = [UP, DOWN].map((pattern) => before.match(new RegExp(pattern, 'gu'))?.at(-1));
  if (down !== undefined) return { word: down, should: '增加' };
  return up === undefined ? { word: '这里的说法', should: '反方向的变化' } : { word: up, should: '下降' };
}

/** Years that stay: those that date nothing new are perhaps an event's, those that date a new number perhaps should have moved. */
function doubtfulYears(
  marks: readonly YearMark[],
  moved: ReadonlySet<YearMark>,
  values: NewValues['of'],
): PlannedPoint[] {
  return marks.flatMap((mark): PlannedPoint[] => {
    const { doubt, span, dates } = mark;
    const renewed = dates.some(({ quantity }) => values.has(quantity));
    if (doubt === null || moved.has(mark) || (dates.length > 0 && !renewed)) return [];
    const severity = renewed ? 'warning' : 'info';
    const message = renewed ? `后面的数已换成今年的，${doubt}。` : `${doubt}。`;
    return [{ kind: 'year', severity, name: null, before: null, after: null, message, span }];
  });
}

/** The next five-year plan is a suggestion only: its targets are others. */
function nextPlan({ report, quantities: { reportYear }, by }: PlanRequest): PlannedPoint[] {
  if (reportYear === null || reportYear > LAST_OF_PLAN || reportYear + by <= LAST_OF_PLAN) return [];
  return [...report.manuscript.text.matchAll(PLAN)].map(({ index, 0: word }): PlannedPoint => {
    const message = '新的一年已进入“十五五”时期；说的若是当前的规划，请改为“十五五”并核对目标。';
    return {
      kind: 'year',
      severity: 'info',
      name: null,
      before: word,
      after: null,
      message,
      span: { start: index, end: index + word.length },
    };
  });
}
