import { InputError } from '../model/manuscript.ts';
import type { Finding, Severity } from '../model/relation.ts';
import { ALL_RULES } from './all-rules.ts';

/** What a project says about checking: rules switched off, or told at another severity. By rule id. */
export interface CheckSettings {
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

export const NO_SETTINGS: CheckSettings = { rules: new Map() };

const SECTIONS = ['核对规则', '规则', 'rules'] as const;
const SWITCHES: ReadonlyMap<string, Severity | 'off' | null> = new Map([
  ['关', 'off'],
  ['off', 'off'],
  ['false', 'off'],
  ['开', null],
  ['on', null],
  ['true', null],
  ['错误', 'error'],
  ['error', 'error'],
  ['提醒', 'warning'],
  ['warning', 'warning'],
  ['说明', 'info'],
  ['info', 'info'],
] as const);

/**
 * Reads the part of junheng.yaml that is about checking: `核对规则:` and below it `规则: 关` (or 提醒, 说明, 错误), a rule
 * named by its id or by its Chinese title.
 * @throws InputError `settings-invalid` where a rule or a switch is unknown: a slip there would silence nothing
 */
export function checkSettings(entries: ReadonlyMap<string, unknown>, file: string): CheckSettings {
  const section = SECTIONS.find((name) => entries.has(name));
  const raw = section === undefined ? null : entries.get(section);
  if (raw === null || raw === undefined) return NO_SETTINGS;
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    throw new InputError('settings-invalid', `${file}：“${section}”下面每行应写成“规则名: 关”。`);
  }
  const rules = new Map<string, Severity | 'off'>();
  const problems: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const rule = ALL_RULES.find(({ id, title }) => id === name.trim() || title === name.trim());
    const wanted = SWITCHES.get(String(value).trim().toLowerCase());
    if (rule === undefined) {
      problems.push(`${file}：没有叫“${name}”的核对规则；规则的名称见 junheng manual。`);
    } else if (wanted === undefined) {
      problems.push(`${file}：规则“${name}”应设为 关、错误、提醒 或 说明，现为“${String(value)}”。`);
    } else if (wanted !== null) rules.set(rule.id, wanted);
  }
  if (problems.length > 0) throw new InputError('settings-invalid', problems.join('\n'));
  return { rules };
}

/** Findings as the settings want them told, and how many a switched-off rule kept back. */
export function withSettings(
  findings: readonly Finding[],
  { rules }: CheckSettings,
): { readonly findings: readonly Finding[]; readonly silenced: number } {
  if (rules.size === 0) return { findings, silenced: 0 };
  const told = findings.flatMap((finding) => {
    const wanted = rules.get(finding.rule);
    if (wanted === 'off') return [];
    return wanted === undefined ? [finding] : [{ ...finding, severity: wanted }];
  });
  return { findings: told, silenced: findings.length - told.length };
}
