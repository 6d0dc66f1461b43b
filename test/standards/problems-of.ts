import { InputError } from '../../src/model/manuscript.ts';
import { parseStandard } from '../../src/standards/parse.ts';

/** What is said of a standard's file, a line each; nothing where it can be used. */
export function problemsOf(yaml: string): string[] {
  try {
    parseStandard('own.yaml', yaml);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}
