import type { Report, Row } from '../model/report.ts';
import { clauseOf, firstOf, gapOf, onlyFigure, sameUnit } from './context.ts';

/** 多, 少 right behind the base (比8.6台多3.6台) read like the tail of that number. */
const BARE = /^(?:多|少|高|低)(?:出)?了?(?:约|近)?$/;
/** 净增学位6660个: the change of what went from one value to another. */
const NET = /^(?:共|累计|已|实际)?(?:净增|净减)/;
/** 撤并9个: perhaps all of the change, perhaps one of several things that made it. */
/** 由37个减少到4个，三年消除33个: what is gone is the change. */
const GONE = /^(?:共|累计|已|实际)?(?:消除|化解)$/;
const EVENT = /^(?:共|累计|已|实际)?(?:撤并|撤销|裁撤|精简|压减|新增|增设|扩充)/;
const NEXT_YEAR = /^[、和]\s?(?:19|20)\d\d年的?$/;
const LONGEST_EVENT = 12;

/** A row, and over how many years its change went where that stands right before it. */
export interface ComparedRow extends Row {
  readonly took?: number;
}

/**
 * A sentence's rows as comparisons read them: 三年 before 增加7所 is no value, 三年前的95.1% is what is compared with, and
 * 多3.6台 behind a base is a change.
 */
export function comparedRows(report: Report, rows: readonly Row[]): readonly ComparedRow[] {
  const read: ComparedRow[] = [];
  let since = false;
  let took: number | null = null;
  for (const row of rows) {
    if (isDuration(row)) {
      since = row.role === 'base';
      took = onlyFigure(row)?.value.toNumber() ?? null;
      continue;
    }
    const previous = read.at(-1);
    if (since && /^(?:以?前)?的?$/.test(clauseOf(row))) read.push({ ...row, role: 'base' });
    else if (previous?.role === 'base' && row.role === 'level' && BARE.test(gapOf(report, row)))
      read.push({ ...row, role: 'change', clauses: [gapOf(report, row)] });
    else if (isEvent(row) && isPair(read.at(-2), previous) && sameUnit(firstOf(row).unit, unitOf(previous)))
      read.push({ ...row, role: 'change' });
    // 从2016年的a、2017年的b提高到c: the first is where it started
    else if (previous?.role === 'base' && row.role === 'level' && NEXT_YEAR.test(gapOf(report, row))) continue;
    else read.push(took !== null && row.role === 'change' ? { ...row, took } : row);
    took = null;
    since = false;
  }
  return read;
}

/** 三年, 两年: how long something took. */
export function isDuration(row: Row): boolean {
  return onlyFigure(row)?.unit === '年';
}

export function isPair(base: Row | undefined, level: Row | undefined): boolean {
  return base?.role === 'base' && level?.role === 'level' && /到|至|为/.test(clauseOf(level));
}

function unitOf(row: Row | undefined): string | null {
  return row ? firstOf(row).unit : null;
}

function isEvent(row: Row): boolean {
  const clause = clauseOf(row);
  return (
    row.role === 'level' &&
    clause.length <= LONGEST_EVENT &&
    (NET.test(clause) || EVENT.test(clause) || GONE.test(clause))
  );
}

/** Whether a change need not be all that changed (撤并9个). */
export function isPartial(row: Row): boolean {
  return EVENT.test(clauseOf(row));
}
