import { readWorkbook } from '../read/workbook/read-workbook.ts';
import { assess } from '../standards/assess.ts';
import { type Assessment, isMissed } from '../standards/assessment.ts';
import { chooseStandards, type NamedText } from '../standards/choose.ts';
import { asOf } from '../standards/in-force.ts';
import { parseStandard } from '../standards/parse.ts';
import { indicatorsJson } from '../write/workbook/indicators-json.ts';
import { indicatorsText } from '../write/workbook/indicators-text.ts';
import { writeIndicatorsWorkbook } from '../write/workbook/indicators-workbook.ts';

export type { NamedText };

export type IndicatorsFormat = 'text' | 'json' | 'xlsx';

/** What `indicators` is asked. */
export interface IndicatorsRequest {
  readonly name: string;
  readonly workbook: Uint8Array;
  /** The regulations that the program brings. */
  readonly standards: readonly NamedText[];
  /** Ids out of those, which take the place of basic balance; files of the user's own come on top. */
  readonly wanted: readonly (string | NamedText)[];
}

/** The assessments and whether a limit is missed for certain. */
export interface IndicatorsResult {
  readonly assessments: readonly Assessment[];
  readonly missed: boolean;
}

const DEFAULT_STANDARD = 'basic-balance-2012';

/**
 * Reads a data workbook and holds it against standards.
 *
 * @throws InputError for a workbook or a standard that cannot be used, with every problem at once
 */
export async function indicators(request: IndicatorsRequest): Promise<IndicatorsResult> {
  const bundled = request.standards.map(({ name, text }) => parseStandard(name, text));
  const choice = chooseStandards(bundled, request.wanted);
  const { asked, own } = choice;
  const national = asked.length > 0 ? asked : choice.bundled.filter(({ id }) => id === DEFAULT_STANDARD);
  const dataset = await readWorkbook(request.name, request.workbook);
  // quotas and the like bind by their year
  const date = /^\d{4}$/u.test(dataset.year) ? `${dataset.year}-12-31` : null;
  const assessments = [...national, ...own].map((standard) => assess(dataset, asOf(standard, date)));
  return { assessments, missed: assessments.some(isMissed) };
}

/** The result in the form asked for. */
export async function renderIndicators(
  result: IndicatorsResult,
  format: IndicatorsFormat,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'text':
      return indicatorsText(result.assessments);
    case 'json':
      return indicatorsJson(result.assessments);
    case 'xlsx':
      return writeIndicatorsWorkbook(result.assessments);
  }
}
