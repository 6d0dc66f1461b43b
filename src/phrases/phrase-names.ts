import { InputError } from '../model/manuscript.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { type Phrase, PHRASE_KINDS, type PhraseKind, ROLES } from './phrase.ts';
import { indicatorsIn } from './query.ts';
import type { PhraseFilter } from './search-index.ts';

/** What a section is for, as people say it. */
export const ROLE_NAMES: Readonly<Record<(typeof ROLES)[number], string>> = {
  overview: '基本情况',
  attainment: '达标情况',
  measures: '主要做法',
  features: '特色亮点',
  conclusion: '自评结论',
  problems: '存在问题',
  plans: '下步打算',
};
/** Kinds of report, as people say it. */
export const KIND_NAMES: Readonly<Record<PhraseKind, string>> = {
  'county-basic': '县级自评（基本均衡）',
  'county-quality': '县级自评（优质均衡）',
  briefing: '汇报',
  congress: '人大专项报告',
  school: '学校自评',
  other: '其他',
};

/** What the options of a command mean as a filter. Throws {@link InputError} with the names that there are. */
export function phraseFilter(options: { role?: string; kind?: string; indicator?: string }): PhraseFilter {
  const filter: { -readonly [Key in keyof PhraseFilter]: PhraseFilter[Key] } = {};
  if (options.role !== undefined) {
    const { role } = options;
    filter.role = ROLES.find((one) => one === role || ROLE_NAMES[one] === role || ROLE_NAMES[one].includes(role));
    if (filter.role === undefined)
      throw unknownName(
        '章节作用',
        role,
        ROLES.map((one) => `${one}（${ROLE_NAMES[one]}）`),
      );
  }
  if (options.kind !== undefined) {
    const { kind } = options;
    filter.kind = PHRASE_KINDS.find((one) => one === kind || KIND_NAMES[one] === kind);
    if (filter.kind === undefined)
      throw unknownName(
        '报告类型',
        kind,
        PHRASE_KINDS.map((one) => `${one}（${KIND_NAMES[one]}）`),
      );
  }
  if (options.indicator !== undefined) {
    const { indicator } = options;
    filter.indicator = indicatorOf(indicator)?.id ?? indicatorsIn(indicator)[0] ?? `text:${indicator}`;
  }
  return filter;
}

function unknownName(what: string, given: string, known: readonly string[]): InputError {
  return new InputError('filter-unknown', `没有${what}“${given}”；可用 ${known.join('、')}。`);
}

/** Whether a phrase is of a section, a kind and an indicator; the index tells the same of what it holds. */
export function passesFilter({ slots, sources }: Phrase, { role, kind, indicator }: PhraseFilter): boolean {
  return (
    (role === undefined || sources.some((source) => source.role === role)) &&
    (kind === undefined || sources.some((source) => source.kind === kind)) &&
    (indicator === undefined || slots.some((slot) => slot.kind === 'figure' && slot.indicator === indicator))
  );
}
