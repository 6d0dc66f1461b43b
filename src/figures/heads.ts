import type { FigureRole, Stage } from '../model/figure.ts';
import type { Head, HeadUnit } from '../model/table.ts';
import { periodAt } from '../quantities/period.ts';
import { unitAt } from '../quantities/unit.ts';
import { scopeOnly, stageList } from '../vocabulary/index.ts';

const TOTAL =
  /^(?:合计|总计|共计|总数|总量|总额|累计|全部|合计数|总计数|全[县市区旗州省国校镇乡](?:合计|总计|总数|汇总)?)$/;
const GROUP_TOTAL = /(?:小计|合计|总计|共计)(?:数)?$/;
const AVERAGE = /(?:[县市区校]?均值|(?:全[县市区旗]|县域|市域|区域)?(?:平均)(?:值|数|水平)?|标准差|中位数)$/;
const AMONG = /^(?:其\s*中|内\s*含|含)[:：、，]?/;
const MARKER =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|[#★*△▲]+)/;
const SILENT =
  /^(?:序号|编号|编码|代码|学校代码|行次|栏次|名次|排名|位次|名列|电话|联系电话|邮编|文号|日期|时间|年份|年度|学年|年月|[建成设创开竣][^（(]{0,4}时间|[建创]校[^（(]{0,2}年[份月]?|出生年月|页码|备注)$/;
const RATE_OF_CHANGE =
  /(?:[比较](?:上一?年度?|去年|上年同期|同期|上期)?|同比|环比|年均|平均)?(?:增长|增减|升降|下降|减少)(?:率|幅度|比例|幅)|增幅|降幅|增速|涨幅|(?:[比较](?:上一?年度?|去年|上年同期|同期|上期)?|同比|环比)(?:增长|增减|增加|提高|上升|下降|减少|降低|±)|[比较](?:上一?年度?|去年|上年同期)$|^(?:同比|环比|增长|±)$/;
const AMOUNT_OF_CHANGE =
  /(?:[比较](?:上一?年|去年|上年度)|同比)?(?:净?增加?|增减|增长|净减|减少|变化)(?:数|额|量|值|人数)$|^(?:[比较](?:上一?年|去年))?增减$/;
const FALLING = /下降|降幅|减少|降低/;
const SHARE = /占比$|^所?占.*?(?:比例|比重|百分比|比|%)?$|比重$|占[^占]+(?:比例|比重|百分比|的比|比)$/;
const LIMIT =
  /(?:标准|要求|规定|目标|限值|指标值|下限|上限|底线|合格线|任务|计划)(?:值|数|额)?$|^(?:应[配达有建]|不[低高]于|省定|国定|国标|国家标准)/;
const LAST_YEAR = /^(?:上一?年度?|去年|上年同期|上期|上年数)/;
const THIS_YEAR = /^(?:本年度?|今年|当年|本期|本年数)/;
/** Words that name no quantity: what is measured stands on the other side of the table. */
const EMPTY =
  /^(?:数量|金额|数值|数据|数|值|实际|实际值|实有|现有|现状|情况|本年|完成|完成值|完成情况|指标|项目|名称|内容|类别|类型|学段|阶段|实际数|绝对数|总|计|均值|各类|资金|合计|金额合计)$/;
const NOT_ADDED =
  /生均|人均|校均|班均|师均|户均|平均|均值|每[百千万]|每生|每[所校班]|率$|比例|占比|比重|百分比|系数|比$|指数|最[大小高低多少]|班额|满意度|标准差|得分率|占.*%|%$/;
const ENTITY =
  /.(?:小学|中学|学校|幼儿园|学区|教学点|完小|中心校|一中|二中|三中|四中|校区|[镇乡县市区旗]|街道|办事处|村|社区|中心)$/;
const ENTITY_TITLE =
  /^(?:学校|学校名称|校名|单位|单位名称|乡镇|乡镇[（(]街道[）)]|街道|县区|县市区|县[（(]市、?区[）)]|地区|片区|学区|教育集团|区域|中心校)$/;
const KIND_OF_SCHOOL =
  /^(?:普通|公办|民办|城区|农村|乡镇|乡村|城镇|镇区|县城|独立|寄宿制|完全|初级|高级|中等|职业|特殊教育|义务教育|九年一贯制|十二年一贯制|一贯制|县直|市直|区直|各|中心|标准化|薄弱|定点|片区|中、?)*(?:小学|初中|中学|学校|幼儿园|教学点|高中|县|市|区|城区|镇区|乡镇|街道|社区|村|行政村|中小学)$/;

/** What the title of the label column says of the rows' names. */
export interface LabelTitle {
  /** 学校, 乡镇: each row is one of them. */
  readonly entities: boolean;
  /** 年份: each row is a year. */
  readonly years: boolean;
}

export function labelTitle(path: readonly string[]): LabelTitle {
  const title = (path.at(-1) ?? '').replaceAll(/\s/g, '');
  return { entities: ENTITY_TITLE.test(title), years: /^(?:年份|年度|学年度?|时间|年)$/.test(title) };
}

const NO_TITLE: LabelTitle = { entities: false, years: false };

/** Reads the header of a row or of a column, outermost part first. */
export function headOf(path: readonly string[], title: LabelTitle = NO_TITLE): Head {
  const names: string[] = [];
  const stages: Stage[] = [];
  let units: readonly HeadUnit[] = [];
  let role: FigureRole = 'level';
  let period: string | null = null;
  let since: string | null = null;
  let relative: Head['relative'] = null;
  let total: Head['total'] = null;
  let totalAt = -1;
  let among = false;
  let average = false;
  let entity = false;
  let falling = false;
  path.forEach((part, at) => {
    let text = part.replaceAll(/\s/g, '').replace(MARKER, '');
    if (AMONG.test(text)) {
      among = true;
      text = text.replace(AMONG, '');
    }
    const cut = cutUnit(text);
    if (cut.units.length > 0) ({ units } = cut);
    text = cut.rest;
    const dated = cutPeriods(text);
    if (dated.periods.length > 0) {
      period = dated.periods[0] ?? null;
      since = dated.since ?? since;
      text = dated.rest;
    } else if (title.years && /^(?:19|20)\d\d$/.test(text)) {
      period = text;
      text = '';
    }
    if (LAST_YEAR.test(text)) {
      relative = 'last-year';
      text = text.replace(LAST_YEAR, '').replace(/^数/, '');
    } else if (THIS_YEAR.test(text)) {
      relative = 'this-year';
      text = text.replace(THIS_YEAR, '').replace(/^数/, '');
    }
    const change = changeOf(text, units, dated.since !== null);
    if (change) {
      role = change;
      falling ||= FALLING.test(text) && !/增/.test(text);
      text = text.replace(change === 'change-rate' ? RATE_OF_CHANGE : AMOUNT_OF_CHANGE, '');
    } else if (SHARE.test(text)) role = 'share';
    else if (LIMIT.test(text)) role = 'limit';
    if (TOTAL.test(text)) {
      total = 'total';
      totalAt = at;
      text = '';
    } else if (GROUP_TOTAL.test(text)) {
      total = 'subtotal';
      totalAt = at;
      text = text.replace(GROUP_TOTAL, '');
    } else if (AVERAGE.test(text)) {
      average = true;
      text = text.replace(AVERAGE, '');
    }
    entity ||= total === null && isEntity(text, title);
    const staged = entity ? { stages: [], rest: text } : stageList(text);
    for (const stage of staged.stages) if (!stages.includes(stage)) stages.push(stage);
    const rest = staged.rest.replace(/^[、，:：]+|[、，:：]+$/g, '');
    if (rest !== '' && !EMPTY.test(rest)) names.push(rest);
  });
  const full = path.join('');
  return {
    path,
    // an entity's own name is the last part, the groups before it only say where it belongs
    name: entity ? (names.at(-1) ?? '') : names.join(''),
    stages,
    period,
    relative,
    since,
    units,
    role,
    falling,
    total,
    totalAt,
    among,
    addable:
      role === 'level' &&
      !average &&
      !NOT_ADDED.test(full.replaceAll(/[（(][^（()）]*[）)]/g, '')) &&
      units[0]?.unit !== '%',
    entity,
    silent: SILENT.test((path.at(-1) ?? '').replaceAll(/\s/g, '')),
  };
}

function isEntity(text: string, title: LabelTitle): boolean {
  if (text === '' || TOTAL.test(text)) return false;
  if (KIND_OF_SCHOOL.test(text) || scopeOnly(text) !== null) return false;
  return title.entities || ENTITY.test(text);
}

/** 增长率 and 增幅 are rates; 比上年增长 is one unless its unit says otherwise. */
function changeOf(text: string, units: readonly HeadUnit[], dated: boolean): 'change' | 'change-rate' | null {
  const unit = units[0]?.unit;
  if (AMOUNT_OF_CHANGE.test(text)) return unit === '%' ? 'change-rate' : 'change';
  if (RATE_OF_CHANGE.test(text) || (dated && /增|降|减/.test(text)))
    return unit !== undefined && unit !== '%' ? 'change' : 'change-rate';
  return null;
}

/** 2024年比2021年增长: the second year is what the change is counted from. */
function cutPeriods(text: string): {
  readonly periods: string[];
  readonly since: string | null;
  readonly rest: string;
} {
  const periods: string[] = [];
  let since: string | null = null;
  let rest = '';
  for (let offset = 0; offset < text.length; offset++) {
    const period = /[12２０-９]/.test(text[offset] ?? '') ? periodAt(text, offset) : null;
    if (!period || period.labels.length === 0) {
      rest += text[offset] ?? '';
      continue;
    }
    const label = period.whole ?? period.labels[0] ?? '';
    if (/[比较]$/.test(rest)) since = label;
    else periods.push(label);
    offset = period.end - 1;
  }
  return {
    periods: periods.length === 0 && since !== null ? [''] : periods,
    since,
    rest: rest.replace(/^[度末底的]/, ''),
  };
}

const PLACE = /^(?:[县区市镇乡村省校班生员字页级步孔]|乡镇|街道|社区|行政村)$/;

/** The unit in a header's brackets, behind a slash, or as a header of its own: 金额（万元）, 面积/平方米, %. */
export function cutUnit(text: string): { readonly units: readonly HeadUnit[]; readonly rest: string } {
  // 县, 镇, 村 over a column are places, not units
  const whole = PLACE.test(text) ? [] : unitsIn(text);
  if (whole.length > 0) return { units: whole, rest: '' };
  for (const match of text.matchAll(/[（([【]([^（()）\]】[]*)[）)\]】]/g)) {
    const units = unitsIn(match[1] ?? '');
    if (units.length > 0) {
      return { units, rest: text.slice(0, match.index) + text.slice(match.index + match[0].length) };
    }
  }
  const slash = /[/／](.{1,6})$/.exec(text);
  const behind = slash ? unitsIn(slash[1] ?? '') : [];
  if (slash && behind.length > 0) return { units: behind, rest: text.slice(0, slash.index) };
  if (/[%％]$/.test(text)) return { units: [{ unit: '%', scale: 0 }], rest: text.slice(0, -1) };
  return { units: [], rest: text };
}

const SCALES: readonly (readonly [string, number])[] = [
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/** The units that a unit line or a bracket lists; empty where anything else stands there. */
export function unitsIn(text: string): HeadUnit[] {
  const bare = text.replace(/^(?:计量)?单位[:：]/, '').replaceAll(/\s/g, '');
  const units: HeadUnit[] = [];
  for (const part of bare.split(/[、，,；;]/)) {
    const unit = unitOf(part);
    if (!unit) return [];
    units.push(unit);
  }
  return units;
}

function unitOf(text: string): HeadUnit | null {
  const plain = text.replace(
    /[/／](?:每?百?(?:人|生|名|所|校|班|年|月|个|天|日|学期|学年|平方米|名学生|百名学生))$/,
    '',
  );
  const own = unitAt(plain, 0);
  if (own?.length === plain.length && plain !== '') return { unit: own.unit.name, scale: plain === '‰' ? -1 : 0 };
  for (const [word, scale] of SCALES) {
    if (!plain.startsWith(word)) continue;
    const found = unitAt(plain, word.length);
    if (found && found.length === plain.length - word.length) return { unit: found.unit.name, scale };
  }
  return null;
}
