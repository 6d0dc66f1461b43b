import { readdirSync, readFileSync } from 'node:fs';
import { parsePhraseSource, type Phrase } from '../../../src/phrases/index.ts';

/** A query of the judged set, see README.md beside it. */
export interface JudgedQuery {
  readonly id: string;
  readonly kind: string;
  readonly set: 'tune' | 'hold';
  readonly text: string;
  /** Grades by the phrases' ids. */
  readonly grades: ReadonlyMap<string, number>;
}

const root = new URL('../../../corpus/phrases/source/', import.meta.url);
const written = readdirSync(root)
  .sort()
  .flatMap((name) => parsePhraseSource(readFileSync(new URL(name, root), 'utf8'), name));

/** The starter library, as its sources say. */
export const STARTER: readonly Phrase[] = written.map(({ phrase }) => phrase);
export const NUMBER_OF: ReadonlyMap<string, string> = new Map(written.map(({ number, phrase }) => [phrase.id, number]));

/** The judged queries of a file of this folder. Throws where a judgement names no phrase. */
export function judgedQueries(file = 'queries.tsv'): JudgedQuery[] {
  const idOf = new Map(written.map(({ number, phrase }) => [number, phrase.id]));
  const [, ...lines] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [id = '', kind = '', set = '', text = '', ...columns] = line.split('\t');
    const grades = new Map<string, number>();
    columns.forEach((numbers, column) => {
      for (const number of numbers.split(' ').filter((one) => one !== '')) {
        const phrase = idOf.get(number);
        if (phrase === undefined) throw new Error(`${id}: no phrase ${number}`);
        grades.set(phrase, 3 - column);
      }
    });
    return { id, kind, set: set === 'hold' ? 'hold' : 'tune', text, grades };
  });
}

const DEPTH = 10;

/** nDCG@10 of one answer, 0 to 1: gain 2^grade − 1, discount log2(rank + 1); the ideal order is that of all judged phrases. */
export function ndcg(answer: readonly string[], grades: ReadonlyMap<string, number>): number {
  const ideal = gained([...grades.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : gained(answer.map((id) => grades.get(id) ?? 0)) / ideal;
}

function gained(grades: readonly number[]): number {
  return grades.slice(0, DEPTH).reduce((total, grade, at) => total + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
