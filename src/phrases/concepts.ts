import { SYNONYMS } from './synonyms.ts';

/** Another way to say what is asked for, and how nearly it says it, 0 to 1. */
export interface Alternative {
  readonly form: Form;
  readonly strength: number;
}

/** Words that stand together, or with a few characters between them: 教师…不足. */
export interface Form {
  readonly words: readonly string[];
}

/** A stretch of a query that names a thing of the trade. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly Alternative[];
}

const SAME = 0.8;
const RELATED = 0.45;
/** So many characters may stand where a form is left open; more, and its words belong to different things. */
const OPEN = 12;
const MARK = /[，。；：！？,;|]/u;

interface Concept {
  readonly names: readonly Form[];
  readonly related: readonly Form[];
}

const CONCEPTS: readonly Concept[] = SYNONYMS.map((line) => {
  const [names = '', related = ''] = line.split(' ~ ');
  const forms = (text: string): Form[] =>
    text
      .split(' ')
      .filter((form) => form !== '')
      .map((form) => ({ words: form.split('…') }));
  return { names: forms(names), related: forms(related) };
});

/** Concepts by the first two characters of their names, the longest names first. */
const byHead = new Map<string, (readonly [name: Form, concept: Concept])[]>();
for (const concept of CONCEPTS) {
  for (const name of concept.names) {
    const head = (name.words[0] ?? '').slice(0, 2);
    byHead.set(head, [...(byHead.get(head) ?? []), [name, concept]]);
  }
}

/** Names of things of the trade, without those that are left open. */
export const CONCEPT_NAMES: readonly string[] = CONCEPTS.flatMap(({ names }) =>
  names.flatMap(({ words: [word = '', ...more] }) => (more.length === 0 ? [word] : [])),
);

/** The things that a text names, each with all else that it is called; what several concepts call so has the forms of all. */
export function namingsIn(text: string): Naming[] {
  const found = new Map<string, { start: number; end: number; alternatives: Map<Form, number> }>();
  for (let start = 0; start + 1 < text.length; start += 1) {
    for (const [name, { names, related }] of candidates(text, start)) {
      const end = endOf(name, text, start);
      if (end === -1) continue;
      const key = `${start} ${end}`;
      const naming = found.get(key) ?? { start, end, alternatives: new Map<Form, number>() };
      found.set(key, naming);
      for (const form of names) if (form !== name) naming.alternatives.set(form, SAME);
      for (const form of related) naming.alternatives.set(form, Math.max(RELATED, naming.alternatives.get(form) ?? 0));
    }
  }
  return [...found.values()].map(({ start, end, alternatives }) => ({
    start,
    end,
    alternatives: [...alternatives].map(([form, strength]) => ({ form, strength })),
  }));
}

function candidates(text: string, start: number): (readonly [Form, Concept])[] {
  return byHead.get(text.slice(start, start + 2)) ?? [];
}

/** Whether a text says a form. */
export function says(text: string, { words }: Form): boolean {
  const [first = ''] = words;
  if (words.length === 1) return text.includes(first);
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1))
    if (endOf({ words }, text, at) !== -1) return true;
  return false;
}

/** Where a form that begins at an offset ends; -1 where it does not stand there. */
function endOf({ words: [first = '', ...rest] }: Form, text: string, start: number): number {
  if (!text.startsWith(first, start)) return -1;
  let end = start + first.length;
  for (const word of rest) {
    const next = text.indexOf(word, end);
    if (next === -1 || next - end > OPEN || MARK.test(text.slice(end, next))) return -1;
    end = next + word.length;
  }
  return end;
}
