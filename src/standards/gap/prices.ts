import { Decimal } from '../../model/decimal.ts';
import { InputError } from '../../model/manuscript.ts';
import { readSettings } from '../../read/settings-file.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { PER_PUPIL_INDICATORS } from '../school-indicators.ts';

/** What one unit of a raw amount costs, in yuan, by vocabulary id (books → 25). */
export type Prices = ReadonlyMap<string, Decimal>;

/** The name under which junheng.yaml holds them. */
export const PRICE_SETTING = '单价';

/** What can be priced, by its id. */
const PRICED: ReadonlySet<string> = new Set(PER_PUPIL_INDICATORS.map(({ amount }) => amount));

/** What costs its own value whatever anyone says: equipment is counted in yuan. */
const ITSELF = 'equipment-value';

/**
 * The prices in a project's junheng.yaml:
 *
 *     单价:
 *       图书册数: 25
 *       计算机台数: 4000
 *
 * @returns empty where it gives none
 * @throws InputError `settings-invalid` with every problem, one a line
 */
export function parsePrices(text: string, file: string): Prices {
  const given = readSettings(text, file).get(PRICE_SETTING);
  if (given === undefined || given === null) return new Map();
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new InputError('settings-invalid', `${file}：“${PRICE_SETTING}”下每行应写成“名称: 元数”，如“图书册数: 25”。`);
  }
  return pricesOf(
    Object.entries(given).map(([name, value]) => [name, String(value)]),
    `${file}：“${PRICE_SETTING}”`,
  );
}

/**
 * Prices as given on the command line: `图书册数=25`.
 *
 * @throws InputError `price-invalid`
 */
export function readPriceOptions(options: readonly string[]): Prices {
  const pairs = options.map((option): [string, string] => {
    const match = /^\s*(.+?)\s*[=＝:：]\s*(.+?)\s*$/u.exec(option);
    if (match === null)
      throw new InputError('price-invalid', `--price ${option}：应写成“名称=元数”，如“图书册数=25”。`);
    return [match[1] ?? '', match[2] ?? ''];
  });
  return pricesOf(pairs, '--price ');
}

/** Prices with what costs its own value; a yuan of equipment costs a yuan. */
export function withOwnValue(prices: Prices): Prices {
  return new Map([...prices, [ITSELF, new Decimal(1)]]);
}

function pricesOf(pairs: readonly (readonly [name: string, value: string])[], place: string): Prices {
  const prices = new Map<string, Decimal>();
  const problems: string[] = [];
  for (const [name, value] of pairs) {
    const id = amountNamed(name);
    const number = /^\d+(?:\.\d+)?$/.test(value) ? new Decimal(value) : null;
    if (id === null) {
      const known = [...PRICED].map((one) => indicatorOf(one)?.name).join('、');
      problems.push(`${place}${name}：没有这个项目；可用${known}。`);
    } else if (number === null || number.isZero()) {
      problems.push(`${place}${name}：“${value}”不是大于0的数；单价以元为单位，只写数字。`);
    } else if (id === ITSELF && !number.eq(1)) {
      problems.push(`${place}${name}：设备值本来就以元计算，不需要单价。`);
    } else prices.set(id, number);
  }
  if (problems.length > 0) throw new InputError('settings-invalid', problems.join('\n'));
  return prices;
}

function amountNamed(name: string): string | null {
  for (const id of PRICED) {
    const indicator = indicatorOf(id);
    if (id === name || indicator?.name === name || indicator?.aliases.includes(name)) return id;
  }
  return null;
}
