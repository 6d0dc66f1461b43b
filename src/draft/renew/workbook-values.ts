import { countyData } from '../../check/data/derived-values.ts';
import { reportClaims } from '../../check/data/report-claims.ts';
import { answerFor, type Asked, derivedAnswer, type WorkbookValue } from '../../check/data/workbook-claims.ts';
import { derivedFor } from '../../check/data/derived-claims.ts';
import { agrees } from '../../check/claims/told-value.ts';
import { standardsFor } from '../../check/standard-choice.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import type { Report } from '../../model/report.ts';
import { onePlaceAt } from '../../relations/index.ts';
import type { Standard } from '../../standards/standard.ts';
import type { GivenValue } from './new-values.ts';
import type { OldQuantities, OldQuantity } from './quantities.ts';

/** What an ordinary data workbook gives for the quantities of last year's report. */
export interface WorkbookValues {
  given(quantity: OldQuantity): GivenValue | null;
  /** What it has that may be meant (Chinese), where it is not sure. */
  hint(quantity: OldQuantity): string | null;
}

const SURE_DIGITS = 3;

interface Found {
  readonly value: WorkbookValue;
  readonly sure: boolean;
}

/**
 * Asks an ordinary data workbook for this year's values, as `check --data` does: each figure under its own name, its year moved on.
 * Taken is only what is surely the same quantity: told of the whole county without another reading, or such that the workbook's own
 * value of last year is the one that the report prints.
 *
 * @param by how many years the report moves on
 */
export function workbookValues(
  report: Report,
  quantities: OldQuantities,
  given: { readonly file: string; readonly dataset: Dataset },
  by: number,
  standards: readonly Standard[],
): WorkbookValues {
  const { file, dataset } = given;
  const counting = standardsFor(report, standards).find(({ coefficients }) => coefficients.length > 0);
  const data = countyData(dataset, counting ?? null);
  const asked = (year: string): Asked => ({ file, data, year });
  const lastYear = String(Number(dataset.year) - by);
  const inOnePlace = onePlaceAt(report);
  const found = new Map<OldQuantity, Found | null>();
  for (const claim of reportClaims(report, quantities.reportYear === null ? null : String(quantities.reportYear))) {
    const { figure, sentence, firm } = claim;
    const quantity = quantities.of.get(figure.id);
    if (quantity === undefined || inOnePlace(figure.span.start)) continue;
    const moved: Figure = { ...figure, period: quantity.next };
    const ask = (one: Figure, year: string) => {
      const answer = figure.role === 'change' ? null : answerFor(one, sentence, asked(year));
      if (answer !== null) return answer;
      const derived = derivedFor({ ...claim, figure: one, before: [] }, data, year);
      return derived && derived.sure ? derivedAnswer(one, asked(year), derived.values) : null;
    };
    const answer = ask(moved, dataset.year);
    const value = answer?.values.find(({ because }) => because === null);
    if (!answer || !value || value.apart !== null) continue;
    const old = ask(figure, lastYear)?.values.find(({ because }) => because === null);
    const proven = old !== undefined && agrees(figure, old);
    const refuted = old !== undefined && !proven;
    // what is called alike only is the same where last year's number is, to digits that do not agree by chance
    const alike = answer.likely === true && !(proven && figure.text.replaceAll(/\D/gu, '').length >= SURE_DIGITS);
    const sure = !refuted && !alike && (proven || (firm && answer.open === null));
    const known = found.get(quantity);
    if (known === undefined) found.set(quantity, { value, sure });
    // two places of one quantity that ask for two values are not one quantity
    else if (known !== null && !known.value.value.eq(value.value)) found.set(quantity, null);
    else if (known !== null && sure) found.set(quantity, { value, sure });
  }
  return {
    given: (quantity) => {
      const one = found.get(quantity);
      if (!one?.sure) return null;
      return { value: one.value.value, cells: one.value.place.cells ?? [], formula: one.value.formula };
    },
    hint: (quantity) => {
      const one = found.get(quantity);
      if (!one || one.sure) return null;
      return `工作簿里最接近的是${one.value.place.text}（${(one.value.place.cells ?? []).join('、')}），可能口径不同`;
    },
  };
}
