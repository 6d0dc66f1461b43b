import type { Dataset } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import { nameOf } from './amount-name.ts';
import { countyFigure } from './county-figure.ts';
import type { Limit } from './standard.ts';

/** Figures of the leaving class since it entered, as the workbook names them. */
const PARTS = {
  leaving: 'graduates',
  entered: 'text:毕业年级入学时学生数',
  joined: 'text:毕业年级在校期间转入学生数',
  left: 'text:毕业年级在校期间转出学生数',
  died: 'text:毕业年级在校期间死亡学生数',
} as const;

/** Half a unit of the last place that rates are printed with. */
const ROUNDING = '0.005';

/**
 * The retention rate by both ways of reckoning that are in use, beside the one stated: (毕业 − 转入 + 转出) ÷ (入学 − 死亡), and
 * 毕业 ÷ (入学 + 转入 − 转出 − 死亡). They differ in the second place, so that a report has to say which one it used.
 *
 * @returns one sentence without its end for each limit on a stage's retention; none where the figures for it are not given
 */
export function retentionNotes(dataset: Dataset, limits: readonly Limit[]): string[] {
  return limits.flatMap((limit): string[] => {
    const { stage, indicator } = limit;
    if (indicator !== 'retention-rate' || stage === null) return [];
    const of = (id: string): Decimal | null => countyFigure(dataset, [], { indicator: id, stage }).value;
    const { leaving, entered, joined, left, died } = {
      leaving: of(PARTS.leaving),
      entered: of(PARTS.entered),
      joined: of(PARTS.joined),
      left: of(PARTS.left),
      died: of(PARTS.died),
    };
    if (leaving === null || entered === null || joined === null || left === null || died === null) return [];
    const [stayed, belonging] = [entered.minus(died), entered.plus(joined).minus(left).minus(died)];
    if (stayed.lte(0) || belonging.lte(0)) return [];
    const first = leaving.minus(joined).plus(left).times(100).div(stayed);
    const second = leaving.times(100).div(belonging);
    const told = `${nameOf(indicator, stage)}两种算法：(毕业${leaving.toString()}－转入${joined.toString()}＋转出${left.toString()})÷(入学${entered.toString()}－死亡${died.toString()})＝${first.toFixed(2)}%；毕业÷(入学＋转入－转出－死亡)＝${second.toFixed(2)}%`;
    const stated = of(indicator);
    if (stated === null) return [`${told}；没有填写巩固率，请写明用的是哪一种`];
    const is = (value: Decimal) => stated.minus(value).abs().lte(ROUNDING);
    if (is(first) && is(second)) return [`${told}；填写的${stated.toString()}%与两种都相符`];
    if (is(first) || is(second)) return [`${told}；填写的${stated.toString()}%是${is(first) ? '前' : '后'}一种`];
    return [`待核：${told}；填写的${stated.toString()}%与两种都不相符，请核对`];
  });
}
