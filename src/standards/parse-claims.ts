import type { YAMLMap } from 'yaml';
import {
  COMPARISONS,
  readConfidence,
  readEach,
  readId,
  readIndicator,
  readNumber,
  readRequiredNumber,
  readShare,
  readStage,
} from './parse-fields.ts';
import type { ClaimForm, ClaimTest, Survey } from './standard.ts';
import type { YamlReader } from './yaml-reader.ts';

const KEYS = 'id words form indicator stage than comparison value clause confidence'.split(' ');
const FORMS: readonly ClaimForm[] = ['growth-above', 'rising', 'not-falling', 'not-below', 'quotient', 'level'];
const TWO_SIDED: ReadonlySet<ClaimForm> = new Set<ClaimForm>(['growth-above', 'not-below', 'quotient']);
const VALUED: ReadonlySet<ClaimForm> = new Set<ClaimForm>(['quotient', 'level']);

/** Claims in words and what figures they must stand against. */
export function readClaims(reader: YamlReader, root: YAMLMap): ClaimTest[] {
  return readEach(reader, root, 'claims', KEYS, (map) => readClaim(reader, map));
}

function readClaim(reader: YamlReader, map: YAMLMap): ClaimTest {
  const form = reader.choice(map, 'form', FORMS) ?? 'rising';
  const words = reader.texts(map, 'words').map(({ text }) => text);
  if (words.length === 0) reader.tell(map, `“${reader.word('words')}”至少要有一项。`);
  return {
    id: readId(reader, map),
    words,
    form,
    indicator: readIndicator(reader, map, 'indicator'),
    stage: readStage(reader, map),
    than: fits(reader, map, 'than', form, TWO_SIDED) ? readIndicator(reader, map, 'than') : null,
    comparison: fits(reader, map, 'comparison', form, VALUED) ? reader.choice(map, 'comparison', COMPARISONS) : null,
    value: fits(reader, map, 'value', form, VALUED) ? readRequiredNumber(reader, map, 'value') : null,
    clause: reader.required(map, 'clause'),
    confidence: readConfidence(reader, map),
  };
}

/** Whether a form needs a key; one that it has no use for is told. */
function fits(reader: YamlReader, map: YAMLMap, key: string, form: ClaimForm, forms: ReadonlySet<ClaimForm>): boolean {
  if (forms.has(form)) return true;
  const node = reader.at(map, key);
  if (node !== undefined) {
    reader.tell(node, `“${reader.text(map, 'form') ?? form}”这种${reader.word('form')}用不到“${reader.word(key)}”。`);
  }
  return false;
}

/** The sample of the satisfaction survey; null where the regulation has none. */
export function readSurvey(reader: YamlReader, root: YAMLMap): Survey | null {
  const node = reader.at(root, 'survey');
  if (node === undefined) return null;
  const map = reader.map(node, `“${reader.word('survey')}”`);
  if (map === null) return null;
  reader.onlyKeys(map, ['perMille', 'atLeast', 'parentShare', 'validShare', 'clause', 'confidence']);
  return {
    perMille: readRequiredNumber(reader, map, 'perMille'),
    atLeast: readNumber(reader, map, 'atLeast'),
    parentShare: readShare(reader, map, 'parentShare', 100),
    validShare: readShare(reader, map, 'validShare', 100),
    clause: reader.required(map, 'clause'),
    confidence: readConfidence(reader, map),
  };
}
