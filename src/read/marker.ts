/** What Word prints between an automatic number and the text. */
export type MarkerSuffix = 'tab' | 'space' | 'nothing';

/**
 * The automatic number as it stands before a text in the text form.
 *
 * The tab or space behind it is left out, so that a numbered heading reads `一、标题` as if it had been typed.
 * Only where number and text would run into one another (`1.` and `5万元` would read 1.5万元) one space is kept;
 * it belongs to the marker.
 * @returns the marker, with that space where it is needed
 */
export function markerBefore(marker: string, suffix: MarkerSuffix, text: string): string {
  const runsTogether = suffix !== 'nothing' && /[0-9A-Za-z.．]$/.test(marker) && /^[0-9A-Za-z]/.test(text);
  return runsTogether ? `${marker} ` : marker;
}
