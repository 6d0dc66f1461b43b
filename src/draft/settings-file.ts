import { isScalar, type YAMLMap } from 'yaml';
import { InputError } from '../model/manuscript.ts';
import type { YamlNode } from '../standards/yaml-reader.ts';
import { YamlReader } from '../standards/yaml-reader.ts';
import { addressees, official, settingDate } from './setting-values.ts';
import { meant } from './nearest.ts';
import { problemLines, type RecordedProblem } from './problem.ts';
import { type DraftSettings, LEVEL_WORDS, levelOf } from './settings.ts';

/** The names that a project file may use for each setting: those that a clerk writes, and those of programs. */
const NAMES = {
  kind: ['类型', '报告类型', 'kind'],
  county: ['县名', 'county'],
  level: ['级别', 'level'],
  year: ['年份', '报告年度', 'year'],
  addressee: ['主送机关', 'addressee'],
  school: ['学校', '学校名称', 'school'],
  meeting: ['会议', 'meeting'],
  signatory: ['落款', '署名', 'signatory'],
  date: ['日期', '成文日期', 'date'],
  standards: ['标准', 'standards'],
  templates: ['模板文件夹', 'templates'],
} as const;

type Setting = keyof typeof NAMES;

/** What other jobs read in the same file; they tell their own faults. */
const OTHERS: readonly string[] = ['核对规则', '规则', 'rules', '单价'];

/** What a project file says about drafting. */
export interface ProjectSettings {
  readonly kind: string | null;
  readonly settings: DraftSettings;
  /** The report's year, to be held against the workbook's. */
  readonly year: string | null;
  /** Ids, and paths of files as they are written there. */
  readonly standards: readonly string[];
  /** The office's templates folder as it is written there. */
  readonly templates: string | null;
}

/** What the settings are held against. */
export interface SettingsContext {
  /** Ids of the report kinds there are. */
  readonly kinds?: readonly string[];
  /** Ids of the regulations that the program brings. */
  readonly standards?: readonly string[];
  readonly county?: string;
  readonly year?: string;
  /** Names of the workbook's schools. */
  readonly schools?: readonly string[];
}

/**
 * Reads what junheng.yaml says about drafting.
 * @param context with what a setting must agree; what is not given is not tested
 * @throws InputError `settings-invalid` with every mistake, by line and column
 */
export function parseProjectSettings(text: string, file: string, context: SettingsContext = {}): ProjectSettings {
  const { project, problems } = readProjectSettings(text, file, context);
  if (problems.length > 0) throw new InputError('settings-invalid', problemLines(problems));
  return project;
}

/** The same with its mistakes beside it: which folder of templates is meant must be known before the rest can be judged. */
export function readProjectSettings(
  text: string,
  file: string,
  context: SettingsContext = {},
): { readonly project: ProjectSettings; readonly problems: readonly RecordedProblem[] } {
  const reader = new YamlReader(file, text);
  const nothing: ProjectSettings = { kind: null, settings: {}, year: null, standards: [], templates: null };
  const readable = reader.problems.length === 0 && reader.root !== null;
  const project = readable ? new SettingsReader(reader).read(context) : nothing;
  return { project, problems: reader.problems.map((problem) => ({ file, ...problem })) };
}

class SettingsReader {
  readonly #reader: YamlReader;
  readonly #nodes = new Map<Setting, YamlNode>();

  constructor(reader: YamlReader) {
    this.#reader = reader;
  }

