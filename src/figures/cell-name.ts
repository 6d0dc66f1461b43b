import type { FigureKind, FigureRole, Stage } from '../model/figure.ts';
import type { HeadUnit } from '../model/table.ts';
import { periodAt } from '../quantities/period.ts';
import { unitAt } from '../quantities/unit.ts';
import { indicatorNamed, indicatorOf, scopeOnly, stageList } from '../vocabulary/index.ts';
import { type AxisHead, isClassHead, isSexHead } from './axis.ts';
import { unitsIn } from './head-unit.ts';
import { type Name, nameOf, rateOf } from './name.ts';

/** What a table's caption says of all its cells. */
export interface CaptionHead {
  readonly topic: string;
  readonly stage: Stage | null;
  readonly period: string | null;
  readonly units: readonly HeadUnit[];
  /** 全县, 各乡镇: the table lists all there are, so its total is the county's. */
  readonly whole: boolean;
  /** 小学、初中校际差异系数: the numbers are coefficients of what the headers name. */
  readonly coefficients: boolean;
}

/** What the headers make of a number. */
export interface CellName {
  readonly name: Name | null;
  readonly role: FigureRole;
  readonly stage: Stage | null;
  readonly period: string | null;
  readonly unit: string | null;
  /** Power of ten that the header's unit multiplies by. */
  readonly scale: number;
}

const NUMBER = /^(?:附?[表图]\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?[:：、.．\s]*|续表)/;
const TABLE_WORD = /(?:基本)?(?:情况)?(?:一览|统计|汇总|对比|对照|明细|分布)?(?:情况)?表?$/;

export function captionHead(caption: string, unitLine: string): CaptionHead {
  let text = caption.trim().replace(NUMBER, '').replaceAll(/\s/g, '');
  const periods: string[] = [];
  let rest = '';
  for (let offset = 0; offset < text.length; offset++) {
    const period = /[12]/.test(text[offset] ?? '') ? periodAt(text, offset) : null;
    if (!period) {
      rest += text[offset] ?? '';
      continue;
    }
    if (period.labels.length > 0) periods.push(...period.labels);
    offset = period.end - 1;
  }
  text = rest.replaceAll(/[（(][^（()）]*[）)]/g, '');
  const staged = stageList(text);
  return {
    topic: staged.rest.replace(/[:：]$/, '').replace(TABLE_WORD, ''),
    stage: staged.stages.length === 1 ? (staged.stages[0] ?? null) : null,
    period: periods.length === 1 ? (periods[0] ?? null) : null,
    units: unitsIn(unitLine),
    coefficients: /(?:差异|变异)系数(?:基本)?(?:情况)?(?:一览|统计|汇总|对比|对照|明细)?(?:情况)?表?$/.test(text),
    whole: /全[县市区旗州省校]|各|分(?:乡|镇|校|县|区|学校)|所有/.test(caption),
  };
}

const PERCENT_NAME = /(?:率|比例|比重|占比|百分比|幅度|增幅|降幅|满意度)$/;
const RATIO_NAME = /(?:师生|生师|生机|机生|班师)比$/;
const PERCENT: HeadUnit = { unit: '%', scale: 0 };

/** Names a number by its row's and its column's header; `printed` is the unit that the cell itself prints. */
export function nameCell(row: AxisHead, column: AxisHead, caption: CaptionHead, printed: string | null): CellName {
  const role = roleOf(row, column);
  const given = unitFor(row, column, caption, printed, role);
  const found = nameFor(
    row,
    column,
    caption,
    caption.coefficients ? 'coefficient' : given ? kindOf(given.unit) : null,
    role,
  );
  const unit = given ?? (caption.coefficients ? null : unitOfName(found, caption));
  const base = found;
  const name =
    base === null
      ? null
      : role === 'change-rate'
        ? rateOf(base)
        : role === 'change'
          ? ownName(`${base.label}增减数`, base.scope)
          : role === 'limit'
            ? ownName(`${base.label}限值`, base.scope)
            : base;
  return {
    name,
    role,
    stage: stageOf(row, column) ?? (row.stages.length + column.stages.length === 0 ? caption.stage : null),
    period: (column.period || row.period || caption.period) ?? null,
    unit: unit?.unit ?? null,
    scale: printed === null ? (unit?.scale ?? 0) : 0,
  };
}

