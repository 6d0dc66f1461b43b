import type { Assessment, SchoolRuleOutcome } from '../../standards/assessment.ts';
import { nameOf } from '../../standards/amount-name.ts';
import type { AssessedCounty } from '../../standards/gap/gap-analysis.ts';
import type { SchoolPlan } from '../../standards/gap/school-plan.ts';
import type { ItemOutcome } from '../../standards/item-outcomes.ts';
import type { WorkSum } from '../../standards/work.ts';
import { additionTexts, excessText, missedText, namesText } from './gap-print.ts';
import { printed, verdictText } from './print.ts';

/** A cell of a part: its text, and how it reads. */
export interface PartCell {
  readonly text: string;
  readonly mood?: 'missed' | 'met' | 'hint';
}

/** A piece of the result that text, page and workbook show alike: a table with what stands before and after it. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Whole sentences before the table. */
  readonly intro: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PartCell[])[];
  readonly notes: readonly string[];
  /** Widths of the columns in a workbook. */
  readonly widths: readonly number[];
}

const MOODS = { holds: 'met', broken: 'missed', review: 'hint', unassessable: 'hint' } as const;
/** Names told before “等”. */
const MANY = 8;

/** What a standard has besides limits and coefficients: the gate, the work scores, the years, the items, the reliefs. */
export function indicatorParts(result: AssessedCounty): Part[] {
  return [gatePart, workPart, yearsPart, itemsPart, reliefPart].flatMap((of) => of(result) ?? []);
}

function gatePart({ assessment, gaps }: AssessedCounty): Part | null {
  const { gate } = assessment;
  if (gate === null) return null;
  const intro = gate.stages.map(({ stage, schools, rate, rule }) => {
    const count = (verdict: SchoolRuleOutcome['verdict']) => schools.filter((one) => one.verdict === verdict).length;
    const others = (['broken', 'review', 'unassessable'] as const)
      .filter((verdict) => count(verdict) > 0)
      .map((verdict) => `${count(verdict)}所${verdictText(verdict)}`);
    const share = rate === null ? '达标率还不能计算' : `达标率${printed(rate, 2)}%`;
    return `${stage}（${rule.clause}）：${schools.length}所中${count('holds')}所达到${others.length === 0 ? '' : `，${others.join('，')}`}，${share}。`;
  });
  const plans = new Map(gaps.gate.schools.map((plan) => [plan.school, plan]));
  const rows = gate.stages.flatMap(({ stage, schools }) =>
    schools
      .filter(({ verdict, missed }) => verdict !== 'holds' || missed.length > 0)
      .map(({ school, met, of, verdict, because }): PartCell[] => {
        const plan = plans.get(school);
        return [
          { text: stage },
          { text: school.name },
          { text: `${met}/${of}` },
          { text: verdictText(verdict), mood: MOODS[verdict] },
          { text: [plan === undefined ? '' : shortText(plan), because ?? ''].filter((text) => text !== '').join('；') },
          { text: plan === undefined || verdict === 'holds' ? '' : additionTexts(plan).join('、') },
        ];
      }),
  );
  return {
    id: 'gate',
    title: '省定办学基本标准逐校核对',
    intro,
    headings: ['学段', '学校', '达到项数', '结论', '没有达到的项目', '至少需要补足'],
    rows,
    notes: gate.notes,
    widths: [8, 26, 10, 10, 60, 50],
  };
}

function shortText(plan: SchoolPlan): string {
  return [missedText(plan), ...plan.excesses.map(excessText)].filter((text) => text !== '').join('；');
}

function workPart({ assessment }: AssessedCounty): Part | null {
  const { work } = assessment;
  if (work === null) return null;
  const row = ({ group, count, points, score, scored }: WorkSum): PartCell[] => [
    { text: group },
    { text: String(count) },
    { text: points?.toString() ?? '—' },
    { text: score?.toString() ?? `已评${scored}项` },
    {
      text: points === null || score === null || points.isZero() ? '—' : `${printed(score.times(100).div(points), 1)}%`,
    },
  ];
  const names = (items: readonly { readonly name: string; readonly code: string }[]) =>
    some(items.map(({ code, name }) => `${code}${name}`));
  const { points } = work.total;
  const notes = [
    ...(work.unscored.length > 0
      ? [`${work.unscored.length}项还没有评分，总分不能计算：${names(work.unscored)}。`]
      : []),
    ...(work.overScored.length > 0 ? [`自评分大于分值：${names(work.overScored)}。`] : []),
    ...(points === null ? ['有的项目没有填写分值，满分不能计算。'] : []),
    ...(work.outOfHundred === null || points === null
      ? []
      : [`分值合计为${points.toString()}分，不是100分；自评分折合百分制为${printed(work.outOfHundred, 2)}分。`]),
    ...(work.withoutEvidence.length > 0
      ? [`${work.withoutEvidence.length}项有得分而没有填写证据材料：${names(work.withoutEvidence)}。`]
      : []),
    ...(work.missing.length > 0
      ? [
          `标准中的${work.missing.length}项在“工作自评”表中没有找到（也可能并入了其他项目，请核对）：${some(work.missing.map(({ text }) => text))}。`,
        ]
      : []),
  ];
  return {
    id: 'work',
    title: '政府推进工作自评',
    intro: [],
    headings: ['组别', '项数', '分值', '自评分', '得分率'],
    rows: [...work.groups.map(row), row(work.total)],
    notes,
    widths: [30, 10, 12, 12, 12],
  };
}

