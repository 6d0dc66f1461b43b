import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Whether LibreOffice is installed; where it is not, the tests that need it are skipped, and it is said. */
export const hasOffice = spawnSync('which', ['soffice']).status === 0;
if (!hasOffice) process.stderr.write('未找到 soffice，跳过由 LibreOffice 生成文件的测试。\n');

/** Converts with a LibreOffice of its own profile, so that tests beside one another and a person's own are left alone. */
export function office(): (docx: Uint8Array, filter: string) => Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-office-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (docx, filter) => {
    const ending = filter.split(':')[0] ?? filter;
    writeFileSync(join(folder, 'file.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'file.docx')],
      { stdio: 'ignore' },
    );
    return readFileSync(join(folder, `file.${ending}`));
  };
}
