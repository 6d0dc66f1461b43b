import { INDICATORS } from '../vocabulary/index.ts';
import { HELPERS } from './helpers/index.ts';
import { DEEPEST, MOST_YEARS } from './limits.ts';
import { hasPrivateCharacters } from './markers.ts';
import { meant } from './nearest.ts';
import { askedIn } from './own-asked.ts';
import type { ParsedTemplate } from './parse-template.ts';
import type { RecordedProblem } from './problem.ts';

/** What a template may name besides helpers and quantities. */
export interface TemplateNames {
  readonly words: ReadonlySet<string>;
  readonly knowsQuantity: (name: string) => boolean;
  /** Those among which the one that was meant is looked for. */
  readonly quantities: readonly string[];
}

const BUILT_IN_BLOCKS: ReadonlySet<string> = new Set(['if', 'unless']);
const STAGES: ReadonlySet<string> = new Set(['小学', '初中', '九年一贯制', '普通高中', '幼儿园', '特殊教育']);
/** Years, document numbers and names in 《》 are no quantities; nor are the numbers of headings and of attachments (附件：1.… 附件1). */
const NO_QUANTITY =
  /〔\d{4}〕\d+号|《[^》]*》|\d{4}(?:[—-]\d{4})?年|^#*\s*\d+\.(?!\d)|附件(?:：\d+\.|\d+)|[（(]\d+[）)]/gm;

/** What is wrong in templates, before any of them runs: what cannot be parsed, what is not of the language, words asked for twice. */
export function lintTemplates(parsed: readonly ParsedTemplate[], names: TemplateNames): readonly RecordedProblem[] {
  const faults = parsed.flatMap(({ name, program, problems }) => [
    ...problems,
    ...(program === null ? [] : lintTemplate(program, name, names)),
  ]);
  return [...faults, ...askedTwice(parsed)];
}

/** The same piece in two places would say everything twice; in two branches of a condition it may stand. */
function askedTwice(parsed: readonly ParsedTemplate[]): readonly RecordedProblem[] {
  const asked = parsed.flatMap(({ name, program }) => (program === null ? [] : askedIn(program, name, false)));
  const certain = asked.filter(({ conditional }) => !conditional);
  return certain.flatMap(({ name, section: file, line, column }, index) => {
    const first = certain.findIndex((one) => one.name === name);
    const before = certain[first];
    if (first === index || before === undefined) return [];
    return [
      { file, line, column, message: `“${name}”在${before.section}第${before.line}行已经要过，一段文字只能放一处` },
    ];
  });
}

/**
 * Reads a parsed template before it runs and tells everything in it that is not part of the language. A list of what is allowed,
 * not of what is forbidden: a path like `constructor` or `__proto__` is refused because nobody allowed it.
 */
