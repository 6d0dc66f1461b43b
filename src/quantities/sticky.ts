/** What a sticky pattern matches at an offset, without a copy of the text behind it. */
export function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
