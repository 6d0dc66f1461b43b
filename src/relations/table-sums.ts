import { Decimal } from '../model/decimal.ts';
import type { Figure, Mask } from '../model/figure.ts';
import type { TableLine } from '../model/table.ts';
import { isClassHead } from '../figures/axis.ts';
import { around, isFigure } from './context.ts';
import type { Range, Sum } from './relation.ts';
import {
  assertionBy,
  best,
  evidenceOf,
  isAmount,
  isWholeNumber,
  sameMeasure,
  type TableView,
  type Trial,
} from './table-view.ts';

interface Addition {
  readonly total: Figure | Mask;
  readonly parts: readonly (Figure | Mask)[];
}

/** Which lines make up each total line, worked out for one view; a subtotal first, so that a grand total need not go into it. */
export function tableSums(view: TableView): Sum[] {
  const { along } = view;
  const totals = along.flatMap(({ head }, index) =>
    head.total !== null && head.role === 'level' && head.addable && !head.among ? [index] : [],
  );
  if (totals.length === 0) return [];
  const index = indexOf(along);
  const covered = new Set<number>();
  const inner = totals.filter((total) => isInner(along, total, totals));
  const outer = totals.filter((total) => !inner.includes(total));
  const found: Sum[] = [];
  for (const total of [...inner, ...outer]) {
    const isOuter = outer.includes(total);
    const readings = readingsOf(along, index, total, isOuter ? inner : [], covered);
    const tried = readings.map((parts) => ({ parts, trials: trialsOf(view, total, parts) }));
    const chosen = best(tried.map(({ trials }) => trials));
    const parts = tried.find(({ trials }) => trials === chosen)?.parts ?? [];
    for (const part of parts) covered.add(part);
    found.push(...sumsOf(chosen));
  }
  return found;
}

interface LineIndex {
  readonly isAddend: readonly boolean[];
  /** Lines that differ from a total in nothing but the part of the path that says 合计. */
  cousins(total: number): readonly number[];
}

function indexOf(along: readonly TableLine[]): LineIndex {
  const isAddend = along.map(
    ({ head }) => head.addable && !head.among && head.total === null && !head.silent && head.path.length > 0,
  );
  const groups = new Map<number, Map<string, number[]>>();
  const keyOf = (path: readonly string[], without: number): string =>
    `${path.length}|${path.filter((_, at) => at !== without).join('|')}`;
  const groupsAt = (at: number): Map<string, number[]> => {
    const known = groups.get(at);
    if (known) return known;
    const made = new Map<string, number[]>();
    along.forEach(({ head }, line) => {
      if (!isAddend[line]) return;
      const key = keyOf(head.path, at);
      const group = made.get(key);
      if (group) group.push(line);
      else made.set(key, [line]);
    });
    groups.set(at, made);
    return made;
  };
  return {
    isAddend,
    cousins: (total) => {
      const { path, totalAt } = (along[total] as TableLine).head;
      return path.length < 2 ? [] : (groupsAt(totalAt).get(keyOf(path, totalAt)) ?? []);
    },
  };
}

/** 一、公用经费 over 1.小学 and 2.初中: told where most lines bear it out. */
export function nestedSums(view: TableView): Sum[] {
  const children = new Map<string, number[]>();
  view.along.forEach(({ head }, at) => {
    const parent = head.path.at(-2);
    if (parent === undefined || !head.addable || head.among || head.total !== null) return;
    const group = children.get(parent);
    if (group) group.push(at);
    else children.set(parent, [at]);
  });
  return view.along.flatMap(({ head }, at) => {
    const own = head.path.at(-1) ?? '';
    const parts = NUMBERED.test(own) ? (children.get(own) ?? []).filter((part) => part > at) : [];
    if (parts.length < 2) return [];
    const trials = trialsOf(view, at, parts);
    const { holds, fails } = evidenceOf(trials);
    return sumsOf(trials).map((sum): Sum => ({ ...sum, assertion: holds > fails ? 'implied' : 'possible' }));
  });
}

const NUMBERED = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．])/;

