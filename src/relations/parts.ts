import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { COMPOSITIONS, stageList } from '../vocabulary/index.ts';
import { clauseOf, clauseStart, firstOf, gapOf, isFigure, sameUnit } from './context.ts';
import { dimensionOf } from './dimensions.ts';

/** Words that open the parts of a total, some or all of them. */
export const AMONG = /其中|[，,]含|包含/;
/** “从职称看，”, “按学段分，”, “分类型看，”: a list of its own, of a total that may stand far before it. */
export const BY_KIND =
  /(?:^|[，。,；;：:\n])\s*(?:(?:从|按照?)[^，。；：]{1,8}(?:看|分|分析|划分|统计|构成看)|分[^，。；：]{1,6}看)[，,：:]/;

/** A figure of what is done, held or left opens a new statement where the parts before it are kinds of things. */
const NEW_STATES: readonly RegExp[] = [/已|完成|建成|竣工|到位/, /^在.{2,}(?:就读|入学|上学|任教|工作)/];
/** 中等职业学校 has no stage of its own and goes on with a list of stages. */
const KIND_OF_SCHOOL = /^(?:中等)?(?:职业|专门|特殊|成人|技工)[^，。；]{0,6}(?:学校|教育|高中)$|^中职$/;
const REST = /其他|其它|其余|另外|另有|还有/;

/**
 * The rows behind a total that are its parts. A list ends where it adds up to the total: what follows tells more about the
 * same things (其中小学a、初中b，在公办学校就读c). Where nothing adds up the list ends at the row that reads as a new
 * statement, so that a wrong part does not swallow what follows.
 */
export function partsFrom(report: Report, total: Figure, list: readonly Row[]): Row[] {
  const read = new PartsList(total);
  let within = false;
  let each = false;
  let shares = 0;
  for (const [index, row] of list.entries()) {
    const gap = gapOf(report, row);
    const { rows } = read;
    // 上级资金5018万元，包括a、b；县级资金…: the parts of a part are told up to the next ；
    if (within && !/[；;]/.test(gap)) continue;
    const resumed = within;
    within = rows.length > 0 && /[，,](?:包括|包含|含)/.test(gap) && !/[；;]/.test(gap);
    if (within) continue;
    if (rows.length > 0 && BY_KIND.test(gap)) break;
    // 每个共同体1所优质学校、3所薄弱学校: what is told of each goes on over 、
    each = isEach(report, row) || (each && !/[，,；;。：:）)]/.test(gap));
    const aside = each || isWholeOfShare(report, row) || isBand(report, total, row, list[index + 1]);
    if (rows.length > 0 && isRateRow(row)) shares += 1;
    if (aside || (rows.length > 0 && isRateRow(row))) continue;
    if (rows.length > 0 && !resumed && endsList(report, row, rows)) {
      const next = /[；;]/.test(gap) && read.isOneASegment;
      // a人，占38.9%；b人，占…；c人，占…: a list where it adds up
      if (!next || (shares !== rows.length && !isNextStage(row, rows))) break;
      read.doubtful ||= !isNextStage(row, rows);
      read.segments += 1;
    }
    if (!addable(report, total, row)) break;
    const opensAnew = read.opensAnew(gap, row);
    read.doubtful ||= !resumed && opensAnew;
    if (read.add(row)) break;
  }
  return read.parts;
}

/** A list of parts while it is read: the rows beyond a doubt count only where they make it add up. */
class PartsList {
  readonly rows: Row[] = [];
  doubtful = false;
  segments = 1;
  readonly #total: Figure;
  /** No comma has stood between the parts: a、b、c. */
  #joined = true;
  #staged = true;
  #dimension: string | null = null;
  readonly #states = new Set<RegExp>();
  #firm = 0;
  #fits = 0;
  #low = new Decimal(0);
  #high = new Decimal(0);
  #value = new Decimal(0);

  constructor(total: Figure) {
    this.#total = total;
  }

  /** Takes one more row in; true once the rows add up exactly. */
  add(row: Row): boolean {
    this.rows.push(row);
    if (!this.doubtful) this.#firm = this.rows.length;
    for (const member of row.members) {
      if (!isFigure(member)) continue;
      this.#value = this.#value.plus(member.value);
      this.#low = this.#low.plus(member.interval.low);
      this.#high = this.#high.plus(member.interval.high);
    }
    const { value, interval, text } = this.#total;
    if (this.rows.length < 2 && row.members.length < 2) return false;
    const exact = this.#value.eq(value);
    // a rounded total is met by what is near it, too; then the words must have let the list end there
    const near = /[.万亿]/.test(text) && this.#low.lte(interval.high) && this.#high.gte(interval.low);
    if (exact || (near && this.doubtful)) this.#fits = this.rows.length;
    return exact;
  }

