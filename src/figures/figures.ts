import type { Figure, FigureKind, Mask, Stage } from '../model/figure.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Row, Sentence } from '../model/report.ts';
import { lex } from '../quantities/lexer.ts';
import type { MaskToken, QuantityToken, Token } from '../quantities/token.ts';
import { indicatorNamed, indicatorOf } from '../vocabulary/index.ts';
import { changeOf, type Name, nameOf, nounAfter, phraseOf } from './name.ts';
import { type Run, runsOf } from './run.ts';

/** A run with its name and what it hands on to the runs behind it. */
interface NamedRun {
  readonly run: Run;
  readonly name: Name | null;
  /** One name a member, where 分别 deals a list of names out to them: 入学率、巩固率分别为a、b. */
  readonly names: readonly Name[] | null;
  readonly stages: readonly (Stage | null)[];
  readonly scope: string | null;
  readonly unit: string | null;
}

const SPAN_OF_TIME: Name = { label: '统计时段', indicator: 'text:统计时段', scope: null };

/**
 * Every figure of a manuscript with its name, in reading order, and the redaction marks that stand for one.
 * A name is worked out per sentence: numbers in a row share it, 分别 deals stages and years out to them, and what a clause
 * does not say it takes from the bracket's head, from the clause before, or from the run before.
 */
export function figuresOf(
  manuscript: Manuscript,
  sentences: readonly Sentence[],
  schoolStage: Stage | null,
): { figures: Figure[]; masks: Mask[]; rows: Row[] } {
  const figures: Figure[] = [];
  const masks: Mask[] = [];
  const rows: Row[] = [];
  const tokens = lex(manuscript.text);
  let next = 0;
  let series = 0;
  for (const [sentenceIndex, sentence] of sentences.entries()) {
    const own: Token[] = [];
    while (next < tokens.length && (tokens[next]?.start ?? 0) < sentence.span.end) {
      const token = tokens[next++];
      if (token && token.start >= sentence.span.start) own.push(token);
    }
    if (own.length === 0) continue;
    const runs = runsOf(manuscript.text, sentence.span, own);
    const named: NamedRun[] = [];
    for (const run of runs) named.push(nameRun(manuscript.text, run, named, runs));
    const figureOf = new Map<QuantityToken | MaskToken, Figure>();
    for (const item of named) {
      series += 1;
      const members = item.run.members.map((member, index): Figure | Mask => {
        if (member.type === 'mask') {
          const mask = {
            span: { start: member.start, end: member.end },
            text: manuscript.text.slice(member.start, member.end),
            unit: member.unit,
          };
          masks.push(mask);
          return mask;
        }
        const made = figure(manuscript.text, member, index, figures.length + 1, item, series, schoolStage);
        figures.push(made);
        figureOf.set(member, made);
        return made;
      });
      const last = item.run.head?.members.at(-1);
      rows.push({
        members,
        sentence: sentenceIndex,
        gap: item.run.gap,
        clauses: item.run.clauses,
        label: item.name?.label ?? '',
        indicator: item.name?.indicator ?? null,
        stages: item.stages,
        periods: item.run.period?.labels ?? [],
        head: last ? (figureOf.get(last) ?? null) : null,
        included: item.run.included,
      });
    }
  }
  return { figures, masks, rows };
}

