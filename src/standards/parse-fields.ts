import type { YAMLMap } from 'yaml';
import { Decimal } from '../model/decimal.ts';
import { INDICATORS, indicatorOf } from '../vocabulary/index.ts';
import type { Comparison, Confidence, InForce } from './standard.ts';
import type { YamlReader } from './yaml-reader.ts';

export const COMPARISONS: readonly Comparison[] = ['>=', '<=', '>', '<'];
const CONFIDENCES: readonly Confidence[] = ['certain', 'memory', 'unsure'];
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A required id: small letters, digits and hyphens. */
export function readId(reader: YamlReader, map: YAMLMap): string {
  const id = reader.required(map, 'id');
  if (id !== '' && !ID.test(id)) {
    reader.tell(reader.at(map, 'id'), `${reader.word('id')} 只能用小写字母、数字和连字符。`);
  }
  return id;
}

/** A number as a decimal; null where absent or no number, which is told. */
export function readNumber(reader: YamlReader, map: YAMLMap, key: string): Decimal | null {
  const text = reader.text(map, key);
  if (text === null || text === '') return null;
  if (NUMBER.test(text)) return new Decimal(text);
  reader.tell(reader.at(map, key), `“${reader.word(key)}”应是数字，不是“${text}”。`);
  return null;
}

/** A required number; zero stands in where it is missing, which is told. */
export function readRequiredNumber(reader: YamlReader, map: YAMLMap, key: string): Decimal {
  return reader.required(map, key) === '' ? new Decimal(0) : (readNumber(reader, map, key) ?? new Decimal(0));
}

/** A percentage between 0 and 100, as a share of 1 where `whole` is 1. */
export function readShare(reader: YamlReader, map: YAMLMap, key: string, whole: 1 | 100): Decimal | null {
  const number = readNumber(reader, map, key);
  if (number === null || (number.gte(0) && number.lte(whole))) return number;
  reader.tell(reader.at(map, key), `“${reader.word(key)}”应在0与${whole}之间，不是“${number.toString()}”。`);
  return number;
}

/** How well a number is sourced; a file that does not say so answers for its numbers. */
export function readConfidence(reader: YamlReader, map: YAMLMap): Confidence {
  if (reader.text(map, 'confidence') === null) return 'certain';
  return reader.option(map, 'confidence', CONFIDENCES) ?? 'unsure';
}

/** 小学, 初中, or null for the county as a whole. */
export function readStage(reader: YamlReader, map: YAMLMap): '小学' | '初中' | null {
  const stage = reader.text(map, 'stage');
  if (stage === null || stage === '小学' || stage === '初中') return stage;
  reader.tell(reader.at(map, 'stage'), `“${reader.word('stage')}”应为小学、初中或 null，不是“${stage}”。`);
  return null;
}

/** An indicator by its id, its official name or another name of it, or `text:` and a name of the file's own. */
export function readIndicator(reader: YamlReader, map: YAMLMap, key: string): string {
  const text = reader.required(map, key);
  if (text === '' || text.startsWith('text:') || indicatorOf(text) !== undefined) return text;
  const found =
    INDICATORS.find(({ name }) => name === text) ?? INDICATORS.find(({ aliases }) => aliases.includes(text));
  if (found !== undefined) return found.id;
  const near = nearName(text);
  reader.tell(
    reader.at(map, key),
    `词表中没有指标“${text}”${near === null ? '' : `（相近的有“${near}”）`}；自定的指标请写成“text:名称”。`,
  );
  return text;
}

/** The name or id that shares most of its neighbouring characters with what was written; null where less than half. */
function nearName(text: string): string | null {
  const pairs = (word: string): string[] => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const wanted = pairs(text);
  let best: string | null = null;
  let most = wanted.length / 2;
  for (const word of INDICATORS.flatMap(({ id, name }) => [name, id])) {
    const own = new Set(pairs(word));
    const shared = wanted.filter((pair) => own.has(pair)).length - Math.abs(own.size - wanted.length) / 10;
    if (shared > most) [best, most] = [word, shared];
  }
  return best;
}

/** `{ from, until }`; null where absent. */
export function readInForce(reader: YamlReader, map: YAMLMap): InForce | null {
  const node = reader.at(map, 'effective');
  if (node === undefined) return null;
  const inner = reader.map(node, `“${reader.word('effective')}”`);
  if (inner === null) return { from: '', until: null };
  reader.onlyKeys(inner, ['from', 'until']);
  const from = reader.required(inner, 'from');
  const until = reader.text(inner, 'until');
  if (from !== '') checkDate(reader, inner, 'from', from);
  if (until !== null) checkDate(reader, inner, 'until', until);
  if (until !== null && from > until) reader.tell(reader.at(inner, 'until'), `失效日期${until}早于生效日期${from}。`);
  return { from, until };
}

function checkDate(reader: YamlReader, map: YAMLMap, key: string, text: string): void {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return;
  reader.tell(reader.at(map, key), `“${reader.word(key)}”应写成 2012-01-20 这样的日期，不是“${text}”。`);
}

/** The items of a list of maps that each have an id of their own. */
export function readEach<T extends { readonly id: string }>(
  reader: YamlReader,
  root: YAMLMap,
  key: string,
  keys: readonly string[],
  read: (map: YAMLMap) => T,
): T[] {
  const ids = new Set<string>();
  return reader.list(root, key).flatMap((node) => {
    const map = reader.map(node, `“${reader.word(key)}”的每一项`);
    if (map === null) return [];
    reader.onlyKeys(map, keys);
    const one = read(map);
    if (one.id !== '' && ids.has(one.id)) reader.tell(map, `${reader.word('id')}“${one.id}”重复。`);
    ids.add(one.id);
    return [one];
  });
}
