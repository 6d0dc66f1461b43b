/** A font as offices name it, and what stands in for it where it is missing, best first. */
export interface OfficeFont {
  readonly name: string;
  /** All of one shape and width, so that no line turns over elsewhere. */
  readonly substitutes: readonly string[];
  readonly family: 'roman' | 'modern';
  readonly pitch: 'variable' | 'fixed';
}

/**
 * The fonts of an official document. Windows brings 仿宋, 楷体, 黑体 and 宋体, but neither those of GB 2312 nor 小标宋; the file states
 * what to take for them, so that Word and WPS do not guess.
 */
export const OFFICE_FONTS: readonly OfficeFont[] = [
  chinese('方正小标宋简体', ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun']),
  chinese('仿宋_GB2312', ['仿宋', 'FangSong', '华文仿宋', 'STFangsong']),
  chinese('楷体_GB2312', ['楷体', 'KaiTi', '华文楷体', 'STKaiti']),
  chinese('黑体', ['SimHei', '微软雅黑', 'STHeiti']),
  chinese('宋体', ['SimSun', 'NSimSun', 'STSong']),
  { name: 'Times New Roman', substitutes: ['Liberation Serif'], family: 'roman', pitch: 'variable' },
];

/** The fonts of what the styles do not reach: charts, and what people add with the theme's fonts. */
export const THEME_FONTS = {
  headings: { latin: 'Times New Roman', eastAsia: '黑体' },
  body: { latin: 'Times New Roman', eastAsia: '宋体' },
} as const;

/** `word/fontTable.xml`: its own, since the library writes fonts only where it embeds them. */
export function fontTable(): string {
  const fonts = OFFICE_FONTS.map(({ name, substitutes, family, pitch }) => {
    const charset = name === 'Times New Roman' ? '00' : '86';
    return `<w:font w:name="${name}"><w:altName w:val="${substitutes.join(',')}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

function chinese(name: string, substitutes: readonly string[]): OfficeFont {
  return { name, substitutes, family: 'modern', pitch: 'fixed' };
}
