import type { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import type { OpenPointKind } from '../../model/renewal.ts';
import type { Severity } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';
import { carriedFrom } from './carried.ts';
import { derivationsOf } from './derivations.ts';
import { type GivenValue, type NewValue, newValues } from './new-values.ts';
import { planPoints } from './points.ts';
import { type Renewed, printRenewed } from './print-renewed.ts';
import { type OldQuantities, type OldQuantity, toldName } from './quantities.ts';
import { type YearMark, yearMarks, yearSpans } from './years.ts';

/** A number or a year of last year's report that gives way to another. */
export interface PlannedChange {
  readonly span: Span;
  readonly text: string;
  /** Null for a year. */
  readonly figure: Figure | null;
  readonly quantity: OldQuantity | null;
  readonly before: string;
  readonly after: string;
  /** What the new print says, in the base unit; null for a year. */
  readonly value: Decimal | null;
  readonly how: NewValue['how'] | 'year';
  /** Chinese: the cell, or the arithmetic. */
  readonly source: string;
}

/** Something left to a person, at a place of the old text. */
export interface PlannedPoint {
  readonly kind: OpenPointKind;
  readonly severity: Severity;
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly message: string;
  readonly span: Span;
}

export interface RenewalPlan {
  readonly changes: readonly PlannedChange[];
  readonly points: readonly PlannedPoint[];
  /** Figures that say already what this year's would. */
  readonly unchanged: number;
}

/** What a plan is made of. */
export interface PlanRequest {
  readonly report: Report;
  readonly quantities: OldQuantities;
  /** How many years the report moves on; 0 where nobody knows of which year it is. */
  readonly by: number;
  readonly given: (quantity: OldQuantity) => GivenValue | null;
  /** Chinese: what the workbook has that may be meant; null where there is nothing. */
  readonly hint: (quantity: OldQuantity) => string | null;
  /** Quantities whose year the workbook says not to move. */
  readonly fixed: ReadonlySet<OldQuantity>;
  /** Figures that came out otherwise than meant when the new text was read back; they are left as they were. */
  readonly refused: ReadonlySet<string>;
}

const AROUND = 12;

/** Says for each figure and each year of last year's report what becomes of it; nothing is changed yet. */
export function planRenewal(request: PlanRequest): RenewalPlan {
  const { report, quantities, fixed } = request;
  const { text } = report.manuscript;
  const derivations = derivationsOf(report, quantities);
  const carried = new Map([...carriedFrom(report, quantities)].filter(([quantity]) => !fixed.has(quantity)));
  const values = newValues(quantities.all, request.given, carried, derivations, (quantity, one, other) => {
    const [a, b] = [one, other].map((value) => printOf(text, quantity.figures[0], value));
    const place = quantity.figures[0].interval.high.minus(quantity.figures[0].interval.low);
    return a?.text === b?.text || one.minus(other).abs().lt(place);
  });
  const marks = yearMarks(report, quantities);
  const moves = (quantity: OldQuantity): boolean =>
    request.by > 0 && quantity.next !== quantity.period && !fixed.has(quantity);
  const moved = new Set(request.by > 0 ? marks.filter((mark) => isMoved(mark, moves, values.of)) : []);
  const changes: PlannedChange[] = [];
  const refusals: PlannedPoint[] = [];
  let unchanged = 0;
  for (const quantity of quantities.all) {
    const value = values.of.get(quantity);
    if (value === undefined) continue;
    for (const figure of quantity.figures) {
      const refusal = refusalOf(quantity, figure, value, { marks, moved, moves: moves(quantity), request });
      const renewed = refusal === null ? printOf(text, figure, value.value) : null;
      if (renewed === null) {
        refusals.push(refusedPoint(quantity, figure, value, refusal ?? '这里的写法不能照样换成新数'));
      } else if (renewed.text === figure.text) unchanged += 1;
      else changes.push(changeOf(quantity, figure, value, renewed));
      if (renewed?.misfit) refusals.push(misfitPoint(quantity, figure, renewed));
    }
  }
  const years = [...moved].flatMap(({ span }) => yearChanges(text, span, request.by));
  const all = [...changes, ...years].sort((a, b) => a.span.start - b.span.start);
  const points = planPoints({ request, values, marks, moved, derivations });
  return { changes: all, points: [...refusals, ...points], unchanged };
}

function printOf(text: string, figure: Figure, value: Decimal): Renewed | null {
  const { start, end } = figure.span;
  return printRenewed(figure, value, text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND));
}

