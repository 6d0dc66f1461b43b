import { isPageNumber } from '../notes.ts';
import type { PrintedLine } from './lines.ts';

/** Pages without what is printed on every page. */
export interface BodyPages {
  readonly pages: readonly (readonly PrintedLine[])[];
  /** Running heads and feet, each text once. */
  readonly running: readonly string[];
  readonly pageNumbers: number;
}

/** How many lines at either end of a page may be a head or a foot. */
const edge = 2;

/**
 * Takes page numbers and running heads and feet out: they would stand in the middle of a paragraph that goes on overleaf.
 * A running head stands in the same place on most pages and says the same, digits aside, apart from the lines of the body
 * (the repeated head of a table does not stand apart).
 */
export function withoutRunning(pages: readonly (readonly PrintedLine[])[]): BodyPages {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length / 2);
  const running = new Set<string>();
  let pageNumbers = 0;
  const kept = pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => {
      if (!edges.has(line)) return true;
      const number = isPageNumber(line.text);
      // A bare number may be the last cell of a table; one between strokes cannot.
      const certain = number && /[^\d\s]/u.test(line.text);
      if (!certain && !standsApart(line, lines)) return true;
      if (number) pageNumbers += 1;
      else if ((counts.get(keyOf(line)) ?? 0) >= often) running.add(line.text);
      else return true;
      return false;
    });
  });
  return { pages: kept, running: [...running], pageNumbers };
}

function edgesOf(lines: readonly PrintedLine[]): PrintedLine[] {
  return lines.filter((_, index) => index < edge || index >= lines.length - edge);
}

function keyOf({ text, y }: PrintedLine): string {
  return `${Math.round(y / 3)} ${text.replaceAll(/\d+/g, '#')}`;
}

/**
 * Whether more room lies between a line and the body than between the lines of the body, or its type is another; or nothing
 * else is on the page.
 */
function standsApart(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const usualSize = sizes[sizes.length >> 1] ?? line.size;
  if (Math.abs(line.size - usualSize) > 0.1 * usualSize) return true;
  const pitches = lines
    .slice(1)
    .map((next, index) => (lines[index]?.y ?? 0) - next.y)
    .sort((a, b) => a - b);
  const usual = pitches[pitches.length >> 1] ?? 0;
  const at = lines.indexOf(line);
  const inwards = at < edge ? [at + 1, at + 2] : [at - 1, at - 2];
  // The line next to it may be a second head or foot: then the gap lies behind that one.
  return lines.length <= 2 || inwards.some((index) => gap(lines, at, index) > 1.3 * usual * Math.abs(index - at));
}

function gap(lines: readonly PrintedLine[], from: number, to: number): number {
  return Math.abs((lines[from]?.y ?? 0) - (lines[to]?.y ?? lines[from]?.y ?? 0));
}
