import { existsSync } from 'node:fs';
import { type PhraseKind, PHRASE_KINDS } from '../phrases/index.ts';
import { readSettings } from '../read/index.ts';
import { readBytes } from './files.ts';

const SETTINGS = 'junheng.yaml';

/** What the project in the current folder says of its phrases. */
export interface PhraseSettings {
  /** The kind of the report that is written. */
  readonly kind: PhraseKind | null;
  readonly year: string | undefined;
  /** `分词: nodejieba` */
  readonly segmenter: string | undefined;
}

export function projectSettings(): PhraseSettings {
  if (!existsSync(SETTINGS)) return { kind: null, year: undefined, segmenter: undefined };
  const entries = readSettings(new TextDecoder('utf-8').decode(readBytes(SETTINGS)), SETTINGS);
  const word = (name: string): string | undefined => {
    const value = entries.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  return {
    kind: PHRASE_KINDS.find((kind) => kind === word('类型')) ?? null,
    year: word('年份'),
    segmenter: word('分词'),
  };
}
