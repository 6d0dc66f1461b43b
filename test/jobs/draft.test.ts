import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type LedgerEntry, ledgerJson, textOf } from '../../src/draft/index.ts';
import { type DraftResult, draftReport, type KindFiles, readKind } from '../../src/jobs/draft.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { InputError } from '../../src/model/manuscript.ts';
import { indicatorOf } from '../../src/vocabulary/index.ts';
import { bundledKind, kindWith, standards } from '../draft/support/bundled.ts';
import { emptyCounty, fallingCounty, fullCounty, without } from '../draft/support/county.ts';

const SETTINGS = { addressee: '市人民政府', signatory: '清河县人民政府', date: '2019年3月15日' };

const report = (dataset: Dataset, format: 'docx' | 'markdown' = 'markdown'): Promise<DraftResult> =>
  draftReport({ kind: bundledKind(), dataset, settings: SETTINGS, standards: standards(), format });

const inTable = (entry: LedgerEntry): boolean => /^[表图]\d/.test(entry.sentence);

describe('the county report on basic balance', () => {
  test('from full data names at least 150 different figures, 100 of them in prose', async () => {
    const { ledger, gaps } = await report(fullCounty());
    expect(new Set(ledger.map((entry) => entry.name)).size).toBeGreaterThanOrEqual(150);
    expect(new Set(ledger.filter((entry) => !inTable(entry)).map((entry) => entry.name)).size).toBeGreaterThanOrEqual(
      100,
    );
    expect(gaps.every((gap) => gap.kind === 'prose')).toBe(true);
  });

  test('has the sections of the official model, numbered in order', async () => {
    const { tree } = await report(fullCounty());
    const headings = tree.children.filter((node) => node.type === 'heading').map((node) => textOf(node));
    expect(headings.filter((heading) => /^[一二三四五六]、/.test(heading))).toEqual([
      '一、基本情况',
      '二、主要指标达成情况',
      '三、主要做法和成效',
      '四、特色亮点',
      '五、自评结论和存在的主要问题',
      '六、下一步工作打算',
    ]);
  });

  test('every number in it is a figure of the ledger, a year, a document number or a date', async () => {
    for (const dataset of [fullCounty(), fallingCounty(), emptyCounty()]) {
      const { tree } = await report(dataset);
      const rest: string[] = [];
      const walk = (node: Parameters<typeof textOf>[0]): void => {
        if (node === undefined) return;
        if (node.type === 'text') rest.push(node.value);
        else if (node.type === 'figure' || node.type === 'gap') rest.push('甲');
        else if (node.type !== 'tableCell') rest.push('\n');
        if ('children' in node) for (const child of node.children) walk(child);
      };
      walk(tree);
      const text = rest
        .join('')
        .replace(/〔\d{4}〕\d+号|\d{4}(?:—\d{4})?年(?:\d+月\d+日)?|^(?:[表图]|附件)\d+|^附件：\d+\.|^\d+\./gm, '');
      expect(text).not.toMatch(/\d/);
      expect(text).not.toMatch(/undefined|NaN|true|false|\[object|[\uE000-\uE01F]/);
      expect(text).not.toMatch(/[，、；]{2}|。。|，。|、。|；。|：。/);
    }
  });

  test('every entry of the ledger says where its figure comes from', async () => {
    const { ledger } = await report(fullCounty());
    expect(new Set(ledger.map(({ id }) => id)).size).toBe(ledger.length);
    for (const entry of ledger) {
      expect(entry.id).toMatch(/^f_[a-z0-9]{6}(?:_\d+)?$/);
      expect(entry.origin).not.toBe('');
      if (!inTable(entry)) expect(entry.sentence).toContain(entry.printed);
      // What is printed differs from the value by rounding alone; a ratio 1:n is rounded in n.
      const off = entry.printedValue.sub(entry.value).abs();
      expect(off.lte(entry.value.abs().mul('0.02').add('0.0005'))).toBe(true);
    }
    expect(JSON.parse(ledgerJson(ledger))).toHaveLength(ledger.length);
  });

  test('its bookmarks in the Word file are the ids of the ledger, in order', async () => {
    const { bytes, ledger } = await report(fullCounty(), 'docx');
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const names = [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map((match) => match[1]);
    expect(names).toEqual(ledger.map((entry) => entry.id));
  });

  test('of a bad year reads differently from one of a good year', async () => {
    const good = textOf((await report(fullCounty())).tree);
    const bad = textOf((await report(fallingCounty())).tree);
    expect(good).toContain('教育经费的增长各年均高于财政经常性收入的增长');
    expect(bad).toContain('教育经费的增长各年均不高于财政经常性收入的增长');
    expect(good).not.toMatch(/逐年下降|比上年下降/);
    expect(bad).not.toMatch(/逐年增长(?!。)|比上年增长/);
    expect(good).toContain('超大班额已全部消除');
    expect(bad).toContain('其中超大班额4个');
    expect(bad).toContain('教师平均工资水平仍低于公务员，差额为7900元');
    expect(bad).toContain('教育投入增长没有完全达到法定要求');
  });

  test('does not claim to have passed where a mark is missed', async () => {
    const county = fullCounty();
    const data = county.data.map((datum) =>
      datum.indicator === 'satisfaction-satisfied' ? { ...datum, value: datum.value.div(2).floor() } : datum,
    );
    const text = textOf((await report({ ...county, data })).tree);
    expect(text).toContain(
      '尚未全部达到国家规定的义务教育基本均衡县（市、区）评估标准，差距在于：公众满意度低于规定要求。',
    );
    expect(text).toContain('公众满意度为46.91%，未达到不低于85%的要求');
  });

  test('of a nearly empty workbook is a readable skeleton with its gaps', async () => {
    const { tree, ledger, gaps } = await report(emptyCounty());
    expect(ledger).toEqual([]);
    const text = textOf(tree);
    expect(text).toContain('小学综合差异系数为【待填：小学综合差异系数】');
    expect(text).toContain('【待填：自评结论');
    expect(gaps.some((gap) => gap.wanted.includes('学校表中的小学'))).toBe(true);
  });

  test('stays whole whichever datum is missing', async () => {
    const names = readKind(bundledKind()).needs.map((need) => need.indicator);
    // Three neighbours at a time: they stand in one sentence more often than not, and each alone would take three times as long.
    for (let index = 0; index < names.length; index += 3) {
      const absent = names.slice(index, index + 3);
      const { tree, gaps } = await report(without(fullCounty(), ...absent));
      const text = textOf(tree);
      expect(text, absent.join()).not.toMatch(
        /undefined|NaN|[\uE000-\uE01F]|[，、；]{2}|，。|、。|；。|：。|其中。|（）/,
      );
      expect(gaps.length, absent.join()).toBeLessThan(40);
    }
  });
});

describe('a report kind', () => {
  test('asks for known data only, each once', () => {
    const { needs } = readKind(bundledKind());
    for (const { indicator } of needs) {
      expect(indicator.startsWith('text:') || indicatorOf(indicator) !== undefined, indicator).toBe(true);
    }
    expect(new Set(needs.map((need) => need.indicator)).size).toBe(needs.length);
  });

  test('is refused with all its faults', async () => {
    const broken = (kind: string): KindFiles => ({ name: 'x', files: new Map([['kind.yaml', kind]]) });
    const read = (kind: string) => (): unknown => readKind(broken(kind));
    expect(read('id: a\ntitle: b\nsections: [a.md]\nneeds: [{ stages: [中学] }]')).toThrow(InputError);
    expect(read('id: a\nneeds: [{ years: 0, indicator: gdp }]')).toThrow(
      /title[\s\S]*sections[\s\S]*第2行第18列：“years”/,
    );
    expect(read('id: [')).toThrow(/x\/kind\.yaml：第\d+行/);
    await expect(
      draftReport({
        kind: { name: 'x', files: new Map([['kind.yaml', 'id: a\ntitle: b\nsections: [a.md]']]) },
        dataset: emptyCounty(),
        settings: {},
        standards: standards(),
        format: 'markdown',
      }),
    ).rejects.toThrow('x/kind.yaml：第3行第12列：列出的章节文件 a.md 不存在。');
    const unknown = {
      name: 'x',
      files: new Map([
        ['kind.yaml', 'id: a\ntitle: b\nsections: [a.md]\nstandards: [z]'],
        ['a.md', ''],
      ]),
    };
    await expect(
      draftReport({ kind: unknown, dataset: emptyCounty(), settings: {}, standards: standards(), format: 'markdown' }),
    ).rejects.toThrow('列出的标准 z 不存在');
  });

  test('writes Markdown that keeps headings, tables and marks of the text', async () => {
    const kind = kindWith(
      '# 题\n\n{{county}}：{{figure "gdp" in="亿元"}}{{figure "population"}}\n\n| 甲 | 乙 |\n| - | - |\n| 一 | {{figure "pupils" bare=true}} |',
    );
    const { bytes } = await draftReport({
      kind,
      dataset: without(fullCounty(), 'population'),
      settings: {},
      standards: standards(),
      format: 'markdown',
    });
    const markdown = new TextDecoder().decode(bytes);
    expect(markdown).toContain('# 题');
    expect(markdown).toContain('清河县：159.6亿元**【待填：总人口】**');
    expect(markdown).toMatch(/\| 一\s+\| 36951\s+\|/);
  });
});
