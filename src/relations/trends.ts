import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { phraseOf } from '../figures/name.ts';
import {
  around,
  clauseOf,
  firstOf,
  gapOf,
  isFigure,
  likeness,
  onlyFigure,
  type Passage,
  passagesOf,
  sameUnit,
  spanOf,
} from './context.ts';
import type { Trend } from './relation.ts';

const YEARLY =
  /(?:逐年|逐步|持续|连年|年年|稳步|连续[一二两三四五\d]+年)(?:实现|保持|稳步|持续|稳定|大幅|较快)?(增长|提高|提升|上升|增加|递增|扩大|改善|下降|降低|减少|递减|缩小)/g;
/** 只增不减 says it of every step as well. */
const ONLY = /只增不减|只升不降|只减不增/g;
const FALLING = /下降|降低|减少|递减|缩小/;
const FROM = /(?:由|从|自)[^，。；]*$/;
const RISE_TO = /(?:增加|提高|上升|提升|扩大|增长|增|升)(?:到|至|为)/;
const FALL_TO = /(?:下降|减少|降低|缩小|降|压缩|回落|减)(?:到|至|为)/;
/** 有望, 力争, 不断: plans and figures of speech assert nothing of a series. */
const NOT_SAID = /力争|争取|确保|努力|要|将|应当|必须|目标|推动|促进/;

const SHARE_RISES = /(?:比例|比重|占比|率)[^，。；率例重]{0,2}$/;

const EVERY = /^(?:均|都)(?:实现|保持|呈现?)?$/;

function isAlike(row: Row, other: Row): boolean {
  return (
    row.label === other.label &&
    row.role === other.role &&
    row.members.length === other.members.length &&
    sameUnit(firstOf(row).unit, firstOf(other).unit)
  );
}

/** 逐年增长 and the like with the series they speak of, and 由a增加到b. */
export function findTrends(report: Report): Trend[] {
  return passagesOf(report).flatMap((passage) => [
    ...announced(report, passage),
    ...yearly(report, passage),
    ...fromTo(report, passage),
  ]);
}

function yearly(report: Report, passage: Passage): Trend[] {
  const found: Trend[] = [];
  const base = passage.sentence.span.start;
  for (const match of [...passage.text.matchAll(YEARLY), ...passage.text.matchAll(ONLY)]) {
    const at = base + match.index;
    const clause = clauseAround(passage.text, match.index);
    if (NOT_SAID.test(clause.slice(0, clause.indexOf(match[0])))) continue;
    const subject = clause.slice(0, clause.indexOf(match[0]));
    const series = seriesOf(report, passage, at, subject);
    found.push(...series.map((row) => trend(match, at, row)));
  }
  return found;
}

function trend(match: RegExpExecArray, at: number, row: Row): Trend {
  const words = { start: at, end: at + match[0].length };
  return {
    type: 'trend',
    assertion: 'stated',
    series: row.members,
    rising: !FALLING.test(match[1] ?? '') && !match[0].startsWith('只减'),
    words: match[0],
    span: around(words, spanOf(row)),
  };
}

function clauseAround(text: string, at: number): string {
  const start = Math.max(...['，', '。', '；', '：', ',', ';'].map((mark) => text.lastIndexOf(mark, at) + 1));
  const end = text.slice(at).search(/[，。；：,;]/);
  return text.slice(start, end < 0 ? undefined : at + end);
}

/** The rows that the words speak of: those before them in the sentence with the clause's name, or those behind that they open. */
function seriesOf(report: Report, passage: Passage, at: number, subject: string): Row[] {
  const rows = yearByYear(passage.rows).filter(
    (row) =>
      row.members.length >= 2 &&
      (firstOf(row).unit !== null || row.label.includes('系数')) &&
      // 经费占财政支出比例逐年提高 says nothing of the spending itself
      (!SHARE_RISES.test(subject) || firstOf(row).unit === '%'),
  );
  const name = phraseOf(subject, isFigureKind(rows[0]), true).name;
  const behind = rows.filter((row) => spanOf(row).start > at);
  const opened = behind[0];
  if (opened) {
    // 生均公用经费逐年增长，初中分别为…，小学分别为…: the rows that take their name from this clause
    const own = behind.filter((row) => row.label === opened.label && !intervenes(report, at, opened));
    const fits =
      name === null ||
      name.label === opened.label ||
      // 教育经费连续三年增长，分别为…: the number of years stands between the name and the values
      opened.label === '' ||
      likeness(name.label, opened.label) >= 0.6;
    if (own.length > 0 && fits) return own;
  }
  const before = rows.filter((row) => spanOf(row).end <= at);
  const last = before.at(-1);
  if (!last) return [];
  if (name === null) {
    if (report.manuscript.text.slice(spanOf(last).end, at).length > 12) return [];
    // 小学a、b、c，初中d、e、f，均逐年增长: every row of the name
    return EVERY.test(subject) ? before.filter((row) => isAlike(row, last)) : [last];
  }
  return before.filter((row) => row.label === name.label || likeness(name.label, row.label) >= 0.6);
}

