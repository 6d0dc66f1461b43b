import { review } from '../../jobs/review.ts';
import { printDecisions } from '../../check/index.ts';
import type { CheckedReport } from '../../write/checked-report.ts';
import type { DownloadKind, MadeFile } from './protocol.ts';
import type { ReportAtHand } from './submission.ts';

/** Makes a file for the person out of one or several reports. */
type Maker = (reports: readonly ReportAtHand[], told: readonly CheckedReport[], time: string) => Promise<MadeFile>;

const MAKERS: Readonly<Record<DownloadKind, Maker>> = {
  xlsx: async (reports, told) => {
    const { issueListWorkbook } = await import('../../write/workbook/issue-list.ts');
    return {
      name: `${stemOf(reports)}-问题清单.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await issueListWorkbook(told),
      remark: null,
    };
  },
  html: async (reports, told) => {
    const { findingsPage } = await import('../../write/html/findings-page.ts');
    return {
      name: `${stemOf(reports)}-核对结果.html`,
      mediaType: 'text/html',
      bytes: new TextEncoder().encode(findingsPage(told)),
      remark: null,
    };
  },
  docx: async (reports, told, time) => {
    const [report, checked] = [only(reports), only(told)];
    const { commentedWord } = await import('../../write/word/findings-comments.ts');
    const isWord = checked.report.manuscript.format === 'word';
    const document = isWord
      ? report.bytes
      : await (await import('../../write/word/plain-docx.ts')).plainDocx(checked.report);
    // Word shows the time of a comment as it stands, whatever zone it names
    const { bytes, comments, unplaced } = commentedWord(checked, document, { date: `${time}Z`, fix: false });
    const left = unplaced > 0 ? `；有${unplaced}处无法写进文档，请看页面上的清单` : '';
    const made = isWord ? '原文件没有改动' : '原文件不是 .docx，批注写在由其文字新建的文档里';
    return {
      name: `${stemOf(reports)}-批注.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes,
      remark: `写入批注${comments}处${left}。${made}。`,
    };
  },
  decisions: async (reports) => {
    const { decisions } = only(reports);
    return {
      name: `${stemOf(reports)}.decisions.yaml`,
      mediaType: 'application/yaml',
      bytes: new TextEncoder().encode(printDecisions(decisions)),
      remark: '与报告一起拖进页面，或放在报告旁边，处理意见就继续有效。',
    };
  },
};

/**
 * @param standardsOf names of the regulations that a report was held against
 * @param time of the comments, local, `2026-11-22T09:30:00`
 */
export function makeFile(
  kind: DownloadKind,
  reports: readonly ReportAtHand[],
  standardsOf: (report: ReportAtHand) => readonly string[],
  time: string,
): Promise<MadeFile> {
  const told = reports.map((report) => ({
    ...review(report.checked, { decisions: report.decisions }),
    standards: standardsOf(report),
  }));
  return MAKERS[kind](reports, told, time);
}

/** `报告` of 报告.docx; of several, the first one's and how many they are. */
function stemOf(reports: readonly ReportAtHand[]): string {
  const stem = only(reports).checked.file.replace(/\.[^.]+$/u, '');
  return reports.length > 1 ? `${stem}等${reports.length}份` : stem;
}

function only<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined) throw new Error('no report at hand');
  return first;
}
