import { Paragraph } from 'docx';
import type { PhrasingContent } from 'mdast';
import { textOf } from '../../draft/text-of.ts';
import { compileInline } from './inline.ts';
import { CHARACTER, CHARACTER_SPACING } from './layout.ts';
import { STYLE } from './styles.ts';

const LEAD = /^附件[：:]/;
const NUMBER = /^\d+[.．]/;
/** A character of the text as it is set, 0.2 pt narrower than its size. */
const SET = CHARACTER + CHARACTER_SPACING;

/**
 * 附件说明 (7.3.4): two characters in, each name on a line of its own, what turns over aligned with the first character of the name.
 * Indents do that and not tabs or blanks, which would become part of the name for whoever reads the file.
 *
 * @param children `附件：1.×××`, further names behind line breaks; `附件：×××` where there is only one
 */
export function compileAttachmentList(children: readonly PhrasingContent[]): readonly Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const all = lines.map((line) => line.map(textOf).join('').trim());
  const lead = LEAD.test(all[0] ?? '') ? 3 * SET : 0;
  const numbers = all.map((text, index) => numberWidth(index === 0 ? text.replace(LEAD, '') : text));
  return lines.flatMap((line, index) => {
    if (all[index] === '') return [];
    const number = numbers[index] ?? 0;
    // the names of one list begin at one place, whatever the width of their numbers
    const left = 2 * CHARACTER + lead + Math.max(...numbers);
    const hanging = index === 0 ? lead + number : number;
    return [new Paragraph({ style: STYLE.addressee, indent: { left, hanging }, children: compileInline(line) })];
  });
}

/** Of `1.` in the Latin font: digits are half a character wide, a full stop a quarter. */
function numberWidth(text: string): number {
  const number = NUMBER.exec(text)?.[0] ?? '';
  return number === '' ? 0 : (number.length - 1) * (CHARACTER / 2) + CHARACTER / 4 + number.length * CHARACTER_SPACING;
}
