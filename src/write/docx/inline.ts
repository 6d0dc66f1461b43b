import { Bookmark, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { PhrasingContent } from 'mdast';

/**
 * Quotation marks, dashes and dots belong to Latin and to Chinese; the hint makes Word take them from the Chinese font, where they
 * are one character wide.
 */
const CHINESE_PUNCTUATION = { hint: 'eastAsia' } as const;

/** Compiles the inline nodes of a paragraph; a figure becomes a bookmark named by its ledger id, a gap is highlighted. */
export function compileInline(nodes: readonly PhrasingContent[], look: IRunOptions = {}): readonly ParagraphChild[] {
  return nodes.flatMap((node): readonly ParagraphChild[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [run(node.value, look)];
      case 'figure':
        return [new Bookmark({ id: node.id, children: [run(node.value, look)] })];
      case 'gap':
        return [run(node.value, { ...look, highlight: 'yellow' })];
      case 'strong':
        return compileInline(node.children, { ...look, bold: true });
      case 'emphasis':
        // Official texts know no italics; the stress that a writer marks shows as 楷体 would, which needs no font here: bold.
        return compileInline(node.children, { ...look, bold: true });
      case 'delete':
      case 'link':
      case 'linkReference':
        return compileInline(node.children, look);
      case 'break':
        return [new TextRun({ ...look, break: 1 })];
      default:
        // Images, notes and HTML have no place in the body of a report; their words, where they have any, are kept.
        return 'value' in node && typeof node.value === 'string' ? [run(node.value, look)] : [];
    }
  });
}

function run(text: string, look: IRunOptions): TextRun {
  return new TextRun({ ...look, text, font: CHINESE_PUNCTUATION });
}
