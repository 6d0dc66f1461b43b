import type { Stage } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Claim } from '../relations/index.ts';
import { quoted, type Standard } from '../standards/standard.ts';
import { stagesIn } from '../vocabulary/index.ts';
import { refute } from './claim-refutation.ts';
import { claimedAt } from './standard-words.ts';

/**
 * Claims in words that a regulation gives a meaning (“三个增长”, 消除大班额, 达到编制标准) and that the report's own figures do not
 * bear out. Only figures of the same stage and year are held together, and only what no rounding explains is told; what the
 * text does not claim is no finding, since a county may say openly what it lacks.
 */
export function claimsOn(report: Report, standard: Standard, date: string | null): Claim[] {
  const told = new Map<number, Claim>();
  for (const test of standard.claims) {
    const at = claimedAt(report, test.words);
    if (at === null) continue;
    const stages = stagesAt(report, at);
    if (stages.length > 0 && (test.stage === null ? test.form !== 'level' : !stages.includes(test.stage))) continue;
    const against = refute(report, test, stages, date);
    if (against === null) continue;
    const before = told.get(at.start);
    const figures = [...(before?.contradicted ?? []), ...against.figures];
    const contradicted = figures.filter((figure, index) => figures.indexOf(figure) === index);
    const reason = `${against.reason}；${quoted(standard, test.clause)}`;
    told.set(at.start, {
      type: 'claim',
      assertion: 'implied',
      words: at.words,
      contradicted,
      reason: before === undefined ? reason : `${before.reason}；${reason}`,
      ...(test.confidence === 'unsure' ? { hint: '规定的出处没有核实，仅供参考' } : {}),
      places: contradicted.map(({ span }) => span),
      span: { start: at.start, end: at.end },
    });
  }
  return [...told.values()];
}

/** The stages that the claim's clause names: 小学无大班额 says nothing of 初中. */
function stagesAt(report: Report, at: Span): (Stage | null)[] {
  const clause =
    report.manuscript.text
      .slice(Math.max(0, at.start - 12), at.end)
      .split(/[，。；;\n]/u)
      .at(-1) ?? '';
  return (stagesIn(clause) ?? []).map(({ stage }) => stage);
}
