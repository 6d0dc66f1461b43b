import type { Stage } from '../model/figure.ts';
import { lastAtOrBefore } from '../model/search.ts';
import type { Section } from '../model/section.ts';
import { stagesIn } from '../vocabulary/index.ts';
import type { NamedRun } from './naming.ts';
import type { Run } from './run.ts';

/** What a stage's own pupils, staff and places are measured by; after 普通高中52所 they go on speaking of that stage. */
export const POPULATION = new Set([
  'average-class-size',
  'teaching-area-per-pupil',
  'sports-area-per-pupil',
  'equipment-value-per-pupil',
  'books-per-pupil',
  'campus-area-per-pupil',
  'building-area-per-pupil',
  'pupils',
  'entrants',
  'graduates',
  'full-time-teachers',
  'teachers',
  'class-count',
  'staff',
  'pupil-teacher-ratio',
  'teacher-pupil-ratio',
  'pupil-computer-ratio',
  'computers-per-hundred',
]);
const OTHER_SCHOOLS = /^(?:全[县市区校]|[我本][县市区]|义务教育|中小学|各级)/;
export const WHOLE_SUBJECT = /^(?:全|我|残|进城|留守|特殊|教师|学生|公众|高中|义务教育|中小学|各级)/;

/**
 * The stages of a run that names none itself: the bracket's head's, those that 分别 deals out, or the subject's that goes on.
 * `named` says whether the run has a name of its own, `indicator` which; `counted` that the name stands behind the number.
 */
export function inheritedStages(
  run: Run,
  named: boolean,
  indicator: string | null,
  before: readonly NamedRun[],
  head: NamedRun | undefined,
  text: string,
  counted: boolean,
): readonly (Stage | null)[] {
  if (head) return head.stages.length === 1 ? head.stages : [];
  const previous = before.at(-1);
  if (!previous) return [];
  const own = (run.clauses.at(-1) ?? '').replace(/^[、，,和及与]+/, '');
  const gap = text.slice(run.gap.start, run.gap.end);
  const apart = /[；;。]/.test(gap);
  if (run.members.length > 1) {
    const dealt = dealtStages(run.members.length, before);
    if (dealt && (/分别|各/.test(gap) || !named)) return dealt;
  }
  const single = previous.stages.length === 1;
  // 幼儿园45所、义务教育学校76所: other schools, which a stage's word before does not reach
  if (named && (OTHER_SCHOOLS.test(own) || isSchoolsOfTheirOwn(run, own))) return [];
  if (run.clauses.length === 1 && single) return previous.stages;
  if (!named) return run.clauses.length <= 2 && single && !(apart && counted) ? previous.stages : [];
  if (WHOLE_SUBJECT.test(own)) return [];
  // 初中入学率达到100%，巩固率达到99.1%: the subject goes on until a full clause names another
  const rates = isRate(run) && isRate(previous.run);
  if (rates && single && !apart && run.clauses.length <= 2) return previous.stages;
  if (indicator !== null && POPULATION.has(indicator))
    return commonStage(before, /[；;]/.test(gap) ? [] : segment(before, text));
  return [];
}

/** A rate or a coefficient: neither is of another stage than the ones that it stands among. */
function isRate(run: Run): boolean {
  const first = run.members[0];
  return first?.kind === 'percent' || (first?.type === 'quantity' && first.unit === null && first.place < 0);
}

/** 中等职业学校1所 behind 普通高中3所: a kind of school with its own full name; 学校 alone may be of the stage. */
function isSchoolsOfTheirOwn(run: Run, own: string): boolean {
  return run.members[0]?.unit === '所' && /[^校共有]{2}(?:学校|学院|院校|教学点)(?:共?有|共)?$/.test(own);
}

/** 小学591人，初中188人，分别占a和b: the runs before deal their stages out, or the list before does. */
function dealtStages(count: number, before: readonly NamedRun[]): readonly (Stage | null)[] | null {
  const single = before.slice(-count);
  if (single.length === count && single.every((item) => item.run.members.length === 1 && item.stages.length === 1)) {
    return single.map((item) => item.stages[0] ?? null);
  }
  // 小学、初中分别为38所、11所，共49所；在校生分别为…: the total between them has no stage to deal
  const previous = before.findLast((item) => item.run.members.length > 1 || item.stages.length > 0);
  return previous && previous.stages.length === count ? previous.stages : null;
}

/** The stage that everything in the sentence so far, or in this part of it, was about; none where it was about several. */
function commonStage(before: readonly NamedRun[], part: readonly NamedRun[]): readonly (Stage | null)[] {
  for (const runs of [before, part]) {
    const told = runs.filter((item) => item.role === 'level');
    const stages = new Set(told.map((item) => (item.stages.length === 1 ? item.stages[0] : null)));
    const [only] = stages;
    if (stages.size === 1 && only) return [only];
  }
  return [];
}

/** 初中11所，在校生8786人；小学37所，在校生…: the runs since the last ；, which speaks of one stage at a time. */
export function segment(before: readonly NamedRun[], text: string): readonly NamedRun[] {
  const start = before.findLastIndex((item) => /[；;]/.test(text.slice(item.run.gap.start, item.run.gap.end)));
  return start < 0 ? [] : before.slice(start);
}

const STAGE_TITLE = /^(?:小学|初中|普通高中|高中|学前|幼儿园|特殊)(?:教育|阶段|学校)?(?:教育)?(?:发展)?(?:情况)?$/;

/** The stage of the innermost section whose title is nothing but a stage (（一）小学, 四、特殊教育), for each offset. */
export function stageOfSections(sections: readonly Section[]): (offset: number) => Stage | null {
  const staged = sections.flatMap((section) => {
    if (section.level === 0 || !STAGE_TITLE.test(section.title)) return [];
    const stage = stagesIn(section.title.replace(/^学前$/, '学前教育').replace(/^特殊$/, '特殊教育'))[0]?.stage ?? null;
    return stage ? [{ ...section.extent, stage }] : [];
  });
  const turns = turnsOf(staged);
  return (offset) => turns[lastAtOrBefore(turns, offset, ({ at }) => at)]?.stage ?? null;
}

interface Turn {
  readonly at: number;
  readonly stage: Stage | null;
}

/** Where the stage changes, in order: sections nest, and a look back over all of them for each figure would be quadratic. */
function turnsOf(staged: readonly { readonly start: number; readonly end: number; readonly stage: Stage }[]): Turn[] {
  const turns: Turn[] = [];
  const open: { readonly end: number; readonly stage: Stage }[] = [];
  const close = (until: number): void => {
    for (let last = open.at(-1); last && last.end <= until; last = open.at(-1)) {
      open.pop();
      turns.push({ at: last.end, stage: open.at(-1)?.stage ?? null });
    }
  };
  for (const section of staged) {
    close(section.start);
    open.push(section);
    turns.push({ at: section.start, stage: section.stage });
  }
  close(Number.POSITIVE_INFINITY);
  return turns;
}
