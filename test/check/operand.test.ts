import { describe, expect, it, test } from 'vitest';
import {
  commonScale,
  intervalOf,
  isFigureOperand,
  isMasked,
  roundingOf,
  scaleOf,
  show,
  showPercent,
  valueOf,
} from '../../src/check/operand.ts';
import { inUnitOf, named, printed, told } from '../../src/check/words.ts';
import { Decimal } from '../../src/model/decimal.ts';
import type { Operand } from '../../src/relations/relation.ts';
import { cell, constant, figure, MASKED, operand } from '../support/operands.ts';

const endsOf = (given: string | Operand): string[] => {
  const { low, high } = intervalOf(operand(given));
  return [low.toFixed(), high.toFixed()];
};
const decimal = (value: string): Decimal => new Decimal(value);

describe('what an operand is', () => {
  it.each([
    ['a figure', figure('28所'), true, false, '28'],
    ['a redacted number', MASKED, false, true, '0'],
    ['a number of a rule', constant('2.5'), false, false, '2.5'],
  ])('%s', (_, given, isFigure, masked, value) => {
    expect([isFigureOperand(given), isMasked(given), valueOf(given).toFixed()]).toEqual([isFigure, masked, value]);
  });
});

const BOUNDLESS = `1${'0'.repeat(24)}`;

describe('what an operand may stand for', () => {
  it.each([
    ['a rule is exact', constant('2.5'), '2.5', '2.5'],
    // people and things are whole, all else is rounded to its last place
    ['whole schools', '28所', '28', '28'],
    ['whole years', '3年', '3', '3'],
    ['part of an hour in characters', '一点五小时', '1.45', '1.55'],
    ['28.0 with a place to spare', '28.0所', '27.95', '28.05'],
    ['part of a school', '28.5所', '28.45', '28.55'],
    ['money', '28元', '27.5', '28.5'],
    ['people in 万', '3万人', '25000', '35000'],
    ['people in 亿', '2亿人', '150000000', '250000000'],
    ['a rate', '28%', '27.5', '28.5'],
    ['a range of money', '15元至30元', '14.5', '30.5'],
    ['a range of things', '3—5个', '3', '5'],
    // words that widen
    ['at least', '28元以上', '27.5', BOUNDLESS],
    ['at least, of whole things', '28所以上', '28', BOUNDLESS],
    ['more than two thousand', '2000多名', '2000', '3000'],
    ['more than 80万', '80余万元', '795000', '900000'],
    ['more than 85', '85余人', '85', '86'],
    ['at most', '不足28元', '0', '28.5'],
    ['at most, of whole things', '不足28所', '0', '28'],
    ['about', '约500万元', '4500000', '5500000'],
    ['about a fall', figure('-5%', { bound: '~' }), '-5.5', '-4.5'],
    ['at most a fall', figure('-5%', { bound: '<=' }), `-${BOUNDLESS}`, '-4.5'],
    ['more than a fall', figure('-50%', { bound: '>=', text: '-50多%' }), '-50.5', '-40'],
  ])('%s', (_, given, low, high) => {
    expect(endsOf(given)).toEqual([low, high]);
  });
});

