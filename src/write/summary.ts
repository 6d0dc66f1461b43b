import type { CheckResult } from '../check/index.ts';
import type { CheckedReport } from './checked-report.ts';
import { oneLine } from './places.ts';
import { reasonsOf } from './told.ts';

/** Silence is no pass: what was read, what could be tested, what could not and why, and what people have kept back. */
export function summaryTexts({ result, standards }: CheckedReport): string[] {
  const { figures, masked, tested, holds, broken, review, unassessable } = result.summary;
  const lines = [
    `读出数字${figures}个${masked > 0 ? `，隐去的数字${masked}个` : ''}；核对关系${tested}条：相符${holds}条，不符${broken}条，待核${review}条，无法判断${unassessable}条。`,
    ...reasons(result, 'review', '待核'),
    ...reasons(result, 'unassessable', '无法判断'),
    ...dataTexts(result),
    `对照标准：${standards.length > 0 ? standards.join('、') : '无'}。`,
    ...keptBack(result),
  ];
  if (tested === 0) lines.push('没有找到可以核对的数量关系，不等于没有差错。');
  return lines;
}

/** How many of the named figures a workbook could tell. */
function dataTexts({ data }: CheckResult): string[] {
  if (data === undefined) return [];
  const { file, year, named, equal, different, review, absent } = data;
  return [
    `与数据工作簿《${oneLine(file)}》${/\d$/u.test(year) ? `（${year}年）` : ''}对照：有名称的数${named}个，对上${named - absent}个，其中相符${equal}个，不符${different}个，待核${review}个；工作簿中没有或名称对不上的${absent}个，未核对。`,
  ];
}

function reasons(result: CheckResult, verdict: 'review' | 'unassessable', word: string): string[] {
  return [...reasonsOf(result, verdict)].map(([because, count]) => `${word}${count}条：${oneLine(because)}。`);
}

function keptBack({ dismissed, silenced, known }: CheckResult): string[] {
  const changed = dismissed.filter((one) => one.changed).length;
  const again = changed > 0 ? `，其中${changed}处的数字后来有变动，请再看一眼` : '';
  return [
    ...(dismissed.length > 0 ? [`已由人判定不是问题、没有列出的有${dismissed.length}处${again}。`] : []),
    ...(silenced > 0 ? [`按 junheng.yaml 的设置没有列出的有${silenced}处。`] : []),
    ...(known > 0 ? [`上次核对时已经列过、这次没有再列的有${known}处。`] : []),
  ];
}
