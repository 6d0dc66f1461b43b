import Handlebars from 'handlebars';
import { HELPERS, type HelperContext } from './helpers/index.ts';
import { lintTemplates } from './lint.ts';
import { NOTHING } from './markers.ts';
import type { OwnPiece } from './own-words.ts';
import { TemplateProblem } from './quantity.ts';
import { parseTemplate, type TemplateFile } from './parse-template.ts';
import { throwProblems } from './problem.ts';
import type { Recorder } from './recorder.ts';
import { type DraftSettings, draftWords } from './settings.ts';
import type { DataView } from './view.ts';

/**
 * Renders the sections to Markdown with marks. Every fault of every template is told at once, with file, line and column, before
 * anything is written.
 * @param everyBranch runs both branches of every condition: to find faults, the text then says nothing
 */
export function renderTemplates(
  templates: readonly TemplateFile[],
  view: DataView,
  recorder: Recorder,
  settings: DraftSettings,
  pieces: readonly OwnPiece[] = [],
  everyBranch = false,
): readonly string[] {
  const words = draftWords(settings.county ?? view.dataset.county, view.dataset.year, settings.level);
  const parsed = templates.map(parseTemplate);
  const names = { words: new Set(words.keys()), knowsQuantity: view.knows, quantities: view.names };
  recorder.problems.push(...lintTemplates(parsed, names));
  throwProblems(recorder.problems);
  const run = runner(
    { view, recorder, settings, pieces: new Map(pieces.map((piece) => [piece.name, piece])) },
    words,
    everyBranch,
  );
  const rendered = parsed.map(({ name, program }) => (program ? run(program, name) : ''));
  throwProblems(recorder.problems);
  return rendered;
}

/** A function that runs templates, with the helpers of the template language and no others. */
function runner(
  helperContext: HelperContext,
  words: ReadonlyMap<string, string>,
  everyBranch: boolean,
): (program: hbs.AST.Program, file: string) => string {
  const { recorder } = helperContext;
  let running = '';
  const engine = Handlebars.create();
  for (const name of Object.keys(engine.helpers)) {
    if (name !== 'if' && name !== 'unless') engine.unregisterHelper(name);
  }
  if (everyBranch) {
    for (const name of ['if', 'unless']) {
      engine.registerHelper(name, function runBoth(this: unknown, _: unknown, options: Handlebars.HelperOptions) {
        return options.fn(this) + options.inverse(this);
      });
    }
  }
  for (const helper of HELPERS.values()) {
    engine.registerHelper(helper.name, function runHelper(this: unknown, ...given: unknown[]) {
      const options = given.pop() as Handlebars.HelperOptions & { loc?: hbs.AST.SourceLocation };
      try {
        if (everyBranch && helper.use === 'block') options.inverse?.(this);
        return helper.run(
          {
            arguments: given,
            options: options.hash as Record<string, unknown>,
            body: () => options.fn(this),
            otherwise: () => options.inverse?.(this) ?? '',
          },
          helperContext,
        );
      } catch (error) {
        if (!(error instanceof TemplateProblem)) throw error;
        const { line, column } = options.loc?.start ?? { line: 1, column: 0 };
        recorder.problems.push({ file: running, line, column: column + 1, message: error.message });
        return NOTHING;
      }
    });
  }
  // Prototype access stays off, which is Handlebars' default; the words are own properties of an object without prototype.
  const context: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of words) context[name] = recorder.text(value);
  const knownHelpers = Object.fromEntries([...HELPERS.keys()].map((name) => [name, true]));
  return (program, file) => {
    running = file;
    return engine.compile(program, { noEscape: true, knownHelpers, knownHelpersOnly: true })(context);
  };
}
