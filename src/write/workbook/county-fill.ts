import { parse } from 'yaml';
import type { Stage } from '../../model/figure.ts';
import { InputError } from '../../model/manuscript.ts';

/** A figure of the county with its values by year. */
export interface CountyFigures {
  /** Id of the vocabulary, or `text:` and a name. */
  readonly indicator: string;
  readonly stage?: Stage;
  /** The unit of the values; without it the vocabulary's own. */
  readonly unit?: string;
  readonly values: Readonly<Record<string, number>>;
  readonly definition?: string;
  readonly asOf?: string;
  readonly office?: string;
}

/** What goes into a workbook and its settings when a county is filled in. */
export interface CountyFill {
  readonly county: string;
  readonly year: string;
  /** Rows of junheng.yaml. */
  readonly settings: Readonly<Record<string, string>>;
  /** Optional rows of 基本信息. */
  readonly basics: Readonly<Record<string, string>>;
  readonly schools: {
    /** Keys of the school columns. */
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  readonly data: readonly CountyFigures[];
  /** The sheet 省标. */
  readonly gate?: {
    readonly items: readonly {
      readonly name: string;
      readonly comparison?: string;
      readonly primary?: number;
      readonly junior?: number;
      readonly unit?: string;
      readonly clause?: string;
    }[];
    readonly misses?: number;
    readonly floor?: number;
  };
  /** The sheet 工作自评: points, score and evidence by the item's code. */
  readonly work?: Readonly<Record<string, readonly [points: number, score: number, evidence?: string]>>;
  /** The sheet 满意度: issued, valid, satisfied, visited, satisfied of those, by group. */
  readonly satisfaction?: {
    readonly groups: Readonly<Record<string, readonly number[]>>;
    readonly definition?: string;
    readonly asOf?: string;
    readonly office?: string;
  };
}

/**
 * Reads a filled county and what a report kind changes in it. Settings and basics are laid over the county's, figures replace those
 * of the same indicator and stage, and schools, gate, work and satisfaction are taken over whole.
 *
 * @param county a whole county, as in corpus/sample
 * @param changes a kind's sample.yaml: any of the same keys, none needed
 */
export function parseKindFill(county: NamedYaml, changes: NamedYaml | null): CountyFill {
  const base = parseCountyFill(county.name, county.text);
  if (changes === null) return base;
  const over = (parse(changes.text) ?? {}) as Partial<CountyFill>;
  const data = over.data ?? [];
  const changed = new Set(data.map(figureKey));
  return {
    ...base,
    ...over,
    year: String(over.year ?? base.year),
    settings: { ...base.settings, ...over.settings },
    basics: { ...base.basics, ...over.basics },
    data: [...base.data.filter((figures) => !changed.has(figureKey(figures))), ...data],
  };
}

/** A YAML file by name. */
interface NamedYaml {
  readonly name: string;
  readonly text: string;
}

function figureKey({ indicator, stage }: CountyFigures): string {
  return `${indicator}|${stage ?? ''}`;
}

/**
 * Reads a filled county (corpus/sample). The file is the program's own, so that a slip in it is told with one message rather
 * than with a list.
 */
export function parseCountyFill(name: string, yaml: string): CountyFill {
  const raw = parse(yaml) as Partial<CountyFill> | null;
  if (!raw?.county || !raw.year || !raw.schools || !Array.isArray(raw.data)) {
    throw new InputError('sample-invalid', `${name}：不是示例数据，应有 county、year、schools、data。`);
  }
  return {
    county: raw.county,
    year: String(raw.year),
    settings: raw.settings ?? {},
    basics: raw.basics ?? {},
    schools: raw.schools,
    data: raw.data,
    ...(raw.gate ? { gate: raw.gate } : {}),
    ...(raw.work ? { work: raw.work } : {}),
    ...(raw.satisfaction ? { satisfaction: raw.satisfaction } : {}),
  };
}
