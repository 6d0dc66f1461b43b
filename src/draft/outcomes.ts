import type { Dataset, SchoolPart, SchoolRow } from '../model/dataset.ts';
import { nameOf } from '../standards/amount-name.ts';
import { assess } from '../standards/assess.ts';
import type { Assessment, LimitOutcome } from '../standards/assessment.ts';
import type { Limit, Standard } from '../standards/standard.ts';

/** Something that was judged, as a sentence names it: 城关小学, 小学生均图书册数差异系数, 班额控制. */
export interface Judged {
  readonly name: string;
  /** null: the data for it are not there. */
  readonly met: boolean | null;
  /** The row of the school table it is about; null for what is about the county. */
  readonly school: SchoolRow | null;
  /** What it had to reach, with what it has; several for the rule over several marks. */
  readonly outcomes: readonly LimitOutcome[];
}

/** Schools, coefficients or items held against one requirement. */
export interface Judgement {
  /** What is required, for the ledger: 小学每百名学生拥有县级以上骨干教师数. */
  readonly subject: string;
  readonly judged: readonly Judged[];
  /** Names of the data that keep some of it from being judged. */
  readonly wanted: readonly string[];
}

/** What the assessment of a county says, in the portions that sentences speak of. */
export interface CountyOutcomes {
  readonly standard: Standard;
  /** Every school against its mark of an indicator; null where the standard has none. */
  mark(indicator: string, stage: SchoolPart | null): Judgement | null;
  /** Every school against “at least n of m marks, the rest at the floor”; null where the standard has no such rule. */
  rule(stage: SchoolPart | null): Judgement | null;
  /** Every school against all the marks of that rule. */
  everyMark(stage: SchoolPart | null): Judgement | null;
  /** Every difference coefficient of a stage against its limit; null where single coefficients have none. */
  coefficients(stage: SchoolPart): Judgement | null;
  /** The items of a group that figures settle, under their short names; null for an unknown group. */
  items(group: string): Judgement | null;
  /** How many items of a group papers prove, or figures that the workbook does not have a place for. */
  papers(group: string): number;
}

/**
 * What a sentence calls an item of the work: the regulation's own words are too long for it, and hold numbers that would need a
 * source of their own.
 */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  'qg-1': '学校规划布局',
  'qg-2': '城乡标准统一',
  'qg-3': '音乐、美术专用教室配备',
  'qg-4': '学校规模',
  'qg-5': '班额控制',
  'qg-6': '小规模学校公用经费核定',
  'qg-7': '特殊教育学校生均公用经费',
  'qg-8': '教师工资收入水平',
  'qg-9': '教师培训学时',
  'qg-10': '编制和岗位统筹分配',
  'qg-11': '教师交流轮岗',
  'qg-12': '教师持证上岗',
  'qg-13': '就近划片入学',
  'qg-14': '优质高中招生名额分配',
  'qg-15': '留守儿童关爱和随迁子女就学',
  'qq-1': '初中三年巩固率',
  'qq-2': '残疾儿童少年入学率',
  'qq-3': '学校章程和管理信息化',
  'qq-4': '教师培训经费安排',
  'qq-5': '信息化教学应用',
  'qq-6': '德育和校园文化',
  'qq-7': '课程开设和教学秩序',
  'qq-8': '课业负担',
  'qq-9': '国家义务教育质量监测结果',
};

/** Types of school whose parts are told apart by 小学部 and 初中部. */
const COMBINED: ReadonlySet<string> = new Set(['九年一贯制学校', '十二年一贯制学校']);

