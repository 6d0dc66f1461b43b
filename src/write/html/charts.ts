import type { Element } from 'hast';
import { s } from 'hastscript';

/** One bar of a chart. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** As the tables print it. */
  readonly text: string;
  readonly isMissed: boolean;
}

/** A line that bars are held against. */
export interface Mark {
  readonly value: number;
  /** `标准4.5` */
  readonly text: string;
}

const WIDTH = 560;
const ROW = 22;
const NAME_WIDTH = 210;
const VALUE_WIDTH = 72;
const HEIGHT = 230;
const TOP = 24;
/** Room for the numbers of the upright chart. */
const SIDE = 8;

/**
 * Bars lying one below the other, each with its name and number: for as many as one can read. Names and numbers are text, so that
 * they can be read out and found.
 *
 * @param label what the chart shows, for those who cannot see it
 */
export function namedBars(label: string, bars: readonly Bar[], marks: readonly Mark[]): Element {
  const most = Math.max(...bars.map(({ value }) => value), ...marks.map(({ value }) => value), 0) || 1;
  const space = WIDTH - NAME_WIDTH - VALUE_WIDTH;
  const x = (value: number) => rounded(NAME_WIDTH + (value / most) * space);
  const height = TOP + bars.length * ROW + 6;
  return s('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', ariaLabel: label, className: 'chart' }, [
    s('title', label),
    ...bars.flatMap(({ name, value, isMissed }, index) => {
      const y = TOP + index * ROW;
      return [
        s('text', { x: NAME_WIDTH - 8, y: y + 15, className: 'name' }, shortened(name)),
        s('rect', {
          x: NAME_WIDTH,
          y: y + 3,
          width: rounded(x(value) - NAME_WIDTH),
          height: ROW - 7,
          className: isMissed ? 'bar missed' : 'bar',
        }),
      ];
    }),
    ...marks.flatMap(({ value, text }) => [
      s('line', { x1: x(value), x2: x(value), y1: TOP - 4, y2: height, className: 'mark' }),
      s('text', { x: x(value), y: TOP - 9, className: anchor(x(value), 'mark-name') }, text),
    ]),
    // above the line, so that it strikes no number through
    ...bars.map(({ value, text, isMissed }, index) =>
      s(
        'text',
        { x: rounded(x(value) + 6), y: TOP + index * ROW + 15, className: isMissed ? 'value missed' : 'value' },
        text,
      ),
    ),
  ]);
}

/**
 * Bars standing side by side in ascending order, without names: the shape of several hundred schools at a glance. Those that miss
 * the mark are marked by colour and stand on the left of the place where the mark is reached; the table beside names them.
 */
export function skyline(label: string, bars: readonly Bar[], marks: readonly Mark[]): Element {
  const sorted = [...bars].sort((a, b) => a.value - b.value);
  // one school ten times as rich as the others would press all the rest flat: it is cut off, and its number told
  const highest = Math.max(...sorted.map(({ value }) => value), 0);
  const usual = sorted[Math.floor(sorted.length * 0.98)]?.value ?? highest;
  const most = Math.max(Math.min(highest, usual * 1.25), ...marks.map(({ value }) => value * 1.1), 0) || 1;
  const step = (WIDTH - 2 * SIDE) / Math.max(1, sorted.length);
  const y = (value: number) => rounded(HEIGHT - (Math.min(value, most) / most) * (HEIGHT - TOP));
  const path = (which: readonly [Bar, number][]) =>
    which
      .map(([{ value }, index]) => {
        const left = rounded(SIDE + index * step);
        const right = rounded(SIDE + (index + 1) * step - Math.min(1, step * 0.15));
        return `M${left} ${HEIGHT}V${y(value)}H${right}V${HEIGHT}Z`;
      })
      .join('');
  const numbered = sorted.map((bar, index): [Bar, number] => [bar, index]);
  const missed = numbered.filter(([{ isMissed }]) => isMissed);
  return s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT + 18}`, role: 'img', ariaLabel: label, className: 'chart' }, [
    s('title', label),
    s('path', { d: path(numbered.filter(([{ isMissed }]) => !isMissed)), className: 'bar' }),
    s('path', { d: path(missed), className: 'bar missed' }),
    s('line', { x1: SIDE, x2: WIDTH - SIDE, y1: HEIGHT, y2: HEIGHT, className: 'base' }),
    ...marks.flatMap(({ value, text }) => [
      s('line', { x1: SIDE, x2: WIDTH - SIDE, y1: y(value), y2: y(value), className: 'mark' }),
      s('text', { x: SIDE + 2, y: y(value) - 5, className: 'mark-name first' }, text),
    ]),
    s('text', { x: SIDE, y: HEIGHT + 14, className: 'value' }, `最低${sorted[0]?.text ?? ''}`),
    s('text', { x: WIDTH - SIDE, y: HEIGHT + 14, className: 'value last' }, `最高${sorted.at(-1)?.text ?? ''}`),
  ]);
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length > 17 ? `${letters.slice(0, 16).join('')}…` : name;
}

function anchor(x: number, name: string): string {
  return x > WIDTH - VALUE_WIDTH ? `${name} last` : name;
}

/** Hundredths of a unit are below what any screen shows; the rest would only make the file large. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
