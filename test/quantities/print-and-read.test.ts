import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import { lex } from '../../src/quantities/lexer.ts';

const DIGITS = '零一二三四五六七八九';

/** A whole number below ten thousand in Chinese characters, written apart from the reader it tests. */
function chinese(value: number): string {
  let text = '';
  let pendingZero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    text += `${pendingZero ? '零' : ''}${unit === 10 && text === '' && digit === 1 ? '' : DIGITS[digit]}${name}`;
    pendingZero = false;
  }
  return text;
}

const readOne = (text: string) => lex(text).filter((token) => token.type === 'quantity');

describe('a number printed in any way is read back', () => {
  const decimal = fc.tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 4 }));
  const unit = fc.constantFrom('元', '人', '平方米', '%', '册', '台', '所');
  const multiplier = fc.constantFrom(['', 0], ['万', 4], ['亿', 8]) as fc.Arbitrary<[string, number]>;

  it('in figures, with decimals, multiplier and unit', () => {
    fc.assert(
      fc.property(decimal, multiplier, unit, ([digits, places], [word, power], name) => {
        const value = new Decimal(digits).div(new Decimal(10).pow(places));
        const printed = `${value.toFixed(places)}${name === '%' ? '' : word}${name}`;
        const [token, ...rest] = readOne(`共有${printed}，`);
        expect(rest).toEqual([]);
        expect(token?.value.toFixed()).toBe(value.times(new Decimal(10).pow(name === '%' ? 0 : power)).toFixed());
        expect(token?.unit).toBe(name);
        expect(token && token.interval.low.lte(token.value) && token.interval.high.gte(token.value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('with thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (value) => {
        const printed = value.toLocaleString('en-US');
        expect(readOne(`总额${printed}元，`)[0]?.value.toNumber()).toBe(value);
      }),
    );
  });

  it('in Chinese characters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9999 }), (value) => {
        expect(readOne(`共有${chinese(value)}人，`)[0]?.value.toNumber()).toBe(value);
      }),
    );
  });

  it('never reads outside the text, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ...'0123456789.,%％万亿千百十一二三两年月日人所个“”《》（）*xX-—~至到，。第号余多约\n ',
          ),
          maxLength: 60,
        }),
        (text) => {
          let from = 0;
          for (const token of lex(text)) {
            expect(token.start).toBeGreaterThanOrEqual(from);
            expect(token.end).toBeGreaterThan(token.start);
            expect(token.end).toBeLessThanOrEqual(text.length);
            from = token.end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
