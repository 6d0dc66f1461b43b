import type { Dataset } from '../model/dataset.ts';
import { type NamedBytes, readWorkbookFiles } from '../read/workbook/index.ts';
import { assess } from '../standards/assess.ts';
import { isMissed } from '../standards/assessment.ts';
import { chooseStandards, type NamedText } from '../standards/choose.ts';
import { analyseGaps } from '../standards/gap/analyse-gaps.ts';
import type { AssessedCounty } from '../standards/gap/gap-analysis.ts';
import type { Growth } from '../standards/gap/growth.ts';
import { parsePrices, type Prices, readPriceOptions } from '../standards/gap/prices.ts';
import { asOf, isInForce } from '../standards/in-force.ts';
import { linkItems } from '../standards/link-items.ts';
import { parseStandard } from '../standards/parse.ts';
import type { Standard } from '../standards/standard.ts';
import { indicatorsPage } from '../write/html/indicators-page.ts';
import { indicatorsJson } from '../write/workbook/indicators-json.ts';
import { indicatorsText } from '../write/workbook/indicators-text.ts';
import { writeIndicatorsWorkbook } from '../write/workbook/indicators-workbook.ts';

export type { NamedText };

export type IndicatorsFormat = 'text' | 'json' | 'xlsx' | 'html';

/** What `indicators` is asked. */
export interface IndicatorsRequest {
  readonly name: string;
  /** One workbook, or the files whose tables together are one (a folder of .csv). */
  readonly workbook: Uint8Array | readonly NamedBytes[];
  /** The regulations that the program brings. */
  readonly standards: readonly NamedText[];
  /** Ids out of those, which take the place of basic balance; files of the user's own come on top. */
  readonly wanted: readonly (string | NamedText)[];
  /** What additions cost, see {@link indicatorPrices}; without any, the least amounts are sought. */
  readonly prices?: Prices;
  /** How the pupils are taken to change. */
  readonly growth?: Growth | null;
}

/** The assessments with their gaps, and whether a limit is missed for certain. */
export interface IndicatorsResult {
  readonly counties: readonly AssessedCounty[];
  readonly missed: boolean;
  /** What the reading of the workbook has to tell. */
  readonly notices: readonly string[];
}

const DEFAULT_STANDARD = 'basic-balance-2012';

/**
 * What basic balance refers to and does not itself set out: the laws on money behind “三个增长” and “落实教师培训经费”. Tested beside it
 * where nobody asked for another standard and the workbook has figures for them.
 */
const COMPANIONS: readonly string[] = [
  'education-law-1995',
  'education-input-2018',
  'compulsory-education-law-2006',
  'teacher-training-funds',
  'earmarked-revenue',
];

/**
 * Reads a data workbook, holds it against standards, and finds what is missing to meet them.
 *
 * @throws InputError for a workbook or a standard that cannot be used, with every problem at once
 */
export async function indicators(request: IndicatorsRequest): Promise<IndicatorsResult> {
  const bundled = request.standards.map(({ name, text }) => parseStandard(name, text));
  const choice = chooseStandards(bundled, request.wanted);
  const { asked, own } = choice;
  const national = asked.length > 0 ? asked : choice.bundled.filter(({ id }) => id === DEFAULT_STANDARD);
  const { name, workbook } = request;
  const files = workbook instanceof Uint8Array ? [{ name, bytes: workbook }] : workbook;
  const { dataset } = await readWorkbookFiles(name, files);
  const question = { prices: request.prices ?? new Map(), growth: request.growth ?? null };
  // quotas and the like bind by their year
  const date = /^\d{4}$/u.test(dataset.year) ? `${dataset.year}-12-31` : null;
  const held = (one: Standard): AssessedCounty => {
    const standard = asOf(one, date);
    const assessment = assess(dataset, standard);
    return { assessment, gaps: analyseGaps(dataset, assessment, question) };
  };
  const companions = asked.length > 0 ? [] : choice.bundled.filter(({ id }) => COMPANIONS.includes(id));
  const all = [
    ...[...national, ...own].map(held),
    ...companions
      .filter(({ effective }) => isInForce(effective, date))
      .map((one) => withAnswers(dataset, asOf(one, date)))
      .filter((one) => one !== null)
      .map(held),
  ];
  const assessments = all.map(({ assessment }) => assessment);
  const counties = all.map(({ assessment, gaps }) => ({ assessment: linkItems(assessment, assessments), gaps }));
  return {
    counties,
    missed: counties.some(({ assessment }) => isMissed(assessment)),
    notices: dataset.notices ?? [],
  };
}

/**
 * A standard without the marks of the county that the workbook has no figure for; null where it has none for anything. Nobody asked for
 * this standard, and a list of what could be asked would bury what can be told.
 */
function withAnswers(dataset: Dataset, standard: Standard): Standard | null {
  const { limits, years } = assess(dataset, standard);
  const known = new Set(limits.filter(({ verdict }) => verdict !== 'unassessable').map(({ limit }) => limit.id));
  const rules = new Set(years.filter(({ verdict }) => verdict !== 'unassessable').map(({ id }) => id));
  if (known.size + rules.size === 0) return null;
  return {
    ...standard,
    limits: standard.limits.filter(({ id }) => known.has(id)),
    claims: standard.claims.filter(({ id }) => rules.has(id)),
  };
}

/**
 * Prices out of a project's settings and of options like `图书册数=25`, which win.
 *
 * @throws InputError for a name or a number that cannot be used
 */
export function indicatorPrices(settings: NamedText | null, options: readonly string[]): Prices {
  const given = settings === null ? new Map() : parsePrices(settings.text, settings.name);
  return new Map([...given, ...readPriceOptions(options)]);
}

/** The result in the form asked for. */
export async function renderIndicators(
  result: IndicatorsResult,
  format: IndicatorsFormat,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'text':
      return indicatorsText(result.counties);
    case 'json':
      return indicatorsJson(result.counties);
    case 'xlsx':
      return writeIndicatorsWorkbook(result.counties);
    case 'html':
      return indicatorsPage(result.counties);
  }
}
