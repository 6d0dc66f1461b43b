import { stringify } from 'yaml';
import { InputError } from '../model/manuscript.ts';
import { readSettings } from '../read/index.ts';
import type { Decision, Decisions, Ruling } from './decisions.ts';
import type { FindingKey } from './finding-key.ts';

const HEAD = `均衡核对时由人作出的决定。处理：“不是问题”的不再提示，“属实”的仍提示并注明已确认。
删去一条，下次核对时就重新提示。“已见”由 check --since 记下。`;

const RULINGS: Readonly<Record<Ruling, string>> = { dismissed: '不是问题', accepted: '属实' };
/** Words that people may write instead. */
const RULING_OF: ReadonlyMap<string, Ruling> = new Map([
  ['不是问题', 'dismissed'],
  ['误报', 'dismissed'],
  ['忽略', 'dismissed'],
  ['dismissed', 'dismissed'],
  ['属实', 'accepted'],
  ['确认', 'accepted'],
  ['accepted', 'accepted'],
]);

type Entry = ReadonlyMap<string, unknown>;

/**
 * Reads REPORT.decisions.yaml.
 * @throws InputError where it is no such file: a decision that is passed over in silence would come back as a finding
 */
export function parseDecisions(text: string, file: string): Decisions {
  const entries = readSettings(text, file);
  return {
    decisions: listOf(entries, '决定', file).map((entry, index) => decisionOf(entry, `${file}：第${index + 1}条决定`)),
    seen: listOf(entries, '已见', file).map((entry, index) => keyOf(entry, `${file}：第${index + 1}条“已见”`)),
  };
}

/** The file as it is written: for people to read, and to change. */
export function printDecisions({ decisions, seen }: Decisions): string {
  const body = {
    决定: decisions.map((one) => ({
      规则: one.rule,
      名称: one.names,
      ...(one.words === null ? {} : { 原句: one.words }),
      处理: RULINGS[one.ruling],
      ...(one.reason === null ? {} : { 理由: one.reason }),
      日期: one.date,
      ...(one.evidence === null ? {} : { 算式: one.evidence }),
    })),
    ...(seen.length === 0
      ? {}
      : { 已见: seen.map(({ rule, names, words }) => ({ 规则: rule, 名称: names, 原句: words })) }),
  };
  const head = HEAD.split('\n').map((line) => `# ${line}\n`);
  return `${head.join('')}${stringify(body, { lineWidth: 0 })}`;
}

function listOf(entries: Entry, name: string, file: string): Entry[] {
  const list = entries.get(name) ?? [];
  if (!Array.isArray(list)) throw new InputError('decisions-invalid', `${file}：“${name}”应是一个列表。`);
  return list.map((one: unknown, index) => {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) {
      throw new InputError('decisions-invalid', `${file}：“${name}”的第${index + 1}条应写成“名称: 值”。`);
    }
    return new Map(Object.entries(one));
  });
}

function decisionOf(entry: Entry, where: string): Decision {
  const ruling = RULING_OF.get(textOf(entry, '处理') ?? '');
  if (ruling === undefined) {
    throw new InputError('decisions-invalid', `${where}的“处理”应为“${Object.values(RULINGS).join('”或“')}”。`);
  }
  return {
    rule: ruleOf(entry, where),
    names: namesOf(entry, where),
    words: textOf(entry, '原句'),
    ruling,
    reason: textOf(entry, '理由'),
    date: textOf(entry, '日期') ?? '',
    evidence: textOf(entry, '算式'),
  };
}

function keyOf(entry: Entry, where: string): FindingKey {
  return { rule: ruleOf(entry, where), names: namesOf(entry, where), words: textOf(entry, '原句') ?? '' };
}

function ruleOf(entry: Entry, where: string): string {
  const rule = textOf(entry, '规则');
  if (rule === null) throw new InputError('decisions-invalid', `${where}没有写“规则”。`);
  return rule;
}

function namesOf(entry: Entry, where: string): string[] {
  const names = entry.get('名称') ?? [];
  if (!Array.isArray(names)) throw new InputError('decisions-invalid', `${where}的“名称”应是一个列表。`);
  // a key's names are in order; a person's may not be
  return names.map(String).sort();
}

function textOf(entry: Entry, name: string): string | null {
  const value = entry.get(name);
  return value === undefined || value === null || typeof value === 'object' ? null : String(value as string | number);
}
