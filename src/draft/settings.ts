/** What a report project says besides data: how the county speaks of itself, to whom it reports, who signs. */
export interface DraftSettings {
  /** 县名 as in the title; without it the dataset's. */
  readonly county?: string;
  /** 县, 区, 市 or 旗: 我县, 我区…; without it the end of the name. */
  readonly level?: string;
  /** 主送机关, several joined as official documents do, without the colon. */
  readonly addressee?: string;
  /** 学校, as in the school table: whose report a school's kind writes. */
  readonly school?: string;
  /** 会议, whose agenda the report is on: 青禾县第十八届人民代表大会常务委员会第二十五次会议. */
  readonly meeting?: string;
  /** 署名. */
  readonly signatory?: string;
  /** 成文日期, `2019年3月15日`. */
  readonly date?: string;
}

/** What a county-level unit is called, and how it speaks of itself: 我县, 全区… Longer ends come before those they end in. */
const LEVELS: readonly (readonly [end: string, level: string])[] = [
  ['自治县', '县'],
  ['自治旗', '旗'],
  ['林区', '区'],
  ['特区', '区'],
  ['新区', '区'],
  ['开发区', '区'],
  ['县级市', '市'],
  ['市辖区', '区'],
  ['县', '县'],
  ['区', '区'],
  ['市', '市'],
  ['旗', '旗'],
];

/** What `级别` may say. */
export const LEVEL_WORDS: readonly string[] = ['县', '区', '市', '旗', ...LEVELS.slice(0, 8).map(([end]) => end)];

/**
 * The words that templates may use: `{{county}}`, `{{we}}` (我县, 我区…), `{{whole}}` (全县…), `{{level}}`, `{{government}}`,
 * `{{year}}`, `{{nextYear}}`. A setting that is missing is no word: templates use the block of the same need instead.
 */
export function draftWords(county: string, year: string, setLevel?: string): ReadonlyMap<string, string> {
  const level = levelOf(setLevel ?? '') ?? levelOf(county) ?? '县';
  const next = year.replace(/\d{4}/g, (digits) => String(Number(digits) + 1));
  return new Map([
    ['county', county],
    ['level', level],
    ['we', `我${level}`],
    ['whole', `全${level}`],
    ['government', `${county}人民政府`],
    ['year', `${year}年`],
    ['nextYear', `${next}年`],
  ]);
}

/** 县, 区, 市 or 旗 by the end of a name or of a level's own word; null where neither tells. */
export function levelOf(name: string): string | null {
  return LEVELS.find(([end]) => name.endsWith(end))?.[1] ?? null;
}
