import type { Report } from '../../model/report.ts';
import { SHEETS } from '../../read/workbook/columns.ts';
import { RENEWAL_HEADINGS, RENEWAL_SHEET, RENEWING_ONLY } from '../../read/workbook/renewal-table.ts';
import { oneLine } from '../places.ts';
import { countyIn, yearOf } from './report-basics.ts';
import { renewalSheet } from './renewal-form.ts';
import { basicsSheet } from './template-workbook.ts';
import { type SheetPlan, writeSheets } from './xlsx.ts';

/**
 * The figures of last year's report as the workbook for this year's: one sheet to fill in, which `renew`, `check --data` and `draft`
 * all read. 基本信息 stands beside it, filled in as the report tells, since a draft has to know whose it is and of which year.
 *
 * @param file the report's name, for the title
 * @returns the bytes of an .xlsx file
 */
export async function writeFiguresWorkbook(file: string, report: Report): Promise<Uint8Array> {
  const year = yearOf(report);
  const sheet = renewalSheet(report, year);
  const basics = { fill: null, year: year === null ? '' : String(year + 1), county: countyIn(report.title) };
  return writeSheets(`${report.title ?? file}数据`, [
    guideSheet(file, sheet.rows.length - 1),
    sheet,
    basicsSheet(basics, []),
  ]);
}

function guideSheet(file: string, rows: number): SheetPlan {
  const { value, next, use } = RENEWAL_HEADINGS;
  const lines = [
    ['填写说明', 'title'],
    [
      `1. 只填“${RENEWAL_SHEET}”一表的“${value}”一栏，共${rows}行，由“${oneLine(file)}”读出；旁边是去年的数和原句。灰色的由其他数推算，续写时可以不填。`,
      'wrapped',
    ],
    [
      '2. 填好以后，续写（junheng renew 去年的报告 --data 这个文件 -o 今年的报告）、核对（junheng check 今年的报告 --data 这个文件）、起草（junheng draft 这个文件 -o 报告.docx）都用它。',
      'wrapped',
    ],
    [
      `3. “${use}”写着“${RENEWING_ONLY}”的，核对和起草时不读，后面是原因；空着的都用。灰色的空着，核对和起草时就没有这个数。`,
      'wrapped',
    ],
    [`4. “${next}”已顺延一年；普查、验收等固定年份的数请改回去年年份。`, 'wrapped'],
    ['5. 单位与报告一致，也可以连单位一起填（1.5亿元、1:16.5）。没有数据的留空，不要填0。', 'wrapped'],
    ['6. “基本信息”的县名和年份由报告推断，请核对。', 'wrapped'],
    ['7. 各校数据和差异系数这里没有；要测算，请用 junheng init 生成数据工作簿。', 'wrapped'],
  ] as const;
  return {
    name: SHEETS.guide,
    widths: [100],
    rows: lines.map(([text, style]) => [{ value: text, style }]),
    fitted: true,
  };
}
