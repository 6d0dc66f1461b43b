import type { Stage } from '../model/figure.ts';
import { InputError } from '../model/manuscript.ts';
import { type KindPart, readKindPart } from './kind-file.ts';
import { problemLines } from './problem.ts';

/** A county figure that a report kind asks for. */
export interface Need {
  /** Id of the vocabulary, or `text:` and a Chinese name. */
  readonly indicator: string;
  /** The unit to fill in (万元, 万人…); without it the vocabulary's own. */
  readonly unit?: string;
  readonly stages?: readonly Stage[];
  /** The report's year and that many less one before it. */
  readonly years?: number;
  readonly optional?: boolean;
  readonly note?: string;
  /** Chinese heading under which a workbook lists it. */
  readonly topic?: string;
}

/** A report kind: its sections in order and the data it asks for. */
export interface ReportKind {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly string[];
  readonly needs: readonly Need[];
  /** Ids of the regulations whose limits the report tells. */
  readonly standards: readonly string[];
  /** Whose report it is: plain names of quantities are those of the county, or of one school of its table. */
  readonly subject: 'county' | 'school';
}

/**
 * Reads a whole kind.yaml.
 * @throws InputError `kind-invalid` with everything that is wrong in it, by line and column
 */
export function parseKind(text: string, file: string): ReportKind {
  const { part, problems } = readKindPart(text, file, null);
  if (problems.length > 0) throw new InputError('kind-invalid', problemLines(problems));
  return wholeKind(part);
}

/** A kind of what its file says; what is missing is empty, and has been told as a problem. */
export function wholeKind(part: KindPart): ReportKind {
  const { id = '', title = '', sections = [], needs = [], standards = [], subject = 'county' } = part;
  return { id, title, sections, needs, standards, subject };
}

/**
 * A bundled kind with what an office changes: title, sections and standards take the place of the bundled ones; of a need that is
 * there already only the keys that are given change, other needs are added. An indicator that stands in several needs is replaced
 * in all of them.
 */
export function overlaidKind(kind: ReportKind, part: KindPart): ReportKind {
  const { id: _, needs = [], ...changes } = part;
  const changed = new Set(needs.map(({ indicator }) => indicator));
  const bundled = kind.needs.flatMap((need) => {
    const own = needs.filter(({ indicator }) => indicator === need.indicator);
    const [first, second] = own;
    if (first === undefined) return [need];
    const single = second === undefined && kind.needs.filter((one) => one.indicator === need.indicator).length === 1;
    return single ? [{ ...need, ...first }] : [];
  });
  const merged = new Set(bundled.filter(({ indicator }) => changed.has(indicator)).map(({ indicator }) => indicator));
  return { ...kind, ...changes, needs: [...bundled, ...needs.filter(({ indicator }) => !merged.has(indicator))] };
}
