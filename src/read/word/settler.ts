import { ListCounters } from './counters.ts';
import type { Notices } from './notices.ts';
import { knowsFormat } from './number-formats.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphDraft } from './paragraph.ts';
import type { StyleSheet } from './styles.ts';

/** Gives paragraphs what follows from their properties: outline level and automatic number. */
export class ParagraphSettler {
  readonly #styles: StyleSheet;
  readonly #numbering: Numbering;
  readonly #notices: Notices;
  readonly #bodyCounters = new ListCounters();
  /** Word counts the lists of text boxes apart, all boxes together; the body's go on past them. */
  readonly #boxCounters = new ListCounters();

  constructor(styles: StyleSheet, numbering: Numbering, notices: Notices) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#notices = notices;
  }

  /** Once for every paragraph and in reading order, for numbers count on; not while it waits to be joined to the next. */
  settle(paragraph: ParagraphDraft, inTextBox: boolean): void {
    if (paragraph.settled || paragraph.markDeleted) return;
    paragraph.settled = true;
    const style = paragraph.style ?? this.#styles.defaultParagraphStyle;
    const own = paragraph.ownOutlineLevel;
    if (own === null) paragraph.outlineLevel = this.#styles.outlineLevel(style);
    else paragraph.outlineLevel = own >= 0 && own <= 8 ? own + 1 : null;
    this.#number(paragraph, style, inTextBox ? this.#boxCounters : this.#bodyCounters);
  }

  #number(paragraph: ParagraphDraft, style: string | null, counters: ListCounters): void {
    const styled = this.#styles.numbering(style);
    const id = paragraph.numberingId ?? styled.numberingId;
    const list = id === null ? null : this.#numbering(id);
    if (id === null || list === null) return;
    // A level of the list that names the paragraph's style goes before what the style says about its level.
    const named = styled.styles
      .map((candidate) => [...list.levels].find(([, level]) => level.style === candidate)?.[0])
      .find((level) => level !== undefined);
    const fromStyle = paragraph.numberingId === null ? (named ?? styled.level) : styled.level;
    const marker = counters.next(id, list, paragraph.level ?? fromStyle ?? 0);
    if (marker === null) return;
    if (!knowsFormat(marker.format)) this.#notices.count('format', paragraph);
    paragraph.marker = marker.text;
    paragraph.suffix = marker.suffix;
  }
}
