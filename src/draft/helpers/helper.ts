import type { SchoolPart } from '../../model/dataset.ts';
import type { Stage } from '../../model/figure.ts';
import { type Found, Missing, Quantity, TemplateProblem } from '../quantity.ts';
import type { OwnPiece } from '../own-words.ts';
import type { Recorder } from '../recorder.ts';
import type { DraftSettings } from '../settings.ts';
import type { DataView } from '../view.ts';

/** One use of a helper in a template. */
export interface HelperCall {
  readonly arguments: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  /** The text inside a block helper; empty for others. */
  readonly body: () => string;
  readonly otherwise: () => string;
}

/** What helpers work with. */
export interface HelperContext {
  readonly view: DataView;
  readonly recorder: Recorder;
  readonly settings: DraftSettings;
  /** The writer's own words by name. */
  readonly pieces: ReadonlyMap<string, OwnPiece>;
}

/** A word of the template language. */
export interface Helper {
  readonly name: string;
  /** text: prints; value: gives a quantity to another helper; condition: for #if; block: surrounds text. */
  readonly use: 'text' | 'value' | 'condition' | 'block';
  /** Names of its options; any other is a slip that the author should hear of. */
  readonly options: readonly string[];
  /** Its plain text arguments are names of quantities. */
  readonly namesQuantities: boolean;
  readonly run: (call: HelperCall, context: HelperContext) => unknown;
}

export const REFERENCE_OPTIONS = ['stage', 'year'] as const;
const STAGES: ReadonlySet<unknown> = new Set(['小学', '初中', '九年一贯制', '普通高中', '幼儿园', '特殊教育']);

/** The stage option, checked. */
export function stageOf(call: HelperCall): Stage | null {
  const { stage } = call.options;
  if (stage === undefined) return null;
  if (!STAGES.has(stage)) throw new TemplateProblem(`stage 应为小学、初中等学段，现为“${String(stage)}”`);
  return stage as Stage;
}

/** A whole-number option such as `year=-1` or `years=3`. */
export function wholeNumber(call: HelperCall, option: string, fallback: number): number {
  const value = call.options[option] ?? fallback;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new TemplateProblem(`${option} 应为整数，现为“${String(value)}”`);
  }
  return value;
}

/** A word option. */
export function wordOption(call: HelperCall, option: string, fallback: string): string {
  const value = call.options[option] ?? fallback;
  if (typeof value !== 'string') throw new TemplateProblem(`${option} 应为加引号的文字`);
  return value;
}

/** An argument as a quantity: a name is looked up with the call's stage and year; a value of another helper is taken as it is. */
export function quantityOf(argument: unknown, call: HelperCall, context: HelperContext, offset?: number): Found {
  if (argument instanceof Quantity || argument instanceof Missing) return argument;
  if (typeof argument !== 'string') throw new TemplateProblem('这里应写数据名称，如 "pupils"');
  return context.view.find({
    indicator: argument,
    stage: stageOf(call),
    offset: offset ?? wholeNumber(call, 'year', 0),
  });
}

/** The quantity of each of the last `years` years, oldest first. */
export function yearlyOf(argument: unknown, call: HelperCall, context: HelperContext): readonly Found[] {
  const years = wholeNumber(call, 'years', 3);
  const last = wholeNumber(call, 'year', 0);
  return Array.from({ length: years }, (_, index) => quantityOf(argument, call, context, last - (years - 1 - index)));
}

/** The stage option as a part of the school table. */
export function schoolPart(call: HelperCall): SchoolPart {
  const stage = stageOf(call);
  if (stage === '小学' || stage === '初中') return stage;
  throw new TemplateProblem('stage 应为 "小学" 或 "初中"');
}

/**
 * The quantities where all of them are there; else null, and the sentence around is incomplete.
 * @throws TemplateProblem outside a part, where a word that follows the data could not be left out
 */
export function allKnown(found: readonly Found[], context: HelperContext): readonly Quantity[] | null {
  const known = found.flatMap((one) => (one instanceof Quantity ? [one] : []));
  if (context.recorder.depth === 0 && known.length < found.length) {
    throw new TemplateProblem('随数据变化的词要写在 {{#part}}…{{/part}} 里面，缺少数据时整句才能略去');
  }
  if (known.length === found.length) return known;
  context.recorder.missing += 1;
  return null;
}
