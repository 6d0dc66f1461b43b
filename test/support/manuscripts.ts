import type { Manuscript } from '../../src/model/manuscript.ts';
import { InputError } from '../../src/model/manuscript.ts';
import { readDocument } from '../../src/read/index.ts';

/** The lines of a manuscript's text form. */
export function linesOf({ text, paragraphs }: Manuscript): string[] {
  return paragraphs.map(({ span }) => text.slice(span.start, span.end));
}

/** The codes of the messages that came with a manuscript. */
export function codesOf({ messages }: Manuscript): string[] {
  return messages.map(({ code }) => code);
}

/** The error with which a file is refused; fails the test where it is read. */
export async function refusalOf(name: string, bytes: Uint8Array): Promise<InputError> {
  const outcome = await readDocument(name, bytes).then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof InputError) return outcome;
  throw new Error(`expected ${name} to be refused with an InputError, got ${String(outcome)}`);
}
