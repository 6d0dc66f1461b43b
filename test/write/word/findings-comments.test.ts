import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import { readDocument } from '../../../src/read/index.ts';
import { COMMENT_AUTHOR, commentedWord } from '../../../src/write/word/findings-comments.ts';
import { plainDocx } from '../../../src/write/word/plain-docx.ts';
import { buildDocx, paragraph, run } from '../../support/docx.ts';
import { hasOffice, office } from '../../support/office.ts';
import { commentsOf, partsOf } from '../../support/word-comments.ts';
import { WORD_FILES } from '../../support/word-files.ts';

const DATE = '2026-11-22T08:00:00Z';

async function annotated(bytes: Uint8Array, fix = false) {
  const checked = { ...(await check('报告.docx', bytes, [])), standards: [] };
  return { ...commentedWord(checked, bytes, { date: DATE, fix }), findings: checked.result.findings };
}

const textOf = async (bytes: Uint8Array) => (await readDocument('报告.docx', bytes)).text;
/** Of the comment about the total. */
const about = (bytes: Uint8Array) => commentsOf(bytes).filter(({ text }) => text.startsWith('【错误】文中'));

describe.each(WORD_FILES)('%s', (name, original) => {
  test('the figure is commented where it stands, and the text is what it was', async () => {
    const { bytes, comments, unplaced } = await annotated(original);
    expect(comments).toBeGreaterThan(0);
    expect(unplaced).toBe(0);
    const [comment, ...more] = about(bytes);
    expect(more).toEqual([]);
    expect(comment?.author).toBe(COMMENT_AUTHOR);
    expect(comment?.text).toContain('算式：28+9+5=42≠43');
    // a text box cannot hold comments, a literal section not be cut: there it is the run around
    if (name === 'a text box') expect(comment?.anchored).toContain('43所');
    else if (name === 'a literal section') expect(comment?.anchored).toContain('43所');
    else expect(comment?.anchored).toBe('43所');
    expect(await textOf(bytes)).toBe(await textOf(original));
  });

  test('every other part is byte for byte what it was', async () => {
    const before = partsOf(original);
    const after = partsOf((await annotated(original)).bytes);
    const touched = new Set([
      'word/document.xml',
      'word/comments.xml',
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
    ]);
    for (const [path, content] of Object.entries(before)) {
      if (!touched.has(path)) expect(after[path], path).toBe(content);
    }
    expect(
      Object.keys(after)
        .filter((path) => !(path in before))
        .every((path) => touched.has(path)),
    ).toBe(true);
  });

  test('a second run puts nothing there twice', async () => {
    const once = (await annotated(original)).bytes;
    const again = await annotated(once);
    expect(again.comments).toBe(0);
    expect(again.bytes).toBe(once);
  });
});

test('the comments of others stay as they are', async () => {
  const file = WORD_FILES.find(([name]) => name.startsWith('comments of others'))?.[1] ?? new Uint8Array();
  const { bytes } = await annotated(file);
  expect(commentsOf(bytes)[0]).toEqual({ author: '张主任', text: '请核实', anchored: '全县现有学校' });
});

test('one place gets one comment with all that concerns it; the other place of a contradiction has one, too', async () => {
  const body = paragraph('全县初中三年巩固率为98.6%。') + paragraph('2023年全县初中三年巩固率为96.8%。');
  const { bytes } = await annotated(buildDocx({ body }));
  const told = commentsOf(bytes).filter(({ anchored }) => anchored === '98.6%' || anchored === '96.8%');
  expect(told.map(({ anchored }) => anchored).sort()).toEqual(['96.8%', '98.6%']);
  expect(told.filter(({ text }) => text.includes('的批注有关'))).toHaveLength(1);
});

test('the summary stands at the title', async () => {
  const { bytes } = await annotated(buildDocx({ body: paragraph('关于自评的报告') + paragraph('全县有小学45所。') }));
  const [summary] = commentsOf(bytes);
  expect(summary?.anchored).toBe('关于自评的报告');
  expect(summary?.text).toContain('核对小结：没有发现问题。\n读出数字1个');
});

