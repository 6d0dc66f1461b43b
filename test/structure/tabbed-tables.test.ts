import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { tablesOf, withTabbedTables } from '../../src/structure/index.ts';
import { readPlainText } from '../../src/read/index.ts';
import { reportOf } from '../support/read.ts';

const lines = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');
const grids = (text: string): string[][][] =>
  tablesOf(withTabbedTables(readPlainText(text))).map(({ grid }) =>
    grid.map((row) => row.map((cell) => cell?.text ?? '')),
  );

const table = [
  ['项目', '合计', '小学', '初中'],
  ['学校数', '52', '38', '14'],
  ['在校生', '35610', '24080', '11530'],
];

describe('tables that stand as lines with tabs', () => {
  it('have cells as those of Word do', () => {
    expect(grids(`附表\n${lines(...table)}\n\n以上为2023年数据。`)).toEqual([table]);
  });

  it('may have short and blank cells', () => {
    const rows = [
      ['年份', '投入', '增长率'],
      ['2022', '4.6', ''],
      ['合计', '9.1'],
    ];
    expect(grids(lines(...rows))).toEqual([[rows[0], rows[1], ['合计', '9.1', '']]]);
  });

  it('may have blanks between their cells where every row has as many', () => {
    const spaced = (blank: string): string => table.map((row) => row.join(blank)).join('\n');
    expect(grids(spaced('    '))).toEqual([table]);
    expect(grids(spaced(' '))).toEqual([table]);
    expect(grids(`　　${spaced('　')}`)).toEqual([table]);
    expect(grids('项目 合计 小学 初中\n学校数 52 38 14\n在校生 35610 11530\n教师 2100 1300 800')).toEqual([]);
  });

  it.each([
    ['one line alone', '学校数\t52\t38\t14'],
    ['a table of contents', '一、基本情况\t1\n二、主要做法\t3\n三、存在问题\t6'],
    ['running text', '一、\t全县现有学校52所。\t详见附表。\n二、\t全县现有教师2100人。\t详见附表。'],
    ['words with blanks between', '组长 李某 县长\n副组长 王某 副县长\n成员 赵某 局长'],
    ['names without numbers', '组长\t李某\t县长\n副组长\t王某\t副县长'],
  ])('are not %s', (_, text) => expect(grids(text)).toEqual([]));

  it('are checked by their heads, and the text keeps its places', () => {
    const wrong = lines(table[0] as string[], ['学校数', '55', '38', '14'], table[2] as string[]);
    const told = (text: string): string[] =>
      checkReport(reportOf(text), []).findings.map(({ rule, evidence }) => `${rule} ${evidence}`);
    expect(told(`全县学校情况表\n${lines(...table)}`)).toEqual([]);
    expect(told(`全县学校情况表\n${wrong}`)).toEqual(['sum-mismatch 38+14=52≠55']);
    const report = reportOf(wrong);
    expect(report.figures.map(({ span, text }) => report.manuscript.text.slice(span.start, span.end) === text)).toEqual(
      Array.from({ length: 6 }, () => true),
    );
  });
});