export function lintTemplate(program: hbs.AST.Program, file: string, names: TemplateNames): readonly RecordedProblem[] {
  const problems: RecordedProblem[] = [];
  /** How many blocks around the statement leave their text out where data are missing. */
  let swallowing = 0;
  let depth = 0;
  const tell = (node: hbs.AST.Node, message: string): void => {
    const { line, column } = node.loc.start;
    problems.push({ file, line, column: column + 1, message });
  };

  const body = (inner: hbs.AST.Program | undefined): void => {
    for (const [index, statement] of (inner?.body ?? []).entries()) {
      visit(statement);
      if (isCallOf(statement, 'own')) ownWords(statement as hbs.AST.MustacheStatement, inner?.body[index - 1]);
    }
  };

  /** A piece is blocks of its own, and nothing in the data may make it disappear. */
  const ownWords = (statement: hbs.AST.MustacheStatement, before: hbs.AST.Statement | undefined): void => {
    const [name] = statement.params;
    const value = name?.type === 'StringLiteral' ? (name as hbs.AST.StringLiteral).value : '';
    if (!/^[^\\/:*?"<>|.\s][^\\/:*?"<>|]*$/u.test(value)) {
      tell(statement, '“own”后应写加引号的名称（它也是文件名，不能含 / \\ : * ? 等符号），再写提示');
    }
    if (swallowing > 0) tell(statement, '“own”不能写在会被略去的句子或列表里，请单独成段，或放在 {{else}} 之后');
    const line = before?.type === 'ContentStatement' ? String((before as hbs.AST.ContentStatement).original) : '';
    if (/(?:^|\n)[ \t]*(?:#|[|])[^\n]*$/u.test(line)) tell(statement, '“own”不能写在标题或表格里，请单独成段');
  };

  const visit = (statement: hbs.AST.Statement): void => {
    if (depth > DEEPEST) return;
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
    const plain = original.replace(NO_QUANTITY, (words) => words.replace(/[^\n]/g, '　'));
    for (const digits of plain.matchAll(/\d(?:[\d.]*\d)?/g)) {
      const before = plain.slice(0, digits.index).split('\n');
      const { line, column } = statement.loc.start;
      problems.push({
        file,
        line: line + before.length - 1,
        column: (before.length === 1 ? column : 0) + (before.at(-1)?.length ?? 0) + 1,
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
    depth += 1;
    if (depth > DEEPEST) tell(statement, `{{#…}} 套得太深，最多${DEEPEST}层`);
    if (name !== null && BUILT_IN_BLOCKS.has(name)) {
      if (statement.params.length !== 1) tell(statement, `{{#${name}}} 后应写一个条件`);
      for (const param of statement.params) argument(param, false, ['condition']);
    } else call(statement, ['block']);
    for (const inner of [statement.program, statement.inverse]) {
      if (inner?.blockParams !== undefined && inner.blockParams.length > 0) tell(statement, '不支持 as |…| 写法');
      const swallows = inner === statement.program && !BUILT_IN_BLOCKS.has(name ?? '');
      swallowing += swallows ? 1 : 0;
      body(inner);
      swallowing -= swallows ? 1 : 0;
    }
    depth -= 1;
  };

  const call = (
    node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression,
    uses: readonly string[],
  ): void => {
    const name = nameOf(node.path);
    const helper = name === null ? undefined : HELPERS.get(name);
    if (helper === undefined) {
      const shown = String((node.path as hbs.AST.PathExpression).original ?? '');
      const near = meant(shown, [...HELPERS.keys(), ...names.words, ...BUILT_IN_BLOCKS]);
      tell(node, `不认识“${shown}”：既不是可用的写法，也不是可用的词（${[...names.words].join('、')}）${near}`);
      return;
    }
    if (!uses.includes(helper.use)) tell(node, `“${helper.name}”不能用在这里`);
    for (const param of node.params) argument(param, helper.namesQuantities, ['value', 'condition']);
    if (helper.name === 'yearName') for (const param of node.params) wholeYears(param, helper.name);
    for (const pair of node.hash?.pairs ?? []) {
      if (!helper.options.includes(pair.key)) {
        const near = meant(pair.key, helper.options);
        tell(pair, `“${helper.name}”没有“${pair.key}”这个选项，可用：${helper.options.join('、') || '无'}${near}`);
      } else if (['year', 'years', 'places'].includes(pair.key)) wholeYears(pair.value, pair.key);
      else if (pair.key === 'stage') stage(pair.value);
      argument(pair.value, pair.key === 'over', ['value']);
    }
  };

  const wholeYears = (node: hbs.AST.Expression, name: string): void => {
    const value = node.type === 'NumberLiteral' ? (node as hbs.AST.NumberLiteral).value : null;
    const least = name === 'years' ? 1 : name === 'places' ? 0 : -MOST_YEARS;
    if (value !== null && Number.isInteger(value) && value >= least && value <= MOST_YEARS) return;
    tell(node, `${name} 应为 ${least} 到 ${MOST_YEARS} 的整数`);
  };

  const stage = (node: hbs.AST.Expression): void => {
    const value = node.type === 'StringLiteral' ? (node as hbs.AST.StringLiteral).value : '';
    if (STAGES.has(value)) return;
    tell(node, `stage 应为小学、初中等学段（${[...STAGES].join('、')}）${value === '' ? '' : `，现为“${value}”`}`);
  };

  const argument = (node: hbs.AST.Expression, isQuantity: boolean, uses: readonly string[]): void => {
    if (node.type === 'SubExpression') {
      depth += 1;
      if (depth > DEEPEST) tell(node, `括号套得太深，最多${DEEPEST}层`);
      else call(node as hbs.AST.SubExpression, uses);
      depth -= 1;
      return;
    }
    if (node.type === 'StringLiteral') {
      const { value } = node as hbs.AST.StringLiteral;
      if (isQuantity && !names.knowsQuantity(value)) {
        tell(
          node,
          `没有名为“${value}”的数据：词表和 kind.yaml 的 needs 中都没有${quantityMeant(value, names.quantities)}`,
        );
      }
      return;
    }
    if (node.type === 'NumberLiteral' || node.type === 'BooleanLiteral') return;
    tell(node, '这里只能写加引号的文字、数字、true/false 或括号里的计算');
  };

  body(program);
  return problems;
}

function isCallOf(statement: hbs.AST.Statement, name: string): boolean {
  return statement.type === 'MustacheStatement' && nameOf((statement as hbs.AST.MustacheStatement).path) === name;
}

/** Authors write the Chinese name where its id is wanted, or slip in the id. */
function quantityMeant(value: string, known: readonly string[]): string {
  const id = INDICATORS.find(({ name, aliases }) => name === value || aliases.includes(value))?.id;
  return id === undefined ? meant(value, known) : `，它的编号是“${id}”`;
}

/** The plain name of a path; null for paths that reach elsewhere (`a.b`, `../a`, `@root`, `this`). */
function nameOf(path: hbs.AST.PathExpression | hbs.AST.Literal): string | null {
  if (path.type !== 'PathExpression') return null;
  const { parts, depth, data, original } = path as hbs.AST.PathExpression;
  return parts.length === 1 && depth === 0 && !data && original === parts[0] ? original : null;
}
