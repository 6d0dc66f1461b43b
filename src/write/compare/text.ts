import { JUMPS, weightOf } from '../../check/side-by-side/index.ts';
import { oneLine } from '../places.ts';
import { type Paint, unpainted } from '../terminal/paint.ts';
import { textTable } from '../workbook/text-table.ts';
import { contradictionsOf } from './contradictions.ts';
import { bySections, type ComparedReports, type ComparisonRow, countsText, onlyText, rowOf } from './rows.ts';

const MOST_CHANGED = 15;
const MOST_ONLY = 12;
const HEADINGS = ['指标', '去年', '今年', '变动', '增长', '说明'];

/** What counts as a jump, as people are told. */
export const JUMP_RULE = `变动异常指：人数、金额、面积变动超过三分之一（不足${JUMPS.smallest.toFixed()}的计数不看），百分率变动超过${JUMPS.points.toFixed()}个百分点，差异系数变动超过${JUMPS.coefficient.toFixed()}，或者与两份报告所列历年数的走势不合。只是提示，不是差错。`;

/** The comparison for a terminal: what matters, or every figure by sections. */
export function comparisonText(compared: ComparedReports, all: boolean, paint: Paint = unpainted): string {
  const { old, now, oldYear, newYear, figures, onlyOld, onlyNew } = compared;
  const year = (told: string | null): string => (told === null ? '' : `（${told}年）`);
  const head = [
    `去年：${paint('strong', oneLine(old.file))}${year(oldYear)}`,
    `今年：${paint('strong', oneLine(now.file))}${year(newYear)}`,
    countsText(compared),
  ];
  const contradictions = contradictionsOf(compared).map(({ severity, word, place, message, evidence }, index) => {
    const tone = severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'quiet';
    const lines = [`${index + 1}．${paint(tone, word)}${place === '' ? '' : `　${place}`}　${message}`];
    return [...lines, ...(evidence === null ? [] : [paint('quiet', `  算式：${evidence}`)])].join('\n');
  });
  const remarkable = figures.filter(({ remarks }) => remarks.length > 0);
  const largest = [...figures]
    .filter(({ remarks, change }) => remarks.length === 0 && !change.isZero())
    .sort((a, b) => weightOf(b).comparedTo(weightOf(a)))
    .slice(0, MOST_CHANGED);
  const rows = (list: typeof figures) => list.map((figure) => rowOf(figure, compared));
  const blocks = [
    head,
    block('前后不一、疑未更新', contradictions, paint),
    block('变动异常', remarkable.length > 0 ? [...table(rows(remarkable)), paint('quiet', JUMP_RULE)] : [], paint),
    all
      ? bySection(rows(figures), paint)
      : block('其余变动较大的', largest.length > 0 ? table(rows(largest)) : [], paint),
    block(
      '只在去年报告中',
      listed(
        onlyOld.map((figure) => onlyText(figure, old)),
        all,
      ),
      paint,
    ),
    block(
      '只在今年报告中',
      listed(
        onlyNew.map((figure) => onlyText(figure, now)),
        all,
      ),
      paint,
    ),
    all ? [] : [paint('quiet', '全部对照见 --all、-o 对照.xlsx 或 -o 对照.html。')],
  ];
  return `${blocks
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function block(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint('strong', `【${title}】`), ...lines];
}

function table(rows: readonly ComparisonRow[]): string[] {
  return textTable([
    HEADINGS,
    ...rows.map(({ name, old, now, change, growth, remarks }) => [name, old, now, change, growth, remarks]),
  ]);
}

function bySection(rows: readonly ComparisonRow[], paint: Paint): string[] {
  return [...bySections(rows)].flatMap(([section, own]) => [...block(section, table(own), paint), '']);
}

function listed(names: readonly string[], all: boolean): string[] {
  if (names.length === 0) return [];
  const shown = all ? names : names.slice(0, MOST_ONLY);
  const rest = names.length - shown.length;
  return [`  ${shown.join('；')}${rest > 0 ? `；另有${rest}个` : ''}`];
}
