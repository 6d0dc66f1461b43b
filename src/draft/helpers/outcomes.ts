import type { CellAddress } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { NOTHING } from '../markers.ts';
import type { Judged, Judgement } from '../outcomes.ts';
import { type Found, Missing, Quantity, type QuantitySource, TemplateProblem } from '../quantity.ts';
import { rowRanges } from '../schools.ts';
import { printFound } from './figures.ts';
import { type Helper, type HelperCall, type HelperContext, stageOf, wordOption } from './helper.ts';
import { joinChinese } from './join.ts';

const STAGES = ['小学', '初中'] as const;
const [YES, NO] = ['达到要求', '未达到要求'];

/** So many names stand in a sentence; where there are more, their number does. */
const NAMED_AT_MOST = 3;

/**
 * Helpers that tell what the project's own assessment says. The first argument names what is judged: an indicator that the standard
 * sets every school a mark of ("backbone-per-hundred"), "rule" (至少六项达标、余项不低于85%), "every-mark", "coefficients", or a group of
 * items ("政府保障程度").
 *
 *     小学{{judged "rule" stage="小学" yes="达到要求" no="未达到要求"}}
 *       → 小学均达到要求 · 小学除甲校、乙校外，其余21所均达到要求 · 小学12所达到要求、11所未达到要求
 *     {{judgedStages "rule" yes="达到要求" no="未达到要求"}}
 *       → 小学、初中各校均达到要求 · 小学除甲校外，其余22所均达到要求，初中均达到要求
 *     {{figure (judgedCount "rule" stage="小学" met=true)}} → 21所
 *     {{judgedNames "rule" stage="小学"}} → 甲校、乙校 (those that miss it; 甲校、乙校、丙校等11所)
 *     {{figure (judgedValue "coefficients" "highest" stage="小学")}}, {{judgedName "coefficients" "highest" stage="小学"}}
 */
export const OUTCOMES: readonly Helper[] = [
  helper('judged', 'text', ['yes', 'no'], (call, context) => {
    const judgement = judgementOf(call, context);
    return judgement === null ? NOTHING : words(judgement, call, context);
  }),
  helper('judgedStages', 'text', ['yes', 'no'], (call, context) => {
    const calls = STAGES.map((stage): HelperCall => ({ ...call, options: { ...call.options, stage } }));
    const found = calls.map((one) => judgementOf(one, context)).filter((one) => one !== null);
    if (found.length < STAGES.length) return NOTHING;
    const alike = (met: boolean) => found.every(({ judged }) => judged.every((one) => one.met === met));
    if (alike(true)) return `小学、初中各校均${wordOption(call, 'yes', YES)}`;
    if (alike(false)) return `小学、初中各校均${wordOption(call, 'no', NO)}`;
    return found.map((one, index) => `${STAGES[index]}${words(one, calls[index] ?? call, context)}`).join('，');
  }),
  helper('judgedNames', 'text', ['met'], (call, context) => {
    const judgement = judgementOf(call, context);
    if (judgement === null) return NOTHING;
    const wanted = call.options.met === true;
    const ones = judgement.judged.filter(({ met }) => met === wanted);
    const names = ones.slice(0, NAMED_AT_MOST).map(({ name }) => context.recorder.text(name));
    if (ones.length <= NAMED_AT_MOST) return joinChinese(names, '、', '和');
    const word = wanted ? '达标' : '未达标';
    return `${names.join('、')}等${printFound(counted(judgement, ones, word, call, context), call, context)}`;
  }),
  helper('judgedCount', 'value', ['met'], (call, context): Found => {
    const judgement = judgementOf(call, context, false);
    if (!('judged' in judgement)) return judgement;
    const { met } = call.options;
    if (met === undefined) return counted(judgement, judgement.judged, '', call, context);
    const ones = judgement.judged.filter((one) => one.met === met);
    return counted(judgement, ones, met === true ? '达标' : '未达标', call, context);
  }),
  helper('papersCount', 'value', [], (call, context): Found => {
    const group = String(call.arguments[0]);
    const outcomes = context.view.outcomes();
    if (outcomes === null) return new Missing(`${group}材料证明项数`);
    const value = new Decimal(outcomes.papers(group));
    return quantity(`${group}由材料证明的项数`, value, '项', { regulation: titleOf(outcomes.standard) }, call, context);
  }),
  helper('judgedValue', 'value', [], (call, context): Found => {
    const judgement = judgementOf(call, context, false);
    if (!('judged' in judgement)) return judgement;
    const one = extreme(judgement, call);
    const outcome = one?.outcomes[0];
    if (one === undefined || outcome === undefined || outcome.actual === null) return new Missing(judgement.subject);
    const known = indicatorOf(outcome.limit.indicator);
    const unit = known === undefined ? outcome.limit.unit : known.unit;
    return new Quantity({
      indicator: outcome.limit.indicator,
      stage: stageOf(call),
      period: context.view.year(0),
      label: `${one.name}${one.school === null ? '差异系数' : judgement.subject.replace(/^(?:小学|初中)/u, '')}`,
      value: outcome.actual,
      habit: { unit, kind: known?.kind ?? 'coefficient', places: known?.places ?? 3, fixed: unit === null },
      source: { formula: outcome.formula ?? '学校表中的数', inputs: cellsOf(judgement.judged) },
      definition: null,
      asOf: null,
      office: null,
    });
  }),
  helper('judgedName', 'text', [], (call, context) => {
    const judgement = judgementOf(call, context);
    const one = judgement === null ? undefined : extreme(judgement, call);
    return one === undefined ? NOTHING : context.recorder.text(one.name);
  }),
];

