import { type CheckSettings, NO_SETTINGS, withSettings } from '../check/index.ts';
import { type ComparedFigure, type SideBySide, sideBySide, weightOf } from '../check/side-by-side/index.ts';
import { InputError } from '../model/manuscript.ts';
import { sameSubject } from '../check/other-reports/other-report.ts';
import type { OtherReport } from '../check/other-reports/index.ts';

export interface CompareOptions {
  /** By the new report's text, or the largest change first. */
  readonly sort?: 'report' | 'change';
  /** The settings of the new report's project: they grade the findings. */
  readonly settings?: CheckSettings;
}

/** Two reports side by side, as every form of output is given them. */
export interface Comparison extends SideBySide {
  readonly old: OtherReport;
  readonly now: OtherReport;
}

/**
 * Sets the named figures of two reports side by side.
 * @throws InputError where they are about two counties, or about a county and a school
 */
export function compareReports(old: OtherReport, now: OtherReport, options: CompareOptions = {}): Comparison {
  if (!sameSubject(now.report, old.report)) {
    throw new InputError('other-subject', `${old.file}、${now.file}：两份报告写的不是同一个县（学校），数字不能对照。`);
  }
  const found = sideBySide(now.report, old);
  const { findings } = withSettings(found.findings, options.settings ?? NO_SETTINGS);
  const figures = options.sort === 'change' ? byChange(found.figures) : found.figures;
  return { ...found, figures, findings, old, now };
}

function byChange(figures: readonly ComparedFigure[]): ComparedFigure[] {
  return [...figures].sort((a, b) => weightOf(b).comparedTo(weightOf(a)));
}
