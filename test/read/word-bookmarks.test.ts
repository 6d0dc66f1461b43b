import { expect, test } from 'vitest';
import { bookmarkSpans, readWordParts } from '../../src/read/index.ts';
import { buildDocx, list, listLevel, numbered, paragraph, run, table } from '../support/docx.ts';

const begin = (id: number, name: string) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
const end = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`;

/** What each bookmark of a body holds; null where nothing shows. */
function held(body: string, numbering?: string): Record<string, string | null> {
  const parts = readWordParts('报告.docx', buildDocx({ body, ...(numbering === undefined ? {} : { numbering }) }));
  const { text } = parts.manuscript;
  return Object.fromEntries(
    [...bookmarkSpans(parts)].map(([name, span]) => [name, span && text.slice(span.start, span.end)]),
  );
}

test.each<[what: string, body: string, expected: Record<string, string | null>]>([
  ['one run', paragraph(run('共') + begin(1, 'a') + run('12所') + end(1) + run('。')), { a: '12所' }],
  ['runs that Word has cut', paragraph(begin(1, 'a') + run('1') + run('2') + run('所') + end(1)), { a: '12所' }],
  [
    'two in a paragraph',
    paragraph(begin(1, 'a') + run('1') + end(1) + run('、') + begin(2, 'b') + run('2') + end(2)),
    { a: '1', b: '2' },
  ],
  [
    'one inside the other',
    paragraph(begin(1, 'a') + run('1') + begin(2, 'b') + run('2') + end(2) + end(1)),
    { a: '12', b: '2' },
  ],
  ['an entity', paragraph(begin(1, 'a') + run('甲&乙') + end(1)), { a: '甲&乙' }],
  [
    'of two with one name the first',
    paragraph(begin(1, 'a') + run('1') + end(1) + begin(2, 'a') + run('2') + end(2)),
    { a: '1' },
  ],
  ['nothing, or without an end', paragraph(begin(1, 'a') + end(1) + begin(2, 'b') + run('2')), { a: null }],
  [
    'deleted text',
    paragraph(`${begin(1, 'a')}<w:del w:id="9">${run('1').replaceAll('w:t', 'w:delText')}</w:del>${run('3')}${end(1)}`),
    { a: '3' },
  ],
])('a bookmark around %s', (_, body, expected) => {
  expect(held(body)).toEqual(expected);
});

test('stands behind automatic numbers and in cells', () => {
  const numbers = list(1, listLevel(0, 'decimal', '%1.'));
  const item = paragraph(begin(1, 'a') + run('7') + end(1), numbered(1, 0));
  expect(held(item, numbers.abstract + numbers.instance)).toEqual({ a: '7' });
  const cells = table([['甲', '乙']]).replace(
    '乙',
    `</w:t></w:r>${begin(2, 'b')}<w:r><w:t>3.5</w:t></w:r>${end(2)}<w:r><w:t>`,
  );
  expect(held(cells)).toEqual({ b: '3.5' });
});
