/**
 * Signs of Word's symbol fonts as the characters that look like them, by the code's last byte.
 * Only what reports use (ticks, boxes, bullets, arrows, signs of arithmetic); the rest becomes a message.
 */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '□',
  0x71: '❑',
  0x72: '❒',
  0x73: '⬧',
  0x74: '◆',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa2: '○',
  0xa4: '◉',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xb2: '✩',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x97: '●',
  0xa3: '□',
};

const symbol: Readonly<Record<number, string>> = {
  0x2b: '+',
  0x2d: '−',
  0x3c: '<',
  0x3d: '=',
  0x3e: '>',
  0x44: 'Δ',
  0x53: 'Σ',
  0x61: 'α',
  0x62: 'β',
  0x6d: 'μ',
  0x70: 'π',
  0x73: 'σ',
  0xa3: '≤',
  0xa5: '∞',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xd7: '⋅',
  0xe5: '∑',
};

const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
};

/**
 * The character that a sign of a font looks like.
 * @param code the character code; symbol fonts use F000 to F0FF, some programs leave F000 out
 * @returns null where it is not known
 */
export function symbolCharacter(font: string | null, code: number): string | null {
  const table = fonts[font?.toLowerCase() ?? ''];
  if (table !== undefined) return table[code & 0xff] ?? null;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isPrivate || !isCharacter ? null : String.fromCodePoint(code);
}

/** The bullet of a list as it looks: every bullet that is not known is a dot. */
export function bulletSign(text: string, font: string | null): string {
  const code = text.codePointAt(0);
  if (code === undefined) return '';
  // Word's second level is the letter o of Courier New.
  if (text === 'o') return '○';
  if (fonts[font?.toLowerCase() ?? ''] === undefined && !(code >= 0xe000 && code <= 0xf8ff)) return text;
  return symbolCharacter(font ?? 'Wingdings', code) ?? '•';
}
