import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../cli/program.ts';
import { buildDocx, paragraph } from '../support/docx.ts';
import { buildPdf, column } from '../support/pdf.ts';
import { describeInBrowser, visits } from './support/browser.ts';
import {
  busyAndSettled,
  choose,
  decide,
  download,
  drop,
  findings,
  listed,
  paper,
  refusals,
  tabs,
  type TestFile,
  wipe,
  finding,
} from './support/steps.ts';

const WRONG = '一、基本情况\n全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n';
const RIGHT = WRONG.replace('制学校5所', '制学校6所');
const word = (text: string) =>
  buildDocx({
    body: text
      .trim()
      .split('\n')
      .map((line) => paragraph(line))
      .join(''),
  });

/** One contradiction, in every format; a place for old Word files, too, once the page reads them. */
const FORMATS: readonly TestFile[] = [
  { name: '报告.docx', content: word(WRONG) },
  { name: '报告.txt', content: WRONG },
  {
    name: '国标.txt',
    content: Uint8Array.from(
      Buffer.from(
        'c8abcfd8d3d0d1a7d0a33433cbf9a3bad0a1d1a73238cbf9a1a2b3f5d6d039cbf9a1a2c6d5cda8d1a7d0a335cbf9a1a3',
        'hex',
      ),
    ),
  },
  { name: '报告.md', content: '# 报告\n\n全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n' },
  { name: '报告.pdf', content: buildPdf([column(WRONG.trim().split('\n'))]) },
];

describeInBrowser('files in', () => {
  const visit = visits();
  const folder = temporaryFolder();

  test('every format, chosen or dropped', async () => {
    const { page } = await visit();
    for (const [index, file] of FORMATS.entries()) {
      await (index % 2 === 0 ? choose : drop)(page, file);
      expect(await refusals(page), file.name).toEqual([]);
      expect(await findings(page).first().textContent(), file.name).toContain('28+9+5=42≠43');
    }
    expect(await tabs(page)).toEqual(FORMATS.map(({ name }) => name));
  });

  test('several of one submission, held against each other or not', async () => {
    const { page } = await visit();
    const one = { name: '自评报告.txt', content: '青禾县义务教育均衡发展自评报告\n2023年全县小学在校生26400人。\n' };
    const other = {
      name: '工作报告.docx',
      content: word('青禾县义务教育均衡发展工作汇报\n2023年全县小学在校生26040人。\n'),
    };
    await drop(page, one, other);
    expect(await tabs(page)).toEqual([one.name, other.name]);
    await page.getByTitle(other.name).click();
    expect(await findings(page).allTextContents()).toEqual([expect.stringContaining(`《${one.name}》第2行`)]);
    const together = page.getByRole('checkbox', { name: /同一次报送/u });
    expect(await together.isChecked()).toBe(true);
    await together.uncheck();
    await page.getByText('没有发现问题。').waitFor();
    await together.check();
    await findings(page).first().waitFor();
    expect(await page.locator('main').getAttribute('data-phase')).toBe('shown');
  });

  test('a corrected file takes the place of the one of its name, and keeps what was decided', async () => {
    const { page } = await visit();
    const defect = '会议要求抓好控缀保学工作。\n';
    await choose(page, { name: '报告.txt', content: WRONG + defect });
    expect(await listed(page)).toEqual([1, 2]);
    await decide(page, 2, '不是问题', '原文如此');
    await choose(page, { name: '报告.txt', content: RIGHT + defect });
    expect(await tabs(page)).toEqual(['报告.txt']);
    await page.getByRole('combobox', { name: '处理' }).selectOption({ label: '已排除的' });
    expect(await findings(page).allTextContents()).toEqual([expect.stringContaining('原文如此')]);
  });

  test('a damaged file of the same name takes nothing from the person', async () => {
    const { page } = await visit();
    await choose(page, { name: '报告.docx', content: word(WRONG) });
    await decide(page, 1, '属实', '已核实');
    await drop(page, { name: '报告.docx', content: word(RIGHT).slice(0, 200) });
    expect(await refusals(page)).toEqual([expect.stringMatching(/^报告\.docx：/u)]);
    expect(await finding(page, 1).textContent()).toContain('已核实');
    await drop(page, { name: '报告.decisions.yaml', content: '处理: [' });
    expect(await refusals(page)).toEqual([expect.stringMatching(/^报告\.docx的处理记录/u)]);
    expect(await finding(page, 1).textContent()).toContain('已核实');
  });

  test('what was decided, beside its report, also as a browser numbers it; alone it is explained', async () => {
    const { page } = await visit();
    await choose(page, { name: '报告.txt', content: WRONG });
    await decide(page, 1, '不是问题', '含教学点');
    const { bytes } = await download(page, '处理意见');
    for (const name of ['报告.decisions.yaml', '报告.decisions (1).yaml']) {
      await wipe(page);
      await drop(page, { name, content: bytes });
      expect(await refusals(page)).toEqual([expect.stringContaining('请与它的报告一起打开')]);
      await drop(page, { name: '报告.txt', content: WRONG }, { name, content: bytes });
      expect(await refusals(page)).toEqual([]);
      expect(await tabs(page)).toEqual(['报告.txt']);
      expect(await listed(page)).toEqual([]);
    }
  });

  test('two of one name in one drop are kept apart; lists dropped one upon the other are added up', async () => {
    const { page } = await visit();
    await drop(page, { name: '报告.txt', content: WRONG }, { name: '报告.txt', content: RIGHT });
    expect(await tabs(page)).toEqual(['报告.txt', '报告（2）.txt']);
    const { page: other } = await visit();
    await busyAndSettled(other, () =>
      other.evaluate(() => {
        for (const name of ['甲.txt', '乙.txt']) {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['全县有小学45所。'], name));
          dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        }
      }),
    );
    await other.getByRole('button', { name: '关闭乙.txt' }).waitFor();
    expect(await tabs(other)).toEqual(['甲.txt', '乙.txt']);
  });

  test('a folder: the files in it, without what Word and the system leave there', async () => {
    mkdirSync(folder.at('材料', '往年'), { recursive: true });
    for (const [name, content] of [
      ['甲.txt', WRONG],
      ['乙.txt', RIGHT],
      ['~$甲.docx', 'x'],
      ['.DS_Store', 'x'],
      ['Thumbs.db', 'x'],
      ['往年/旧.txt', WRONG],
    ] as const)
      writeFileSync(folder.at('材料', name), content);
    const { page } = await visit();
    await busyAndSettled(page, () => dropFolder(page, folder.at('材料')));
    expect((await tabs(page)).toSorted()).toEqual(['乙.txt', '甲.txt']);
    expect(await refusals(page)).toEqual([]);
  });

  test('closing a file, and the last one', async () => {
    const { page } = await visit();
    await drop(page, { name: '甲.txt', content: WRONG }, { name: '乙.txt', content: RIGHT });
    await busyAndSettled(page, () => page.getByRole('button', { name: '关闭甲.txt' }).click());
    expect(await tabs(page)).toEqual(['乙.txt']);
    await busyAndSettled(page, () => page.getByRole('button', { name: '关闭乙.txt' }).click());
    await page.getByRole('heading', { name: '核对报告里的数字' }).waitFor();
  });
});

/** As from the system's window of files, by the debugger's hand: only so does a drop hold a real folder. */
async function dropFolder(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
  await paper(page).waitFor();
}
