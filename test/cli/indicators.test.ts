import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { school, schools, workbookOf } from '../read/workbook/build.ts';
import { failingTables, failingWorkbook } from '../support/failing-county.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'junheng-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

describe('init', () => {
  test('a project with a sample; what is there is not overwritten unasked', () => {
    const project = at('样例');
    const first = run('init', project, '--sample');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(readdirSync(project).sort()).toEqual(['junheng.yaml', '数据.xlsx', '文字'].sort());
    writeFileSync(join(project, 'junheng.yaml'), '我的设置');
    const second = run('init', project);
    expect(second.code).toBe(2);
    expect(second.err).toContain('已存在，没有改动；要覆盖请加 --force。');
    expect(readFileSync(join(project, 'junheng.yaml'), 'utf8')).toBe('我的设置');
    expect(run('init', project, '--sample', '--force').code).toBe(0);
    expect(readFileSync(join(project, 'junheng.yaml'), 'utf8')).toContain('县名: 青禾县');
  });

  test.each([
    ['an unknown kind', ['--kind', '没有'], '没有报告类型“没有”'],
    ['a year that is none', ['--year', '今年'], '“今年”不是年份；应写成2024。'],
  ])('%s', (_, args, message) => {
    const { code, err } = run('init', at('空'), ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(at('空'))).toBe(false);
  });

  test('a folder that is a file', () => {
    writeFileSync(at('文件'), '');
    const { code, err } = run('init', at('文件'));
    expect([code, err]).toEqual([2, `${at('文件')}：无法建立文件夹，这是一个文件，不是文件夹。\n`]);
  });
});

describe('indicators', () => {
  test('0 where every limit that can be tested is met', () => {
    run('init', at('县'), '--sample');
    const { code, out, err } = run('indicators', join(at('县'), '数据.xlsx'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/达到\s+小学综合差异系数\s+0\.330\s+≤0\.65/u);
  });

  test('a folder of .csv files is a workbook, for indicators and for check --data', async () => {
    mkdirSync(at('表'));
    for (const { name, bytes } of failingTables()) writeFileSync(join(at('表'), name), bytes);
    writeFileSync(at('败.xlsx'), await failingWorkbook());
    const [tables, workbook] = [run('indicators', at('表')), run('indicators', at('败.xlsx'))];
    expect([tables.code, workbook.code]).toEqual([1, 1]);
    expect(tables.out).toBe(workbook.out);
    writeFileSync(at('报告.txt'), '石岭县义务教育均衡发展工作报告\n2024年，初中巩固率为96.2%。\n');
    const checked = run('check', at('报告.txt'), '--data', at('表'));
    expect(checked.out).toContain('94.2');
    const empty = at('空表');
    mkdirSync(empty);
    expect(run('indicators', empty).err).toContain('文件夹中没有 数据.xlsx，也没有 .csv 文件');
  });

  test('1 where one is missed, with the result written all the same', async () => {
    writeFileSync(
      at('差.xlsx'),
      await workbookOf({ schools: schools(school({ 图书册数: 1 }), school({ 学校名称: '乙小学' })) }),
    );
    const standard = readFileSync(
      new URL('../../src/standards/national/basic-balance-2012.yaml', import.meta.url),
      'utf8',
    );
    writeFileSync(
      at('严.yaml'),
      standard.replace("comparison: '<='", "comparison: '<'").replace('value: 0.65', 'value: 0'),
    );
    const { code } = run('indicators', at('差.xlsx'), '--standard', at('严.yaml'), '-o', at('结果.json'));
    expect(code).toBe(1);
    expect(readFileSync(at('结果.json'), 'utf8')).toContain('"verdict": "broken"');
  });

  test.each([
    ['a bad workbook', '坏.xlsx', [], '「学校」第2行「学生数」（E2）：“三百”不是数字。'],
    ['no workbook', '无.xlsx', [], '无法读取，文件不存在。'],
    ['an unknown standard', '好.xlsx', ['--standard', 'x'], '没有标准“x”'],
    ['an unknown format', '好.xlsx', ['--format', 'pdf'], '没有格式“pdf”；可用 text、json、xlsx、html。'],
    ['an unknown ending', '好.xlsx', ['-o', '结果.pdf'], '结果.pdf：不认识扩展名；可用 .txt、.json、.xlsx、.html。'],
    ['a growth that is none', '好.xlsx', ['--growth', '三'], '--growth 三：应写成百分数，在-50%与50%之间，如 3%。'],
    ['a growth beyond belief', '好.xlsx', ['--growth', '300%'], '在-50%与50%之间'],
    ['years without growth', '好.xlsx', ['--years', '3'], '--years 要与 --growth 同用'],
    ['years beyond what anyone knows', '好.xlsx', ['--growth', '3%', '--years', '40'], '--years 40：应为1至10的整数。'],
    ['a price of nothing known', '好.xlsx', ['--price', '黑板=3'], '--price 黑板：没有这个项目；可用'],
    ['the workbook itself as output', '好.xlsx', ['-o', at('好.xlsx')], '输出文件就是要读取的文件'],
    ['xlsx for a terminal', '好.xlsx', ['--format', 'xlsx'], '格式 xlsx 需要用 -o 给出输出文件。'],
  ])('2 for %s', async (_, name, args, message) => {
    writeFileSync(at('坏.xlsx'), await workbookOf({ schools: schools(school({ 学生数: '三百' })) }));
    writeFileSync(at('好.xlsx'), await workbookOf());
    const { code, out, err } = run('indicators', at(name), ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('growth and prices, also out of junheng.yaml; a page', async () => {
    run('init', at('测'), '--sample');
    const workbook = join(at('测'), '数据.xlsx');
    const settings = join(at('测'), 'junheng.yaml');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\n单价:\n  图书册数: 25\n`);
    const json = run(
      'indicators',
      workbook,
      '--growth',
      '-2%',
      '--years',
      '2',
      '--price',
      '计算机台数=4000',
      '--format',
      'json',
    );
    const [{ gaps }] = JSON.parse(json.out) as [{ gaps: { prices: unknown; growth: { label: string }[] } }];
    expect(gaps.prices).toEqual({ books: 25, computers: 4000, 'equipment-value': 1 });
    // what the schools expect stands in the workbook
    expect(gaps.growth.map(({ label }) => label)).toEqual(['预计学生数', '2025年', '2026年']);
    expect(run('indicators', workbook, '-o', at('结果.html')).code).toBe(0);
    expect(readFileSync(at('结果.html'), 'utf8')).toContain('<svg');
  });

  test('nothing is written on an error', async () => {
    writeFileSync(at('坏.xlsx'), await workbookOf({ schools: schools(school({ 学生数: '三百' })) }));
    expect(run('indicators', at('坏.xlsx'), '-o', at('不应有.xlsx')).code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('不应有'))).toEqual([]);
  });
});
