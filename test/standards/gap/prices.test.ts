import { describe, expect, it } from 'vitest';
import { parsePrices, readPriceOptions } from '../../../src/standards/gap/prices.ts';

const told = (prices: ReadonlyMap<string, unknown>) =>
  Object.fromEntries([...prices].map(([id, price]) => [id, String(price)]));

describe('prices in junheng.yaml', () => {
  it('by the names of the workbook, in yuan', () => {
    const text = '县名: 青禾县\n单价:\n  图书册数: 25\n  计算机台数: 4000.5\n';
    expect(told(parsePrices(text, 'junheng.yaml'))).toEqual({ books: '25', computers: '4000.5' });
  });

  it.each([
    ['no prices', '县名: 青禾县\n'],
    ['an empty list', '单价:\n'],
    ['an empty file', ''],
  ])('%s', (_, text) => expect(told(parsePrices(text, 'junheng.yaml'))).toEqual({}));

  it.each([
    ['a list', '单价: [1]', 'junheng.yaml：“单价”下每行应写成“名称: 元数”'],
    ['an unknown name', '单价:\n  黑板: 3', '黑板：没有这个项目；可用'],
    ['no number', '单价:\n  图书册数: 便宜', '图书册数：“便宜”不是大于0的数'],
    ['zero', '单价:\n  图书册数: 0', '“0”不是大于0的数'],
    ['below zero', '单价:\n  图书册数: -3', '“-3”不是大于0的数'],
    ['a price of money', '单价:\n  教学仪器设备值: 2', '设备值本来就以元计算'],
  ])('%s is refused', (_, text, message) => {
    expect(() => parsePrices(text, 'junheng.yaml')).toThrow(message);
  });

  it('every problem at once', () => {
    expect(() => parsePrices('单价:\n  黑板: 3\n  图书册数: 贵\n', 'a.yaml')).toThrow(/黑板[\s\S]*图书册数/u);
  });
});

describe('prices on the command line', () => {
  it('a name and yuan, with either sign between', () => {
    expect(told(readPriceOptions(['图书册数=25', '专任教师数：80000']))).toEqual({
      books: '25',
      'full-time-teachers': '80000',
    });
  });

  it('anything else is refused', () => {
    expect(() => readPriceOptions(['图书册数'])).toThrow('--price 图书册数：应写成“名称=元数”，如“图书册数=25”。');
  });
});
