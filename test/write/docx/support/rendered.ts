import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Whether pages can be rendered and measured here; where not, the tests that need it are skipped, and it is said. */
export const canRender = ['soffice', 'pdftotext', 'pdffonts'].every(
  (program) => spawnSync('which', [program]).status === 0,
);
if (!canRender) process.stderr.write('未找到 soffice 或 poppler，跳过在渲染出的版面上量尺寸的测试。\n');

/** A line as it stands on the page; lengths in points from the page's upper left corner. */
export interface RenderedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page with its lines from top to bottom, those of a table's cells each by itself. */
export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RenderedLine[];
}

/** Renders Word files with LibreOffice, in a profile of this test file's own. */
export function renderer(): (docx: Uint8Array) => readonly RenderedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-page-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (docx) => {
    writeFileSync(join(folder, 'file.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const file = join(folder, 'file.docx');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
    });
    return pagesOf(join(folder, 'file.pdf'));
  };
}

/** The pages of a PDF, measured. */
export function pagesOf(pdf: string): readonly RenderedPage[] {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const lines = [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)].map(
        ([, box = '', inside = '']): RenderedLine => {
          const text = [...inside.matchAll(/<word [^>]*>([^<]*)<\/word>/g)].map(([, word = '']) => word).join('');
          return { text, left: at(box, 'xMin'), right: at(box, 'xMax'), top: at(box, 'yMin'), bottom: at(box, 'yMax') };
        },
      );
      return {
        width: at(page, 'width'),
        height: at(page, 'height'),
        lines: lines.sort((a, b) => a.top - b.top || a.left - b.left),
      };
    });
}

function at(attributes: string, name: string): number {
  return Number(new RegExp(`${name}="([\\d.]+)"`).exec(attributes)?.[1]);
}
