import type { Figure } from '../model/figure.ts';
import type { Finding } from '../model/relation.ts';
import type { Report } from '../model/report.ts';

/** What a finding is about, whatever its line and its values: the same on the next run, though the text around it has changed. */
export interface FindingKey {
  readonly rule: string;
  /** Names of its figures; where it has none, the words it stands on, numbers masked. */
  readonly names: readonly string[];
  /** The sentence around it, numbers masked: tells findings of the same names apart. */
  readonly words: string;
}

const LONGEST = 60;
const NUMBERS = /[\d０-９][\d０-９.,，．]*|[〇零一二三四五六七八九十百千万亿两]+/g;

/** The key by which a decision about a finding is remembered. */
export function findingKey(report: Report, finding: Finding): FindingKey {
  const { text } = report.manuscript;
  const [place] = finding.spans;
  const words = place === undefined ? '' : masked(sentenceAround(text, place.start));
  const ids = new Set(finding.figures);
  // one relation after the other, no more than a look at each figure
  const names = report.figures.filter(({ id }) => ids.has(id)).map((figure) => nameOf(figure, text));
  const unique = [...new Set(names)].sort();
  if (unique.length > 0) return { rule: finding.rule, names: unique, words };
  // what is missing stands nowhere: all of it is told at the title, and only the message says which it is
  if (finding.type === 'missing-content') return { rule: finding.rule, names: [masked(finding.message)], words };
  return { rule: finding.rule, names: place ? [masked(text.slice(place.start, place.end))] : [], words };
}

/** Whether two keys name the same thing; the words around it may differ. */
export function sameNames(one: Omit<FindingKey, 'words'>, other: Omit<FindingKey, 'words'>): boolean {
  return (
    one.rule === other.rule &&
    one.names.length === other.names.length &&
    one.names.every((name, index) => name === other.names[index])
  );
}

function nameOf(figure: Figure, text: string): string {
  const name =
    figure.label === '' ? masked(text.slice(Math.max(0, figure.span.start - 8), figure.span.start)) : figure.label;
  const parts = [figure.scope, figure.stage, name].filter((part) => part !== null && part !== '');
  return `${parts.join('')}${figure.period === null ? '' : `（${figure.period}）`}`;
}

function sentenceAround(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('。', offset - 1), text.lastIndexOf('\n', offset - 1)) + 1;
  const end = /[。\n]|$/.exec(text.slice(offset))?.index ?? 0;
  return text.slice(start, offset + end);
}

function masked(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim().replaceAll(NUMBERS, '#').slice(0, LONGEST);
}
