import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Prints a draft as Markdown; gaps are bold, figures are their printed form. */
export function writeMarkdown(root: Root): string {
  return unified()
    .use(remarkGfm, { singleTilde: false })
    .use(remarkStringify, {
      handlers: {
        figure: (node: { readonly value: string }) => node.value,
        gap: (node: { readonly value: string }) => `**${node.value}**`,
      } as never,
    })
    .stringify(root);
}
