import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import '../draft/nodes.ts';

/**
 * Prints a draft as Markdown; gaps are bold, figures are their printed form. A chart is the table of its numbers, each name of an
 * attachment list a line of its own, and an attachment begins behind a rule where the Word file begins a page.
 */
export function writeMarkdown(root: Root): string {
  return unified()
    .use(remarkGfm, { singleTilde: false })
    .use(remarkStringify, {
      rule: '-',
      handlers: {
        figure: (node: { readonly value: string }) => node.value,
        gap: (node: { readonly value: string }) => `**${node.value}**`,
      } as never,
    })
    .stringify({ ...root, children: root.children.flatMap(withoutLayout) });
}

/** What only a page can show, said in Markdown's own means. */
function withoutLayout(node: RootContent): RootContent[] {
  // A heading cannot break in Markdown; its lines are one.
  if (node.type === 'heading') return [{ ...node, children: node.children.filter(({ type }) => type !== 'break') }];
  if (node.type !== 'paragraph') return [node];
  if (node.data?.role === 'attachment') return [{ type: 'thematicBreak' }, node];
  return node.data?.role === 'attachment-list' ? linesOf(node) : [node];
}

function linesOf({ children }: Paragraph): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map((line) => ({ type: 'paragraph', children: line }));
}
