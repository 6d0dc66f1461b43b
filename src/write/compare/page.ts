import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { htmlPage } from '../html/page.ts';
import { contradictionsOf } from './contradictions.ts';
import { bySections, type ComparedReports, type ComparisonRow, countsText, onlyText, rowOf } from './rows.ts';
import { JUMP_RULE } from './text.ts';

const STYLE = `
main{max-width:72rem;margin:0 auto;padding:1rem}
h1{font-size:1.35rem;border-bottom:3px solid var(--accent);padding-bottom:.5rem}
h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;background:var(--paper);font-size:.9rem}
caption{text-align:left;font-weight:bold;padding:.9rem 0 .3rem}
th,td{border:1px solid var(--line);padding:.25rem .55rem;text-align:left;vertical-align:top}
th{background:var(--info-ground);font-weight:bold}
col.name{width:28%}col.value{width:13%}col.change{width:13%}col.growth{width:9%}
li{margin:.3rem 0}
th.number,td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tr.remarkable td{background:var(--warning-ground)}
.error{color:var(--error)}.warning{color:var(--warning)}.quiet{color:var(--quiet);font-size:.9rem}
@media print{main{max-width:none;padding:0}tr{break-inside:avoid}thead{display:table-header-group}}
@media (max-width:48rem){table{display:block;overflow-x:auto}}
`;
const HEADINGS = ['指标', '去年', '今年', '变动', '增长', '说明'];

/** The comparison as one page without any script: what matters first, then every figure by the sections of the new report. */
export function comparisonPage(compared: ComparedReports): string {
  const { old, now, oldYear, newYear, figures, findings, onlyOld, onlyNew } = compared;
  const year = (told: string | null): string => (told === null ? '' : `（${told}年）`);
  const remarkable = figures.filter(({ remarks }) => remarks.length > 0).map((one) => rowOf(one, compared));
  const all = bySections(figures.map((one) => rowOf(one, compared)));
  const body: ElementContent[] = [
    h('h1', '两份报告对照'),
    h('p', `去年：${old.file}${year(oldYear)}　今年：${now.file}${year(newYear)}`),
    h('p', countsText(compared)),
    h('h2', '前后不一、疑未更新'),
    findings.length === 0
      ? h('p', '没有发现前后不一的数，不等于没有差错。')
      : h(
          'ol',
          contradictionsOf(compared).map(({ severity, word, place, message, evidence }) =>
            h('li', [
              h('strong', { className: severity }, word),
              place === '' ? '　' : `　${place}　`,
              message,
              ...(evidence === null ? [] : [h('br'), h('span', { className: 'quiet' }, `算式：${evidence}`)]),
            ]),
          ),
        ),
    ...(remarkable.length > 0
      ? [h('h2', '变动异常'), table('', remarkable), h('p', { className: 'quiet' }, JUMP_RULE)]
      : []),
    h('h2', '全部数据对照'),
    ...[...all].map(([section, rows]) => table(section, rows)),
    ...only(
      '只在去年报告中',
      onlyOld.map((figure) => onlyText(figure, old)),
    ),
    ...only(
      '只在今年报告中',
      onlyNew.map((figure) => onlyText(figure, now)),
    ),
  ];
  return htmlPage('两份报告对照', STYLE, [h('main', body)]);
}

function table(caption: string, rows: readonly ComparisonRow[]): ElementContent {
  return h('table', [
    ...(caption === '' ? [] : [h('caption', caption)]),
    // one set of widths for all sections, so that the eye can run down a column
    h(
      'colgroup',
      ['name', 'value', 'value', 'change', 'growth', 'remarks'].map((className) => h('col', { className })),
    ),
    h('thead', [
      h(
        'tr',
        HEADINGS.map((heading, index) =>
          h('th', { scope: 'col', ...(index > 0 && index < 5 ? { className: 'number' } : {}) }, heading),
        ),
      ),
    ]),
    h(
      'tbody',
      rows.map((row) =>
        h('tr', row.remarks === '' ? {} : { className: 'remarkable' }, [
          h('td', row.name),
          ...[row.old, row.now, row.change, row.growth].map((text) => h('td', { className: 'number' }, text)),
          h('td', row.remarks),
        ]),
      ),
    ),
  ]);
}

function only(title: string, names: readonly string[]): ElementContent[] {
  return names.length === 0 ? [] : [h('h2', title), h('p', names.join('；'))];
}
