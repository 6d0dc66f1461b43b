import type { CheckResult } from '../../check/index.ts';
import type { ReadMessage } from '../../model/manuscript.ts';
import type { Report } from '../../model/report.ts';
import type { CheckedReport } from '../checked-report.ts';
import { lineText, oneLine } from '../places.ts';
import { summaryTexts } from '../summary.ts';
import { countedText } from '../told.ts';
import { findingText } from './finding-text.ts';
import { type Paint, unpainted } from './paint.ts';

/** The result of `check` for a terminal: the file, what the reader noticed, the findings, and how much could be tested. */
export function checkText(checked: CheckedReport, paint: Paint = unpainted): string {
  const { file, report, result, messages } = checked;
  const title = report.title === null ? '' : `　${oneLine(report.title)}`;
  const blocks = [
    [`${paint('strong', oneLine(file))}${title}`, ...messages.map((message) => noticed(report, message, paint))],
    ...result.findings.map((finding, index) => findingText(checked, finding, index + 1, paint)),
    summaryLines(checked, paint),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** One line over several files. */
export function totalText(results: readonly CheckResult[], unread: number): string {
  const findings = results.flatMap((result) => result.findings);
  return `共核对${results.length}份报告：${countedText(findings)}${unread > 0 ? `；另有${unread}份未能读取` : ''}。\n`;
}

function noticed(report: Report, { message, line }: ReadMessage, paint: Paint): string {
  return paint('quiet', `  读取说明：${line === null ? '' : `（${lineText(report, line)}起）`}${message}`);
}

/** Silence is no pass: what was read, what could be tested, and what could not and why. */
function summaryLines(checked: CheckedReport, paint: Paint): string[] {
  const { known, findings } = checked.result;
  const none = known > 0 && findings.length === 0 ? '没有新出现的问题' : countedText(findings);
  return [paint('strong', `小结：${none}。`), ...summaryTexts(checked).map((line) => `  ${line}`)];
}
