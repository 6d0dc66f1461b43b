import type { Phrase, PhraseSource } from '../phrases/index.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Span } from '../model/span.ts';

/** What a section template asks the phrase library for: `{{phrases "features" count=2 indicator="…" about="…"}}`. */
export interface PhraseRequest {
  readonly role: PhraseSource['role'];
  readonly count: number;
  /** Only phrases that tell this indicator; null for any. */
  readonly indicator: string | null;
  /** Only phrases that have one of these words in them or in the name of a slot; empty for any. */
  readonly about: readonly string[];
}

/** A phrase of a library that may be taken. */
export interface StockPhrase {
  readonly phrase: Phrase;
  /** What people know its library by. */
  readonly library: string;
}

/** What the check says of a filled phrase, read as if it stood alone in the report. */
export interface PhraseVerdict {
  /** Its figures are read as they are meant, and nothing in it is contradicted or asked about. */
  readonly sound: boolean;
  /** Relations that it asserts and that hold. */
  readonly proved: number;
}

/** A filled phrase as it is held against the data. */
export interface FilledSentence {
  readonly text: string;
  readonly figures: readonly (Span & { readonly value: Decimal; readonly unit: string | null })[];
}

/** The library and what it may be used for. */
export interface PhraseStock {
  /** Each library in the order in which it was found. */
  readonly phrases: readonly StockPhrase[];
  /** The project's own check of a filled phrase. */
  readonly judge: (sentence: FilledSentence) => PhraseVerdict;
  /** Ids of phrases that the whole report was found to contradict. */
  readonly excluded: ReadonlySet<string>;
}

/** A phrase in a draft. */
export interface PhraseUse {
  readonly id: string;
  readonly library: string;
  /** Where the library has it from: `石桥.docx《主要做法》（2023年）`; several of them by the latest. */
  readonly from: string;
}

/** A phrase where it stands in a draft. */
export interface PlacedPhrase extends PhraseUse {
  readonly section: string;
  readonly sentence: string;
}

/** Why a phrase was not taken, as the person who asked for phrases is told. */
export const REFUSALS = {
  copied: '报告里已经写到',
  data: '缺少数据',
  name: '要填别处的名称',
  unproved: '没有数据可以证明',
  contradicted: '与数据不符',
  dated: '用语已经过时',
} as const;
export type Refusal = keyof typeof REFUSALS;

/** A place that asked for phrases and what it got. */
export interface PhrasePlace {
  readonly section: string;
  readonly wanted: number;
  readonly taken: number;
  /** The writer's own words stand there. */
  readonly own: boolean;
  /** How many phrases of the role could not be taken, by reason. */
  readonly refused: ReadonlyMap<Refusal, number>;
}
