import type { Decimal } from '../../model/decimal.ts';
import type { Stage } from '../../model/figure.ts';
import { type Found, Missing, type Quantity, TemplateProblem } from '../quantity.ts';
import { ROLES } from '../recorder.ts';
import { mark, NOTHING } from '../markers.ts';
import type { DraftSettings } from '../settings.ts';
import { type Helper, type HelperContext, REFERENCE_OPTIONS, wholeNumber, wordOption, yearlyOf } from './helper.ts';
import { joinChinese } from './join.ts';

/** Helpers whose words follow the data, and those that place a paragraph. */
export const WORDS: readonly Helper[] = [
  {
    name: 'trend',
    use: 'text',
    options: [...REFERENCE_OPTIONS, 'years', 'up', 'down'],
    namesQuantities: true,
    run: (call, context) => {
      const values = known(yearlyOf(call.arguments[0], call, context), context);
      if (values === null) return NOTHING;
      return trendWords(values, wordOption(call, 'up', '增长'), wordOption(call, 'down', '下降'));
    },
  },
  {
    name: 'eachYear',
    use: 'text',
    options: [...REFERENCE_OPTIONS, 'years', 'over', 'yes', 'no'],
    namesQuantities: true,
    run: (call, context) => {
      const pairs = yearlyOf(call.arguments[0], call, context);
      const bounds = yearlyOf(call.options.over, call, context);
      const values = known([...pairs, ...bounds], context);
      if (values === null) return NOTHING;
      const years = pairs.map((_, index) => `${context.view.year(index - pairs.length + 1)}年`);
      const holds = (index: number): boolean => values[index]?.gt(values[index + pairs.length] ?? 0) ?? false;
      return eachWords(years, holds, wordOption(call, 'yes', ''), wordOption(call, 'no', ''), '各年');
    },
  },
  {
    name: 'eachStage',
    use: 'text',
    options: ['year', 'limit', 'yes', 'no'],
    namesQuantities: true,
    run: (call, context) => {
      const stages: readonly Stage[] = ['小学', '初中'];
      const name = String(call.arguments[0]);
      const direction = wordOption(call, 'limit', 'most');
      if (direction !== 'most' && direction !== 'least') throw new TemplateProblem('limit 应为 "most" 或 "least"');
      const offset = wholeNumber(call, 'year', 0);
      const found = stages.map((stage) => context.view.find({ indicator: name, stage, offset }));
      const limits = stages.map((stage) => context.view.limit(name, stage));
      const values = known([...found, ...limits], context);
      if (values === null) return NOTHING;
      const holds = (index: number): boolean => {
        const [value, bound] = [values[index], values[index + stages.length]];
        if (value === undefined || bound === undefined) return false;
        return direction === 'most' ? value.lte(bound) : value.gte(bound);
      };
      return eachWords(stages, holds, wordOption(call, 'yes', ''), wordOption(call, 'no', ''), stages.join('、'));
    },
  },
  {
    name: 'gap',
    use: 'text',
    options: [],
    namesQuantities: false,
    run: (call, context) => context.recorder.prose(String(call.arguments[0])),
  },
  // The writer's own words of that name (做法, 特色, 问题, 打算…), else a gap that says what to write.
  {
    name: 'own',
    use: 'text',
    options: [],
    namesQuantities: false,
    run: (call, context) => {
      const piece = context.pieces.get(String(call.arguments[0]));
      if (piece !== undefined && piece.blocks.length > 0) return context.recorder.piece(piece, context.view.year(0));
      return context.recorder.prose(String(call.arguments[1] ?? call.arguments[0]));
    },
  },
  {
    name: 'setting',
    use: 'text',
    options: [],
    namesQuantities: false,
    run: (call, context) => {
      const setting = SETTINGS.get(String(call.arguments[0]));
      if (setting === undefined) throw new TemplateProblem(`setting 只能是${[...SETTINGS.keys()].join('、')}`);
      const value = context.settings[setting.key];
      return value === undefined || value === '' ? context.recorder.prose(setting.name) : context.recorder.text(value);
    },
  },
  {
    name: 'role',
    use: 'text',
    options: [],
    namesQuantities: false,
    run: (call) => {
      const index = ROLES.findIndex((role) => role === call.arguments[0]);
      if (index < 0) throw new TemplateProblem(`role 只能是${ROLES.join('、')}`);
      return mark('role', index);
    },
  },
  {
    name: 'newline',
    use: 'text',
    options: [],
    namesQuantities: false,
    run: () => mark('break', 0),
  },
  {
    name: 'yearName',
    use: 'text',
    options: [],
    namesQuantities: false,
    run: (call, context) => context.recorder.text(context.view.year(Number(call.arguments[0] ?? 0))),
  },
];

const SETTINGS: ReadonlyMap<string, { readonly key: keyof DraftSettings; readonly name: string }> = new Map([
  ['addressee', { key: 'addressee', name: '主送机关' }],
  ['signatory', { key: 'signatory', name: '署名' }],
  ['date', { key: 'date', name: '成文日期' }],
]);

/** 逐年… only where every step goes one way; else what the ends and the way between them really are. */
function trendWords(values: readonly Decimal[], up: string, down: string): string {
  const steps = values.slice(1).map((value, index) => value.cmp(values[index] ?? value));
  if (steps.every((step) => step === 0)) return '保持不变';
  if (steps.every((step) => step > 0)) return `逐年${up}`;
  if (steps.every((step) => step < 0)) return `逐年${down}`;
  const overall = values.at(-1)?.cmp(values[0] ?? 0) ?? 0;
  if (overall > 0) return steps.some((step) => step < 0) ? `总体${up}、其间有所回落` : `总体${up}`;
  if (overall < 0) return steps.some((step) => step > 0) ? `总体${down}、其间有所回升` : `总体${down}`;
  return '有升有降、首末持平';
}

/** 各年均… / 2016年…，2017年、2018年… / 各年均未…; the words of both cases are the template's. */
function eachWords(
  items: readonly string[],
  holds: (index: number) => boolean,
  yes: string,
  no: string,
  everyone: string,
): string {
  const good = items.filter((_, index) => holds(index));
  const bad = items.filter((_, index) => !holds(index));
  if (bad.length === 0) return `${everyone}均${yes}`;
  if (good.length === 0) return `${everyone}均${no}`;
  return `${joinChinese(good, '、', '、')}${yes}，${joinChinese(bad, '、', '、')}${no}`;
}

function known(found: readonly Found[], context: HelperContext): readonly Decimal[] | null {
  if (found.some((one) => one instanceof Missing)) {
    if (context.recorder.depth === 0) {
      throw new TemplateProblem('随数据变化的词要写在 {{#part}}…{{/part}} 里面，缺少数据时整句才能略去');
    }
    context.recorder.missing += 1;
    return null;
  }
  return (found as readonly Quantity[]).map((one) => one.value);
}
