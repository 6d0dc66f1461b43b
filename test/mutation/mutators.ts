import type { Node } from './tree.ts';
import { DROPPED, FUNCTIONS, type Mutator, OPERATORS, PREFIXES, PROPERTIES, STRINGS, TEXT_SIGNS } from './tables.ts';

/** A change of one place of a source. */
export interface Edit {
  readonly mutator: Mutator;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const NUMERAL = /^\d+(?:\.\d+)?(?:e\d+)?$/;

/** All edits that begin at a node; `parent` tells a key from a value. */
export function editsOf(node: Node, parent: Node | undefined, source: string): Edit[] {
  switch (node.type) {
    case 'BinaryExpression':
      return operator(node, source);
    case 'LogicalExpression':
      return logic(node, source);
    case 'ConditionalExpression':
    case 'IfStatement':
      return condition(node['test'] as Node);
    case 'UnaryExpression':
      return unary(node);
    case 'MemberExpression':
      return node['computed'] === true ? [] : property(node, parent);
    case 'CallExpression':
      return call(node, source);
    case 'Literal':
      return parent?.type === 'Property' && parent['key'] === node ? [] : literal(node);
    case 'TemplateElement':
      return templateText(node, source);
    default:
      return [];
  }
}

function replace(mutator: Mutator, { start, end }: Pick<Node, 'start' | 'end'>, texts: readonly string[]): Edit[] {
  return texts.map((text) => ({ mutator, start, end, text }));
}

function operator(node: Node, source: string): Edit[] {
  const [left, right] = [node['left'] as Node, node['right'] as Node];
  const sign = node['operator'] as string;
  const exchange = OPERATORS[sign];
  // joining texts is no addition
  if (!exchange || (sign === '+' && [left, right].some(isText))) return [];
  const start = source.indexOf(sign, left.end);
  const [mutator, ...texts] = exchange;
  return replace(mutator, { start, end: start + sign.length }, texts);
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');
}

/** The other connective, and each side alone. `??` stands for what the types cannot know and is left. */
function logic(node: Node, source: string): Edit[] {
  const [left, right] = [node['left'] as Node, node['right'] as Node];
  const sign = node['operator'] as string;
  if (sign === '??') return [];
  const start = source.indexOf(sign, left.end);
  return [
    ...replace('logic', { start, end: start + 2 }, [sign === '&&' ? '||' : '&&']),
    ...replace('logic', node, [source.slice(left.start, left.end), source.slice(right.start, right.end)]),
  ];
}

function condition(test: Node): Edit[] {
  return replace('condition', test, ['true', 'false']);
}

function unary(node: Node): Edit[] {
  const sign = { start: node.start, end: node.start + 1 };
  if (node['operator'] === '-') return replace('negation', sign, ['+']);
  return node['operator'] === '!' ? replace('negation', sign, ['']) : [];
}

function property(node: Node, parent: Node | undefined): Edit[] {
  const name = node['property'] as Node;
  // a limit has a floor of its own, which is no rounding
  if (name['name'] === 'floor' && parent?.['callee'] !== node) return [];
  const exchange = Object.hasOwn(PROPERTIES, name['name'] as string) ? PROPERTIES[name['name'] as string] : undefined;
  if (!exchange) return [];
  const [mutator, ...texts] = exchange;
  return replace(mutator, name, texts);
}

function call(node: Node, source: string): Edit[] {
  const callee = node['callee'] as Node;
  const method = callee.type === 'MemberExpression';
  const name = (method ? (callee['property'] as Node) : callee)['name'];
  if (typeof name !== 'string') return [];
  const edits: Edit[] = [];
  const prefix = Object.hasOwn(PREFIXES, name) ? PREFIXES[name] : undefined;
  if (prefix !== undefined) edits.push(...replace('negation', { start: node.start, end: node.start }, [prefix]));
  if (!method) return [...edits, ...replace('interval', callee, othersOf(name, source))];
  const behind = { start: (callee['object'] as Node).end, end: node.end };
  if (DROPPED.has(name)) edits.push(...replace('negation', behind, ['']));
  if (name === 'toDecimalPlaces') edits.push(...rounding(behind, node['arguments'] as Node[], source));
  return edits;
}

/** Functions to call instead, of those that the source knows; any other would fail whatever the tests ask. */
function othersOf(name: string, source: string): string[] {
  const others = Object.hasOwn(FUNCTIONS, name) ? (FUNCTIONS[name] ?? []) : [];
  return others.filter((other) => new RegExp(`\\b${other}\\b`).test(source));
}

/** No rounding, cut off instead of rounded, and one place too many or too few. */
function rounding(behind: { start: number; end: number }, [places, mode]: Node[], source: string): Edit[] {
  if (!places) return [];
  const cut = mode ? [] : [`.toDecimalPlaces(${source.slice(places.start, places.end)}, 1)`];
  const shifted = places.type === 'Literal' ? [] : ['+', '-'];
  return [
    ...replace('rounding', behind, ['', ...cut]),
    ...replace(
      'rounding',
      places,
      shifted.map((sign) => `${source.slice(places.start, places.end)} ${sign} 1`),
    ),
  ];
}

function literal(node: Node): Edit[] {
  const value = node['value'];
  if (typeof value === 'boolean') return replace('boolean', node, [String(!value)]);
  if (typeof value === 'number') return replace('constant', node, neighbours(node['raw'] as string));
  if (typeof value !== 'string') return [];
  if (NUMERAL.test(value)) return replace('constant', node, neighbours(value).map(quoted));
  return replace('sign', node, (Object.hasOwn(STRINGS, value) ? (STRINGS[value] ?? []) : []).map(quoted));
}

const quoted = (text: string): string => `'${text}'`;

/** One unit of the last place more and less; of 1e8 ten times as much and a tenth. */
function neighbours(raw: string): string[] {
  const [digits = '', power] = raw.split('e');
  if (power !== undefined) return [`${digits}e${Number(power) + 1}`, `${digits}e${Number(power) - 1}`];
  const places = digits.split('.')[1]?.length ?? 0;
  return [1, -1].map((step) => {
    const text = (Number(digits) + step / 10 ** places).toFixed(places);
    return text.startsWith('-') ? `(${text})` : text;
  });
}

function templateText(node: Node, source: string): Edit[] {
  return Array.from(source.slice(node.start, node.end)).flatMap((character, index, all) => {
    const text = TEXT_SIGNS[character];
    const start = node.start + all.slice(0, index).join('').length;
    return text === undefined ? [] : replace('sign', { start, end: start + character.length }, [text]);
  });
}
