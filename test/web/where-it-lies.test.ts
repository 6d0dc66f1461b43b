import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../support/chromium.ts';
import { BUILT, openPages, wholeJob } from './support/altered-page.ts';

describeInBrowser('the page works wherever it lies', () => {
  const { folder, open } = openPages();
  const asked: string[] = [];
  let server: Server;
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(readFileSync(BUILT));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  test('in a folder that cannot be written to, of signs that mean something in an address', async () => {
    const place = join(folder, '教育局 第#1批 100%（&a=b）');
    mkdirSync(place);
    const path = join(place, '均衡%20核对 #2.html');
    copyFileSync(BUILT, path);
    chmodSync(path, 0o444);
    chmodSync(place, 0o555);
    const address = pathToFileURL(path).href;
    const { page, complaints, requests } = await open(address);
    await wholeJob(page);
    // opened, and loaded anew
    expect([complaints, requests]).toEqual([[], [address, address]]);
    chmodSync(place, 0o755);
  });

  test('from a server of the office, which is asked for the page and for nothing else', async () => {
    const { port } = server.address() as AddressInfo;
    const path = `/${encodeURIComponent('核对')}/junheng.html`;
    const address = `http://localhost:${port}${path}`;
    const { page, complaints, requests } = await open(address);
    await wholeJob(page);
    expect([complaints, requests]).toEqual([[], [address, address]]);
    expect(asked).toEqual([path, path]);
  });
});
