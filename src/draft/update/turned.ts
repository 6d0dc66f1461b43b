const UP = /增长|增加|提高|上升|提升|增至|多/;
const DOWN = /下降|减少|降低|回落|缩小|少/;
/** As far before a change its direction is told: 比上年增长、较2020年下降了. */
const REACH = 12;

/**
 * The word before a change that tells a direction which it no longer has.
 * @param before the text before the figure
 * @param told the direction that was told when the figure was put there
 * @returns null where the words say nothing, or say already what is so
 */
export function turnedWord(before: string, told: 'up' | 'down'): string | null {
  const near = before.slice(-REACH);
  const [old, now] = told === 'up' ? [UP, DOWN] : [DOWN, UP];
  return now.test(near) ? null : (old.exec(near)?.[0] ?? null);
}
