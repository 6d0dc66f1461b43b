import { expect, test } from 'vitest';
import { judgedQueries, ndcg, NUMBER_OF, STARTER } from './judged/queries.ts';
import { flexSearch, miniSearch, own, type Searcher } from './judged/searchers.ts';
import { jieba } from './segmenters.ts';

const segmenter = jieba();
const queries = judgedQueries();
/** Never tuned for: see judged/README.md. */
const late = judgedQueries('late.tsv');
const OWN = own(STARTER, segmenter);
/** Each library in the settings that serve it best and in its plain ones. */
const OTHERS: readonly (readonly [string, Searcher])[] = [
  ['MiniSearch', miniSearch(STARTER, segmenter)],
  ['MiniSearch prefix fuzzy', miniSearch(STARTER, segmenter, { prefix: true, fuzzy: 0.34 })],
  ['flexsearch', flexSearch(STARTER, segmenter)],
  ['flexsearch forward', flexSearch(STARTER, segmenter, 'forward')],
];

const mean = (searcher: Searcher, set?: 'tune' | 'hold' | 'late'): number => {
  const asked = set === 'late' ? late : queries.filter((query) => set === undefined || query.set === set);
  return asked.reduce((total, { text, grades }) => total + ndcg(searcher(text), grades), 0) / asked.length;
};

test('nDCG@10 of the judged queries is well above that of MiniSearch and flexsearch given the same words', () => {
  const lines = ([['junheng', OWN], ...OTHERS] as const).map(([name, searcher]) => {
    const told = [undefined, 'tune', 'hold', 'late'] as const;
    return `${name.padEnd(24)} ${told.map((set) => `${set ?? 'all'} ${mean(searcher, set).toFixed(3)}`).join('  ')}`;
  });
  process.stdout.write(`nDCG@10\n${lines.join('\n')}\n`);
  if (process.env['JUDGED'] !== undefined) tellEach();
  const best = Math.max(...OTHERS.map(([, searcher]) => mean(searcher)));
  expect(mean(OWN)).toBeGreaterThan(best + 0.05);
  for (const set of ['hold', 'late'] as const) {
    const bestHeld = Math.max(...OTHERS.map(([, searcher]) => mean(searcher, set)));
    expect(mean(OWN, set)).toBeGreaterThan(bestHeld + 0.05);
  }
});

test('two thirds are for tuning, one third is held out', () => {
  expect(queries).toHaveLength(60);
  expect(queries.filter(({ set }) => set === 'hold')).toHaveLength(20);
  expect(queries.filter(({ grades }) => ![...grades.values()].includes(3))).toEqual([]);
});

/** For those who work on the ranking (JUDGED=1): each tuning query with its answer and grades. */
function tellEach(): void {
  for (const { id, text, grades, set } of queries) {
    const answer = OWN(text);
    const told = answer.map((one) => `${NUMBER_OF.get(one)}:${grades.get(one) ?? 0}`).join(' ');
    const missed = [...grades].filter(([one, grade]) => grade > 1 && !answer.includes(one));
    if (set === 'tune' || process.env['JUDGED'] === 'all')
      process.stdout.write(
        `${id} ${ndcg(answer, grades).toFixed(2)} ${text} | ${told} | 缺 ${missed.map(([one, grade]) => `${NUMBER_OF.get(one)}:${grade}`).join(' ')}\n`,
      );
  }
}
