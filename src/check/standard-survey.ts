import { Decimal } from '../model/decimal.ts';
import type { Report } from '../model/report.ts';
import type { Threshold } from '../relations/index.ts';
import { quoted, type Standard, titleOf } from '../standards/standard.ts';
import { isState } from './standard-words.ts';

/** 发放满意度问卷 */
const ISSUED = /^发放.{0,8}满意度.{0,4}问卷$/u;

/**
 * The questionnaires of the satisfaction survey against the sample that the population asks for. Told only where the report
 * names one number of each: a survey told part by part says nothing of its whole.
 */
export function surveyOn(report: Report, standard: Standard): Threshold[] {
  const { survey } = standard;
  if (survey === null) return [];
  const population = report.figures.filter((figure) => figure.indicator === 'population' && isState(report, figure));
  const issued = report.figures.filter(
    (figure) => (figure.indicator === 'satisfaction-issued' || ISSUED.test(figure.label)) && isState(report, figure),
  );
  const [people] = population;
  const [sample] = issued;
  if (people === undefined || sample === undefined || population.length !== 1 || issued.length !== 1) return [];
  const share = people.interval.low.times(survey.perMille).div(1000).floor();
  const wanted = Decimal.max(share, survey.atLeast ?? 0);
  return [
    {
      type: 'threshold',
      assertion: 'implied',
      figure: sample,
      comparison: '>=',
      limit: { constant: wanted, span: null },
      source: titleOf(standard),
      quotation: quoted(standard, survey.clause),
      note: `人口${people.text}，样本应不少于${wanted.toString()}份`,
      ...(survey.confidence === 'unsure' ? { hint: '规定的出处没有核实，仅供参考' } : {}),
      span: sample.span,
    },
  ];
}
