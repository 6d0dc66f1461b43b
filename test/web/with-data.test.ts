import { expect, test } from 'vitest';
import { county, workbookOf } from '../read/workbook/build.ts';
import { describeInBrowser, ready, visits } from './support/browser.ts';
import { download, drop, finding, listed, refusals, tabs } from './support/steps.ts';

const REPORT = { name: '汇报.txt', content: '2024年全县小学在校生12100人。\n' };
const workbook = async () => ({
  name: '数据.xlsx',
  content: await workbookOf({ county: county(['在校生数', '小学', '2024', 12000, '人']) }),
});

describeInBrowser('with the data workbook', () => {
  const visit = visits();

  test('the report is held against it, after a reload too, until it is taken away', async () => {
    const { page } = await visit();
    await drop(page, REPORT, await workbook());
    expect(await tabs(page)).toEqual(['汇报.txt']);
    expect(await listed(page)).toEqual([1]);
    expect(await finding(page, 1).textContent()).toMatch(/12000人[^]*县级数据!D2/u);
    const { bytes } = await download(page, '网页');
    expect(new TextDecoder().decode(bytes)).toContain('县级数据!D2');
    await page.reload();
    await ready(page);
    expect(await listed(page)).toEqual([1]);
    await page.getByRole('button', { name: '不再对照数据.xlsx' }).click();
    await page.getByText('没有发现问题。').waitFor();
  });

  test('given later, it is added; a damaged one takes nothing away; alone it is told what to do', async () => {
    const { page } = await visit();
    await drop(page, await workbook());
    expect(await refusals(page)).toEqual([expect.stringMatching(/^数据\.xlsx：这是数据表。请与报告一起打开/u)]);
    await drop(page, REPORT);
    await page.getByText('没有发现问题。').waitFor();
    await drop(page, await workbook());
    expect(await listed(page)).toEqual([1]);
    await drop(page, { name: '坏.xlsx', content: 'PK' });
    expect(await refusals(page)).toEqual([expect.stringMatching(/^坏\.xlsx：.*。$/u)]);
    expect(await tabs(page)).toEqual(['汇报.txt']);
  });
});
