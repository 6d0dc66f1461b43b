import { checkReport } from '../check/index.ts';
import { compareData, exampleData } from '../check/data/index.ts';
import { compareChanges, compareClaims, findUnrenewed } from '../check/other-reports/index.ts';
import { understand } from '../figures/index.ts';
import type { Report } from '../model/report.ts';
import { readPlainText } from '../read/index.ts';
import type { Standard } from '../standards/standard.ts';
import { layoutPage } from '../write/layout-page.ts';
import { type ManualPage, rulePages } from '../write/rule-page.ts';

/** The manual's pages about the rules, made of the rule files and of what `check` says to their examples. */
export function ruleManual(standards: readonly Standard[]): ManualPage[] {
  return rulePages(
    (text) => checkReport(reportOf(text), standards).findings,
    (here, there) => {
      const report = reportOf(here);
      const other = { file: '乙', report: reportOf(there) };
      return [
        ...compareClaims(report, [other], 'submission').findings,
        ...compareClaims(report, [other], 'earlier').findings,
        ...compareChanges(report, other).findings,
        ...findUnrenewed(report, other),
      ];
    },
    ({ here, workbook }) => compareData(reportOf(here), { file: '数据.xlsx', dataset: exampleData(workbook) }).findings,
  );
}

/** The manual's page about the layout of drafted reports, made of the table of clauses. */
export function layoutManual(): ManualPage {
  return layoutPage();
}

function reportOf(text: string): Report {
  return understand(readPlainText(text));
}
