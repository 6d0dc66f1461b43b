import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import { commentedWord } from '../../../src/write/word/findings-comments.ts';
import { wordDecisions } from '../../../src/write/word/word-decisions.ts';
import { buildDocx, buildZip, paragraph } from '../../support/docx.ts';
import { hasOffice, office } from '../../support/office.ts';

const BODY =
  paragraph('关于自评的报告') +
  paragraph('全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。') +
  paragraph('会议要求布署控辍保学工作。');

const checkedOf = async (bytes: Uint8Array) => ({ ...(await check('报告.docx', bytes, [])), standards: [] });

async function annotated(fix = false): Promise<Uint8Array> {
  const original = buildDocx({ body: BODY });
  return commentedWord(await checkedOf(original), original, { date: null, fix }).bytes;
}

async function decisions(bytes: Uint8Array): Promise<string[]> {
  const made = wordDecisions(await checkedOf(bytes), bytes);
  return made.map(({ finding, ruling, reason }) => `${finding.rule} ${ruling} ${reason}`);
}

/** The file as a person saved it: some parts changed, others added. */
function saved(bytes: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  );
  change(parts);
  return buildZip(parts);
}

const DOCUMENT = 'word/document.xml';
const COMMENTS = 'word/comments.xml';
/** Id of the comment that begins with these words. */
const idOf = (parts: Record<string, string>, words: string): string =>
  [...(parts[COMMENTS] ?? '').matchAll(/<w:comment w:id="(\d+)"[^]*?<\/w:comment>/g)].find(([xml]) =>
    xml.includes(words),
  )?.[1] ?? '';

function withoutComment(parts: Record<string, string>, words: string): void {
  const id = idOf(parts, words);
  expect(id).not.toBe('');
  parts[COMMENTS] = (parts[COMMENTS] ?? '').replace(new RegExp(`<w:comment w:id="${id}"[^]*?</w:comment>`), '');
  parts[DOCUMENT] = (parts[DOCUMENT] ?? '')
    .replaceAll(new RegExp(`<w:comment(?:RangeStart|RangeEnd) w:id="${id}"/>`, 'g'), '')
    .replace(`<w:r><w:commentReference w:id="${id}"/></w:r>`, '');
}

/** Gives the comment's last paragraph an id, as Word does on saving, and says what is to be said of it. */
function extended(parts: Record<string, string>, words: string, states: string, answer = ''): void {
  const id = idOf(parts, words);
  parts[COMMENTS] = (parts[COMMENTS] ?? '')
    .replace('<w:comments ', '<w:comments xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ')
    .replace(
      new RegExp(`(<w:comment w:id="${id}"[^]*)<w:p>([^]*?</w:p></w:comment>)`),
      (_, before: string, after: string) => {
        const end = before.lastIndexOf('</w:comment>');
        expect(end).toBeLessThan(before.lastIndexOf(`w:id="${id}"`));
        return `${before}<w:p w14:paraId="11111111">${after}`;
      },
    )
    .replace('</w:comments>', `${answer}</w:comments>`);
  parts['word/commentsExtended.xml'] =
    `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${states}</w15:commentsEx>`;
  parts['word/_rels/document.xml.rels'] = (parts['word/_rels/document.xml.rels'] ?? '').replace(
    '</Relationships>',
    '<Relationship Id="rIdX" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
  );
}

describe('what people did about the comments', () => {
  test('nothing', async () => {
    expect(await decisions(await annotated())).toEqual([]);
    expect(await decisions(buildDocx({ body: BODY }))).toEqual([]);
  });

  test('one deleted', async () => {
    const file = saved(await annotated(), (parts) => withoutComment(parts, '28+9+5'));
    expect(await decisions(file)).toEqual(['sum-mismatch dismissed 批注已删除']);
    // and another run does not bring it back
    expect(commentedWord(await checkedOf(file), file, { date: null, fix: false }).comments).toBe(0);
  });

  test('one resolved', async () => {
    const resolved = '<w15:commentEx w15:paraId="11111111" w15:done="1"/>';
    const file = saved(await annotated(), (parts) => extended(parts, '布署', resolved));
    expect(await decisions(file)).toEqual(['wrong-form dismissed 批注已标为解决']);
  });

  test.each([
    ['含教学点，不改', 'dismissed'],
    ['属实，下周改', 'accepted'],
  ])('one answered: %s', async (words, ruling) => {
    const states =
      '<w15:commentEx w15:paraId="11111111" w15:done="0"/><w15:commentEx w15:paraId="22222222" w15:paraIdParent="11111111" w15:done="0"/>';
    const answer = `<w:comment w:id="90" w:author="李科长"><w:p w14:paraId="22222222"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`;
    const file = saved(await annotated(), (parts) => extended(parts, '布署', states, answer));
    expect(await decisions(file)).toEqual([`wrong-form ${ruling} ${words}`]);
  });

  test('the text put right: nothing is left to decide', async () => {
    const file = saved(await annotated(), (parts) => {
      parts[DOCUMENT] = (parts[DOCUMENT] ?? '').replace('43所', '42所');
      withoutComment(parts, '28+9+5');
    });
    expect(await decisions(file)).toEqual([]);
  });

  test('figures changed, and still wrong: the finding is another one, about which nobody has decided', async () => {
    const file = saved(await annotated(), (parts) => {
      parts[DOCUMENT] = (parts[DOCUMENT] ?? '').replace('43所', '44所');
      withoutComment(parts, '28+9+5');
    });
    expect(await decisions(file)).toEqual([]);
  });
});

describe('corrections', () => {
  test('neither accepted nor refused, or accepted', async () => {
    const file = await annotated(true);
    expect(await decisions(file)).toEqual([]);
    const accepted = saved(file, (parts) => {
      parts[DOCUMENT] = (parts[DOCUMENT] ?? '')
        .replaceAll(/<w:del [^]*?<\/w:del>/g, '')
        .replaceAll(/<\/?w:ins\b[^>]*>/g, '');
    });
    expect(await decisions(accepted)).toEqual([]);
  });

  test('refused', async () => {
    const refused = saved(await annotated(true), (parts) => {
      parts[DOCUMENT] = (parts[DOCUMENT] ?? '')
        .replaceAll(/<w:ins [^]*?<\/w:ins>/g, '')
        .replaceAll(/<\/?w:del\b[^>]*>/g, '')
        .replaceAll('w:delText', 'w:t');
    });
    expect(await decisions(refused)).toEqual(['wrong-form dismissed 修订已拒绝']);
  });
});

describe.skipIf(!hasOffice)('a file that LibreOffice has saved', () => {
  const convert = office();

  test('is known again: untouched comments are no decisions, a deleted one is', async () => {
    const file = convert(await annotated(), 'docx');
    expect(await decisions(file)).toEqual([]);
    const without = convert(
      saved(await annotated(), (parts) => withoutComment(parts, '28+9+5')),
      'docx',
    );
    expect(await decisions(without)).toEqual(['sum-mismatch dismissed 批注已删除']);
  }, 60_000);
});
