import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { isWholeSet } from './complete-lists.ts';
import { clauseOf, gapOf, isFigure, onlyFigure } from './context.ts';
import { dealtParts } from './dealt-parts.ts';
import { BY_KIND, isExhaustive, isRate, partsFrom } from './parts.ts';
import type { Range, Sum } from './relation.ts';
import { amongSum, sum } from './told-sums.ts';

/** How near a bare list must come to a total of the sentence before. */
const NEAR = 0.3;
const ZERO = new Decimal(0);

/** 学校1218所…。其中，幼儿园564所，…: the total stands a sentence before its parts; without 其中 only a list that adds up is told. */
export function underEarlierTotal(report: Report, earlier: readonly Row[], rows: readonly Row[]): (Sum | Range)[] {
  const opening = rows.findIndex(
    (row) => row.head === null && row.role === 'level' && row.indicator !== 'text:统计时段',
  );
  const first = rows[opening];
  if (!first || BY_KIND.test(gapOf(report, first))) return [];
  const totalRows = earlier.filter((row) => row.role === 'level' && row.head === null);
  const totals = totalRows.flatMap((row) => row.members.filter(isFigure));
  const list = rows.slice(opening).filter((row) => row.head === null && row.role !== 'share');
  const among = /^\s*其中/.test(gapOf(report, first));
  if (among && retells(totals, rows.slice(opening))) return [];
  const dealt = among ? dealtParts(report, totalRows, list) : null;
  if (dealt) return dealt;
  const named = totalNamed(totalRows, first);
  if (named && !among) {
    const parts = partsFrom(report, named, list);
    if (parts.flatMap((row) => row.members).length > 1)
      return amongSum(named, parts, isExhaustive(report, named, parts), isWholeSet(parts));
  }
  let nearest: { told: (Sum | Range)[]; off: Decimal } | null = null;
  for (const total of totals) {
    if (isRate(report, total) || total.value.isZero()) continue;
    const parts = partsFrom(report, total, list);
    const members = parts.flatMap((row) => row.members);
    if (members.length < (among ? 2 : 3)) continue;
    const value = members.reduce((all, member) => (isFigure(member) ? all.plus(member.value) : all), ZERO);
    const off = value.div(total.value).minus(1).abs();
    if (nearest && off.gte(nearest.off)) continue;
    const told =
      among && total.series === null
        ? amongSum(total, parts, isExhaustive(report, total, parts))
        : [sum(total, members, false, dealtToPlaces(total, parts) ? 'implied' : 'possible')];
    nearest = { told, off };
  }
  // of the totals told before, the one that the list comes near to
  return nearest && (among || nearest.off.lt(NEAR)) ? nearest.told : [];
}

/** 在校生44218人。城区、镇区、乡村学校在校生依次为a、b、c: the three kinds of places are all there are. */
function dealtToPlaces(total: Figure, [row, ...others]: readonly Row[]): boolean {
  return (
    row !== undefined &&
    others.length === 0 &&
    row.members.length === 3 &&
    row.indicator === total.indicator &&
    total.stage === null &&
    total.scope === null &&
    /^城区、镇区(?:、|和)(?:乡村|农村)[^、]*$/.test(clauseOf(row))
  );
}

const SUBJECT = /^([^，。；]{2,16}?)之?(?:当)?中$/;

/** 义务教育学校76所。义务教育学校中，小学52所、初中17所: the one total whose own words the list begins with. */
export function totalNamed(earlier: readonly Row[], first: Row): Figure | null {
  const subject = SUBJECT.exec(first.clauses.at(-2) ?? '')?.[1]?.replace(/^(?:在|全[县市区]|我[县市区])+/, '');
  if (!subject || first.clauses.length < 2) return null;
  const fits = earlier.filter((row) =>
    clauseOf(row)
      .replace(/(?:共?有|共|为|达到?)$/, '')
      .endsWith(subject),
  );
  const [row] = fits;
  return fits.length === 1 && row ? onlyFigure(row) : null;
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
