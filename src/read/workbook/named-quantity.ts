import type { Stage } from '../../model/figure.ts';
import { INDICATORS } from '../../vocabulary/index.ts';
import type { Indicator } from '../../vocabulary/index.ts';
import { tidy } from './units.ts';

const STAGES: Readonly<Record<string, Stage>> = {
  小学: '小学',
  小学阶段: '小学',
  初中: '初中',
  初中阶段: '初中',
  初级中学: '初中',
  普通初中: '初中',
  九年一贯制: '九年一贯制',
  九年一贯制学校: '九年一贯制',
  普通高中: '普通高中',
  高中: '普通高中',
  幼儿园: '幼儿园',
  特殊教育: '特殊教育',
  特殊教育学校: '特殊教育',
};

/** Words for all stages together. */
const NO_STAGE = new Set(['', '全县', '全市', '全区', '合计', '义务教育', '中小学', '-', '—', '/', '无', '全部']);

export const STAGE_CHOICES: readonly Stage[] = ['小学', '初中', '九年一贯制', '普通高中', '幼儿园', '特殊教育'];

/** The stage that a cell means: null for the whole county, undefined for an unknown word. */
export function stageOf(text: string): Stage | null | undefined {
  const word = tidy(text);
  return NO_STAGE.has(word) ? null : STAGES[word];
}

/** What a name in the sheet 县级数据 stands for. */
export interface NamedQuantity {
  /** Id of the vocabulary, or `text:` and the name as written. */
  readonly id: string;
  readonly indicator: Indicator | null;
  /** A stage that the name itself bears (小学在校生数); null where it bears none. */
  readonly stage: Stage | null;
  /** A unit in brackets behind the name; null where there is none. */
  readonly unit: string | null;
}

const byName = new Map<string, Indicator>();
// Official names first: an alias of one indicator must not hide the name of another.
for (const indicator of INDICATORS) byName.set(tidy(indicator.name), indicator);
for (const indicator of INDICATORS) {
  for (const alias of indicator.aliases) {
    if (!byName.has(tidy(alias))) byName.set(tidy(alias), indicator);
  }
}

/**
 * Matches a name to the vocabulary by official name or alias, with or without a stage before it and a unit behind it. What matches
 * nothing keeps its own name: a county may give any figure it likes.
 */
export function namedQuantity(text: string): NamedQuantity {
  const word = tidy(text);
  const bracket = /^(.+?)[([]([^()[\]]+)[)\]]$/u.exec(word);
  const names: [name: string, unit: string | null][] = [[word, null]];
  if (bracket) names.push([bracket[1] ?? '', bracket[2] ?? null]);
  for (const [name, unit] of names) {
    const indicator = byName.get(name);
    if (indicator) return { id: indicator.id, indicator, stage: null, unit };
    const staged = /^(小学|初中|普通高中|幼儿园)(?:阶段)?(?:学校)?(.+)$/u.exec(name);
    const rest = staged ? byName.get(staged[2] ?? '') : undefined;
    const stage = STAGES[staged?.[1] ?? ''];
    if (rest && stage) return { id: rest.id, indicator: rest, stage, unit };
  }
  return { id: `text:${text.replaceAll(/\s+/gu, '')}`, indicator: null, stage: null, unit: null };
}
