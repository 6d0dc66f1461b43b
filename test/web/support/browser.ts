import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { ARGUMENTS, CHROMIUM, launch } from '../../support/chromium.ts';

export { describeInBrowser } from '../../support/chromium.ts';

/** The page as people have it: the built file, opened by its place on the disk; `npm test` builds it first. */
export const ADDRESS = pathToFileURL(fileURLToPath(new URL('../../../dist/web/junheng.html', import.meta.url))).href;

/** The screens that offices have; the narrow one is the small screen at 200 %. */
export const SMALL_SCREEN = { width: 1366, height: 768 };
export const LARGE_SCREEN = { width: 1920, height: 1080 };
export const NARROW = { width: 683, height: 384 };

/** A page at the start view, and what it did that it should not have done. */
interface Visit {
  readonly page: Page;
  /** Requests for anything but the page itself, lines on the console, errors, breaches of the policy. */
  readonly complaints: readonly string[];
}

/**
 * Visits to the page in one browser for a test file. Whatever a visit is for, when it is over the page must not have asked for,
 * printed or broken anything; what a test has provoked itself it takes off the list.
 */
export function visits(options: BrowserContextOptions = {}, args: readonly string[] = []) {
  let browser: Browser | undefined;
  const open: { readonly context: BrowserContext; readonly complaints: string[] }[] = [];
  beforeAll(async () => {
    browser = await launch(args);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const over = open.splice(0);
    for (const { context } of over) await context.close();
    expect(over.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  return async (own: BrowserContextOptions = {}): Promise<Visit & { readonly complaints: string[] }> => {
    if (browser === undefined) throw new Error('the browser is not there yet');
    const context = await browser.newContext({ viewport: SMALL_SCREEN, offline: true, ...options, ...own });
    const complaints: string[] = [];
    open.push({ context, complaints });
    return { page: await openedIn(context, complaints), complaints };
  };
}

/** The browser with a folder of its own for what it keeps, as people have it: it can be closed and opened again. */
export function profile(): () => Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-profile-'));
  const contexts: BrowserContext[] = [];
  afterAll(async () => {
    for (const context of contexts) await context.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return async () => {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: CHROMIUM,
      args: ARGUMENTS,
      viewport: SMALL_SCREEN,
      offline: true,
    });
    contexts.push(context);
    return openedIn(context, []);
  };
}

async function openedIn(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  watch(context, page, complaints);
  await page.goto(ADDRESS);
  await ready(page);
  return page;
}

/** Until the page has shown what it has to show after opening or a reload. */
export async function ready(page: Page): Promise<void> {
  await page.locator('main[data-phase=empty], main[data-phase=shown]').waitFor();
}

function watch(context: BrowserContext, page: Page, complaints: string[]): void {
  context.on('request', (request) => {
    const url = request.url();
    // the page itself; the worker, which comes out of it; a file on its way to the person; the icon, which is empty
    if (url.split('#')[0] !== ADDRESS && !/^(?:blob:|data:,$)/u.test(url)) complaints.push(`request ${url}`);
  });
  context.on('serviceworker', (worker) => complaints.push(`service worker ${worker.url()}`));
  page.on('websocket', (socket) => complaints.push(`socket ${socket.url()}`));
  page.on('popup', (popup) => complaints.push(`window ${popup.url()}`));
  // that of the page and that of its worker; a breach of the policy is told there, too
  page.on('console', (message) => complaints.push(`console ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error ${String(error)}`));
}
