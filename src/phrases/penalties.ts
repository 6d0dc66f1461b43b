import { type Phrase, type PhraseKind, usesOf } from './phrase.ts';

/** Why a phrase fits less well than its words do. */
export interface Penalty {
  readonly reason: 'scope' | 'age' | 'leaning';
  /** Chinese, for the person who chooses. */
  readonly message: string;
  /** Points of a hundred that are taken off. */
  readonly points: number;
}

/** What the phrase is wanted for. */
export interface Purpose {
  /** The kind of the report that is written; null where nobody said. */
  readonly kind: PhraseKind | null;
  /** Its year. */
  readonly year: number | null;
}

const FOREIGN = 15;
const YEARS_FREE = 3;
const POINTS_A_YEAR = 2;
const MOST_FOR_AGE = 14;
const OUTDATED = 10;
const LEANING = 6;

/** Words that date a sentence: after these years nobody writes them of the present (see indicators.md 9.3 for the sources). */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/十二五/u, 2015],
  [/十三五/u, 2020],
  [/十四五/u, 2025],
  [/十五五/u, 2030],
  [/预算内教育经费/u, 2011],
  [/群众路线教育实践/u, 2014],
  [/校舍安全工程|校安工程/u, 2012],
  [/全面改薄/u, 2018],
  [/建档立卡|脱贫攻坚/u, 2020],
];
const SCHOOL_WORDS = /我校|本校|全校|校园内/u;
const COUNTY_WORDS = /全[县区市旗州]|我[县区市旗州]|县域|[县区市旗]委/u;
/** A beginning that leans on the sentence before it. */
const LEANS = /^(?:其中|同时|此外|另外|因此|这|该|对此|为此|其|并且?|而|也|还|但)/u;

/** What speaks against a phrase for a purpose. */
export function penaltiesOf(phrase: Phrase, { kind, year }: Purpose): Penalty[] {
  const penalties: Penalty[] = [];
  const { frame, sources } = phrase;
  if (kind !== null) {
    const school = kind === 'school';
    const foreign = sources.length > 0 && sources.every((source) => (source.kind === 'school') !== school);
    if (foreign || (school ? COUNTY_WORDS : SCHOOL_WORDS).test(frame)) {
      const message = school ? '说的是全县，不是一所学校' : '说的是一所学校，不是全县';
      penalties.push({ reason: 'scope', message, points: FOREIGN });
    }
  }
  if (year !== null) penalties.push(...agePenalties(phrase, year));
  if (phrase.form === 'sentence' && LEANS.test(frame)) {
    penalties.push({ reason: 'leaning', message: '承接上句，不能单独成句', points: LEANING });
  }
  return penalties;
}

function agePenalties({ frame, sources }: Phrase, year: number): Penalty[] {
  const dated = TIMES.find(([word, last]) => year > last && word.test(frame));
  if (dated !== undefined) {
    const word = dated[0].exec(frame)?.[0] ?? '';
    return [{ reason: 'age', message: `“${word}”到${dated[1]}年为止`, points: OUTDATED + MOST_FOR_AGE }];
  }
  const years = sources.flatMap((source) => (source.year === null ? [] : [Number(source.year)]));
  const age = years.length === 0 ? 0 : year - Math.max(...years);
  if (age <= YEARS_FREE) return [];
  const points = Math.min(MOST_FOR_AGE, POINTS_A_YEAR * (age - YEARS_FREE));
  return [{ reason: 'age', message: `最近一次用于${Math.max(...years)}年的报告`, points }];
}

/** How well a phrase has served and can serve again, 0 to 1, whatever is asked for. */
export function reusability(phrase: Phrase, standard: boolean): number {
  const length = phrase.frame.length;
  const fits = length >= 15 && length <= 120 ? 1 : 0.4;
  const used = Math.min(1, Math.log2(1 + usesOf(phrase)) / 4);
  const slots = phrase.slots.some(({ kind }) => kind === 'figure') ? 1 : 0.5;
  return 0.35 * (standard ? 1 : 0) + 0.25 * used + 0.2 * slots + 0.2 * fits;
}
