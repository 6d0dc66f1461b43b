import type { Dataset } from '../model/dataset.ts';
import type { Standard } from '../standards/standard.ts';
import type { ReportKind } from './kind.ts';
import { schoolView } from './school-view.ts';
import type { DraftSettings } from './settings.ts';
import { type DataView, dataView } from './view.ts';

/** The data as the templates of a kind see them: a county's, or those of the one school that the report is of. */
export function viewOf(
  kind: ReportKind,
  dataset: Dataset,
  settings: DraftSettings,
  standards: readonly Standard[],
): DataView {
  const county = dataView(dataset, kind, standards);
  return kind.subject === 'school' ? schoolView(county, kind, settings, standards) : county;
}