function nameRun(text: string, run: Run, before: readonly NamedRun[], runs: readonly Run[]): NamedRun {
  const first = run.members[0] as QuantityToken | MaskToken;
  const own = run.clauses.at(-1) ?? '';
  const phrase = phraseOf(own, first.kind);
  const previous = before.at(-1);
  const head = run.head ? before.find((candidate) => candidate.run === run.head) : undefined;
  const sameClause = run.clauses.length === 1 && previous !== undefined;
  let name = phrase.name;
  let scope = phrase.scope ?? phrase.name?.scope ?? null;

  if (first.kind === 'duration' && isSpanOfTime(text, first)) {
    return { run, name: SPAN_OF_TIME, names: null, stages: [], scope: null, unit: null };
  }
  const noun = first.kind === 'count' && first.unit !== null ? nounAfter(text, first.end) : '';
  const nounPhrase = noun === '' ? null : phraseOf(noun, first.kind, true);
  let stages: readonly (Stage | null)[] = phrase.stages.length > 0 ? phrase.stages : (nounPhrase?.stages ?? []);
  if (phrase.change) {
    const base = name ?? clauseTopic(run, first.kind) ?? nameOfKind(before, first.kind) ?? previous?.name ?? null;
    name = base ? changeOf(base) : null;
  } else if (noun !== '') {
    name = withNoun(phrase.name, phrase.rest, noun, first.kind) ?? name;
    scope = scope ?? name?.scope ?? null;
  }
  if (name === null && head) {
    name = head.name;
    scope = join(head.scope, scope);
  }
  if (
    name === null &&
    phrase.stages.length > 0 &&
    (first.unit === '所' || first.unit === '个') &&
    previous?.name?.indicator !== 'class-count'
  ) {
    name = first.unit === '所' ? nameOf('学校', 'count') : null;
  }
  name ??= clauseTopic(run, first.kind) ?? previous?.name ?? null;
  // 小学18所（含景区2所）: a short own word in a bracket narrows the head's figure, it is no new quantity
  if (
    head?.name &&
    name?.indicator?.startsWith('text:') &&
    own.length <= 6 &&
    first.kind === head.run.members[0]?.kind &&
    (first.unit === head.run.members[0]?.unit || first.unit === null)
  ) {
    const place = phrase.rest.replace(/^(?:其中)?(?:含|包括)/, '');
    scope = join(head.scope, place === '' ? scope : place);
    name = head.name;
  }
  if (stages.length === 0) stages = inheritStages(run, phrase.name !== null, before, head, sameClause, own, text);
  if (run.qualifier && name)
    name = { ...name, indicator: `text:${name.label}（${run.qualifier}）`, label: `${name.label}（${run.qualifier}）` };
  const names = stages.length < 2 && /分别/.test(own) ? namesDealt(own, run.members.length, first.kind) : null;
  return { run, name, names, stages, scope, unit: unitFor(run, name, head, previous, runs) };
}

/** 四年来, 近三年: the time that is told of, not a quantity of anything. */
function isSpanOfTime(text: string, token: QuantityToken | MaskToken): boolean {
  if (!/[年月]$/.test(text.slice(token.start, token.end))) return false;
  const before = text.slice(Math.max(0, token.start - 2), token.start);
  const after = text.slice(token.end, token.end + 3);
  return /[近这]$|过去$|最近$|进$/.test(before) || /^(?:多?来|内|间|以来|期间|增长|平均|累计|共)/.test(after);
}

/**
 * 毛入园率、巩固率、毛入学率分别达到a、b、c: as many names as members. 教师、学生应用率 shares its noun: the bare words before
 * it narrow the last name, since nothing tells where that name's own beginning ends.
 */
function namesDealt(clause: string, count: number, kind: FigureKind): Name[] | null {
  const listed = clause
    .replace(/(?:分别|各).*$/, '')
    .split(/、|以及|和|与|及/)
    .map((part) => part.trim());
  if (count < 2 || listed.length !== count || listed.some((part) => part === '')) return null;
  const last = phraseOf(listed.at(-1) ?? '', kind, true);
  if (!last.name) return null;
  const noun = last.rest.slice(-1);
  const shared = last.name;
  return listed.map((part, index) => {
    if (index === count - 1) return shared;
    const own = part.endsWith(noun) ? phraseOf(part, kind, true).name : null;
    return (
      own ?? { label: `${shared.label}（${part}）`, indicator: `text:${shared.label}（${part}）`, scope: shared.scope }
    );
  });
}

/** A counted noun behind the unit names the figure, with the verb before it: 撤并32所学校 is not the county's 32所学校. */
function withNoun(before: Name | null, rest: string, noun: string, kind: FigureKind): Name | null {
  const bare = noun.replace(/^(?:的|左右|以上)/, '');
  if (before?.indicator && !before.indicator.startsWith('text:')) return before;
  const { rest: stageless } = phraseOf(bare, kind, true);
  if (before === null) {
    const known = indicatorNamed(bare, kind) ?? indicatorNamed(stageless, kind);
    if (known) return { label: known.indicator.name, indicator: known.indicator.id, scope: known.scope };
    return nameOf(stageless === '' ? bare : stageless, kind);
  }
  const label = `${rest === '' ? before.label : before.label}${bare}`;
  return { label, indicator: `text:${label}`, scope: before.scope };
}

/** The nearest clause before the run's own, in its gap, that names something: 生均公用经费逐年增长，初中分别为… */
function clauseTopic(run: Run, kind: FigureKind): Name | null {
  for (const clause of run.clauses.slice(0, -1).reverse()) {
    if (clause === '') continue;
    const { name } = phraseOf(clause, kind, true);
    if (name) return name;
  }
  return null;
}

function nameOfKind(before: readonly NamedRun[], kind: FigureKind): Name | null {
  return before.findLast((candidate) => candidate.run.members[0]?.kind !== kind)?.name ?? null;
}

