import type { Element } from 'hast';
import { s } from 'hastscript';
import { type ChartData, type ChartSeries, chartInWords } from '../chart-data.ts';

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 62;
const RIGHT = 12;
const TOP = 26;
const BOTTOM = 62;
const FLOOR = HEIGHT - BOTTOM;
/** The colours of the Word charts, so that the two files of one report look alike. */
const COLORS = ['#1f4e79', '#9dc3e6', '#2e75b6', '#bdd7ee', '#7f7f7f', '#d0cece'] as const;
const LIMIT_COLORS = ['#c00000', '#7f3f00', '#404040'] as const;
/** With more numbers than this in the plot they run into each other; the table below the chart has them all. */
const LABELLED = 18;
/** Of a letter in the labels below the columns. */
const LETTER = 12;

/** A series with its colour; the first three colours go to what is measured, the reds to the limits. */
interface Drawn extends ChartSeries {
  readonly color: string;
}

/** A chart of a draft as inline SVG, its text as text, so that it can be found and read out; no script, no request. */
export function draftChart(data: ChartData): Element {
  const drawn = coloured(data.series);
  const numbers = drawn.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [value.toNumber()])));
  const scale = scaleOf(numbers, data.shape);
  const band = (WIDTH - LEFT - RIGHT) / data.categories.length;
  const place: Place = {
    x: (category) => LEFT + band * (category + 0.5),
    y: (value) => rounded(TOP + (FLOOR - TOP) * (1 - (value - scale.low) / (scale.high - scale.low))),
    band,
    isLabelled: drawn.filter(({ isLimit }) => !isLimit).length * data.categories.length <= LABELLED,
  };
  const columns = drawn.filter(({ isLimit }) => data.shape === 'column' && !isLimit);
  const lines = drawn.filter((one) => !columns.includes(one));
  return s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', ariaLabel: chartInWords(data), className: 'chart' },
    [
      s('title', chartInWords(data)),
      ...grid(scale, place),
      ...(data.unit === null ? [] : [s('text', { x: 2, y: 12, className: 'small' }, data.unit)]),
      ...columns.flatMap((one, index) => columnsOf(one, index, columns.length, place)),
      ...lines.flatMap((one) => lineOf(one, place)),
      ...data.categories.flatMap((name, index) => labelOf(name, index, place)),
      ...legend(drawn, columns),
    ],
  );
}

interface Place {
  readonly x: (category: number) => number;
  readonly y: (value: number) => number;
  readonly band: number;
  readonly isLabelled: boolean;
}

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** Round steps; columns begin at nought, since their length is what one compares. */
function scaleOf(numbers: readonly number[], shape: ChartData['shape']): Scale {
  const most = Math.max(...numbers, 0);
  const least = Math.min(...numbers);
  const from = shape === 'column' || least < 0 || least < most * 0.6 ? Math.min(0, least) : least;
  const span = most - from || Math.abs(most) || 1;
  const raw = span / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5].find((one) => one * power >= raw) ?? 10) * power;
  const low = Math.floor(from / step) * step;
  const high = Math.ceil((most + span * 0.04) / step) * step;
  return { low, high, step };
}

function grid({ low, high, step }: Scale, { y }: Place): Element[] {
  const places = Math.max(0, -Math.floor(Math.log10(step)) + (String(step).includes('25') ? 1 : 0));
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step).flatMap(
    (value) => [
      s('line', { x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value), className: 'grid' }),
      s('text', { x: LEFT - 6, y: y(value) + 4, className: 'small end' }, value.toFixed(Math.min(places, 6))),
    ],
  );
}

function columnsOf({ values, printed, color, name }: Drawn, index: number, count: number, place: Place): Element[] {
  const width = (place.band * 0.72) / count;
  return values.flatMap((value, category) => {
    if (value === null) return [];
    const left = rounded(place.x(category) - place.band * 0.36 + index * width);
    const [from, to] = [place.y(0), place.y(value.toNumber())];
    const label = printed[category] ?? '';
    return [
      s(
        'rect',
        { x: left, y: Math.min(from, to), width: rounded(width - 1), height: Math.abs(from - to), fill: color },
        [s('title', `${name}${label}`)],
      ),
      ...(place.isLabelled
        ? [s('text', { x: rounded(left + width / 2), y: Math.min(from, to) - 4, className: 'small middle' }, label)]
        : []),
    ];
  });
}

/** A line, broken where a value is missing; a limit runs through the whole width and has no points. */
function lineOf({ values, printed, color, isLimit }: Drawn, place: Place): Element[] {
  let pen = 'M';
  const path = values
    .map((value, category) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${rounded(place.x(category))} ${place.y(value.toNumber())}`;
      pen = 'L';
      return step;
    })
    .join('');
  const [first] = values;
  const isLevel = isLimit && first !== null && first !== undefined && values.every((value) => value?.eq(first) ?? true);
  const d = isLevel ? `M${LEFT} ${place.y(first.toNumber())}H${WIDTH - RIGHT}` : path;
  const look = { d, stroke: color, fill: 'none', strokeWidth: isLimit ? 1.5 : 2.2 };
  const line = s('path', isLimit ? { ...look, strokeDasharray: '6 4' } : look);
  if (isLimit) return [line];
  const points = values.flatMap((value, category) => {
    if (value === null) return [];
    const [x, y] = [rounded(place.x(category)), place.y(value.toNumber())];
    const label = s('text', { x, y: y - 8, className: 'small middle' }, printed[category] ?? '');
    return [s('circle', { cx: x, cy: y, r: 3.2, fill: color }), ...(place.isLabelled ? [label] : [])];
  });
  return [line, ...points];
}

/** A category's name below its columns, on as many lines as it needs, three at most. */
function labelOf(name: string, index: number, { x, band }: Place): Element[] {
  const room = Math.max(2, Math.floor(band / LETTER));
  const letters = [...name];
  const lines = Array.from({ length: Math.min(3, Math.ceil(letters.length / room)) }, (_, line) =>
    letters.slice(line * room, (line + 1) * room).join(''),
  );
  if (letters.length > room * 3) lines[2] = `${(lines[2] ?? '').slice(0, -1)}…`;
  return lines.map((line, row) =>
    s('text', { x: rounded(x(index)), y: FLOOR + 15 + row * 13, className: 'small middle' }, line),
  );
}

function legend(drawn: readonly Drawn[], columns: readonly Drawn[]): Element[] {
  let x = LEFT;
  return drawn.flatMap((one) => {
    const at = x;
    x += 34 + [...one.name].length * LETTER;
    const key = columns.includes(one)
      ? s('rect', { x: at, y: HEIGHT - 12, width: 18, height: 8, fill: one.color })
      : s('line', {
          x1: at,
          x2: at + 18,
          y1: HEIGHT - 8,
          y2: HEIGHT - 8,
          stroke: one.color,
          strokeWidth: 2,
          ...(one.isLimit ? { strokeDasharray: '6 4' } : {}),
        });
    return [key, s('text', { x: at + 23, y: HEIGHT - 4, className: 'small' }, one.name)];
  });
}

function coloured(series: readonly ChartSeries[]): readonly Drawn[] {
  const [kept, limits] = [series.filter(({ isLimit }) => !isLimit), series.filter(({ isLimit }) => isLimit)];
  return series.map((one) => ({
    ...one,
    color: (one.isLimit
      ? LIMIT_COLORS[limits.indexOf(one) % LIMIT_COLORS.length]
      : COLORS[kept.indexOf(one) % COLORS.length]) as string,
  }));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
