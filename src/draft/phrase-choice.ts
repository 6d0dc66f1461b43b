import {
  independentReports,
  isStandard,
  normalFrame,
  pairsOfFrame,
  type Phrase,
  penaltiesOf,
  PHRASE_KINDS,
  type PhraseKind,
  type PhraseSource,
  usesOf,
} from '../phrases/index.ts';
import type { ReportKind } from './kind.ts';
import { claimsIn, isIdleTask } from './phrase-claims.ts';
import { fillPhrase, ofLevel, type OwnNames, type PhraseFigure, type PhrasePart } from './phrase-fill.ts';
import type { FilledSentence, PhraseRequest, PhraseStock, PhraseUse, Refusal, StockPhrase } from './phrase-request.ts';
import type { DataView } from './view.ts';

/** A phrase that fits, filled. */
export interface ChosenPhrase extends PhraseUse {
  readonly parts: readonly (string | PhraseFigure)[];
}

/** What the report says so far. */
export interface SaidSoFar {
  /** Its sentences. */
  readonly sentences: readonly string[];
  /** Which quantities the section tells already, as {@link quantityKey} names them. */
  readonly told: ReadonlySet<string>;
}

/** What a choice depends on besides the request. */
export interface ChoiceContext {
  readonly kind: ReportKind;
  readonly view: DataView;
  readonly names: OwnNames;
  /** 县, 区, 市 or 旗. */
  readonly level: string;
  readonly stock: PhraseStock;
  /** Ids that stand in the draft already. */
  readonly used: Set<string>;
}

/** So much of a phrase's wording in one sentence of the report: it says the same again. */
const SAYS_THE_SAME = 0.5;

/**
 * Chooses phrases for a place. Each figure is one of the data, each name one of the settings; nothing is taken that the data
 * contradict or do not bear out, that the report says already, or that has served in this draft. Standard frames come first, then
 * those used more, then the later ones, then those that tell more figures: the same data and libraries always give the same choice.
 */
export function choosePhrases(
  request: PhraseRequest,
  said: SaidSoFar,
  context: ChoiceContext,
): { readonly chosen: readonly ChosenPhrase[]; readonly refused: ReadonlyMap<Refusal, number> } {
  const chosen: ChosenPhrase[] = [];
  const refused = new Map<Refusal, number>();
  const sentences = said.sentences.map(pairsOfText);
  for (const { phrase, library } of inOrder(context.stock.phrases.filter((one) => isAsked(one, request, context)))) {
    if (chosen.length === request.count) break;
    if (context.used.has(phrase.id)) continue;
    const found = fitting(phrase, request, { ...said, pairs: sentences }, context);
    if (typeof found === 'string') {
      refused.set(found, (refused.get(found) ?? 0) + 1);
      continue;
    }
    chosen.push({ id: phrase.id, library, from: provenanceOf(phrase), parts: found });
    context.used.add(phrase.id);
    sentences.push(pairsOfText(textOfParts(found)));
  }
  return { chosen, refused };
}

/** Of the role, of this kind of report, and about what the place is about. */
function isAsked({ phrase }: StockPhrase, { role, indicator, about }: PhraseRequest, { kind }: ChoiceContext): boolean {
  const wanted = PHRASE_KINDS.find((one) => one === kind.id) ?? null;
  const school = kind.subject === 'school';
  const fits = (source: PhraseSource): boolean =>
    source.role === role && (wanted === null ? (source.kind === 'school') === school : source.kind === wanted);
  if (!phrase.sources.some(fits)) return false;
  if (indicator !== null && !phrase.slots.some((slot) => slot.kind === 'figure' && slot.indicator === indicator)) {
    return false;
  }
  // the heading that it stood under says too little: 组织领导和管理 has a sentence on recruiting
  const words = [phrase.frame, ...phrase.slots.map(({ name }) => name)];
  return about.length === 0 || about.some((word) => words.some((text) => text.includes(word)));
}

function inOrder(stock: readonly StockPhrase[]): readonly StockPhrase[] {
  const keys = new Map(
    stock.map(({ phrase }) => [
      phrase,
      [
        isStandard(phrase) ? 1 : 0,
        usesOf(phrase),
        Math.max(0, ...phrase.sources.map(({ year }) => Number(year ?? 0))),
        phrase.slots.filter(({ kind }) => kind === 'figure').length,
      ] as const,
    ]),
  );
  // sorting is stable: what is equal stays in the order of the libraries
  return [...stock].sort((a, b) => {
    const [x, y] = [keys.get(a.phrase) ?? [], keys.get(b.phrase) ?? []];
    return x.map((value, index) => (y[index] ?? 0) - value).find((difference) => difference !== 0) ?? 0;
  });
}

