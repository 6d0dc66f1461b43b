import type { YAMLMap } from 'yaml';
import { Decimal } from '../model/decimal.ts';
import { EXCLUSION_CATEGORIES } from '../read/workbook/scope.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { perPupilIndicatorOf } from './school-indicators.ts';
import type { Comparison, Confidence, Limit, SchoolRule, Standard } from './standard.ts';
import { YamlReader } from './yaml-reader.ts';

const CONFIDENCES: readonly Confidence[] = ['certain', 'memory', 'unsure'];
const COMPARISONS: readonly Comparison[] = ['>=', '<=', '>', '<'];
const KEYS = 'id name issuer number effective region kinds excludes coefficients limits schoolRule'.split(' ');
const LIMIT_KEYS = 'id indicator stage comparison value unit clause confidence level floor'.split(' ');
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads a regulation from YAML.
 *
 * @param name the file's name, for messages
 * @param yaml its text
 * @throws InputError `standard-problems` with every problem, one a line, each with its line number
 */
export function parseStandard(name: string, yaml: string): Standard {
  const reader = new YamlReader(name, yaml);
  reader.throwIfAny();
  const root = reader.map(reader.root, '文件');
  if (root === null) {
    reader.throwIfAny();
    throw new Error('unreachable: a root that is no map is a problem');
  }
  reader.onlyKeys(root, KEYS);
  const id = reader.required(root, 'id');
  if (id !== '' && !ID.test(id)) reader.tell(reader.at(root, 'id'), 'id 只能用小写字母、数字和连字符。');
  const limits = readLimits(reader, root);
  const standard: Standard = {
    id,
    name: reader.required(root, 'name'),
    issuer: reader.required(root, 'issuer'),
    number: reader.required(root, 'number'),
    effective: readEffective(reader, root),
    region: reader.required(root, 'region'),
    kinds: reader.texts(root, 'kinds').map(({ text }) => text),
    excludes: readKnown(reader, root, 'excludes', '学校类别', (text) => EXCLUSION_CATEGORIES.includes(text)),
    coefficients: readKnown(
      reader,
      root,
      'coefficients',
      '生均指标',
      (text) => perPupilIndicatorOf(text) !== undefined,
    ),
    limits,
    schoolRule: readSchoolRule(reader, root, limits),
  };
  reader.throwIfAny();
  return standard;
}

function readEffective(reader: YamlReader, root: YAMLMap): Standard['effective'] {
  const node = reader.at(root, 'effective');
  if (node === undefined) reader.tell(root, '缺少“effective”。');
  const map = node === undefined ? null : reader.map(node, '“effective”');
  if (map === null) return { from: '', until: null };
  reader.onlyKeys(map, ['from', 'until']);
  const from = reader.required(map, 'from');
  const until = reader.text(map, 'until');
  if (from !== '') checkDate(reader, map, 'from', from);
  if (until !== null) checkDate(reader, map, 'until', until);
  if (until !== null && from > until) reader.tell(reader.at(map, 'until'), `失效日期${until}早于生效日期${from}。`);
  return { from, until };
}

function checkDate(reader: YamlReader, map: YAMLMap, key: string, text: string): void {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return;
  reader.tell(reader.at(map, key), `“${key}”应写成 2012-01-20 这样的日期，不是“${text}”。`);
}

function readKnown(
  reader: YamlReader,
  root: YAMLMap,
  key: string,
  what: string,
  isKnown: (text: string) => boolean,
): string[] {
  return reader.texts(root, key).map(({ node, text }) => {
    if (!isKnown(text)) reader.tell(node, `“${text}”不是可用的${what}。`);
    return text;
  });
}

function readLimits(reader: YamlReader, root: YAMLMap): Limit[] {
  const limits: Limit[] = [];
  const ids = new Set<string>();
  for (const node of reader.list(root, 'limits')) {
    const map = reader.map(node, '“limits”的每一项');
    if (map === null) continue;
    const limit = readLimit(reader, map);
    if (ids.has(limit.id)) reader.tell(map, `id“${limit.id}”重复。`);
    ids.add(limit.id);
    limits.push(limit);
  }
  if (limits.length === 0) reader.tell(root, '“limits”中没有任何限值。');
  return limits;
}

function readLimit(reader: YamlReader, map: YAMLMap): Limit {
  reader.onlyKeys(map, LIMIT_KEYS);
  const indicator = reader.required(map, 'indicator');
  const known = indicatorOf(indicator);
  if (indicator !== '' && known === undefined && !indicator.startsWith('text:')) {
    reader.tell(reader.at(map, 'indicator'), `词表中没有指标“${indicator}”；自定的指标请写成“text:名称”。`);
  }
  const stage = reader.text(map, 'stage');
  if (stage !== null && stage !== '小学' && stage !== '初中') {
    reader.tell(reader.at(map, 'stage'), `“stage”应为小学、初中或 null，不是“${stage}”。`);
  }
  const unit = reader.text(map, 'unit');
  if (known !== undefined && unit !== known.unit) {
    const wanted = known.unit === null ? 'null' : `“${known.unit}”`;
    reader.tell(map, `“${known.name}”的单位应为${wanted}，不是${unit === null ? 'null' : `“${unit}”`}。`);
  }
  return {
    id: reader.required(map, 'id'),
    indicator,
    stage: stage === '小学' || stage === '初中' ? stage : null,
    comparison: reader.choice(map, 'comparison', COMPARISONS) ?? '>=',
    value: readNumber(reader, map, 'value', reader.required(map, 'value')) ?? new Decimal(0),
    unit,
    clause: reader.required(map, 'clause'),
    confidence: reader.choice(map, 'confidence', CONFIDENCES) ?? 'unsure',
    level: reader.choice(map, 'level', ['county', 'school']) ?? 'county',
    floor: readNumber(reader, map, 'floor', reader.text(map, 'floor')),
  };
}

function readNumber(reader: YamlReader, map: YAMLMap, key: string, text: string | null): Decimal | null {
  if (text === null || text === '') return null;
  if (NUMBER.test(text)) return new Decimal(text);
  reader.tell(reader.at(map, key), `“${key}”应是数字，不是“${text}”。`);
  return null;
}

function readSchoolRule(reader: YamlReader, root: YAMLMap, limits: readonly Limit[]): SchoolRule | null {
  const node = reader.at(root, 'schoolRule');
  if (node === undefined) return null;
  const map = reader.map(node, '“schoolRule”');
  if (map === null) return null;
  reader.onlyKeys(map, ['atLeast', 'limits', 'clause', 'confidence']);
  const atLeast = readNumber(reader, map, 'atLeast', reader.required(map, 'atLeast'));
  const ids = reader.texts(map, 'limits').map(({ node: item, text }) => {
    const limit = limits.find(({ id }) => id === text);
    if (limit === undefined) reader.tell(item, `没有 id 为“${text}”的限值。`);
    else if (limit.level !== 'school') reader.tell(item, `限值“${text}”不是学校一级的。`);
    return text;
  });
  return {
    atLeast: atLeast?.toNumber() ?? 0,
    limits: ids,
    clause: reader.required(map, 'clause'),
    confidence: reader.choice(map, 'confidence', CONFIDENCES) ?? 'unsure',
  };
}
