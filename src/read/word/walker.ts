import { softBreak } from '../assemble.ts';
import { fault } from '../faults.ts';
import { FieldStack } from './fields.ts';
import { Notices } from './notices.ts';
import type { Numbering } from './numbering.ts';
import { ParagraphDraft, type RunSource, type SourceRange } from './paragraph.ts';
import { ParagraphSettler } from './settler.ts';
import { skipped } from './skipped.ts';
import type { StyleSheet } from './styles.ts';
import { symbolCharacter } from './symbols.ts';
import { TableTracker } from './tables.ts';
import { integerAttribute, isOn, type XmlElement, type XmlHandler, type XmlPart } from './xml.ts';

/** What follows one thread of paragraphs: the body, or one text box. */
interface Story {
  readonly fields: FieldStack;
  /** The paragraph that was open where a text box begins. */
  readonly anchor: { readonly paragraph: ParagraphDraft | null; readonly run: OpenRun | null } | null;
  /** A paragraph whose mark is deleted, waiting for the one that it goes on in. */
  waiting: ParagraphDraft | null;
}

interface OpenRun {
  readonly source: RunSource;
  readonly outer: OpenRun | null;
  style: string | null;
  hidden: boolean | null;
}

/** A mark of the body that a footnote or endnote belongs to. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly paragraph: ParagraphDraft | null;
}

/** A named bookmark; offsets into the part. */
export interface SourceBookmark {
  readonly name: string;
  readonly range: SourceRange;
}

/** Hears the events of document.xml, or of another part that holds paragraphs, and gathers them. */
export class BodyReader implements XmlHandler {
  /** In reading order: those of a text box behind the paragraph that it is anchored in. */
  readonly drafts: ParagraphDraft[] = [];
  readonly notices = new Notices();
  /** In reading order. */
  readonly references: NoteReference[] = [];
  /** Those that end as well as begin, by their ends. */
  readonly bookmarks: SourceBookmark[] = [];
  readonly #openBookmarks = new Map<string, { readonly name: string; readonly start: number }>();

  readonly #part: XmlPart;
  readonly #root: string;
  readonly #styles: StyleSheet;
  readonly #settler: ParagraphSettler;
  readonly #tables = new TableTracker();
  readonly #stories: [Story, ...Story[]] = [{ fields: new FieldStack(), anchor: null, waiting: null }];
  /** For each AlternateContent around: one of its branches has been taken. */
  readonly #alternatives: boolean[] = [];

  #paragraph: ParagraphDraft | null = null;
  #run: OpenRun | null = null;
  #properties: 'paragraph' | 'run' | 'row' | null = null;
  #runPropertiesStart = 0;
  #rowDepth = 0;
  #capture: 'text' | 'instruction' | null = null;
  #preserveAll = false;
  #preserve = false;
  /** Depth of the element with whose end skipping ends. */
  #skipping: number | null = null;

  /** @param root the element that the part must begin with */
  constructor(part: XmlPart, styles: StyleSheet, numbering: Numbering, root = 'w:document') {
    this.#part = part;
    this.#root = root;
    this.#styles = styles;
    this.#settler = new ParagraphSettler(styles, numbering, this.notices);
  }

