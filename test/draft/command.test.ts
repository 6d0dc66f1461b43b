import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { runDraft } from '../../src/cli/draft-run.ts';
import { sampleCounty } from '../../src/cli/resources.ts';
import { parseProjectSettings } from '../../src/draft/index.ts';
import { initProject } from '../../src/jobs/init.ts';
import { bundledKind } from './support/bundled.ts';

let folder = '';
const inside = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-draft-'));
  const kind = { name: 'kind.yaml', text: bundledKind().files.get('kind.yaml') ?? '' };
  const project = await initProject({ kind, year: '2024', sample: sampleCounty() });
  writeFileSync(inside('数据.xlsx'), project.workbook);
  writeFileSync(inside('junheng.yaml'), project.settings);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs the command; what it printed. */
async function run(source: string, options: Parameters<typeof runDraft>[1]): Promise<string> {
  let printed = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  }
  await runDraft(source, options);
  return printed;
}

describe('junheng draft', () => {
  test('drafts the sample project, tells figures and gaps, and writes the ledger', async () => {
    const printed = await run(folder, { output: inside('报告.docx'), ledger: inside('台账.json') });
    expect(printed).toMatch(/已写出 .*报告\.docx：数字\d+处（不同数据\d+项），待填4处。/);
    expect(printed).toContain('需要撰写的内容：');
    expect(printed).not.toContain('缺少的数据');
    expect(printed).toMatch(
      /自查：(\d+)处数字从文件中读回，处处与台账一致；核对关系\d+条，与数据对照\d+个，没有发现差错。/,
    );
    const document = strFromU8(unzipSync(readFileSync(inside('报告.docx')))['word/document.xml'] ?? new Uint8Array());
    const ledger = JSON.parse(readFileSync(inside('台账.json'), 'utf8')) as readonly { id: string }[];
    expect([...document.matchAll(/<w:bookmarkStart /g)]).toHaveLength(ledger.length);
    expect(new Set(ledger.map((entry) => entry.id)).size).toBe(ledger.length);
    expect(document).toContain('河清市人民政府教育督导室：');
  });

  test('a workbook with little more than the county’s name gives a skeleton, its gaps told', async () => {
    const few = inside('才开始');
    mkdirSync(few);
    writeFileSync(join(few, '基本信息.csv'), '县名,临江县\n年份,2024\n');
    writeFileSync(join(few, '县情.csv'), '指标,学段,年份,数值,单位\n总人口,,2024,36.5,万人\n');
    const printed = await run(few, { output: join(few, '报告.md') });
    expect(printed).toContain('“学校”表还没有填，由各校数据计算的数字在报告中留空。');
    expect(printed).toContain('缺少的数据：');
    const text = readFileSync(join(few, '报告.md'), 'utf8');
    expect(text).toContain('总人口36.5万人');
    expect(text).not.toMatch(/[，、；：]。|其中。|^。/mu);
  });

  test('takes the workbook itself, writes Markdown and a ledger workbook', async () => {
    await run(inside('数据.xlsx'), { output: inside('报告.md'), ledger: inside('台账.xlsx') });
    expect(readFileSync(inside('报告.md'), 'utf8')).toContain('## 一、基本情况');
    expect(Object.keys(unzipSync(readFileSync(inside('台账.xlsx'))))).toContain('xl/workbook.xml');
  });

  test('does not write over a report that a person has edited', async () => {
    const output = inside('改过.docx');
    await run(folder, { output });
    // Nobody touched it: a second draft replaces it.
    await run(folder, { output });
    const entries = unzipSync(readFileSync(output));
    const core = strFromU8(entries['docProps/core.xml'] ?? new Uint8Array());
    const edited = core.replace(/(<cp:lastModifiedBy>)[^<]*/, '$1张三');
    writeFileSync(output, zipSync({ ...entries, 'docProps/core.xml': strToU8(edited) }));
    await expect(run(folder, { output })).rejects.toThrow('被人修改过');
    await run(folder, { output, force: true });
  });

  test('does not write a report that contradicts itself, and says why; --force writes it', async () => {
    const kind = { name: 'kind.yaml', text: bundledKind().files.get('kind.yaml') ?? '' };
    // more home-taught children than there are
    const changes = { name: 'sample.yaml', text: 'data: [{ indicator: disabled-home, values: { "2024": 9999 } }]' };
    const project = await initProject({ kind, year: '2024', sample: sampleCounty(), changes });
    writeFileSync(inside('矛盾.xlsx'), project.workbook);
    const [output, ledger] = [inside('矛盾.docx'), inside('矛盾.json')];
    const refused = await run(inside('矛盾.xlsx'), { output, ledger });
    expect(process.exitCode).toBe(1);
    expect(refused).toContain('没有通过自查');
    expect(refused).toMatch(/原句（（七）关爱特殊群体[\s\S]*9999/);
    expect(refused).toMatch(/出处：.*![A-Z]+\d+/);
    expect(refused).toContain('没有写出报告');
    expect([existsSync(output), existsSync(ledger)]).toEqual([false, false]);
    process.exitCode = 0;
    const forced = await run(inside('矛盾.xlsx'), { output, ledger, force: true });
    expect(process.exitCode).toBe(1);
    process.exitCode = 0;
    expect(forced).toContain('没有通过自查');
    expect(forced).toMatch(/已写出 .*矛盾\.docx/);
    expect([existsSync(output), existsSync(ledger)]).toEqual([true, true]);
  });

  test('leaves nothing behind where it cannot do its work', async () => {
    const ledger = inside('没有.json');
    await expect(run(folder, { output: inside('没有/报告.docx'), ledger })).rejects.toThrow('所在文件夹不存在');
    expect(existsSync(ledger)).toBe(false);
    await expect(run(folder, { output: inside('报告.pdf') })).rejects.toThrow('报告只能写成 .docx、.html 或 .md 文件');
    await expect(run(folder, { output: inside('a.docx'), kind: '../x' })).rejects.toThrow('没有报告类型“../x”');
    await expect(run(inside('空'), { output: inside('a.docx') })).rejects.toThrow('文件不存在');
    expect(existsSync(inside('a.docx'))).toBe(false);
  });

  test('keeps the older ledger where the report cannot be written', async () => {
    const ledger = inside('旧台账.json');
    writeFileSync(ledger, '[]');
    await expect(run(folder, { output: inside('没有/报告.docx'), ledger })).rejects.toThrow('所在文件夹不存在');
    expect(readFileSync(ledger, 'utf8')).toBe('[]');
  });
});

describe('junheng.yaml', () => {
  test('is read by the names that clerks write, dates as official texts write them', () => {
    const text =
      '类型: county-basic\n县名: 清河区\n级别: 区\n主送机关: 市政府\n落款: 区政府\n日期: 2019-03-05\n标准: 某省.yaml';
    expect(parseProjectSettings(text, 'junheng.yaml')).toEqual({
      kind: 'county-basic',
      settings: { county: '清河区', level: '区', addressee: '市政府', signatory: '区政府', date: '2019年3月5日' },
      year: null,
      standards: ['某省.yaml'],
      templates: null,
    });
    expect(parseProjectSettings('', 'junheng.yaml')).toMatchObject({ kind: null, settings: {} });
  });

  test('tells its faults', () => {
    expect(() => parseProjectSettings('主送机关: {甲: 乙}\n级别: 省', 'junheng.yaml')).toThrow(/主送机关[\s\S]*级别/);
    expect(() => parseProjectSettings('a: b: c', 'junheng.yaml')).toThrow(/junheng\.yaml：第1行第\d+列：YAML 写法有误/);
    expect(() => parseProjectSettings('- a', 'junheng.yaml')).toThrow('键: 值');
  });
});
