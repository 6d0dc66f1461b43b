import type { YAMLMap } from 'yaml';
import { SCHOOL_TYPES } from '../read/workbook/scope.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import {
  COMPARISONS,
  readConfidence,
  readEach,
  readId,
  readIndicator,
  readInForce,
  readRequiredNumber,
  readShare,
  readStage,
} from './parse-fields.ts';
import type { Limit, SchoolRule } from './standard.ts';
import type { YamlReader } from './yaml-reader.ts';

const KEYS =
  'id indicator names stage comparison value unit clause confidence level floor effective area types wholeSchool'.split(
    ' ',
  );

/** The marks of a regulation. */
export function readLimits(reader: YamlReader, root: YAMLMap): Limit[] {
  return readEach(reader, root, 'limits', KEYS, (map) => readLimit(reader, map));
}

function readLimit(reader: YamlReader, map: YAMLMap): Limit {
  const indicator = readIndicator(reader, map, 'indicator');
  const level = reader.option(map, 'level', ['county', 'school']) ?? 'county';
  const floor = readShare(reader, map, 'floor', 1);
  if (floor !== null && level === 'county') {
    reader.tell(reader.at(map, 'floor'), `“${reader.word('floor')}”只用于学校一级的限值。`);
  }
  return {
    id: readId(reader, map),
    indicator,
    names: reader.texts(map, 'names').map(({ text }) => text),
    stage: readStage(reader, map),
    comparison: reader.choice(map, 'comparison', COMPARISONS) ?? '>=',
    value: readRequiredNumber(reader, map, 'value'),
    unit: readUnit(reader, map, indicator),
    clause: reader.required(map, 'clause'),
    confidence: readConfidence(reader, map),
    level,
    floor,
    effective: readInForce(reader, map),
    area: reader.text(map, 'area'),
    types: reader.texts(map, 'types').map(({ node, text }) => {
      if (!SCHOOL_TYPES.includes(text)) {
        reader.tell(node, `“${text}”不是可用的学校类型；可用的有${SCHOOL_TYPES.join('、')}。`);
      }
      return text;
    }),
    wholeSchool: reader.option(map, 'wholeSchool', ['true', 'false']) === 'true',
  };
}

/** The unit of the vocabulary: said once more it must agree, since a mark in 万元 against figures in 元 would pass everything. */
function readUnit(reader: YamlReader, map: YAMLMap, indicator: string): string | null {
  const unit = reader.text(map, 'unit');
  const known = indicatorOf(indicator);
  if (known === undefined) return unit;
  if (reader.at(map, 'unit') !== undefined && unit !== known.unit) {
    const wanted = known.unit === null ? 'null' : `“${known.unit}”`;
    reader.tell(
      reader.at(map, 'unit'),
      `“${known.name}”的单位应为${wanted}，不是${unit === null ? 'null' : `“${unit}”`}。`,
    );
  }
  return known.unit;
}

/** The rule “at least n of m marks”; null where there is none. */
export function readSchoolRule(reader: YamlReader, root: YAMLMap, limits: readonly Limit[]): SchoolRule | null {
  const node = reader.at(root, 'schoolRule');
  if (node === undefined) return null;
  const map = reader.map(node, `“${reader.word('schoolRule')}”`);
  if (map === null) return null;
  reader.onlyKeys(map, ['atLeast', 'limits', 'clause', 'confidence']);
  const atLeast = readRequiredNumber(reader, map, 'atLeast').toNumber();
  const ids = reader.texts(map, 'limits').map(({ node: item, text }) => {
    const limit = limits.find(({ id }) => id === text);
    if (limit === undefined) reader.tell(item, `没有 ${reader.word('id')} 为“${text}”的限值。`);
    else if (limit.level !== 'school') reader.tell(item, `限值“${text}”不是学校一级的。`);
    return text;
  });
  if (!Number.isInteger(atLeast) || atLeast < 0 || atLeast > ids.length) {
    reader.tell(
      reader.at(map, 'atLeast'),
      `“${reader.word('atLeast')}”应是0到${ids.length}之间的整数，不是“${atLeast}”。`,
    );
  }
  return {
    atLeast,
    limits: ids,
    clause: reader.required(map, 'clause'),
    confidence: readConfidence(reader, map),
  };
}
