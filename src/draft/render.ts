import Handlebars from 'handlebars';
import { InputError } from '../model/manuscript.ts';
import { HELPERS, type HelperContext } from './helpers/index.ts';
import { lintTemplate } from './lint.ts';
import { NOTHING } from './markers.ts';
import type { OwnPiece } from './own-words.ts';
import { TemplateProblem } from './quantity.ts';
import type { RecordedProblem, Recorder } from './recorder.ts';
import { type DraftSettings, draftWords } from './settings.ts';
import type { DataView } from './view.ts';

/** A section template: its file name, for messages, and its text. */
export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Renders the sections to Markdown with marks. Every fault of every template is told at once, with file, line and column, before
 * anything is written.
 */
export function renderTemplates(
  templates: readonly TemplateFile[],
  view: DataView,
  recorder: Recorder,
  settings: DraftSettings,
  pieces: readonly OwnPiece[] = [],
): readonly string[] {
  const words = draftWords(settings.county ?? view.dataset.county, view.dataset.year, settings.level);
  const programs = templates.map((template) => parseTemplate(template, recorder));
  for (const [index, program] of programs.entries()) {
    const template = templates[index];
    if (program === null || template === undefined) continue;
    const names = { words: new Set(words.keys()), knowsQuantity: view.knows };
    recorder.problems.push(...lintTemplate(program, template.name, names));
  }
  throwProblems(recorder.problems);
  const run = runner({ view, recorder, settings, pieces: new Map(pieces.map((piece) => [piece.name, piece])) }, words);
  const rendered = templates.map((template, index) => {
    const program = programs[index];
    return program ? run(program, template.name) : '';
  });
  throwProblems(recorder.problems);
  return rendered;
}

function parseTemplate(template: TemplateFile, recorder: Recorder): hbs.AST.Program | null {
  try {
    return Handlebars.parse(template.text, { srcName: template.name });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    recorder.problems.push(parseProblem(error, template));
    return null;
  }
}

/** Handlebars says `Parse error on line 3:` or `… - 3:7`; the rest of its message is for programmers. */
function parseProblem(error: Error, template: TemplateFile): RecordedProblem {
  const place = /line (\d+)/.exec(error.message) ?? / - (\d+):(\d+)/.exec(error.message);
  const line = Number(place?.[1] ?? 1);
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(error.message);
  const message =
    mismatch !== null
      ? `{{#${mismatch[1]}}} 与 {{/${mismatch[2]}}} 不配对`
      : '{{ }} 写得不完整：检查括号、引号是否成对，{{#…}} 是否有 {{/…}}';
  return { file: template.name, line, column: Number(place?.[2] ?? 0) + 1, message };
}

/** A function that runs templates, with the helpers of the template language and no others. */
function runner(
  helperContext: HelperContext,
  words: ReadonlyMap<string, string>,
): (program: hbs.AST.Program, file: string) => string {
  const { recorder } = helperContext;
  let running = '';
  const engine = Handlebars.create();
  for (const name of Object.keys(engine.helpers)) {
    if (name !== 'if' && name !== 'unless') engine.unregisterHelper(name);
  }
  for (const helper of HELPERS.values()) {
    engine.registerHelper(helper.name, function runHelper(this: unknown, ...given: unknown[]) {
      const options = given.pop() as Handlebars.HelperOptions & { loc?: hbs.AST.SourceLocation };
      try {
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

function throwProblems(problems: readonly RecordedProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ file, line, column, message }) => `${file}：第${line}行第${column}列：${message}。`);
  throw new InputError('template-invalid', lines.join('\n'));
}
