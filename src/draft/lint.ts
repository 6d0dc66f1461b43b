import { HELPERS } from './helpers/index.ts';
import { hasPrivateCharacters } from './markers.ts';
import type { RecordedProblem } from './recorder.ts';

/** What a template may name besides helpers and quantities. */
export interface TemplateNames {
  readonly words: ReadonlySet<string>;
  readonly knowsQuantity: (name: string) => boolean;
}

const BUILT_IN_BLOCKS: ReadonlySet<string> = new Set(['if', 'unless']);
/** Years, document numbers and names in 《》 are no quantities; nor are the numbers of headings and of attachments (附件：1.… 附件1). */
const NO_QUANTITY =
  /〔\d{4}〕\d+号|《[^》]*》|\d{4}(?:[—-]\d{4})?年|^#*\s*\d+\.(?!\d)|附件(?:：\d+\.|\d+)|[（(]\d+[）)]/gm;

/**
 * Reads a parsed template before it runs and tells everything in it that is not part of the language. A list of what is allowed,
 * not of what is forbidden: a path like `constructor` or `__proto__` is refused because nobody allowed it.
 */
export function lintTemplate(program: hbs.AST.Program, file: string, names: TemplateNames): readonly RecordedProblem[] {
  const problems: RecordedProblem[] = [];
  const tell = (node: hbs.AST.Node, message: string): void => {
    const { line, column } = node.loc.start;
    problems.push({ file, line, column: column + 1, message });
  };

  const body = (inner: hbs.AST.Program | undefined): void => {
    for (const statement of inner?.body ?? []) visit(statement);
  };

  const visit = (statement: hbs.AST.Statement): void => {
    switch (statement.type) {
      case 'ContentStatement':
        return content(statement as hbs.AST.ContentStatement);
      case 'CommentStatement':
        return;
      case 'MustacheStatement':
        return mustache(statement as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return block(statement as hbs.AST.BlockStatement);
      default:
        tell(statement, '模板不能引用其他模板或自定义修饰，只能使用本说明列出的写法');
    }
  };

  const content = (statement: hbs.AST.ContentStatement): void => {
    if (hasPrivateCharacters(statement.value)) tell(statement, '含有程序内部使用的字符，请删去');
    const original = String(statement.original);
    const plain = original.replace(NO_QUANTITY, '');
    const digits = /\d[\d.]*/.exec(plain);
    if (digits !== null) {
      const at = original.indexOf(digits[0]);
      const before = original.slice(0, Math.max(at, 0)).split('\n').length - 1;
      const { line } = statement.loc.start;
      problems.push({
        file,
        line: line + before,
        column: 1,
        message: `数字“${digits[0]}”没有出处，请用 {{figure …}} 引用数据`,
      });
    }
  };

  const mustache = (statement: hbs.AST.MustacheStatement): void => {
    const name = nameOf(statement.path);
    if (name !== null && statement.params.length === 0 && statement.hash === undefined && names.words.has(name)) return;
    call(statement, ['text']);
  };

  const block = (statement: hbs.AST.BlockStatement): void => {
    const name = nameOf(statement.path);
    if (name !== null && BUILT_IN_BLOCKS.has(name)) {
      if (statement.params.length !== 1) tell(statement, `{{#${name}}} 后应写一个条件`);
      for (const param of statement.params) argument(param, false, ['condition']);
    } else call(statement, ['block']);
    for (const inner of [statement.program, statement.inverse]) {
      if (inner?.blockParams !== undefined && inner.blockParams.length > 0) tell(statement, '不支持 as |…| 写法');
      body(inner);
    }
  };

  const call = (
    node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression,
    uses: readonly string[],
  ): void => {
    const name = nameOf(node.path);
    const helper = name === null ? undefined : HELPERS.get(name);
    if (helper === undefined) {
      const shown = (node.path as hbs.AST.PathExpression).original ?? '';
      tell(node, `不认识“${shown}”：既不是可用的写法，也不是可用的词（${[...names.words].join('、')}）`);
      return;
    }
    if (!uses.includes(helper.use)) tell(node, `“${helper.name}”不能用在这里`);
    for (const param of node.params) argument(param, helper.namesQuantities, ['value', 'condition']);
    for (const pair of node.hash?.pairs ?? []) {
      if (!helper.options.includes(pair.key)) {
        tell(pair, `“${helper.name}”没有“${pair.key}”这个选项，可用：${helper.options.join('、') || '无'}`);
      }
      argument(pair.value, pair.key === 'over', ['value']);
    }
  };

  const argument = (node: hbs.AST.Expression, isQuantity: boolean, uses: readonly string[]): void => {
    if (node.type === 'SubExpression') return call(node as hbs.AST.SubExpression, uses);
    if (node.type === 'StringLiteral') {
      const { value } = node as hbs.AST.StringLiteral;
      if (isQuantity && !names.knowsQuantity(value))
        tell(node, `没有名为“${value}”的数据：词表和 kind.yaml 的 needs 中都没有`);
      return;
    }
    if (node.type === 'NumberLiteral' || node.type === 'BooleanLiteral') return;
    tell(node, '这里只能写加引号的文字、数字、true/false 或括号里的计算');
  };

  body(program);
  return problems;
}

/** The plain name of a path; null for paths that reach elsewhere (`a.b`, `../a`, `@root`, `this`). */
function nameOf(path: hbs.AST.PathExpression | hbs.AST.Literal): string | null {
  if (path.type !== 'PathExpression') return null;
  const { parts, depth, data, original } = path as hbs.AST.PathExpression;
  return parts.length === 1 && depth === 0 && !data && original === parts[0] ? original : null;
}