  open(element: XmlElement): void {
    const { name } = element;
    if (element.depth === 1) {
      if (name !== this.#root) throw fault(this.#part.file, 'missing-document');
      this.#preserveAll = element.attribute('xml:space') === 'preserve';
    }
    // also where nothing shows any more: a deleted figure's mark tells that it was deleted
    this.#bookmark(element);
    if (this.#skipping !== null) return;
    if (skipped.has(name)) this.#skipping = element.depth;
    else if (this.#properties !== null) this.#openProperty(element);
    else if (!this.#openText(element)) this.#openStructure(element);
  }

  /** Everything that holds text, or holds what holds it. */
  #openStructure(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.#openParagraph(element);
        break;
      case 'w:pPr':
        this.#properties = 'paragraph';
        break;
      case 'w:r':
        this.#run = {
          source: { start: element.start, end: element.end, properties: null },
          outer: this.#run,
          style: null,
          hidden: null,
        };
        break;
      case 'w:rPr':
        this.#properties = 'run';
        this.#runPropertiesStart = element.start;
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.notices.count('insertion', this.#paragraph);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.notices.count('deletion', this.#paragraph);
        this.#skipping = element.depth;
        break;
      case 'w:tbl':
        this.#releaseWaiting();
        this.#tables.openTable();
        break;
      case 'w:tr':
        this.#tables.openRow();
        break;
      case 'w:trPr':
        this.#properties = 'row';
        this.#rowDepth = element.depth - 1;
        break;
      case 'w:tc':
        this.#tables.openCell();
        break;
      case 'w:gridSpan':
        this.#tables.widenCell(integerAttribute(element, 'w:val') ?? 1);
        break;
      case 'w:vMerge':
        if (element.attribute('w:val') !== 'restart') this.#tables.coverCell();
        break;
      case 'w:txbxContent':
        this.#openTextBox();
        break;
      case 'mc:AlternateContent':
        this.#alternatives.push(false);
        break;
      case 'mc:Choice':
        this.#openAlternative(element, element.understands(element.attribute('Requires') ?? ''));
        break;
      case 'mc:Fallback':
        this.#openAlternative(element, true);
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        this.notices.count('embedded', this.#paragraph);
        break;
    }
  }

  /** What prints by itself inside a run; false where the element is nothing of the kind. */
  #openText(element: XmlElement): boolean {
    switch (element.name) {
      case 'w:t':
      case 'm:t':
        this.#capture = 'text';
        this.#preserve = this.#preserveAll || element.attribute('xml:space') === 'preserve';
        return true;
      case 'w:tab':
      case 'w:ptab':
        this.#say('\t', element, false);
        return true;
      case 'w:br':
      case 'w:cr':
        this.#openBreak(element);
        return true;
      case 'w:noBreakHyphen':
        this.#say('-', element, false);
        return true;
      case 'm:den':
        // A fraction of a formula: without the stroke 1/2 would read 12.
        this.#say('/', element, false);
        return true;
      case 'm:sup':
        this.#say('^', element, false);
        return true;
      case 'w:sym': {
        const code = Number.parseInt(element.attribute('w:char') ?? '', 16);
        const character = symbolCharacter(element.attribute('w:font'), code);
        if (character === null) this.notices.count('symbol', this.#paragraph);
        else this.#say(character, element, false);
        return true;
      }
      case 'w:instrText':
        this.#capture = 'instruction';
        return true;
      case 'w:fldChar':
        this.#openFieldCharacter(element.attribute('w:fldCharType'));
        return true;
      case 'w:footnoteReference':
        this.#refer('footnote', element);
        return true;
      case 'w:endnoteReference':
        this.#refer('endnote', element);
        return true;
      default:
        return false;
    }
  }

  /** Inside pPr, rPr and trPr. */
  #openProperty(element: XmlElement): void {
    const { name } = element;
    if (this.#properties === 'paragraph' && this.#paragraph !== null) {
      const paragraph = this.#paragraph;
      if (name === 'w:pStyle') paragraph.style = element.attribute('w:val');
      else if (name === 'w:numId') paragraph.numberingId = element.attribute('w:val');
      else if (name === 'w:ilvl') paragraph.level = integerAttribute(element, 'w:val');
      else if (name === 'w:outlineLvl') paragraph.ownOutlineLevel = integerAttribute(element, 'w:val');
      else if (name === 'w:ins' || name === 'w:moveTo') this.notices.count('insertion', paragraph);
      else if (name === 'w:del' || name === 'w:moveFrom') {
        this.notices.count('deletion', paragraph);
        paragraph.markDeleted = true;
      }
    } else if (this.#properties === 'run' && this.#run !== null) {
      if (name === 'w:rStyle') this.#run.style = element.attribute('w:val');
      else if (name === 'w:vanish') this.#run.hidden = isOn(element);
    } else if (this.#properties === 'row') {
      if (name === 'w:gridBefore') this.#tables.skipColumns(integerAttribute(element, 'w:val') ?? 0);
      else if (name === 'w:ins') this.notices.count('insertion', this.drafts.at(-1) ?? null);
      else if (name === 'w:del') {
        this.notices.count('deletion', this.drafts.at(-1) ?? null);
        this.#tables.takeRowBack();
        this.#properties = null;
        this.#skipping = this.#rowDepth;
      }
    }
  }

  close(name: string, depth: number, end: number): void {
    if (this.#skipping !== null) {
      if (depth !== this.#skipping) return;
      this.#skipping = null;
    }
    switch (name) {
      case 'w:p':
        this.#closeParagraph(end);
        break;
      case 'w:pPr':
        this.#properties = null;
        if (this.#paragraph !== null) this.#paragraph.contentStart = end;
        if (this.#paragraph !== null) this.#settler.settle(this.#paragraph, this.#inTextBox);
        break;
      case 'w:rPr':
        if (this.#properties !== 'run') break;
        this.#properties = null;
        if (this.#run !== null) this.#run.source.properties = { start: this.#runPropertiesStart, end };
        break;
      case 'w:trPr':
        this.#properties = null;
        break;
      case 'w:r':
        if (this.#run !== null) this.#run.source.end = end;
        this.#run = this.#run?.outer ?? null;
        break;
      case 'w:tc':
        this.#releaseWaiting();
        this.#tables.closeCell();
        break;
      case 'w:tbl':
        this.#tables.close();
        break;
      case 'w:txbxContent':
        this.#closeTextBox();
        break;
      case 'w:body':
      case 'w:footnote':
      case 'w:endnote':
      case 'w:hdr':
      case 'w:ftr':
        this.#releaseWaiting();
        break;
      case 'mc:AlternateContent':
        // Among properties a choice is not followed, and was not entered.
        if (this.#properties === null) this.#alternatives.pop();
        break;
      case 'w:t':
      case 'm:t':
      case 'w:instrText':
        this.#capture = null;
        break;
    }
  }

  text(text: string, start: number, end: number): void {
    if (this.#skipping !== null || this.#capture === null) return;
    if (this.#capture === 'instruction') {
      this.#story.fields.instruct(text);
      return;
    }
    // Without xml:space="preserve" Word drops the white space at the ends, and it never shows a line end of the XML.
    // White space is that of XML: the full-width space with which paragraphs are indented stays.
    const before = this.#preserve ? 0 : (/^[ \t\r\n]+/.exec(text)?.[0].length ?? 0);
    const shown = this.#preserve ? text : text.slice(before).replace(/[ \t\r\n]+$/, '');
    if (shown === '') return;
    const after = text.length - before - shown.length;
    this.#say(shown.replaceAll(/[\r\n]/g, ' '), { start: start + before, end: end - after }, true);
  }

  get #inTextBox(): boolean {
    return this.#stories.length > 1;
  }

  get #story(): Story {
    return this.#stories.at(-1) ?? this.#stories[0];
  }

  #say(text: string, { start, end }: SourceRange, raw: boolean): void {
    const paragraph = this.#paragraph;
    if (paragraph === null) return;
    if (this.#tables.covered) this.notices.count('covered', paragraph);
    else if (this.#isHidden(paragraph)) this.notices.count('hidden', paragraph);
    else {
      const field = this.#story.fields.instructing;
      paragraph.pieces.push({ text, source: { start, end }, raw, run: this.#run?.source ?? null, field });
    }
  }

  #refer(kind: NoteReference['kind'], element: XmlElement): void {
    const id = element.attribute('w:id');
    if (id !== null) this.references.push({ kind, id, paragraph: this.#paragraph });
  }

  #isHidden(paragraph: ParagraphDraft): boolean {
    const own = this.#run?.hidden ?? this.#styles.hidden(this.#run?.style ?? null);
    return own ?? this.#styles.hidden(paragraph.style ?? this.#styles.defaultParagraphStyle) ?? false;
  }

  #openBreak(element: XmlElement): void {
    const type = element.attribute('w:type') ?? 'textWrapping';
    // A page break before any text only moves the paragraph; the paragraph itself is not made longer by it.
    const isFirst = this.#paragraph?.pieces.length === 0;
    if (type === 'textWrapping' || !isFirst) this.#say(softBreak, element, false);
  }

  #openFieldCharacter(type: string | null): void {
    const { fields } = this.#story;
    if (type === 'begin') fields.begin();
    else if (type === 'separate') fields.separate();
    else if (type === 'end') {
      const field = fields.end();
      const isFormula = field !== null && !field.showing && /^\s*EQ\b/i.test(field.instruction);
      if (isFormula) this.notices.count('formula', this.#paragraph);
    }
  }

  #openAlternative(element: XmlElement, usable: boolean): void {
    const last = this.#alternatives.length - 1;
    if (!usable || this.#alternatives[last] === true) this.#skipping = element.depth;
    else if (last >= 0) this.#alternatives[last] = true;
  }

  #bookmark(element: XmlElement): void {
    if (element.name !== 'w:bookmarkStart' && element.name !== 'w:bookmarkEnd') return;
    const id = element.attribute('w:id') ?? '';
    if (element.name === 'w:bookmarkStart') {
      this.#openBookmarks.set(id, { name: element.attribute('w:name') ?? '', start: element.end });
      return;
    }
    const open = this.#openBookmarks.get(id);
    if (open === undefined) return;
    this.#openBookmarks.delete(id);
    this.bookmarks.push({ name: open.name, range: { start: open.start, end: element.start } });
  }

  #openParagraph(element: XmlElement): void {
    // the outermost box: a comment cannot stand in any of them
    const holder = this.#stories[1]?.anchor?.run?.source ?? null;
    this.#paragraph = new ParagraphDraft(element, this.#tables.cell, this.#paragraph, holder);
    this.drafts.push(this.#paragraph);
    const story = this.#story;
    if (story.waiting !== null) {
      this.#paragraph.pieces = story.waiting.pieces;
      story.waiting = null;
    }
  }

  #closeParagraph(end: number): void {
    const paragraph = this.#paragraph;
    if (paragraph === null) return;
    paragraph.end = end;
    if (paragraph.markDeleted) {
      paragraph.joined = true;
      this.#story.waiting = paragraph;
    } else this.#settler.settle(paragraph, this.#inTextBox);
    this.#paragraph = paragraph.outer;
  }

  /** A paragraph with a deleted mark and nothing behind it to go on in stays what it is. */
  #releaseWaiting(): void {
    const story = this.#story;
    if (story.waiting === null) return;
    story.waiting.joined = false;
    story.waiting.markDeleted = false;
    this.#settler.settle(story.waiting, this.#inTextBox);
    story.waiting = null;
  }

  #openTextBox(): void {
    this.#stories.push({
      fields: new FieldStack(),
      anchor: { paragraph: this.#paragraph, run: this.#run },
      waiting: null,
    });
    this.#paragraph = null;
    this.#run = null;
    this.#tables.openTextBox();
  }

  #closeTextBox(): void {
    this.#releaseWaiting();
    const story = this.#stories.pop();
    this.#paragraph = story?.anchor?.paragraph ?? null;
    this.#run = story?.anchor?.run ?? null;
    this.#tables.close();
  }
}
