import type { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import type { Finding, JudgedRelation, OtherPlace } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';

/** A report that the one in hand is held against. */
export interface OtherReport {
  /** As the person named it. */
  readonly file: string;
  readonly report: Report;
}

/** What came of holding a report against others. */
export interface Compared {
  readonly relations: readonly JudgedRelation[];
  readonly findings: readonly Finding[];
}

/** What a finding, or a relation, between two reports is made of. */
export interface Between {
  readonly figure: Figure;
  readonly other: OtherPlace;
  readonly check: string;
  readonly stated: Decimal;
  readonly computed: Decimal;
}

export function relationBetween(
  between: Between,
  verdict: JudgedRelation['verdict'],
  because: string | null = null,
): JudgedRelation {
  const { figure, check, stated, computed } = between;
  return { type: 'equal', verdict, because, check, stated, computed, figures: [figure.id], spans: [figure.span] };
}

export function placeIn({ file, report }: OtherReport, figure: Figure): OtherPlace {
  const line = report.manuscript.paragraphs.findLastIndex(({ span }) => span.start <= figure.span.start) + 1;
  return { file, line, text: figure.text };
}

/**
 * Whether two reports are about one county, or one school: figures of others are not compared. A report whose beginning names
 * nobody is taken for one about the same.
 */
export function sameSubject(one: Report, other: Report): boolean {
  if ((one.kind === 'school-report') !== (other.kind === 'school-report')) return false;
  const [first, second] = [subjectOf(one), subjectOf(other)];
  return first === null || second === null || first.includes(second) || second.includes(first);
}

const COUNTY = /(?:^|[省市州盟])([\p{Script=Han}]{1,7}?(?:自治县|自治旗|县|区|旗|市))(?!教育|委|区域)/u;
const SCHOOL = /[\p{Script=Han}]{2,16}?(?:小学|中学|学校|幼儿园)/u;

/** The county, or of a school's report the school, that the title names; null where it names none. */
export function subjectOf(report: Report): string | null {
  const title = report.title ?? '';
  const match = report.kind === 'school-report' ? SCHOOL.exec(title)?.[0] : COUNTY.exec(title)?.[1];
  return match ?? null;
}
