import { understand } from '../figures/index.ts';
import type { ReadMessage } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import type { DocumentKind, SectionLevel, SectionRole } from '../model/section.ts';
import type { Position } from '../model/span.ts';
import { type DocumentReaders, readDocument } from '../read/index.ts';
import { positionsIn } from './positions.ts';

/** One file as the contract's JSON tells it, up to `figures`. */
export interface ExtractedJson {
  readonly file: string;
  readonly kind: DocumentKind | null;
  readonly title: string | null;
  readonly sections: readonly {
    readonly level: SectionLevel;
    readonly marker: string;
    readonly title: string;
    readonly runIn: boolean;
    readonly role: SectionRole;
    readonly position: Position;
  }[];
  /** Footnotes, endnotes, headers and footers; `line` is that of the mark. */
  readonly notes: readonly { readonly kind: string; readonly text: string; readonly line: number | null }[];
  readonly figures: readonly FigureJson[];
}

export interface FigureJson {
  readonly id: string;
  readonly text: string;
  readonly value: number;
  readonly valueMax?: number;
  readonly unit: string | null;
  readonly kind: string;
  readonly label: string;
  readonly indicator: string | null;
  readonly stage: string | null;
  readonly year: string | null;
  readonly scope: string | null;
  readonly bound: string | null;
  readonly partOf: string | null;
  readonly position: Position;
}

/** A file read and understood. */
export interface Extracted {
  readonly report: Report;
  readonly messages: readonly ReadMessage[];
}

/** Reads one file's bytes and understands them. Throws {@link InputError} where the file cannot be used. */
export async function extract(name: string, bytes: Uint8Array, readers: DocumentReaders = {}): Promise<Extracted> {
  const manuscript = await readDocument(name, bytes, readers);
  return { report: understand(manuscript), messages: manuscript.messages };
}

/** The contract's JSON of an understood report. Numbers leave the decimal world only here. */
export function extractedJson(file: string, report: Report): ExtractedJson {
  const position = positionsIn(report.manuscript);
  return {
    file,
    kind: report.kind === 'other' ? null : report.kind,
    title: report.title,
    sections: report.sections.map((section) => ({
      level: section.level,
      marker: section.marker,
      title: section.title,
      runIn: section.runIn,
      role: section.role,
      position: position(section.span),
    })),
    notes: report.manuscript.notes.map(({ kind, text, line }) => ({ kind, text, line })),
    figures: report.figures.map((figure) => ({
      id: figure.id,
      text: figure.text,
      value: figure.value.toNumber(),
      ...(figure.valueMax ? { valueMax: figure.valueMax.toNumber() } : {}),
      unit: figure.unit,
      kind: figure.kind,
      label: figure.label,
      indicator: figure.indicator,
      stage: figure.stage,
      year: figure.period,
      scope: figure.scope,
      bound: figure.bound,
      partOf: figure.partOf,
      position: position(figure.span),
    })),
  };
}
