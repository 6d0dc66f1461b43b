import { expect, it } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';

it('keeps forty digits', () => {
  expect(new Decimal(2).div(3).toFixed()).toBe(`0.${'6'.repeat(39)}7`);
});

it('never adds in binary', () => {
  expect(new Decimal('0.1').plus('0.2').eq('0.3')).toBe(true);
});

it.each([
  ['1e-29', `0.${'0'.repeat(28)}1`],
  ['1e-30', '1e-30'],
  ['1e39', `1${'0'.repeat(39)}`],
  ['1e40', '1e+40'],
])('%s is told as %s', (value, told) => {
  expect(new Decimal(value).toString()).toBe(told);
});
