import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

/** Debian's; another one may be named by the environment. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Without a screen, as root, in a container. */
export const ARGUMENTS = ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-dev-shm-usage'];

const found = existsSync(CHROMIUM);
if (!found) process.stderr.write(`浏览器测试已略过：没有找到 ${CHROMIUM}（可用环境变量 CHROMIUM 指定）。\n`);

/** `describe`, skipped where there is no browser. */
export const describeInBrowser = describe.skipIf(!found);

export function launch(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, ...args] });
}