  read(context: SettingsContext): ProjectSettings {
    const map = this.#reader.map(this.#reader.root, '设置');
    if (map !== null) this.#collect(map);
    const kind = this.#text('kind');
    if (kind !== null && context.kinds !== undefined && !context.kinds.includes(kind)) {
      const near = meant(kind, context.kinds) || '；';
      this.#tell('kind', `没有报告类型“${kind}”${near}可用：${context.kinds.join('、')}。`);
    }
    const settings = {
      ...this.#given('county', this.#county(context)),
      ...this.#given('level', this.#level()),
      ...this.#given('addressee', this.#addressee()),
      ...this.#given('signatory', this.#text('signatory')),
      ...this.#given('date', this.#date()),
      ...this.#given('school', this.#school(context)),
      ...this.#given('meeting', this.#text('meeting')),
    };
    const year = this.#year(context);
    return { kind, settings, year, standards: this.#standards(context), templates: this.#text('templates') };
  }

  /** Every key once, whichever of its names is used. */
  #collect(map: YAMLMap): void {
    const names = new Map<string, Setting>();
    for (const [setting, words] of Object.entries(NAMES)) for (const word of words) names.set(word, setting as Setting);
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const setting = names.get(name);
      if (setting === undefined) {
        if (OTHERS.includes(name)) continue;
        const own = [...Object.values(NAMES).map(([word]) => word), '核对规则', '单价'];
        this.#reader.tell(key, `没有“${name}”这项设置${meant(name, own) || '。'}可用的有${own.join('、')}。`);
      } else if (this.#nodes.has(setting)) {
        this.#reader.tell(key, `“${name}”与前面的“${NAMES[setting][0]}”是同一项设置，只能写一次。`);
      } else this.#nodes.set(setting, value);
    }
  }

  #given<Key extends string>(key: Key, value: string | null): { readonly [K in Key]?: string } {
    return value === null ? {} : ({ [key]: value } as { readonly [K in Key]: string });
  }

  #tell(setting: Setting, message: string): void {
    this.#reader.tell(this.#nodes.get(setting), message);
  }

  /** As written, so that 2024 and 2019-03-15 stay what they are; null where nothing is given. */
  #text(setting: Setting): string | null {
    const node = this.#nodes.get(setting);
    if (node === undefined || node === null || (isScalar(node) && node.value === null)) return null;
    if (!isScalar(node)) {
      this.#tell(setting, `“${NAMES[setting][0]}”应为文字，如含冒号请加引号。`);
      return null;
    }
    const text = (typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))).trim();
    return text === '' ? null : text;
  }

  /** One text, or a list of them. */
  #list(setting: Setting): readonly string[] {
    const node = this.#nodes.get(setting);
    if (isScalar(node) || node === undefined || node === null) return [this.#text(setting) ?? []].flat();
    const items = (node as { readonly items?: readonly YamlNode[] }).items ?? [];
    return items.flatMap((item) => {
      if (isScalar(item) && item.value !== null) return [String(item.value).trim()];
      this.#reader.tell(item, `“${NAMES[setting][0]}”的每一项应是一个名称。`);
      return [];
    });
  }

  #county({ county: inWorkbook }: SettingsContext): string | null {
    const county = this.#text('county');
    if (county !== null && inWorkbook && !county.includes(inWorkbook) && !inWorkbook.includes(county)) {
      this.#tell('county', `“县名”是${county}，数据工作簿里是${inWorkbook}，请核对是不是同一个县的数据。`);
    }
    return county;
  }

  #level(): string | null {
    const level = this.#text('level');
    if (level === null) return null;
    if (!LEVEL_WORDS.includes(level)) {
      this.#tell('level', `“级别”应为县、区、市、旗之一（自治县、自治旗、林区、特区、新区也可），现为“${level}”。`);
      return null;
    }
    const county = this.#text('county');
    const byName = levelOf(county ?? '');
    if (byName !== null && byName !== levelOf(level)) {
      this.#tell(
        'level',
        `“级别”是${level}，“县名”${county}却是${byName}，文中“我${byName}”“我${levelOf(level)}”只能用一种。`,
      );
    }
    return levelOf(level);
  }

  #year({ year: inWorkbook }: SettingsContext): string | null {
    const year = this.#text('year');
    if (year === null) return null;
    const plain = year.replace(/年$/u, '');
    if (!/^(?:19|20)\d{2}(?:[-—–](?:19|20)?\d{2}学年(?:度)?)?$/u.test(plain)) {
      this.#tell('year', `“年份”应写成2024或2023-2024学年，现为“${year}”。`);
    } else if (inWorkbook !== undefined && plain !== inWorkbook.replace(/年$/u, '')) {
      this.#tell('year', `“年份”是${plain}，数据工作簿的报告年度是${inWorkbook}，请改成一致。`);
    }
    return plain;
  }

  #addressee(): string | null {
    const given = this.#list('addressee').map((one) => one.replace(/[：:]$/u, ''));
    for (const one of given) {
      if (/[,;；。]/u.test(one)) {
        this.#tell('addressee', `“主送机关”中的“${one}”含有标点，几个机关请分行写成列表，或用顿号隔开。`);
      }
    }
    return given.length === 0 ? null : addressees(given);
  }

  #date(): string | null {
    const text = this.#text('date');
    if (text === null) return null;
    const date = settingDate(text);
    if (typeof date === 'string') {
      this.#tell('date', date);
      return null;
    }
    const year = Number(/\d{4}(?!.*\d{4})/u.exec(this.#text('year') ?? '')?.[0] ?? 0);
    if (date.year < year) this.#tell('date', `“日期”${official(date)}早于报告年度${year}年，请核对。`);
    return official(date);
  }

  /** Ids are known ones; what has an ending or a folder is a file, which is told where it is read. */
  #standards({ standards }: SettingsContext): readonly string[] {
    const given = this.#list('standards');
    for (const id of standards === undefined ? [] : given) {
      if (/[./\\]/u.test(id) || standards?.includes(id)) continue;
      const near = meant(id, standards ?? []) || '；';
      this.#tell('standards', `没有标准“${id}”${near}内置的有${standards?.join('、')}，也可以给出 .yaml 文件。`);
    }
    return given;
  }

  #school({ schools }: SettingsContext): string | null {
    const school = this.#text('school');
    if (
      school !== null &&
      schools !== undefined &&
      schools.length > 0 &&
      !schools.some((one) => one.startsWith(school))
    ) {
      const near = meant(school, schools) || '，请照“学校”表中的名称写。';
      this.#tell('school', `数据工作簿里没有学校“${school}”${near}`);
    }
    return school;
  }
}
