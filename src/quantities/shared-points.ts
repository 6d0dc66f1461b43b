import type { QuantityToken, Token } from './token.ts';

/**
 * 1.2个、1.1个、1.4个百分点; 6.8、1.7和3.5个百分点: what stands behind the last member of a list holds for those before it,
 * which print only its first character or nothing.
 */
export function sharePoints(text: string, tokens: Token[]): void {
  for (let index = tokens.length - 1; index > 0; index--) {
    const token = tokens[index];
    const previous = tokens[index - 1];
    if (token?.type !== 'quantity' || previous?.type !== 'quantity' || token.unit !== '个百分点') continue;
    if (previous.unit !== null && previous.unit !== '个') continue;
    if (!/^(?:、|，|和|及|与)$/.test(text.slice(previous.end, token.start))) continue;
    const member: QuantityToken = { ...previous, unit: token.unit, kind: token.kind };
    tokens[index - 1] = member;
  }
}
