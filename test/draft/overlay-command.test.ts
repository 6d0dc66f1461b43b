import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { runDraft } from '../../src/cli/draft-run.ts';
import { sampleCounty } from '../../src/cli/resources.ts';
import { checkTemplates, listTemplates } from '../../src/cli/templates-run.ts';
import { initProject } from '../../src/jobs/init.ts';
import { bundledKind } from './support/bundled.ts';

let folder = '';
const inside = (...names: readonly string[]): string => join(folder, ...names);

/** Puts a file into the project, with the folders above it. */
function put(path: readonly string[], text: string): void {
  mkdirSync(inside(...path.slice(0, -1)), { recursive: true });
  writeFileSync(inside(...path), text);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-overlay-'));
  const project = await initProject({ kind: bundledKind(), year: '2024', sample: sampleCounty() });
  writeFileSync(inside('数据.xlsx'), project.workbook);
  writeFileSync(inside('junheng.yaml'), project.settings);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(inside('模板'), { recursive: true, force: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What was printed and told while it ran. */
async function heard(run: () => unknown): Promise<{ readonly printed: string; readonly told: string }> {
  const said = { printed: '', told: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.printed += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.told += String(text))));
  await run();
  return said;
}

describe("an office's own templates beside the data", () => {
  test('replace a section, and what is in vain is told', async () => {
    put(
      ['模板', 'county-basic', '40-features.md'],
      '## 四、特色亮点\n\n本局自拟章节，{{county}}在校生{{figure "pupils"}}。\n',
    );
    put(['模板', 'county-basic', '41-more.md'], '多余的章节。\n');
    put(['模板', 'county-basic', '说明.docx'], 'x');
    symlinkSync('/etc/passwd', inside('模板', 'county-basic', '50-conclusion.md'));
    const { told } = await heard(() => runDraft(folder, { output: inside('报告.md') }));
    const report = readFileSync(inside('报告.md'), 'utf8');
    expect(report).toMatch(/本局自拟章节，青禾县在校生\d+人。/);
    expect(report).not.toContain('root:');
    expect(report).toContain('自评结论');
    expect(told).toContain('41-more.md：没有用上');
    expect(told).toContain('说明.docx：不是 .md 或 kind.yaml，没有用上。');
    expect(told).toContain('50-conclusion.md：是链接，不读');
  });

  test('a faulty one stops the draft before anything is written, in branches that would not run too', async () => {
    put(
      ['模板', 'county-basic', '40-features.md'],
      '{{#if (has "gdp")}}甲{{else}}{{figure "pupils" in="万元"}}{{/if}}{{pupil}}\n',
    );
    put(['模板', 'county-basic', 'kind.yaml'], 'sections: [00-opening.md, 80-none.md]\nneed: []\n');
    await expect(runDraft(folder, { output: inside('没写.md') })).rejects.toThrow(
      /第1行第27列[\s\S]*80-none\.md[\s\S]*第2行第1列[\s\S]*need/,
    );
    expect(() => readFileSync(inside('没写.md'))).toThrow();
  });

  test('a kind of the office only is drafted and listed with where it comes from', async () => {
    put(
      ['模板', '镇校月报', 'kind.yaml'],
      'id: 镇校月报\ntitle: 镇校工作月报\nsections: [正文.md]\nneeds: [{ indicator: pupils, stages: [小学, 初中] }]\n',
    );
    put(['模板', '镇校月报', '正文.md'], '# {{county}}月报\n\n## 一、情况\n\n{{own "动态" "本月动态"}}\n');
    const listed = await heard(() => listTemplates('text', inside('模板')));
    expect(listed.printed).toContain('镇校月报  镇校工作月报　［本单位的类型］');
    expect(listed.printed).toContain('动态　本月动态');
    const { printed } = await heard(() => listTemplates('json', inside('模板')));
    const kinds = JSON.parse(printed) as readonly { id: string; title: string; needs: unknown[]; origin: string }[];
    expect(kinds.find(({ id }) => id === '镇校月报')).toMatchObject({ title: '镇校工作月报', origin: 'own' });
    expect(kinds.find(({ id }) => id === 'county-basic')).toMatchObject({ origin: 'bundled' });
    await heard(() => runDraft(folder, { output: inside('月报.md'), kind: '镇校月报' }));
    expect(readFileSync(inside('月报.md'), 'utf8')).toContain('【待填：本月动态】');
  });

  test.each(['../模板', '..', '/etc', 'county-basic/..'])('a kind cannot be a path: %s', async (kind) => {
    put(['模板', 'county-basic', 'x.md'], 'x');
    await expect(runDraft(folder, { output: inside('x.md'), kind })).rejects.toThrow('没有报告类型');
  });

  test('are checked without drafting, every kind at once', async () => {
    put(['模板', 'county-basic', '40-features.md'], '{{figur "pupils"}}');
    put(['模板', '新类型', '正文.md'], '甲');
    put(['模板', 'readme.txt'], 'x');
    let told = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((told += String(text))));
    expect(() => checkTemplates(inside('模板'))).toThrow(
      /40-features\.md：第1行第1列：不认识“figur”[\s\S]*新类型\/kind\.yaml：没有这个文件/,
    );
    expect(told).toContain('readme.txt：没有用上');
    expect(() => checkTemplates(inside('没有'))).toThrow('没有这个模板文件夹');
  });
});
