import { parse, YAMLParseError } from 'yaml';
import type { Stage } from '../model/figure.ts';
import { InputError } from '../model/manuscript.ts';

/** A county figure that a report kind asks for. */
export interface Need {
  /** Id of the vocabulary, or `text:` and a Chinese name. */
  readonly indicator: string;
  /** The unit to fill in (万元, 万人…); without it the vocabulary's own. */
  readonly unit?: string;
  readonly stages?: readonly Stage[];
  /** The report's year and that many less one before it. */
  readonly years?: number;
  readonly optional?: boolean;
  readonly note?: string;
  /** Chinese heading under which a workbook lists it. */
  readonly topic?: string;
}

/** A report kind: its sections in order and the data it asks for. */
export interface ReportKind {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly string[];
  readonly needs: readonly Need[];
  /** Ids of the regulations whose limits the report tells. */
  readonly standards: readonly string[];
  /** Whose report it is: plain names of quantities are those of the county, or of one school of its table. */
  readonly subject: 'county' | 'school';
}

const STAGES: ReadonlySet<string> = new Set(['小学', '初中', '九年一贯制', '普通高中', '幼儿园', '特殊教育']);

/** Reads a kind.yaml; all that is wrong in it is told at once. */
export function parseKind(text: string, file: string): ReportKind {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    throw new InputError('kind-unreadable', `${file}${line === undefined ? '' : `第${line}行`}：不是有效的 YAML。`);
  }
  const problems: string[] = [];
  const kind = isRecord(raw) ? raw : {};
  const word = (key: string): string => {
    const value = kind[key];
    if (typeof value === 'string' && value !== '') return value;
    problems.push(`缺少 ${key}`);
    return '';
  };
  const list = (key: string): readonly unknown[] => (Array.isArray(kind[key]) ? kind[key] : []);
  const sections = list('sections').filter((name) => typeof name === 'string');
  if (sections.length === 0) problems.push('缺少 sections（章节文件清单）');
  const needs = list('needs').map((entry, index) => readNeed(entry, index, problems));
  const standards = list('standards').filter((name) => typeof name === 'string');
  const subject = kind.subject === 'school' ? 'school' : 'county';
  if (kind.subject !== undefined && kind.subject !== subject) problems.push('subject 只能是 county 或 school');
  const result: ReportKind = { id: word('id'), title: word('title'), sections, needs, standards, subject };
  if (problems.length > 0) {
    throw new InputError('kind-invalid', problems.map((problem) => `${file}：${problem}。`).join('\n'));
  }
  return result;
}

function readNeed(entry: unknown, index: number, problems: string[]): Need {
  const need = isRecord(entry) ? entry : {};
  if (typeof need.indicator !== 'string') problems.push(`needs 第${index + 1}项缺少 indicator`);
  const stages = need.stages;
  if (stages !== undefined && !(Array.isArray(stages) && stages.every((stage) => STAGES.has(String(stage))))) {
    problems.push(`needs 第${index + 1}项的 stages 只能是${[...STAGES].join('、')}`);
  }
  if (need.years !== undefined && !(Number.isInteger(need.years) && Number(need.years) >= 1)) {
    problems.push(`needs 第${index + 1}项的 years 应为正整数`);
  }
  return need as unknown as Need;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
