import { Decimal } from '../model/decimal.ts';
import type { Standard } from './standard.ts';

const DECIMAL = '$decimal';

/**
 * Parsed standards as JSON that {@link thawStandards} reads back: the YAML of a dozen regulations takes 150 ms to parse with its
 * places, which every check and draft would pay. The build freezes them; the YAML stays the source.
 */
export function freezeStandards(standards: readonly Standard[]): string {
  return JSON.stringify(standards, function frozen(this: Readonly<Record<string, unknown>>, key, value: unknown) {
    // a decimal has become text by the time the value comes here
    const own = this[key];
    return own instanceof Decimal ? { [DECIMAL]: own.toString() } : value;
  });
}

/** Standards as {@link freezeStandards} wrote them. */
export function thawStandards(json: string): Standard[] {
  return JSON.parse(json, (_, value: unknown) => {
    const decimal = (value as { readonly [DECIMAL]?: string } | null)?.[DECIMAL];
    return decimal === undefined ? value : new Decimal(decimal);
  }) as Standard[];
}
