import type { FigureKind, FigureRole, Stage } from '../model/figure.ts';
import type { MaskToken, QuantityToken } from '../quantities/token.ts';
import { cutTail, indicatorNamed, indicatorOf } from '../vocabulary/index.ts';
import { type Name, nameOf, nounAfter, type Phrase, phraseOf, rateOf } from './name.ts';
import { qualified, shareOfCounted } from './qualified.ts';
import { roleOf } from './role.ts';
import type { Run } from './run.ts';
import { inheritedStages, POPULATION, segment, WHOLE_SUBJECT } from './stages.ts';
import { standing } from './standing.ts';
import { unitFor } from './unit.ts';

/** A run with its name and what it hands on to the runs behind it. */
export interface NamedRun {
  readonly run: Run;
  readonly role: FigureRole;
  readonly name: Name | null;
  /** One name a member, where 分别 deals a list of names out to them: 入学率、巩固率分别为a、b. */
  readonly names: readonly (Name | null)[] | null;
  readonly stages: readonly (Stage | null)[];
  readonly scope: string | null;
  readonly unit: string | null;
}

const SPAN_OF_TIME: Name = { label: '统计时段', indicator: 'text:统计时段', scope: null };
const RATIO_KINDS = new Set<FigureKind>(['percent', 'ratio', 'coefficient']);
/** 教师1884人，占教师总数的64%: the share is of what stands before, in what stands behind 占. */
const SHARE_OF = /^(?:均|都|各|分别|依次|约|也)*占((?![比到了])[^，。；]{2,})$/;
const PER_HEAD =
  /^(?:其中|全县|全市|全区|全校)?(生均|人均|校均|班均|师均|户均|平均每(?:个|所|人|名|生|班|校|台|套|户)?)$/;

/** Words for schools that leave none out. */
const ALL_SCHOOLS = /各级|各类|中小学|义务教育|教育机构|^学校/;

/** Works out what a run measures, from its own clause first, then from what stands before it in the sentence. */
export function nameRun(text: string, run: Run, before: readonly NamedRun[], runs: readonly Run[]): NamedRun {
  const first = run.members[0] as QuantityToken | MaskToken;
  const own = run.clauses.at(-1) ?? '';
  const head = run.head ? before.find((candidate) => candidate.run === run.head) : undefined;
  if (first.kind === 'duration' && isSpanOfTime(text, first)) {
    return { run, role: 'level', name: SPAN_OF_TIME, names: null, stages: [], scope: null, unit: null };
  }
  const last = run.members.at(-1) as QuantityToken | MaskToken;
  const role = roleOf(own, text.slice(last.end, last.end + 32), first.kind, first.unit, standing(text, run, before));
  // 占专任教师2076人的14.4%: the number is the whole's
  const phrase = phraseOf(first.kind === 'percent' ? own : own.replace(/^(?:分别|约)?占/, ''), first.kind);
  const named = namesOf(text, run, role, phrase, before, head);
  const closed = head || phrase.name || phrase.stages.length > 0 ? [] : closedBy(own, before, first);
  const scope = named.scope ?? (closed.length > 0 ? sharedScope(closed) : institutionOf(named.name, run, before, text));
  const fitting = fittingUnit(named.name, first, phrase.rest);
  let name =
    role !== 'level' ? fitting : (shareOfCounted(text, run, before) ?? qualified(text, run, before.at(-1), fitting));
  if (run.qualifier && name) {
    const label = `${name.label}（${run.qualifier}）`;
    name = { ...name, indicator: `text:${label}`, label };
  }
  if (closed.length > 0) name = totalName(closed, first.kind);
  const found = phrase.stages.length > 0 ? phrase.stages : named.stages.length > 0 ? named.stages : inGarden(name, own);
  const stages =
    found.length > 0 || (closed.length > 0 && stagesDiffer(closed)) || isTotalOfStages(own, before, first)
      ? found
      : inheritedStages(
          run,
          phrase.name !== null && role === 'level',
          name?.indicator ?? null,
          before,
          head,
          text,
          phrase.name === null && first.kind === 'count' && nounAfter(text, first.end) !== '',
        );
  const unit = unitFor(run, name, head, before.at(-1), runs);
  return { run, role, name, names: named.names, stages, scope, unit };
}

