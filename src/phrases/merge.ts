import { normalFrame, slotSignature } from './mine.ts';
import type { Phrase, PhraseSource } from './phrase.ts';

/**
 * Phrases so alike are one: Jaccard similarity of their neighbouring pairs of characters, about one changed character in ten.
 * Lower, and 中小学 merges with 中学; what differs only in marks and spaces is equal anyhow.
 */
const ALIKE = 0.82;
/** Words that turn a sentence into its contrary: phrases that differ in one of them are never alike. */
const TURNS = /[增减升降高低多少不未无非超欠缺前后上下首末]|小学|初中|高中|幼儿|以上|以下|城|乡/gu;

/** Phrases whose slots hold the same: only these can be one. */
interface Bucket {
  /** Not looked at yet: most slots of a library are those of no phrase that is added. */
  waiting: number[];
  readonly pairs: Map<number, ReadonlySet<string>>;
  /** By the pairs that alike phrases must share, see {@link prefixOf}. */
  readonly byPrefix: Map<string, number[]>;
}

/** A library's phrases while more are added: equal and nearly equal ones become one, with the sources of both. */
export class PhraseMerger {
  readonly #phrases: Phrase[] = [];
  readonly #byId = new Map<string, number>();
  readonly #buckets = new Map<string, Bucket>();

  constructor(phrases: readonly Phrase[] = []) {
    for (const phrase of phrases) this.#insert(phrase);
  }

  /** In the order in which they came first. */
  get phrases(): readonly Phrase[] {
    return this.#phrases;
  }

  /** @returns whether it was new */
  add(phrase: Phrase): boolean {
    const at = this.#byId.get(phrase.id) ?? this.#nearlyEqual(phrase);
    if (at === undefined) {
      this.#insert(phrase);
      return true;
    }
    const known = this.#phrases[at] as Phrase;
    this.#phrases[at] = { ...known, sources: joined(known.sources, phrase.sources) };
    return false;
  }

  #insert(phrase: Phrase): void {
    const at = this.#phrases.push(phrase) - 1;
    this.#byId.set(phrase.id, at);
    this.#bucketOf(phrase).waiting.push(at);
  }

  #bucketOf({ slots }: Phrase): Bucket {
    const signature = slotSignature(slots);
    let bucket = this.#buckets.get(signature);
    if (bucket === undefined) {
      bucket = { waiting: [], pairs: new Map(), byPrefix: new Map() };
      this.#buckets.set(signature, bucket);
    }
    return bucket;
  }

  #nearlyEqual(phrase: Phrase): number | undefined {
    const bucket = this.#bucketOf(phrase);
    for (const at of bucket.waiting) arrange(bucket, at, pairsOf(this.#phrases[at] as Phrase));
    bucket.waiting = [];
    const pairs = pairsOf(phrase);
    const turns = turnsOf(phrase);
    let best: number | undefined;
    let highest = ALIKE;
    for (const at of new Set(prefixOf(pairs).flatMap((pair) => bucket.byPrefix.get(pair) ?? []))) {
      const other = bucket.pairs.get(at) ?? new Set<string>();
      if (Math.min(other.size, pairs.size) < ALIKE * Math.max(other.size, pairs.size)) continue;
      const similarity = jaccard(pairs, other);
      if (similarity >= highest && turnsOf(this.#phrases[at] as Phrase) === turns) {
        highest = similarity;
        best = at;
      }
    }
    return best;
  }
}

function arrange({ pairs: known, byPrefix }: Bucket, at: number, pairs: ReadonlySet<string>): void {
  known.set(at, pairs);
  for (const pair of prefixOf(pairs)) {
    const others = byPrefix.get(pair);
    if (others === undefined) byPrefix.set(pair, [at]);
    else others.push(at);
  }
}

function pairsOf({ frame }: Phrase): Set<string> {
  const text = normalFrame(frame);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/**
 * Two sets as alike as {@link ALIKE} share at least one of the first n − ⌈ALIKE·n⌉ + 1 members of each, whatever order both are
 * sorted in (prefix filtering): so a phrase is compared with few others and not with 200,000.
 */
function prefixOf(pairs: ReadonlySet<string>): string[] {
  const length = pairs.size - Math.ceil(ALIKE * pairs.size) + 1;
  return [...pairs].sort((a, b) => scattered(a) - scattered(b) || (a < b ? -1 : 1)).slice(0, length);
}

/** An order that has nothing to do with how common a pair is; that of the characters would put the same few first. */
function scattered(pair: string): number {
  return Math.imul(pair.charCodeAt(0) * 31 + pair.charCodeAt(1), 2654435761) >>> 0;
}

function turnsOf({ frame }: Phrase): string {
  return (frame.match(TURNS) ?? []).sort().join('');
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** Two uses in one section of one report are one source that counts two. */
function joined(known: readonly PhraseSource[], more: readonly PhraseSource[]): PhraseSource[] {
  const all = [...known];
  for (const source of more) {
    const at = all.findIndex(
      (one) => one.report === source.report && one.section === source.section && one.role === source.role,
    );
    const same = all[at];
    if (same === undefined) all.push(source);
    else all[at] = { ...same, count: same.count + source.count };
  }
  return all;
}
