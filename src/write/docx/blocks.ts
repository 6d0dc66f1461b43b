import { HeadingLevel, Paragraph, type Table } from 'docx';
import type { Paragraph as MarkdownParagraph, Root, RootContent } from 'mdast';
import { textOf } from '../../draft/text-of.ts';
import { compileInline } from './inline.ts';
import { CHARACTER } from './layout.ts';
import { STYLE } from './styles.ts';
import { compileTable, halfWidths } from './table.ts';

type Block = Paragraph | Table;

const LEVELS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_4,
] as const;

/** Compiles the blocks of a draft, in order. */
export function compileBlocks(root: Root): readonly Block[] {
  const signature = signatureIndents(root);
  const compile = (node: RootContent): readonly Block[] => {
    switch (node.type) {
      case 'heading':
        return [
          new Paragraph({
            heading: LEVELS[node.depth - 1] ?? HeadingLevel.HEADING_4,
            children: compileInline(node.children),
          }),
        ];
      case 'paragraph':
        return paragraph(node, signature);
      case 'table':
        return [compileTable(node), new Paragraph({ style: STYLE.note, children: [] })];
      case 'list':
        // Official texts number in words (一是, （1）), never with bullets: items become paragraphs.
        return node.children.flatMap((item) => item.children.flatMap((child) => compile(child)));
      case 'blockquote':
        return node.children.flatMap((child) => compile(child));
      case 'code':
        return node.value.split('\n').map((line) => body([{ type: 'text', value: line }]));
      default:
        return [];
    }
  };
  return root.children.flatMap((node) => compile(node));
}

function body(children: MarkdownParagraph['children']): Paragraph {
  return new Paragraph({ style: STYLE.body, children: compileInline(children) });
}

function paragraph(node: MarkdownParagraph, signature: SignatureIndents): readonly Block[] {
  const children = compileInline(node.children);
  const empty = new Paragraph({ style: STYLE.body, children: [] });
  switch (node.data?.role) {
    case undefined:
      return [body(node.children)];
    case 'addressee':
      // One empty line between the title and the addressee (7.3.2).
      return [empty, new Paragraph({ style: STYLE.addressee, children })];
    case 'signature':
      return [
        empty,
        new Paragraph({ style: STYLE.signature, indent: { right: signature.name }, keepNext: true, children }),
      ];
    case 'date':
      return [new Paragraph({ style: STYLE.signature, indent: { right: signature.date }, children })];
    case 'attachment-list':
      return [empty, body(node.children)];
    case 'attachment':
      return [new Paragraph({ style: STYLE.addressee, pageBreakBefore: true, children })];
    case 'caption':
    case 'column-chart':
    case 'line-chart':
      return [new Paragraph({ style: STYLE.caption, children })];
    case 'subtitle':
      return [new Paragraph({ style: STYLE.subtitle, children })];
    case 'unit':
      return [new Paragraph({ style: STYLE.unit, children })];
    case 'note':
      return [new Paragraph({ style: STYLE.note, children })];
  }
}

interface SignatureIndents {
  readonly name: number;
  readonly date: number;
}

/**
 * 7.3.5.2, without a seal: the name two characters from the right, the date beginning two characters right of where the name
 * begins; a longer date stands two characters from the right and the name moves left.
 */
function signatureIndents(root: Root): SignatureIndents {
  const widthOf = (role: 'signature' | 'date'): number => {
    const found = root.children.find((node) => node.type === 'paragraph' && node.data?.role === role);
    const text = textOf(found);
    // Word and LibreOffice set a quarter of a character between a digit and a Chinese character.
    const seams = [...text.matchAll(/\d(?=[\u2e80-\uffff])|[\u2e80-\uffff](?=\d)/g)].length;
    return halfWidths(text) / 2 + seams / 4;
  };
  const [name, date] = [widthOf('signature'), widthOf('date')];
  const indents = date > name ? { name: 4 + date - name, date: 2 } : { name: 2, date: name - date };
  return { name: Math.round(indents.name * CHARACTER), date: Math.round(indents.date * CHARACTER) };
}
