import { Paragraph } from 'docx';
import type { Paragraph as MarkdownParagraph, Root } from 'mdast';
import { textOf } from '../../draft/text-of.ts';
import { compileAttachmentList } from './attachments.ts';
import { compileInline } from './inline.ts';
import { CHARACTER, CHARACTER_SPACING } from './layout.ts';
import { STYLE } from './styles.ts';
import { halfWidths } from '../half-widths.ts';

/** A paragraph of the text, in the place that its role has in an official document. */
export function compileParagraph(node: MarkdownParagraph, signature: SignatureIndents): readonly Paragraph[] {
  const children = compileInline(node.children);
  switch (node.data?.role) {
    case undefined:
      return [body(node.children)];
    case 'addressee':
      // One empty line between the title and the addressee (7.3.2).
      return [emptyLine(), new Paragraph({ style: STYLE.addressee, children })];
    case 'signature':
      return [
        // The empty line goes with the name: 7.3.5.2 wants it between the text and the name, not at the head of a page.
        new Paragraph({ style: STYLE.body, keepNext: true, children: [] }),
        new Paragraph({ style: STYLE.signature, indent: { right: signature.name }, keepNext: true, children }),
      ];
    case 'date':
      return [new Paragraph({ style: STYLE.signature, indent: { right: signature.date }, children })];
    case 'attachment-list':
      return [emptyLine(), ...compileAttachmentList(node.children)];
    case 'attachment':
      // 附件1 on the first line of a new page, the title on its third (7.3.7).
      return [new Paragraph({ style: STYLE.attachment, pageBreakBefore: true, children }), emptyLine()];
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

/** A paragraph of the text proper. */
export function body(children: MarkdownParagraph['children']): Paragraph {
  return new Paragraph({ style: STYLE.body, children: compileInline(children) });
}

function emptyLine(): Paragraph {
  return new Paragraph({ style: STYLE.body, children: [] });
}

/** How far from the right the name and the date end, in twips. */
export interface SignatureIndents {
  readonly name: number;
  readonly date: number;
}

/**
 * 7.3.5.2, without a seal: the name two characters from the right, the date beginning two characters right of where the name
 * begins; a longer date stands two characters from the right and the name moves left.
 */
export function signatureIndents(root: Root): SignatureIndents {
  const widthOf = (role: 'signature' | 'date'): number => {
    const found = root.children.find((node) => node.type === 'paragraph' && node.data?.role === role);
    const text = textOf(found);
    // Word and LibreOffice set a quarter of a character between a digit and a Chinese character.
    const seams = [...text.matchAll(/\d(?=[\u2e80-\uffff])|[\u2e80-\uffff](?=\d)/g)].length;
    return (halfWidths(text) * CHARACTER) / 2 + [...text].length * CHARACTER_SPACING + (seams * CHARACTER) / 4;
  };
  const [name, date] = [widthOf('signature'), widthOf('date')];
  const two = 2 * CHARACTER;
  const indents = date > name ? { name: 2 * two + date - name, date: two } : { name: two, date: name - date };
  return { name: Math.round(indents.name), date: Math.round(indents.date) };
}
