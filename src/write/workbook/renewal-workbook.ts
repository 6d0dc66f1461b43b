import type { Renewal } from '../../model/renewal.ts';
import { OPEN_POINT_WORDS, sortedPoints } from '../renewal-text.ts';
import { SEVERITY_WORDS } from '../told.ts';
import { type SheetCell, type SheetPlan, writeSheets } from './xlsx.ts';

const HOW_WORDS = { given: '工作簿', carried: '去年报告', computed: '推算', year: '年份顺延' } as const;

/** What was renewed and what is left to people: a sheet of each; who has settled a point writes it down beside it. */
export function renewalWorkbook({ renewed, open }: Renewal): Promise<Uint8Array> {
  const points = sortedPoints(open).map(({ kind, severity, name, before, after, message, sentence }) => [
    SEVERITY_WORDS[severity],
    OPEN_POINT_WORDS[kind],
    name,
    before,
    after,
    message,
    sentence,
    null,
  ]);
  const sourced = renewed.some(({ source }) => source !== undefined);
  const figures = renewed.map(({ name, before, after, sentence, how, source }) => [
    name,
    before,
    after,
    ...(sourced ? [HOW_WORDS[how ?? 'given'], source ?? null] : []),
    sentence,
  ]);
  return writeSheets('更新清单', [
    sheet(
      '待处理',
      ['程度', '类别', '数据名称', '原数', '现数', '说明', '原句', '处理结果'],
      [7, 18, 26, 14, 14, 60, 60, 16],
      points,
    ),
    sheet(
      '已更新',
      ['数据名称', '原数', '现数', ...(sourced ? ['来历', '出处或算式'] : []), '所在句子'],
      [30, 16, 16, ...(sourced ? [12, 40] : []), 80],
      figures,
    ),
  ]);
}

function sheet(
  name: string,
  headings: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly (string | null)[])[],
): SheetPlan {
  const header = headings.map((value): SheetCell => ({ value, style: 'header' }));
  return {
    name,
    rows: [header, ...rows.map((row) => row.map((value): SheetCell => ({ value, style: 'boxed' })))],
    widths,
    frozen: { rows: 1, columns: 0 },
    fitted: true,
    print: { title: '更新清单', repeatedRows: 1 },
  };
}
