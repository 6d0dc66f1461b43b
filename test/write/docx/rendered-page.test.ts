import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'mdast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftReport } from '../../../src/jobs/draft.ts';
import { writeDocx } from '../../../src/write/docx/index.ts';
import { bundledKind, standards } from '../../draft/support/bundled.ts';
import { fallingCounty, fullCounty } from '../../draft/support/county.ts';

const found = ['soffice', 'pdftotext'].every((program) => spawnSync('which', [program]).status === 0);
if (!found) process.stderr.write('未找到 soffice 或 pdftotext，跳过版面渲染测试。\n');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-page-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The pages of a Word file as LibreOffice renders it, each as lines with their layout. */
function render(name: string, file: Uint8Array): readonly (readonly string[])[] {
  writeFileSync(join(folder, `${name}.docx`), file);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, `${name}.docx`),
    ],
    { stdio: 'ignore' },
  );
  const text = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .map((page) => page.split('\n').filter((line) => line.trim() !== ''))
    .filter((page) => page.length > 0);
}

/**
 * LibreOffice 7.4 does not print a comma that begins a run where the line before it is full to the last character (behind a marked
 * figure), whether marks may hang over the margin or not; Word does. So many it may lose in a report.
 */
const HUNG = 1;

describe.skipIf(!found)('the rendered page', () => {
  test('has 22 lines of 28 characters, two of them for the indent of a paragraph', async () => {
    const root: Root = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: '国'.repeat(26 + 28 * 43) }] }],
    };
    const pages = render('grid', await writeDocx(root));
    expect(pages).toHaveLength(2);
    const lines = pages.map((page) => page.slice(0, -1).map((line) => line.trim()));
    expect(lines.map((page) => page.length)).toEqual([22, 22]);
    expect(lines[0]?.[0]).toHaveLength(26);
    for (const line of lines.flat().slice(1)) expect(line).toHaveLength(28);
    const numbers = pages.map((page) => page.at(-1) ?? '');
    expect(numbers.map((line) => line.trim().replace(/\s/g, ''))).toEqual(['—1—', '—2—']);
    const indents = numbers.map((line) => line.search(/\S/));
    expect(indents[0]).toBeGreaterThan(20);
    expect(indents[1]).toBeLessThan(5);
  });

  test.each([
    ['report', fullCounty()],
    ['falling', fallingCounty()],
  ])('of the whole %s loses no character', async (name, dataset) => {
    const settings = { addressee: '市人民政府', signatory: '清河县人民政府', date: '2019年3月15日' };
    const { bytes } = await draftReport({
      kind: bundledKind(),
      dataset,
      settings,
      standards: standards(),
      format: 'docx',
    });
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const written = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
    const printed = render(name, bytes)
      .flatMap((page) => page.slice(0, -1))
      .join('');
    // By characters and not by text: the lines of a table's cells are read across. Charts print the words of their axes besides.
    const onPages = charactersOf(printed);
    const lost = Object.entries(charactersOf(written)).filter(
      ([one, count]) => (onPages[one] ?? 0) < count - (one === '，' ? HUNG : 0),
    );
    expect(lost).toEqual([]);
  });
});

function charactersOf(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const character of text.replace(/\s/g, '')) counts[character] = (counts[character] ?? 0) + 1;
  return counts;
}
