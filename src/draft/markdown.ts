import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/**
 * Constructs that Chinese text meets by accident: four spaces before a sentence are no code, a line of dashes under a sentence
 * makes no heading, and a template brings no HTML into the document.
 */
const DISABLED = [
  'codeIndented',
  'setextUnderline',
  'htmlFlow',
  'htmlText',
  'autolink',
  'labelStartImage',
  'definition',
];

function withoutAccidents(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: DISABLED } }];
}

/** Parses a section's Markdown. `~` never strikes through: 9～10 is often typed 9~10. */
export function parseMarkdown(text: string): Root {
  return unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(withoutAccidents).parse(text);
}
