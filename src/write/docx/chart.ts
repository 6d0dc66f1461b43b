import { Paragraph } from 'docx';
import { ChartRun, type ChartSeries as WordSeries } from 'docx/charts';
import { type ChartData, chartInWords } from '../chart-data.ts';
import { STYLE } from './styles.ts';

/** Text width by somewhat less than half of it, in pixels of 1/96 inch. */
const SIZE = { width: 586, height: 260 } as const;
/** A blue and its lighter steps, told apart in black and white as well: official documents are mostly printed so. */
const COLORS = ['1F4E79', '9DC3E6', '2E75B6', 'BDD7EE', '7F7F7F', 'D0CECE'] as const;
const LIMIT_COLORS = ['C00000', '7F3F00', '404040'] as const;
/** With more numbers than this in the plot they run into each other; the table below the chart has them all. */
const LABELLED = 18;
/** No name: a chart can give one for all scripts only, the theme has one for Chinese and one for figures (`THEME_FONTS`). */
const FONT = { color: '000000' } as const;

/** A native Word chart, which whoever gets the report can edit; its text in Chinese, its limits as dashed lines. */
export function compileChart(data: ChartData): Paragraph {
  const { categories, title, unit } = data;
  const points = data.series.filter(({ isLimit }) => !isLimit).length * categories.length;
  const common = {
    categories,
    series: wordSeries(data, points <= LABELLED),
    font: FONT,
    legend: { position: 'bottom' },
    chartArea: { border: 'none' },
    categoryAxis: {},
    transformation: SIZE,
    altText: { name: title, title, description: chartInWords(data) },
  } as const;
  // Columns that did not begin at nought would tell another story than their numbers.
  const isPositive = data.series.every(({ values }) => values.every((value) => value === null || !value.isNegative()));
  const valueAxis = unit === null ? {} : { title: { text: unit, font: { ...FONT, size: 9 } } };
  const chart =
    data.shape === 'column'
      ? new ChartRun({
          ...common,
          type: 'column',
          valueAxis: { ...valueAxis, ...(isPositive ? { minimum: 0 } : {}) },
          gapWidth: 80,
          overlap: 0,
        })
      : new ChartRun({ ...common, type: 'line', valueAxis, markers: true });
  return new Paragraph({ style: STYLE.chart, children: [chart] });
}

function wordSeries({ shape, series }: ChartData, isLabelled: boolean): readonly WordSeries[] {
  let columns = 0;
  let limits = 0;
  const position = shape === 'column' ? 'outsideEnd' : 'above';
  return series.map(({ name, values, places, isLimit }): WordSeries => {
    // The chart draws; what is checked and printed are the decimals of the table.
    const numbers = values.map((value) => value?.toNumber() ?? null);
    if (isLimit) {
      const color = LIMIT_COLORS[limits++ % LIMIT_COLORS.length] as string;
      const line = { color, width: 1.5, dash: 'dash' } as const;
      // one point alone makes no line
      const markers = numbers.length < 2;
      return { name, values: numbers, color, line, markers, ...(shape === 'column' ? { type: 'line' } : {}) };
    }
    const color = COLORS[columns++ % COLORS.length] as string;
    const numberFormat = places === 0 ? '0' : `0.${'0'.repeat(places)}`;
    const labels = isLabelled ? { dataLabels: { value: true, numberFormat, position } as const } : {};
    return { name, values: numbers, color, ...labels, ...(shape === 'line' ? { line: { color, width: 2 } } : {}) };
  });
}
