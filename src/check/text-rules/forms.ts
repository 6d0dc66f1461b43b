import type { Span } from '../../model/span.ts';
import type { WrongForm } from '../../vocabulary/wrong-forms.ts';
import type { TextContext } from '../text-context.ts';

/** A form of a table met in the text. */
export interface FormFound {
  readonly form: WrongForm;
  readonly span: Span;
}

/** Forms by their first character: one look-up a character of the text, however long the table grows. */
export interface FormIndex {
  /** 1 for every code unit that begins a form. */
  readonly begins: Uint8Array;
  readonly byFirst: ReadonlyMap<number, readonly WrongForm[]>;
}

/** Longer forms first, so that the whole slip is told and not a part of it. */
export function indexForms(forms: readonly WrongForm[]): FormIndex {
  const begins = new Uint8Array(0x10000);
  const byFirst = new Map<number, WrongForm[]>();
  for (const form of forms) {
    const code = form.wrong.charCodeAt(0);
    begins[code] = 1;
    byFirst.set(code, [...(byFirst.get(code) ?? []), form]);
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.wrong.length - a.wrong.length);
  return { begins, byFirst };
}

/** Every form of a table in the text, names in 《》 left alone. */
export function findForms({ text, isProtected }: TextContext, { begins, byFirst }: FormIndex): FormFound[] {
  const found: FormFound[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (begins[code] !== 1) continue;
    const form = byFirst.get(code)?.find((candidate) => standsAt(candidate, text, offset));
    if (!form || isProtected(offset)) continue;
    const end = offset + form.wrong.length;
    found.push({ form, span: { start: offset, end } });
    offset = end - 1;
  }
  return found;
}

function standsAt({ wrong, only }: WrongForm, text: string, offset: number): boolean {
  if (!text.startsWith(wrong, offset)) return false;
  if (!only) return true;
  only.lastIndex = offset;
  return only.test(text);
}