function inheritStages(
  run: Run,
  named: boolean,
  before: readonly NamedRun[],
  head: NamedRun | undefined,
  sameClause: boolean,
  own: string,
  text: string,
): readonly (Stage | null)[] {
  if (head) return head.stages.length === 1 ? head.stages : [];
  const previous = before.at(-1);
  const dealt = /分别/.test(own) || /分别/.test(text.slice(run.gap.start, run.gap.end));
  if (dealt && run.members.length > 1) {
    // 小学591人，初中188人，分别占a和b: the runs before deal their stages out
    const single = before.slice(-run.members.length);
    if (
      single.length === run.members.length &&
      single.every((item) => item.run.members.length === 1 && item.stages.length === 1)
    ) {
      return single.map((item) => item.stages[0] ?? null);
    }
    if (previous && previous.stages.length === run.members.length) return previous.stages;
  }
  if (sameClause && previous && previous.stages.length === 1) return previous.stages;
  // 初中入学率达到100%，巩固率达到99.1%: the subject goes on until a full clause names another; 全区…, 全县… end it
  if (
    named &&
    run.members[0]?.kind === 'percent' &&
    previous?.run.members[0]?.kind === 'percent' &&
    previous.stages.length === 1 &&
    !/[；;。]/.test(text.slice(run.gap.start, run.gap.end)) &&
    run.clauses.length <= 2 &&
    !/^(?:全|我|残|进城|留守|特殊|教师|学生|公众|高中)/.test(own)
  ) {
    return previous.stages;
  }
  if (!named && previous && run.clauses.length <= 2) return previous.stages.length === 1 ? previous.stages : [];
  return [];
}

function unitFor(
  run: Run,
  name: Name | null,
  head: NamedRun | undefined,
  previous: NamedRun | undefined,
  runs: readonly Run[],
): string | null {
  const printed = run.members.findLast((member) => member.unit !== null)?.unit;
  if (printed) return printed;
  const known = indicatorOf(name?.indicator ?? null);
  if (known && known.kind !== 'count') return known.unit;
  if (/系数/.test(name?.label ?? '')) return null;
  if (/率$|比例$/.test(name?.label ?? '')) return '%';
  if (/(?:师生|生师|生机|机生|班师)比$/.test(name?.label ?? '')) return '比';
  const headUnit = head?.unit ?? head?.run.members[0]?.unit;
  if (headUnit) return headUnit;
  if (known) return known.unit;
  const before = previous?.unit ?? previous?.run.members[0]?.unit ?? null;
  if (before && previous?.run.members[0]?.kind === 'count') return before;
  const after = runs[runs.indexOf(run) + 1]?.members[0];
  return after?.type === 'quantity' && after.kind === 'count' ? after.unit : null;
}

function join(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a === b ? a : `${a}${b}`;
}

const KIND_OF_UNIT: Readonly<Record<string, FigureKind>> = {
  '%': 'percent',
  比: 'ratio',
  元: 'money',
  平方米: 'area',
  平方公里: 'area',
  分: 'score',
};

function figure(
  text: string,
  token: QuantityToken,
  index: number,
  number: number,
  named: NamedRun,
  series: number,
  schoolStage: Stage | null,
): Figure {
  const { run, stages, scope, unit } = named;
  const name = named.names?.[index] ?? named.name;
  const labels = run.period?.labels ?? [];
  const period =
    labels.length > 1
      ? labels.length === run.members.length
        ? (labels[index] ?? null)
        : (run.period?.whole ?? null)
      : (labels[0] ?? null);
  const stage =
    stages.length === run.members.length ? (stages[index] ?? null) : stages.length === 1 ? (stages[0] ?? null) : null;
  const finalUnit = token.unit ?? unit;
  return {
    id: `f${number}`,
    span: { start: token.start, end: token.end },
    text: text.slice(token.start, token.end),
    value: token.value,
    valueMax: token.valueMax,
    interval: token.interval,
    unit: finalUnit,
    kind: kindOfFigure(token, finalUnit, name),
    bound: token.bound,
    label: name?.label ?? '',
    indicator: name?.indicator ?? null,
    stage: stage ?? schoolStage,
    period,
    scope,
    series: run.members.length > 1 ? { id: series, index } : null,
    partOf: null,
  };
}

function kindOfFigure(token: QuantityToken, unit: string | null, name: Name | null): FigureKind {
  if (token.unit !== null)
    return /生机比|师生比|生师比/.test(name?.label ?? '') && token.kind === 'count' ? 'ratio' : token.kind;
  if (unit !== null) return KIND_OF_UNIT[unit] ?? 'count';
  const known = indicatorOf(name?.indicator ?? null)?.kind;
  if (known === 'coefficient' || /系数/.test(name?.label ?? '')) return 'coefficient';
  // a decimal below ten without unit is hardly ever a count
  return token.place < 0 && token.value.abs().lt(10) ? 'coefficient' : 'count';
}
