import type { OpenPointKind } from '../../model/renewal.ts';
import type { Severity } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { LedgerEntry } from '../ledger.ts';
import { byName, placelessName, type QuantityReference } from '../reference.ts';
import type { DataView } from '../view.ts';
import type { DraftText } from './draft-text.ts';
import { lostPlace } from './find-lost.ts';
import type { DraftRecord, MarkRecord } from './record.ts';
import { markedText, type NewFigure, newFigure } from './settle-figure.ts';

/** An open point at a place of the draft as it was handed in. */
export interface PlannedPoint {
  readonly kind: OpenPointKind;
  readonly severity: Severity;
  readonly mark: MarkRecord;
  readonly after: string | null;
  readonly message: string;
  readonly span: Span | null;
}

/** A figure that gets a new text. */
export interface PlannedFigure {
  readonly mark: MarkRecord;
  /** What gives way, and what takes its place: mostly all that stands under the mark. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** The words before it told the other direction of change. */
  readonly turned: boolean;
}

export interface UpdatePlan {
  readonly figures: readonly PlannedFigure[];
  readonly points: readonly PlannedPoint[];
  readonly unchanged: number;
  /** What the figures say that stand in the draft as they should, by id. */
  readonly printed: ReadonlyMap<string, string>;
}

/** Says for each figure of a draft what is to become of it; nothing is changed yet. */
export function planUpdate(
  record: DraftRecord,
  draft: DraftText,
  ledger: readonly LedgerEntry[],
  view: DataView,
): UpdatePlan {
  const fresh = byName(ledger);
  const asBefore = unchangedNames(record, fresh);
  const figures: PlannedFigure[] = [];
  const points: PlannedPoint[] = [];
  const printed = new Map<string, string>();
  let unchanged = 0;
  for (const mark of record.figures) {
    const now: NewFigure = asBefore.has(placelessName(mark.id))
      ? { how: 'print', printed: mark.printed, turned: false }
      : newFigure(mark, fresh, view);
    const wanted = now.how === 'print' ? now.printed : null;
    const span = draft.place(mark.id) ?? null;
    if (span === null) {
      const point = lostPoint(mark, now, draft);
      if (point === null) unchanged += 1;
      else points.push(point);
      // what could not be put there stays what it was, and is told again next time
      continue;
    }
    const text = draft.text.slice(span.start, span.end);
    const state = markedText(text, mark.printed, wanted);
    if (state.state === 'edited') points.push(editedPoint(mark, now, text, span));
    else if (now.how !== 'print') points.push(withoutNumber(mark, now, span));
    else if (state.state === 'current') {
      printed.set(mark.id, now.printed);
      unchanged += 1;
    } else {
      figures.push({
        mark,
        span: { start: span.start + state.from, end: span.start + state.to },
        before: mark.printed,
        after: now.printed,
        turned: now.turned,
      });
    }
  }
  return { figures, points, unchanged, printed };
}

/** Names by which the new draft tells, in order, the very figures of the old one: even where several share it, none has changed. */
function unchangedNames(
  { figures }: DraftRecord,
  fresh: ReadonlyMap<string, readonly LedgerEntry[]>,
): ReadonlySet<string> {
  const before = byName(figures);
  const told = (ones: readonly { readonly printed: string; readonly reference: QuantityReference }[]): string =>
    JSON.stringify(ones.map(({ printed, reference }) => [printed, 'size' in reference ? reference.told : null]));
  const same = [...before].filter(([name, marks]) => told(marks) === told(fresh.get(name) ?? []));
  return new Set(same.map(([name]) => name));
}

function editedPoint(mark: MarkRecord, now: NewFigure, text: string, span: Span): PlannedPoint {
  const after = now.how === 'print' ? now.printed : null;
  const data = after === null ? '工作簿里没有这一项' : `按工作簿是${after}`;
  return {
    kind: 'edited',
    severity: 'warning',
    mark,
    after,
    message: `${mark.name}：起草时是${mark.printed}，有人改成了“${text}”；${data}。没有改动，请核对。`,
    span,
  };
}

function withoutNumber(mark: MarkRecord, now: Exclude<NewFigure, { how: 'print' }>, span: Span): PlannedPoint {
  if (now.how === 'rewrite') {
    return {
      kind: 'rewrite',
      severity: 'error',
      mark,
      after: null,
      message: `${mark.name}：${now.because}。原数${mark.printed}没有改动，这句须改写。`,
      span,
    };
  }
  const why =
    now.how === 'gone'
      ? '按新的数据，模板不再写这个数（说的对象变了，或者缺少数据）'
      : `工作簿里没有${now.wanted.join('、')}`;
  return {
    kind: 'missing',
    severity: 'warning',
    mark,
    after: null,
    message: `${mark.name}：${why}，原数${mark.printed}没有改动，请核对。`,
    span,
  };
}

/** Null where the data say what they said: what people have struck out is no concern then. */
function lostPoint(mark: MarkRecord, now: NewFigure, draft: DraftText): PlannedPoint | null {
  if (now.how !== 'print' || now.printed === mark.printed) return null;
  const place = lostPlace(mark, now.printed, draft);
  if (place?.says === 'after') return null;
  const base = { kind: 'lost', mark, after: now.printed } as const;
  const changed = `${mark.name}：原为${mark.printed}，现为${now.printed}`;
  if (place?.says === 'before') {
    const message = `${changed}；这里的标记已经丢失，没有改动，请手工改。`;
    return { ...base, severity: 'warning', message, span: place.span };
  }
  if (place?.says === 'other') {
    const message = `${changed}；这句里原来的数字已被删去或重写，请核对。`;
    return { ...base, severity: 'info', message, span: place.span };
  }
  return {
    ...base,
    severity: 'info',
    message: `${changed}；文中已找不到这个数（“${shortened(mark.sentence)}”）。`,
    span: null,
  };
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
