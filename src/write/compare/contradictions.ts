import { EARLIER_CONFLICT } from '../../check/other-reports/rules.ts';
import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/relation.ts';
import { lineOf, lineText, oneLine } from '../places.ts';
import { SEVERITY_WORDS } from '../told.ts';
import { type ComparedReports, nameOf } from './rows.ts';

/** One thing to look at, in words: a finding, or several about the years of one quantity together. */
export interface Contradiction {
  readonly severity: Finding['severity'];
  readonly word: string;
  /** `第9行`; empty where it is of no place. */
  readonly place: string;
  readonly message: string;
  readonly evidence: string | null;
}

interface Member {
  readonly finding: Finding;
  readonly figure: Figure;
}

/**
 * The contradictions as a reviewer reads them: those about one quantity in one place told once, year by year, since they have one
 * cause; all others one by one, in their order.
 */
export function contradictionsOf(compared: ComparedReports): readonly Contradiction[] {
  const figures = new Map(compared.now.report.figures.map((figure) => [figure.id, figure]));
  const groups = new Map<string, Member[]>();
  for (const finding of compared.findings) {
    const figure = figures.get(finding.figures[0] ?? '');
    const [there] = finding.elsewhere ?? [];
    const years = finding.rule === EARLIER_CONFLICT.id && finding.type === 'equal' && figure?.period && there?.text;
    const here = finding.spans[0] ? lineOf(compared.now.report, finding.spans[0].start) : 0;
    const key = years ? [nameOf(figure), here, there.line].join('|') : `finding ${groups.size}`;
    const known = groups.get(key);
    if (figure === undefined || known === undefined) groups.set(key, [{ finding, figure: figure as Figure }]);
    else known.push({ finding, figure });
  }
  return [...groups.values()].map((members) => {
    const [{ finding }] = members as [Member];
    const [place] = finding.spans;
    return {
      severity: finding.severity,
      word: SEVERITY_WORDS[finding.severity],
      place: place ? lineText(compared.now.report, lineOf(compared.now.report, place.start)) : '',
      message: members.length > 1 ? together(members, compared) : oneLine(finding.message),
      evidence: members.length > 1 || finding.evidence === null ? null : oneLine(finding.evidence),
    };
  });
}

function together(members: readonly Member[], { old }: ComparedReports): string {
  const [{ figure, finding }] = members as [Member];
  const line = finding.elsewhere?.[0]?.line;
  const years = members.map(({ figure: { period, text }, finding: { elsewhere } }) => {
    const when = /\d$/u.test(period ?? '') ? `${period}年` : period;
    return `${when}此处为${oneLine(text)}、去年报告为${oneLine(elsewhere?.[0]?.text ?? '')}`;
  });
  const why = isShifted(members)
    ? '此处各年的数正是去年报告前一年的数，可能有一份的年份错开了一年'
    : '去年的报告可能有误，或数据后来有修订';
  return `“${nameOf(figure)}”有${members.length}年的数与《${oneLine(old.file)}》第${line ?? ''}行不一致：${years.join('；')}。${why}，请核对。`;
}

/** Whether each value here is what the other report has for the year before. */
function isShifted(members: readonly Member[]): boolean {
  const there = new Map(members.map(({ figure, finding }) => [figure.period, finding.computed]));
  const pairs = members.flatMap(({ figure }) => {
    const before = there.get(String(Number(figure.period) - 1));
    return before === undefined || before === null ? [] : [String(before) === figure.value.toString()];
  });
  return pairs.length > 0 && pairs.every(Boolean);
}
