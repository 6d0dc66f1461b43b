import type { Report } from '../../model/report.ts';
import { relationsOf } from '../../relations/index.ts';
import type { OldQuantities, OldQuantity } from './quantities.ts';

const LAST_YEAR = /上[一]?(?:学)?年|去年|同期/u;

/**
 * Values that last year's report itself knows of this year's: its 2023 is what the new report tells as the year before, and where
 * a series moves on (2022年、2023年 → 2023年、2024年), all of it but the last.
 *
 * @returns for a quantity the one whose old value it takes
 */
export function carriedFrom(report: Report, quantities: OldQuantities): ReadonlyMap<OldQuantity, OldQuantity> {
  const { all, of, reportYear, by } = quantities;
  const found = new Map<OldQuantity, OldQuantity>();
  const own = reportYear === null ? null : String(reportYear);
  const byKey = new Map<string, OldQuantity[]>();
  for (const quantity of all) {
    if (quantity.indicator === null) continue;
    const key = keyOf(quantity, quantity.period ?? own);
    byKey.set(key, [...(byKey.get(key) ?? []), quantity]);
  }
  const sentenceOf = (quantity: OldQuantity): number => sentenceAt(report, quantity.figures[0].span.start);
  for (const quantity of all) {
    if (quantity.period === null || quantity.next === quantity.period || quantity.indicator === null) continue;
    // last year's report knows nothing of the years after it
    if (reportYear === null || lastYear(quantity.next) > reportYear) continue;
    // an event of a past year stays where it is; only what is told year after year moves on
    const series = (byKey.get(keyOf(quantity, quantity.next)) ?? []).filter((one) =>
      isSeries(report, quantity, one, sentenceOf),
    );
    // 三年累计10485万元 is of no year of the three
    const told = series.filter((one) => one.period !== null || !isTogether(report, one));
    const listed = told.filter((one) => isListed(quantity, one));
    const [source, ...others] = listed.length > 0 ? listed : told;
    if (source === undefined || others.length > 0) continue;
    found.set(quantity, source);
  }
  for (const relation of relationsOf(report)) {
    // the year before the new one is the old report's only where it is last year's
    if (by !== 1 || relation.type !== 'growth' || relation.years !== 1) continue;
    const { from, to } = relation;
    if (!('id' in from) || !('id' in to)) continue;
    const [base, level] = [of.get(from.id), of.get(to.id)];
    if (!base || !level || base === level || found.has(base)) continue;
    const words = report.manuscript.text.slice(Math.max(0, from.span.start - 12), from.span.start);
    if (from.role === 'base' && from.period === to.period && LAST_YEAR.test(words)) found.set(base, level);
  }
  return found;
}

function keyOf({ indicator, stage, scope, figures: [{ kind, role }] }: OldQuantity, period: string | null): string {
  return [indicator, stage, scope, kind, role === 'base' ? 'level' : role, period].join('|');
}

function isSeries(
  report: Report,
  older: OldQuantity,
  newer: OldQuantity,
  sentenceOf: (quantity: OldQuantity) => number,
): boolean {
  const [a, b] = [older.figures[0], newer.figures[0]];
  if (isListed(older, newer)) return true;
  if (sentenceOf(older) === sentenceOf(newer)) return true;
  const [one, other] = [a, b].map(({ span }) => tableAt(report, span.start));
  return one !== null && one === other;
}

/** Two members of one list: 分别为a、b、c. */
function isListed(one: OldQuantity, other: OldQuantity): boolean {
  const lists = new Set(one.figures.flatMap(({ series }) => series?.id ?? []));
  return other.figures.some(({ series }) => series !== null && lists.has(series.id));
}

function isTogether({ manuscript: { text } }: Report, { figures: [{ span }] }: OldQuantity): boolean {
  return /(?:累计|合计|共计|总计|共)[^，。；]{0,6}$/u.test(text.slice(Math.max(0, span.start - 12), span.start));
}

function lastYear(period: string | null): number {
  return Math.max(...(period?.match(/\d{4}/gu) ?? []).map(Number));
}

function sentenceAt(report: Report, offset: number): number {
  return report.sentences.findIndex(({ span }) => span.start <= offset && offset < span.end);
}

function tableAt({ manuscript: { paragraphs } }: Report, offset: number): number | null {
  return paragraphs.find(({ span }) => span.start <= offset && offset <= span.end)?.cell?.table ?? null;
}
