import { type OldQuantities, type OldQuantity, type PlanRequest } from '../draft/renew/index.ts';
import { workbookValues } from '../draft/renew/workbook-values.ts';
import { InputError } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import type { RenewRequest } from './renew.ts';
import { besideRows, type RenewalData } from './renewal-data.ts';

/** What a plan asks of the data: values by the numbers of the rows, else by name from an ordinary workbook. */
export function askedFor(
  { data, standards }: RenewRequest,
  report: Report,
  quantities: OldQuantities,
  by: number,
): Omit<PlanRequest, 'refused'> {
  const filled = new Map(data.rows?.map((row) => [row.number, row]));
  if (data.rows !== null) refuseOtherReport(data, quantities);
  const isOther = (quantity: OldQuantity): boolean => {
    const next = filled.get(quantity.number)?.next ?? '';
    return (
      quantity.period !== null && quantity.next !== quantity.period && next.replace(/年度?$/u, '') === quantity.period
    );
  };
  const fixed = new Set(quantities.all.filter(isOther));
  const dataset = besideRows(data);
  const book =
    dataset.data.length + dataset.schools.length === 0
      ? null
      : workbookValues(report, quantities, { file: data.file, dataset }, Math.max(by, 1), standards);
  return {
    report,
    quantities,
    by,
    fixed,
    given: (quantity) => {
      const row = filled.get(quantity.number);
      if (row?.value) return { value: row.value, cells: [row.cell], formula: null };
      return book?.given(quantity) ?? null;
    },
    hint: (quantity) => book?.hint(quantity) ?? null,
  };
}

/** Rows are known by their numbers, which count the figures of one report: those of another would all be wrong. */
function refuseOtherReport({ file, rows }: RenewalData, { all }: OldQuantities): void {
  const other = rows?.find(({ number, printed }) => {
    const quantity = all[number - 1];
    return quantity === undefined || (printed !== '' && !quantity.figures.some(({ text }) => text === printed));
  });
  if (other === undefined) return;
  throw new InputError(
    'other-report',
    `${file}：${other.cell.replace(/!.*/u, '')}第${/\d+$/u.exec(other.cell)?.[0] ?? ''}行（编号${other.number}，去年原文“${other.printed}”）与这份报告对不上；工作簿要由同一份报告用 junheng extract 生成，生成以后报告不能再改。`,
  );
}
