import type { OpenPoint, OpenPointKind, Renewal } from '../model/renewal.ts';
import { readWordParts } from '../read/index.ts';
import type { Span } from '../model/span.ts';
import { SEVERITY_WORDS } from './told.ts';

/** What kinds of open points are called, in the order in which they are told. */
export const OPEN_POINT_WORDS: Readonly<Record<OpenPointKind, string>> = {
  wording: '用词与数字不符',
  rewrite: '须改写的句子',
  finding: '更新后核对出的问题',
  chart: '图形与表不符',
  refused: '写不进修订的数字',
  edited: '有人改过的数字',
  lost: '丢失标记的数字',
  missing: '工作簿里没有的数据',
  disagrees: '工作簿与推算不一致',
  year: '年份和规划期待核',
  kept: '没有改的数',
};

const ORDER = Object.keys(OPEN_POINT_WORDS) as OpenPointKind[];

/** Open points in the order in which a person works them off: what is wrong for certain first. */
export function sortedPoints(open: readonly OpenPoint[]): OpenPoint[] {
  return [...open].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || startOf(a) - startOf(b));
}

/** How much was renewed and how much is left, in a line. */
export function headline({ renewed, open, unchanged, years }: Renewal): string {
  const count = (how: string): number => renewed.filter((one) => one.how === how).length;
  const [computed, carried] = [count('computed'), count('carried')];
  const made = [computed > 0 ? `推算${computed}处` : '', carried > 0 ? `沿用去年报告的数${carried}处` : ''].filter(
    (part) => part !== '',
  );
  const kept = open.filter(({ kind }) => kind === 'kept').length;
  const parts = [
    `更新数字${renewed.length}处（修订${made.length === 0 ? '' : `；其中${made.join('、')}`}）`,
    ...(years === undefined ? [] : [`年份顺延${years}处`]),
    `原已相符${unchanged}处`,
    `待处理${open.length - kept}处`,
  ];
  return `${parts.join('，')}。`;
}

/** What was renewed and what is left, as a text for the terminal. */
export function renewalText({ renewed, open, unchanged, years }: Renewal): string {
  const lines = [headline({ renewed, open, unchanged, ...(years === undefined ? {} : { years }) })];
  const counts = new Map<string, number>();
  for (const { name, before, after, source } of renewed) {
    const line = `  ${name}：${before} → ${after}${source === undefined ? '' : `　（${source}）`}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  for (const [line, count] of counts) lines.push(count === 1 ? line : `${line}（${count}处）`);
  let heading: OpenPointKind | null = null;
  for (const point of sortedPoints(open)) {
    if (point.kind !== heading) lines.push(`${OPEN_POINT_WORDS[point.kind]}：`);
    heading = point.kind;
    lines.push(`  ${SEVERITY_WORDS[point.severity]}　${point.message}`);
    if (point.sentence !== null) lines.push(`    原句：${point.sentence}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The same for other programs; a place is told by line and column of the text form, as in the contract's JSON.
 * @param written the new Word file, or the text form of any other
 */
export function renewalJson({ renewed, open, unchanged, years }: Renewal, written: Uint8Array | string): string {
  const text = typeof written === 'string' ? written : readWordParts('', written).manuscript.text;
  const place = (span: Span | null) => {
    if (span === null) return null;
    const before = text.slice(0, span.start);
    return { line: before.split('\n').length, column: span.start - before.lastIndexOf('\n'), offset: span.start };
  };
  const plain = {
    renewed: renewed.map(({ span, ...rest }) => ({ ...rest, position: place(span) })),
    open: open.map(({ span, ...rest }) => ({ ...rest, position: place(span) })),
    unchanged,
    ...(years === undefined ? {} : { years }),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function startOf({ span }: OpenPoint): number {
  return span?.start ?? Number.MAX_SAFE_INTEGER;
}
