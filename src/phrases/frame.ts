import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { lex } from '../quantities/lexer.ts';
import { INDICATORS, indicatorOf } from '../vocabulary/index.ts';
import { type NameKind, nameSpans } from './names.ts';
import type { Passage } from './passages.ts';
import type { DateSlot, FigureSlot, NameSlot, Phrase, Slot } from './phrase.ts';
import type { ReportFacts } from './report-facts.ts';
import { SPAN_OF_TIME } from './tokens.ts';

/** What a slot takes the place of. */
interface Taken extends Span {
  readonly slot: Slot;
  /** A name told twice in a sentence is one slot; the name itself goes no further than this. */
  readonly same: string | null;
}

const NAME_OF: Readonly<Record<NameKind, readonly [NameSlot['kind'], string]>> = {
  county: ['place', '县名'],
  township: ['place', '乡镇名'],
  school: ['school', '学校名'],
  person: ['person', '人名'],
};

/** The frames of a report's passages: figures, dates and names taken out of the wording. */
export function framerOf(report: Report, facts: ReportFacts): (passage: Passage) => Pick<Phrase, 'frame' | 'slots'> {
  const { text } = report.manuscript;
  const rows = report.rows.flatMap((row) => row.members.map((member, index) => ({ row, member, index })));
  rows.sort((a, b) => a.member.span.start - b.member.span.start);
  const names = nameSpans(text, facts.names);
  return ({ span }) => {
    const inside = (one: Span): boolean => one.start >= span.start && one.end <= span.end;
    const taken: Taken[] = [];
    for (const { row, member, index } of rows) {
      if (!inside(member.span) || SPAN_OF_TIME.test(member.text)) continue;
      taken.push({ ...member.span, slot: figureSlot(row, member, index, facts), same: null });
    }
    for (const token of lex(text.slice(span.start, span.end))) {
      const at = { start: token.start + span.start, end: token.end + span.start };
      if (taken.some((one) => one.start < at.end && at.start < one.end)) continue;
      if (SPAN_OF_TIME.test(text.slice(at.start, at.end))) continue;
      const printed = text.slice(at.start, at.end);
      if (token.type === 'period') taken.push({ ...at, slot: dateSlot(printed, facts.year), same: printed });
      // a number that no row names: it still is somebody's number
      else taken.push({ ...at, slot: unnamedSlot(printed, token.unit, token.kind), same: null });
    }
    for (const { start, end, kind } of names) {
      if (!inside({ start, end }) || taken.some((one) => one.start < end && start < one.end)) continue;
      const [slotKind, name] = NAME_OF[kind];
      taken.push({ start, end, slot: { kind: slotKind, name }, same: text.slice(start, end) });
    }
    taken.sort((a, b) => a.start - b.start);
    return framed(text, span, taken);
  };
}

function framed(text: string, span: Span, taken: readonly Taken[]): Pick<Phrase, 'frame' | 'slots'> {
  const slots: Slot[] = [];
  const numbers = new Map<string, number>();
  let frame = '';
  let from = span.start;
  // braces are how slots are written
  const words = (to: number): string => text.slice(from, to).replaceAll('{', '｛').replaceAll('}', '｝');
  for (const { start, end, slot, same } of taken) {
    frame += words(start);
    const known = same === null ? undefined : numbers.get(same);
    const number = known ?? slots.push(slot);
    if (same !== null) numbers.set(same, number);
    frame += `{${number}}`;
    from = end;
  }
  return { frame: frame + words(span.end), slots };
}

const SHORTEST_NAME = 3;
const LONGEST_NAME = 12;
const KIND_NAMES: Readonly<Record<string, string>> = {
  money: '金额',
  area: '面积',
  percent: '比例',
  ratio: '比',
  coefficient: '系数',
  score: '得分',
  duration: '时间',
};

