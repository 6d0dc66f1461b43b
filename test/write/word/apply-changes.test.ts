import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookmarkSpans, readWordParts } from '../../../src/read/index.ts';
import { applyChanges, type WordChange } from '../../../src/write/word/apply-changes.ts';
import { recordIn, withRecord } from '../../../src/write/word/record-part.ts';
import { countyReport } from '../../support/county-report.ts';
import { buildDocx, paragraph, run } from '../../support/docx.ts';
import { accepted, refused } from '../../support/edited-word.ts';
import { commentsOf } from '../../support/word-comments.ts';

const BY = { author: 'junheng', initials: 'jh', date: null };
const FILE = '报告.docx';
const original = Uint8Array.from(buildDocx(countyReport()));
const textOf = (bytes: Uint8Array): string => readWordParts(FILE, bytes).manuscript.text;

/** Without the blank that the reader puts between an automatic number and a digit, lest `2.` and `0乙` be read as 2.0. */
const closed = (words: string): string => words.replace(/^(\d+\.) (?=\d)/gmu, '$1');

describe('changes to a Word file', () => {
  test('nothing to do: the very same bytes', () => {
    expect(applyChanges(FILE, original, [], BY).bytes).toBe(original);
  });

  test('any replacements and comments: accepted, refused and moved places are what they should be', () => {
    const text = textOf(original);
    const span = fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
    const change: fc.Arbitrary<WordChange> = fc.oneof(
      fc.record({ kind: fc.constant('replace' as const), span, text: fc.stringMatching(/^[0-9甲乙]{1,8}$/) }),
      fc.record({
        kind: fc.constant('comment' as const),
        span,
        paragraphs: fc.array(fc.stringMatching(/^[丙丁]{2,6}$/), { minLength: 1, maxLength: 2 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const { bytes, applied, refused: left, moved } = applyChanges(FILE, original, changes, BY);
        expect(applied.size + left.length).toBe(changes.length);
        const replaced = changes.filter((one) => one.kind === 'replace' && applied.has(one));
        let wanted = text;
        for (const one of [...replaced].sort((a, b) => b.span.start - a.span.start)) {
          if (one.kind === 'replace') wanted = wanted.slice(0, one.span.start) + one.text + wanted.slice(one.span.end);
        }
        expect(closed(textOf(bytes))).toBe(closed(wanted));
        expect(closed(textOf(accepted(bytes)))).toBe(closed(wanted));
        expect(textOf(refused(bytes))).toBe(text);
        for (const one of replaced) {
          const place = moved(one.span);
          if (one.kind === 'replace') expect(wanted.slice(place.start, place.end)).toBe(one.text);
        }
        expect(commentsOf(bytes).every(({ anchored }) => anchored !== null)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a comment that stands there already is not put there again', () => {
    const change = { kind: 'comment', span: { start: 0, end: 4 }, paragraphs: ['请核对。'] } as const;
    const once = applyChanges(FILE, original, [change], BY).bytes;
    const twice = applyChanges(FILE, once, [change], BY);
    expect(twice.bytes).toBe(once);
    expect(twice.refused).toEqual([]);
  });
});

describe('own insertions that nobody has accepted', () => {
  test('become the new text, however often', () => {
    const plain = Uint8Array.from(buildDocx({ body: paragraph(run('全县有小学45所。')) }));
    const change = (bytes: Uint8Array, from: string, to: string) => {
      const start = textOf(bytes).indexOf(from);
      const span = { start, end: start + from.length };
      return applyChanges(FILE, bytes, [{ kind: 'replace', span, text: to }], BY).bytes;
    };
    const third = change(change(change(plain, '45', '46'), '46', '147'), '147', '8');
    expect(textOf(third)).toBe('全县有小学8所。');
    expect(textOf(refused(third))).toBe('全县有小学45所。');
  });
});

describe('bookmarks', () => {
  test('of visible, deleted and empty text, and of text in several runs', () => {
    const mark = (id: number, name: string, inside: string) =>
      `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${id}"/>`;
    const deleted = '<w:del w:id="9" w:author="王某"><w:r><w:delText>旧</w:delText></w:r></w:del>';
    const body = paragraph(
      run('甲') + mark(1, 'one', run('45') + run('所')) + run('乙') + mark(2, 'gone', deleted) + mark(3, 'empty', ''),
    );
    const spans = bookmarkSpans(readWordParts(FILE, buildDocx({ body })));
    expect(Object.fromEntries(spans)).toEqual({ one: { start: 1, end: 4 }, gone: null, empty: null });
  });
});

describe('the record', () => {
  test('comes back as it was put in, and is replaced without touching other entries', () => {
    const words = '{"a":"<甲 & 乙>"}';
    const once = withRecord(FILE, original, words);
    expect(recordIn(FILE, once)).toBe(words);
    expect(textOf(once)).toBe(textOf(original));
    expect(recordIn(FILE, withRecord(FILE, once, '[]'))).toBe('[]');
    expect(recordIn(FILE, original)).toBeNull();
  });
});
