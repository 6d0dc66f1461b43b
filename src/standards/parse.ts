import type { YAMLMap } from 'yaml';
import { EXCLUSION_CATEGORIES } from '../read/workbook/scope.ts';
import { readClaims, readSurvey } from './parse-claims.ts';
import { readId, readInForce } from './parse-fields.ts';
import { readDeductions, readItems, readReliefs, readVetoes } from './parse-items.ts';
import { readLimits, readSchoolRule } from './parse-limits.ts';
import { PER_PUPIL_INDICATORS } from './school-indicators.ts';
import type { Standard } from './standard.ts';
import { YamlReader } from './yaml-reader.ts';
import { CHINESE_VALUES } from './yaml-words.ts';
import { indicatorOf } from '../vocabulary/index.ts';

const KEYS =
  'id name issuer number effective region kinds excludes coefficients deductions limits schoolRule claims items vetoes reliefs survey'.split(
    ' ',
  );
const KINDS = ['county-basic', 'county-quality', 'briefing', 'congress', 'school'];

/**
 * Reads a regulation from YAML. The format is told, key by key, in corpus/sample/某省标准示例.yaml.
 *
 * @param name the file's name, for messages
 * @param yaml its text
 * @throws InputError `standard-problems` with every problem, one a line, each with its line and column
 */
export function parseStandard(name: string, yaml: string): Standard {
  const reader = new YamlReader(name, yaml.replace(/^\uFEFF/u, ''));
  reader.throwIfAny();
  const root = reader.map(reader.root, '文件');
  if (root === null) {
    reader.throwIfAny();
    throw new Error('unreachable: a root that is no map is a problem');
  }
  reader.onlyKeys(root, KEYS);
  if (reader.at(root, 'effective') === undefined) reader.tell(root, `缺少“${reader.word('effective')}”。`);
  const limits = readLimits(reader, root);
  const claims = readClaims(reader, root);
  const limitIds = new Set(limits.map(({ id }) => id));
  const settling = new Set([...limitIds, ...claims.map(({ id }) => id)]);
  const standard: Standard = {
    id: readId(reader, root),
    name: reader.required(root, 'name'),
    issuer: reader.required(root, 'issuer'),
    number: reader.required(root, 'number'),
    effective: readInForce(reader, root) ?? { from: '', until: null },
    region: reader.required(root, 'region'),
    kinds: readKnown(reader, root, 'kinds', '报告种类', kindOf),
    excludes: readKnown(reader, root, 'excludes', '学校类别', (text) =>
      EXCLUSION_CATEGORIES.includes(text) ? text : null,
    ),
    coefficients: readKnown(reader, root, 'coefficients', '生均指标', perPupilOf),
    deductions: readDeductions(reader, root),
    limits,
    schoolRule: readSchoolRule(reader, root, limits),
    claims,
    items: readItems(reader, root, settling),
    vetoes: readVetoes(reader, root, settling),
    reliefs: readReliefs(reader, root, limitIds),
    survey: readSurvey(reader, root),
  };
  reader.throwIfAny();
  return standard;
}

function kindOf(text: string): string | null {
  return KINDS.find((kind) => kind === text || CHINESE_VALUES[kind] === text) ?? null;
}

function perPupilOf(text: string): string | null {
  return PER_PUPIL_INDICATORS.find(({ id }) => id === text || indicatorOf(id)?.name === text)?.id ?? null;
}

function readKnown(
  reader: YamlReader,
  root: YAMLMap,
  key: string,
  what: string,
  known: (text: string) => string | null,
): string[] {
  return reader.texts(root, key).map(({ node, text }) => {
    const found = known(text);
    if (found === null) reader.tell(node, `“${text}”不是可用的${what}。`);
    return found ?? text;
  });
}
