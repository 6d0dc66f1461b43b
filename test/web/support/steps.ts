import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A file to be given to the page. */
export interface TestFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export const EXAMPLE = '示例报告（含错）.txt';
export const EXAMPLE_TEXT = readFileSync(new URL(`../../../corpus/sample/${EXAMPLE}`, import.meta.url), 'utf8');

export const bytesOf = ({ content }: TestFile): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Gives files by the system's window, as the button opens it. */
export async function choose(page: Page, ...files: readonly TestFile[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /选择文件|打开文件/u }).click();
  const chooser = await asked;
  await busyAndSettled(page, () =>
    chooser.setFiles(files.map((file) => ({ name: file.name, mimeType: '', buffer: Buffer.from(bytesOf(file)) }))),
  );
}

/** Drops files on the page, wherever: a real drag event with files in it. */
export async function drop(page: Page, ...files: readonly TestFile[]): Promise<void> {
  const given = files.map((file) => [file.name, Buffer.from(bytesOf(file)).toString('base64')] as const);
  const transfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of given) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
    }
    return transfer;
  }, given);
  await busyAndSettled(page, async () => {
    for (const event of ['dragover', 'drop']) await page.dispatchEvent('main', event, { dataTransfer: transfer });
  });
}

/** Does something that makes the page check, and waits until it has: seen by its phases, so that a quick check is not missed. */
export async function busyAndSettled(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    // what was seen of an earlier check says nothing of this one
    delete main.dataset['wasWorking'];
    const observer = new MutationObserver(() => {
      if (main.dataset['phase'] !== 'working') return;
      main.dataset['wasWorking'] = 'yes';
      observer.disconnect();
    });
    observer.observe(main, { attributes: true, attributeFilter: ['data-phase'] });
  });
  await act();
  await page.locator('main[data-was-working]:not([data-phase=working])').waitFor();
  await page.evaluate(() => document.querySelector('main')?.removeAttribute('data-was-working'));
}

/** Opens the example that is one click away. */
export async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开一份示例报告' }).click();
  await shown(page);
}

export async function shown(page: Page): Promise<void> {
  await page.locator('main[data-phase=shown]').waitFor();
}

export const finding = (page: Page, number: number): Locator => page.locator(`#finding-${number}`);
export const findings = (page: Page): Locator => page.getByRole('complementary').locator('[id^=finding-]');
export const paper = (page: Page): Locator => page.locator('main article');
export const figure = (page: Page, text: string): Locator => paper(page).locator('[data-figure]', { hasText: text });
/** The pieces of text that are marked for a finding. */
export const places = (page: Page, number: number): Locator => paper(page).locator(`mark[data-finding="${number}"]`);

/** The numbers of the findings that are listed. */
export async function listed(page: Page): Promise<number[]> {
  const ids = await findings(page).evaluateAll((elements) => elements.map(({ id }) => id));
  return ids.map((id) => Number(id.replace('finding-', '')));
}

/** What the page says of how much was read and tested, by its Chinese name. */
export async function totals(page: Page): Promise<Record<string, number>> {
  const pairs = await page
    .locator('main header dl > div')
    .evaluateAll((all) =>
      all.map(
        (one) => [one.querySelector('dt')?.textContent ?? '', Number(one.querySelector('dd')?.textContent)] as const,
      ),
    );
  return Object.fromEntries(pairs);
}

/** Decides about a finding. */
export async function decide(page: Page, number: number, words: '属实' | '不是问题', reason = ''): Promise<void> {
  const card = finding(page, number);
  await card.getByRole('button', { name: words, exact: true }).click();
  await card.getByRole('textbox').fill(reason);
  await card.getByRole('button', { name: words, exact: true }).click();
  // the worker has recorded it: the card says so, or has left the list
  await page.waitForFunction((id) => {
    const card = document.getElementById(id);
    return card === null || /已确认属实|已判定不是问题/u.test(card.textContent ?? '');
  }, `finding-${number}`);
}

/** Presses a download button; the name of the file and what is in it, as it came to lie in the folder for downloads. */
export async function download(
  page: Page,
  words: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: words, exact: true }).click();
  const file = await started;
  expect(await file.failure()).toBeNull();
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

/** What the page said last, below its work or over it. */
export async function said(page: Page): Promise<string> {
  const lines = await page.getByRole('status').allInnerTexts();
  return lines.join(' ').trim();
}

/** The sentences about files that could not be used. */
export async function refusals(page: Page): Promise<string[]> {
  return page.getByRole('alert').getByRole('listitem').allInnerTexts();
}

/** Files opened: their names, and how many open findings each has. */
export async function tabs(page: Page): Promise<string[]> {
  return page
    .getByRole('navigation', { name: '打开的文件' })
    .locator('button[title]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).title));
}

/** Wipes all, as a person does it. */
export async function wipe(page: Page): Promise<void> {
  // The words may still stand from an earlier time; the work begins anew in an element of its own.
  await page.evaluate(() => document.querySelector('main')?.setAttribute('data-before', ''));
  await page.getByRole('button', { name: '清除全部' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '清除', exact: true }).click();
  await page.getByText('已清除').waitFor();
  await page.locator('main:not([data-before])[data-phase=empty]').waitFor();
}
