/**
 * GB/T 9704-2012 as numbers: twips (1/20 pt) for lengths, half-points for type sizes. The text area is 156 × 225 mm: 22 lines of 28
 * characters of size 3. The right margin, which the standard does not name, gives 0.3 mm to the 28th character.
 */
export const PAGE = {
  width: 11906,
  height: 16838,
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1458, footer: 1446 },
  textWidth: 8860,
} as const;

/**
 * The same sheet turned for a wide table (8): what is its left edge for who holds it upright, the binding side, is now its top.
 */
export const LANDSCAPE = {
  margin: {
    top: PAGE.margin.left,
    right: PAGE.margin.top,
    bottom: PAGE.margin.right,
    left: PAGE.margin.bottom,
    footer: PAGE.margin.footer,
  },
  textWidth: 12756,
  textHeight: 8861,
} as const;

/**
 * 28.95 pt and not the arithmetical 28.99: 22 lines of 29 pt are 638 pt, the text area is 637.8 pt, and Word then sets 21.
 */
export const LINE = 579;

/**
 * 28 characters of 16 pt are 5.8 pt wider than the text area; −0.2 pt a character makes them fit. Not −0.25 pt, which leaves room
 * to spare: with it LibreOffice drops punctuation at the end of some justified lines. Not a character grid (linesAndChars) either:
 * LibreOffice then sets about 20 characters a line.
 */
export const CHARACTER_SPACING = -4;

/** One character of size 3. */
export const CHARACTER = 320;

export const SIZE = { title: 44, body: 32, pageNumber: 28, table: 24, tableNote: 21 } as const;

/**
 * Latin letters and digits have a font of their own; the East Asian names are those that offices have installed. What stands in where
 * one is missing, the file states (`fonts.ts`).
 */
export const FONT = {
  title: font('方正小标宋简体'),
  level1: font('黑体'),
  level2: font('楷体_GB2312'),
  body: font('仿宋_GB2312'),
  pageNumber: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' },
} as const;

function font(eastAsia: string): { ascii: string; hAnsi: string; eastAsia: string; cs: string } {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, cs: 'Times New Roman' };
}
