import { describe, expect, it } from 'vitest';
import { difference, growth, quotient, share, sum } from '../../src/draft/arithmetic.ts';
import { type Found, Missing, type PrintHabit, Quantity } from '../../src/draft/quantity.ts';
import { Decimal } from '../../src/model/decimal.ts';

const PEOPLE: PrintHabit = { unit: '人', kind: 'count', places: 0, fixed: false };
const RATE: PrintHabit = { unit: '%', kind: 'percent', places: 1, fixed: false };
const NAME = { label: '结果' };

/** A quantity in a cell of its own, named by the cell. */
function quantity(label: string, value: string, changes: Partial<Omit<Quantity, 'toString'>> = {}): Quantity {
  return new Quantity({
    indicator: null,
    stage: null,
    period: '2024',
    label,
    value: new Decimal(value),
    habit: PEOPLE,
    source: { sheet: '县级数据', cell: label },
    definition: null,
    asOf: null,
    office: null,
    ...changes,
  });
}

/** value, unit and places it prints with (fixed ones told), formula */
const told = (found: Found): string => {
  if (found instanceof Missing) return `缺${found.wanted.join('、')}`;
  const { habit, source } = found;
  const formula = 'formula' in source ? source.formula : '';
  return `${found.value.toString()}${habit.unit} ${habit.fixed ? '固定' : ''}${habit.places}位 ${formula}`;
};

const [five, eight, zero] = [quantity('甲', '5'), quantity('乙', '8'), quantity('丙', '0')];
const [tenth, third] = [quantity('丁', '10.5', { habit: RATE }), quantity('戊', '30', { habit: RATE })];

describe('what a draft computes', () => {
  it.each([
    ['a sum', sum([five, eight, quantity('己', '20')], NAME), '33人 0位 甲＋乙＋己'],
    ['a difference', difference(five, eight, NAME), '-3人 0位 甲－乙'],
    ['a difference of rates is in points', difference(third, tenth, NAME), '19.5个百分点 2位 戊－丁'],
    ['a share', share(five, eight, NAME), '62.5% 2位 甲÷乙×100%'],
    ['a quotient', quotient(five, eight, { ...NAME, habit: PEOPLE }), '0.625人 0位 甲÷乙'],
    ['growth', growth(eight, five, NAME), '60% 2位 （乙－甲）÷甲×100%'],
    ['a fall', growth(five, eight, NAME), '-37.5% 2位 （甲－乙）÷乙×100%'],
    ['a habit of its own', growth(eight, five, { ...NAME, habit: RATE }), '60% 1位 （乙－甲）÷甲×100%'],
  ])('%s', (_, found, expected) => {
    expect(told(found)).toBe(expected);
  });
});

describe('the fewest decimals that a result prints with', () => {
  it.each([
    ['a share', share(five, eight, NAME), 2],
    ['growth', growth(eight, five, NAME), 2],
    // points are told as they are: 提高5个百分点
    ['a difference of rates', difference(third, tenth, NAME), undefined],
    ['a habit of its own', share(five, eight, { ...NAME, habit: RATE }), undefined],
  ])('%s', (_, found, expected) => {
    expect((found as Quantity).habit.aligned?.(null)).toBe(expected);
  });
});

describe('what it does not', () => {
  const [first, second] = [new Missing('某数'), new Missing('另数', ['某数', '它数'])];
  it.each([
    ['a sum with a hole', sum([five, first, second], NAME), '缺某数、它数'],
    ['a difference with a hole', difference(first, five, NAME), '缺某数'],
    ['a share of what is missing', share(five, first, NAME), '缺某数'],
    ['a share of nothing', share(five, zero, NAME), '缺丙'],
    ['a quotient by nothing', quotient(five, zero, { ...NAME, habit: PEOPLE }), '缺丙'],
    ['growth from what is missing', growth(five, first, NAME), '缺某数'],
    ['growth from nothing', growth(five, zero, NAME), '缺丙'],
  ])('%s', (_, found, expected) => {
    expect(told(found)).toBe(expected);
    expect(found.label).toBe('结果');
  });

  it('adds no people to rates, and nothing to nothing', () => {
    expect(() => sum([five, tenth], NAME)).toThrow('单位不同的数据不能加减：人、%');
    expect(() => sum([], NAME)).toThrow('没有给出要计算的数据');
  });

  it('nothing of nothing is nothing: a share with the zero above', () => {
    expect(told(share(zero, five, NAME))).toBe('0% 2位 丙÷甲×100%');
    expect(told(growth(zero, five, NAME))).toBe('-100% 2位 （丙－甲）÷甲×100%');
  });
});

describe('where a result comes from', () => {
  const [primary, junior] = [quantity('甲', '5', { stage: '小学' }), quantity('乙', '8', { stage: '初中' })];
  it('has the stage of all its operands or none', () => {
    const stageOf = (...parts: Quantity[]) => (sum(parts, NAME) as Quantity).stage;
    expect([stageOf(primary, primary), stageOf(primary, junior)]).toEqual(['小学', null]);
  });

  it('is of the time of the first operand, and prints as that does', () => {
    const now = quantity('甲', '5', { habit: { ...PEOPLE, places: 1 } });
    const before = quantity('乙', '8', { period: '2023' });
    expect([difference(now, before, NAME), difference(before, now, NAME)]).toMatchObject([
      { period: '2024', habit: { places: 1 } },
      { period: '2023', habit: { places: 0 } },
    ]);
  });

  it('names each cell once, and every note once', () => {
    const noted = { definition: '口径', asOf: '9月1日', office: '计财科' };
    const [a, b] = [quantity('甲', '5', noted), quantity('乙', '8', { ...noted, office: '人事科' })];
    const total = sum([a, b, a], { ...NAME, indicator: 'pupils' }) as Quantity;
    expect(total).toMatchObject({ indicator: 'pupils', definition: '口径', asOf: '9月1日', office: '计财科；人事科' });
    expect('inputs' in total.source && total.source.inputs.map(({ cell }) => cell)).toEqual(['甲', '乙']);
    expect((sum([five, eight], NAME) as Quantity).office).toBeNull();
  });
});
