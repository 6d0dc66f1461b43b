import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../src/write/docx/index.ts';
import { isTooWide } from '../../../src/write/docx/table.ts';
import { draft, heading, paragraph, table } from './support/long-draft.ts';

const row = (cells: number, cell: string) => Array.from({ length: cells }, () => cell).join('|');

describe('a table is turned', () => {
  test.each([
    ['nine narrow columns', 9, '12.34', false],
    ['ten columns', 10, '1', true],
    ['eight long numbers', 8, '123456789.12', true],
    ['eight long words, which turn over in their cells', 8, '生均教学及辅助用房面积', false],
    ['one column', 1, '清河县', false],
  ])('%s: %d × %s: %s', (_, cells, cell, wanted) => {
    expect(isTooWide(table([row(cells, '指标'), row(cells, cell)]))).toBe(wanted);
  });

  test('on a page of its own between upright ones, with its caption, unit and notes', async () => {
    const wide = table([row(12, '指标'), row(12, '1')]);
    const parts = unzipSync(
      await writeDocx(
        draft(
          paragraph('前'),
          paragraph('表1', 'caption'),
          paragraph('单位：元', 'unit'),
          wide,
          paragraph('注', 'note'),
          paragraph('后'),
        ),
      ),
    );
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const sections = sectionsOf(document).map((one) =>
      [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text),
    );
    expect(sections[0]).toEqual(['前']);
    expect(sections[1]?.filter((text) => text !== '指标' && text !== '1')).toEqual(['表1', '单位：元', '注']);
    expect(sections[2]).toEqual(['后']);
    const turned = [...document.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size.includes('w:orient="landscape"'));
    expect(turned).toEqual([false, true, false]);
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });

  test('together with the head of the attachment that it is', async () => {
    const wide = table([row(12, '指标'), row(12, '1')]);
    const parts = unzipSync(
      await writeDocx(draft(paragraph('前'), paragraph('附件1', 'attachment'), heading(1, '一览表'), wide)),
    );
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const [before, turned] = sectionsOf(document);
    expect(before).not.toContain('附件1');
    expect(turned).toMatch(/附件1.*一览表/s);
  });

  test('together with the heading right above it', async () => {
    const wide = table([row(12, '指标'), row(12, '1')]);
    const parts = unzipSync(await writeDocx(draft(paragraph('前'), heading(3, '（一）各校情况'), wide)));
    const [before, turned] = sectionsOf(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
    expect(before).not.toContain('各校情况');
    expect(turned).toContain('各校情况');
  });
});

/** A section's properties stand in its last paragraph, before that one's words. */
function sectionsOf(document: string): readonly string[] {
  const ended = document.replaceAll(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:sectPr.*?<\/w:pPr>(.*?)<\/w:p>/gs, '$1\u0000');
  return ended.split('\u0000');
}
