import type { Dataset } from '../model/dataset.ts';
import type { DateSlot, FigureSlot, Phrase, Slot } from '../phrases/index.ts';
import { type PrintForm, type PrintedNumber, printNumber, splitUnit } from '../quantities/print.ts';
import { Missing, type Quantity } from './quantity.ts';
import type { ReportKind } from './kind.ts';
import { levelOf } from './settings.ts';
import { type DataView, dataView } from './view.ts';

/** A phrase with this year's figures in its slots. */
export interface FilledPhrase {
  /** What no data fill stands as 【待填：name】, never as a guess. */
  readonly text: string;
  /** Names of the slots that were left open. */
  readonly gaps: readonly string[];
}

/** A figure of the data in a phrase, with all that the ledger keeps of it. */
export interface PhraseFigure {
  readonly quantity: Quantity;
  readonly form: PrintForm;
  readonly printed: PrintedNumber;
}

/** A stretch of a filled phrase: words, a figure, or a slot that nothing fills. */
export type PhrasePart = string | PhraseFigure | { readonly gap: string };

/** The names that may stand in a report without anybody asking: those of its own settings. */
export interface OwnNames {
  readonly county: string;
  /** The school whose report it is; null in a county's. */
  readonly school: string | null;
}

/** A view asks for the kind of report only to know of data of the kind's own; phrases know none. */
const NO_KIND: ReportKind = { id: 'phrase', title: '', sections: [], needs: [], standards: [], subject: 'county' };

/** Fills phrases with a county's data: figures by what their slots say they measure, years, and the county's name. */
export function phraseFiller(dataset: Dataset): (phrase: Pick<Phrase, 'frame' | 'slots'>) => FilledPhrase {
  const view = dataView(dataset, NO_KIND, []);
  const names = { county: dataset.county, school: null };
  const level = levelOf(dataset.county);
  return (phrase) => {
    const parts = fillPhrase(phrase, view, names);
    const text = parts
      .map((part) => {
        if (typeof part === 'string') return level === null ? part : ofLevel(part, level);
        return 'gap' in part ? `【待填：${part.gap}】` : part.printed.text;
      })
      .join('');
    return { text, gaps: parts.flatMap((part) => (typeof part !== 'string' && 'gap' in part ? [part.gap] : [])) };
  };
}

/** The stretches of a phrase in their order, its slots filled as far as the data and the report's own names go. */
export function fillPhrase(
  { frame, slots }: Pick<Phrase, 'frame' | 'slots'>,
  view: DataView,
  names: OwnNames,
): readonly PhrasePart[] {
  return frame.split(/(\{\d+\})/).flatMap((piece): PhrasePart[] => {
    if (piece === '') return [];
    const slot = /^\{\d+\}$/.test(piece) ? slots[Number(piece.slice(1, -1)) - 1] : undefined;
    return [slot === undefined ? piece : (filled(slot, view, names) ?? { gap: slot.name })];
  });
}

function filled(slot: Slot, view: DataView, names: OwnNames): string | PhraseFigure | null {
  switch (slot.kind) {
    case 'figure':
      return figureIn(slot, view);
    case 'place':
      return slot.name === '县名' && names.county !== '' ? names.county : null;
    case 'school':
      return names.school;
    case 'date':
      return slot.event ? null : yearsIn(slot, view.year(0));
    default:
      return null;
  }
}

/** `<-2>—<0>年` in the terms of a report's year; null where a year is not told. */
function yearsIn({ form }: DateSlot, year: string): string | null {
  const own = /\d{4}/.exec(year)?.[0];
  if (own === undefined || form.includes('<?>')) return null;
  return form.replaceAll(/<(-?\d+)>/g, (_, offset: string) => String(Number(own) + Number(offset)));
}

/**
 * A figure of the data in the place of a slot. Only what is measured the same way fits: a value of its own, of the whole county,
 * of a year that is told. A change, a share or a limit would need the sentence to be understood, and stays a gap.
 */
function figureIn(slot: FigureSlot, view: DataView): PhraseFigure | null {
  const { indicator, stage, offset, role, scope } = slot;
  if (indicator === null || offset === null || role !== 'level' || scope !== null) return null;
  const found = view.find({ indicator, stage, offset });
  return found instanceof Missing ? null : print(found, slot);
}

function print(quantity: Quantity, slot: FigureSlot): PhraseFigure | null {
  const { value, habit } = quantity;
  const { multiplier, unit } = slot.unit === null ? { multiplier: null, unit: null } : splitUnit(slot.unit);
  const base = unit === '' ? null : unit;
  // 名 for 人 is the sentence's choice; a figure of money in a slot for persons is a mistake in its name
  if (slot.figureKind !== habit.kind && !(slot.figureKind === 'count' && habit.kind === 'coefficient')) return null;
  if (base !== null && habit.unit !== null && !isSameUnit(base, habit.unit)) return null;
  const places = multiplier === null ? habit.places : Math.max(slot.places, 2);
  const form = { unit: base, multiplier, places, fixed: habit.fixed && multiplier === null, ratio: slot.ratio };
  return { quantity, form, printed: printNumber(value, form) };
}

/** 全县 in a district's report is 全区; the words of the county's offices go with it. */
export function ofLevel(words: string, level: string): string {
  return words
    .replaceAll(/(?<=[全我本])[县区市旗](?![域级])/gu, level)
    .replaceAll(/县(?=政府|委县|财政|教育局|人大|政协)/gu, level);
}

/** Units that the language exchanges freely; 乡镇9人 is no count of townships, whatever its name. */
const SAME_UNITS = ['人名位', '所个', '台套件', '册本', '间个'];

function isSameUnit(a: string, b: string): boolean {
  return a === b || SAME_UNITS.some((group) => group.includes(a) && group.includes(b));
}
