import { stringify } from 'yaml';
import { askedWords, parseKind, type ReportKind, type TemplateFile, throwProblems } from '../draft/index.ts';
import { parseKindFill } from '../write/workbook/county-fill.ts';
import { writeTemplateWorkbook } from '../write/workbook/template-workbook.ts';
import type { NamedText } from './indicators.ts';
import { type KindFiles, openKind } from './kind-files.ts';
import { ownNote } from './own-words.ts';

/** What `init` is asked. */
export interface InitRequest {
  /** The report kind: its files, or its kind.yaml alone, which does not say what the writer is asked for. */
  readonly kind: KindFiles | NamedText;
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
  /** Content of 文字/说明.txt. */
  readonly ownNote: string;
  /** Whose data were filled in; null for an empty project. */
  readonly county: string | null;
}

/** Settings in the order of the file, each with what to write there, and the kind that alone asks for it. */
const SETTINGS: readonly (readonly [key: string, comment: string, kind?: string])[] = [
  ['县名', '县（市、区）全称'],
  ['级别', '县、区、市或旗：文中“我县”“全县”的说法'],
  ['年份', '报告年度'],
  ['类型', '报告类型，见 junheng templates'],
  ['主送机关', '不带冒号；几个机关用顿号隔开，或写成列表；没有就留空'],
  ['学校', '写哪一所学校的报告，与学校表中的名称相同', 'school'],
  ['会议', '报告所在会议的全称，写明时题下注明会议和报告人；书面报告留空', 'congress'],
  ['落款', '署名机关'],
  ['日期', '成文日期，如2025年3月20日'],
];

/** Settings that most projects do without: written as a comment where nothing is given. */
const RARE: readonly (readonly [key: string, comment: string])[] = [
  ['标准', '本省、本市标准的 .yaml 文件，或内置标准的编号'],
  ['模板文件夹', '本单位的模板文件夹，不写就用这里的“模板”文件夹'],
];

/**
 * Makes a new report project: the workbook to fill in and the settings.
 *
 * @throws InputError for a kind or a sample that cannot be read
 */
export async function initProject(request: InitRequest): Promise<Project> {
  const { kind, templates, sample } = kindOf(request.kind);
  const fill = request.sample === null ? null : parseKindFill(request.sample, request.changes ?? sample);
  const workbook = await writeTemplateWorkbook({
    title: kind.title,
    year: request.year,
    needs: kind.needs,
    fill,
  });
  const given: Readonly<Record<string, string>> = fill?.settings ?? { 年份: request.year };
  return {
    workbook,
    settings: settingsText({ ...given, 类型: kind.id }),
    ownNote: ownNote(askedWords(templates)),
    county: fill?.county ?? null,
  };
}

function kindOf(given: KindFiles | NamedText): {
  readonly kind: ReportKind;
  readonly templates: readonly TemplateFile[];
  readonly sample: NamedText | null;
} {
  if ('text' in given) return { kind: parseKind(given.text, given.name), templates: [], sample: null };
  const { kind, templates, problems } = openKind(given);
  throwProblems(problems);
  const changes = given.overlay?.files.get('sample.yaml') ?? given.files.get('sample.yaml');
  const sample = changes === undefined ? null : { name: `${given.name}/sample.yaml`, text: changes };
  return { kind, templates, sample };
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
  const rare = RARE.flatMap(([key, comment]) => {
    const value = given[key] ?? '';
    return [`# ${comment}`, value === '' ? `#${key}: ` : stringify({ [key]: value }).trim()];
  });
  return `${['# 报告的设置。冒号后有一个空格。', ...lines, ...rare, ...CHECKING].join('\n')}\n`;
}
