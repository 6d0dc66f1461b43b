import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import { findingsPage } from '../../../src/write/html/findings-page.ts';
import { buildDocx, paragraph, table } from '../../support/docx.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const checked = async (name: string, bytes: Uint8Array) => ({ ...(await check(name, bytes, [])), standards: [] });
const planted = readFileSync(new URL('../../../corpus/sample/示例报告（含错）.txt', import.meta.url));

describe('the page of findings', () => {
  test('every link leads to a place of the page, and no anchor occurs twice', async () => {
    const files = [await checked('甲.txt', planted), await checked('乙.txt', planted)];
    const page = findingsPage(files);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(ids).toContain(link);
    const findings = files.flatMap(({ result }) => result.findings);
    expect(page.match(/<li id="r\d-f\d+"/g)).toHaveLength(findings.length);
  });

  test('places in the cells of a table are marked there', async () => {
    const body =
      paragraph('表1　学生数（单位：人）') +
      table([
        ['学校', '学生数'],
        ['东关小学', '450'],
        ['西关小学', '380'],
        ['合计', '840'],
      ]);
    const page = findingsPage([await checked('表.docx', buildDocx({ body }))]);
    expect(page).toMatch(
      /<td><p><mark class="(?:error|warning)"[^>]*>840<\/mark><a class="ref" href="#r1-f1">1<\/a><\/p>/,
    );
  });

  test('nothing of a report or of its name becomes markup', async () => {
    const page = findingsPage([await checked('<img src=x>.txt', utf8('<script>alert(1)</script>布署工作。'))]);
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('布署');
  });

  test('without findings it says so, and how much was tested', async () => {
    const page = findingsPage([
      await checked('好.txt', utf8('全县现有学校42所：小学28所、初中9所、九年一贯制学校5所。')),
    ]);
    expect(page).toContain('没有发现问题');
    expect(page).toContain('核对关系1条：相符1条');
  });
});