/** 在校生1874人，在园幼儿406人: the word for these pupils says of which stage they are. */
function inGarden(name: Name | null, own: string): readonly Stage[] {
  return name?.indicator === 'pupils' &&
    /(?:在园|入园)(?:幼儿|儿童)?(?:总?数|人数)?$|幼儿(?:总?数|人数)?$/.test(cutTail(own))
    ? ['幼儿园']
    : [];
}

/** 农村小学a所、农村初中b所，合计c所: the total is of the place that all its members are of. */
function sharedScope(members: readonly NamedRun[]): string | null {
  const scopes = new Set(members.map((item) => item.scope));
  return scopes.size === 1 ? (members[0]?.scope ?? null) : null;
}

/** 高于规定学历的1702人: people are no rate, whatever the rate of them is called. */
function fittingUnit(name: Name | null, first: QuantityToken | MaskToken, words: string): Name | null {
  const known = indicatorOf(name?.indicator ?? null)?.kind;
  if (!name || first.unit === null || first.kind !== 'count' || !known || !RATIO_KINDS.has(known)) return name;
  const label = words.replace(/的$/, '') || name.label;
  return { label, indicator: `text:${label}`, scope: name.scope };
}

/**
 * 中等职业学校23所，…；在校生42876人: the pupils are those of the schools that this part of the sentence is about, and those of
 * 城区小学12所 are in town.
 */
function institutionOf(name: Name | null, run: Run, before: readonly NamedRun[], text: string): string | null {
  if (!name?.indicator || !POPULATION.has(name.indicator)) return null;
  // 薄弱学校18所，学生5210人: bare 学生 goes on with the schools, where 学生总数 may be of all
  const clause = run.clauses.at(-1) ?? '';
  if (WHOLE_SUBJECT.test(clause) && !/^(?:学生|教师)$/.test(clause)) return null;
  const apart = /[；;]/.test(text.slice(run.gap.start, run.gap.end));
  const part = segment(before, text);
  const counted = (apart || part.length === 0 ? before : part).filter(
    (item) =>
      item.role === 'level' && /^[所个]$/.test(item.run.members[0]?.unit ?? '') && !item.name?.label.endsWith('班'),
  );
  const schools = counted.findLast((item) => item.name?.indicator === 'school-count');
  // 民办学校131所，…；在校生2.95万人: behind a ； only where the sentence has spoken of no other schools
  const alone = counted.every((item) => item.name?.indicator === 'school-count' && item.scope === schools?.scope);
  if (schools?.scope && (!apart || alone)) return schools.scope;
  const kind = counted[0]?.name;
  // 中心小学12所，在校生…；村小49所，在校生…
  const last = counted.at(-1);
  const own = last?.run.members[0]?.unit === '所' ? last.name : null;
  if (!apart && own?.indicator?.startsWith('text:') && !ALL_SCHOOLS.test(own.label)) return own.label;
  return kind?.indicator === 'teaching-point-count' ||
    (kind?.indicator?.startsWith('text:') && /学校|阶段|教育|中专|职中|职高|中职|技校/.test(kind.label))
    ? kind.label
    : null;
}

interface Named {
  readonly name: Name | null;
  readonly names: readonly (Name | null)[] | null;
  readonly stages: readonly Stage[];
  readonly scope: string | null;
}

