import type { Nodes, Root, Text } from 'mdast';

/**
 * Where the text form of a Markdown file stands in the file itself, for whoever changes a few characters of it and leaves its tables,
 * headings and emphasis as they are. Each run of plain text of the tree is looked for, in reading order, in the text form; whoever
 * uses it reads the changed file again, where a run taken for another would show.
 *
 * @param source the file's text
 * @param from where in it the parsed part begins, behind settings
 * @param text the text form that was read from it
 * @returns the offset in the file of each character of the text form; null for one that the file writes otherwise (`&amp;`, a bullet)
 */
export function sourcePlaces(tree: Root, source: string, from: number, text: string): readonly (number | null)[] {
  const of = Array.from<number | null>({ length: text.length }).fill(null);
  let done = 0;
  for (const node of textsIn(tree)) {
    const start = from + (node.position?.start.offset ?? 0);
    const own = placesOf(node.value, source.slice(start, from + (node.position?.end.offset ?? 0)));
    let before = 0;
    // a line end in a paragraph may be a space or nothing in the text form
    for (const line of node.value.split('\n')) {
      const at = line === '' ? -1 : text.indexOf(line, done);
      if (at >= 0) {
        for (let index = 0; index < line.length; index++) {
          const place = own[before + index] ?? null;
          of[at + index] = place === null ? null : start + place;
        }
        done = at + line.length;
      }
      before += line.length + 1;
    }
  }
  return of;
}

const REFERENCE = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/iu;

/** Where each character of a text is in what was written for it: `2\*` shows 2*, `&amp;` shows &, a line may be indented. */
function placesOf(value: string, written: string): readonly (number | null)[] {
  const places: (number | null)[] = [];
  let at = 0;
  while (places.length < value.length && at < written.length) {
    const shown = value.charAt(places.length);
    const reference = REFERENCE.exec(written.slice(at, at + 40))?.[0];
    if (reference !== undefined && !value.startsWith(reference, places.length)) {
      places.push(null);
      at += reference.length;
    } else if (written[at] === '\\' && written[at + 1] === shown && shown !== '\\') at += 1;
    else if (written[at] === shown) {
      places.push(at);
      at += 1;
      // of two backslashes one is shown
      if (shown === '\\' && written[at] === '\\' && value[places.length] !== '\\') at += 1;
    } else if (/\s/u.test(written.charAt(at))) at += 1;
    // what is written otherwise yet is left alone, and all behind it
    else break;
  }
  return places;
}

function textsIn(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  if (node.type === 'footnoteDefinition') return [];
  return 'children' in node ? node.children.flatMap((child) => textsIn(child)) : [];
}
