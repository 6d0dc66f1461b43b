import type { Equivalent } from './equivalent.ts';

export const IN_CHECK: readonly Equivalent[] = [
  {
    path: 'src/check/judge-arithmetic.ts',
    reason: 'an interval holds its value: that of a base of zero holds zero, and the quotient is null already',
    names: [
      "judgeGrowth: if (!ratio) return unassessable(relation, '基数为零'); (was: !ratio || valueOf(from).isZero())",
      "judgeGrowthByAmount: if (!quotient) return unassessable(relation, '基数为零'); (was: !quotient || from.isZero())",
    ],
  },
  {
    path: 'src/check/judge-arithmetic.ts',
    reason: 'times and divided by 1 or −1 are one',
    names: ['judgeGrowth: const value = yearly(whole, years).minus(1).times(100).div(sign); (was: times)'],
  },
  {
    path: 'src/check/judge-arithmetic.ts',
    reason: 'sums that meet their total have returned: of two intervals apart, all of one is below all of the other',
    names: [
      'judgeSum: if (relation.partial && interval.high.lt(whole.high)) { (was: low)',
      'judgeSum: if (relation.partial && interval.high.lte(whole.low)) { (was: lt)',
      'judgeSum: if (relation.partial && interval.low.lt(whole.low)) { (was: high)',
    ],
  },
  {
    path: 'src/check/judge-arithmetic.ts',
    reason: 'the first power of a ratio is the ratio, and every root of zero is zero',
    names: [
      'yearly: return ratio.lte(0) ? ratio : ratio.pow(new Decimal(1).div(years)); (was: years === 1 || ratio.lte(0))',
      'yearly: return years === 0 || ratio.lte(0) ? ratio : ratio.pow(new Decimal(1).div(years)); (was: 1)',
      'yearly: return years === 1 || ratio.lt(0) ? ratio : ratio.pow(new Decimal(1).div(years)); (was: lte)',
    ],
  },
  {
    path: 'src/check/judge-words.ts',
    reason: 'ten comes out as 十 either way: 1 ten and nothing behind it',
    names: [
      'chinese: if (ordinal < 10) return CHINESE[ordinal] ?? String(ordinal); (was: <=)',
      'chinese: if (ordinal <= 9) return CHINESE[ordinal] ?? String(ordinal); (was: 10)',
    ],
  },
  {
    path: 'src/check/judge-words.ts',
    reason: 'as many as stated hold by the first condition already',
    names: [
      'judgeListCount: const holds = count === relation.stated || (relation.open && count <= relation.stated); (was: <)',
    ],
  },
  {
    path: 'src/check/judge-words.ts',
    reason: 'a constant has no bound, and its scale is 1',
    names: [
      "judgeThreshold: const bounded = figure.bound === '>=' && order >= 0 && comparison.startsWith('>'); (was: isFigureOperand(figure) && figure.bound === '>=')",
      'judgeThreshold: const unit = true ? scaleOf(figure) : 1; (was: isFigureOperand(figure))',
    ],
  },
  {
    path: 'src/check/judge-words.ts',
    reason: 'neighbours in a series are both there; only the types cannot know',
    names: [
      'sign: const order = a && b ? a.cmp(b) : (-1); (was: 0)',
      'sign: const order = a && b ? a.cmp(b) : 1; (was: 0)',
      'sign: const order = a ? a.cmp(b) : 0; (was: a && b)',
      'sign: const order = a || b ? a.cmp(b) : 0; (was: &&)',
      'sign: const order = b ? a.cmp(b) : 0; (was: a && b)',
      'sign: const order = true ? a.cmp(b) : 0; (was: a && b)',
    ],
  },
  {
    path: 'src/check/operand.ts',
    reason: 'a number of a rule has no kind, and so is no exact count; only the types cannot know',
    names: [
      'roundingOf: return isExact(result) ? HALF : new Decimal(0); (was: isFigureOperand(result) && isExact(result))',
    ],
  },
  {
    path: 'src/check/judge-arithmetic.ts',
    reason: 'a number of a rule has no unit, and what is redacted has left before; only the types cannot know',
    names: [
      "judgeQuotient: const multiple = result.unit === '倍'; (was: isFigureOperand(result) && result.unit === '倍')",
    ],
  },
  {
    path: 'src/check/judge-arithmetic.ts',
    reason: 'a rounding reaches equally far both ways: adding it or taking it away is one',
    names: [
      'judgeQuotient: const interval = subtract(scale(quotient, times), { low: rounding.neg(), high: rounding }); (was: add)',
    ],
  },
  {
    path: 'src/check/operand.ts',
    reason: 'neither 0, 2 nor infinity is a multiplier: the scale stays 1',
    names: [
      'headerScale: const times = false ? 1 : value.div(printed).toNumber(); (was: printed.isZero())',
      'headerScale: const times = printed.isZero() ? 0 : value.div(printed).toNumber(); (was: 1)',
      'headerScale: const times = printed.isZero() ? 2 : value.div(printed).toNumber(); (was: 1)',
    ],
  },
  {
    path: 'src/check/operand.ts',
    reason: 'zeros are counted from the right, where no sign stands',
    names: ['nextPlace: const digits = figure.value.toFixed(0); (was: .abs())'],
  },
  {
    path: 'src/check/words.ts',
    reason: 'a scale is 1, 1e4 or 1e8, and 1 for all but figures',
    names: [
      'printed: if (isFigureOperand(operand) && scale > 2 && !/[万亿]/.test(operand.text)) { (was: 1)',
      'printed: if (scale > 1 && !/[万亿]/.test(operand.text)) { (was: isFigureOperand(operand) && scale > 1)',
    ],
  },
];
