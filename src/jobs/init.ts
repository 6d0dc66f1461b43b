import { stringify } from 'yaml';
import { parseKind } from '../draft/kind.ts';
import { parseKindFill } from '../write/workbook/county-fill.ts';
import { writeTemplateWorkbook } from '../write/workbook/template-workbook.ts';
import type { NamedText } from './indicators.ts';

/** What `init` is asked. */
export interface InitRequest {
  /** The report kind's kind.yaml. */
  readonly kind: NamedText;
  /** The report's year; that of the sample wins over it. */
  readonly year: string;
  /** A county to fill in; null for an empty project. */
  readonly sample: NamedText | null;
  /** What the kind changes in that county: its sample.yaml. */
  readonly changes?: NamedText | undefined;
}

/** A new report project. */
export interface Project {
  /** Content of 数据.xlsx. */
  readonly workbook: Uint8Array;
  /** Content of junheng.yaml. */
  readonly settings: string;
  /** Whose data were filled in; null for an empty project. */
  readonly county: string | null;
}

/** Settings in the order of the file, each with what to write there, and the kind that alone asks for it. */
const SETTINGS: readonly (readonly [key: string, comment: string, kind?: string])[] = [
  ['县名', '县（市、区）全称'],
  ['级别', '县、市或区：文中“我县”“全县”的说法'],
  ['年份', '报告年度'],
  ['类型', '报告类型，见 junheng templates'],
  ['主送机关', '不带冒号；没有就留空'],
  ['学校', '写哪一所学校的报告，与学校表中的名称相同', 'school'],
  ['会议', '报告所在会议的全称，写明时题下注明会议和报告人；书面报告留空', 'congress'],
  ['落款', '署名机关'],
  ['日期', '成文日期，如2025年3月20日'],
];

/**
 * Makes a new report project: the workbook to fill in and the settings.
 *
 * @throws InputError for a kind or a sample that cannot be read
 */
export async function initProject(request: InitRequest): Promise<Project> {
  const kind = parseKind(request.kind.text, request.kind.name);
  const fill = request.sample === null ? null : parseKindFill(request.sample, request.changes ?? null);
  const workbook = await writeTemplateWorkbook({
    title: kind.title,
    year: request.year,
    needs: kind.needs,
    fill,
  });
  const given: Readonly<Record<string, string>> = fill?.settings ?? { 年份: request.year };
  return { workbook, settings: settingsText({ ...given, 类型: kind.id }), county: fill?.county ?? null };
}

/** How rules are switched off, as an example that does nothing until its # is taken away. */
const CHECKING = [
  '# 核对时不想看到的规则（去掉行首的 # 即生效；可写 关、错误、提醒、说明；名称见 junheng manual）',
  '#核对规则:',
  '#  同一事物名称不一: 关',
];

function settingsText(given: Readonly<Record<string, string>>): string {
  const asked = SETTINGS.filter(([, , kind]) => kind === undefined || kind === given.类型);
  const lines = asked.flatMap(([key, comment]) => {
    const value = given[key] ?? '';
    return [`# ${comment}`, stringify({ [key]: value === '' ? null : value }, { nullStr: '' }).trim()];
  });
  return `${['# 报告的设置。冒号后有一个空格。', ...lines, ...CHECKING].join('\n')}\n`;
}
