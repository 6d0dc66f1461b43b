import type { LedgerEntry } from '../draft/index.ts';
import {
  compareWording,
  type DraftRecord,
  type DraftText,
  figuresIn,
  filledIn,
  type MarkedSentence,
  type PlannedPoint,
  turnedWord,
  type UpdatePlan,
  type WordingPoint,
} from '../draft/update/index.ts';
import type { Severity } from '../model/relation.ts';
import { Decimal } from '../model/decimal.ts';
import type { OpenPoint, Renewal } from '../model/renewal.ts';
import type { Span } from '../model/span.ts';
import type { ChartNumbers } from '../write/word/chart-numbers.ts';
import type { ChangedWord, WordChange } from '../write/word/apply-changes.ts';

/** The figures that got their new value, with their sentences as they now read. */
export function renewedFigures(
  plan: UpdatePlan,
  replacements: readonly WordChange[],
  { applied }: ChangedWord,
  now: DraftText,
): Renewal['renewed'] {
  return plan.figures.flatMap(({ mark, before, after }, index) => {
    const replacement = replacements[index];
    const span = now.place(mark.id);
    if (replacement === undefined || !applied.has(replacement) || !span) return [];
    return [{ name: mark.name, before, after, sentence: now.around(span.start)?.text ?? '', span }];
  });
}

/** What the figures themselves leave open, at its place in the new text. */
export function figurePoints(
  plan: UpdatePlan,
  replacements: readonly WordChange[],
  changed: ChangedWord,
  now: DraftText,
): OpenPoint[] {
  const refused = plan.figures.flatMap(({ mark, span, after }, index): PlannedPoint[] => {
    const replacement = replacements[index];
    if (replacement === undefined || changed.applied.has(replacement)) return [];
    const message = `${mark.name}：原为${mark.printed}，现为${after}；这里写不进修订（在域或公式里），没有改动，请手工改。`;
    return [{ kind: 'refused', severity: 'error', mark, after, message, span }];
  });
  return [...plan.points, ...refused].map(({ kind, severity, mark, after, message, span }) => {
    const place = span === null ? null : changed.moved(span);
    const sentence = place === null ? null : (now.around(place.start)?.text ?? null);
    return { kind, severity, name: mark.name, before: mark.printed, after, message, sentence, span: place };
  });
}

/**
 * Charts that draw other numbers than the table below them, which was brought up to date. The chart itself is not: a change in it
 * can be neither tracked nor refused, and would stay where that of the table is refused. So each is told, with what it has to get.
 */
export function chartPoints(
  { figures }: DraftRecord,
  plan: UpdatePlan,
  replacements: readonly WordChange[],
  { applied }: ChangedWord,
  now: DraftText,
  drawn: readonly ChartNumbers[],
): OpenPoint[] {
  const renewed = plan.figures.flatMap(({ mark: { chart } }, index) => {
    const replacement = replacements[index];
    return chart !== undefined && replacement !== undefined && applied.has(replacement) ? [chart.caption] : [];
  });
  return [...new Set(renewed)].flatMap((caption): OpenPoint[] => {
    const points = figures.flatMap(({ id, chart }) => {
      const span = now.place(id);
      if (chart?.caption !== caption || !span) return [];
      return [{ ...chart, printed: now.text.slice(span.start, span.end), span }];
    });
    const own = drawn.filter((one) => points.every(({ series, category }) => one.at(series, category) !== null));
    const unlike = own.map((one) =>
      points.filter(({ series, category, printed }) => !isSame(one.at(series, category) ?? '', printed)),
    );
    // two charts may draw things of the same names: the one that is most like the table is its own; of none, nothing is known
    const other = unlike.toSorted((a, b) => a.length - b.length)[0] ?? points;
    const [first] = other;
    if (first === undefined) return [];
    const wanted = other.map(({ series, category, printed }) => `${series}（${category}）${printed}`).join('、');
    const place = captionPlace(caption, now) ?? first.span;
    return [
      {
        kind: 'chart',
        severity: 'error',
        name: caption,
        before: null,
        after: null,
        message: `“${caption}”：图下表中的数已更新，图形没有改动，与表不符。请右键图形，选“编辑数据”，照表改：${wanted}。`,
        sentence: now.around(place.start)?.text ?? null,
        span: place,
      },
    ];
  });
}

