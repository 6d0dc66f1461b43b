import { InputError } from '../model/manuscript.ts';
import { readSettings } from '../read/index.ts';
import type { DraftSettings } from './settings.ts';

/** The names that a project file may use for each setting: those that a clerk writes, and those of programs. */
const NAMES: Readonly<Record<'kind' | keyof DraftSettings, readonly string[]>> = {
  kind: ['类型', '报告类型', 'kind'],
  county: ['县名', 'county'],
  level: ['级别', 'level'],
  addressee: ['主送机关', 'addressee'],
  school: ['学校', '学校名称', 'school'],
  meeting: ['会议', 'meeting'],
  signatory: ['落款', '署名', 'signatory'],
  date: ['日期', '成文日期', 'date'],
};

const LEVELS: ReadonlySet<string> = new Set(['县', '区', '市', '旗']);

/** What a project file says about drafting. */
export interface ProjectSettings {
  readonly kind: string | null;
  readonly settings: DraftSettings;
}

/** Reads what junheng.yaml says about drafting; other jobs have keys of their own in it, which are left alone. */
export function parseProjectSettings(text: string, file: string): ProjectSettings {
  const entries = readSettings(text, file);
  const problems: string[] = [];
  const read = (setting: keyof typeof NAMES): string | null => {
    const name = NAMES[setting].find((one) => entries.has(one));
    const value = name === undefined ? null : entries.get(name);
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'string') return value.trim();
    problems.push(`${file}：“${name}”应为文字，如含冒号请加引号。`);
    return null;
  };
  const kind = read('kind');
  const settings: Record<string, string> = {};
  for (const key of ['county', 'level', 'addressee', 'school', 'meeting', 'signatory', 'date'] as const) {
    const value = read(key);
    if (value !== null) settings[key] = key === 'date' ? officialDate(value) : value;
  }
  if (settings.level !== undefined && !LEVELS.has(settings.level)) {
    problems.push(`${file}：“级别”应为${[...LEVELS].join('、')}之一，现为“${settings.level}”。`);
  }
  if (problems.length > 0) throw new InputError('settings-invalid', problems.join('\n'));
  return { kind, settings };
}

/** `2019-03-05` as GB/T 9704 writes it: 2019年3月5日. */
function officialDate(date: string): string {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date);
  return match === null ? date : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}
