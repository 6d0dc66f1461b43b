import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleCounty } from '../../src/cli/resources.ts';
import { initProject } from '../../src/jobs/init.ts';
import { bundledKind } from '../draft/support/bundled.ts';
import { run } from './run.ts';

let folder = '';
const inside = (name: string): string => join(folder, name);

const VILLAGES = "village-count, values: { '2024': 143 }";
const INCOME = "urban-income, values: { '2023': 36418, '2024': 38094 }";

/** The sample project's workbook, one figure written otherwise. */
async function workbook(figure: string, otherwise: string): Promise<{ workbook: Uint8Array; settings: string }> {
  const kind = { name: 'kind.yaml', text: bundledKind().files.get('kind.yaml') ?? '' };
  const { name, text } = sampleCounty();
  expect(text).toContain(figure);
  return initProject({ kind, year: '2024', sample: { name, text: text.replace(figure, otherwise) } });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-update-'));
  const project = await workbook(VILLAGES, VILLAGES);
  writeFileSync(inside('数据.xlsx'), project.workbook);
  writeFileSync(inside('junheng.yaml'), project.settings);
  expect(run('draft', folder, '-o', inside('草稿.docx')).code).toBe(0);
  writeFileSync(inside('新数据.xlsx'), (await workbook(VILLAGES, VILLAGES.replace('143', '145'))).workbook);
  writeFileSync(inside('少一成.xlsx'), (await workbook(INCOME, INCOME.replace('38094', '34285'))).workbook);
});

beforeEach(() => {
  for (const name of ['新稿.docx', '清单.xlsx', '清单.json']) rmSync(inside(name), { force: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const update = (data: string, draft: string, ...rest: readonly string[]) =>
  run('draft', inside(data), '--update', inside(draft), ...rest);

describe('junheng draft --update', () => {
  test('tells what was changed, and ends with 0 where nothing is left', () => {
    const { code, out, err } = update('新数据.xlsx', '草稿.docx', '-o', inside('新稿.docx'));
    expect(err).toBe('');
    expect(out).toContain('更新数字1处（修订）');
    expect(out).toContain('行政村数：143个 → 145个');
    expect(code).toBe(0);
    const document = strFromU8(unzipSync(readFileSync(inside('新稿.docx')))['word/document.xml'] ?? new Uint8Array());
    expect(document).toMatch(/<w:ins w:id="\d+" w:author="junheng" w:date="\d{4}-\d\d-\d\dT[\d:]+Z">/);
  });

  test('lists it as JSON and as a workbook', () => {
    update('新数据.xlsx', '草稿.docx', '-o', inside('新稿.docx'), '--report', inside('清单.json'));
    const list = JSON.parse(readFileSync(inside('清单.json'), 'utf8')) as Record<string, unknown>;
    expect(list).toMatchObject({ renewed: [{ name: '行政村数', before: '143个', after: '145个' }], open: [] });
    update('新数据.xlsx', '草稿.docx', '-o', inside('新稿.docx'), '--report', inside('清单.xlsx'));
    expect(Object.keys(unzipSync(readFileSync(inside('清单.xlsx'))))).toContain('xl/worksheets/sheet2.xml');
  });

  test('ends with 1 where a sentence now says what is not so', () => {
    const { code, out } = update('少一成.xlsx', '草稿.docx', '-o', inside('新稿.docx'));
    expect(out).toContain('用词与数字不符：');
    expect(out).toContain('“增长”现应为“下降”');
    expect(code).toBe(1);
  });

  test('never writes over the draft without being told to', () => {
    const before = readFileSync(inside('草稿.docx'));
    const { code, err } = update('新数据.xlsx', '草稿.docx', '-o', inside('草稿.docx'));
    expect(code).toBe(2);
    expect(err).toContain('就是要更新的草稿');
    expect(readFileSync(inside('草稿.docx')).equals(before)).toBe(true);
    writeFileSync(inside('副本.docx'), before);
    expect(update('新数据.xlsx', '副本.docx', '-o', inside('副本.docx'), '--force').code).toBe(0);
    expect(readFileSync(inside('副本.docx')).equals(before)).toBe(false);
  });

  test.each([
    [['-o', '新稿.md'], '只能更新 .docx'],
    [['-o', '新稿.docx', '--ledger', '台账.xlsx'], '--ledger 不能与 --update'],
    [['-o', '新稿.docx', '--report', '清单.txt'], '.xlsx 或 .json'],
    [['-o', '新稿.docx', '--kind', 'briefing'], '类型是 county-basic'],
  ])('%s is refused, and nothing is written', (options, message) => {
    const { code, err } = update(
      '新数据.xlsx',
      '草稿.docx',
      ...options.map((one) => (one.includes('.') ? inside(one) : one)),
    );
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(inside('新稿.docx'))).toBe(false);
  });

  test('--report without --update is refused', () => {
    const { code, err } = run('draft', folder, '-o', inside('新稿.docx'), '--report', inside('清单.json'));
    expect(code).toBe(2);
    expect(err).toContain('只能与 --update');
  });
});
