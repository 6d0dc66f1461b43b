import type { MarkerSuffix } from '../marker.ts';
import type { StyleSheet } from './styles.ts';
import { integerAttribute, isOn, parseXml, type XmlElement, type XmlPart } from './xml.ts';

/** One level of a list as numbering.xml defines it. */
export interface LevelDefinition {
  start: number;
  format: string;
  /** With `%1`…`%9` for the numbers of the levels. */
  text: string;
  suffix: MarkerSuffix;
  /** The level (from 1) after which this one starts anew; 0 never, null after any higher one. */
  restart: number | null;
  /** All numbers of the text in plain digits. */
  legal: boolean;
  /** The paragraph style that stands for this level. */
  style: string | null;
  font: string | null;
}

/** A list as a paragraph names it, with its changes to the abstract list worked in. */
export interface ListDefinition {
  /** Lists of the same abstract list count on together. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, LevelDefinition>;
  /** Levels that begin anew with the first paragraph of this list. */
  readonly restarts: ReadonlyMap<number, number>;
}

interface AbstractList {
  readonly levels: Map<number, LevelDefinition>;
  /** The numbering style that this list only points to. */
  link: string | null;
}

interface ListInstance {
  abstract: string | null;
  readonly levels: Map<number, LevelDefinition>;
  readonly restarts: Map<number, number>;
}

/** The lists of a document by their id; null for an unknown id and for 0, which means “no numbering”. */
export type Numbering = (id: string) => ListDefinition | null;

/** Reads numbering.xml; a document without it has no lists. */
export function readNumbering(part: XmlPart | null, styles: StyleSheet): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const instances = new Map<string, ListInstance>();
  if (part !== null) parseXml(part, new NumberingReader(abstracts, instances));

  const resolve = (id: string, visited: ReadonlySet<string>): ListDefinition | null => {
    const instance = instances.get(id);
    const abstract = abstracts.get(instance?.abstract ?? '');
    if (instance === undefined || abstract === undefined || id === '0') return null;
    // A list may be only a pointer to a numbering style, which names the list that holds the levels.
    const linked = abstract.link === null ? null : styles.numbering(abstract.link).numberingId;
    if (linked !== null && !visited.has(linked)) {
      const target = resolve(linked, new Set([...visited, linked]));
      if (target !== null) return { ...target, restarts: instance.restarts };
    }
    return {
      counter: instance.abstract ?? '',
      levels: new Map([...abstract.levels, ...instance.levels]),
      restarts: instance.restarts,
    };
  };
  const resolved = new Map<string, ListDefinition | null>();
  return (id) => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const list = resolve(id, new Set([id]));
    resolved.set(id, list);
    return list;
  };
}

class NumberingReader {
  readonly #abstracts: Map<string, AbstractList>;
  readonly #instances: Map<string, ListInstance>;
  #abstract: AbstractList | null = null;
  #instance: ListInstance | null = null;
  #overridden = 0;
  #level: LevelDefinition | null = null;
  #ignored: number | null = null;

  constructor(abstracts: Map<string, AbstractList>, instances: Map<string, ListInstance>) {
    this.#abstracts = abstracts;
    this.#instances = instances;
  }

  open(element: XmlElement): void {
    if (this.#ignored !== null) return;
    const value = element.attribute('w:val');
    switch (element.name) {
      // A number format that only newer versions know stands in a Choice; the Fallback beside it is near enough.
      case 'mc:Choice':
        this.#ignored = element.depth;
        break;
      case 'w:abstractNum':
        this.#abstract = { levels: new Map(), link: null };
        this.#abstracts.set(element.attribute('w:abstractNumId') ?? '', this.#abstract);
        break;
      case 'w:numStyleLink':
        if (this.#abstract !== null) this.#abstract.link = value;
        break;
      case 'w:num':
        this.#instance = { abstract: null, levels: new Map(), restarts: new Map() };
        this.#instances.set(element.attribute('w:numId') ?? '', this.#instance);
        break;
      case 'w:abstractNumId':
        if (this.#instance !== null) this.#instance.abstract = value;
        break;
      case 'w:lvlOverride':
        this.#overridden = integerAttribute(element, 'w:ilvl') ?? 0;
        break;
      case 'w:startOverride':
        this.#instance?.restarts.set(this.#overridden, integerAttribute(element, 'w:val') ?? 0);
        break;
      case 'w:lvl':
        this.#openLevel(integerAttribute(element, 'w:ilvl') ?? 0);
        break;
      default:
        if (this.#level !== null) describeLevel(this.#level, element, value);
    }
  }

  close(name: string, depth: number): void {
    if (depth === this.#ignored) this.#ignored = null;
    if (name === 'w:lvl') this.#level = null;
    if (name === 'w:num') this.#instance = null;
    if (name === 'w:abstractNum') this.#abstract = null;
  }

  #openLevel(level: number): void {
    this.#level = {
      start: 0,
      format: 'decimal',
      text: '',
      suffix: 'tab',
      restart: null,
      legal: false,
      style: null,
      font: null,
    };
    (this.#instance ?? this.#abstract)?.levels.set(level, this.#level);
  }
}

function describeLevel(level: LevelDefinition, element: XmlElement, value: string | null): void {
  switch (element.name) {
    case 'w:start':
      level.start = integerAttribute(element, 'w:val') ?? 0;
      break;
    case 'w:numFmt':
      level.format = value ?? 'decimal';
      break;
    case 'w:lvlText':
      level.text = value ?? '';
      break;
    case 'w:suff':
      level.suffix = value === 'space' || value === 'nothing' ? value : 'tab';
      break;
    case 'w:lvlRestart':
      level.restart = integerAttribute(element, 'w:val');
      break;
    case 'w:isLgl':
      level.legal = isOn(element);
      break;
    case 'w:pStyle':
      level.style = value;
      break;
    case 'w:rFonts':
      level.font = element.attribute('w:ascii') ?? element.attribute('w:hAnsi');
      break;
  }
}
