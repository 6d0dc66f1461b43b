import { InputError } from '../model/manuscript.ts';
import type { FigureKind, Stage } from '../model/figure.ts';
import type { SectionRole } from '../model/section.ts';
import { indicatorOf, stageList } from '../vocabulary/index.ts';
import { phraseId } from './mine.ts';
import { KIND_OF_LETTER, type Phrase, type PhraseKind, type Slot } from './phrase.ts';
import { ROLE_NAMES } from './phrase-names.ts';

/** A phrase that people wrote for the library, and the number that they know it by. */
export interface WrittenPhrase {
  readonly number: string;
  readonly line: number;
  readonly phrase: Phrase;
}

/** What is told as the place where such phrases come from. */
const ORIGIN = '随程序带来';
const SLOT = /\{([^{}]+)\}/g;
const YEAR = /^(-?\d)年$/;
const NAMES: Readonly<Record<string, 'place' | 'school' | 'person'>> = {
  县名: 'place',
  乡镇名: 'place',
  学校名: 'school',
  人名: 'person',
};
const STAGES: readonly string[] = ['小学', '初中', '九年一贯制', '普通高中', '幼儿园', '特殊教育'];

/**
 * Reads phrases written by hand, one a line below a head that says where they belong:
 *
 *     # 基本情况 | B Q R C | 学校布局
 *     18 全县现有小学{school-count@小学:所}，{0年}投入{近三年装备投入资金:万元}。
 *
 * The head names the role (开头 and 结尾 have none), the kinds (B 基本均衡, Q 优质均衡, R 汇报, C 人大, S 学校) and the section.
 * A slot is `{what#scope@stage±year:unit}`, all but the first optional: `what` an id of the vocabulary or a text name; `-1` the
 * year before. `{0年}` is the report's year, `{县名}`, `{乡镇名}`, `{学校名}`, `{人名}` are names.
 *
 * Written so and not mined from a made-up report, because here each slot is what its author says and not what a reader guesses.
 * @throws InputError naming the line that cannot be read
 */
export function parsePhraseSource(text: string, file: string): WrittenPhrase[] {
  const written: WrittenPhrase[] = [];
  let place: { readonly role: SectionRole; readonly kinds: readonly PhraseKind[]; readonly section: string } | null =
    null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const refused = (what: string): InputError =>
      new InputError('phrase-source', `${file}：第${index + 1}行${what}：${line.slice(0, 40)}`);
    if (line.startsWith('#')) {
      const [role = '', letters = '', section = ''] = line
        .slice(1)
        .split('|', 3)
        .map((part) => part.trim());
      const known = (Object.keys(ROLE_NAMES) as (keyof typeof ROLE_NAMES)[]).find((one) => ROLE_NAMES[one] === role);
      if (known === undefined && role !== '开头' && role !== '结尾') throw refused('没有这种章节作用');
      const kinds = letters.split(/\s+/).map((letter) => KIND_OF_LETTER[letter]);
      if (kinds.some((kind) => kind === undefined)) throw refused('没有这种报告');
      place = { role: known ?? null, kinds: kinds as PhraseKind[], section };
      continue;
    }
    const [, number, body = ''] = /^(\d+) (.+)$/.exec(line.trimEnd()) ?? [];
    if (number === undefined || place === null) throw refused('看不懂');
    const { role, kinds, section } = place;
    const framed = framedBy(body, refused);
    const sources = kinds.map((kind) => ({
      // one origin: a phrase that serves four kinds of report was not found in four reports
      report: 'starter',
      file: ORIGIN,
      kind,
      county: null,
      year: null,
      section,
      role,
      // no report has used it yet
      count: 0,
    }));
    written.push({ number, line: index + 1, phrase: { id: phraseId(framed), form: 'sentence', ...framed, sources } });
  }
  return written;
}

function framedBy(body: string, refused: (what: string) => InputError): Pick<Phrase, 'frame' | 'slots'> {
  const slots: Slot[] = [];
  const numbers = new Map<string, number>();
  const frame = body.replaceAll(SLOT, (_, inside: string) => {
    const number = numbers.get(inside) ?? slots.push(slotOf(inside, refused));
    numbers.set(inside, number);
    return `{${number}}`;
  });
  return { frame, slots };
}

function slotOf(inside: string, refused: (what: string) => InputError): Slot {
  const [, offset] = YEAR.exec(inside) ?? [];
  if (offset !== undefined) return { kind: 'date', name: '年份', form: `<${Number(offset)}>年`, event: false };
  const name = NAMES[inside];
  if (name !== undefined) return { kind: name, name: inside };
  const told = /^(.+?)(?:#([^@:]+))?(?:@([^:\d-]+))?(-\d)?(?::(.*))?$/u.exec(inside);
  const [, what = '', scope = null, stage = null, year = '0', unit = ''] = told ?? [];
  const indicator = indicatorOf(what);
  if (stage !== null && !STAGES.includes(stage)) throw refused(`没有学段“${stage}”`);
  if (indicator === undefined && !/^[\p{Script=Han}\d]+$/u.test(what)) throw refused(`词表中没有“${what}”`);
  const label = indicator?.name ?? what;
  return {
    kind: 'figure',
    name: `${scope === null || label.startsWith(scope) ? '' : scope}${stage === null || stageList(label).stages.length > 0 ? '' : stage}${label}`,
    indicator: indicator?.id ?? `text:${what}`,
    stage: stage as Stage | null,
    unit: unit === '' ? null : unit,
    figureKind: indicator?.kind ?? kindOfUnit(unit),
    role: 'level',
    places: indicator?.places ?? (unit === '%' || unit.endsWith('元') ? 2 : 0),
    ratio: indicator?.kind === 'ratio',
    scope,
    offset: Number(year),
  };
}

function kindOfUnit(unit: string): FigureKind {
  if (unit === '') return 'coefficient';
  if (unit === '%') return 'percent';
  if (unit === '分') return 'score';
  if (unit.endsWith('元')) return 'money';
  return unit.startsWith('平方') ? 'area' : 'count';
}