function namesOf(
  text: string,
  run: Run,
  role: FigureRole,
  phrase: Phrase,
  before: readonly NamedRun[],
  head: NamedRun | undefined,
): Named {
  const first = run.members[0] as QuantityToken | MaskToken;
  const clause = run.clauses.at(-1) ?? '';
  const size = run.members.length;
  const scope = phrase.scope ?? phrase.name?.scope ?? null;
  const level = before.findLast((item) => item.role === 'level');
  if (role === 'change' || role === 'change-rate') {
    const make = (base: Name | null): Name | null =>
      base ? (role === 'change' ? amountOf(base) : rateOf(base)) : null;
    // 分别比上年增加a、b和c: what changed are the values told before, one by one
    const levels = before.filter((item) => item.role === 'level' && item.run.members.length === 1).slice(-size);
    // behind a limit the change is of what was held against it
    const own = before.at(-1)?.role === 'limit' && run.clauses.length === 1 ? null : changedIn(clause, first.kind);
    const dealt = own === null && size > 1 && levels.length === size && level?.run.members.length === 1;
    const base = own ?? clauseTopic(run, first.kind) ?? level?.name ?? before.at(-1)?.name ?? null;
    return { name: make(base), names: dealt ? levels.map((item) => make(item.name)) : null, stages: [], scope };
  }
  const whole = role === 'share' ? SHARE_OF.exec(clause)?.[1] : undefined;
  if (whole !== undefined && level?.name) {
    const label = `${level.name.label}占${cutTail(whole).replace(/的?(?:比例|比重)$/, '')}比例`;
    return { name: { label, indicator: `text:${label}`, scope: null }, names: null, stages: phrase.stages, scope };
  }
  const per = PER_HEAD.exec(clause.replace(/(?:为|达到?|约|有)+$/, ''))?.[1];
  if (per && level?.name) {
    return {
      name: nameOf(`${/每/.test(per) ? '平均每个' : per}${level.name.label}`, first.kind),
      names: null,
      stages: level.stages.length === 1 && level.stages[0] ? [level.stages[0]] : [],
      scope: level.scope,
    };
  }
  if (role === 'base') {
    const base = phraseBeforeComparison(clause, first.kind) ?? clauseTopic(run, first.kind) ?? level?.name ?? null;
    return { name: base, names: null, stages: [], scope };
  }
  if (role === 'limit') {
    const limited = clauseTopic(run, first.kind) ?? level?.name ?? phrase.name;
    return {
      name: limited ? { label: `${limited.label}限值`, indicator: `text:${limited.label}限值`, scope: null } : null,
      names: null,
      stages: [],
      scope,
    };
  }
  return levelName(text, run, phrase, before, head, scope);
}

function levelName(
  text: string,
  run: Run,
  phrase: Phrase,
  before: readonly NamedRun[],
  head: NamedRun | undefined,
  given: string | null,
): Named {
  const first = run.members[0] as QuantityToken | MaskToken;
  const own = run.clauses.at(-1) ?? '';
  const behind =
    first.unit === null ? '' : first.kind === 'count' ? nounAfter(text, first.end) : subjectAfter(text, first);
  // 占73所公办学校的83.6%: the share is no part of the noun
  const noun = /^(?:分别|约)?占/.test(own) ? behind.replace(/的.*$/, '') : behind;
  const counted = noun === '' ? null : phraseOf(noun, first.kind, true);
  const stages = counted?.stages ?? [];
  let name = noun === '' ? phrase.name : (withNoun(phrase.name, noun, first.kind) ?? phrase.name);
  let scope = given ?? name?.scope ?? null;
  if (name === null && head) {
    name = head.name;
    // 幼儿园173所（81所民办）: what narrows the head's figure may stand behind the number
    scope = join(head.scope, scope ?? counted?.scope ?? (phrase.stages.length > 0 ? null : '其中数'));
  }
  // 小学32所: a stage and 所 count its schools
  if (name === null && phrase.stages.length > 0 && first.unit === '所') name = nameOf('学校', 'count');
  name ??= clauseTopic(run, first.kind) ?? inherited(before, run) ?? topicOf(before, first.kind);
  // 小学18所（含景区2所）: a short own word in a bracket narrows the head's figure, it is no new quantity
  const sameAsHead =
    head?.name &&
    first.kind === head.run.members[0]?.kind &&
    (first.unit === head.run.members[0]?.unit || first.unit === null);
  if (sameAsHead && name?.indicator?.startsWith('text:') && own.length <= 6) {
    const place = phrase.rest.replace(/^(?:其中)?(?:含|包括)/, '');
    scope = join(head.scope, place === '' ? (scope ?? counted?.scope ?? (noun === '' ? null : noun)) : place);
    name = head.name;
  }
  const names =
    phrase.stages.length < 2 && /分别|依次|各/.test(own) ? namesDealt(own, run.members.length, first.kind) : null;
  return { name, names, stages, scope };
}

