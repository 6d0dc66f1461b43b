import type { Manuscript } from '../../model/manuscript.ts';
import { assemble } from '../assemble.ts';
import type { DecodedText } from './decode.ts';

/**
 * A plain text as a manuscript: every line a paragraph, positions those of the file itself.
 * Nothing is taken as markup: `**` is a redaction mark here, `1.` a heading, `9.46:1` a ratio.
 */
export function readText({ text, carriageReturns, messages }: DecodedText): Manuscript {
  const lines = text.split('\n').map((line) => ({ text: line, markerLength: 0, outlineLevel: null, cell: null }));
  const manuscript = assemble('text', lines, messages);
  return carriageReturns.length === 0 ? manuscript : { ...manuscript, carriageReturns };
}

/** A text that is no file, as a manuscript. */
export function readPlainText(text: string): Manuscript {
  return readText({ text, carriageReturns: [], messages: [] });
}
