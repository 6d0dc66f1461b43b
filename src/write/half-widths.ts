/** Width in halves of a Chinese character: Latin letters and digits take one, all others two. */
export function halfWidths(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);
}
