import { isShared } from './bound.ts';
import type { QuantityToken, Token } from './token.ts';

/** 20册、30册以上: the limit word behind a list holds for every member. */
export function shareBounds(text: string, tokens: Token[]): void {
  const sharedMembers = new WeakSet<QuantityToken>();
  for (let index = tokens.length - 1; index > 0; index--) {
    const token = tokens[index];
    const previous = tokens[index - 1];
    if (token?.type !== 'quantity' || previous?.type !== 'quantity' || token.bound === null || previous.bound !== null)
      continue;
    const shared =
      isShared(text.slice(token.end, token.end + 4)) || (index + 1 < tokens.length && sharedMembers.has(token));
    if (!shared || previous.unit !== token.unit) continue;
    if (!/^(?:、|和|及|与)$/.test(text.slice(previous.end, token.start))) continue;
    const member: QuantityToken = { ...previous, bound: token.bound };
    sharedMembers.add(member);
    tokens[index - 1] = member;
  }
}
