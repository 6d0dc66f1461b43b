import type { Span } from '../model/span.ts';
import { SCHOOL_TYPES, SURNAMES, isGeneric } from './name-words.ts';

export type NameKind = 'county' | 'township' | 'school' | 'person';

/** The names of a report, longest first. */
export type Names = ReadonlyMap<string, NameKind>;

/** A name where it stands. */
export interface NameSpan extends Span {
  readonly kind: NameKind;
}

/** A name begins where a sentence or a list does, or behind a word that introduces one; anything else may be part of it. */
const FREE = '^|[\\n\\s，。；：:、！？“”‘’《》（）()〔〕—·]';
const BEFORE = `(?<=${FREE}|[在对由到至从如以和与及为给赴将把向受经按据让使]|中共|关于|根据|位于|包括|其中|以及|下辖)`;
const PLACE_END = '县市区旗州盟镇乡村';
const STEM = `(?:(?![${PLACE_END}和与及在对由到从把将的]|位于|街道|小学|中学|学校)[\\p{Script=Han}])`;
const ABOVE = '(?:[\\p{Script=Han}]{2,4}(?:省|自治区|自治州|州|市))?';
const COUNTY = new RegExp(
  `${BEFORE}${ABOVE}(${STEM}{2,5}(?:自治县|自治旗|县|市|区|旗)|(?<=${FREE})${STEM}[县州])(?![级域直区内属城长委情里外场民])`,
  'gu',
);
const TOWNSHIP = new RegExp(
  `${BEFORE}${ABOVE}(?:${STEM}{1,4}[县市区旗])?(${STEM}{2,4}(?:街道办事处|街道|镇|乡|村|社区|林业局|农场|林场|牧场|管委会))(?![镇乡村级的干风土容民医校道办学教完])`,
  'gu',
);
const ORDINAL = '第[一二三四五六七八九十]+|实验|中心|民族|希望|外国语|附属|逸夫|育才|红军';
const TYPE = SCHOOL_TYPES.map((type) => (type === '小学' ? '(?<!中)小学' : type)).join('|');
const NO_SCHOOL_BEHIND = '(?![生校均阶数部毕段招巩入升专]|教[师育]|学[校段]|[和及与、]?初中(?!学))';
/** Of a place or numbered: 河东镇中心小学, 县第二中学, 清河第一小学. */
const SCHOOL_OF_PLACE = new RegExp(
  `(?:${STEM}{2,3}[镇乡村县市区]|${BEFORE}[\\p{Script=Han}]{2,3}|(?<![\\p{Script=Han}])|[县市区旗州城])(?:(?:${ORDINAL})+(?:${TYPE})|(?<=[镇乡村])(?:${TYPE}))(?:[\\p{Script=Han}]{2}(?:校区|分校))?${NO_SCHOOL_BEHIND}`,
  'gu',
);
/** 第二小学 behind a word that is no place. */
const NUMBERED_SCHOOL = /第[一二三四五六七八九十]+(?:实验|初级|高级|中心|职业)?(?:小学|中学|幼儿园|高中|初中)/gu;
/** 红旗小学、东风中学: free on both sides. */
const FREE_SCHOOL = new RegExp(
  `(?<=${FREE})([\\p{Script=Han}]{2,4}(?:(?<!中)小学|中学|幼儿园|高中|学校))(?=[\\n\\s，。；、（）()等和与及]|$)`,
  'gu',
);
const TITLES =
  '副?(?:书记|县长|区长|市长|旗长|局长|校长|园长|主任|组长|部长|主席|科长|股长|院长|镇长|乡长)|教师|老师|同志|教授|院士|同学|学生|班主任';
const BEHIND_PERSON =
  '(?=[\\s，。；：、！？“”（）()]|$|同志|老师|同学|等|任|为|率|主持|作|说|获|被|荣|亲自|担任|先后|出席)';
const TITLED = new RegExp(`(?:${TITLES})[：:]?([${SURNAMES}][\\p{Script=Han}]{1,2}?)${BEHIND_PERSON}`, 'gu');
const NAMED = new RegExp(
  `(?:${BEFORE}|(?<=小学|中学|学校|幼儿园|校区))([${SURNAMES}][\\p{Script=Han}]{1,2}?)(?=同志|老师|校长|书记|局长|县长|区长|主任|同学)`,
  'gu',
);
/** 张某某、李某: already hidden, and still somebody. */
const HIDDEN = new RegExp(`[${SURNAMES}](?:某某|某|××|XX|xx)(?!县|市|区|省|镇|乡|村|小学|中学|学校)`, 'gu');

/**
 * The names that a report tells: of counties and townships, of schools and persons. A name is told by its form where it stands
 * free at least once, and is then known everywhere in the report, also in the middle of words that would hide it.
 * @param county the report's own county, where its title tells it
 */
export function namesIn(text: string, county: string | null): Names {
  const found = new Map<string, NameKind>();
  const collect = (pattern: RegExp, kind: NameKind): void => {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[0];
      if (!isGeneric(name, kind) && !found.has(name)) found.set(name, kind);
    }
  };
  if (county !== null) {
    found.set(county, 'county');
    // 清河 for 清河县: two characters and more, since 辽县's 辽 stands in many words
    const bare = county.replace(/(?:自治县|自治旗|县|市|区|旗)$/u, '');
    if (bare.length >= 2) found.set(bare, 'county');
  }
  collect(SCHOOL_OF_PLACE, 'school');
  collect(NUMBERED_SCHOOL, 'school');
  collect(FREE_SCHOOL, 'school');
  collect(COUNTY, 'county');
  collect(TOWNSHIP, 'township');
  collect(TITLED, 'person');
  collect(NAMED, 'person');
  collect(HIDDEN, 'person');
  // 沾河 beside 沾河林业局: lists of places leave out what they are
  for (const [name, kind] of new Map(found)) {
    const bare = /^(.{2,4})(?:县|市|镇|乡|街道|林业局|农场|林场|牧场)$/u.exec(name)?.[1];
    if (kind !== 'school' && kind !== 'person' && bare !== undefined && !isGeneric(bare, kind)) found.set(bare, kind);
  }
  return new Map([...found].sort(([a], [b]) => b.length - a.length));
}

/** Where the names stand in a text: the longest first, none within another. */
export function nameSpans(text: string, names: Names): NameSpan[] {
  const spans: NameSpan[] = [];
  const taken = new Uint8Array(text.length);
  for (const [name, kind] of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (taken.subarray(at, end).some((one) => one === 1)) continue;
      taken.fill(1, at, end);
      spans.push({ start: at, end, kind });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

const COUNTY_IN_TITLE =
  /(?:^|关于|中共)(?:[\p{Script=Han}]{2,4}(?:省|自治区|自治州|市))?([\p{Script=Han}×]{1,8}?(?:自治县|自治旗|县|市|区|旗))/u;

/** The county that a title speaks of; null where it names none (我县义务教育…). */
export function countyOfTitle(title: string | null): string | null {
  const name = COUNTY_IN_TITLE.exec(title ?? '')?.[1];
  return name === undefined || isGeneric(name, 'county') ? null : name;
}
