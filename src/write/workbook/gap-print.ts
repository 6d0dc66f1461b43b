import type { SchoolRow } from '../../model/dataset.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { LimitOutcome } from '../../standards/assessment.ts';
import type { CompositeGap, IndicatorPlan } from '../../standards/gap/gap-analysis.ts';
import type { MissingInput } from '../../standards/gap/missing-inputs.ts';
import type { Excess, SchoolPlan } from '../../standards/gap/school-plan.ts';
import { nameOf, unitOf } from '../../standards/amount-name.ts';
import { actualPlaces, actualText, COEFFICIENT_PLACES, limitText, printed } from './print.ts';

const MILLION = 10_000;

/** How plans are found, told wherever one is shown. */
export const METHODS = {
  level:
    '单项差异系数的补足办法：只给低的学校增加，把最低的学校补到同一水平线，水平线取刚好使系数不超过限值的最低一条；在总量相同时，这样补降得最多，因此总量最少。数量已取整（平方米、元、人、台、册、间），各校相差不超过一个单位。',
  yuan: '综合差异系数的补足办法：每一项都按上述办法补到同一水平线，各项之间使每多花一元降低的系数相等，因此总花费最少；取整后逐项复核。没有单价的项目不参加分配。',
  share:
    '综合差异系数的补足办法：没有单价，无法比较不同项目的花费，改按各项在现有总量上增加的百分比之和最小来分配；每一项都补到同一水平线，取整后逐项复核。在 junheng.yaml 的“单价”中填写单价，可改为按花费最少分配。',
  marks:
    '各校补足数量：标准×学生数－现有数，向上取整。允许有一项不达标时，该项只补到下限；让出的是省得最多的一项（有单价按元，没有单价按占标准的比例）。缺数据的项目没有计入，补齐数据后可能还要增加。',
  influence: '影响大小：该校的（学生数÷全县学生数）×（本校值－县域均值）²在各校合计中所占的比例；各校之和为100%。',
  growth:
    '学生数变化后：学生数按所给增长率（或工作簿中的“预计学生数”）变化并取整，教师、校舍、设备等保持不变。各校按同一比例变化时，差异系数不变。',
} as const;

/** `1,234册` */
export function amountText(value: Decimal, amount: string): string {
  return `${printed(value, 0)}${unitOf(amount)}`;
}

/** Yuan, in 万元 from ten thousand on. */
export function yuanText(value: Decimal): string {
  return value.abs().lt(MILLION) ? `${printed(value, 0)}元` : `${printed(value.div(MILLION), 2)}万元`;
}

/** 图书册数 */
export function amountName(amount: string): string {
  return nameOf(amount);
}

/** The first names, and how many there are. */
export function namesText(schools: readonly SchoolRow[], most = 5): string {
  const names = schools.map(({ name }) => name);
  return names.length > most ? `${names.slice(0, most).join('、')}等${names.length}所` : names.join('、');
}

export function percentText(share: Decimal, places = 1): string {
  return `${printed(share.times(100), places)}%`;
}

/** A coefficient beside its limit: three places, more where three would read as the other side of it. */
export function coefficientText(value: Decimal, limit: Decimal | null = null): string {
  let places = COEFFICIENT_PLACES;
  if (limit !== null) while (places < 12 && value.lte(limit) !== value.toDecimalPlaces(places).lte(limit)) places++;
  return printed(value, places);
}

/** What a school needs to pass, in words: `图书册数120册（补到下限）`. */
export function additionTexts({ additions }: SchoolPlan): string[] {
  return additions.map(
    ({ gap, amount, isFloor }) =>
      `${amountName(gap.indicator.amount)}${amountText(amount, gap.indicator.amount)}${isFloor ? '（补到下限）' : ''}`,
  );
}

/** What a plan costs; empty without prices, and where the amount is itself one of money. */
export function planCost({ additions, cost }: SchoolPlan): string {
  const isMoney = additions.every(({ gap }) => gap.indicator.amount === 'equipment-value');
  return cost === null || cost.isZero() || isMoney ? '' : `约${yuanText(cost)}`;
}

/** A class or a school too large, in words. */
export function excessText({ outcome, classes }: Excess): string {
  const { gap, limit } = outcome;
  const name = nameOf(limit.indicator);
  const more = limit.comparison === '<=' || limit.comparison === '<' ? '多' : '少';
  const away = gap === null ? '' : `，${more}${printed(gap, gap.decimalPlaces())}${limit.unit ?? ''}`;
  const told = `${name}${printed(outcome.actual ?? limit.value, actualPlaces(outcome) > 3 ? 2 : (outcome.actual?.decimalPlaces() ?? 0))}（要求${limitText(outcome)}${away}）`;
  if (classes === null) return told;
  const lacking = classes.needed.minus(classes.has);
  return lacking.gt(0)
    ? `${told}：按限值需${classes.needed.toString()}个班，现有${classes.has.toString()}个班，需增${lacking.toString()}个班`
    : `${told}：现有${classes.has.toString()}个班可以容纳，需调整分班`;
}

/** What a school is short of, as the list of schools tells it: 生均图书册数12.34（≥20）. */
export function missedText({ gaps }: SchoolPlan): string {
  return gaps
    .map(
      ({ outcome }) =>
        `${nameOf(outcome.limit.indicator)}${actualText(outcome)}（${roomsText(outcome)}要求${limitText(outcome)}）`,
    )
    .join('；');
}

/** A share of a room for twelve classes is clear only with the rooms and classes that it was made of. */
function roomsText({ limit, formula }: LimitOutcome): string {
  return limit.indicator.startsWith('text:') && formula !== null ? `${formula}，` : '';
}

/** `图书册数增加3,200册（7所）` */
export function planText({ indicator, total, schools, cost }: IndicatorPlan, withCost = true): string {
  const { amount } = indicator.indicator;
  const money = cost === null || !withCost || amount === 'equipment-value' ? '' : `，约${yuanText(cost)}`;
  return `${amountName(amount)}增加${amountText(total, amount)}（${schools.length}所${money}）`;
}

/** The mix that brings a composite under its limit, in words; null where there is none. */
export function mixText({ mix, cost, measure }: CompositeGap): string | null {
  if (mix === null) return null;
  const parts = mix.map((plan) => planText(plan, measure === 'yuan')).join('、');
  return cost === null ? parts : `${parts}，合计约${yuanText(cost)}`;
}

/** Where an input is missing: the column, and the rows of the sheet. */
export function missingText({ stage, column, schools, isWhole }: MissingInput): string {
  if (isWhole) return `${stage}：“${column}”一列没有填写（${schools.length}所）`;
  const [first] = schools;
  const rows = schools.slice(0, 5).map(({ name, source }) => `${name}（第${source.row}行）`);
  const rest = schools.length > 5 ? `等${schools.length}所` : '';
  return `${stage}：“${first?.source.sheet}”表“${column}”没有填写：${rows.join('、')}${rest}`;
}
