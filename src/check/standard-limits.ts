import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { passagesOf, type Threshold } from '../relations/index.ts';
import type { Limit, Standard } from '../standards/standard.ts';
import { indicatorOf } from '../vocabulary/index.ts';

const CLAIMED =
  /均?(?:低于|高于|达到|符合|满足|控制在)[^，。；\n]{0,20}(?:要求|标准|规定|限值|以内)|(?<!未|不|没有)达标(?![率情线水])|(?<!不)合格(?!率)/;
/** A figure that names a mark or a goal is no county's own value. */
const MARK = /标准(?:为|是)|要求(?:为|是)?|不(?:得)?[低高]于规定|限值|目标|力争/;

/** The regulations that apply: those of quality balance where the report says so, of basic balance otherwise. */
export function standardsFor(report: Report, standards: readonly Standard[]): Standard[] {
  const head = `${report.title ?? ''}${report.manuscript.text.slice(0, 800)}`;
  const wanted =
    /优质均衡/.test(report.title ?? '') || (/优质均衡发展(?:县|区|市|督导)/.test(head) && !/基本均衡/.test(head))
      ? 'county-quality'
      : 'county-basic';
  return standards.filter((standard) => standard.kinds.includes(wanted));
}

/** Each county figure of the report that a regulation limits, as a threshold to be judged. */
export function limitsOn(report: Report, standards: readonly Standard[]): Threshold[] {
  const found: Threshold[] = [];
  const limits = standards.flatMap((standard) =>
    standard.limits.filter((limit) => limit.level === 'county').map((limit) => ({ standard, limit })),
  );
  for (const { rows, text } of passagesOf(report)) {
    for (const row of rows) {
      for (const member of row.members) {
        if (!('id' in member)) continue;
        for (const { standard, limit } of limits) {
          if (
            !isLimited(member, limit) ||
            MARK.test(report.manuscript.text.slice(Math.max(row.gap.start, member.span.start - 24), member.span.start))
          )
            continue;
          found.push({
            type: 'threshold',
            assertion: CLAIMED.test(text) ? 'stated' : 'implied',
            figure: member,
            comparison: limit.comparison,
            limit: { constant: limit.value, span: null },
            source: `${standard.number}${limit.stage ? `（${limit.stage}）` : ''}`,
            span: member.span,
          });
        }
      }
    }
  }
  return found;
}

function isLimited(figure: Figure, limit: Limit): boolean {
  return (
    figure.indicator === limit.indicator &&
    // 7项指标校际差异系数: how many indicators is no coefficient
    figure.kind === (indicatorOf(limit.indicator)?.kind ?? figure.kind) &&
    figure.scope === null &&
    (limit.stage === null ? true : figure.stage === limit.stage) &&
    limit.confidence !== 'unsure'
  );
}
