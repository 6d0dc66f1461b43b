import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { findAllMet } from './all-met.ts';
import { around, clauseOf, isFigure, passagesOf, spanOf } from './context.ts';
import type { Claim, Trend } from './relation.ts';

const THREE_GROWTHS =
  /(?:实现|做到|达到|确保|落实|保证)[^，。；\n]{0,20}[“"]?三个增长[”"]?|[“"]?三个增长[”"]?[^。；\n]{0,60}(?:达到|符合|落实|实现)[^，。；\n]{0,16}(?:要求|规定|标准)/g;
const GROWTHS_MEAN = '“三个增长”含生均公用经费、教师工资逐步增长';
const ALL_GROW = /(?:均|都|全部)(?:实现(?:了)?|有所|保持(?:了)?)?(?:增长|提高|增加)|[“"]?三个增长[”"]?/;
const DENIED = /未|没有|不能|力争|确保|将|要|还不/;
const GROWING = /生均.{0,12}(?:公用经费|事业费|经费)|教育.{0,8}拨款|教师.{0,4}工资/;
const HIGHER = /(高于|低于|高出|低出|多于|少于)/;

/** Claims in words that figures of the text contradict: 三个增长 beside a falling series, 高于 beside a negative excess. */
export function findClaims(report: Report, trends: readonly Trend[]): Claim[] {
  return [...threeGrowths(report, trends), ...allGrowing(report), ...signs(report), ...findAllMet(report)];
}

function threeGrowths(report: Report, trends: readonly Trend[]): Claim[] {
  const { text } = report.manuscript;
  const falling = trends.flatMap((trend) => {
    const figures = trend.series.filter((operand): operand is Figure => 'id' in operand);
    return trend.rising && GROWING.test(figures[0]?.label ?? '') ? drops(figures) : [];
  });
  const found: Claim[] = [];
  for (const match of text.matchAll(THREE_GROWTHS)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (DENIED.test(before.split(/[，。；\n]/).at(-1) ?? '') || /未|没有/.test(match[0]) || falling.length === 0)
      continue;
    const words = match[0];
    found.push(
      claim('三个增长', [...new Set(falling.flat())], `${falling.map(dropText).join('，')}；${GROWTHS_MEAN}`, {
        start: match.index,
        end: match.index + words.length,
      }),
    );
  }
  return found;
}

/** Each figure that lies below the one before it, behind that one. */
function drops(figures: readonly Figure[]): (readonly [before: Figure, after: Figure])[] {
  return figures.flatMap((figure, index) => {
    const before = figures[index - 1];
    return before && figure.interval.high.lt(before.interval.low) ? [[before, figure] as const] : [];
  });
}

/** 初中生均公用经费由2865.4元降到2555.6元: four figures of two stages in a row would be read as one series. */
function dropText([before, after]: readonly [Figure, Figure]): string {
  const stage = after.stage === null || after.label.includes(after.stage) ? '' : after.stage;
  return `${stage}${after.label}由${before.text}降到${after.text}`;
}

/** 均实现增长 and 三个增长 in a sentence that tells a negative growth. */
function allGrowing(report: Report): Claim[] {
  return passagesOf(report).flatMap(({ sentence, rows, text }) => {
    const match = ALL_GROW.exec(text);
    if (!match || DENIED.test(text.slice(Math.max(0, match.index - 12), match.index))) return [];
    const falling = rows
      .filter(
        (row) => (row.role === 'change-rate' || row.role === 'level') && /增长|提高|增加|增幅/.test(clauseOf(row)),
      )
      .flatMap((row) =>
        row.members.filter((member): member is Figure => isFigure(member) && member.value.isNegative()),
      );
    if (falling.length === 0) return [];
    const start = sentence.span.start + match.index;
    return [claim(match[0], falling, '增长比例中有负数', { start, end: start + match[0].length })];
  });
}

/** A高于B分别为-47.51…: an excess that is none. */
function signs(report: Report): Claim[] {
  const found: Claim[] = [];
  for (const { rows } of passagesOf(report)) {
    for (const row of rows) {
      const word = HIGHER.exec(clauseOf(row))?.[1];
      if (!word) continue;
      const negative = row.members.filter((member): member is Figure => isFigure(member) && member.value.isNegative());
      if (negative.length === 0) continue;
      found.push(claim(word, negative, `称“${word}”而差值为负`, around(spanOf(row))));
    }
  }
  return found;
}

function claim(words: string, contradicted: readonly Figure[], reason: string, span: Span): Claim {
  return {
    type: 'claim',
    assertion: 'implied',
    words,
    contradicted,
    reason,
    places: contradicted.map((figure) => figure.span),
    span,
  };
}
