import type { CheckedReport } from '../checked-report.ts';
import { lineText, oneLine } from '../places.ts';
import { countOf, reasonsOf, SEVERITIES, SEVERITY_WORDS } from '../told.ts';
import { shortNames } from './file-names.ts';
import type { SheetCell, SheetPlan } from './xlsx.ts';

type Row = readonly SheetCell[];

/** How much was read and tested, file after file, and what could not be tested and why: silence is no pass. */
export function checkSummarySheet(checked: readonly CheckedReport[]): SheetPlan {
  const names = shortNames(checked.map(({ file }) => file));
  const header = ['项目', '数量', '说明'].map((value): SheetCell => ({ value, style: 'header' }));
  return {
    name: '核对小结',
    rows: [header, ...checked.flatMap((one) => fileRows(one, names.get(one.file) ?? one.file))],
    widths: [22, 10, 90],
    frozen: { rows: 1, columns: 0 },
    fitted: true,
    print: { title: '核对小结', repeatedRows: 1 },
  };
}

function fileRows(checked: CheckedReport, name: string): Row[] {
  const { report, result, messages, standards } = checked;
  const { figures, masked, tested, holds, broken, review, unassessable } = result.summary;
  const reasons = (verdict: 'review' | 'unassessable'): string =>
    [...reasonsOf(result, verdict)].map(([because, count]) => `${oneLine(because)}（${count}条）`).join('\n');
  const grades = SEVERITIES.map((severity) => `${SEVERITY_WORDS[severity]}${countOf(result.findings, severity)}处`);
  const rows: Row[] = [
    topic(name, report.title),
    row(
      '发现问题',
      result.findings.length,
      `${grades.join('，')}${result.findings.length === 0 ? '。没有发现问题，不等于没有差错。' : ''}`,
    ),
    row('读出数字', figures, ''),
    row('隐去的数字', masked, masked > 0 ? '涉及它们的关系无法核算' : ''),
    row('核对的关系', tested, tested === 0 ? '没有找到可以核对的数量关系，不等于没有差错。' : ''),
    row('　相符', holds, ''),
    row('　不符', broken, ''),
    row('　待核', review, reasons('review')),
    row('　无法判断', unassessable, reasons('unassessable')),
    ...dataRows(checked),
    ...keptBack(checked),
    row('对照标准', standards.length, standards.join('\n')),
  ];
  for (const { message, line } of messages) {
    rows.push(row('读取说明', null, `${line === null ? '' : `（${lineText(report, line)}起）`}${oneLine(message)}`));
  }
  return rows;
}

/** How many of the named figures a workbook could tell. */
function dataRows({ result: { data } }: CheckedReport): Row[] {
  if (data === undefined) return [];
  return [
    row('与数据工作簿对照', data.named - data.absent, oneLine(data.file)),
    row('　相符', data.equal, ''),
    row('　不符', data.different, ''),
    row('　待核', data.review, ''),
    row('　未核对', data.absent, '工作簿中没有，或名称对不上'),
  ];
}

/** Findings that are not in the list, since people have said so. */
function keptBack({ result: { dismissed, silenced, known } }: CheckedReport): Row[] {
  const changed = dismissed.filter((one) => one.changed).length;
  const rows: Row[] = [];
  if (dismissed.length > 0) {
    const again = changed > 0 ? `其中${changed}处的数字后来有变动，请再看一眼` : '';
    rows.push(row('判定不是问题、没有列出', dismissed.length, again));
  }
  if (silenced > 0) rows.push(row('按设置没有列出', silenced, '见 junheng.yaml'));
  if (known > 0) rows.push(row('以前列过、没有再列', known, ''));
  return rows;
}

function row(name: string, count: number | null, remark: string): Row {
  return [
    { value: name, style: 'boxed' },
    { value: count, style: 'centred' },
    { value: remark === '' ? null : remark, style: 'boxed' },
  ];
}

/** Over the whole width: the cells beside it are left empty. */
function topic(file: string, title: string | null): Row {
  const value = title === null ? oneLine(file) : `${oneLine(file)}　${oneLine(title)}`;
  return [
    { value, style: 'topic' },
    { value: null, style: 'topic' },
    { value: null, style: 'topic' },
  ];
}
