import type { RawSheet } from '../open-workbook.ts';
import { cellText } from '../table.ts';
import { tidy } from '../units.ts';

/** So far down a form may tell whose it is. */
const WITHIN = 12;
const COUNTY_LABEL =
  /^(?:县\(市、区\)|县名|县\(市、区\)名称|县级单位|报送单位(?:\(盖章\))?|填报单位(?:\(盖章\))?|单位名称|单位)[:：]?(.*)$/u;
const COUNTY =
  /^(?:[\p{Script=Han}]{2,}?(?:省|自治区|州|盟|地区))?(?:[\p{Script=Han}]{2,}?市)?([\p{Script=Han}]{1,8}?[县市区旗])(?=人民政府|教育|政府|$)/u;
const YEAR = /(?:^|[^\d])((?:19|20)\d{2})(?:年|-(?:20\d{2})学年|学年)/u;

/** Whose a form is and of which year, as far as its sheets say so; empty where they do not, or say two things. */
export function labelsOf(sheets: readonly RawSheet[]): { readonly county: string; readonly year: string } {
  const counties = new Set<string>();
  const years = new Set<string>();
  for (const sheet of sheets) {
    for (let row = 0; row < Math.min(sheet.rowCount, WITHIN); row++) {
      for (let column = 0; column < sheet.columnCount; column++) {
        const text = tidy(cellText(sheet.cell(row, column)));
        if (text === '') continue;
        const label = COUNTY_LABEL.exec(text);
        if (label) {
          const value = label[1] === '' ? tidy(cellText(sheet.cell(row, column + 1))) : (label[1] ?? '');
          const county = COUNTY.exec(value)?.[1];
          if (county !== undefined) counties.add(county);
        }
        if (/年度|学年|年份|报送时间|统计时间/u.test(text)) {
          const year = YEAR.exec(text)?.[1] ?? YEAR.exec(tidy(cellText(sheet.cell(row, column + 1))))?.[1];
          if (year !== undefined) years.add(year);
        }
      }
    }
  }
  return { county: only(counties), year: only(years) };
}

function only(values: ReadonlySet<string>): string {
  return values.size === 1 ? ([...values][0] ?? '') : '';
}
