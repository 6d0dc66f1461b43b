/** Joins as Chinese does: 甲、乙和丙. */
export function joinChinese(items: readonly string[], separator: string, last: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(separator)}${last}${items.at(-1) ?? ''}`;
}
