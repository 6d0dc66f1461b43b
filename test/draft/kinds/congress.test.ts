import { describe, expect, test } from 'vitest';
import { emptyCounty, fallingCounty, fullCounty, withSeries } from '../support/county.ts';
import { draftKind, framesOver, proofOf, textOfKind } from '../support/kind-drafts.ts';
import { sampleOf } from '../support/sample.ts';

const sample = await sampleOf('congress');
const text = (dataset = sample.dataset, settings = sample.settings): Promise<string> =>
  textOfKind('congress', dataset, settings);

describe('the drafted sample', () => {
  test('is known as a report to the congress, and nothing is found in it', async () => {
    const proof = await proofOf('congress', sample.dataset, sample.settings);
    expect(proof).toMatchObject({ kind: 'congress-report', findings: [] });
    expect(proof.equal / proof.named).toBeGreaterThan(0.8);
  });

  test('names the meeting under the title, addresses the committee and closes as reports to it do', async () => {
    const told = await text();
    expect(told).toContain('——2025年4月18日');
    expect(told).toContain('在青禾县第十八届人民代表大会常务委员会第二十五次会议上');
    expect(told).toContain('主任、各位副主任、各位委员：');
    expect(told.trimEnd()).toMatch(/以上报告，请予审议。$/u);
  });

  test('without a meeting it is signed and dated at its end', async () => {
    const { meeting: _, ...rest } = sample.settings;
    const told = await text(sample.dataset, rest);
    expect(told).not.toContain('——');
    expect(told.trimEnd()).toMatch(/以上报告，请予审议。\s+青禾县教育局局长　林知远\s+2025年4月18日$/u);
  });

  test('says nothing in one frame more than three times', async () => {
    expect(framesOver(await text(), 3)).toEqual([]);
    expect(framesOver(await text(fallingCounty()), 3)).toEqual([]);
  });
});

describe('三个增长', () => {
  test('reached: said, and no problem made of it', async () => {
    const told = await text(fullCounty());
    expect(told).toContain('各年均高于财政经常性收入的增长');
    expect(told).toContain('三年来，“三个增长”全部实现。');
    expect(told).not.toContain('教育投入的法定增长没有完全实现');
    expect(told).toContain('巩固投入保障');
  });

  test('missed in one year of one item: said, with the year, and promised to be made up', async () => {
    const dataset = withSeries(fullCounty(), 'public-funds-per-pupil', '小学', ['762.9', '921.7', '821.2', '1035.4']);
    const told = await text(dataset);
    expect(told).toContain('“三个增长”没有全部实现');
    expect(told).toContain('同一时期生均公用经费，小学总体增长、其间有所回落，初中逐年增长');
    expect(told).toContain('补上投入欠账');
    expect(told).not.toContain('教育投入的法定增长没有完全实现');
  });

  test('falling everywhere reads as that', async () => {
    const told = await text(fallingCounty());
    expect(told).toContain('各年均没有高于财政经常性收入的增长');
    expect(told).toMatch(/小学生均教育事业费逐年下降，初中逐年下降/u);
    expect(told).toContain('教师工资没有做到逐年提高');
    expect(told).not.toMatch(/(?<!没有|没有做到)逐年(?:增长|提高)/u);
  });

  test('a year that the workbook lacks leaves no verdict', async () => {
    const full = fullCounty();
    const data = full.data.filter(({ indicator, period }) => indicator !== 'regular-revenue' || period !== '2015');
    const told = await text({ ...full, data });
    expect(told).not.toMatch(/“三个增长”(?:没有)?全部实现/u);
  });
});

test('problems are told with the workbook’s figures', async () => {
  const told = await text(fullCounty());
  expect(told).toContain('还有大班额12个');
  expect(told).toContain('空编69人');
  expect(told).toContain('仍有适龄残疾儿童少年7人没有入学');
});

test('an empty workbook gives a skeleton with its gaps', async () => {
  const { tree, ledger, gaps } = await draftKind('congress', emptyCounty(), {});
  expect(ledger).toEqual([]);
  expect(tree.children.filter((node) => node.type === 'heading' && node.depth === 2)).toHaveLength(3);
  expect(gaps.length).toBeGreaterThan(8);
  const told = await textOfKind('congress', emptyCounty(), {});
  expect(told).not.toMatch(/undefined|null|，，|。。|、。|，。/u);
});
