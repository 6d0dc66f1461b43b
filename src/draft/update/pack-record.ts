import type { PrintForm } from '../../quantities/print.ts';
import type { QuantityReference } from '../reference.ts';
import type { DraftRecord, MarkRecord } from './record.ts';

/** A figure as the file keeps it; numbers are places in `texts` or `forms`, since sentences and forms repeat a dozen times. */
type PackedMark = readonly [
  id: string,
  name: string,
  reference: QuantityReference,
  form: number,
  printed: string,
  section: number,
  sentence: number,
  isOneOfSeveral: 0 | 1,
  chart: readonly [caption: number, series: number, category: number] | null,
];

interface PackedRecord extends Omit<DraftRecord, 'figures'> {
  readonly figures: readonly PackedMark[];
  readonly texts: readonly string[];
  readonly forms: readonly PrintForm[];
}

/** The record as JSON, a quarter of what it would be with every sentence written out: packing it is most of what it costs. */
export function recordJson(record: DraftRecord): string {
  const texts = new Map<string, number>();
  const forms = new Map<string, number>();
  const place = (known: Map<string, number>, text: string): number => {
    const at = known.get(text) ?? known.size;
    known.set(text, at);
    return at;
  };
  const figures = record.figures.map(
    ({ id, name, reference, form, printed, section, sentence, isOneOfSeveral, chart }): PackedMark => [
      id,
      name,
      reference,
      place(forms, JSON.stringify(form)),
      printed,
      place(texts, section),
      place(texts, sentence),
      isOneOfSeveral === true ? 1 : 0,
      chart === undefined
        ? null
        : [place(texts, chart.caption), place(texts, chart.series), place(texts, chart.category)],
    ],
  );
  const packed: PackedRecord = {
    ...record,
    figures,
    texts: [...texts.keys()],
    forms: [...forms.keys()].map((form) => JSON.parse(form) as PrintForm),
  };
  return JSON.stringify(packed);
}

/** Reads a record back; null for one that another version of the program has written, or that is damaged. */
export function parseRecord(json: string): DraftRecord | null {
  try {
    const { texts, forms, figures, ...rest } = JSON.parse(json) as PackedRecord;
    if (rest.version !== 1 || !Array.isArray(rest.wordings)) return null;
    const at = <T>(known: readonly T[], place: number): T => {
      const found = known[place];
      if (found === undefined) throw new RangeError('a place that is none');
      return found;
    };
    return {
      ...rest,
      figures: figures.map(
        ([id, name, reference, form, printed, section, sentence, several, chart]): MarkRecord => ({
          id,
          name,
          reference,
          form: at(forms, form),
          printed,
          section: at(texts, section),
          sentence: at(texts, sentence),
          ...(several === 1 ? { isOneOfSeveral: true as const } : {}),
          ...(chart === null
            ? {}
            : { chart: { caption: at(texts, chart[0]), series: at(texts, chart[1]), category: at(texts, chart[2]) } }),
        }),
      ),
    };
  } catch {
    return null;
  }
}