  /** A clause behind the parts that tells something new: of the same things, it is no further kind of them. */
  opensAnew(gap: string, row: Row): boolean {
    const clause = ownClause(row);
    const states = NEW_STATES.filter((state) => state.test(clause));
    const apart = /[，,；;]/.test(gap) && this.rows.length > 0 && !REST.test(clause);
    const listed = this.rows.length > 1;
    const dimension = dimensionOf(row);
    const staged = row.stages.length === 1 && row.stages[0] !== null;
    const opens =
      apart &&
      (states.some((state) => !this.#states.has(state)) ||
        // a、b、c，d: the list that 、 has joined is closed by the comma
        (listed && this.#joined) ||
        (listed && this.#staged && row.stages.every((stage) => stage === null) && !KIND_OF_SCHOOL.test(clause)) ||
        (listed && this.#dimension !== null && dimension !== null && dimension !== this.#dimension));
    this.#dimension = this.rows.length === 0 || dimension === this.#dimension ? dimension : null;
    for (const state of states) this.#states.add(state);
    if (this.rows.length > 0) this.#joined &&= /^[^，,；;]*、/.test(gap);
    this.#staged &&= staged;
    return opens;
  }

  /** Each part so far has stood between ； of its own. */
  get isOneASegment(): boolean {
    return this.rows.length === this.segments;
  }

  get parts(): Row[] {
    return this.rows.slice(0, this.#fits > 0 ? this.#fits : this.#firm);
  }
}

/** A row that can be one of the parts of a total: an amount of the same kind and unit, not one per head. */
export function addable(report: Report, total: Figure, row: Row): boolean {
  const first = firstOf(row);
  const kind = isFigure(first) ? first.kind : total.kind;
  if (isEach(report, row)) return false;
  return (
    row.role === 'level' &&
    kind === total.kind &&
    total.kind !== 'percent' &&
    total.kind !== 'duration' &&
    total.kind !== 'ratio' &&
    total.kind !== 'coefficient' &&
    total.unit !== '岁' &&
    row.members.every((member) => !isFigure(member) || !isOpen(member)) &&
    sameUnit(first.unit, total.unit)
  );
}

/** 4.1平方米以上, 不超过2公里: a limit, to which nothing can be added; 1200多万元 is an amount. */
export function isOpen({ bound, text }: Figure): boolean {
  return (bound === '>=' || bound === '<=') && !/[多余]/.test(text);
}

/** 每千人6.6批次, 生均24平方米: an amount per head has no parts. */
export function isRate(report: Report, figure: Figure): boolean {
  const { text } = report.manuscript;
  return (
    /每(?:千|万|百|个|所|生|人|名|年|班)?[^，。；]{0,3}$|[生人校班年]均[^，。；]{0,12}$/.test(
      text.slice(clauseStart(text, figure.span.start), figure.span.start),
    ) || isPerUnit(report, figure.span.end)
  );
}

/** 学生均已, 学校均设, 个人均获: 均 means all of them there, not a mean; 小学生均 is a mean again. */
const MEAN = /(?:[年月日班园户]|(?<!学)校|(?<!个)人|(?<!(?<!小)学)生)均(?!已|设|有|得|享|获|能|可|在|被|纳)/;

/** 年均162名, 每所学校30名, 七、八、九年级均为12个班, 650元/生: an amount of each is no part of what they have together. */
export function isEach(report: Report, row: Row): boolean {
  const clause = clauseOf(row);
  if (/每|平均/.test(clause) || /均(?:分别|依次)?(?:为|是|有)?$/.test(clause)) return true;
  if (MEAN.test(clause)) return true;
  return isPerUnit(report, firstOf(row).span.end);
}

/** 元/生, 元每生. */
function isPerUnit(report: Report, end: number): boolean {
  return /^(?:[/／]|每[生人校班年月])/.test(report.manuscript.text.slice(end, end + 2));
}

/** 35岁及以下1014人, 46—55人的班318个: a band says which of them the next number counts. */
function isBand(report: Report, total: Figure, row: Row, next: Row | undefined): boolean {
  return (
    next !== undefined &&
    !sameUnit(firstOf(row).unit, total.unit) &&
    sameUnit(firstOf(next).unit, total.unit) &&
    !/[，,、；;。：:（）()]/.test(gapOf(report, next))
  );
}

/** 占规划1.45亿元的97.9%, 10项指标中有9项: the whole of what is told next. */
export function isWholeOfShare(report: Report, row: Row): boolean {
  return isComparedWith(report, row) || /^[^，,。；;、\d]{0,6}中(?:[，,]|有\d)/.test(behind(report, row));
}

/** 占规划1.45亿元的97.9%: what stands there only to be divided by. */
export function isComparedWith(report: Report, row: Row): boolean {
  return /占[^，。；]*$/.test(clauseOf(row)) && behind(report, row).startsWith('的');
}

function behind(report: Report, row: Row): string {
  const end = row.members.at(-1)?.span.end ?? 0;
  return report.manuscript.text.slice(end, end + 12);
}

const RATES: ReadonlySet<string> = new Set(['percent', 'ratio', 'coefficient']);

/** 在校生…其中a人，占38.9%，b人，c人: what is told of a part between the parts is passed over. */
export function isRateRow(row: Row): boolean {
  const first = firstOf(row);
  return row.role === 'share' || row.role === 'change-rate' || (isFigure(first) && RATES.has(first.kind));
}

/** A list of parts ends with its sentence part, unless what follows is known to belong with the parts before. */
function endsList(report: Report, row: Row, before: readonly Row[]): boolean {
  const gap = gapOf(report, row);
  if (AMONG.test(gap) || /共计|合计|同比|比上年/.test(gap)) return true;
  if (before.length > 1 && /(?:^|[，,；;])\s*[总一]?共有?$/.test(gap)) return true;
  return /[。；;]/.test(gap) && !isComposition([...before, row]);
}

/** 其中小学a平方米，生均b平方米；初中c平方米，…: a bare stage goes on with the list of stages. */
function isNextStage(row: Row, before: readonly Row[]): boolean {
  return [...before, row].every(isBareStage) && before.every((part) => part.stages[0] !== row.stages[0]);
}

function isBareStage(row: Row): boolean {
  return row.stages.length === 1 && row.stages[0] !== null && stageList(ownClause(row)).rest === '';
}

function ownClause(row: Row): string {
  return clauseOf(row).replace(/^其中[:：]?/, '');
}

const LEAST_HEADS = 3;
const RANKS = /^(?:国家|全国|部|省|市|区|县|镇|乡|校|国际)级|^[一二三四特]等奖/;

/** Parts that look like all of them: each stage, each kind of schooling, the heads of a sum of money. */
export function isExhaustive(report: Report, total: Figure, rows: readonly Row[]): boolean {
  // 其中…全部达标；另有8所基本达标: the rest is told behind
  if (
    /^[^。]{0,60}(?:另有|另外|其余|还有|剩余|其他)/.test(
      report.manuscript.text.slice(rows.at(-1)?.members.at(-1)?.span.end),
    )
  )
    return false;
  if (isPartition(total, rows) || isComposition(rows)) return true;
  if (rows.flatMap((row) => row.members).length < LEAST_HEADS) return false;
  if (total.kind === 'money' || total.kind === 'score') return true;
  const stages = new Set(rows.flatMap((row) => (row.stages.length === 1 ? [row.stages[0]] : [])));
  const compulsory = rows.some((row) => /义务教育/.test(clauseOf(row)));
  return (
    (stages.has('小学') && stages.has('初中')) ||
    (compulsory && stages.has('幼儿园') && stages.has('普通高中')) ||
    rows.every((row) => RANKS.test(clauseOf(row).replace(/^(?:[、和及与]|其中)+/, '')))
  );
}

/** 特教学校就读、随班就读、送教上门 make up the disabled children at school: the vocabulary knows what belongs together. */
function isComposition(rows: readonly Row[]): boolean {
  return rows.length > 1 && COMPOSITIONS.some((parts) => rows.every((row) => parts.includes(row.indicator ?? '')));
}

/** The parts carry the total's name and a stage each: 教师6374人，小学4112人，初中2262人. */
export function isPartition(total: Figure, rows: readonly Row[]): boolean {
  const stages = rows.map((row) => (row.stages.length === 1 ? row.stages[0] : null));
  return (
    total.stage === null &&
    stages.length > 1 &&
    stages.every((stage) => stage !== null && stage !== undefined) &&
    new Set(stages).size === stages.length &&
    rows.every((row) => row.indicator === total.indicator)
  );
}
