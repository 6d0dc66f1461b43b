import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../fixtures/reports/', import.meta.url);

/** A figure as a person read it in one of our own texts. */
export interface GoldFigure {
  readonly line: number;
  readonly start: number;
  readonly text: string;
  readonly value: number;
  readonly unit: string | null;
}

/** A relation as a person judged it. */
export interface GoldRelation {
  readonly id: string;
  readonly type: string;
  readonly line: number;
  readonly lines?: readonly number[];
  readonly check: string;
  readonly holds: boolean;
  readonly confidence: string;
}

export interface GoldHeading {
  readonly line: number;
  readonly level: number;
  readonly marker: string;
  readonly title: string;
}

/** One of our own annotated texts, all in the genre's manner and of invented counties. */
export interface GoldReport {
  readonly name: string;
  readonly text: string;
  readonly figures: readonly GoldFigure[];
  readonly relations: readonly GoldRelation[];
  readonly outline: readonly GoldHeading[];
}

function rows<T>(name: string, file: string): T[] {
  return readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export const GOLD_REPORTS: readonly GoldReport[] = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(new URL(`${name}/report.txt`, FOLDER), 'utf8'),
  figures: rows<GoldFigure>(name, 'figures.jsonl'),
  relations: rows<GoldRelation>(name, 'relations.jsonl'),
  outline: rows<GoldHeading>(name, 'outline.jsonl'),
}));