/** 2.生均事业费逐年增长。小学…a、b、c；初中…: a sentence without figures speaks of the series of its name in the next one. */
function announced(report: Report, passage: Passage): Trend[] {
  const before = report.sentences[(passage.rows[0]?.sentence ?? 0) - 1];
  if (before?.paragraph !== passage.sentence.paragraph) return [];
  const text = report.manuscript.text.slice(before.span.start, before.span.end);
  const match = [...text.matchAll(YEARLY)].at(-1);
  if (!match || /\d{2}/.test(text) || !/^[。\s]*$/.test(text.slice(match.index + match[0].length))) return [];
  const subject = clauseAround(text, match.index).split(match[0])[0] ?? '';
  if (NOT_SAID.test(subject)) return [];
  const rows = yearByYear(passage.rows).filter((row) => row.members.length >= 3 && firstOf(row).unit !== null);
  const name = phraseOf(
    subject.replace(/^[\d一二三四五六七八九十]+(?:是|[.．、])/, ''),
    isFigureKind(rows[0]),
    true,
  ).name;
  return rows
    .filter(
      (row) => name && (row.label === '' || row.label.endsWith(name.label) || likeness(name.label, row.label) >= 0.6),
    )
    .map((row) => trend(match, before.span.start + match.index, row));
}

/** 小学2021年9846元、2022年10215元、2023年10673元: values told year by year are one series. */
function yearByYear(rows: readonly Row[]): Row[] {
  const merged: Row[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    const goesOn =
      last &&
      row.members.length === 1 &&
      row.role === 'level' &&
      last.role === 'level' &&
      row.label === last.label &&
      row.stages.join() === last.stages.join() &&
      row.periods.length === 1 &&
      last.periods.length >= 1 &&
      sameUnit(firstOf(row).unit, firstOf(last).unit) &&
      Number(row.periods[0]) === Number(last.periods.at(-1)) + 1;
    if (goesOn)
      merged[merged.length - 1] = {
        ...last,
        members: [...last.members, ...row.members],
        periods: [...last.periods, ...row.periods],
      };
    else merged.push(row);
  }
  return merged;
}

function intervenes(report: Report, at: number, row: Row): boolean {
  return /[。；;]/.test(report.manuscript.text.slice(at, spanOf(row).start));
}

function isFigureKind(row: Row | undefined): 'money' | 'percent' | 'count' | 'area' {
  const first = row?.members[0];
  return first && isFigure(first) && (first.kind === 'money' || first.kind === 'percent' || first.kind === 'area')
    ? first.kind
    : 'count';
}

function fromTo(report: Report, passage: Passage): Trend[] {
  return passage.rows.flatMap((row, index): Trend[] => {
    const before = passage.rows[index - 1];
    const from = before ? onlyFigure(before) : null;
    const to = onlyFigure(row) ?? stepsOf(passage, row);
    if (!before || !from || !to || !sameUnit(from.unit, to.unit) || !FROM.test(clauseOf(before))) return [];
    const gap = gapOf(report, row);
    const rising = RISE_TO.exec(gap);
    const falling = FALL_TO.exec(gap);
    const words = rising ?? falling;
    if (!words || /[。；;]/.test(gap) || gap.length > 24) return [];
    return [
      {
        type: 'trend',
        assertion: 'stated',
        series: [from, ...row.members],
        rising: rising !== null,
        words: words[0],
        span: around(from.span, spanOf(row)),
      },
    ];
  });
}

/** 连续三年下降，由a降到b、c、d: the steps on the way; where stages are dealt out the members are no steps. */
function stepsOf(passage: Passage, row: Row): Figure | null {
  const first = row.members[0];
  const inTurn = new RegExp(YEARLY.source).test(passage.text) && row.stages.length < 2;
  return inTurn && first && row.members.every(isFigure) && isFigure(first) ? first : null;
}