/** 其中小学71人、初中25人: a clause of a stage alone goes on with the last value of the same unit, not with a rate between. */
function inherited(before: readonly NamedRun[], run: Run): Name | null {
  const first = run.members[0];
  const fit = before.filter(
    (item) =>
      item.role === 'level' && item.run.members[0]?.kind === first?.kind && item.run.members[0]?.unit === first?.unit,
  );
  // 小学依次为a、b、c，综合为d；初中依次为…: a row goes on with the row of its length, not with the value between
  const row =
    run.members.length > 1 ? fit.findLast((item) => item.run.members.length === run.members.length) : undefined;
  return (row ?? fit.at(-1))?.name ?? null;
}

/** 14.23亿元教育支出中，…: what a sum of money is of may stand behind it, as the subject of what follows. */
function subjectAfter(text: string, first: QuantityToken | MaskToken): string {
  if (first.kind !== 'money') return '';
  return /^(?:的)?([\p{Script=Han}]{2,12})中[，,]/u.exec(text.slice(first.end, first.end + 16))?.[1] ?? '';
}

const TOTAL = /^(?:[两三四五六七八九十\d]+[项者类])?(?:合计|共计|总计|总共|共)(?:为|达到?|有)?$/;

/** 小学a所、初中b所，共c所: the members that a bare total closes, the nearest last; none where it has words of its own. */
function closedBy(own: string, before: readonly NamedRun[], first: QuantityToken | MaskToken): NamedRun[] {
  const members: NamedRun[] = [];
  if (!TOTAL.test(own)) return members;
  for (const item of before.toReversed()) {
    if (item.role !== 'level' || !item.name || item.run.head || item.run.members[0]?.unit !== first.unit) break;
    members.unshift(item);
  }
  return members.length > 1 ? members : [];
}

/** 小学部24个班、学生a人，初中部12个班、学生b人，合计36个班、c人: each total is of members that other things stand between. */
function isTotalOfStages(own: string, before: readonly NamedRun[], first: QuantityToken | MaskToken): boolean {
  const total = own.replace(/^[、和及与]+/, '') === '' ? (before.at(-1)?.run.clauses.at(-1) ?? '') : own;
  if (!TOTAL.test(total.replace(/^[全我本][县市区旗校镇乡]/, ''))) return false;
  const members = before.filter((item) => item.role === 'level' && item.run.members[0]?.unit === first.unit);
  return members.length > 1 && stagesDiffer(members.slice(-2));
}

function stagesDiffer(members: readonly NamedRun[]): boolean {
  return new Set(members.map((item) => item.stages.join())).size > 1;
}

/** 国家级培训a、省级培训b，总计c: the total of unlike members has the name that they end with, never that of the last one. */
function totalName(members: readonly NamedRun[], kind: FigureKind): Name | null {
  const names = members.flatMap((item) => item.name ?? []);
  const [opening] = names;
  if (!opening || names.every((name) => name.indicator === opening.indicator)) return opening ?? null;
  let shared = opening.label;
  for (const name of names) while (!name.label.endsWith(shared)) shared = shared.slice(1);
  shared = shared.replace(/^[级类等的]/, '');
  const named = shared.length > 1 ? nameOf(shared, kind) : null;
  if (named) return named;
  const label = `${opening.label}等${names.length}项合计`;
  return { label, indicator: `text:${label}`, scope: null };
}

/** The name told last; a span of time hands on what stood before it (生均公用经费只增不减，近三年小学依次为…). */
function topicOf(before: readonly NamedRun[], kind: FigureKind): Name | null {
  for (const item of before.toReversed()) {
    if (item.name !== SPAN_OF_TIME) return item.name;
    const topic = clauseTopic(item.run, kind);
    if (topic) return topic;
  }
  return null;
}

/** 四年来, 近三年: the time that is told of, not a quantity of anything. */
function isSpanOfTime(text: string, token: QuantityToken | MaskToken): boolean {
  if (!/[年月]$/.test(text.slice(token.start, token.end))) return false;
  const before = text.slice(Math.max(0, token.start - 2), token.start);
  const after = text.slice(token.end, token.end + 3);
  return (
    /[近这]$|过去$|最近$|进$/.test(before) ||
    /^(?:多?来|内|间|以来|期间|增长|平均|累计|共|合计|总计|年均|分别)/.test(after)
  );
}