function figureSlot(row: Row, member: Figure | Mask, index: number, facts: ReportFacts): FigureSlot {
  const figure = 'value' in member ? member : null;
  const label = withoutNames(figure?.label ?? row.label, facts);
  const indicator = figure?.indicator ?? row.indicator;
  const stage = figure?.stage ?? row.stages[index] ?? (row.stages.length === 1 ? (row.stages[0] ?? null) : null);
  const unit = printedUnit(member.text, member.unit);
  const kind = figure?.kind ?? indicatorOf(indicator)?.kind ?? 'count';
  const period = figure?.period ?? null;
  return {
    kind: 'figure',
    name: `${stage !== null && !label.includes(stage) ? stage : ''}${readableName(label, indicator) ?? KIND_NAMES[kind] ?? '数量'}`,
    indicator: indicator?.startsWith('text:') === true ? (label === '' ? null : `text:${label}`) : indicator,
    stage,
    unit,
    figureKind: kind,
    role: figure?.role ?? row.role,
    places: /\.(\d+)/.exec(member.text)?.[1]?.length ?? 0,
    ratio: /\d\s?[:：∶]\s?\d/.test(member.text),
    scope: figure?.scope === undefined || figure.scope === null ? null : withoutNames(figure.scope, facts) || null,
    offset: offsetOf(period, facts.year),
  };
}

/** Official names, the longest first. */
const OFFICIAL = INDICATORS.flatMap(({ name, aliases }) => [name, ...aliases]).sort((x, y) => y.length - x.length);

/**
 * What a person reads in the place of a figure: the official name, or what the text calls it while that is short; its official
 * end, where it is longer (县财政安排教师培训经费); never the half of a sentence that stands before the number.
 */
function readableName(label: string, indicator: string | null): string | null {
  if (label === '') return null;
  if (indicator?.startsWith('text:') !== true) return label;
  const official = OFFICIAL.find((name) => name.length >= SHORTEST_NAME && label.endsWith(name));
  if (official !== undefined) return official;
  return label.length <= LONGEST_NAME && !/^[来的是在了共内后]|[，。都要将被把让使]/u.test(label) ? label : null;
}

function unnamedSlot(printed: string, unit: string | null, kind: FigureSlot['figureKind']): FigureSlot {
  return {
    kind: 'figure',
    name: KIND_NAMES[kind] ?? '数量',
    indicator: null,
    stage: null,
    unit: printedUnit(printed, unit),
    figureKind: kind,
    role: 'level',
    places: /\.(\d+)/.exec(printed)?.[1]?.length ?? 0,
    ratio: /\d\s?[:：∶]\s?\d/.test(printed),
    scope: null,
    offset: null,
  };
}

/** 40.88万人 → 万人; a unit that the sentence gives and the number does not print is no part of the slot. */
function printedUnit(printed: string, unit: string | null): string | null {
  const behind = /(?<=[\d０-９*_□.．多余几])[万亿千百]*[^\d０-９*_□.．:：∶—\-~～至到多余几万亿千百].*$/u.exec(
    printed,
  )?.[0];
  const multiplier = /[万亿](?=[多余几]*\D*$)/u.exec(printed)?.[0] ?? '';
  if (behind === undefined) return multiplier === '' ? null : multiplier;
  return /^[万亿]/u.test(behind) ? behind.replace(/^([万亿])[多余几]/u, '$1') : `${multiplier}${unit ?? behind}`;
}

/** A figure of the report's own time has no year printed with it. */
function offsetOf(period: string | null, year: string | null): number | null {
  if (period === null) return 0;
  const told = /(?:19|20)\d{2}/.exec(period)?.[0];
  return told === undefined || year === null ? null : Number(told) - Number(year);
}

function dateSlot(printed: string, year: string | null): DateSlot {
  const event = /[月日]|\d[-./]\d{1,2}[-./]|[:：]/u.test(printed) || !/(?:19|20)\d{2}/.test(printed);
  const form = printed.replaceAll(/(?:19|20)\d{2}/g, (told) =>
    year === null ? '<?>' : `<${Number(told) - Number(year)}>`,
  );
  return { kind: 'date', name: event ? '日期' : /学年/.test(printed) ? '学年' : '年份', form, event };
}

function withoutNames(label: string, { names }: ReportFacts): string {
  let rest = label;
  for (const [name] of names) rest = rest.replaceAll(name, '');
  return rest;
}
