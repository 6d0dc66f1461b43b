import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { phraseFiller } from '../../src/draft/phrase-fill.ts';
import { check } from '../../src/jobs/check.ts';
import { initProject } from '../../src/jobs/init.ts';
import {
  parsePhraseSource,
  type Phrase,
  PHRASE_KINDS,
  phrasesOf,
  printLibrary,
  readLibrary,
  ROLES,
} from '../../src/phrases/index.ts';
import { PhraseMerger } from '../../src/phrases/merge.ts';
import { readWorkbook } from '../../src/read/workbook/index.ts';
import { indicatorOf } from '../../src/vocabulary/index.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const written = readdirSync(new URL('corpus/phrases/source/', root))
  .sort()
  .flatMap((name) => parsePhraseSource(read(`corpus/phrases/source/${name}`), name));
const phrases = written.map(({ phrase }) => phrase);
const numberOf = new Map(written.map(({ number, phrase }) => [phrase.id, number]));
const KINDS = PHRASE_KINDS.filter((kind) => kind !== 'other');

test('the library that is shipped is the one that is written', () => {
  const shipped = read('corpus/phrases/starter.jsonl');
  expect(readLibrary(shipped, 'starter.jsonl').damages).toEqual([]);
  expect(shipped === printLibrary(phrases), 'run `npm run build && node corpus/phrases/compile.js`').toBe(true);
  expect(phrasesOf(readLibrary(shipped, 'starter.jsonl'))).toEqual(phrases);
});

test('each phrase has a number of its own, more than three hundred have slots', () => {
  expect(new Set(written.map(({ number }) => number)).size).toBe(written.length);
  expect(phrases.filter(({ slots }) => slots.length > 0).length).toBeGreaterThanOrEqual(300);
});

test.each(KINDS)('%s: phrases for each role, and to open and close with', (kind) => {
  const of = (phrase: Phrase) => phrase.sources.filter((source) => source.kind === kind);
  const roles = new Set(phrases.flatMap((phrase) => of(phrase).map(({ role }) => role)));
  expect([...ROLES, null].filter((role) => !roles.has(role))).toEqual([]);
  const sections = new Set(phrases.flatMap((phrase) => of(phrase).map(({ section }) => section)));
  expect(sections).toContain('开头');
  expect(sections).toContain('结尾');
});

test('every slot is of the vocabulary or a text that says what is measured, and in a fitting unit', () => {
  const figures = phrases.flatMap(({ slots }) => slots).filter((slot) => slot.kind === 'figure');
  const unknown = figures.filter(({ indicator }) => !/^text:.{3,}/u.test(indicator ?? '') && !indicatorOf(indicator));
  expect(unknown).toEqual([]);
  const misfits = figures.filter(({ indicator, unit }) => {
    const own = indicatorOf(indicator)?.unit;
    return (
      own !== undefined &&
      !(own === null || own === '比' ? unit === null : unit?.endsWith(own) === true || isCounter(own, unit))
    );
  });
  expect(misfits.map(({ name, unit }) => `${name}：${unit}`)).toEqual([]);
});

test('no two are nearly the same', () => {
  const merger = new PhraseMerger();
  expect(phrases.filter((phrase) => !merger.add(phrase)).map(({ frame }) => frame)).toEqual([]);
});

test('filled with the sample county’s figures, each stands the check', async () => {
  const fills = new Map(
    await Promise.all(KINDS.map(async (kind) => [kind, phraseFiller(await datasetOf(kind))] as const)),
  );
  const findings: string[] = [];
  let filled = 0;
  for (const phrase of phrases) {
    for (const kind of new Set(phrase.sources.map((source) => source.kind))) {
      const told = fills.get(kind as (typeof KINDS)[number])?.(phrase);
      const text = told?.text ?? expect.fail(kind);
      if (told?.gaps.length === 0) filled += 1;
      const { result } = await check('短语.txt', new TextEncoder().encode(`一、情况\n${text}\n`), []);
      // what no data fill is told as a place to fill in
      for (const { rule, message } of result.findings)
        if (rule !== 'placeholder') findings.push(`${numberOf.get(phrase.id)} ${kind} ${message} ${text}`);
    }
  }
  expect(findings).toEqual([]);
  // most county phrases are filled wholly: slots that no data could fill would make the test say nothing
  expect(filled / phrases.reduce((total, { sources }) => total + sources.length, 0)).toBeGreaterThan(0.5);
});

async function datasetOf(kind: string) {
  const { workbook } = await initProject({
    kind: { name: 'kind.yaml', text: read(`templates/${kind}/kind.yaml`) },
    year: '2024',
    sample: { name: 'county.yaml', text: read('corpus/sample/county.yaml') },
    changes: kind === 'county-basic' ? undefined : { name: 'sample.yaml', text: read(`templates/${kind}/sample.yaml`) },
  });
  return readWorkbook('数据.xlsx', workbook);
}

/** 名 counts persons as 人 does. */
function isCounter(own: string, unit: string | null): boolean {
  return own === '人' && unit === '名';
}