/** A 小计, or a 合计 inside a group, beside a total of everything. */
function isInner(along: readonly TableLine[], total: number, totals: readonly number[]): boolean {
  const own = (along[total] as TableLine).head;
  return totals.some((other) => {
    const { head } = along[other] as TableLine;
    if (other === total || head.total !== 'total') return false;
    return own.total === 'subtotal' || head.path.length < own.path.length;
  });
}

/** The ways in which a total's parts may be read, the likeliest first. */
function readingsOf(
  along: readonly TableLine[],
  { isAddend, cousins }: LineIndex,
  total: number,
  inner: readonly number[],
  covered: ReadonlySet<number>,
): (readonly number[])[] {
  const isTotal = (at: number): boolean => (along[at] as TableLine).head.total !== null;
  const before: number[] = [];
  for (let at = total - 1; at >= 0 && !isTotal(at); at--) if (isAddend[at]) before.unshift(at);
  const after: number[] = [];
  for (let at = total + 1; at < along.length && !isTotal(at); at++) if (isAddend[at]) after.push(at);
  const readings: (readonly number[])[] = [];
  if (inner.length > 0) {
    const single = along.flatMap((_, at) => (isAddend[at] && !covered.has(at) ? [at] : []));
    readings.push(
      [...inner, ...single].sort((a, b) => a - b),
      inner,
    );
  }
  readings.push(cousins(total), before, after);
  // 一、二、三 beside their own 1. 2. 3.: the first level adds up
  const listed = [...before, ...after].filter((at) => NUMBERED.test(lastOf(along, at)));
  const top = Math.min(...listed.map((at) => along[at]?.head.path.length ?? 0));
  const numbered = listed.filter(
    (at) => /^[一二三四五六七八九十]+[、.．]/.test(lastOf(along, at)) || along[at]?.head.path.length === top,
  );
  if (numbered.length > 1) readings.push(numbered);
  if (before.length > 0 && after.length > 0 && inner.length === 0) readings.push([...before, ...after]);
  return readings.filter((parts) => parts.length > 1);
}

function lastOf(along: readonly TableLine[], at: number): string {
  return along[at]?.head.path.at(-1) ?? '';
}

/** One reading on every line across: only lines whose values may be added, and only parts measured as the total is. */
function trialsOf(view: TableView, total: number, parts: readonly number[]): Trial<Addition>[] {
  const line = view.along[total] as TableLine;
  const lines = parts.map((part) => view.along[part] as TableLine);
  return view.across.flatMap((across): Trial<Addition>[] => {
    if (!across.head.addable || across.head.silent) return [];
    const whole = view.at(line, across);
    if (!isAmount(whole)) return [];
    const members = lines.map((part) => view.at(part, across)).filter(isAmount);
    const own = members.filter((member) => sameMeasure(whole, member));
    if (own.length < 2) return [];
    return [{ made: { total: whole, parts: own }, fits: fits(whole, own) }];
  });
}

function fits(total: Figure | Mask, parts: readonly (Figure | Mask)[]): boolean | null {
  if (!isFigure(total) || !parts.every(isFigure)) return null;
  const sum = parts.reduce((value, part) => value.plus(part.value), new Decimal(0));
  const slack = [total, ...parts].reduce(
    (width, figure) => (isWholeNumber(figure) ? width : width.plus(figure.interval.high.minus(figure.interval.low))),
    new Decimal(0),
  );
  return sum.minus(total.value).abs().times(2).lte(slack);
}

function sumsOf(trials: readonly Trial<Addition>[]): Sum[] {
  const evidence = evidenceOf(trials);
  // a total above its parts on every line may count a part that the table does not list
  const short =
    evidence.holds === 0 &&
    evidence.fails > 1 &&
    trials.every(({ made: { total, parts } }) => isFigure(total) && exceeds(total, parts));
  return trials.map(({ made: { total, parts } }) => {
    const plain = [total, ...parts].every((member) => !isFigure(member) || isWholeNumber(member));
    return {
      type: 'sum',
      assertion: assertionBy(evidence, plain && !short ? 'stated' : 'implied'),
      total,
      parts,
      partial: false,
      exhaustive: false,
      span: around(total.span, ...parts.map((part) => part.span)),
    };
  });
}

