import type { Nodes } from 'mdast';

/** The plain text of a node, figures and gaps included. */
export function textOf(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
