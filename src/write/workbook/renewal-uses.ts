import type { OldQuantity } from '../../draft/renew/index.ts';
import { renewalFigure, type RenewalWords } from '../../read/workbook/renewal-figures.ts';
import { RENEWING_ONLY } from '../../read/workbook/renewal-table.ts';

/** The row of a quantity in words, as the sheet 今年的数 will hold it. */
export type WordsOf = (quantity: OldQuantity) => RenewalWords;

/**
 * What the number of each row is good for: the column 用途. Every row serves to renew its own place in the report. As the county's
 * own figure, for `check` and `draft`, only those serve that the workbook reader would take for what they are: that is asked of the
 * reader itself, with the old values.
 *
 * @returns empty for a row of all uses, else words that begin with {@link RENEWING_ONLY} and say why
 */
export function renewalUses(all: readonly OldQuantity[], wordsOf: WordsOf): ReadonlyMap<OldQuantity, string> {
  const faults = new Map(all.map((quantity) => [quantity, faultOf(quantity, wordsOf(quantity))] as const));
  const named = new Map<string, OldQuantity[]>();
  for (const quantity of all) {
    if (faults.get(quantity) !== null) continue;
    const key = nameOf(wordsOf(quantity));
    named.set(key, [...(named.get(key) ?? []), quantity]);
  }
  for (const group of named.values()) {
    const levels = group.filter(({ figures: [{ role }] }) => role === 'level');
    // a share told of the name besides its value takes nothing from the value; of two values nobody can say which is the county's
    const [only] = levels.length > 0 ? levels : group;
    const clear = levels.length === 1 || group.length === 1;
    for (const quantity of group) {
      if (!clear || quantity !== only) faults.set(quantity, '去年报告里同一名称有几个不同的数');
    }
  }
  return new Map(
    [...faults].map(([quantity, fault]) => [quantity, fault === null ? '' : `${RENEWING_ONLY}：${fault}`]),
  );
}

function faultOf(quantity: OldQuantity, words: RenewalWords): string | null {
  const [{ role }] = quantity.figures;
  if (quantity.indicator === null) return '没有认出是什么数';
  if (role === 'base') return '是用来比较的基数';
  if (TOTAL.test(quantity.name)) return '名称太笼统';
  const told = new Set<string>();
  const read = renewalFigure(words, quantity.value, (key) => told.add(key));
  if (told.has('next')) return '时间不是一个年份';
  if (told.has('unit')) return '单位与指标不符';
  if (told.has('value')) return '去年的数不合这个指标';
  const { indicator, stage, scope } = quantity;
  const same = read !== null && read.indicator === indicator && read.stage === stage && read.scope === scope;
  return same ? null : '这个名称会被认作别的数';
}

/** Of what, nobody can tell who sees the name without its sentence. */
const TOTAL = /^(?:全[县市区]|小学|初中|本页)?(?:合计|总计|小计|共计)(?:数)?$/u;

function nameOf({ id, stage, scope, next }: RenewalWords): string {
  return [id, stage, scope, next].join('|');
}
