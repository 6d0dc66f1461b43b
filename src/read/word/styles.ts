import { integerAttribute, isOn, parseXml, type XmlPart } from './xml.ts';

/** What of a style bears on the text form. */
interface Style {
  readonly id: string;
  readonly type: string;
  name: string;
  basedOn: string | null;
  /** 0 to 9 as Word has it (9: body text). */
  outlineLevel: number | null;
  numberingId: string | null;
  level: number | null;
  hidden: boolean | null;
}

/** The numbering that a paragraph style brings along. */
export interface StyleNumbering {
  readonly numberingId: string | null;
  readonly level: number | null;
  /** The style and those it is based on, nearest first: a level of the list may name one of them as its own. */
  readonly styles: readonly string[];
}

/** The styles of a document, each read along the chain of those it is based on. */
export interface StyleSheet {
  readonly defaultParagraphStyle: string | null;
  /** 0 for a title, 1 to 9 for a heading, null for body text. */
  outlineLevel(style: string | null): number | null;
  numbering(style: string | null): StyleNumbering;
  /** Whether the style hides its text; null where it does not say. */
  hidden(style: string | null): boolean | null;
}

/** Reads styles.xml; a document without it has a sheet that knows nothing. */
export function readStyles(part: XmlPart | null): StyleSheet {
  const styles = new Map<string, Style>();
  let defaultParagraphStyle: string | null = null;
  let current: Style | null = null;
  let ignored: number | null = null;
  if (part !== null) {
    parseXml(part, {
      open(element) {
        if (ignored !== null) return;
        // Conditional formats of table styles and former properties of tracked changes are not the style's own.
        if (element.name === 'w:tblStylePr' || element.name.endsWith('PrChange')) ignored = element.depth;
        const value = element.attribute('w:val');
        if (element.name === 'w:style') {
          const id = element.attribute('w:styleId') ?? '';
          const type = element.attribute('w:type') ?? 'paragraph';
          const isDefault = ['1', 'true', 'on'].includes(element.attribute('w:default') ?? '');
          if (type === 'paragraph' && isDefault) defaultParagraphStyle = id;
          current = {
            id,
            type,
            name: '',
            basedOn: null,
            outlineLevel: null,
            numberingId: null,
            level: null,
            hidden: null,
          };
          styles.set(id, current);
        } else if (current === null) return;
        else if (element.name === 'w:name') current.name = value ?? '';
        else if (element.name === 'w:basedOn') current.basedOn = value;
        else if (element.name === 'w:outlineLvl') current.outlineLevel = integerAttribute(element, 'w:val');
        else if (element.name === 'w:numId') current.numberingId = value;
        else if (element.name === 'w:ilvl') current.level = integerAttribute(element, 'w:val');
        else if (element.name === 'w:vanish') current.hidden = isOn(element);
      },
      close(name, depth) {
        if (depth === ignored) ignored = null;
        if (name === 'w:style') current = null;
      },
    });
  }
  return createSheet(styles, defaultParagraphStyle);
}

function createSheet(styles: ReadonlyMap<string, Style>, defaultParagraphStyle: string | null): StyleSheet {
  const chains = new Map<string, readonly Style[]>();
  const chainOf = (id: string | null): readonly Style[] => {
    if (id === null) return [];
    const known = chains.get(id);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    for (let style = styles.get(id); style !== undefined; style = styles.get(style.basedOn ?? '')) {
      // A circle of styles ends where it closes.
      if (chain.includes(style)) break;
      chain.push(style);
    }
    chains.set(id, chain);
    return chain;
  };
  return {
    defaultParagraphStyle,
    outlineLevel(id) {
      for (const style of chainOf(id)) {
        const level = ownOutlineLevel(style);
        if (level !== undefined) return level;
      }
      return null;
    },
    numbering(id) {
      const chain = chainOf(id);
      return {
        numberingId: chain.find((style) => style.numberingId !== null)?.numberingId ?? null,
        level: chain.find((style) => style.level !== null)?.level ?? null,
        styles: chain.map((style) => style.id),
      };
    },
    hidden: (id) => chainOf(id).find((style) => style.hidden !== null)?.hidden ?? null,
  };
}

/** Undefined where the style says nothing of its own and the one it is based on decides. */
function ownOutlineLevel({ name, outlineLevel }: Style): number | null | undefined {
  // The title comes first: Word's Chinese template gives it the outline level of a first heading.
  if (/^(?:title|标题)$/i.test(name)) return 0;
  if (outlineLevel !== null) return outlineLevel >= 0 && outlineLevel <= 8 ? outlineLevel + 1 : null;
  // Built-in headings are headings even where a converter left their outline level out.
  const heading = /^(?:heading|标题) ?([1-9])$/i.exec(name);
  return heading === null ? undefined : Number(heading[1]);
}
