import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesInMarkdown, readMarkdown } from '../../src/read/markdown/read.ts';

const textOf = (source: string): string =>
  readMarkdown('报告.md', { text: source, carriageReturns: [], messages: [] }).text;

/** The text form with each character that has a place taken from there, the others as `·`. */
function placed(source: string): string {
  const text = textOf(source);
  const places = placesInMarkdown(source, text);
  return [...text]
    .map((character, at) => {
      const place = places[at] ?? null;
      if (character === '\n') return '\n';
      return place === null ? '·' : (source[place] ?? '');
    })
    .join('');
}

describe('where the text form of Markdown stands in the file', () => {
  test.each([
    ['全县有小学**28所**，初中9所。', '全县有小学28所，初中9所。'],
    ['# 一、情况\n\n有小学\n28所。', '一、情况\n有小学28所。'],
    ['| 小学 | 28 |\n| :-- | --: |\n| 28 | 28 |', '小学\n28\n28\n28'],
    ['---\nyear: 28\n---\n小学28所', '小学28所'],
    ['- 小学28所\n- 初中9所', '·小学28所\n·初中9所'],
    ['甲&amp;乙28所2\\*3\n  丙9所', '甲·乙28所2*3丙9所'],
  ])('%j', (source, wanted) => {
    const shown = placed(source);
    expect(shown.replaceAll(/·+/gu, '·')).toBe(wanted.replaceAll(/·+/gu, '·').replace(/^·\n/u, '·\n'));
  });

  test('each place has the very character, and places run on', () => {
    const piece = fc.constantFrom(
      '小学28所',
      '**9所**',
      '28',
      '|',
      '&amp;',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '# ',
      '`28`',
      '\\*',
      ' ',
      '[初中](a)',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
        (source) => {
          const text = textOf(source);
          const places = placesInMarkdown(source, text);
          let last = -1;
          for (const [at, place] of places.entries()) {
            if (place === null) continue;
            expect(source[place]).toBe(text[at]);
            expect(place).toBeGreaterThan(last);
            last = place;
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