function ownName(label: string, scope: string | null): Name {
  return { label, indicator: `text:${label}`, scope };
}

const ROLES: readonly FigureRole[] = ['change-rate', 'change', 'limit', 'share'];

function roleOf(row: AxisHead, column: AxisHead): FigureRole {
  return ROLES.find((role) => row.role === role || column.role === role) ?? 'level';
}

function stageOf(row: AxisHead, column: AxisHead): Stage | null {
  const stages = column.stages.length > 0 ? column.stages : row.stages;
  return stages.length === 1 ? (stages[0] ?? null) : null;
}

/** The cell's own unit, else its column's, its row's or the caption's; a rate has none but the percent sign. */
function unitFor(
  row: AxisHead,
  column: AxisHead,
  caption: CaptionHead,
  printed: string | null,
  role: FigureRole,
): HeadUnit | null {
  if (printed !== null) return { unit: printed, scale: 0 };
  if (caption.coefficients) return null;
  // what a column measures itself wins over its row's unit: 差异系数 beside 生均面积（平方米）
  if (column.units[0]) return column.units[0];
  if (column.role === 'change-rate' || column.role === 'share') return PERCENT;
  const byColumn = unitInName(column.name);
  if (byColumn) return byColumn === 'none' ? null : byColumn;
  if (row.units[0]) return row.units[0];
  if (role === 'change-rate' || role === 'share') return PERCENT;
  const byRow = unitInName(row.name);
  if (byRow) return byRow === 'none' ? null : byRow;
  // 单位：份、%: what is no rate is counted in the other
  const counted = caption.units.filter(({ unit }) => unit !== '%');
  const [only] = counted;
  // money and areas stand beside counts of things: these take it by their names
  return counted.length === 1 && only && (caption.units.length === 1 || kindOf(only.unit) === 'count') ? only : null;
}

function unitInName(name: string): HeadUnit | 'none' | null {
  if (name.endsWith('系数')) return 'none';
  if (PERCENT_NAME.test(name)) return PERCENT;
  if (name.endsWith('百分点')) return { unit: '个百分点', scale: 0 };
  return RATIO_NAME.test(name) ? { unit: '比', scale: 0 } : null;
}

export function kindOf(unit: string): FigureKind {
  return unit === '比' ? 'ratio' : (unitAt(unit, 0)?.unit.kind ?? 'count');
}

/** A number without any unit printed takes that of its name, as long as no multiplier can be missing (money is told in 万元 too). */
function unitOfName(name: Name | null, caption: CaptionHead): HeadUnit | null {
  const known = indicatorOf(name?.indicator ?? null);
  if (!known?.unit) return unitOfWord(name?.label ?? '', caption);
  const listed =
    caption.units.find((unit) => unit.unit === known.unit) ??
    caption.units.find((unit) => known.kind !== 'count' && kindOf(unit.unit) === known.kind);
  if (listed) return listed;
  return known.kind === 'money' || known.kind === 'area' ? null : { unit: known.unit, scale: 0 };
}

const AREA = /面积$/;
const MONEY = /(?:投资|经费|资金|金额|支出|收入|拨款|投入|造价|预算|工资|费用|附加|补助)(?:总?额|数)?$/;