/** A year moves where a figure that it dates has its new value, and none stays that it dates; or where it is the report's own. */
function isMoved(
  { dates, own }: YearMark,
  moves: (quantity: OldQuantity) => boolean,
  values: ReadonlyMap<OldQuantity, NewValue>,
): boolean {
  if (dates.length === 0) return own;
  return dates.every(({ quantity }) => moves(quantity)) && dates.some(({ quantity }) => values.has(quantity));
}

interface Moving {
  readonly marks: readonly YearMark[];
  readonly moved: ReadonlySet<YearMark>;
  readonly moves: boolean;
  readonly request: PlanRequest;
}

function refusalOf(quantity: OldQuantity, figure: Figure, value: NewValue, moving: Moving): string | null {
  const { marks, moved, moves, request } = moving;
  if (request.refused.has(figure.id)) return '换上新数以后，这句话会读成别的意思';
  if (value.value.isNegative() && !figure.value.isNegative() && !mayFall(quantity, figure)) return '算得的数是负数';
  if (figure.period === null) return null;
  const dating = marks.filter(({ dates }) => dates.some(({ id }) => id === figure.id));
  const gone = dating.filter((mark) => moved.has(mark));
  if (moves && (dating.length === 0 || gone.length < dating.length)) {
    return `它前面的年份（${figure.period}）不能跟着改`;
  }
  return null;
}

/** A change, or a comparison of two values: what was up may be down. */
function mayFall({ name }: OldQuantity, { role }: Figure): boolean {
  return role === 'change' || role === 'change-rate' || CHANGE_NAME.test(name);
}

const CHANGE_NAME = /增长|增减|增幅|增速|增加|提高|提升|下降|减少|降低|降幅|高于|低于|变化|差额|结余/u;

function changeOf(quantity: OldQuantity, figure: Figure, value: NewValue, renewed: Renewed): PlannedChange {
  const [from, to] = [sameStart(figure.text, renewed.text), sameEnd(figure.text, renewed.text)];
  return {
    // the number gives way, not its unit: 【40.88→41.3】万人
    span: { start: figure.span.start + from, end: figure.span.end - to },
    text: renewed.text.slice(from, renewed.text.length - to),
    figure,
    quantity,
    before: figure.text,
    after: renewed.text,
    value: renewed.value,
    how: value.how,
    source: value.source,
  };
}

/** What stands before the number; digits are never cut apart, since nobody reads 4【0→1】.88. */
function sameStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at] && !NUMBER.test(one.charAt(at))) at += 1;
  return at;
}

function sameEnd(one: string, other: string): number {
  let at = 0;
  const least = Math.min(one.length, other.length);
  while (at < least && one.at(-1 - at) === other.at(-1 - at) && !NUMBER.test(one.charAt(one.length - 1 - at))) at += 1;
  return at;
}

const NUMBER = /[\d.,，:：∶\-０-９．零〇一二两三四五六七八九十百千]/u;

function yearChanges(text: string, span: Span, by: number): PlannedChange[] {
  return yearSpans(text.slice(span.start, span.end), span.start).map((place): PlannedChange => {
    const before = text.slice(place.start, place.end);
    const half = before.replaceAll(/[０-９]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
    const next = String(Number(half) + by);
    const after =
      half === before ? next : next.replaceAll(/\d/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
    return {
      span: place,
      text: after,
      figure: null,
      quantity: null,
      before,
      after,
      value: null,
      how: 'year',
      source: '报告年度顺延',
    };
  });
}

function refusedPoint(quantity: OldQuantity, figure: Figure, value: NewValue, why: string): PlannedPoint {
  const name = toldName(quantity);
  const number = value.value.div(quantity.factor).toDecimalPlaces(4).toFixed();
  const after = `${number}${quantity.unit === '比' ? '' : quantity.unit}`;
  const message = `${name}：今年是${after}（${value.source}）；${why}，没有改，请手工改。`;
  return { kind: 'rewrite', severity: 'warning', name, before: figure.text, after, message, span: figure.span };
}

function misfitPoint(quantity: OldQuantity, figure: Figure, renewed: Renewed): PlannedPoint {
  const name = toldName(quantity);
  const message = `${name}：去年${figure.text}，今年${renewed.text}，“${renewed.misfit}”不再合适，请改写。`;
  return {
    kind: 'wording',
    severity: 'warning',
    name,
    before: figure.text,
    after: renewed.text,
    message,
    span: figure.span,
  };
}
