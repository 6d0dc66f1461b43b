import { isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Stage } from '../model/figure.ts';
import { splitUnit } from '../quantities/print.ts';
import { type YamlNode, YamlReader } from '../standards/yaml-reader.ts';
import { indicatorOf, INDICATORS } from '../vocabulary/index.ts';
import type { Need, ReportKind } from './kind.ts';
import { meant } from './nearest.ts';
import type { RecordedProblem } from './problem.ts';
import { MOST_CHARACTERS } from './limits.ts';

/** What a kind.yaml says: all of a kind, or what an office changes in a bundled one. */
export type KindPart = Partial<ReportKind>;

const KEYS: readonly string[] = ['id', 'title', 'sections', 'needs', 'standards', 'subject'];
const NEED_KEYS: readonly string[] = ['indicator', 'unit', 'stages', 'years', 'optional', 'note', 'topic'];
const STAGES: readonly string[] = ['小学', '初中', '九年一贯制', '普通高中', '幼儿园', '特殊教育'];
const MOST_YEARS = 10;
const SECTION = /^[^\\/:*?"<>|]+\.md$/u;

/**
 * Reads a kind.yaml and tells all that is wrong in it, by line and column.
 * @param bundled the kind that an office's file changes, of which it gives only the keys it changes; null for a kind of its own
 */
export function readKindPart(
  text: string,
  file: string,
  bundled: ReportKind | null,
): { readonly part: KindPart; readonly problems: readonly RecordedProblem[] } {
  if (text.length > MOST_CHARACTERS) {
    return { part: {}, problems: [{ file, line: 1, column: 1, message: '文件太大，不像是报告类型的说明' }] };
  }
  const reader = new YamlReader(file, text);
  const part = new KindReader(reader, bundled).read();
  return { part, problems: reader.problems.map((problem) => ({ file, ...problem })) };
}

class KindReader {
  readonly #reader: YamlReader;

  readonly #bundled: ReportKind | null;

  constructor(reader: YamlReader, bundled: ReportKind | null) {
    this.#reader = reader;
    this.#bundled = bundled;
  }

  read(): KindPart {
    const reader = this.#reader;
    const whole = this.#bundled === null;
    // What the parser itself objects to leaves nothing to rely on.
    if (reader.problems.length > 0) return {};
    if (reader.root === null && !whole) return {};
    const map = reader.map(reader.root, '文件内容');
    if (map === null) return {};
    this.#onlyKeys(map, KEYS);
    if (whole) {
      for (const key of ['id', 'title', 'sections']) {
        if (!map.has(key)) reader.tell(map, `缺少“${key}”${key === 'sections' ? '（章节文件清单）' : ''}。`);
      }
    }
    const part: { -readonly [Key in keyof KindPart]: KindPart[Key] } = {};
    if (map.has('id')) part.id = this.#word(map, 'id');
    if (map.has('title')) part.title = this.#word(map, 'title');
    if (map.has('sections')) part.sections = this.#sections(map);
    if (map.has('standards')) part.standards = this.#once(reader.texts(map, 'standards'), '标准');
    if (map.has('subject')) part.subject = this.#subject(map);
    if (map.has('needs')) part.needs = this.#needs(map);
    return part;
  }

  #word(map: YAMLMap, key: string): string {
    const text = this.#reader.text(map, key) ?? '';
    if (text.trim() === '') this.#reader.tell(map.get(key, true), `“${key}”没有内容。`);
    return text;
  }

  #subject(map: YAMLMap): ReportKind['subject'] {
    const subject = this.#reader.text(map, 'subject');
    if (subject === 'county' || subject === 'school') return subject;
    this.#reader.tell(map.get('subject', true), '“subject”只能是 county（全县的报告）或 school（一所学校的报告）。');
    return 'county';
  }

  #sections(map: YAMLMap): readonly string[] {
    const listed = this.#reader.texts(map, 'sections');
    if (listed.length === 0) this.#reader.tell(map.get('sections', true), '“sections”至少要列出一个章节文件。');
    for (const { node, text } of listed) {
      if (!SECTION.test(text)) this.#reader.tell(node, `章节文件“${text}”应是同一文件夹里的 .md 文件名，不含路径。`);
    }
    return this.#once(listed, '章节文件').filter((name) => SECTION.test(name));
  }

  #once(listed: readonly { readonly node: YamlNode; readonly text: string }[], what: string): readonly string[] {
    const seen = new Set<string>();
    for (const { node, text } of listed) {
      if (seen.has(text)) this.#reader.tell(node, `${what}“${text}”列了两次。`);
      seen.add(text);
    }
    return [...seen];
  }

  #needs(map: YAMLMap): readonly Need[] {
    const seen = new Set<string>();
    return this.#reader.list(map, 'needs').flatMap((node): readonly Need[] => {
      const entry = this.#reader.map(node, 'needs 的每一项');
      if (entry === null) return [];
      this.#onlyKeys(entry, NEED_KEYS);
      const indicator = this.#indicator(entry);
      const stages = this.#stages(entry);
      for (const stage of stages ?? ['']) {
        const key = `${indicator}|${stage}`;
        if (indicator !== '' && seen.has(key)) this.#reader.tell(node, `${indicator}${stage}列了两次。`);
        seen.add(key);
      }
      const unit = this.#unit(entry, indicator);
      const years = this.#years(entry);
      const optional = this.#truth(entry, 'optional');
      const [note, topic] = (['note', 'topic'] as const).map((key) => this.#reader.text(entry, key));
      return [
        {
          indicator,
          ...(unit === null ? {} : { unit }),
          ...(stages === null ? {} : { stages: stages as readonly Stage[] }),
          ...(years === null ? {} : { years }),
          ...(optional === null ? {} : { optional }),
          ...(note ? { note } : {}),
          ...(topic ? { topic } : {}),
        },
      ];
    });
  }

  #indicator(entry: YAMLMap): string {
    const id = this.#reader.text(entry, 'indicator') ?? '';
    const node = entry.get('indicator', true) ?? entry;
    if (id.trim() === '') this.#reader.tell(node, '缺少“indicator”：写词表编号，或“text:”加数据名称。');
    else if (id.startsWith('text:')) {
      const name = id.slice('text:'.length).trim();
      if (name === '') this.#reader.tell(node, '“text:”后面缺少数据名称。');
      const known = INDICATORS.find((one) => one.name === name);
      if (known !== undefined) this.#reader.tell(node, `“${name}”词表里已有，编号是 ${known.id}，请用编号。`);
    } else if (indicatorOf(id) === undefined) {
      const near =
        meant(
          id,
          INDICATORS.map((one) => one.id),
        ) || '；词表没有的数据写成“text:”加名称。';
      this.#reader.tell(node, `词表里没有编号“${id}”${near}`);
    }
    return id;
  }

  #stages(entry: YAMLMap): readonly string[] | null {
    if (!entry.has('stages')) return null;
    const listed = this.#reader.texts(entry, 'stages');
    for (const { node, text } of listed) {
      if (STAGES.includes(text)) continue;
      this.#reader.tell(node, `没有学段“${text}”，学段有${STAGES.join('、')}。`);
    }
    if (listed.length === 0) this.#reader.tell(entry.get('stages', true), '“stages”是空的；不分学段就不写这一项。');
    return this.#once(listed, '学段').filter((stage) => STAGES.includes(stage));
  }

  #unit(entry: YAMLMap, indicator: string): string | null {
    const unit = this.#reader.text(entry, 'unit');
    const known = indicatorOf(indicator);
    if (unit === null) {
      const given = this.#bundled?.needs.some((need) => need.indicator === indicator);
      if (indicator.startsWith('text:') && given !== true)
        this.#reader.tell(entry, `“${indicator}”不在词表中，要写明“unit”（单位），没有单位的写 unit: ''。`);
      return null;
    }
    // A rate between schools or a coefficient has no unit: the author says so, and has not forgotten it.
    if (unit === '' && known === undefined) return null;
    const base = splitUnit(unit).unit;
    if (known !== undefined && base !== (known.unit ?? '')) {
      const right = known.unit === null ? '没有单位' : `单位是“${known.unit}”，可加“万”“亿”`;
      this.#reader.tell(entry.get('unit', true), `${known.name}${right}，不能是“${unit}”。`);
    }
    return unit;
  }

  #years(entry: YAMLMap): number | null {
    if (!entry.has('years')) return null;
    const text = this.#reader.text(entry, 'years') ?? '';
    const years = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
    if (years >= 1 && years <= MOST_YEARS) return years;
    this.#reader.tell(entry.get('years', true), `“years”应是 1 到 ${MOST_YEARS} 的整数，不是“${text}”。`);
    return null;
  }

  #truth(entry: YAMLMap, key: string): boolean | null {
    const node = entry.get(key, true);
    if (node === undefined) return null;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.#reader.tell(node, `“${key}”应为 true 或 false。`);
    return null;
  }

  #onlyKeys(map: YAMLMap, keys: readonly string[]): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : isSeq(key) ? '[]' : '';
      if (!keys.includes(name)) {
        this.#reader.tell(key, `不认识“${name}”${meant(name, keys) || '。'}可用的有${keys.join('、')}。`);
      }
    }
  }
}
