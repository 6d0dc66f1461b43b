import { existsSync, readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { program, temporaryFolder } from './program.ts';

const folder = temporaryFolder();
const TEXT =
  '清河县2023年义务教育均衡发展报告\n2023年，全县共有在校学生7597人，其中小学4409人、初中3188人。小学巩固率为100%。\n';

/** Types values into 今年数值 by the old prints. */
async function fill(path: string, values: Readonly<Record<string, number>>): Promise<Uint8Array> {
  const { sheets } = await readXlsx(readFileSync(path));
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => {
      const [head = []] = rows;
      const [printed, value] = [head.indexOf('去年原文'), head.indexOf('今年数值')];
      const typed = (row: (typeof rows)[number]) => values[String(row[printed])] ?? null;
      return name === '今年的数'
        ? {
            name,
            rows: rows.map((row, at) => row.map((cell, index) => (at > 0 && index === value ? typed(row) : cell))),
          }
        : { name, rows };
    }),
  });
}

const VALUES = { '4409人': 4500, '3188人': 3000, '100%': 100 };

beforeAll(async () => {
  folder.write('去年.txt', TEXT);
  expect(program(['extract', folder.at('去年.txt'), '-o', folder.at('表.xlsx')]).code).toBe(0);
  folder.write('填好.xlsx', await fill(folder.at('表.xlsx'), VALUES));
  folder.write('缺一个.xlsx', await fill(folder.at('表.xlsx'), { '4409人': 4500, '100%': 100 }));
});

const renew = (data: string, ...more: string[]) =>
  program(['renew', folder.at('去年.txt'), '--data', folder.at(data), ...more]);

describe('junheng renew', () => {
  test('round trip: extract, fill in, renew; nothing left is code 0', () => {
    const { code, out, err } = renew('填好.xlsx', '-o', folder.at('今年.txt'), '--report', folder.at('清单.json'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('更新数字3处（修订；其中推算1处），年份顺延2处，原已相符1处，待处理0处。');
    expect(out).toContain('报告年度2023年→2024年。');
    expect(program(['extract', folder.at('今年.txt'), '--format', 'text']).out).toBe(
      TEXT.replaceAll('2023', '2024').replace('7597', '7500').replace('4409', '4500').replace('3188', '3000'),
    );
    const list = JSON.parse(readFileSync(folder.at('清单.json'), 'utf8')) as {
      renewed: { before: string; source: string }[];
    };
    expect(list.renewed.find(({ before }) => before === '7597人')?.source).toBe('4500+3000');
    expect(program(['check', folder.at('今年.txt')]).code).toBe(0);
  });

  test('the workbook that was filled in for it serves check and draft as well', () => {
    expect(renew('填好.xlsx', '-o', folder.at('今年2.txt')).code).toBe(0);
    const checked = program(['check', folder.at('今年2.txt'), '--data', folder.at('填好.xlsx')]);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('其中相符4个，不符0个，待核0个')]);
    const drafted = program([
      'draft',
      folder.at('填好.xlsx'),
      '-o',
      folder.at('新稿.md'),
      '--ledger',
      folder.at('台账.json'),
    ]);
    expect(drafted.code, drafted.err).toBe(0);
    expect(readFileSync(folder.at('新稿.md'), 'utf8')).toContain('在校生7500人，其中小学4500人、初中3000人');
  });

  test('what is left wrong for certain is code 1', () => {
    const { code, out } = renew('缺一个.xlsx', '-o', folder.at('缺.txt'), '--report', folder.at('缺.txt.xlsx'));
    expect(code).toBe(1);
    expect(out).toContain('初中在校生数（2023年）：没有今年的数');
    expect(existsSync(folder.at('缺.txt.xlsx'))).toBe(true);
  });

  test.each([
    [['-o', 'x.docx'], '去年的报告不是 .docx'],
    [['-o', 'x.pdf'], '只能写成 .docx 或 .txt'],
    [['-o', 'x.md'], '只能写成 .docx 或 .txt'],
    [['-o', 'x.txt', '--report', 'x.csv'], '清单只能写成'],
  ])('%s is refused', (args, message) => {
    const { code, err } = renew('填好.xlsx', ...args.map((arg) => (arg.startsWith('-') ? arg : folder.at(arg))));
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(folder.at('x.txt'))).toBe(false);
  });

  test('the report itself, an empty workbook and a missing file are refused', () => {
    expect(renew('填好.xlsx', '-o', folder.at('去年.txt')).code).toBe(2);
    expect(renew('表.xlsx', '-o', folder.at('y.txt')).err).toContain('还没有填');
    expect(renew('没有.xlsx', '-o', folder.at('y.txt')).code).toBe(2);
    expect(existsSync(folder.at('y.txt'))).toBe(false);
  });
});
