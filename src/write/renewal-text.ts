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
};

const ORDER = Object.keys(OPEN_POINT_WORDS) as OpenPointKind[];

/** Open points in the order in which a person works them off: what is wrong for certain first. */
export function sortedPoints(open: readonly OpenPoint[]): OpenPoint[] {
  return [...open].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || startOf(a) - startOf(b));
}

/** What was renewed and what is left, as a text for the terminal. */
export function renewalText({ renewed, open, unchanged }: Renewal): string {
  const lines = [`更新数字${renewed.length}处（修订），原已相符${unchanged}处，待处理${open.length}处。`];
  const counts = new Map<string, number>();
  for (const { name, before, after } of renewed) {
    const line = `  ${name}：${before} → ${after}`;
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

/** The same for other programs; a place is told by line and column of the text form, as in the contract's JSON. */
export function renewalJson({ renewed, open, unchanged }: Renewal, bytes: Uint8Array): string {
  const { text } = readWordParts('', bytes).manuscript;
  const place = (span: Span | null) => {
    if (span === null) return null;
    const before = text.slice(0, span.start);
    return { line: before.split('\n').length, column: span.start - before.lastIndexOf('\n'), offset: span.start };
  };
  const plain = {
    renewed: renewed.map(({ span, ...rest }) => ({ ...rest, position: place(span) })),
    open: open.map(({ span, ...rest }) => ({ ...rest, position: place(span) })),
    unchanged,
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function startOf({ span }: OpenPoint): number {
  return span?.start ?? Number.MAX_SAFE_INTEGER;
}
