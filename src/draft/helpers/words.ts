import type { Decimal } from '../../model/decimal.ts';
import type { Stage } from '../../model/figure.ts';
import { TemplateProblem } from '../quantity.ts';
import { ROLES } from '../recorder.ts';
import { mark, NOTHING } from '../markers.ts';
import type { DraftSettings } from '../settings.ts';
import { eachWords } from './each.ts';
import { printedValue } from './figures.ts';
import { allKnown, type Helper, REFERENCE_OPTIONS, wholeNumber, wordOption, yearlyOf } from './helper.ts';

/** Helpers whose words follow the data, and those that place a paragraph. */
export const WORDS: readonly Helper[] = [
  {
    name: 'trend',
    use: 'text',
    options: [...REFERENCE_OPTIONS, 'years', 'up', 'down', 'in', 'places'],
    namesQuantities: true,
    run: (call, context) => {
      const found = allKnown(yearlyOf(call.arguments[0], call, context), context);
      if (found === null) return NOTHING;
      // By what is printed: of 99.001% and 99.004% the reader sees 99% twice, and 逐年提高 would be wrong.
      const values = found.map((one) => printedValue(one, call));
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
      const values = allKnown([...pairs, ...bounds], context)?.map((one) => one.value) ?? null;
      if (values === null) return NOTHING;
      const years = pairs.map((_, index) => `${context.view.year(index - pairs.length + 1)}年`);
      const holds = (index: number): boolean => values[index]?.gt(values[index + pairs.length] ?? 0) ?? false;
      const [yes, no] = [wordOption(call, 'yes', ''), wordOption(call, 'no', '')];
      return eachWords(years, holds, { yes, no, everyone: '各年', rest: '其余年份' });
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
      const values = allKnown([...found, ...limits], context)?.map((one) => one.value) ?? null;
      if (values === null) return NOTHING;
      const holds = (index: number): boolean => {
        const [value, bound] = [values[index], values[index + stages.length]];
        if (value === undefined || bound === undefined) return false;
        return direction === 'most' ? value.lte(bound) : value.gte(bound);
      };
      const [yes, no] = [wordOption(call, 'yes', ''), wordOption(call, 'no', '')];
      return eachWords(stages, holds, { yes, no, everyone: stages.join('、'), rest: '其余' });
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
  // Whether the project's settings say it: {{#if (given "meeting")}}.
  {
    name: 'given',
    use: 'condition',
    options: [],
    namesQuantities: false,
    run: (call, context) =>
      call.arguments.every(
        (name) => (context.settings as Readonly<Record<string, unknown>>)[String(name)] !== undefined,
      ),
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
  ['school', { key: 'school', name: '学校名称' }],
  ['meeting', { key: 'meeting', name: '会议名称' }],
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
