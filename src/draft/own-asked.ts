import { parseTemplate, type TemplateFile } from './parse-template.ts';

/** What the writer is asked to say in their own words at one place of a report. */
export interface AskedWords {
  /** The name of the piece: `特色`. */
  readonly name: string;
  /** What to write. */
  readonly hint: string;
  /** The template that asks. */
  readonly section: string;
  readonly line: number;
  readonly column: number;
  /** Asked for only where a condition holds. */
  readonly conditional: boolean;
}

/** Every `{{own "name" "hint"}}` of the templates, in their order; none of a template that cannot be parsed. */
export function askedWords(templates: readonly TemplateFile[]): readonly AskedWords[] {
  return templates.flatMap((template) => {
    const { program } = parseTemplate(template);
    return program === null ? [] : askedIn(program, template.name, false);
  });
}

/** Those of one parsed template. */
export function askedIn(program: hbs.AST.Program, section: string, conditional: boolean): readonly AskedWords[] {
  return program.body.flatMap((statement): readonly AskedWords[] => {
    if (statement.type === 'BlockStatement') {
      const { program: body, inverse } = statement as hbs.AST.BlockStatement;
      return [body, inverse].flatMap((part) => (part === undefined ? [] : askedIn(part, section, true)));
    }
    if (statement.type !== 'MustacheStatement') return [];
    const { path, params, loc } = statement as hbs.AST.MustacheStatement;
    const [name, hint] = params.map((param) =>
      param.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral) : null,
    );
    if ((path as hbs.AST.PathExpression).original !== 'own' || !name) return [];
    return [
      {
        name: name.value,
        hint: hint?.value ?? name.value,
        section,
        line: loc.start.line,
        column: loc.start.column + 1,
        conditional,
      },
    ];
  });
}
