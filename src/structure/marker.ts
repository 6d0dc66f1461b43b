import { chineseAt } from '../quantities/numeral.ts';
import type { SectionLevel } from '../model/section.ts';

/** A heading's number at the head of a paragraph. */
export interface Marker {
  readonly level: SectionLevel;
  /** As printed, without spaces around it. */
  readonly text: string;
  readonly ordinal: number;
  /** Characters from the paragraph's start to the title, leading spaces included. */
  readonly length: number;
}

const CHINESE = '[一二三四五六七八九十百]{1,3}';
const FORMS: readonly (readonly [SectionLevel, RegExp])[] = [
  [1, new RegExp(`^[\\s\\u3000]*(?:(${CHINESE})[、．.])[\\s\\u3000]*`)],
  [2, new RegExp(`^[\\s\\u3000]*(?:[（(](${CHINESE})[）)][、]?)[\\s\\u3000]*`)],
  [3, /^[\s\u3000]*(?:(\d{1,2})(?:[、．]|\.(?!\d)))[\s\u3000]*/],
  [4, /^[\s\u3000]*(?:[（(](\d{1,2})[）)][、]?)[\s\u3000]*/],
];

/** The number that a paragraph begins with, by the levels of official documents; null where it begins with none. */
export function markerOf(paragraph: string): Marker | null {
  for (const [level, form] of FORMS) {
    const match = form.exec(paragraph);
    if (!match) continue;
    const printed = match[1] ?? '';
    const ordinal = level === 1 || level === 2 ? chineseAt(printed, 0)?.value.toNumber() : Number(printed);
    if (ordinal === undefined || ordinal === 0) continue;
    return { level, text: match[0].replaceAll(/[\s\u3000]/g, ''), ordinal, length: match[0].length };
  }
  return null;
}