/** A number as a chart keeps it and as the table prints it: 0.33 and 0.330, 13527.6 and 13,527.60, 87.5 and 87.5%. */
function isSame(drawn: string, printed: string): boolean {
  const digits = printed.replaceAll(/[,，%％\s\u2009]/g, '').replace('−', '-');
  const number = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
  return number.test(drawn) && number.test(digits) && new Decimal(drawn).eq(digits);
}

function captionPlace(caption: string, { text }: DraftText): Span | null {
  const start = text.indexOf(caption);
  return start < 0 ? null : { start, end: start + caption.length };
}

/** Sentences whose words the new data contradict, with where they begin, and those that only the new data give. */
export function wordingPoints(
  wordings: DraftRecord['wordings'],
  wording: readonly string[],
  ledger: readonly LedgerEntry[],
  now: DraftText,
  plan: UpdatePlan,
): { readonly points: OpenPoint[]; readonly sentences: ReadonlySet<number> } {
  const printed = new Map(ledger.map((entry) => [entry.id, entry.printed]));
  const absent = new Set(plan.points.filter(({ kind }) => kind === 'missing').map(({ mark }) => mark.id));
  const found = compareWording(wordings, wording, now.sentences, (id) => absent.has(id));
  const names = new Map(ledger.map((entry) => [entry.id, entry.name]));
  const point = (
    severity: Severity,
    fresh: string | null,
    message: string,
    place: MarkedSentence | null,
  ): OpenPoint => ({
    kind: 'wording',
    severity,
    name: names.get(figuresIn(fresh ?? '')[0] ?? '') ?? null,
    before: null,
    after: null,
    message,
    sentence: place?.text ?? null,
    span: place?.span ?? null,
  });
  const points = [
    ...found.contradicted.map((one) =>
      // where data are missing, a sentence, or what a sentence of verdicts lists, may be left out for want of them
      point(
        absent.size > 0 && figuresIn(one.fresh ?? '').length === 0 ? 'warning' : 'error',
        one.fresh,
        wordingMessage(one, printed),
        one.sentence,
      ),
    ),
    ...found.added.map((frame) =>
      point('info', frame, `按新的数据，模板多写一句：“${filledIn(frame, printed)}”`, null),
    ),
  ];
  return { points, sentences: new Set(found.contradicted.map(({ sentence }) => sentence.span.start)) };
}

function wordingMessage({ fresh, words }: WordingPoint<MarkedSentence>, printed: ReadonlyMap<string, string>): string {
  if (fresh === null) return '按新的数据，模板不再写这一句（不再成立，或者缺少数据），请核对。';
  const pairs = words.map(({ before, after }) => `“${before}”现应为“${after}”`).join('，');
  const told = pairs === '' ? '数据变了，这句的说法可能不再成立' : `数据变了，${pairs}`;
  return `${told}。模板按新的数据写作：“${filledIn(fresh, printed)}”`;
}

/** Changes that went the other way: told where the words before them were not found to be wrong in another way. */
export function turnedPoints(plan: UpdatePlan, { moved }: ChangedWord, now: DraftText): OpenPoint[] {
  return plan.figures.flatMap(({ mark, span, before, after, turned }): OpenPoint[] => {
    if (!turned || !('size' in mark.reference)) return [];
    const place = moved(span);
    const sentence = now.around(place.start);
    const word = turnedWord(now.text.slice(sentence?.span.start ?? place.start, place.start), mark.reference.told);
    if (word === null) return [];
    const direction = mark.reference.told === 'up' ? '下降' : '增长';
    const message = `${mark.name}现在是${direction}${after}，“${word}”须改写。`;
    return [
      {
        kind: 'wording',
        severity: 'error',
        name: mark.name,
        before,
        after,
        message,
        sentence: sentence?.text ?? null,
        span: place,
      },
    ];
  });
}
