import type { FigureKind, FigureRole } from '../model/figure.ts';

const RATE =
  /(?:增长|增加|提高|上升|提升|下降|降低|减少|递增|增幅|降幅|回落)了?(?:为|达到?|到达|比例为?|幅度为?|幅度达|约|近)?$/;
const AMOUNT =
  /(?:增加|减少|提高|下降|上升|提升|降低|增长|净增|净减|回落|压减)了?(?:约|近)?$|(?:^|[^提最])(?:高|低|多|少)(?:出)?了?(?:约|近)?$|(?:高出|多出|超出|低出)[^，。；]{0,14}$/;
const SHARE = /占(?:到|比|了)?[^，。；]*$|(?:占比|比重)(?:分别)?(?:为|达到?|由|从)?$/;
const LIMIT =
  /(?:不低于|不少于|不超过|不高于|不大于|不小于|不得低于|不得超过|高于|低于|超过|大于|小于|少于|多于|控制在|达到)[^，。；\d]{0,20}$|(?:均|都)在[^，。；]{0,12}的?$/;
/** 生师比, 普职比 and the like are names; 在校生比上年 compares. */
const COMPARED = /(?<![对相师机职]|[师机班]生)(?:比|较)(?![例如赛重])[^，。；]{0,20}$/;
const FROM = /(?:由|从|自(?=起|年|$))[^，。；]{0,20}$/;
/** 由a增加到b: only a change behind it makes a start of what 由 stands before (由中央补助…组成 has none). */
const CHANGED = /^[^。；]{0,24}?(?:[增升提降减扩缩调压变]|增加|提高|上升|下降|减少)[^，。；]{0,3}(?:到|至|为)/;

const COMPARATOR = /[高低]于$|不超过$|不[少大小]于$|[小大]于$|超过$/;
/** 高于规定学历的1702人, 高于规定学历的教师1574人, 达到省定标准的学校40所: people and schools counted, no limit of 1702 or 40. */
const QUALIFIED =
  /(?:学历|学位|职称|资格|年龄)的(?:[专兼]任|任课|在编|在职)?(?:教师|教职工|校长|人员)?$|(?:标准|规定|要求)的(?![^的]*(?:标准|要求|规定|限值|比例|水平|线|值|数|率|指标|目标)$)[^的]{2,}$/;
/** 高出85分的合格线10.5分, 高于85分合格线: the word for a limit stands right behind the number. */
const OVER = /(?:[高超多低]出|[高低]于|超过)$/;
const LIMIT_BEHIND = /^的?(?:合格|达标|及格|省定|国家|规定)*(?:合格线|达标线|及格线|底线|标准线|标准|要求)/;
const EXCESS = /^(?:的?(?:要求|标准|规定|合格线|底线|限值|水平))?(?:了|约|近)*$/;

/** What stands before the number in its sentence. */
export interface Before {
  /** As many values of its unit as its row has members, and more than one. */
  readonly levels: boolean;
  /** The run right before it is a value of its unit, with a comma and no date between. */
  readonly value: boolean;
  /** The run right before it is a limit of its unit, in its clause. */
  readonly limit: boolean;
}
const NOTHING: Before = { levels: false, value: false, limit: false };

/**
 * What a clause makes of the number behind it: a value of its own, how much it changed, a share, what it is compared with,
 * or a limit that it is held against. `after` is the text behind the number.
 */
export function roleOf(
  clause: string,
  after: string,
  kind: FigureKind,
  unit: string | null,
  before: Before = NOTHING,
): FigureRole {
  const text = clause.replace(/(?:分别|均|都)$/, '').trimEnd();
  // 高于标准5.2平方米0.78平方米, 高出85分的合格线10.5分: what stands right behind a limit is by how much
  if (before.limit && EXCESS.test(text)) return 'change';
  if (kind === 'percent' && unit !== '个百分点' && RATE.test(text)) return 'change-rate';
  if (OVER.test(text) && LIMIT_BEHIND.test(after) && leavesNothing(text.replace(OVER, ''))) return 'limit';
  if (AMOUNT.test(text) && kind !== 'duration')
    return kind === 'percent' && unit !== '个百分点' && !/[高低多少]出?$/.test(text) ? 'change-rate' : 'change';
  const starts = FROM.test(text) && CHANGED.test(after);
  if (starts || /(?<![师机职]|[师机班]生)比$|较$/.test(text)) return 'base';
  if (kind === 'percent' && SHARE.test(text)) return 'share';
  if (COMPARED.test(text)) return 'base';
  // 辍学率控制在0.6%以内 is the value of its own subject; a limit on what went before has none
  if (leavesNothing(text.replace(LIMIT, '')) && LIMIT.test(text) && !QUALIFIED.test(text)) {
    // 小学a，初中b，分别低于c和d: as many values as limits stand before
    const dealt = before.levels && COMPARATOR.test(text);
    // 满意度96%，高于85%: so is one behind a value of its unit that it says nothing else of
    const single = before.value && (COMPARATOR.test(text) || (text.endsWith('达到') && /^及?以上/.test(after)));
    if (dealt || single || isLimitBehind(text, after)) return 'limit';
  }
  return 'level';
}

/** No subject of its own: 均、分别 and the like say nothing of whose value it is. */
function leavesNothing(text: string): boolean {
  return text.replaceAll(/均|都|全部|分别|各项|也|并|且|[，、\s]/g, '') === '';
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