/** 单位：万元、平方米: of the units listed, an area takes the one of areas and money the one of money. */
function unitOfWord(label: string, caption: CaptionHead): HeadUnit | null {
  const kind = AREA.test(label) ? 'area' : MONEY.test(label) ? 'money' : null;
  const fits = kind === null ? [] : caption.units.filter(({ unit }) => kindOf(unit) === kind);
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

function nameFor(
  row: AxisHead,
  column: AxisHead,
  caption: CaptionHead,
  unitKind: FigureKind | null,
  role: FigureRole,
): Name | null {
  // a growth rate is named after what grows, which is no percentage itself
  const kinds: readonly FigureKind[] =
    role === 'change-rate' || role === 'change'
      ? ['count', 'money', 'area', 'percent']
      : unitKind === null
        ? ['count', ...caption.units.map((unit) => kindOf(unit.unit))]
        : [unitKind];
  const known = (phrase: string): Name | null => {
    if (phrase === '') return null;
    for (const kind of kinds) {
      const found = knownName(phrase, kind);
      if (found) return found;
    }
    return null;
  };
  // 专任教师总数 counts what 专任教师数 counts
  const counted = (phrase: string): Name | null => known(phrase) ?? known(phrase.replace(/总数$/, '数'));
  const own = (phrase: string): Name | null => counted(phrase) ?? nameOf(phrase, kinds[0] ?? 'count');
  const r = row.name;
  const c = column.name;
  if (caption.coefficients && role === 'level' && r + c !== '' && !/系数/.test(r + c)) {
    const of = `${r}${c}差异系数`;
    return counted(of) ?? ownName(of, null);
  }
  if (r === '' && c === '') return schools(row, column) ?? own(caption.topic) ?? (isTotal(row, column) ? TOTAL : null);
  // 专任教师数 over 35岁以下, 学生数 over 男 and 女: some of what the title counts
  const within = column.among ? null : isSome(column.path.at(-1) ?? '');
  if (within !== null && c !== within && c.endsWith(within)) {
    const title = nameFor(row, { ...column, name: c.slice(0, -within.length) }, caption, unitKind, role);
    if (title && indicatorOf(title.indicator)) return scoped(title, within);
  }
  const part = column.among && column.whole !== '' && !counted(c) ? counted(column.whole) : null;
  if (row.entity && part) return scoped(scoped(part, c), r);
  if (row.entity) return scoped(own(c) ?? schools(row, column) ?? own(caption.topic), r);
  if (column.entity) return scoped(own(r) ?? own(caption.topic), c);
  const joined = r === '' || c === '' ? counted(r + c) : (counted(r + c) ?? counted(c + r));
  if (joined) return joined;
  for (const [head, other] of [
    [column, r],
    [row, c],
  ] as const) {
    // 其中：女生 narrows what it is a part of
    if (!head.among || (counted(head.name) && !isClassHead(head.name)) || head.name === head.whole) continue;
    const whole = counted(head.whole) ?? counted(other) ?? counted(other + head.whole) ?? own(head.whole + other);
    if (whole) return scoped(whole, head.name);
  }
  if (r === '' || c === '') return own(r + c);
  // only a word for a place or a group narrows the other side; 教育费附加 beside 完成率 makes another quantity of it
  const byColumn = scopeOnly(r) === null && !isClassHead(r) ? null : counted(c);
  if (byColumn) return scoped(byColumn, r);
  const byRow = scopeOnly(c) === null ? null : counted(r);
  if (byRow) return scoped(byRow, c);
  return ownName(`${r}${c}`, null);
}

/** 男, 35岁以下: a header's last part that counts some of what the parts before it count. */
function isSome(part: string): string | null {
  return isSexHead(part) || isClassHead(part) ? part : null;
}

const MOST_KNOWN = 4000;
const knownNames = new Map<string, Name | null>();

/** A long table asks for the same few names in every row. */
function knownName(phrase: string, kind: FigureKind): Name | null {
  const key = `${kind}|${phrase}`;
  const known = knownNames.get(key);
  if (known !== undefined) return known;
  const found = indicatorNamed(phrase, kind);
  const name = found ? { label: found.indicator.name, indicator: found.indicator.id, scope: found.scope } : null;
  if (knownNames.size >= MOST_KNOWN) knownNames.clear();
  knownNames.set(key, name);
  return name;
}

const TOTAL: Name = { label: '合计', indicator: 'text:合计', scope: null };

function isTotal(row: AxisHead, column: AxisHead): boolean {
  return row.total !== null || column.total !== null;
}

/** 小学（所）: a stage counted in 所 counts its schools. */
function schools(row: AxisHead, column: AxisHead): Name | null {
  const unit = (column.units[0] ?? row.units[0])?.unit;
  return unit === '所' && row.stages.length + column.stages.length > 0 ? nameOf('学校', 'count') : null;
}

function scoped(name: Name | null, scope: string): Name | null {
  return name === null ? null : { ...name, scope: name.scope === null ? scope : `${scope}${name.scope}` };
}
