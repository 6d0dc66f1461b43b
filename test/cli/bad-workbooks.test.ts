import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { program, temporaryFolder } from './program.ts';

const folder = temporaryFolder();
program(['init', folder.at('样例'), '--sample']);
const sample = await readXlsx(readFileSync(folder.at('样例', '数据.xlsx')));

/** The sample with one cell of a sheet replaced. */
async function broken(sheet: string, row: number, column: number, value: string | number): Promise<Uint8Array> {
  const sheets = sample.sheets.map(({ name, rows }) => ({ name, rows: rows.map((cells) => [...cells]) }));
  const cells = sheets.find(({ name }) => name === sheet)?.rows[row];
  if (cells === undefined) throw new Error(`no row ${row} in ${sheet}`);
  cells[column] = value;
  return writeXlsx({ sheets });
}

describe('a bad workbook: exit code 2, every problem by sheet and cell, and nothing written', () => {
  test.each([
    ['学校', 1, 4, '一千多', '「学校」第2行「学生数」（E2）：“一千多”不是数字。'],
    ['县情', 2, 5, '约34', '「县情」第3行「2024年」（F3）：“约34”不是数字。'],
    ['经费', 2, 3, -5, '「经费」第3行「2021年」（D3）：不能是负数'],
    ['工作自评', 1, 4, 6, '「工作自评」第2行「自评分」（E2）：自评分6大于分值5。'],
    ['满意度', 1, 2, 641, '「满意度」第2行「有效份数」（C2）：641大于“发放份数”的640。'],
  ] as const)('%s', async (sheet, row, column, value, message) => {
    const name = `坏-${sheet}`;
    mkdirSync(folder.at(name));
    folder.write(`${name}/数据.xlsx`, await broken(sheet, row, column, value));
    for (const args of [
      ['draft', folder.at(name), '-o', folder.at(name, '报告.docx'), '--ledger', folder.at(name, '台账.xlsx')],
      ['indicators', folder.at(name, '数据.xlsx'), '-o', folder.at(name, '测算.xlsx')],
    ]) {
      const { code, out, err } = program(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(message);
    }
    expect(readdirSync(folder.at(name))).toEqual(['数据.xlsx']);
  });

  test('init does not touch a workbook that is there, nor make half a project', () => {
    const before = readFileSync(folder.at('样例', '数据.xlsx'));
    expect(program(['init', folder.at('样例')])).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(folder.at('样例', '数据.xlsx')).equals(before)).toBe(true);
    expect(program(['init', folder.at('新项目'), '--year', '明年']).code).toBe(2);
    expect(existsSync(folder.at('新项目'))).toBe(false);
  });
});

test('a form is read, and standard error tells what was taken as what', () => {
  const csv = '学校名称,学校类型,学校举办者,在校生数,图书藏量,附注\n东山小学,小学,县级教育部门,400,9600,\n';
  const { code, out, err } = program(['indicators', folder.write('统计表.csv', csv)]);
  expect(code).toBe(0);
  expect(err).toContain('D1“在校生数”→学生数；E1“图书藏量”→图书册数');
  expect(err).toContain('没有采用：F1“附注”');
  expect(out).toContain('东山小学');
});

test('a project may be a folder of .csv tables', () => {
  mkdirSync(folder.at('表'));
  for (const { name, rows } of sample.sheets) {
    if (name === '说明') continue;
    const lines = rows.map((row) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(','));
    folder.write(`表/${name}.csv`, lines.join('\n'));
  }
  const [of, from] = [folder.at('表.md'), folder.at('样例.md')];
  expect(program(['draft', folder.at('表'), '-o', of])).toMatchObject({ code: 0, err: '' });
  program(['draft', folder.at('样例', '数据.xlsx'), '-o', from]);
  // The settings of the project are not there, so only the numbers are compared.
  const numbers = (path: string) => readFileSync(path, 'utf8').match(/\d[\d,.]*(?:万|亿)?(?:人|元|所|%)/gu);
  expect(numbers(of)?.length).toBeGreaterThan(100);
  expect(numbers(of)).toEqual(numbers(from));
});

test('口径, 统计时点 and 来源科室 of every sheet reach the ledger of a draft', () => {
  const ledger = folder.at('台账.json');
  expect(program(['draft', folder.at('样例'), '-o', folder.at('报告.md'), '--ledger', ledger]).code).toBe(0);
  const entries = JSON.parse(readFileSync(ledger, 'utf8')) as {
    indicator: string;
    origin: string;
    definition: string;
    asOf: string;
    office: string;
  }[];
  const of = (indicator: string) => entries.find((entry) => entry.indicator === indicator);
  expect(of('population')).toMatchObject({
    origin: '县情!F3',
    definition: '常住人口',
    asOf: '2024年末',
    office: '县统计局',
  });
  expect(of('education-budget')).toMatchObject({ office: '县财政局' });
  expect(of('satisfaction-valid')).toMatchObject({
    asOf: '2024年11月',
    office: '督导室',
    definition: '满意含比较满意',
  });
  expect(new Set(entries.map(({ origin }) => /^(.+?)!/u.exec(origin)?.[1])).size).toBeGreaterThan(3);
});
