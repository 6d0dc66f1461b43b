import type { Dataset, Datum } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { InputError } from '../model/manuscript.ts';
import { splitUnit } from '../quantities/print.ts';
import type { Standard } from '../standards/standard.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import type { ReportKind } from './kind.ts';
import type { TemplateFile } from './parse-template.ts';
import type { RecordedProblem } from './problem.ts';
import { Recorder } from './recorder.ts';
import { renderTemplates } from './render.ts';
import { viewOf } from './view-of.ts';

const YEAR = 2024;

/**
 * What is wrong in templates, without anyone's data: they run down every branch, once with all data that the kind asks for and once
 * with none. What only shows when a sentence is written (万元 asked of a number of pupils) shows so before the sentence is needed.
 */
export function templateProblems(
  kind: ReportKind,
  templates: readonly TemplateFile[],
  standards: readonly Standard[],
): readonly RecordedProblem[] {
  return [inventedData(kind), []].flatMap((data) => {
    const dataset: Dataset = { county: '某县', year: String(YEAR), schools: [], data };
    const recorder = new Recorder();
    try {
      renderTemplates(templates, viewOf(kind, dataset, {}, standards), recorder, {}, [], true);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
    return recorder.problems;
  });
}

/** A value for everything that is asked for; which one does not matter, since both branches run. */
function inventedData(kind: ReportKind): readonly Datum[] {
  return kind.needs.flatMap(({ indicator, unit, stages, years }) =>
    (stages ?? [null]).flatMap((stage) =>
      Array.from(
        { length: years ?? 1 },
        (_, back): Datum => ({
          indicator,
          stage,
          period: String(YEAR - back),
          scope: null,
          value: new Decimal(90 - back),
          unit: unit === undefined ? (indicatorOf(indicator)?.unit ?? null) : splitUnit(unit).unit,
          source: { sheet: '', cell: '' },
          definition: null,
          asOf: null,
          office: null,
        }),
      ),
    ),
  );
}
