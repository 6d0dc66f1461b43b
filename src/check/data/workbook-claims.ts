import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { exactly } from '../../quantities/interval.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import type { ToldValue } from '../claims/told-value.ts';
import { scaleOf, show } from '../operand.ts';
import { inUnitOf } from '../words.ts';
import type { CountyValue } from './county-values.ts';
import type { CountyData } from './derived-values.ts';
import { nameOf, unitClass } from './names.ts';
import { cutLike, printLike } from './print-like.ts';
import { lastYears, periodsFor, summed } from './periods.ts';
import { eachYear, LAST_YEARS, told } from './years.ts';

/** What sets a value of the workbook apart from the figure of the same name. */
export type Apart = 'period' | 'definition' | 'rounding';

/** A value of the workbook that a figure is held against, with the arithmetic behind it. */
export interface WorkbookValue extends ToldValue {
  readonly formula: string | null;
  readonly apart: Apart | null;
}

/** What the workbook tells of a figure's quantity. */
export interface Answer {
  readonly values: readonly WorkbookValue[];
  /** What could set the two apart although name, stage, period and scope are the same; null where nothing can. */
  readonly open: string | null;
  /** Of an open difference: what it may be of. */
  readonly apart: Apart | null;
  /** Whether the two are called alike only, so that a difference may well be of two things. */
  readonly likely?: boolean;
}

/** The workbook as the person named it, and the year that its undated figures and the report's are of. */
export interface Asked {
  readonly file: string;
  readonly data: CountyData;
  /** The report's own year; the workbook's where the report tells none. */
  readonly year: string;
}

const COUNTED = /列入测算/u;
const YEARS = '两三四五';
const CHANGE = /^text:.*(?:增减数|增长率)$/u;
/** 近五年新增学位5260个 */
const SPAN_SAID = /(?:近|过去|最近)([两三四五六七八九十]|\d{1,2})年/gu;
const NUMERALS = '零一二三四五六七八九十';
/** Amounts that add up over years; a count of pupils does not. */
const SUMMED_UNITS = new Set(['元', '人次', '次']);
/** Below this a count is as exact in a workbook as it is printed. */
const ROUGH = 10_000;

/** What the workbook tells of the quantity that a figure of the county tells; null where it does not have it. */
export function answerFor(figure: Figure, sentence: string, asked: Asked): Answer | null {
  const own = answerNamed(figure, figure.indicator ?? '', figure.scope, sentence, asked);
  // 新增图书127600册: a workbook has it as a name of its own
  if (own !== null || figure.scope === null) return own;
  return answerNamed(figure, `text:${figure.scope}${figure.label}`, null, sentence, asked);
}

function answerNamed(
  figure: Figure,
  indicator: string,
  scope: string | null,
  sentence: string,
  { file, data, year }: Asked,
): Answer | null {
  // a change is no value of what changed, whatever its name begins with
  if (CHANGE.test(indicator)) return null;
  const { dataset, stated } = data;
  const name = nameOf(indicator, dataset.county, scope === figure.scope ? figure.kind : null);
  const { stage } = figure;
  const ofUnit = `${name.id}#${unitClass(figure.unit) ?? ''}`;
  const id = name.id.startsWith('text:') && stated.has(ofUnit) ? ofUnit : name.id;
  const known = indicatorOf(id);
  if (known && known.kind !== figure.kind) return null;
  const open: { because: string; apart: Apart | null }[] = [];
  const values: WorkbookValue[] = [];
  const tell = (value: CountyValue | null, because: string | null = null, apart: Apart | null = null): void => {
    if (value === null || !sameUnit(known === undefined, figure.unit, value.unit)) return;
    values.push({
      value: value.value,
      interval: value.interval,
      formula: value.formula,
      place: { file, line: null, cells: value.cells, text: statedText(value.value, figure) },
      because,
      apart,
    });
  };
  const period = figure.period ?? year;
  const scoped = scope === null ? null : stated.find({ id, years: name.years, stage, scope }, period);
  if (scope !== null && scoped === null) {
    const [whole] = data.values(id, stage, period);
    const owned = period === dataset.year ? data.schools.owned(id, stage, scope) : null;
    if (owned !== null) tell(owned);
    if (owned === null && !whole?.definition?.includes(scope)) return null;
    open.push({
      because: owned === null ? `工作簿的口径是“${whole?.definition}”` : '学校表中举办者的归类可能不同',
      apart: 'definition',
    });
  }
  if (scoped) tell(scoped);
  const plain = { id, years: name.years, stage, scope: null };
  const periods = periodsFor(figure.period, period, stated.spans({ ...plain, years: 1 }), spanSaid(sentence));
  if (scoped === null && values.length === 0) {
    const years = figure.period === null ? LAST_YEARS.exec(sentence)?.[1] : undefined;
    const together = years && summed(lastYears(period, YEARS.indexOf(years) + 2).map((one) => stated.find(plain, one)));
    if (together) tell(together);
    for (const one of together ? [] : periods.same) {
      if (one.years > 1) {
        tell(stated.find({ ...plain, years: one.years }, one.period));
        continue;
      }
      const [first, ...others] = data.values(id, stage, one.period);
      // 列入测算的学校共有图书…: the sentence says itself which of the sums it means
      const meant = COUNTED.test(sentence) ? others.find(({ formula }) => formula?.startsWith('列入测算')) : undefined;
      tell(meant ?? first ?? null);
      if (meant === undefined) for (const other of others) tell(other, other.because ?? '计算的口径不同', 'definition');
      if (first === undefined && stage === null && /小学/u.test(sentence)) tell(ofBothStages(data, id, one.period));
      if (first?.loose && meant === undefined && others.length > 0) {
        open.push({ because: '学校表中是否含教学点、民办学校等，口径可能不同', apart: 'definition' });
      }
    }
    const sum = summed(eachYear(period).map((one) => stated.find(plain, one)));
    if (sum && (known?.nature === 'flow' || SUMMED_UNITS.has(figure.unit ?? ''))) tell(sum);
  }
  if (!values.some(({ because }) => because === null)) return null;
  const [first] = values as [WorkbookValue];
  for (const [other, value] of stated.periods(plain)) {
    if (periods.same.some((one) => one.period === other)) continue;
    const place = value.cells.join('、');
    tell(value, `文中的数与工作簿${told(other)}的数相同（${place}），可能没有换成${told(period)}的`, 'period');
  }
  for (const variant of otherRoundings(figure, first)) values.push(variant);
  if (periods.open !== null) open.push({ because: periods.open, apart: 'period' });
  if (figure.period === null && year !== dataset.year) {
    open.push({
      because: `文中没有写明年份，报告写的是${told(year)}，工作簿是${told(dataset.year)}的数据`,
      apart: 'period',
    });
  }
  if (id === 'school-count' && stage === null) {
    open.push({ because: '一贯制学校、完全中学和教学点是否计入，口径可能不同', apart: 'definition' });
  }
  if (known?.nature === 'flow') open.push({ because: '文中可能只是其中一项、一批或另一时段的数', apart: 'definition' });
  if (name.likely || known === undefined)
    open.push({ because: '两处的名称不完全相同，可能不是同一项', apart: 'definition' });
  return { values, open: open[0]?.because ?? null, apart: open[0]?.apart ?? null, likely: name.likely };
}

