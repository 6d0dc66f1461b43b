import type { PhrasingContent } from 'mdast';
import { textOf } from '../draft/text-of.ts';
import { halfWidths } from './half-widths.ts';

/** Characters of size 2 in a line: 156 mm are 442 pt, each is 22 pt wide. */
export const TITLE_CHARACTERS = 20;
const MOST_LINES = 4;
/** Words that the dictionary parts, and an office would not. */
const WHOLE =
  /[\p{Script=Han}]{2,6}?(?:人民政府|自治县|教育局|教育和体育局|(?:委员会|领导小组|督导室)(?:办公室)?|办公室|县|市|区|旗|州|省)|义务教育|(?:基本|优质|均衡)?(?:均衡)?发展|情况(?:的)?|自评报告|督导评估|《[^》]*》|\d{4}年(?:度)?/gu;
/** May end a line and not begin one: a title never begins a line with 的 or 和. */
const NEVER_FIRST = /^[的地得和与及、，：）》”了等]/u;
const GOOD_BEFORE = /^(?:自评报告|专题报告|情况报告|工作报告)/u;
const GOOD_AFTER = /(?:人民政府|教育局|委员会|办公室|小学|中学|学校|的)$/u;

/**
 * Breaks a title that is longer than a line into lines of sense and of good shape: no word broken, the lines as a trapezoid or a
 * diamond (7.3.1), never with a middle line shorter than both its neighbours. Lines that the template broke itself are kept; one of
 * them that is too long is broken again. Breaks fall into plain text only, never into a figure.
 */
export function balanceTitle(children: readonly PhrasingContent[]): PhrasingContent[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.flatMap((line, index) => {
    const text = line.map(textOf).join('');
    const broken = breakAt(line, linesOf(text, insides(line)));
    return index === 0 ? broken : [{ type: 'break' }, ...broken];
  });
}

/**
 * The offsets in a title's text where its lines end; none where it fits on one.
 *
 * @param kept offsets that must not be broken at
 */
export function linesOf(text: string, kept: ReadonlySet<number> = new Set()): readonly number[] {
  const width = halfWidths(text) / 2;
  if (width <= TITLE_CHARACTERS) return [];
  const places = wordEnds(text).filter((end) => !kept.has(end));
  const least = Math.ceil(width / TITLE_CHARACTERS);
  let best: { readonly ends: readonly number[]; readonly cost: number } | null = null;
  for (let count = least; count <= MOST_LINES && best === null; count++) {
    for (const ends of choices(places, count - 1)) {
      const cost = costOf(text, ends);
      if (cost !== null && (best === null || cost < best.cost)) best = { ends, cost };
    }
  }
  return best?.ends ?? [];
}

/** What speaks against breaking there; null where a line would be too long. */
function costOf(text: string, ends: readonly number[]): number | null {
  const bounds = [0, ...ends, text.length];
  const lines = bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
  const widths = lines.map((line) => halfWidths(line) / 2);
  if (widths.some((width) => width > TITLE_CHARACTERS)) return null;
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  let cost = widths.reduce((sum, width) => sum + Math.abs(width - mean), 0);
  const [first = 0, second = 0, third = 0] = widths;
  // an hourglass, and a block of equal lines, are what 7.3.1 rules out
  if (widths.length === 3 && second < first && second < third) cost += 20;
  if (new Set(widths).size === 1) cost += 3;
  // who reports stands on a line of its own where the rest allows it, as offices set it
  for (const line of lines.slice(1)) if (line.startsWith('关于')) cost -= 12;
  for (const line of lines.slice(1)) if (GOOD_BEFORE.test(line)) cost -= 4;
  for (const line of lines.slice(0, -1)) if (GOOD_AFTER.test(line)) cost -= 4;
  return cost;
}

/** Where words end: the dictionary that every Node and browser brings, mended where it parts names and terms. */
function wordEnds(text: string): readonly number[] {
  const inside = new Set<number>();
  for (const match of text.matchAll(WHOLE)) {
    for (let offset = match.index + 1; offset < match.index + match[0].length; offset++) inside.add(offset);
  }
  const ends: number[] = [];
  for (const { index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    if (index > 0 && !inside.has(index) && !NEVER_FIRST.test(text.slice(index))) ends.push(index);
  }
  return ends;
}

/** All ways to take so many of the places, in order. */
function choices(places: readonly number[], count: number, from = 0): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return places.flatMap((place, index) =>
    index < from ? [] : choices(places, count - 1, index + 1).map((rest) => [place, ...rest]),
  );
}

/** The offsets inside figures and gaps. */
function insides(line: readonly PhrasingContent[]): ReadonlySet<number> {
  const found = new Set<number>();
  let offset = 0;
  for (const node of line) {
    const { length } = textOf(node);
    if (node.type !== 'text') for (let inside = 1; inside < length; inside++) found.add(offset + inside);
    offset += length;
  }
  return found;
}

function breakAt(line: readonly PhrasingContent[], ends: readonly number[]): PhrasingContent[] {
  const broken: PhrasingContent[] = [];
  let offset = 0;
  for (const node of line) {
    const length = textOf(node).length;
    const here = ends.filter((end) => end >= offset && end < offset + length && end > 0);
    if (node.type === 'text') {
      let from = 0;
      for (const end of here) {
        if (end > offset + from) broken.push({ type: 'text', value: node.value.slice(from, end - offset) });
        broken.push({ type: 'break' });
        from = end - offset;
      }
      broken.push({ type: 'text', value: node.value.slice(from) });
    } else {
      if (here.includes(offset)) broken.push({ type: 'break' });
      broken.push(node);
    }
    offset += length;
  }
  return broken;
}
