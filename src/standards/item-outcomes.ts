import type { Verdict } from '../model/relation.ts';
import { nameOf } from './amount-name.ts';
import type { LimitOutcome } from './assessment.ts';
import type { YearOutcome } from './yearly.ts';
import type { Item, Standard, Veto } from './standard.ts';

/** An item of the work, or a veto, with what the numbers say of it. */
export interface ItemOutcome {
  readonly item: Item | Veto;
  readonly kind: 'item' | 'veto';
  /** `papers`: papers prove it, or the numbers for it are none that the workbook has a place for. */
  readonly verdict: Verdict | 'papers';
  /** What it was judged by, one phrase a limit or rule; empty for papers. */
  readonly reasons: readonly string[];
}

/** What items are settled by. */
export interface Settling {
  readonly limits: readonly LimitOutcome[];
  readonly years: readonly YearOutcome[];
}

/** From worst to best: the worst of what settles an item is the item's verdict. */
const ORDER: readonly Verdict[] = ['broken', 'review', 'unassessable', 'holds'];

/** Each item and veto of a standard: reached, missed, or without figures. An item that no figure settles is for papers to prove. */
export function itemOutcomes({ items, vetoes }: Standard, settling: Settling): ItemOutcome[] {
  const of = (item: Item | Veto, kind: ItemOutcome['kind']): ItemOutcome => {
    const found = item.settledBy.map((id) => settled(id, settling)).filter((one) => one !== null);
    const worst = ORDER.find((verdict) => found.some((one) => one.verdict === verdict));
    return { item, kind, verdict: worst ?? 'papers', reasons: found.map(({ text }) => text) };
  };
  return [...items.map((item) => of(item, 'item')), ...vetoes.map((veto) => of(veto, 'veto'))];
}

function settled(id: string, { limits, years }: Settling): { verdict: Verdict; text: string } | null {
  const outcomes = limits.filter(({ limit }) => limit.id === id);
  const [first] = outcomes;
  if (first !== undefined) return first.school === null ? ofCounty(first) : ofSchools(outcomes, first);
  const rows = years.filter((row) => row.id === id);
  const [row] = rows;
  if (row === undefined) return null;
  const verdict = ORDER.find((one) => rows.some((each) => each.verdict === one)) ?? 'unassessable';
  const missed = rows.filter((each) => each.verdict === verdict && verdict !== 'holds').map(({ year }) => `${year}年`);
  return { verdict, text: `${row.name}${missed.length === 0 ? '各年达到' : `${missed.join('、')}${WORDS[verdict]}`}` };
}

function ofCounty({ limit, actual, verdict, because }: LimitOutcome) {
  const name = nameOf(limit.indicator, limit.stage);
  const value = actual === null ? (because ?? '') : `${actual.toDecimalPlaces(3).toString()}${limit.unit ?? ''}`;
  return { verdict, text: actual === null ? value : `${name}${value}` };
}

function ofSchools(outcomes: readonly LimitOutcome[], { limit }: LimitOutcome) {
  const verdict = ORDER.find((one) => outcomes.some((each) => each.verdict === one)) ?? 'unassessable';
  const count = (one: Verdict) => outcomes.filter((each) => each.verdict === one).length;
  const parts = (['broken', 'review', 'unassessable'] as const).flatMap((one) =>
    count(one) > 0 ? [`${count(one)}所${WORDS[one]}`] : [],
  );
  const name = nameOf(limit.indicator, limit.stage);
  return { verdict, text: `${name}${outcomes.length}所${parts.length === 0 ? '均达到' : `中${parts.join('、')}`}` };
}

const WORDS: Readonly<Record<Verdict, string>> = {
  holds: '达到',
  broken: '未达到',
  review: '待核',
  unassessable: '缺数据',
};
