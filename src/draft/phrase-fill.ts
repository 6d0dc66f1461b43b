import type { Dataset } from '../model/dataset.ts';
import { type Phrase, type Slot, withSlots } from '../phrases/index.ts';
import type { FigureSlot } from '../phrases/index.ts';
import { printNumber, splitUnit } from '../quantities/print.ts';
import type { ReportKind } from './kind.ts';
import { Missing, type Quantity } from './quantity.ts';
import { type DataView, dataView } from './view.ts';

/** A phrase with this year's figures in its slots. */
export interface FilledPhrase {
  /** What no data fill stands as 【name】, never as a guess. */
  readonly text: string;
  /** Names of the slots that were left open. */
  readonly gaps: readonly string[];
}

/** A view asks for the kind of report only to know of data of the kind's own; phrases know none. */
const NO_KIND: ReportKind = { id: 'phrase', title: '', sections: [], needs: [], standards: [], subject: 'county' };

/** Fills phrases with a county's data: figures by what their slots say they measure, years, and the county's name. */
export function phraseFiller(dataset: Dataset): (phrase: Pick<Phrase, 'frame' | 'slots'>) => FilledPhrase {
  const view = dataView(dataset, NO_KIND, []);
  return (phrase) => {
    const gaps: string[] = [];
    const text = withSlots(phrase, (slot) => {
      const told = printed(slot, view, dataset);
      if (told !== null) return told;
      gaps.push(slot.name);
      return `【${slot.name}】`;
    });
    return { text, gaps };
  };
}

function printed(slot: Slot, view: DataView, dataset: Dataset): string | null {
  switch (slot.kind) {
    case 'figure':
      return figureIn(slot, view);
    case 'place':
      return slot.name === '县名' && dataset.county !== '' ? dataset.county : null;
    case 'date':
      return slot.event ? null : yearsIn(slot.form, dataset.year);
    default:
      return null;
  }
}

/** `<-2>—<0>年` in the terms of a report's year; null where a year is not told. */
function yearsIn(form: string, year: string): string | null {
  const own = /\d{4}/.exec(year)?.[0];
  if (own === undefined || form.includes('<?>')) return null;
  return form.replaceAll(/<(-?\d+)>/g, (_, offset: string) => String(Number(own) + Number(offset)));
}

/**
 * A figure of the data in the place of a slot. Only what is measured the same way fits: a value of its own, of the whole county,
 * of a year that is told. A change, a share or a limit would need the sentence to be understood, and stays a gap.
 */
function figureIn(slot: FigureSlot, view: DataView): string | null {
  const { indicator, stage, offset, role, scope } = slot;
  if (indicator === null || offset === null || role !== 'level' || scope !== null || !view.knows(indicator))
    return null;
  const found = view.find({ indicator, stage, offset });
  return found instanceof Missing ? null : print(found, slot);
}

function print({ value, habit }: Quantity, slot: FigureSlot): string | null {
  const { multiplier, unit } = slot.unit === null ? { multiplier: null, unit: null } : splitUnit(slot.unit);
  const base = unit === '' ? null : unit;
  // 名 for 人 is the sentence's choice; a figure of money in a slot for persons is a mistake in its name
  if (slot.figureKind !== habit.kind && !(slot.figureKind === 'count' && habit.kind === 'coefficient')) return null;
  const places = multiplier === null ? habit.places : Math.max(slot.places, 2);
  if (base !== null && habit.unit !== null && !isSameUnit(base, habit.unit)) return null;
  return printNumber(value, { unit: base, multiplier, places, fixed: habit.fixed, ratio: slot.ratio }).text;
}

/** Units that the language exchanges freely; 乡镇9人 is no count of townships, whatever its name. */
const SAME_UNITS = ['人名位', '所个', '台套件', '册本', '间个'];

function isSameUnit(a: string, b: string): boolean {
  return a === b || SAME_UNITS.some((group) => group.includes(a) && group.includes(b));
}
