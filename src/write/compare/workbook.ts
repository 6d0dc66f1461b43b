import type { OtherReport } from '../../check/other-reports/index.ts';
import type { Figure } from '../../model/figure.ts';
import { lineOf, lineText, oneLine } from '../places.ts';
import { type SheetCell, type SheetPlan, writeSheets } from '../workbook/xlsx.ts';
import { contradictionsOf } from './contradictions.ts';
import { type ComparedReports, countsText, nameOf, rowOf, sectionOf } from './rows.ts';
import { JUMP_RULE } from './text.ts';

type Row = readonly (SheetCell | null)[];

const COLUMNS: readonly (readonly [heading: string, width: number])[] = [
  ['章节', 36],
  ['指标', 34],
  ['学段', 9],
  ['范围', 10],
  ['去年时间', 11],
  ['今年时间', 11],
  ['去年', 16],
  ['今年', 16],
  ['变动', 16],
  ['增长', 10],
  ['说明', 30],
  ['位置', 10],
];

/** All figures, the contradictions, and what one report alone tells, as sheets. */
export async function comparisonWorkbook(compared: ComparedReports): Promise<Uint8Array> {
  return writeSheets('两份报告对照', [figureSheet(compared), findingSheet(compared), onlySheet(compared)]);
}

function figureSheet(compared: ComparedReports): SheetPlan {
  const rows = compared.figures.map((figure): Row => {
    const row = rowOf(figure, compared);
    const style = figure.remarks.length > 0 ? 'mild' : 'centred';
    return [
      boxed(row.section),
      boxed(row.name),
      centred(row.stage),
      centred(row.scope),
      centred(row.oldPeriod),
      centred(row.newPeriod),
      centred(row.old),
      centred(row.now),
      { value: row.change, style },
      // a number, so that the sheet can be sorted by it
      {
        value: figure.change.isZero() ? null : (figure.growth?.toDecimalPlaces(1).toNumber() ?? null),
        style,
        format: '+0.0"%";-0.0"%";0"%"',
      },
      boxed(row.remarks),
      centred(row.place),
    ];
  });
  const note: Row = [{ value: `${countsText(compared)}${JUMP_RULE}`, style: 'plain' }];
  return {
    name: '数据对照',
    rows: [COLUMNS.map(([value]): SheetCell => ({ value, style: 'header' })), ...rows, [], note],
    widths: COLUMNS.map(([, width]) => width),
    frozen: { rows: 1, columns: 2 },
    ...(rows.length > 0 ? { filter: `A1:L${rows.length + 1}` } : {}),
    fitted: true,
    print: { title: '两份报告对照', repeatedRows: 1 },
  };
}

function findingSheet(compared: ComparedReports): SheetPlan {
  const rows = contradictionsOf(compared).map(
    ({ word, place, message, evidence }): Row => [centred(word), centred(place), boxed(message), boxed(evidence ?? '')],
  );
  const none: Row = [null, null, { value: '没有发现前后不一的数，不等于没有差错。', style: 'wrapped' }];
  return sheet('前后不一', ['级别', '位置', '问题', '算式'], [8, 10, 80, 40], rows.length > 0 ? rows : [none]);
}

function onlySheet({ onlyOld, onlyNew, old, now }: ComparedReports): SheetPlan {
  const rowsOf = (figures: readonly Figure[], which: string, other: OtherReport): Row[] =>
    figures.map((figure) => [
      centred(which),
      boxed(sectionOf(other.report, figure)),
      boxed(nameOf(figure)),
      centred(oneLine(figure.text)),
      centred(lineText(other.report, lineOf(other.report, figure.span.start))),
    ]);
  const rows = [...rowsOf(onlyOld, '去年', old), ...rowsOf(onlyNew, '今年', now)];
  return sheet('只在一份中', ['报告', '章节', '指标', '数', '位置'], [8, 34, 40, 18, 10], rows);
}

function sheet(name: string, headings: readonly string[], widths: readonly number[], rows: readonly Row[]): SheetPlan {
  return {
    name,
    rows: [headings.map((value): SheetCell => ({ value, style: 'header' })), ...rows],
    widths,
    frozen: { rows: 1, columns: 0 },
    fitted: true,
    print: { title: name, repeatedRows: 1 },
  };
}

function boxed(text: string): SheetCell {
  return { value: text === '' ? null : text, style: 'boxed' };
}

function centred(text: string): SheetCell {
  return { value: text === '' ? null : text, style: 'centred' };
}
