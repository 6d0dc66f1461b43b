import { parse, YAMLParseError } from 'yaml';
import { InputError } from '../model/manuscript.ts';

/**
 * Reads a YAML file of names and values, such as a project's junheng.yaml; each job looks for the names of its own.
 * @param file its name, for messages
 * @returns empty for an empty file
 * @throws InputError `settings-unreadable`, `settings-invalid`
 */
export function readSettings(text: string, file: string): ReadonlyMap<string, unknown> {
  let raw: unknown;
  try {
    // `core` without timestamps: 2019-03-15 stays as written.
    raw = parse(text, { schema: 'core' });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    throw new InputError('settings-unreadable', `${file}${line === undefined ? '' : `第${line}行`}：不是有效的 YAML。`);
  }
  if (raw === null || raw === undefined) return new Map();
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    throw new InputError('settings-invalid', `${file}：每行应写成“名称: 值”。`);
  }
  return new Map(Object.entries(raw));
}
