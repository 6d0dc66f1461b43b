import type { Verdict } from '../model/relation.ts';
import type { Assessment } from './assessment.ts';
import type { ItemOutcome } from './item-outcomes.ts';

/**
 * Items of one standard that another one sets out: 第B2项 asks for “三个增长”, which 教育法 defines, 第C4项 for the training funds of
 * 财教〔2006〕5号. By words and not by id, so that a province's own list of items is served as well.
 */
const LINKS: readonly { readonly words: RegExp; readonly standard: string; readonly rules: readonly string[] }[] = [
  {
    words: /三个增长/u,
    standard: 'education-law-1995',
    rules: [
      'allocation-growth',
      'cost-per-pupil-primary',
      'cost-per-pupil-junior',
      'public-funds-primary',
      'public-funds-junior',
      'teacher-pay-growth',
    ],
  },
  { words: /落实教师培训经费/u, standard: 'teacher-training-funds', rules: ['share-of-public-funds'] },
];

/** From worst to best. */
const ORDER: readonly Verdict[] = ['broken', 'review', 'unassessable', 'holds'];

/** The items that no figure of the standard itself settles, with what the other standards of the same run say of them. */
export function linkItems(assessment: Assessment, others: readonly Assessment[]): Assessment {
  const items = assessment.items.map((one) => (one.verdict === 'papers' ? linked(one, others) : one));
  return { ...assessment, items };
}

function linked(one: ItemOutcome, others: readonly Assessment[]): ItemOutcome {
  for (const { words, standard, rules } of LINKS) {
    const other = others.find((assessment) => assessment.standard.id === standard);
    if (other === undefined || !words.test(one.item.text)) continue;
    const verdicts = [
      ...other.years.filter(({ id }) => rules.includes(id)).map(({ verdict }) => verdict),
      ...other.limits.filter(({ limit }) => rules.includes(limit.id)).map(({ verdict }) => verdict),
    ];
    const worst = ORDER.find((verdict) => verdicts.includes(verdict));
    // rules that the workbook has no figure for at all were left out: the others alone do not make the item
    const isWhole = rules.every(
      (rule) => other.years.some(({ id }) => id === rule) || other.limits.some(({ limit }) => limit.id === rule),
    );
    if (worst === undefined) continue;
    const own = worst === 'holds' && !isWhole ? 'unassessable' : worst;
    // an item that nobody is sure of hints, also where the rule behind it is sure
    const verdict = own === 'broken' && one.item.confidence === 'unsure' ? 'review' : own;
    return {
      ...one,
      verdict,
      reasons: [`见《${other.standard.name}》${other.years.length > 0 ? '逐年核算' : '限值'}`],
    };
  }
  return one;
}
