import { parseSync } from 'vite';

/** A node of the syntax tree; offsets count in the source's characters. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Called for a node with the nodes around it, the innermost last. */
export type Visitor = (node: Node, ancestors: readonly Node[]) => void;

/** TypeScript's own nodes that hold an expression; all the others are types, which do nothing at run time. */
const WRAPPERS = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);

/** The syntax tree of a TypeScript source. */
export function parse(path: string, source: string): Node {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
  return program as unknown as Node;
}

/** Visits all that is evaluated; types and imports are passed over. */
export function visit(root: Node, visitor: Visitor): void {
  walk(root, [], visitor);
}

function walk(node: Node, ancestors: readonly Node[], visitor: Visitor): void {
  if (node.type === 'ImportDeclaration' || (node.type.startsWith('TS') && !WRAPPERS.has(node.type))) return;
  visitor(node, ancestors);
  const inner = [...ancestors, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, inner, visitor);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
