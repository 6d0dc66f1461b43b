import { existsSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { buildDocx, paragraph, run, table } from '../support/docx.ts';
import { buildPdf, column } from '../support/pdf.ts';
import { noteMark, noteParts } from '../support/word-notes.ts';
import { program, SOUND, temporaryFolder } from './program.ts';

const folder = temporaryFolder();

describe('JSON', () => {
  test('is the default, an array, and ends with the figures', () => {
    const { code, out, err } = program(['extract', folder.write('报告.txt', SOUND)]);
    expect([code, err]).toEqual([0, '']);
    const [record] = JSON.parse(out) as Record<string, unknown>[];
    expect(Object.keys(record ?? {})).toEqual(['file', 'kind', 'title', 'sections', 'notes', 'figures']);
    expect(record?.['sections']).toMatchObject([{ level: 1, marker: '一、', title: '基本情况', runIn: false }]);
    expect(record?.['figures']).toMatchObject([
      { id: 'f1', text: '43所', value: 43, unit: '所', kind: 'count', stage: null },
      { id: 'f2', text: '28所', stage: '小学' },
      { id: 'f3', text: '9所', stage: '初中' },
      { id: 'f4', text: '6所', stage: '九年一贯制' },
    ]);
  });

  test('what the reader noticed goes to standard error', () => {
    const inserted = paragraph('<w:ins w:id="1"><w:r><w:t>全县有小学45所。</w:t></w:r></w:ins>');
    const path = folder.write('修订.docx', buildDocx({ body: inserted }));
    const { code, out, err } = program(['extract', path]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(err).toContain(`${path}：文中有未处理的修订`);
  });
});

describe('text', () => {
  test('line n is the nth paragraph of a Word file, empty ones and cells included', () => {
    const body = paragraph('一、基本情况') + paragraph() + table([['小学', '28所']]) + paragraph('全县有小学28所。');
    const path = folder.write('报告.docx', buildDocx({ body }));
    expect(program(['extract', path, '--format', 'text']).out).toBe('一、基本情况\n\n小学\n28所\n全县有小学28所。\n');
  });

  test('of a text file is the file itself', () => {
    expect(program(['extract', folder.write('报告.txt', SOUND), '--format', 'text']).out).toBe(SOUND);
    expect(program(['extract', '-', '--format', 'text'], { input: `\ufeff${SOUND.trimEnd()}` }).out).toBe(SOUND);
  });

  test('notes follow under a line of their own, and stand in JSON', () => {
    const body = paragraph(`${run('全县有小学28所')}${noteMark('footnote', 2)}${run('。')}`) + paragraph('二、学生');
    const parts = noteParts({ footnotes: { 2: paragraph('含教学点6个。') }, headers: [paragraph('清河县教育局')] });
    const path = folder.write('注.docx', buildDocx({ body, parts }));
    const { out, err } = program(['extract', path, '--format', 'text']);
    expect(out).toBe(
      '全县有小学28所。\n二、学生\n\n==== 以下不是正文，其中的数字没有核对 ====\n［脚注，第1段］含教学点6个。\n［页眉］清河县教育局\n',
    );
    expect(err).toContain('脚注 1 条、页眉 1 处已与正文分开读出');
    const [record] = JSON.parse(program(['extract', path]).out) as { notes: unknown; figures: unknown[] }[];
    expect(record?.notes).toEqual([
      { kind: 'footnote', text: '含教学点6个。', line: 1 },
      { kind: 'header', text: '清河县教育局', line: null },
    ]);
    expect(record?.figures).toHaveLength(1);
  });

  test('of several files names each', () => {
    const path = folder.write('报告.txt', SOUND);
    expect(program(['extract', path, path, '--format', 'text']).out).toBe(
      `==> ${path} <==\n${SOUND}\n==> ${path} <==\n${SOUND}`,
    );
  });
});

test('Markdown: outline and figures, marks of the text escaped', () => {
  const input = '一、基本情况\n（一）学校\n全县有小学28所|初中约9所。\n（二）学生\n二、主要做法\n';
  const output = folder.at('提纲.md');
  expect(program(['extract', '-', '-o', output], { input }).code).toBe(0);
  const written = readFileSync(output, 'utf8');
  expect(written).toContain(
    '* 一、基本情况（第1行）\n  * （一）学校（第2行）\n  * （二）学生（第4行）\n* 二、主要做法（第5行）\n',
  );
  expect(written).toMatch(/\| f1 +\| 第3行 \| 28所 +\| 28 +\| 所 +\| /u);
  expect(written).toMatch(/\| f2 +\| 第3行 \| 9所 +\| 约9 +\| 所 +\| /u);
});

describe('other formats', () => {
  const old = readFileSync(new URL('../fixtures/files/旧版.doc', import.meta.url));

  test.each(['旧版.doc', '旧版.wps'])('%s: words, cells and figures, with a message of what is lost', (name) => {
    const path = folder.write(name, old);
    const { code, out, err } = program(['extract', path, '--format', 'text']);
    expect([code, out]).toEqual([
      0,
      '清河县义务教育均衡发展报告\n一、基本情况\n全县现有学校43所：小学28所、初中9所、九年一贯制学校6所。\n学校\n学生数\n东关小学\n412人\n',
    ]);
    expect(err).toContain('自动编号');
    const [record] = JSON.parse(program(['extract', path]).out) as { figures: { text: string }[] }[];
    expect(record?.figures.slice(0, 4).map(({ text }) => text)).toEqual(['43所', '28所', '9所', '6所']);
    expect(program(['check', path]).code).toBe(0);
  });

  test('an old Word file whose sectors run in a circle is refused, and takes neither all memory nor all time', () => {
    const file = Uint8Array.from(old);
    const view = new DataView(file.buffer);
    const table = 512 * (view.getInt32(76, true) + 1);
    const directory = view.getInt32(48, true);
    view.setInt32(table + 4 * directory, directory + 1, true);
    view.setInt32(table + 4 * (directory + 1), directory, true);
    const { code, out, err } = program(['extract', folder.write('循环.doc', file)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^\S+循环\.doc：这份旧版 Word\/WPS 文档（\.doc\/\.wps）读不出来[^\n]+\n$/);
  });

  test('a PDF with a text layer', () => {
    const path = folder.write('报告.pdf', buildPdf([column(['一、基本情况', '　　全县有小学28所。'])]));
    const { code, out, err } = program(['extract', path, '--format', 'text']);
    expect([code, out]).toEqual([0, '一、基本情况\n全县有小学28所。\n']);
    expect(err).toContain('段落由版面推断');
  });

  test('a folder is read with all of them', () => {
    const other = temporaryFolder();
    other.write('甲.pdf', buildPdf([column(['全县有小学28所。'])]));
    other.write('乙.doc', old);
    other.write('丙.ofd', '');
    const { code, out, err } = program(['extract', other.path]);
    expect([code, (JSON.parse(out) as unknown[]).length]).toEqual([0, 2]);
    expect(err).toContain('有1个文件的格式不能读取，已略过：丙.ofd');
  });
});

describe('workbook', () => {
  test('by its ending or by --format, for one report, into a file', async () => {
    const path = folder.write('报告.txt', SOUND);
    for (const args of [
      ['-o', folder.at('数据.xlsx')],
      ['--format', 'xlsx', '-o', folder.at('数据')],
    ]) {
      const { code, out, err } = program(['extract', path, ...args]);
      expect([code, out, err]).toEqual([0, '', '']);
      const { sheets } = await readXlsx(readFileSync(args.at(-1) ?? ''));
      expect(sheets.map(({ name }) => name)).toEqual(['说明', '今年的数', '基本信息']);
    }
  });

  test('not to the terminal, and not of several', () => {
    const path = folder.write('报告.txt', SOUND);
    const none = program(['extract', path, '--format', 'xlsx']);
    expect([none.code, none.err]).toEqual([2, '格式 xlsx 需要用 -o 给出输出文件。\n']);
    const several = program(['extract', path, path, '-o', folder.at('几份.xlsx')]);
    expect([several.code, several.err]).toEqual([2, '格式 xlsx 一次只能读一份报告；请分别给出。\n']);
    expect(existsSync(folder.at('几份.xlsx'))).toBe(false);
  });
});
