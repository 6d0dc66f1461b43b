/** What a report project says besides data: how the county speaks of itself, to whom it reports, who signs. */
export interface DraftSettings {
  /** 县名 as in the title; without it the dataset's. */
  readonly county?: string;
  /** 县, 区, 市 or 旗: 我县, 我区…; without it the end of the name. */
  readonly level?: string;
  /** 主送机关, without the colon. */
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

/** Levels that a county-level unit can have, by the end of its name; 区 also covers 新区 and 林区. */
const LEVELS = ['自治县', '自治旗', '县', '区', '市', '旗'] as const;

/**
 * The words that templates may use: `{{county}}`, `{{we}}` (我县, 我区…), `{{whole}}` (全县…), `{{level}}`, `{{government}}`,
 * `{{year}}`, `{{nextYear}}`. A setting that is missing is no word: templates use the block of the same need instead.
 */
export function draftWords(county: string, year: string, setLevel?: string): ReadonlyMap<string, string> {
  const level = setLevel ?? levelOf(county);
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

function levelOf(county: string): string {
  return LEVELS.find((ending) => county.endsWith(ending))?.replace('自治', '') ?? '县';
}