function exceeds(total: Figure, parts: readonly (Figure | Mask)[]): boolean {
  const sum = parts.reduce((value, part) => (isFigure(part) ? value.plus(part.value) : value), new Decimal(0));
  return total.value.gt(sum);
}

const PAIRS: readonly RegExp[] = [/^男|^女/, /^公办|^民办/, /^城[区镇]|^县城|^镇区|^[农乡]村/];

/** 其中：女生: a part beside its whole, never added to the total; parts that are all there is (each stage, 男 and 女) add up. */
export function tableParts(view: TableView): (Sum | Range)[] {
  const found: (Sum | Range)[] = [];
  let whole: TableLine | null = null;
  let group: TableLine[] = [];
  const close = (): void => {
    if (whole && group.length > 0) found.push(...partsOf(view, whole, group));
    group = [];
  };
  for (const line of view.along) {
    if (line.head.among) {
      group.push(line);
      continue;
    }
    close();
    if (line.head.role === 'level' && !line.head.silent && line.head.path.length > 0) whole = line;
  }
  close();
  return found;
}

function partsOf(view: TableView, whole: TableLine, group: readonly TableLine[]): (Sum | Range)[] {
  const ranges = group.flatMap((line) => {
    const trials = view.across.flatMap((across): Trial<{ part: Figure; total: Figure }>[] => {
      const part = view.at(line, across);
      const total = view.at(whole, across);
      if (!isAmount(part) || !isAmount(total) || !isFigure(part) || !isFigure(total) || !sameMeasure(part, total))
        return [];
      return [{ made: { part, total }, fits: part.interval.low.lte(total.interval.high) }];
    });
    const assertion = assertionBy(evidenceOf(trials), 'stated');
    return trials.map(
      ({ made: { part, total } }): Range => ({
        type: 'range',
        assertion,
        part,
        whole: total,
        reason: '其中数不应超过总数',
        kind: 'part',
        span: around(total.span, part.span),
      }),
    );
  });
  if (group.length < 2) return ranges;
  const trials = trialsAmong(view, whole, group);
  const evidence = evidenceOf(trials);
  const assertion = isPartition(whole, group) ? assertionBy(evidence, 'implied') : 'possible';
  return [...ranges, ...sumsOf(trials).map((sum): Sum => ({ ...sum, assertion }))];
}

function trialsAmong(view: TableView, whole: TableLine, group: readonly TableLine[]): Trial<Addition>[] {
  return view.across.flatMap((across): Trial<Addition>[] => {
    const total = view.at(whole, across);
    if (!isAmount(total) || !across.head.addable) return [];
    const parts = group.map((line) => view.at(line, across)).filter(isAmount);
    if (parts.length !== group.length || !parts.every((part) => sameMeasure(total, part))) return [];
    return [{ made: { total, parts }, fits: fits(total, parts) }];
  });
}

function isPartition(whole: TableLine, group: readonly TableLine[]): boolean {
  const stages = group.map(({ head }) => (head.stages.length === 1 ? head.stages[0] : undefined));
  if (whole.head.stages.length === 0 && !stages.includes(undefined)) return new Set(stages).size === stages.length;
  const names = group.map(({ head }) => (head.path.at(-1) ?? '').replace(/^其\s*中[:：]?/, ''));
  if (names.length > 1 && names.every((name) => isClassHead(name))) return isAllClasses(names);
  return PAIRS.some((pair) => names.every((name) => pair.test(name)) && new Set(names).size === names.length);
}

/** 45人以下 to 66人以上: classes from the open one below to the open one above are all there is. */
function isAllClasses(names: readonly string[]): boolean {
  const ends = [names[0] ?? '', names.at(-1) ?? ''];
  return ends.some((name) => /以[下内]$/.test(name)) && ends.some((name) => name.endsWith('以上'));
}
