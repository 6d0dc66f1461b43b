import type { Report } from '../model/report.ts';
import { lastAtOrBefore } from '../model/search.ts';
import { scopeOnly } from '../vocabulary/index.ts';

/** What a clause at the head of which it stands goes on to tell of a place. */
const TELLS = '(?=现|共|有|占地|校园|校舍|在校|学生|教师|教职工|专任|拥有|建筑|总|教学班|目前|辖|设|始建|创|$)';
const SCHOOL = new RegExp(`^(?:其中|例如|如|以)?(\\p{Script=Han}{1,8}?)(?:小学|中学|学校|幼儿园)${TELLS}`, 'u');
const TOWN = new RegExp(`^(?:其中|例如|如|以)?(\\p{Script=Han}{1,4}?)(?:镇|乡|街道)${TELLS}`, 'u');
const GROUP =
  /^\p{Script=Han}{2,12}?(?:教育集团|教联体|共同体|学区|片区)(?=现|共|有|内|目前|下辖|辖|在校|学生|教师|$)/u;
/** 第3片区, 第二督学责任区: one of the areas that a county is divided into. */
const AREA =
  /^第[一二三四五六七八九十\d]{1,3}(?:片区|学区|教育集团|集团|教联体|共同体|(?:督[学导])?责任区|协作区|督导区|小组|组)/;
/** 柳坪教学点有学生23人, 5所村小有30个班, 乡初级中学有12个班: one or some of the schools that a town or a school has. */
const POINT = /^(?:其中)?(\p{Script=Han}{1,8}?)(?:教学点|村小|分校|校区|分园)(?=现有|共有|有|在校|学生|教师|专任)/u;
const SOME =
  /^(?:其中)?(?:\d{1,3}|[两三四五六七八九十]+)[所个](?:村小|教学点|完小|中心小学|中心校)|^(?:其中)?(?:村小|教学点|完小|(?:[乡镇](?:初级|中心)?|中心)(?:中学|初中|小学|学校|校))(?=现有|共有|有)/;
const NUMBERED =
  /^(?:[县市区州]|\p{Script=Han}{2,4})?[一二三四五六七八九十](?:中(?![全央心学小期高])|小(?=现|共|有|占|在校|学生|教师|$))/u;
const SEVERAL =
  /^(?:该|此|这所|这个)(?:校|镇|乡|街道|园|学校|乡镇)|^[两三四五六七八九十](?:所)?(?:校|镇|乡|街道|个?乡镇|学校|校区|个校区|园)(?:现|共|合计|总|一共|有)/;
/** 薄弱学校, 各乡镇, 初级中学: kinds of schools and towns, not one of them. */
const KIND =
  /^(?:另|各|每|全|所有|新|改|扩|撤|其他|部分|个别|多数|优质|示范|薄弱|完全|初级|高级|职业|中等|特殊|九年|十二年|村|城|乡|建制|中心|重点|一般|民办|公办|辖|共|有)|(?:特色|[级类型制化性模的弱各])$/;
const WHOLE = /^(?:其中)?(?:截至|目前|现在?)?[，]?(?:全[县市区旗州镇乡校]|[我本][县市区旗州镇乡校]|[县市区]域|各)/;
const CLAUSE =
  /(?:^|[，,；;。：:！？\n（(])[\s\u3000]*((?:第\d{1,3}|\d{1,3}(?=[所个](?:村小|教学点|完小|中心)))?[^，,；;。：:！？\n（(\d]{2,16})/gu;

/** The offsets where a text turns to one school or town, or back to all of them, in order. */
interface Turn {
  readonly at: number;
  readonly onePlace: boolean;
}

/**
 * Whether an offset stands where one school or town, or a few, are told of (石桥镇现有小学6所，学生1845人): what is said there
 * is no state of the county. A subject holds to the end of its paragraph, or until 全县 or the like takes over.
 */
export function onePlaceAt(report: Report): (offset: number) => boolean {
  const turns = turnsOf(report);
  return (offset) => turns[lastAtOrBefore(turns, offset, ({ at }) => at)]?.onePlace ?? false;
}

function turnsOf(report: Report): Turn[] {
  const turns: Turn[] = [];
  const { text } = report.manuscript;
  let paragraph = -1;
  let onePlace = false;
  for (const sentence of report.sentences) {
    const turn = (at: number, to: boolean): void => {
      if (to !== onePlace) turns.push({ at, onePlace: to });
      onePlace = to;
    };
    if (sentence.paragraph !== paragraph) turn(sentence.span.start, false);
    ({ paragraph } = sentence);
    for (const match of text.slice(sentence.span.start, sentence.span.end).matchAll(CLAUSE)) {
      const head = match[1] ?? '';
      if (WHOLE.test(head)) turn(sentence.span.start + match.index, false);
      else if (isPlace(head, report)) turn(sentence.span.start + match.index, true);
    }
  }
  return turns;
}

function isPlace(head: string, { kind, title }: Report): boolean {
  const point = POINT.exec(head)?.[1];
  if (point !== undefined && scopeOnly(point) === null && !title?.includes(point)) return true;
  // a school's own report names itself in many ways, and only its branches for certain
  if (kind === 'school-report') return false;
  if (AREA.test(head) || SOME.test(head)) return true;
  if (SEVERAL.test(head) || NUMBERED.test(head) || (GROUP.test(head) && !KIND.test(head))) return true;
  const name = (SCHOOL.exec(head) ?? TOWN.exec(head))?.[1];
  return name !== undefined && !KIND.test(name) && scopeOnly(name) === null && !title?.includes(name);
}
