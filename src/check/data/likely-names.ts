import type { Dataset } from '../../model/dataset.ts';
import type { Figure, Stage } from '../../model/figure.ts';
import { COMPUTED } from '../../standards/computed.ts';
import { PER_PUPIL_INDICATORS } from '../../standards/school-indicators.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { bareWords, nameOf, unitClass } from './names.ts';

/** A name of the workbook that the words before a figure make up, though the figure's own label does not. */
export interface LikelyName {
  /** Canonical id, see {@link nameOf}. */
  readonly id: string;
  readonly stage: Stage | null;
  /** As the workbook has it. */
  readonly name: string;
  /** Whether the words have as good as all of the name; otherwise most of it, which may confirm a number and never doubt one. */
  readonly whole: boolean;
}

/** The words that a figure stands behind, the nearest apart. */
export interface Words {
  /** The sentence before its own, in the same paragraph: 四是资助家庭经济困难学生。 */
  readonly lead: string;
  /** Its sentence up to it. */
  readonly sentence: string;
  /** What of it stands behind the last comma. */
  readonly clause: string;
  /** Ids of the names that its sentence has been about so far. */
  readonly spoken: ReadonlySet<string>;
}

/** Finds the names that the words before a figure make up, the likeliest first. */
export type LikelyNames = (figure: Figure, words: Words) => readonly LikelyName[];

interface Known {
  readonly id: string;
  readonly stage: Stage | null;
  readonly name: string;
  readonly unit: string | null;
  readonly forms: readonly string[];
}

const PIECE = 2;
/** A name of which less is found in the words than this is another's. */
const MOST = 0.7;
const ALL = 0.85;
/** Words in the names of workbooks that texts seldom repeat. */
const NEUTRAL = /会议|的/gu;

/**
 * Texts deal a name out over a sentence: 在读随迁子女1238人，在公办学校就读1194人 is the workbook's 公办学校就读随迁子女数. Finds
 * the names that can be pieced together from the words before a figure, those that take in most first; at least one piece must
 * stand in the figure's own clause, since a sentence goes on from one thing to the next.
 */
export function likelyNames(dataset: Dataset): LikelyNames {
  const names = namesIn(dataset);
  return (figure, words) => {
    const unit = unitClass(figure.unit);
    const around = `${words.lead}${words.sentence}`;
    const spoken = around.match(/小学|初中/gu)?.at(-1) ?? null;
    const found: (LikelyName & { readonly rank: number })[] = [];
    for (const { id, stage, name, unit: own, forms } of names) {
      if (own !== unit) continue;
      // a stage that the figure does not bear is the one last spoken of
      if (stage !== null && stage !== (figure.stage ?? spoken)) continue;
      let best = 0;
      for (const form of forms) {
        const share = covered(form, around, words.clause, words.spoken.has(id));
        if (share > best) best = share;
      }
      const length = Math.max(...forms.map((form) => form.length));
      if (best >= MOST)
        found.push({
          id,
          stage,
          name,
          whole: best >= ALL && (words.spoken.has(id) || isIn(forms, figure.label)),
          rank: best * 100 + length,
        });
    }
    return found.sort((a, b) => b.rank - a.rank);
  };
}

function namesIn({ data, county }: Dataset): Known[] {
  const known = new Map<string, Known>();
  const add = (id: string, stage: Stage | null, unit: string | null, name: string, forms: readonly string[]): void => {
    const key = [id, stage, unit].join('|');
    const bare = [...new Set(forms.map((form) => bareWords(form).replaceAll(NEUTRAL, '')))].filter(
      ({ length }) => length >= PIECE,
    );
    if (bare.length > 0 && !known.has(key)) known.set(key, { id, stage, unit, name, forms: bare });
  };
  for (const { indicator, stage, unit, scope } of data) {
    if (scope !== null) continue;
    const { id } = nameOf(indicator, county, null);
    const official = indicatorOf(id);
    const own = indicator.replace(/^text:/u, '').replace(/^近[一-十\d]+年(?:来)?/u, '');
    const ending = unitClass(unit) ?? '';
    const forms = official ? [official.name, ...official.aliases] : [own];
    const cut = forms.map((form) => (ending !== '' && form.endsWith(ending) ? form.slice(0, -ending.length) : form));
    const name = official?.name ?? indicator.replace(/^text:/u, '');
    add(official ? id : `${id}#${ending}`, stage, unitClass(unit), name, cut);
  }
  const perPupil = PER_PUPIL_INDICATORS.flatMap(({ id, coefficient }) => [id, coefficient]);
  for (const id of [...COMPUTED.keys(), ...perPupil]) {
    const official = indicatorOf(id);
    if (!official) continue;
    for (const stage of [null, '小学', '初中'] as const) {
      if (stage === null && perPupil.includes(id)) continue;
      add(id, stage, unitClass(official.unit), official.name, [official.name, ...official.aliases]);
    }
  }
  return [...known.values()];
}

/** How much of a name the words have, in pieces of two characters and more; nothing where the clause has none of it. */
function covered(name: string, around: string, clause: string, spoken: boolean): number {
  // a short name is no name unless it is the last that is said: 教职工空编37人
  if (name.length < PIECE * 2) return clause.endsWith(name) ? 1 : 0;
  let at = 0;
  let sum = 0;
  let near = spoken;
  while (at < name.length) {
    let length = 0;
    while (at + length < name.length && around.includes(name.slice(at, at + length + 1))) length += 1;
    if (length < PIECE) {
      at += 1;
      continue;
    }
    const piece = name.slice(at, at + length);
    near ||= pairs(piece).some((pair) => clause.includes(pair));
    sum += length;
    at += length;
  }
  return near ? sum / name.length : 0;
}

/** Whether the figure's own label has a part of the name: what its neighbours alone name may be another thing. */
function isIn(forms: readonly string[], label: string): boolean {
  return forms.some((form) => pairs(form).some((pair) => label.includes(pair)));
}

function pairs(piece: string): string[] {
  return Array.from({ length: piece.length - 1 }, (_, index) => piece.slice(index, index + PIECE));
}
