import { type Edit, editsOf } from './mutators.ts';
import { type Node, parse, visit } from './tree.ts';

/** A source with one change. */
export interface Mutant extends Edit {
  /** The outermost named function or constant that holds the change. */
  readonly holder: string;
  /** `holder: the changed lines (was: what stood there)`; names the mutant in the list of equivalent ones. */
  readonly name: string;
  /** The whole source with the change. */
  readonly source: string;
}

/** Every mutant of a source, in the order of its text. */
export function mutantsOf(path: string, source: string): Mutant[] {
  const found: { edit: Edit; holder: string }[] = [];
  visit(parse(path, source), (node, ancestors) => {
    const holder = holderOf(ancestors);
    for (const edit of editsOf(node, ancestors.at(-1), source)) found.push({ edit, holder });
  });
  const seen = new Map<string, number>();
  return found
    .sort((a, b) => a.edit.start - b.edit.start)
    .map(({ edit, holder }) => {
      const changed = source.slice(0, edit.start) + edit.text + source.slice(edit.end);
      const name = `${holder}: ${tidy(linesAround(changed, edit))}${wasOf(source, edit)}`;
      // the same change of the same words twice in one function is told apart by its number
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return { ...edit, holder, name: times === 1 ? name : `${name} #${times}`, source: changed };
    });
}

function linesAround(changed: string, { start, text }: Edit): string {
  const from = changed.lastIndexOf('\n', start - 1) + 1;
  const behind = changed.indexOf('\n', start + text.length);
  return changed.slice(from, behind < 0 ? undefined : behind);
}

function wasOf(source: string, { start, end }: Edit): string {
  return start === end ? '' : ` (was: ${tidy(source.slice(start, end))})`;
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function holderOf(ancestors: readonly Node[]): string {
  const declared = ancestors.find(({ type }) => type === 'FunctionDeclaration' || type === 'VariableDeclarator');
  return ((declared?.['id'] as Node | undefined)?.['name'] as string | undefined) ?? 'module';
}
