/**
 * A fingerprint of a text, 53 bits as eleven characters of base 36: tells that a line was damaged, that two files hold the same
 * report, and names a phrase by its wording. Two multiply-and-rotate lanes over the UTF-16 units (the scheme known as cyrb53);
 * 32 bits, as CRC-32 gives, would already meet by chance among 200,000 phrases. It protects against accidents, not against
 * people who mean harm.
 */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
