/** Chinese digits with the words for powers of ten. */
interface Numerals {
  readonly digits: string;
  readonly powers: readonly string[];
  /** 十 rather than 一十 at the beginning. */
  readonly shortTen: boolean;
}

const simplified: Numerals = { digits: '零一二三四五六七八九', powers: ['', '十', '百', '千'], shortTen: true };
const legal: Numerals = { digits: '零壹贰叁肆伍陆柒捌玖', powers: ['', '拾', '佰', '仟'], shortTen: false };
const legalTraditional: Numerals = { digits: '零壹貳參肆伍陸柒捌玖', powers: ['', '拾', '佰', '仟'], shortTen: false };

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const circled = (count: number) => series(0x2460, count);

/** How each format of Word prints a number from 0 on; what a series does not hold is printed in plain digits. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (value) => `- ${value} -`,
  ordinal: englishOrdinal,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  // Word's plain Chinese counting goes up to 九十九 and then digit by digit, the “thousand” one goes on with 一百.
  chineseCounting: (value) => (value < 100 ? count(value, simplified) : positional(value, '○一二三四五六七八九')),
  taiwaneseCounting: (value) => (value < 100 ? count(value, simplified) : positional(value, '○一二三四五六七八九')),
  chineseCountingThousand: (value) => count(value, simplified),
  taiwaneseCountingThousand: (value) => count(value, simplified),
  // No zero inside, and no 一 before a power of ten.
  japaneseCounting: (value) => count(value, simplified).replaceAll(/(?!^)零|一(?=[十百千])/g, ''),
  ideographDigital: (value) => positional(value, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (value) => positional(value, '〇一二三四五六七八九'),
  taiwaneseDigital: (value) => positional(value, '○一二三四五六七八九'),
  chineseLegalSimplified: (value) => count(value, legal),
  ideographLegalTraditional: (value) => count(value, legalTraditional),
  ideographTraditional: fromList([...'甲乙丙丁戊己庚辛壬癸']),
  ideographZodiac: fromList([...'子丑寅卯辰巳午未申酉戌亥']),
  ideographEnclosedCircle: fromList(series(0x3280, 10)),
  decimalEnclosedCircle: fromList([...circled(20), ...series(0x3251, 15), ...series(0x32b1, 15)]),
  decimalEnclosedCircleChinese: fromList(circled(10)),
  decimalEnclosedFullstop: fromList(series(0x2488, 20)),
  decimalEnclosedParen: fromList(series(0x2474, 20)),
  bullet: () => '',
  none: () => '',
};

/** Whether the format's numbers are printed as Word prints them; others come out in plain digits. */
export function knowsFormat(format: string): boolean {
  return Object.hasOwn(formats, format);
}

/** Prints a list number in a format of Word (`ST_NumberFormat`). */
export function formatNumber(value: number, format: string): string {
  const print = knowsFormat(format) ? formats[format] : undefined;
  // A start value below 0 has no form but digits.
  return print === undefined || value < 0 ? String(value) : print(value);
}

function series(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index));
}

function fromList(list: readonly string[]): (value: number) => string {
  return (value) => list[value - 1] ?? String(value);
}

function fullWidth(value: number): string {
  return String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** a…z, aa…zz, aaa…: the letter is repeated, not counted up as in a spreadsheet. */
function letters(value: number): string {
  if (value === 0 || value > 780) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value === 0 || value >= 4000) return String(value);
  let rest = value;
  let printed = '';
  for (const [step, sign] of romanSteps) {
    while (rest >= step) {
      printed += sign;
      rest -= step;
    }
  }
  return printed;
}

function englishOrdinal(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

function positional(value: number, digits: string): string {
  return [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('');
}

/** Counting words up to 9999, which no list reaches; beyond that digit by digit. */
function count(value: number, { digits, powers, shortTen }: Numerals): string {
  const figures = [...String(value)].map(Number);
  if (figures.length > powers.length) return positional(value, digits);
  if (value === 0) return digits[0] ?? '';
  let printed = '';
  let zero = false;
  figures.forEach((figure, index) => {
    if (figure === 0) zero = true;
    else {
      if (zero && printed !== '') printed += digits[0] ?? '';
      zero = false;
      const power = figures.length - 1 - index;
      const bareTen = shortTen && figure === 1 && power === 1 && printed === '';
      printed += (bareTen ? '' : (digits[figure] ?? '')) + (powers[power] ?? '');
    }
  });
  return printed;
}
