import type { FigureKind, FigureRole, Stage } from '../model/figure.ts';
import type { SectionRole } from '../model/section.ts';

/** The kinds of report that phrases come from: the template kinds of the program, and the rest. */
export const PHRASE_KINDS = ['county-basic', 'county-quality', 'briefing', 'congress', 'school', 'other'] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

export const ROLES = [
  'overview',
  'attainment',
  'measures',
  'features',
  'conclusion',
  'problems',
  'plans',
] as const satisfies readonly Exclude<SectionRole, null>[];

/** Where a figure stood. */
export interface FigureSlot {
  readonly kind: 'figure';
  /** Chinese, with its stage: what a person reads in the place of the number. */
  readonly name: string;
  /** As {@link Figure.indicator}. */
  readonly indicator: string | null;
  readonly stage: Stage | null;
  /** As printed, with its multiplier: 万元; null where none is printed. */
  readonly unit: string | null;
  readonly figureKind: FigureKind;
  readonly role: FigureRole;
  /** Decimal places printed. */
  readonly places: number;
  /** Printed as a:b. */
  readonly ratio: boolean;
  readonly scope: string | null;
  /** Years from the report's own: -1 the year before; null where the report's year or the figure's is not told. */
  readonly offset: number | null;
}

/** Where somebody's or something's own name stood; the name itself is kept nowhere. */
export interface NameSlot {
  readonly kind: 'place' | 'school' | 'person';
  /** 县名, 乡镇名, 学校名, 人名. */
  readonly name: string;
}

/** Where a date stood. */
export interface DateSlot {
  readonly kind: 'date';
  readonly name: string;
  /** As printed, each year in terms of the report's own: `<-2>—<0>年`; `<?>` where it is not told. */
  readonly form: string;
  /** A month or a day dates an event: next year's report tells of another one, and nothing can be filled in. */
  readonly event: boolean;
}

export type Slot = FigureSlot | NameSlot | DateSlot;

/** Where a phrase was found. */
export interface PhraseSource {
  /** Fingerprint of the report's text: the same report read twice counts once. */
  readonly report: string;
  readonly file: string;
  readonly kind: PhraseKind;
  readonly county: string | null;
  readonly year: string | null;
  /** Title of the section; empty where there is none. */
  readonly section: string;
  readonly role: SectionRole;
  /** How often it stands there. */
  readonly count: number;
}

/** A sentence or an enumerated item as a frame with slots. */
export interface Phrase {
  /** By its wording and its slots. */
  readonly id: string;
  readonly form: 'sentence' | 'item';
  /** The text with `{1}`, `{2}`… where the slots are, in the order of {@link slots}; a name told twice is one slot. */
  readonly frame: string;
  readonly slots: readonly Slot[];
  readonly sources: readonly PhraseSource[];
}

/** How often a phrase was used, over all its reports. */
export function usesOf({ sources }: Phrase): number {
  return sources.reduce((total, { count }) => total + count, 0);
}

/** A frame is standard once so many reports have it that do not depend on one another. */
export const STANDARD_FROM = 3;

/**
 * How many independent reports have the phrase. Reports of one county and year are one: the self-assessment, the briefing and
 * the report to the congress committee copy from each other. Where the county or the year is not told, a report stands for itself.
 */
export function independentReports({ sources }: Phrase): number {
  const known = (source: PhraseSource): string =>
    source.county !== null && source.year !== null ? `${source.county} ${source.year}` : source.report;
  return new Set(sources.map(known)).size;
}

export function isStandard(phrase: Phrase): boolean {
  return independentReports(phrase) >= STANDARD_FROM;
}

const PLACE = /\{(\d+)\}/g;

/** The frame with something in place of each slot. */
export function withSlots(
  { frame, slots }: Pick<Phrase, 'frame' | 'slots'>,
  told: (slot: Slot, index: number) => string,
) {
  return frame.replaceAll(PLACE, (whole, number: string) => {
    const index = Number(number) - 1;
    const slot = slots[index];
    return slot === undefined ? whole : told(slot, index);
  });
}

/** As people read it: 现有小学【小学学校数】所 */
export function readable(phrase: Pick<Phrase, 'frame' | 'slots'>): string {
  return withSlots(phrase, (slot) => `【${slot.name}${slot.kind === 'figure' && slot.unit ? `：${slot.unit}` : ''}】`);
}