describe('corrections', () => {
  const body = paragraph(`${run('会议要求布', '<w:b/>')}${run('署控缀保学工作。。全县')}${run('小学45所。')}`);

  test('as tracked changes, in the type of what they replace; no figure among them', async () => {
    const original = buildDocx({ body });
    const { bytes, corrections } = await annotated(original, true);
    expect(corrections).toBe(3);
    // accepted, it reads right; as it stood, it is still there
    expect(await textOf(bytes)).toBe('会议要求部署控辍保学工作。全县小学45所。');
    const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
    expect(xml).toMatch(
      /<w:del [^>]*w:author="均衡校核"[^>]*><w:r><w:rPr><w:b\/><\/w:rPr><w:delText xml:space="preserve">布<\/w:delText>/,
    );
    expect(
      xml
        .replaceAll(/<w:ins [^]*?<\/w:ins>/g, '')
        .replaceAll(/<[^>]+>/g, '')
        .trim(),
    ).toBe('会议要求布署控缀保学工作。。全县小学45所。');
  });

  test('only where that is asked for', async () => {
    const original = buildDocx({ body });
    expect((await annotated(original)).corrections).toBe(0);
    expect(await textOf((await annotated(original)).bytes)).toBe(await textOf(original));
  });
});

test('a report that came as a plain text gets a file with the same lines', async () => {
  const text = '自评报告\n\n一、基本情况\n　　全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\t完\v了';
  const checked = { ...(await check('报告.txt', new TextEncoder().encode(text), [])), standards: [] };
  const plain = await plainDocx(checked.report);
  expect(await textOf(plain)).toBe(text.replaceAll('\v', ' '));
  const { bytes } = commentedWord(checked, plain, { date: null, fix: false });
  expect(about(bytes)[0]?.anchored).toBe('43所');
});

test('tables of a Markdown file stay tables, line for line', async () => {
  const text =
    '# 自评报告\n\n| 学校 | 学生数 |\n| - | - |\n| 东关小学 | 12 |\n| 西关小学 | |\n| 合计 | 13 |\n\n全县有小学2所。\n';
  const checked = { ...(await check('报告.md', new TextEncoder().encode(text), [])), standards: [] };
  const plain = await readDocument('报告.docx', await plainDocx(checked.report));
  expect(plain.text).toBe(checked.report.manuscript.text);
  expect(plain.paragraphs.map(({ cell }) => cell)).toEqual(
    checked.report.manuscript.paragraphs.map(({ cell }) => cell),
  );
});

describe('files that cannot be written safely', () => {
  test('a signed one is refused', async () => {
    const signed = buildDocx({ body: paragraph('全县有小学45所。'), parts: { '_xmlsignatures/origin.sigs': '' } });
    await expect(annotated(signed)).rejects.toThrow('电子签名');
  });

  test('what is handed in is never written into', async () => {
    const original = Buffer.from(
      buildDocx({ body: paragraph('全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。') }),
    );
    const before = Buffer.from(original).toString('base64');
    await annotated(original);
    expect(original.toString('base64')).toBe(before);
  });
});

describe.skipIf(!hasOffice)('LibreOffice', () => {
  const convert = office();

  test.each(WORD_FILES.filter(([name]) => name !== 'a text box'))(
    'opens it and keeps the comment at its place: %s',
    async (name, original) => {
      const { bytes } = await annotated(original);
      const [comment] = about(convert(bytes, 'docx'));
      if (name === 'a literal section') expect(comment?.anchored).toContain('43所');
      else expect(comment?.anchored).toBe('43所');
    },
    60_000,
  );

  test.each(WORD_FILES.filter(([name]) => ['automatic numbers', 'a cell of a table', 'a text box'].includes(name)))(
    'writes files that are annotated like any other: %s',
    async (_, made) => {
      const original = convert(made, 'docx');
      const { bytes } = await annotated(original);
      expect(await textOf(bytes)).toBe(await textOf(original));
      expect(about(bytes)[0]?.anchored).toContain('43所');
      expect((await annotated(bytes)).comments).toBe(0);
    },
    60_000,
  );
});
