import type { FigureKind } from '../../model/figure.ts';
import { PER_PUPIL_INDICATORS } from '../../standards/school-indicators.ts';
import { INDICATORS, indicatorNamed, indicatorOf } from '../../vocabulary/index.ts';

/** What was done rather than what is counted, and words that date or place it: 2022—2024年共安排教育费附加 is 教育费附加. */
const DOING =
  /^(?:(?:列入测算的?(?:学校)?|[高低]于(?:当地)?(?=公务员)|全[县市区旗]|[我本][县市区旗]|同期|当年|当地|目前|现有|现|已|共|累计|总共|一共|年均)|(?:共?安排|投入|发放|建成|建有|设有|设立|设置|划分|聘任|聘请|聘用|配备|配有|拥有|惠及|支出|从|在读)(?!的))+/u;
/** 列入评估的小学（含一贯制学校小学部）22所: those whose difference coefficient is worked out. */
const RECKONED = /^列入(?:督导)?(?:评估|测算)(?:的?(?:学校|小学|初中|中学)?(?:数|所数)?)?(?:（[^（）]*）)?$/u;
const TO = /用于(?:义务)?教育$/u;
/** Words that say only how it is counted. */
const COUNTED = /(?:自评得分|得分|总人数|人数|总数|总额|册数|台数|套数|间数|所数|个数|次数|总量|数量|数|面积|资金)$/u;
/** 近三年新建学校数: told of the years up to the workbook's. */
const LAST_YEARS = /^近([一二两三四五六七八九十]|\d{1,2})年(?:来)?/u;
const NUMERALS = '零一二三四五六七八九十';
const SHORTEST = 3;

/** What a quantity is called, in a form in which the names of a text and of a workbook can be held together. */
export interface Name {
  /** Id of the vocabulary, or `text:` and the bare words. */
  readonly id: string;
  /** How many years up to the workbook's it is told of; 1 for a figure of one time. */
  readonly years: number;
  /** Whether words had to be cut off, or other words taken for the official ones: nothing surer than a likeness. */
  readonly likely: boolean;
}

const byBareName = new Map<string, string>();
for (const { id, name, aliases } of INDICATORS) {
  for (const word of [name, ...aliases]) {
    const bare = bareWords(word);
    if (bare.length >= SHORTEST && !byBareName.has(bare)) byBareName.set(bare, id);
  }
}

/**
 * The name of an indicator id, `text:` and words among them.
 * @param county whose name may stand before it: 青禾县总面积
 * @param kind of the figure, which decides between equal words; null for a workbook's
 */
export function nameOf(indicator: string, county: string, kind: FigureKind | null): Name {
  if (!indicator.startsWith('text:')) return { id: indicator, years: 1, likely: false };
  const words = indicator.slice('text:'.length).replaceAll(/\s/gu, '');
  if (RECKONED.test(words)) return { id: 'text:列入测算学校数', years: 1, likely: false };
  const named = county !== '' && words.startsWith(county) ? words.slice(county.length) : words;
  const span = LAST_YEARS.exec(named);
  const years = span === null ? 1 : yearsIn(span[1] ?? '');
  const rest = named.slice(span?.[0].length ?? 0);
  const known = kind === null ? undefined : indicatorNamed(rest, kind);
  if (known && known.scope === null) return { id: known.indicator.id, years, likely: false };
  const bare = bareWords(rest);
  const suffixed = kind === null ? null : suffixedOf(rest.replace(DOING, ''), kind);
  if (suffixed !== null) return { id: suffixed, years, likely: false };
  const barely = kind === null ? undefined : indicatorNamed(rest.replace(DOING, ''), kind);
  if (barely && barely.scope === null) return { id: barely.indicator.id, years, likely: true };
  const id = byBareName.get(bare);
  const fits = id !== undefined && (kind === null || indicatorOf(id)?.kind === kind);
  return { id: fits ? id : `text:${bare}`, years, likely: fits || bare !== rest };
}

const COEFFICIENT = /(?:的)?差异系数$/u;

/** 每百名学生拥有骨干教师 is …骨干教师数; 生均图书差异系数 is that of 生均图书册数. */
function suffixedOf(words: string, kind: FigureKind): string | null {
  if (COEFFICIENT.test(words)) {
    const base = words.replace(COEFFICIENT, '');
    const of = KINDS_PER_PUPIL.flatMap((one) => named(base, one) ?? suffixedOf(base, one) ?? []);
    return PER_PUPIL_INDICATORS.find(({ id }) => of.includes(id))?.coefficient ?? null;
  }
  if (!/^(?:生均|每百名)/u.test(words)) return null;
  for (const suffix of SUFFIXES) {
    const id = named(`${words}${suffix}`, kind);
    if (id !== null) return id;
  }
  return null;
}

const KINDS_PER_PUPIL: readonly FigureKind[] = ['count', 'area', 'money', 'ratio'];
const SUFFIXES = ['数', '人数', '册数', '台数', '面积', '值'];

function named(words: string, kind: FigureKind): string | null {
  const known = indicatorNamed(words, kind);
  return known && known.scope === null ? known.indicator.id : null;
}

/** 投入学校建设资金 and 学校建设投入资金 say the same. */
export function bareWords(words: string): string {
  const bare = words
    .replace(DOING, '')
    .replace(TO, '')
    .replace(COUNTED, '')
    .replace(/投入(?=资金|经费|$)/u, '')
    .replace(/^增加/u, '新增');
  return bare === '' ? words : bare;
}

function yearsIn(word: string): number {
  if (word === '两') return 2;
  const at = NUMERALS.indexOf(word);
  return at > 0 ? at : Number(word);
}

/** Units that count alike share one: people, schools. A workbook may have 乡村教师生活补助 in people and in yuan. */
export function unitClass(unit: string | null): string | null {
  if (unit === '名' || unit === '位') return '人';
  return unit === '个' || unit === '处' || unit === '校' ? '所' : unit;
}