function fitting(
  phrase: Phrase,
  request: PhraseRequest,
  said: SaidSoFar & { readonly pairs: readonly ReadonlySet<string>[] },
  context: ChoiceContext,
): ChosenPhrase['parts'] | Refusal {
  const { view, names, level, stock } = context;
  if (stock.excluded.has(phrase.id)) return 'contradicted';
  const kind: PhraseKind = context.kind.subject === 'school' ? 'school' : 'county-basic';
  const penalties = penaltiesOf({ ...phrase, sources: [] }, { kind, year: Number(/\d{4}/.exec(view.year(0))?.[0]) });
  if (penalties.some(({ reason }) => reason === 'age')) return 'dated';
  if (penalties.length > 0) return 'name';
  const parts = fillPhrase(phrase, view, names).map((part) => (typeof part === 'string' ? ofLevel(part, level) : part));
  if (!isFilled(parts)) {
    return phrase.slots.some(
      (slot) => slot.kind === 'person' || slot.kind === 'school' || (slot.kind === 'place' && slot.name !== '县名'),
    )
      ? 'name'
      : 'data';
  }
  const whole = asSentence(parts);
  const sentence = sentenceOf(whole);
  const figures = whole.filter((part) => typeof part !== 'string');
  const pairs = pairsOfText(sentence.text);
  const same = said.pairs.some((other) => shareIn(pairs, other) >= SAYS_THE_SAME);
  const allTold = figures.length > 0 && figures.every(({ quantity }) => said.told.has(quantityKey(quantity)));
  if (same || allTold) return 'copied';
  if (isIdleTask(sentence.text, request.role, view)) return 'contradicted';
  // an intention asserts nothing; a fact needs a figure of the data, or to have stood in this county's own earlier report
  const tellsFacts = request.role !== 'plans';
  if (tellsFacts && figures.length === 0 && !isOwn(phrase, names)) return 'unproved';
  const { sound, proved } = stock.judge(sentence);
  if (!sound) return 'contradicted';
  return tellsFacts && claimsIn(sentence.text) > proved ? 'unproved' : whole;
}

function isFilled(parts: readonly PhrasePart[]): parts is readonly (string | PhraseFigure)[] {
  return parts.every((part) => typeof part === 'string' || !('gap' in part));
}

/** An item of a list ends with a semicolon, and is a sentence here. */
function asSentence(parts: readonly (string | PhraseFigure)[]): readonly (string | PhraseFigure)[] {
  const last = parts.at(-1);
  const end = typeof last === 'string' ? last.replace(/[；;，,。\s]*$/u, '。') : null;
  return end === null ? [...parts, '。'] : [...parts.slice(0, -1), end];
}

function sentenceOf(parts: readonly (string | PhraseFigure)[]): FilledSentence {
  const figures: FilledSentence['figures'][number][] = [];
  let text = '';
  for (const part of parts) {
    const start = text.length;
    text += typeof part === 'string' ? part : part.printed.text;
    if (typeof part === 'string') continue;
    figures.push({ start, end: text.length, value: part.printed.value, unit: unitRead(part) });
  }
  return { text, figures };
}

/** The unit that a reader of the printed figure tells. */
export function unitRead({ form }: PhraseFigure): string | null {
  return form.ratio === true ? '比' : form.unit;
}

export function textOfParts(parts: readonly (string | PhraseFigure)[]): string {
  return sentenceOf(parts).text;
}

function isOwn({ sources }: Phrase, { county, school }: OwnNames): boolean {
  return school === null && county !== '' && sources.some((source) => source.county === county);
}

/** Names a quantity by what it tells, whatever the form. */
export function quantityKey({ indicator, stage, period, label }: PhraseFigure['quantity']): string {
  return indicator === null ? label : `${indicator}|${stage ?? ''}|${period}`;
}

function pairsOfText(text: string): ReadonlySet<string> {
  return new Set(pairsOfFrame(normalFrame(text)));
}

function shareIn(pairs: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of pairs) if (other.has(pair)) shared += 1;
  return pairs.size === 0 ? 0 : shared / pairs.size;
}

/** The latest report that has it, and how many others. */
function provenanceOf(phrase: Phrase): string {
  const [latest] = [...phrase.sources].sort((a, b) => Number(b.year ?? 0) - Number(a.year ?? 0));
  if (latest === undefined) return '';
  const section = latest.section === '' ? '' : `《${latest.section}》`;
  const year = latest.year === null ? '' : `（${latest.year}年）`;
  const reports = independentReports(phrase);
  return `${latest.file}${section}${year}${reports > 1 ? `等${reports}份报告` : ''}`;
}
