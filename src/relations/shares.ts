import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { clauseOf, firstOf, isFigure, onlyFigure, passagesOf } from './context.ts';
import type { Share, Sum } from './relation.ts';
import { madeUp, type Open, type Reading, resolved } from './share-open.ts';
import { upwards } from './share-grades.ts';
import { headOf, isAlike, listOf, partOf } from './share-parts.ts';
import { fulfilment, partBehind, rateOfCounts } from './share-rates.ts';
import { seriesShares } from './share-series.ts';
import { cut, isLike, NO_SHARE, SHARE_OF } from './share-words.ts';
import { amongTotal, holds, leading, subjectWhole, wholeBehind, wholeToldOnce, wholesNamed } from './share-wholes.ts';

/** How many rows of the sentence and of its paragraph a share is looked for in: no sentence to be read is longer. */
const IN_SENTENCE = 100;
const IN_PARAGRAPH = 150;
const BEHIND = 8;

/**
 * Shares of a named or implied whole, singly or row by row. Where the text leaves the whole open, the figure that the
 * printed percentage fits is taken for it; a share that fits none is held against the whole that its neighbours fit.
 */
export function findShares(report: Report): (Share | Sum)[] {
  const found: (Share | Sum)[] = [];
  let paragraph = -1;
  let earlier: Row[] = [];
  let open: Open[] = [];
  const flush = (): void => {
    const shares = resolved(open);
    found.push(...shares, ...madeUp(shares));
    open = [];
  };
  for (const { sentence, rows, text } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) {
      flush();
      earlier = [];
      paragraph = sentence.paragraph;
    }
    rows.forEach((row, index) => {
      if (firstOf(row).unit !== '%') return;
      const place: Place = {
        report,
        earlier,
        inSentence: rows.slice(Math.max(0, index - IN_SENTENCE), index),
        row,
        behind: rows.slice(index + 1, index + 1 + BEHIND),
        text,
      };
      const { inSentence, behind } = place;
      if (row.members.length > 1) {
        found.push(...seriesShares(report, earlier, inSentence, row, behind));
        return;
      }
      const single =
        partBehind(inSentence, row, behind) ??
        fulfilment(report, inSentence, row) ??
        singleShare(place) ??
        rateOfCounts(report, inSentence, row, behind);
      if (single) open.push(single);
    });
    earlier = [...earlier, ...rows].slice(-IN_PARAGRAPH);
  }
  flush();
  return found;
}

/** Where a share stands: the rows of its paragraph before its sentence, and of the sentence on either side. */
interface Place {
  readonly report: Report;
  readonly earlier: readonly Row[];
  readonly inSentence: readonly Row[];
  readonly row: Row;
  readonly behind: readonly Row[];
  /** The sentence's text. */
  readonly text: string;
}

function singleShare(place: Place): Open | null {
  const { report, inSentence, row } = place;
  const clause = clauseOf(row);
  const match = SHARE_OF.exec(clause);
  const share = onlyFigure(row);
  if (!match || !share || NO_SHARE.test(clause)) return null;
  const part = partOf(report, inSentence, row, clause.slice(0, match.index));
  if (!part) {
    const grades = upwards(report, place.earlier, inSentence, place.behind, clause.slice(0, match.index));
    return grades ? { share, readings: [grades] } : null;
  }
  const words = (match.groups?.['whole'] ?? '').replaceAll(/[（(].*$/g, '');
  const readingsFor = (one: Figure): Reading[] =>
    cut(words) === '' ? ofImplied(place, one) : ofNamed(place, one, share, words);
  const readings = readingsFor(part);
  const head = headOf(inSentence, part);
  // 6318人，小学4226人，初中2092人，占…: what the list makes up rather than its last member
  if (head) readings.push(...readingsFor(head).filter((reading) => reading.candidates.length > 0));
  const list = listOf(report, inSentence, part);
  const [first] = readings;
  // 其中11所初中、1所…、29所小学达标，占…: the list told is the share, not its last member
  if (first && list.length > 1) readings.push({ ...first, parts: list, onlyWhereItFits: true });
  return readings.length > 0 ? { share, readings } : null;
}

function levelsBefore({ earlier, inSentence }: Place, part: Figure): Figure[] {
  return [...earlier, ...inSentence].flatMap((other) =>
    other.role === 'level' ? other.members.filter(isFigure).filter((figure) => holds(figure, part)) : [],
  );
}

/** 占专任教师总数的: the whole is named. */
function ofNamed(place: Place, part: Figure, share: Figure, words: string): Reading[] {
  const { report, behind } = place;
  const candidates = levelsBefore(place, part);
  const named = wholesNamed(report, words, part, share);
  const near = named.find((figure) => candidates.includes(figure)) ?? named[0] ?? wholeBehind(words, part, behind);
  if (near) {
    const alike = candidates.filter((figure) => isLike(cut(words), figure));
    return [{ parts: [part], candidates: [near, ...alike], meant: near }];
  }
  const told = wholeToldOnce(report, words, part, share);
  if (told) return [{ parts: [part], candidates: [told, ...candidates], meant: told }];
  return candidates.length > 0 ? [{ parts: [part], candidates, meant: null }] : [];
}

/** 其中本科48人，占64%: the whole is what the sentence is about. */
function ofImplied(place: Place, part: Figure): Reading[] {
  const { report, inSentence, text } = place;
  const candidates = levelsBefore(place, part);
  if (candidates.length === 0) {
    // 1.23亿元支出中，人员经费10.26亿元，占72.1%: the sentence says what is the whole, although it is less than its part
    const opening = inSentence[0] ? onlyFigure(inSentence[0]) : null;
    const whole =
      opening && opening !== part && isAlike(opening, part) ? subjectWhole(text, inSentence, [opening]) : null;
    return whole ? [{ parts: [part], candidates: [whole], meant: whole }] : [];
  }
  const meant =
    subjectWhole(text, inSentence, candidates) ?? amongTotal(report, inSentence, part) ?? leading(inSentence, part);
  return [{ parts: [part], candidates, meant }];
}
