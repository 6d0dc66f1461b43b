import { readWorkbook } from '../read/workbook/read-workbook.ts';
import { assess } from '../standards/assess.ts';
import { isMissed } from '../standards/assessment.ts';
import { chooseStandards, type NamedText } from '../standards/choose.ts';
import { analyseGaps } from '../standards/gap/analyse-gaps.ts';
import type { AssessedCounty } from '../standards/gap/gap-analysis.ts';
import type { Growth } from '../standards/gap/growth.ts';
import { parsePrices, type Prices, readPriceOptions } from '../standards/gap/prices.ts';
import { asOf } from '../standards/in-force.ts';
import { parseStandard } from '../standards/parse.ts';
import { indicatorsPage } from '../write/html/indicators-page.ts';
import { indicatorsJson } from '../write/workbook/indicators-json.ts';
import { indicatorsText } from '../write/workbook/indicators-text.ts';
import { writeIndicatorsWorkbook } from '../write/workbook/indicators-workbook.ts';

export type { NamedText };

export type IndicatorsFormat = 'text' | 'json' | 'xlsx' | 'html';

/** What `indicators` is asked. */
export interface IndicatorsRequest {
  readonly name: string;
  readonly workbook: Uint8Array;
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
 * Reads a data workbook, holds it against standards, and finds what is missing to meet them.
 *
 * @throws InputError for a workbook or a standard that cannot be used, with every problem at once
 */
export async function indicators(request: IndicatorsRequest): Promise<IndicatorsResult> {
  const bundled = request.standards.map(({ name, text }) => parseStandard(name, text));
  const choice = chooseStandards(bundled, request.wanted);
  const { asked, own } = choice;
  const national = asked.length > 0 ? asked : choice.bundled.filter(({ id }) => id === DEFAULT_STANDARD);
  const dataset = await readWorkbook(request.name, request.workbook);
  const question = { prices: request.prices ?? new Map(), growth: request.growth ?? null };
  // quotas and the like bind by their year
  const date = /^\d{4}$/u.test(dataset.year) ? `${dataset.year}-12-31` : null;
  const counties = [...national, ...own].map((one): AssessedCounty => {
    const standard = asOf(one, date);
    const assessment = assess(dataset, standard);
    return { assessment, gaps: analyseGaps(dataset, assessment, question) };
  });
  return {
    counties,
    missed: counties.some(({ assessment }) => isMissed(assessment)),
    notices: dataset.notices ?? [],
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