/** How many reach it, with the names of the few that do not. */
function words(judgement: Judgement, call: HelperCall, context: HelperContext): string {
  const { judged } = judgement;
  const missed = judged.filter(({ met }) => met === false);
  const [yes, no] = [wordOption(call, 'yes', YES), wordOption(call, 'no', NO)];
  if (missed.length === 0) return `均${yes}`;
  if (missed.length === judged.length) return `均${no}`;
  const count = (ones: readonly Judged[], word: string) =>
    printFound(counted(judgement, ones, word, call, context), call, context);
  const good = judged.filter(({ met }) => met === true);
  if (missed.length <= NAMED_AT_MOST && missed.length * 2 < judged.length) {
    const names = joinChinese(
      missed.map(({ name }) => context.recorder.text(name)),
      '、',
      '、',
    );
    return `除${names}外，其余${count(good, '达标')}均${yes}`;
  }
  return `${count(good, '达标')}${yes}、${count(missed, '未达标')}${no}`;
}

/** What the call asks about; null, and the sentence around incomplete, where it cannot be judged. */
export function judgementOf(call: HelperCall, context: HelperContext): Judgement | null;
/** The same for a value: what is missing says so itself. */
export function judgementOf(call: HelperCall, context: HelperContext, inSentence: false): Judgement | Missing;
export function judgementOf(call: HelperCall, context: HelperContext, inSentence = true): Judgement | Missing | null {
  const [about] = call.arguments;
  if (typeof about !== 'string')
    throw new TemplateProblem('这里应写要判断的内容，如 "rule"、"coefficients" 或指标名称');
  const stage = stageOf(call);
  if (stage !== null && stage !== '小学' && stage !== '初中') throw new TemplateProblem('stage 应为小学或初中');
  if (inSentence && context.recorder.depth === 0) {
    throw new TemplateProblem('判断达标的词要写在 {{#part}}…{{/part}} 里面，缺少数据时整句才能略去');
  }
  const outcomes = context.view.outcomes();
  const found =
    outcomes === null
      ? null
      : about === 'rule'
        ? outcomes.rule(stage)
        : about === 'every-mark'
          ? outcomes.everyMark(stage)
          : about === 'coefficients'
            ? outcomes.coefficients(stage ?? '小学')
            : (outcomes.items(about) ?? outcomes.mark(about, stage));
  const wanted = found === null ? [`学校表中的${stage ?? '学校'}`] : found.wanted;
  const name = found?.subject ?? `${stage ?? ''}${indicatorOf(about)?.name ?? ''}达标情况`;
  if (found !== null && wanted.length === 0 && found.judged.length > 0) return found;
  if (!inSentence) return new Missing(`${name}达标情况`.replace(/(?:达标情况)+$/u, '达标情况'), wanted);
  context.recorder.missing += 1;
  return null;
}

function counted(
  judgement: Judgement,
  ones: readonly Judged[],
  word: string,
  call: HelperCall,
  context: HelperContext,
): Quantity {
  const { judged, subject } = judgement;
  const ofSchools = judged.every(({ school }) => school !== null);
  const standard = context.view.outcomes()?.standard;
  const name = `${subject}${word}${ofSchools ? '学校数' : '项数'}`;
  const formula = `按${standard === undefined ? '标准' : titleOf(standard)}逐${ofSchools ? '校' : '项'}判断`;
  const source = { formula, inputs: cellsOf(ones.length > 0 ? ones : judged) };
  return quantity(name, new Decimal(ones.length), ofSchools ? '所' : '项', source, call, context);
}

function quantity(
  label: string,
  value: Decimal,
  unit: string,
  source: QuantitySource,
  call: HelperCall,
  context: HelperContext,
): Quantity {
  return new Quantity({
    indicator: null,
    stage: stageOf(call),
    period: context.view.year(0),
    label,
    value,
    habit: { unit, kind: 'count', places: 0, fixed: false },
    source,
    definition: null,
    asOf: null,
    office: null,
  });
}

function cellsOf(judged: readonly Judged[]): readonly CellAddress[] {
  return rowRanges(judged.flatMap(({ school }) => (school === null ? [] : [school])));
}

function extreme({ judged }: Judgement, call: HelperCall): Judged | undefined {
  const which = call.arguments[1];
  if (which !== 'highest' && which !== 'lowest') throw new TemplateProblem('第二项应为 "highest" 或 "lowest"');
  return judged.reduce<Judged | undefined>((best, one) => {
    const [value, known] = [one.outcomes[0]?.actual ?? null, best?.outcomes[0]?.actual ?? null];
    if (value === null) return best;
    if (known === null) return one;
    return (which === 'highest' ? value.gt(known) : value.lt(known)) ? one : best;
  }, undefined);
}

function titleOf({ name, number }: { readonly name: string; readonly number: string }): string {
  return `《${name}》（${number}）`;
}

function helper(
  name: string,
  use: Helper['use'],
  options: readonly string[],
  run: (call: HelperCall, context: HelperContext) => unknown,
): Helper {
  return { name, use, options: ['stage', ...options], namesQuantities: false, run };
}
