import { at } from './sticky.ts';
import type { MaskToken } from './token.ts';
import { unitAt } from './unit.ts';

const MASK_MARK = /(?:\*{2,}|□+|_{2,}|[xX×]{2,})/y;

/** A redacted number with its unit (**元, □□所), and where its marks end; no token where what follows is a name. */
export function maskAt(text: string, offset: number): { token: MaskToken | null; end: number } {
  const match = at(MASK_MARK, text, offset);
  if (!match) return { token: null, end: offset + 1 };
  let end = offset + match[0].length;
  const over = /^(?:余|多)?[万亿千百]?(?:余|多)?/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  const found = unitAt(text, end + over);
  // **区 and **县 are names, and so is a mask before any noun
  if (!found || /^(?:[县区市乡镇村省校班届期]|学年)$/.test(found.unit.name)) return { token: null, end };
  end += over + found.length;
  return { token: { type: 'mask', start: offset, end, unit: found.unit.name, kind: found.unit.kind }, end };
}
