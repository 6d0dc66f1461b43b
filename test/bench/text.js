// 测速用的文本：由自编样例各段打乱、改数字而成，不会因重复而沾缓存的光。
// Text to measure on: the paragraphs of our own reports with other digits in every copy, so that nothing is won by a cache.
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../fixtures/reports/', import.meta.url);

/** The reports as they are, by name. */
export function ownReports() {
  return readdirSync(FOLDER).map((name) => ({
    name,
    text: readFileSync(new URL(`${name}/report.txt`, FOLDER), 'utf8'),
    figures: readFileSync(new URL(`${name}/figures.jsonl`, FOLDER), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  }));
}

/** A text of at least so many characters. */
export function ownText(characters) {
  const random = generator(7);
  const reports = ownReports();
  const parts = [];
  for (let length = 0; length < characters; ) {
    const { text } = reports[parts.length % reports.length];
    // Leading zeros would make other numbers of them, and years stay years.
    const part = text.replaceAll(/(?<![\d.])\d+/g, (number) =>
      /^(?:19|20)\d\d$/.test(number) || number.startsWith('0')
        ? number
        : [...number].map(() => 1 + Math.floor(random() * 9)).join(''),
    );
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n').slice(0, characters);
}

/** Numbers from 0 to 1, the same in every run. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}
