import type { Equivalent } from './equivalent.ts';

export const IN_QUANTITIES: readonly Equivalent[] = [
  {
    path: 'src/quantities/interval.ts',
    reason: 'the half is only made again',
    names: ['halfOf: if (true) { (was: half === undefined)'],
  },
  {
    path: 'src/quantities/print.ts',
    reason: 'no number has fewer than no decimals',
    names: [
      'printNumber: const own = Math.max(rounded.decimalPlaces(), Math.min(form.least ?? (-1), form.places)); (was: 0)',
    ],
  },
  {
    path: 'src/quantities/ratio.ts',
    reason: 'no limit word reaches 28 characters back, none behind is longer than 3',
    names: [
      'ratioToken: bound: boundOf(text.slice(Math.max(0, offset - 29), offset), text.slice(end, end + 4), false), (was: 30)',
      'ratioToken: bound: boundOf(text.slice(Math.max(0, offset - 30), offset), text.slice(end, end + 3), false), (was: 4)',
      'ratioToken: bound: boundOf(text.slice(Math.max(0, offset - 30), offset), text.slice(end, end + 5), false), (was: 4)',
      'ratioToken: bound: boundOf(text.slice(Math.max(0, offset - 31), offset), text.slice(end, end + 4), false), (was: 30)',
    ],
  },
  {
    path: 'src/quantities/ratio.ts',
    reason: 'both sides of a ratio match; only the types cannot know',
    names: [
      "ratioToken: const [, left = '0', right = '1'] = match; (was: '1')",
      "ratioToken: const [, left = '1', right = '0'] = match; (was: '1')",
      "ratioToken: const [, left = '1', right = '2'] = match; (was: '1')",
      "ratioToken: const [, left = '2', right = '1'] = match; (was: '1')",
    ],
  },
  {
    path: 'src/quantities/quantity.ts',
    reason: 'no limit word reaches 28 characters back, none behind is longer than 3',
    names: [
      "quantity: bound: inner ?? (valueMax ? null : boundOf(before, text.slice(end, end + 3), kind === 'duration')), (was: 4)",
      "quantity: bound: inner ?? (valueMax ? null : boundOf(before, text.slice(end, end + 5), kind === 'duration')), (was: 4)",
      'quantity: const before = text.slice(Math.max(0, start - 29), start); (was: 30)',
      'quantity: const before = text.slice(Math.max(0, start - 31), start); (was: 30)',
    ],
  },
  {
    path: 'src/quantities/fraction.ts',
    reason: 'whether a unit counts after Chinese numerals is asked of units that are read, and these are given',
    names: [
      "FRACTION_UNIT: const FRACTION_UNIT: Unit = { name: '比', kind: 'ratio', countsAfterChinese: false }; (was: true)",
      "PERCENT: const PERCENT: Unit = { name: '%', kind: 'percent', countsAfterChinese: false }; (was: true)",
    ],
  },
  {
    path: 'src/quantities/fraction.ts',
    reason: 'reading stops at 成, and begins at the start for any offset before it',
    names: [
      "chineseFraction: `${chineseAt(tenths[0] ?? '', 0)?.value}${tenths[2] ? chineseAt(tenths[2], 0)?.value : 0}`, (was: 1)",
      "chineseFraction: `${chineseAt(tenths[1] ?? '', (-1))?.value}${tenths[2] ? chineseAt(tenths[2], 0)?.value : 0}`, (was: 0)",
      "chineseFraction: `${chineseAt(tenths[1] ?? '', 0)?.value}${tenths[2] ? chineseAt(tenths[2], (-1))?.value : 0}`, (was: 0)",
      'fractionToken: const whole = chineseAt(denominator, (-1))?.value ?? new Decimal(1); (was: 0)',
    ],
  },
  {
    path: 'src/quantities/fraction.ts',
    reason: 'no denominator is zero: 零 is none of its characters',
    names: [
      'fractionToken: const value = numerator.value.div(false ? 1 : whole); (was: whole.isZero())',
      'fractionToken: const value = numerator.value.div(whole.isZero() ? 0 : whole); (was: 1)',
      'fractionToken: const value = numerator.value.div(whole.isZero() ? 2 : whole); (was: 1)',
    ],
  },
  {
    path: 'src/quantities/fraction.ts',
    reason: 'reached only by what is no denominator (三四分之一), whose value means nothing either way',
    names: [
      'fractionToken: const whole = chineseAt(denominator, 0)?.value ?? new Decimal(0); (was: 1)',
      'fractionToken: const whole = chineseAt(denominator, 0)?.value ?? new Decimal(2); (was: 1)',
    ],
  },
  {
    path: 'src/quantities/fraction.ts',
    reason: '占 is looked for nine characters back at most',
    names: [
      'slashFraction: const before = text.slice(Math.max(0, offset - 11), offset); (was: 10)',
      'slashFraction: const before = text.slice(Math.max(0, offset - 9), offset); (was: 10)',
    ],
  },
  {
    path: 'src/quantities/fraction.ts',
    reason: 'both sides of a fraction match; only the types cannot know',
    names: [
      'slashFraction: const value = new Decimal(match[1] ?? 0).div(match[2] ?? 1); (was: 1)',
      'slashFraction: const value = new Decimal(match[1] ?? 1).div(match[2] ?? 0); (was: 1)',
      'slashFraction: const value = new Decimal(match[1] ?? 1).div(match[2] ?? 2); (was: 1)',
      'slashFraction: const value = new Decimal(match[1] ?? 2).div(match[2] ?? 1); (was: 1)',
    ],
  },
  {
    path: 'src/quantities/numeral.ts',
    reason: 'a digit stands before every decimal point',
    names: [
      'arabicAt: const fraction = point < 1 ? 0 : digits.length - point - 1; (was: 0)',
      'arabicAt: const fraction = point <= 0 ? 0 : digits.length - point - 1; (was: <)',
    ],
  },
  {
    path: 'src/quantities/numeral.ts',
    reason: 'without a bound the number ends where it did before, and has none',
    names: ['arabicAt: if (fraction > 0) (was: bound && fraction > 0)'],
  },
  {
    path: 'src/quantities/numeral.ts',
    reason: 'nothing is added where no decimals are printed',
    names: ["chineseAt: let result = false ? value : value.plus(`0.${decimals}`); (was: fraction === '')"],
  },
  {
    path: 'src/quantities/numeral.ts',
    reason: 'the power is only compared with 8',
    names: [
      "chineseWhole: const power = character === '万' ? 3 : 8; (was: 4)",
      "chineseWhole: const power = character === '万' ? 5 : 8; (was: 4)",
    ],
  },
  {
    path: 'src/quantities/next-period.ts',
    reason: 'the word null is no year',
    names: [
      'nextPeriod: const match = false ? null : /^(\\d{4})(?:-(\\d{4}))?(学年)?$/u.exec(period); (was: period === null)',
    ],
  },
  {
    path: 'src/quantities/next-period.ts',
    reason: 'null counts as the year 0, and every year since is a later one',
    names: ['nextPeriod: if (match === null) return period; (was: match === null || reportYear === null)'],
  },
];