function yearsPart({ assessment }: AssessedCounty): Part | null {
  const { years } = assessment;
  if (years.length === 0) return null;
  return {
    id: 'years',
    title: '逐年核算',
    intro: [],
    headings: ['要求', '年份', '结论', '算式', '依据'],
    rows: years.map(({ name, year, verdict, arithmetic, because, clause }) => [
      { text: name },
      { text: year },
      { text: verdict === 'unassessable' ? '缺数据' : verdictText(verdict), mood: MOODS[verdict] },
      { text: [arithmetic, because ?? ''].filter((text) => text !== '').join('；') },
      { text: clause },
    ]),
    notes: ['与上一年相比的，核算三年要有四年的数。缺数据的年份既不算达到，也不算未达到。'],
    widths: [44, 8, 10, 60, 60],
  };
}

const ITEM_WORDS = { ...words('达到', '未达到'), papers: '看材料' } as const;
const VETO_WORDS = { ...words('没有触及', '触及'), papers: '看材料' } as const;

function words(holds: string, broken: string) {
  return { holds, broken, review: '待核', unassessable: '缺数据' } as const;
}

function itemsPart({ assessment }: AssessedCounty): Part | null {
  const { items, standard } = assessment;
  // one item or two beside figures of their own would only say the same again
  if (standard.coefficients.length === 0 || items.length === 0) return null;
  const count = (of: readonly ItemOutcome[], verdict: ItemOutcome['verdict']) =>
    of.filter((one) => one.verdict === verdict).length;
  const own = items.filter(({ kind }) => kind === 'item');
  const rows = items.map(({ item, kind, verdict, reasons }): PartCell[] => [
    { text: kind === 'veto' ? '一票否决' : 'group' in item ? item.group : '' },
    { text: item.text },
    // what papers prove is no doubt about the numbers, and stands uncoloured
    { text: itemWord({ item, kind, verdict }), ...(verdict === 'papers' ? {} : { mood: MOODS[verdict] }) },
    { text: reasons.length > 0 ? reasons.join('；') : 'figures' in item ? (item.figures ?? '') : '' },
  ]);
  const sum = (['holds', 'broken', 'review', 'unassessable', 'papers'] as const)
    .filter((verdict) => count(own, verdict) > 0)
    .map((verdict) => `${count(own, verdict)}项${verdict === 'papers' ? '看材料或另行核算' : ITEM_WORDS[verdict]}`);
  const unsure = items.filter(({ item }) => item.confidence !== 'certain').length;
  return {
    id: 'items',
    title: '评估项目逐项对照',
    intro: [
      `${own.length}项中：${sum.join('，')}。“看材料”的要由文件、台账证明，“另行核算”的工作簿里没有相应的数，程序都不能判断。`,
    ],
    headings: ['类别', '项目', '结论', '依据的数，或需要核算什么'],
    rows,
    notes: unsure === 0 ? [] : [`其中${unsure}项的措辞或出处没有见到原文，请与文件核对。`],
    widths: [16, 60, 10, 70],
  };
}

function itemWord({ item, kind, verdict }: Pick<ItemOutcome, 'item' | 'kind' | 'verdict'>): string {
  if (verdict === 'papers' && 'evidence' in item && item.evidence === 'figures') return '另行核算';
  return (kind === 'veto' ? VETO_WORDS : ITEM_WORDS)[verdict];
}

function reliefPart({ assessment }: AssessedCounty): Part | null {
  const { reliefs } = assessment;
  if (reliefs.length === 0) return null;
  return {
    id: 'reliefs',
    title: '可能适用的放宽情形',
    intro: ['下列学校如符合所列情形，可以按放宽后的要求对照；程序没有因此改变结论。'],
    headings: ['情形', '放宽', '没有达到的学校中可能适用的'],
    rows: reliefs.map(({ relief, schools }) => [
      { text: relief.when },
      { text: `${relief.text}${relief.confidence === 'unsure' ? '（出处没有核实）' : ''}` },
      {
        // a condition of which the school table tells nothing may concern any of them: their names would only be the list again
        text:
          relief.conditions.length === 0 && relief.value === null
            ? `${schools.length}所，是否属于这种情形要由人判断`
            : `${schools.length}所：${namesText(schools, MANY)}`,
      },
    ]),
    notes: [],
    widths: [40, 50, 60],
  };
}

/** Every school with every item of the gate, as the form's table II has it: 1 for a school that reaches the standard. */
export function gateSchoolPart({ gate }: Assessment): Part | null {
  if (gate === null || gate.stages.length === 0) return null;
  const indicators = [...new Set(gate.stages.flatMap(({ limits }) => limits.map(({ indicator }) => indicator)))];
  return {
    id: 'gate-schools',
    title: '省标各校',
    intro: [],
    headings: ['学段', '学校名称', ...indicators.map((id) => nameOf(id)), '达到项数', '达标（1）'],
    rows: gate.stages.flatMap(({ stage, limits, schools }) =>
      schools.map(({ school, met, of, verdict, outcomes }): PartCell[] => [
        { text: stage },
        { text: school.name },
        ...indicators.map((id): PartCell => {
          const found = outcomes.find(({ limit }) => limit.indicator === id);
          if (found === undefined) return { text: limits.length > 0 ? '不要求' : '' };
          if (found.actual === null) return { text: '—', mood: 'hint' };
          const text = printed(found.actual, Math.min(found.actual.decimalPlaces(), 3));
          return found.gap === null ? { text } : { text, mood: 'missed' };
        }),
        { text: `${met}/${of}` },
        { text: verdict === 'holds' ? '1' : verdict === 'broken' ? '' : verdictText(verdict) },
      ]),
    ),
    notes: [],
    widths: [8, 26, ...indicators.map(() => 14), 10, 10],
  };
}

function some(texts: readonly string[]): string {
  return texts.length > MANY ? `${texts.slice(0, MANY).join('；')}等` : texts.join('；');
}
