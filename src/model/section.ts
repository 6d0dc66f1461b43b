import type { Span } from './span.ts';

/** 0 document title · 1 一、 · 2 （一） · 3 1. · 4 （1） · 5 一是/二是/首先… in running text. */
export type SectionLevel = 0 | 1 | 2 | 3 | 4 | 5;

/** What a section is for. */
export type SectionRole =
  | 'overview'
  | 'attainment'
  | 'measures'
  | 'features'
  | 'conclusion'
  | 'problems'
  | 'plans'
  | null;

/** Kind of document, as the contract's `kind`. */
export type DocumentKind = 'county-report' | 'congress-report' | 'briefing' | 'school-report' | 'speech' | 'other';

export interface Section {
  readonly level: SectionLevel;
  /** As printed, `一、`, `（一）`, `1.`, `一是`; empty for a title. */
  readonly marker: string;
  /** The ordinal that the marker states; null for a title. */
  readonly ordinal: number | null;
  readonly title: string;
  /** Body text follows in the same paragraph, or the heading stands inside one. */
  readonly runIn: boolean;
  readonly role: SectionRole;
  /** The title of an attachment, behind 附件1; the document's own where it is absent. Only at level 0. */
  readonly isAttachment?: true;
  /** Marker and title. */
  readonly span: Span;
  /** From the heading's start to the next heading of the same or a higher level. */
  readonly extent: Span;
}
