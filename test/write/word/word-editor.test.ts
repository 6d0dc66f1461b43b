import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument, readWordParts } from '../../../src/read/index.ts';
import { WordEditor } from '../../../src/write/word/word-editor.ts';
import { countyReport } from '../../support/county-report.ts';
import { buildDocx, paragraph, run } from '../../support/docx.ts';
import { commentsOf } from '../../support/word-comments.ts';
import { WORD_FILES } from '../../support/word-files.ts';

/** Where a place cannot be exact, it is the run around. */
const INEXACT = new Set(['a text box', 'a literal section', 'tabs and breaks']);
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ...WORD_FILES.filter(([name]) => !INEXACT.has(name)),
  ['a county report', buildDocx(countyReport())],
];

const BY = { author: '均衡校核', date: null };
const textOf = async (bytes: Uint8Array) => (await readDocument('报告.docx', bytes)).text;

/** The text of a span as the file holds it: without automatic numbers and the ends of paragraphs. */
function heldText(bytes: Uint8Array, start: number, end: number): string {
  const { manuscript } = readWordParts('报告.docx', bytes);
  return manuscript.paragraphs
    .map(({ span, markerLength }) =>
      manuscript.text.slice(Math.max(start, span.start + markerLength), Math.max(0, Math.min(end, span.end))),
    )
    .join('');
}

/**
 * An automatic number is no text of the file: the reader puts a blank between `1.` and a digit, lest `1.` and `9所` be read as 1.9.
 * Deleting all before a digit therefore brings a blank that nobody has written.
 */
function numbersApart(text: string): string {
  return text.replaceAll(/^(\d+\.) ?(?=\d)/gm, '$1');
}

describe.each(FILES)('%s', (_, original) => {
  const { text } = readWordParts('报告.docx', original).manuscript;
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));

  test('comments at any spans, however they overlap: the text is what it was, each comment at its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 8 }), async (spans) => {
        const editor = new WordEditor('报告.docx', original);
        const placed = spans.filter((one, index) =>
          editor.comment(one, { ...BY, initials: '均', paragraphs: [`第${index}条`] }),
        );
        const bytes = editor.save();
        expect(await textOf(bytes)).toBe(text);
        const own = commentsOf(bytes).filter(({ author }) => author === BY.author);
        expect(own.map(({ anchored }) => anchored)).toEqual(
          placed.map(({ start, end }) => heldText(original, start, end)),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('replacements and comments together: accepted, the text is the new one; other text is not touched', async () => {
    await fc.assert(
      fc.asyncProperty(span, fc.string({ unit: 'grapheme', maxLength: 5 }), async (one, replacement) => {
        // oxlint-disable-next-line no-control-regex -- what XML cannot hold
        const words = replacement.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\ufffe\uffff]/g, '');
        const editor = new WordEditor('报告.docx', original);
        const done = editor.replace(one, words, BY);
        editor.comment(one, { ...BY, initials: '均', paragraphs: ['同一处'] });
        if (done) expect(editor.replace(one, '再次', BY)).toBe(false);
        const bytes = editor.save();
        const wanted = done ? text.slice(0, one.start) + words + text.slice(one.end) : text;
        expect(numbersApart(await textOf(bytes))).toBe(numbersApart(wanted));
      }),
      { numRuns: 25 },
    );
  });
});

test('a bookmark is found again by its name', () => {
  const editor = new WordEditor('报告.docx', buildDocx({ body: paragraph(run('全县有小学45所。')) }));
  expect(editor.hasMark('_jh_1')).toBe(false);
  expect(editor.mark({ start: 5, end: 8 }, '_jh_1')).toBe(true);
  const saved = new WordEditor('报告.docx', editor.save());
  expect(saved.hasMark('_jh_1')).toBe(true);
  expect(saved.parts.manuscript.text).toBe('全县有小学45所。');
});

test('nothing put in: the very same bytes', () => {
  const original = buildDocx(countyReport());
  expect(new WordEditor('报告.docx', original).save()).toBe(original);
});

test('a span without text of the file has no place', () => {
  const editor = new WordEditor('报告.docx', buildDocx({ body: paragraph('甲') + paragraph('') + paragraph('乙') }));
  expect(editor.comment({ start: 2, end: 2 }, { ...BY, initials: '均', paragraphs: ['空'] })).toBe(false);
  expect(editor.replace({ start: 0, end: 3 }, '丙', BY)).toBe(false);
});
