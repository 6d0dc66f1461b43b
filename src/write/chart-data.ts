import type { TableCell } from 'mdast';
import { textOf } from '../draft/text-of.ts';
import { Decimal } from '../model/decimal.ts';
import type { ChartPart } from './draft-parts.ts';

/** One line or one colour of columns. */
export interface ChartSeries {
  readonly name: string;
  /** One for each category; null where the draft has a gap. */
  readonly values: readonly (Decimal | null)[];
  /** The same as the table prints them, `0.400`. */
  readonly printed: readonly (string | null)[];
  /** Places after the decimal point that the table prints at most. */
  readonly places: number;
  /** A limit that the others are held against: drawn as a line through all columns, where it is the same for all. */
  readonly isLimit: boolean;
}

/** A chart as numbers, the same for Word and for the page. */
export interface ChartData {
  readonly shape: 'column' | 'line';
  readonly title: string;
  /** As the unit line tells it, `万元`; null where there is none. */
  readonly unit: string | null;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

const NUMBER = /^[-−]?\d+(?:\.(\d+))?%?$/;
const LIMIT = /限值|标准|上限|下限|不高于|不低于|不超过|要求/;

/**
 * The numbers of a chart: the first column of its table holds the categories, every other column a series, whose name stands in the
 * first row. A gap leaves its point out; a category or a series of gaps only is left out whole.
 *
 * @returns null where no number is left
 */
export function chartData({ shape, caption, unit, table }: ChartPart): ChartData | null {
  const [head, ...rows] = table.children;
  const cells = rows.map(({ children }) => children.slice(1).map(pointOf));
  const kept = cells.map((row) => row.some((point) => point !== null));
  const categories = rows.filter((_, index) => kept[index]).map(({ children }) => textOf(children[0]).trim());
  const series = (head?.children ?? []).slice(1).flatMap((cell, column): ChartSeries[] => {
    const points = cells.filter((_, index) => kept[index]).map((row) => row[column] ?? null);
    if (points.every((point) => point === null)) return [];
    const name = textOf(cell).trim();
    return [
      {
        name,
        values: points.map((point) => point?.value ?? null),
        printed: points.map((point) => point?.printed ?? null),
        places: Math.max(...points.map((point) => point?.places ?? 0)),
        isLimit: LIMIT.test(name) && (shape === 'line' || isLevel(points)),
      },
    ];
  });
  if (series.length === 0) return null;
  return {
    shape,
    title: textOf(caption).trim(),
    unit: unit === null ? null : unitOf(textOf(unit)),
    categories,
    // a chart of limits only would have nothing to hold against them
    series: series.every(({ isLimit }) => isLimit) ? series.map((one) => ({ ...one, isLimit: false })) : series,
  };
}

/** What the chart shows, in words, for those who cannot see it. */
export function chartInWords({ shape, title, unit, categories, series }: ChartData): string {
  const told = series.map(({ name, printed }) => {
    const points = printed.flatMap((value, index) => (value === null ? [] : [`${categories[index]} ${value}`]));
    return `${name}：${points.join('，')}`;
  });
  return `${shape === 'column' ? '柱形图' : '折线图'}，${title}${unit === null ? '' : `（${unit}）`}。${told.join('；')}。`;
}

interface Point {
  readonly value: Decimal;
  readonly printed: string;
  readonly places: number;
}

/** One limit for all categories; different ones joined by a line would slope, and say nothing between two columns. */
function isLevel(points: readonly (Point | null)[]): boolean {
  const found = points.flatMap((point) => (point === null ? [] : [point.value]));
  return found.every((value) => value.eq(found[0] ?? 0));
}

function pointOf(cell: TableCell): Point | null {
  const printed = textOf(cell).trim();
  // thousands are parted by a comma or by a thin space
  const match = NUMBER.exec(printed.replaceAll(/[,\s\u2009]/g, ''));
  if (match === null) return null;
  const value = new Decimal(match[0].replace('−', '-').replace('%', ''));
  return { value, printed, places: match[1]?.length ?? 0 };
}

function unitOf(text: string): string | null {
  const unit = text.replace(/^[（(]?(?:计量)?单\s*位\s*[:：]\s*/, '').replace(/[）)]$/, '');
  return unit === '' ? null : unit;
}
