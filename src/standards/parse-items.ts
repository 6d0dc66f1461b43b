import type { YAMLMap } from 'yaml';
import { SCHOOL_COLUMNS } from '../read/workbook/school-columns.ts';
import {
  COMPARISONS,
  readConfidence,
  readEach,
  readId,
  readIndicator,
  readNumber,
  readRequiredNumber,
} from './parse-fields.ts';
import type { Deduction, Item, Relief, Veto } from './standard.ts';
import type { YamlReader } from './yaml-reader.ts';

/** The items by which the work of a county is judged. */
export function readItems(reader: YamlReader, root: YAMLMap, settling: ReadonlySet<string>): Item[] {
  const keys = 'id group text evidence figures settledBy confidence'.split(' ');
  return readEach(reader, root, 'items', keys, (map): Item => {
    const evidence = reader.choice(map, 'evidence', ['text', 'figures']) ?? 'text';
    const figures = reader.text(map, 'figures');
    if (evidence === 'figures' && figures === null) reader.tell(map, `缺少“${reader.word('figures')}”。`);
    if (evidence === 'text' && figures !== null) {
      reader.tell(reader.at(map, 'figures'), `靠文字佐证的项目用不到“${reader.word('figures')}”。`);
    }
    return {
      id: readId(reader, map),
      group: reader.required(map, 'group'),
      text: reader.required(map, 'text'),
      evidence,
      figures,
      settledBy: readIds(reader, map, 'settledBy', settling),
      confidence: readConfidence(reader, map),
    };
  });
}

/** What alone keeps a county from being recognised. */
export function readVetoes(reader: YamlReader, root: YAMLMap, settling: ReadonlySet<string>): Veto[] {
  return readEach(reader, root, 'vetoes', ['id', 'text', 'settledBy', 'confidence'], (map) => ({
    id: readId(reader, map),
    text: reader.required(map, 'text'),
    settledBy: readIds(reader, map, 'settledBy', settling),
    confidence: readConfidence(reader, map),
  }));
}

/** Under what condition which marks give way. */
export function readReliefs(reader: YamlReader, root: YAMLMap, limits: ReadonlySet<string>): Relief[] {
  const keys = 'id when text limits value conditions confidence'.split(' ');
  return readEach(reader, root, 'reliefs', keys, (map) => ({
    id: readId(reader, map),
    when: reader.required(map, 'when'),
    text: reader.required(map, 'text'),
    limits: readIds(reader, map, 'limits', limits),
    value: readNumber(reader, map, 'value'),
    conditions: readEach(reader, map, 'conditions', ['id', 'indicator', 'comparison', 'value'], (condition) => ({
      id: readId(reader, condition),
      indicator: readIndicator(reader, condition, 'indicator'),
      comparison: reader.choice(condition, 'comparison', COMPARISONS) ?? '>=',
      value: readRequiredNumber(reader, condition, 'value'),
    })),
    confidence: readConfidence(reader, map),
  }));
}

/** What is taken off amounts of the schools, by the headings of the school table or their ids. */
export function readDeductions(reader: YamlReader, root: YAMLMap): Deduction[] {
  return readEach(reader, root, 'deductions', ['id', 'amount', 'of', 'clause'], (map) => ({
    id: readId(reader, map),
    amount: readAmount(reader, map, 'amount'),
    from: readAmount(reader, map, 'of'),
    clause: reader.required(map, 'clause'),
  }));
}

function readAmount(reader: YamlReader, map: YAMLMap, key: string): string {
  const text = reader.required(map, key);
  const found = SCHOOL_COLUMNS.find(
    (column) => column.unit !== null && [column.key, column.heading, ...column.aliases].includes(text),
  );
  if (found === undefined && text !== '') reader.tell(reader.at(map, key), `学校表中没有“${text}”一列。`);
  return found?.key ?? text;
}

function readIds(reader: YamlReader, map: YAMLMap, key: string, known: ReadonlySet<string>): string[] {
  return reader.texts(map, key).map(({ node, text }) => {
    if (!known.has(text)) reader.tell(node, `没有 ${reader.word('id')} 为“${text}”的限值或提法。`);
    return text;
  });
}