/** 小学、初中达标率均为100%: one figure for both stages, where the workbook has one value for both. */
function ofBothStages(data: CountyData, id: string, period: string): CountyValue | null {
  const [primary, junior] = (['小学', '初中'] as const).map((stage) => data.values(id, stage, period)[0]);
  if (!primary || !junior || !primary.value.eq(junior.value)) return null;
  return { ...primary, cells: [...primary.cells, ...junior.cells] };
}

/** How many years a sentence says that it tells of; null where it says none. */
function spanSaid(sentence: string): number | null {
  const word = [...sentence.matchAll(SPAN_SAID)].at(-1)?.[1];
  if (word === undefined) return null;
  return word === '两' ? 2 : NUMERALS.includes(word) ? NUMERALS.indexOf(word) : Number(word);
}

/** A value that follows from two others, as growth and shares do. */
export function derivedAnswer(figure: Figure, { file }: Asked, found: readonly (CountyValue | null)[]): Answer | null {
  const values = found.flatMap((value): WorkbookValue[] =>
    value === null
      ? []
      : [
          {
            value: value.value,
            interval: value.interval,
            formula: value.formula,
            place: { file, line: null, cells: value.cells, text: inUnitOf(value.value, figure) },
            because: null,
            apart: null,
          },
        ],
  );
  const [first] = values;
  return first ? { values: [...values, ...otherRoundings(figure, first)], open: null, apart: null } : null;
}

/** The same value cut where it should have been rounded, or a workbook that is itself filled in by 万 or 亿. */
function otherRoundings(figure: Figure, value: WorkbookValue): WorkbookValue[] {
  const found: WorkbookValue[] = [];
  const cut = cutLike(value.value, figure);
  if (cut !== null && !cut.eq(value.value)) {
    const because = '文中像是直接舍去了尾数，没有四舍五入';
    found.push({ ...value, value: cut, interval: exactly(cut), because, apart: 'rounding' });
  }
  const zeros = value.value.isInteger() && !value.value.isZero() ? trailingZeros(value.value) : 0;
  const step = new Decimal(10).pow(zeros);
  if (step.gte(ROUGH)) {
    const interval = { low: value.value.minus(step.div(2)), high: value.value.plus(step.div(2)) };
    found.push({ ...value, interval, because: '工作簿中的数可能只填到整万、整亿', apart: 'rounding' });
  }
  return found;
}

function trailingZeros(value: Decimal): number {
  return /0*$/u.exec(value.abs().toFixed(0))?.[0].length ?? 0;
}

/** A stated value whole, in the report's 万 or 亿: 1.8216万人. */
function statedText(value: Decimal, figure: Figure): string {
  const scale = scaleOf(figure);
  if (/[:：]/u.test(figure.text)) return printLike(value, figure);
  const multiplier = scale === 1e8 ? '亿' : scale === 1e4 ? '万' : '';
  return `${show(value, scale, 8)}${multiplier}${figure.unit === '比' ? '' : (figure.unit ?? '')}`;
}

/** Named by the vocabulary, a figure has the indicator's kind and any unit that a table leaves unsaid; named by words, its unit decides. */
function sameUnit(strict: boolean, a: string | null, b: string | null): boolean {
  if (unitClass(a) === unitClass(b)) return true;
  return !strict && (a === null || b === null || a === '比' || b === '比');
}