/** Assesses a county against a standard, once, and answers what sentences ask of it. */
export function countyOutcomes(dataset: Dataset, standard: Standard): CountyOutcomes {
  const assessment = assess(dataset, standard);
  const of = (stage: SchoolPart | null) => (row: SchoolRow | null) => stage === null || row?.part === stage;

  const mark = (indicator: string, stage: SchoolPart | null): Judgement | null => {
    const bound = outcomesOfSchools(assessment).filter(
      ({ limit, school }) => limit.indicator === indicator && of(stage)(school),
    );
    // 在校生数 has a mark for each stage, and one for combined schools as a whole
    const own = bound.filter(({ limit }) => limit.stage === stage);
    const found = own.length > 0 ? own : bound;
    const judged = found.map((one) => judgedOf(partName(one.school), one));
    return judged.length === 0 ? null : { subject: nameOf(indicator, stage), judged, wanted: wantedOf(judged, found) };
  };

  const rule = (stage: SchoolPart | null, every: boolean): Judgement | null => {
    const found = assessment.schools.filter(({ school }) => of(stage)(school));
    if (found.length === 0) return null;
    const judged = found.map(({ school, outcomes, missed, verdict }): Judged => {
      const unknown = outcomes.some(({ actual }) => actual === null);
      const met = every ? (missed.length > 0 ? false : unknown ? null : true) : holds(verdict);
      return { name: partName(school), met, school, outcomes };
    });
    const subject = `${stage ?? '义务教育学校'}资源配置${every ? '七项指标全部' : '综合'}`;
    return {
      subject,
      judged,
      wanted: wantedOf(
        judged,
        found.flatMap(({ outcomes }) => outcomes),
      ),
    };
  };

  const coefficients = (stage: SchoolPart): Judgement | null => {
    const ids = assessment.stages
      .filter((one) => one.stage === stage)
      .flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator));
    const judged = ids.flatMap(({ coefficient, id }): Judged[] => {
      const found = assessment.limits.find(
        ({ limit }) => limit.indicator === coefficient && limit.stage === stage && limit.level === 'county',
      );
      return found === undefined ? [] : [judgedOf(nameOf(id), found)];
    });
    if (judged.length === 0) return null;
    const outcomes = judged.flatMap((one) => one.outcomes);
    return { subject: `${stage}差异系数`, judged, wanted: wantedOf(judged, outcomes) };
  };

  const items = (group: string): Judgement | null => {
    const found = assessment.items.filter(
      ({ item, kind }) => kind === 'item' && 'group' in item && item.group === group,
    );
    if (found.length === 0) return null;
    const judged = found
      .filter(({ verdict }) => verdict !== 'papers')
      .map(({ item, verdict }): Judged => {
        const name = SHORT_NAMES[item.id] ?? item.text.replaceAll(/\d[\d.]*/gu, '若干');
        return { name, met: verdict === 'papers' ? null : holds(verdict), school: null, outcomes: [] };
      });
    const wanted = judged.filter(({ met }) => met === null).map(({ name }) => `${name}所需的数据`);
    return { subject: group, judged, wanted };
  };

  const papers = (group: string): number =>
    assessment.items.filter(({ item, verdict }) => verdict === 'papers' && 'group' in item && item.group === group)
      .length;

  return {
    standard,
    mark,
    rule: (stage) => rule(stage, false),
    everyMark: (stage) => rule(stage, true),
    coefficients,
    items,
    papers,
  };
}

/** The marks that every school is held against: those of the rule, and those that stand alone. */
function outcomesOfSchools({ schools, limits }: Assessment): readonly LimitOutcome[] {
  return [...schools.flatMap(({ outcomes }) => outcomes), ...limits.filter(({ school }) => school !== null)];
}

function judgedOf(name: string, outcome: LimitOutcome): Judged {
  return { name, met: holds(outcome.verdict), school: outcome.school, outcomes: [outcome] };
}

/** 待核 counts as missed here: what nobody is sure of must not be claimed as reached. */
function holds(verdict: LimitOutcome['verdict']): boolean | null {
  return verdict === 'unassessable' ? null : verdict === 'holds';
}

/** A school as sentences about stages name it: a combined school's parts are told apart. */
export function partName(school: SchoolRow | null): string {
  if (school === null) return '';
  const { name, type, part } = school;
  return COMBINED.has(type) && !name.endsWith('部') ? `${name}${part}部` : name;
}

function wantedOf(judged: readonly Judged[], outcomes: readonly LimitOutcome[]): readonly string[] {
  if (judged.every(({ met }) => met !== null)) return [];
  const open = outcomes.filter(({ actual }) => actual === null);
  return [...new Set(open.map(({ limit, school, because }) => wantedName(limit, school, because)))];
}

function wantedName(limit: Limit, school: SchoolRow | null, because: string | null): string {
  const name = (because ?? nameOf(limit.indicator)).replace(/^缺少/u, '');
  return school === null ? name : `学校表中各${school.part}的${name}`;
}
