/**
 * Whether the Word document in a compound file is encrypted: a flag of its first block, which begins with EC A5 at the start
 * of a sector. Asked before the reader is, which would take the encrypted text for text.
 */
export function isEncrypted(bytes: Uint8Array): boolean {
  const sector = 512;
  for (let start = sector; start + 12 <= bytes.length; start += sector) {
    if (bytes[start] === 0xec && bytes[start + 1] === 0xa5) return ((bytes[start + 11] ?? 0) & 0x01) === 1;
  }
  return false;
}
