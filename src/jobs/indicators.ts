import { InputError } from '../model/manuscript.ts';
import { readWorkbook } from '../read/workbook/read-workbook.ts';
import { assess } from '../standards/assess.ts';
import { type Assessment, isMissed } from '../standards/assessment.ts';
import { parseStandard } from '../standards/parse.ts';
import type { Standard } from '../standards/standard.ts';
import { indicatorsJson } from '../write/workbook/indicators-json.ts';
import { indicatorsText } from '../write/workbook/indicators-text.ts';
import { writeIndicatorsWorkbook } from '../write/workbook/indicators-workbook.ts';

/** A file's name, for messages, and its text. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export type IndicatorsFormat = 'text' | 'json' | 'xlsx';

/** What `indicators` is asked. */
export interface IndicatorsRequest {
  readonly name: string;
  readonly workbook: Uint8Array;
  /** The regulations that the program brings. */
  readonly standards: readonly NamedText[];
  /** Ids out of those, or files of the user's own; empty for basic balance. */
  readonly wanted: readonly (string | NamedText)[];
}

/** The assessments and whether a limit is missed for certain. */
export interface IndicatorsResult {
  readonly assessments: readonly Assessment[];
  readonly missed: boolean;
  /** What the reading of the workbook has to tell. */
  readonly notices: readonly string[];
}

const DEFAULT_STANDARD = 'basic-balance-2012';

/**
 * Reads a data workbook and holds it against standards.
 *
 * @throws InputError for a workbook or a standard that cannot be used, with every problem at once
 */
export async function indicators(request: IndicatorsRequest): Promise<IndicatorsResult> {
  const wanted = request.wanted.length > 0 ? request.wanted : [DEFAULT_STANDARD];
  const own = request.standards.map(({ name, text }) => parseStandard(name, text));
  const standards = wanted.map((one) =>
    typeof one === 'string' ? standardOf(one, own) : parseStandard(one.name, one.text),
  );
  const dataset = await readWorkbook(request.name, request.workbook);
  const assessments = standards.map((standard) => assess(dataset, standard));
  return { assessments, missed: assessments.some(isMissed), notices: dataset.notices ?? [] };
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

function standardOf(id: string, standards: readonly Standard[]): Standard {
  const found = standards.find((standard) => standard.id === id);
  if (found !== undefined) return found;
  const known = standards.map((standard) => standard.id).join('、');
  throw new InputError('standard-unknown', `没有标准“${id}”；内置的有${known}，也可以给出 .yaml 文件。`);
}
