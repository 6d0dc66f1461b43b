import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDocx, paragraph, table } from '../support/docx.ts';
import { program, SOUND, temporaryFolder } from './program.ts';

const folder = temporaryFolder();

describe('JSON', () => {
  test('is the default, an array, and ends with the figures', () => {
    const { code, out, err } = program(['extract', folder.write('报告.txt', SOUND)]);
    expect([code, err]).toEqual([0, '']);
    const [record] = JSON.parse(out) as Record<string, unknown>[];
    expect(Object.keys(record ?? {})).toEqual(['file', 'kind', 'title', 'sections', 'figures']);
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
