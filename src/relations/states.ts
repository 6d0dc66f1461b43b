import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { indicatorNamed, indicatorOf, scopeOnly } from '../vocabulary/index.ts';
import { besideStage } from './beside-stage.ts';
import { clauseStart } from './context.ts';
import { partsOfLess } from './narrower.ts';
import { onePlaceAt } from './one-place.ts';

/** A goal, a limit or another place's figure is no second telling of the county's own. */
const ELSEWHERE = /标准|要求|规定|目标|力争|全国|全省|指标值|底线|计划|预计|到20\d\d年|应达|须达|不得|应当|每年/;

/** Whether the words around a figure say that it is a goal, a limit, a plan or the value of another place. */
export function tellsOther(words: string): boolean {
  return ELSEWHERE.test(words) || OTHER_TIME.test(words);
}

/** A plan, or the end of a plan before this one, dates all that its part of the sentence tells. */
const OTHER_TIME =
  /按照?[^，。；]{0,8}规划|规划到|^[^，。；]{0,6}到20\d\d年|[“"]?十[一二三四五]五[”"]?(?:初|末|期末|之初|时期)|[两三四五六七八九十]年前|(?:建校|撤并|改革|创建|整合)(?:之)?(?:初|前)[，,]/;
/** One school's or one project's ground and buildings are not the county's. */
const ONE_PLACE =
  /项目|工程|新建|扩建|迁建|占地\d|第[一二三四五六七八九十]+(?:小学|中学|幼儿园|学校)|实验(?:小学|中学|学校)|中心(?:小学|学校)|[县市区][一二三四五六七八九]中/;
const SIZES = new Set(['campus-area', 'building-area', 'teaching-area', 'sports-area', 'class-count']);
/**
 * What was built, bought, sent or chosen in some time is no state of the county: two such numbers need not agree. The verb
 * holds for its whole clause (撤并小规模学校5所、教学点7个); 撤并后有18个 is a state again.
 */
const FLOW =
  /(?:新建|改建|扩建|迁建|续建|建成|新增|撤并|撤销|维修|改造|招聘|新聘|招录|录用|补充|引进|创建|派出|派遣|选派|下派|交流|轮岗|支教|抽[查测取样]|获评|被评|评为|评选|表彰|培训|新购|购置|采购)(?!后|之后|以后|前|之前)/;
/** Rates told of every group of pupils: without a stage nothing says whose rate it is. */
const NEED_STAGE = new Set([
  'enrolment-rate',
  'gross-enrolment-rate',
  'retention-rate',
  'dropout-rate',
  'completion-rate',
  'fitness-rate',
]);

/** 综合差异系数 in so many words; 小学差异系数0.218 may be of the one indicator that is being told of. */
const COMPOSITE = /综合|[八8]项|校际(?:间)?(?:均衡)?差异系数/;
const QUALITY = /优质均衡/;
/** 7项全部达到的学校41所, 全县的学校: what stands before 的 narrows, unless it only says where. */
const NARROWED = /^(.*)的[^的]{2,8}$/s;

/** A figure that tells a state of the whole, and what it tells: indicator, stage and scope, joined. */
export interface StateClaim {
  readonly key: string;
  readonly figure: Figure;
}

/** The figures of a report that another telling of the same quantity may be held against. */
export function stateClaims(report: Report): StateClaim[] {
  const ofLess = partsOfLess(report);
  const unsaid = besideStage(report);
  const inOnePlace = onePlaceAt(report);
  return report.figures
    .filter(
      (figure) =>
        isComparable(report, figure) &&
        !ofLess.has(figure.id) &&
        !unsaid.has(figure.id) &&
        !inOnePlace(figure.span.start),
    )
    .flatMap((figure) =>
      namesOf(figure).map((indicator) => ({ key: [indicator, figure.stage, figure.scope].join('|'), figure })),
    );
}

/** 入学率、巩固率均达100% states both. */
function namesOf(figure: Figure): string[] {
  if (!figure.label.includes('、')) return [figure.indicator ?? ''];
  const joint = figure.label.split(/、|和/).map((name) => indicatorNamed(name, figure.kind)?.indicator.id ?? '');
  return joint.every((name) => name !== '') ? joint : [figure.indicator ?? ''];
}

function isComparable(report: Report, figure: Figure): boolean {
  if (!figure.indicator || figure.valueMax || figure.bound !== null || figure.partOf || figure.role !== 'level')
    return false;
  const known = indicatorOf(figure.indicator);
  if (known && known.kind !== figure.kind) return false;
  if (figure.stage === '特殊教育' || (figure.stage === null && NEED_STAGE.has(figure.indicator))) return false;
  if (known ? known.nature !== 'state' : figure.label.length < 5 || figure.indicator === 'text:统计时段') return false;
  if (figure.scope && FLOW.test(figure.scope)) return false;
  const { text } = report.manuscript;
  const clause = text.slice(clauseStart(text, figure.span.start), figure.span.start);
  if (FLOW.test(clause) || (figure.kind === 'count' && isNarrowed(clause))) return false;
  const context = clause + text.slice(figure.span.start, figure.span.end + 4);
  const sentence = text.slice(text.lastIndexOf('。', figure.span.start) + 1, figure.span.start);
  if (figure.indicator === 'cv-composite' && !isComposite(report, sentence)) return false;
  if (SIZES.has(figure.indicator) && ONE_PLACE.test(sentence)) return false;
  // 学校数  61  38  14: a table's row that stands as text
  if (/[\d０-９%）)][ \t\u3000]+$/.test(text.slice(Math.max(0, figure.span.start - 12), figure.span.start)))
    return false;
  const part = sentence.slice(Math.max(sentence.lastIndexOf('；'), sentence.lastIndexOf(';')) + 1);
  if (OTHER_TIME.test(part)) return false;
  // 从11.37万亿元提高到…: where a change started is no present value
  return !ELSEWHERE.test(context) && !/(?:由|从|自)[^，。；]{0,24}$/.test(clause);
}

/** A report on quality balance tells a coefficient for each indicator, under the same words. */
function isComposite({ title }: Report, sentence: string): boolean {
  return /综合/.test(sentence) || (COMPOSITE.test(sentence) && !QUALITY.test(title ?? ''));
}

function isNarrowed(clause: string): boolean {
  const before = NARROWED.exec(clause)?.[1];
  return before !== undefined && (/[达符合]到?$|标$/.test(before) || scopeOnly(before) === null);
}
