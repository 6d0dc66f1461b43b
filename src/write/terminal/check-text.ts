import type { CheckResult } from '../../check/index.ts';
import type { ReadMessage } from '../../model/manuscript.ts';
import type { Report } from '../../model/report.ts';
import type { CheckedReport } from '../checked-report.ts';
import { lineText, oneLine } from '../places.ts';
import { findingText } from './finding-text.ts';
import { type Paint, unpainted } from './paint.ts';

/** The result of `check` for a terminal: the file, what the reader noticed, the findings, and how much could be tested. */
export function checkText(checked: CheckedReport, paint: Paint = unpainted): string {
  const { file, report, result, messages } = checked;
  const title = report.title === null ? '' : `　${oneLine(report.title)}`;
  const blocks = [
    [`${paint('strong', oneLine(file))}${title}`, ...messages.map((message) => noticed(report, message, paint))],
    ...result.findings.map((finding) => findingText(report, finding, paint)),
    summaryLines(checked, paint),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** One line over several files. */
export function totalText(results: readonly CheckResult[], unread: number): string {
  const findings = results.flatMap((result) => result.findings);
  return `共核对${results.length}份报告：${counted(findings)}${unread > 0 ? `；另有${unread}份未能读取` : ''}。\n`;
}

function noticed(report: Report, { message, line }: ReadMessage, paint: Paint): string {
  return paint('quiet', `  读取说明：${line === null ? '' : `（${lineText(report, line)}起）`}${message}`);
}

/** Silence is no pass: what was read, what could be tested, and what could not and why. */
function summaryLines({ result, standards }: CheckedReport, paint: Paint): string[] {
  const { figures, masked, tested, holds, broken, review, unassessable } = result.summary;
  const lines = [
    paint('strong', `小结：${counted(result.findings)}。`),
    `  读出数字${figures}个${masked > 0 ? `，隐去的数字${masked}个` : ''}；核对关系${tested}条：相符${holds}条，不符${broken}条，待核${review}条，无法判断${unassessable}条。`,
    ...reasons(result, 'review', '待核'),
    ...reasons(result, 'unassessable', '无法判断'),
    `  对照标准：${standards.length > 0 ? standards.join('、') : '无'}。`,
  ];
  if (tested === 0) lines.push('  没有找到可以核对的数量关系，不等于没有差错。');
  return lines;
}

function counted(findings: CheckResult['findings']): string {
  if (findings.length === 0) return '没有发现问题';
  const number = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return (
    [
      ['错误', number('error')],
      ['提醒', number('warning')],
      ['说明', number('info')],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}处`)
    .join('，');
}

function reasons(result: CheckResult, verdict: 'review' | 'unassessable', word: string): string[] {
  const counts = new Map<string, number>();
  for (const relation of result.relations) {
    if (relation.verdict === verdict && relation.because !== null) {
      counts.set(relation.because, (counts.get(relation.because) ?? 0) + 1);
    }
  }
  return [...counts].map(([because, count]) => `  ${word}${count}条：${oneLine(because)}。`);
}