describe('the multiplier that a figure is printed with', () => {
  it.each([
    ['none', figure('28所'), 1],
    ['万', figure('3.2万元'), 1e4],
    ['亿', figure('1.2亿元'), 1e8],
    ['that of the header', cell('1,234.5', 1e4), 1e4],
    ['亿 of the header', cell('12', 1e8), 1e8],
    ['one ten thousand of the header', cell('1', 1e4), 1e4],
    ['a loss under a header', figure('-3元', { text: '-3', value: decimal('-30000') }), 1e4],
    ['less than one ten thousand', cell('0.9', 1e4), 1],
    ['a header without one', cell('12345', 1), 1],
    ['another power', figure('12元', { text: '12', value: decimal('12000') }), 1],
    ['digits and a unit', figure('12元', { value: decimal('120000') }), 1],
    ['no digits that would give it', figure('0元', { text: '0', value: decimal('20000') }), 1],
    ['a rule', constant(50_000), 1],
    ['a redacted number', MASKED, 1],
  ])('%s', (_, given, expected) => {
    expect(scaleOf(given)).toBe(expected);
  });

  it.each([
    ['the smallest of all', ['3.2万元', '1.2亿元', '300元'], 1],
    ['of those that are not zero', ['3.2万元', '0元'], 1e4],
    ['of figures only', ['3.2万元', 5], 1e4],
    ['亿 for nothing but 亿', ['1.2亿元', '2亿元'], 1e8],
  ])('in common: %s', (_, given, expected) => {
    expect(commonScale(given.map(operand))).toBe(expected);
  });
});

describe('how a calculation shows a number', () => {
  it.each([
    [show(decimal('1234.50')), '1234.5'],
    [show(decimal('0.00005')), '0.0001'],
    [show(decimal('0.00004')), '0'],
    [show(decimal('123456'), 1e4), '12.3456'],
    [show(decimal('123456'), 1e4, 2), '12.35'],
    [showPercent(decimal('66.6666'), decimal('67')), '66.67%'],
    [showPercent(decimal('66.6666'), decimal('66.667')), '66.667%'],
    [showPercent(decimal('66.665'), decimal('66.7')), '66.67%'],
    [showPercent(decimal('66.5'), decimal('66.7')), '66.5%'],
  ])('%#: %s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe('how a finding tells a number', () => {
  it.each([
    [printed(figure('3.2万元')), '3.2万元'],
    [printed(figure('28所')), '28所'],
    [printed(constant('2.50')), '2.5'],
    [printed(cell('1,234.5', 1e4)), '1,234.5万元'],
    [printed(cell('12', 1e8)), '12亿元'],
    [printed(cell('12', 1)), '12'],
    [printed(MASKED), '**万元'],
    [inUnitOf(decimal('12345.678'), constant(1)), '12345.678'],
    [inUnitOf(decimal('2.345'), figure('2人')), '2.35人'],
    [inUnitOf(decimal('23456.7'), figure('2.3万元')), '2.35万元'],
    [inUnitOf(decimal('23456.7'), figure('2.345万元')), '2.346万元'],
    [inUnitOf(decimal('234567000'), figure('2.3亿元')), '2.35亿元'],
    [inUnitOf(decimal('0.051234'), figure('1∶19.5', { value: decimal('0.0513') })), '0.0512'],
    [inUnitOf(decimal('3.456'), figure('3.4人', { unit: null })), '3.46'],
  ])('%#: %s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it.each([
    ['', figure('28所')],
    ['', figure('28所', { stage: '小学', scope: '城区' })],
    ['“学校数”', figure('28所', { label: '学校数' })],
    ['“城区小学学校数”', figure('28所', { label: '学校数', stage: '小学', scope: '城区' })],
    ['“城区小学数”', figure('28所', { label: '城区小学数', stage: '小学', scope: '城区' })],
  ])('%s28所', (name, given) => {
    expect([named(given), told(given)]).toEqual([name.slice(1, -1), `${name}28所`]);
    expect(named(constant(1))).toBe('');
  });
});

describe('how far a printed mean may lie from what is computed', () => {
  it.each([
    ['whole persons', figure('163人'), '0.5'],
    ['a place to spare', figure('163.0人'), '0'],
    ['money is rounded by its own interval', figure('163元'), '0'],
    ['a number of a rule', constant('163'), '0'],
  ])('%s', (_, given, expected) => {
    expect(roundingOf(given).toFixed()).toBe(expected);
  });
});

test('nothing but zeros: a rule’s own number beside them is shown as it is', () => {
  expect(commonScale([figure('0人'), constant('100')])).toBe(1);
  expect(commonScale([])).toBe(1);
});