/**
 * 毛入园率、巩固率、毛入学率分别达到a、b、c: as many names as members. 教师、学生应用率 shares its noun: the bare words before
 * it narrow the last name, since nothing tells where that name's own beginning ends.
 */
function namesDealt(clause: string, count: number, kind: FigureKind): Name[] | null {
  const listed = clause
    .replace(/(?:分别|依次|各).*$/, '')
    .split(/、|以及|和|与|及/)
    .map((part) => part.trim());
  if (count < 2 || listed.length !== count || listed.some((part) => part === '')) return null;
  const last = phraseOf(listed.at(-1) ?? '', kind, true);
  const shared = last.name;
  if (!shared) return null;
  const noun = last.rest.slice(-1);
  return listed.map((part, index) => {
    if (index === count - 1) return shared;
    const own = part.endsWith(noun) ? phraseOf(part, kind, true).name : null;
    const label = `${shared.label}（${part}）`;
    return own ?? { label, indicator: `text:${label}`, scope: shared.scope };
  });
}

/** A counted noun behind the unit names the figure, with the verb before it: 撤并32所学校 is not the county's 32所学校. */
function withNoun(before: Name | null, noun: string, kind: FigureKind): Name | null {
  const words = noun.replace(/^(?:的|左右|以上)/, '');
  const found = indicatorNamed(words, kind)?.indicator;
  // 7项指标校际差异系数: what is counted are indicators, and no coefficient is
  const bare = found && found.kind !== kind && words.startsWith('指标') ? '指标' : words;
  if (before?.indicator && !before.indicator.startsWith('text:')) return before;
  const { rest: stageless } = phraseOf(bare, kind, true);
  if (before === null) {
    const known = indicatorNamed(bare, kind) ?? indicatorNamed(stageless, kind);
    if (known) return { label: known.indicator.name, indicator: known.indicator.id, scope: known.scope };
    return nameOf(stageless === '' ? bare : stageless, kind);
  }
  const label = `${before.label}${bare}`;
  return { label, indicator: `text:${label}`, scope: before.scope };
}

/** The nearest clause before the run's own, in its gap, that names something: 生均公用经费逐年增长，初中分别为… */
function clauseTopic(run: Run, kind: FigureKind): Name | null {
  for (const clause of run.clauses.slice(0, -1).reverse()) {
    if (clause === '') continue;
    const { name } = phraseOf(clause, kind, true);
    if (name && !/相比$|对比$|相较$/.test(name.label)) return name;
  }
  return null;
}

/** 生均公用经费由680元…: what is named before 由 is what the figure measures. */
function phraseBeforeComparison(clause: string, kind: FigureKind): Name | null {
  const subject = clause.replace(/(?:比|较|由|从|自)[^，。；]*$/, '');
  return subject === '' ? null : phraseOf(subject, kind).name;
}

/** What a clause says has changed: 在校生比上年增加 → 在校生; nothing where it says only by what (多3.6台, 分别比上年增加…). */
function changedIn(clause: string, kind: FigureKind): Name | null {
  const subject = clause.replace(/(?:分别)?(?<![对相师机职]|[师机班]生|占)[比较](?![例如赛重大小高低多少]).*$/, '');
  const bare = subject
    .replace(/(?:[高超多低]出|[高低]于).+$/, '')
    .replace(/(?:[高低多]|(?<!减)少)出?了?$/, '')
    .replace(/^(?:分别|前者|后者|也|又|还)+$/, '');
  return bare === '' ? null : phraseOf(bare, kind).name;
}

function amountOf(base: Name): Name {
  // 小学增加a、初中增加b: the second goes on from the first, which is a change itself
  if (base.label.endsWith('增减数')) return base;
  const label = `${base.label}增减数`;
  return { label, indicator: `text:${label}`, scope: base.scope };
}

function join(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a === b ? a : `${a}${b}`;
}
