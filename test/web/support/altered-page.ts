import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch } from '../../support/chromium.ts';

/** The page as it was built; `npm test` builds it first. */
export const BUILT = new URL('../../../dist/web/junheng.html', import.meta.url);

/** The text of the built page. */
export const builtPage = (): string => readFileSync(BUILT, 'utf8');

/** The page with a script of the test's that runs before all of its own, which the policy is told of. */
export function withScript(page: string, code: string): string {
  return allowing(page, code).replace('<body>', () => `<body><script>${code}</script>`);
}

/** The page with another main script. */
export function withMain(page: string, code: string): string {
  const start = page.lastIndexOf('<script type="module">');
  return allowing(`${page.slice(0, start)}<script type="module">${code}</script></body></html>`, code);
}

function allowing(page: string, code: string): string {
  const hash = createHash('sha256').update(code).digest('base64');
  return page.replace("script-src '", () => `script-src 'sha256-${hash}' '`);
}

/** What was opened, and what it complained about. */
export interface Opened {
  readonly page: Page;
  readonly complaints: string[];
  /** Addresses asked for, without what comes out of the page itself. */
  readonly requests: string[];
}

/** Opens pages in one browser for a test file, each in a profile of its own; and files of them, put into a folder of the test's. */
export function openPages() {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-page-'));
  const contexts: BrowserContext[] = [];
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (address: string): Promise<Opened> => {
    if (browser === undefined) throw new Error('the browser is not there yet');
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    contexts.push(context);
    const page = await context.newPage();
    const [complaints, requests]: [string[], string[]] = [[], []];
    context.on('request', (request) => {
      if (!/^(?:blob:|data:,$)/u.test(request.url())) requests.push(request.url());
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address);
    return { page, complaints, requests };
  };
  const openText = (text: string): Promise<Opened> => {
    const path = join(folder, 'junheng.html');
    writeFileSync(path, text);
    return open(pathToFileURL(path).href);
  };
  return { folder, open, openText };
}

/** Until the job is where it is waited for. */
export async function until(page: Page, phase: 'empty' | 'shown'): Promise<void> {
  await page.locator(`main[data-phase=${phase}]`).waitFor();
}

/** Opens the example, decides about its first finding, and loads the page anew: the work is still there. */
export async function wholeJob(page: Page): Promise<void> {
  await until(page, 'empty');
  await page.getByRole('button', { name: '打开一份示例报告' }).click();
  await until(page, 'shown');
  const first = page.locator('#finding-1');
  await first.getByRole('button', { name: '属实' }).click();
  await first.getByRole('textbox').fill('已问过学校');
  await first.getByRole('button', { name: '属实' }).click();
  await first.getByText('已问过学校').waitFor();
  await page.reload();
  await until(page, 'shown');
  await page.locator('#finding-1').getByText('已问过学校').waitFor();
}
