import type { FigureKind, FigureRole } from '../model/figure.ts';

const RATE =
  /(?:增长|增加|提高|上升|提升|下降|降低|减少|递增|增幅|降幅|回落)了?(?:为|达到?|到达|比例为?|幅度为?|幅度达|约|近)?$/;
const AMOUNT =
  /(?:增加|减少|提高|下降|上升|提升|降低|增长|净增|净减|回落|压减)了?(?:约|近)?$|(?:^|[^提最])(?:高|低|多|少)(?:出)?了?(?:约|近)?$|(?:高出|多出|超出|低出)[^，。；]{0,14}$/;
const SHARE = /占(?:到|比|了)?[^，。；]*$|(?:占比|比重)(?:分别)?(?:为|达到?|由|从)?$/;
const LIMIT =
  /(?:不低于|不少于|不超过|不高于|不大于|不小于|不得低于|不得超过|高于|低于|超过|大于|小于|少于|多于|控制在|达到)[^，。；\d]{0,20}$|(?:均|都)在[^，。；]{0,12}的?$/;
const COMPARED = /(?:^|[^对相师生机职])(?:比|较)(?![例如赛重])[^，。；]{0,20}$/;
const FROM = /(?:由|从|自(?=起|年|$))[^，。；]{0,20}$/;
/** 由a增加到b: only a change behind it makes a start of what 由 stands before (由中央补助…组成 has none). */
const CHANGED = /^[^。；]{0,24}?(?:[增升提降减扩缩调压变]|增加|提高|上升|下降|减少)[^，。；]{0,3}(?:到|至|为)/;

/**
 * What a clause makes of the number behind it: a value of its own, how much it changed, a share, what it is compared with,
 * or a limit that it is held against. `after` is the text behind the number.
 */
export function roleOf(clause: string, after: string, kind: FigureKind, unit: string | null): FigureRole {
  const text = clause.replace(/(?:分别|均|都)$/, '').trimEnd();
  if (kind === 'percent' && unit !== '个百分点' && RATE.test(text)) return 'change-rate';
  if (AMOUNT.test(text) && kind !== 'duration')
    return kind === 'percent' && unit !== '个百分点' && !/[高低多少]出?$/.test(text) ? 'change-rate' : 'change';
  const starts = FROM.test(text) && CHANGED.test(after);
  // 生师比, 普职比 are names; 比 alone compares
  if (starts || /(?:^|[^师生机职])比$|较$/.test(text)) return 'base';
  if (kind === 'percent' && SHARE.test(text)) return 'share';
  if (COMPARED.test(text)) return 'base';
  // 辍学率控制在0.6%以内 is the value of its own subject; a limit on what went before has none
  const subject = text.replace(LIMIT, '').replaceAll(/均|都|全部|分别|各项|也|并|且|[，、\s]/g, '');
  if (subject === '' && LIMIT.test(text) && isLimitBehind(text, after)) return 'limit';
  return 'level';
}

/** 高于国家规定的85%, 不低于0.9人的要求: the word for a limit stands before or behind the number; 满意度高于85% is a value. */
function isLimitBehind(clause: string, after: string): boolean {
  return (
    /规定|标准|要求|限值|国家|省定|合格线|指标/.test(clause.slice(-16)) ||
    /^[^，。；\d]{0,3}(?:的)[^，。；]{0,8}(?:标准|要求|规定|限值|限额|合格线|底线|红线|指标|目标)|^(?:以内|之内)/.test(
      after,
    )
  );
}
