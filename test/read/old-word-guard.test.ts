import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCompoundFile } from '../../src/read/old-word/compound-file.ts';
import { guardOldWord } from '../../src/read/old-word/guard.ts';
import { oldWordText } from '../../src/read/old-word/library.ts';
import { readOldWord } from '../../src/read/old-word/read.ts';
import { buildCompound, buildOldWord } from '../support/compound.ts';
import { HOSTILE_FILES, OLD_WORD_FILE, spoiltFiles } from '../support/old-word-files.ts';

describe('a sound file', () => {
  test('of an office program passes', () => {
    expect(() => guardOldWord(OLD_WORD_FILE)).not.toThrow();
  });

  test('that begins in the middle of a buffer passes', () => {
    const longer = new Uint8Array(OLD_WORD_FILE.length + 3);
    longer.set(OLD_WORD_FILE, 3);
    expect(() => guardOldWord(longer.subarray(3))).not.toThrow();
  });

  test('streams come whole and in order', () => {
    const contents = { 甲: new Uint8Array(5000).map((_, at) => at), WordDocument: new Uint8Array(90_000).fill(7) };
    const stream = openCompoundFile(buildCompound(contents).bytes);
    expect(stream('甲')?.subarray(0, 5000)).toEqual(contents.甲);
    expect(stream('WordDocument')?.length).toBe(90_112);
    expect(stream('1Table')).toBeNull();
  });

  test('with pieces, properties, headers and nothing deleted is read by guard and library alike', async () => {
    const { bytes } = buildOldWord({
      text: '全县现有学校43所。\r页眉\r',
      pieces: [
        [0, 5],
        [5, 14],
      ],
      runs: [
        [0, 2],
        [2, 4],
      ],
      properties: [0x00, 0x08, 0],
      headers: [0, 3, 9, 0],
    });
    guardOldWord(bytes);
    expect((await oldWordText(bytes)).body).toBe('全县现有学校43所。\n页眉\n');
  });

  test('of half a million characters with a thousand fields passes, and is read', async () => {
    const line = `${'全县现有学校43所，'.repeat(50)}\u0013PAGE\u00143\u0015\r`;
    const { bytes } = buildOldWord({ text: line.repeat(1000) });
    guardOldWord(bytes);
    expect((await oldWordText(bytes)).body).toHaveLength(502_000);
  });
});

describe('a hostile file', () => {
  test.each(HOSTILE_FILES)('%s: refused, and no reader is asked', async (_, reason, file) => {
    expect(() => guardOldWord(file)).toThrow(reason);
    let asked = false;
    const refused = await readOldWord('报告.doc', file, () => {
      asked = true;
      return Promise.reject(new Error('asked'));
    }).then(
      () => null,
      (error: Error & { code: string }) => error,
    );
    expect([refused?.code, asked]).toEqual(['old-word-damaged', false]);
    expect(refused?.message).toMatch(/^报告\.doc：.*另存为/);
  });
});

describe('random bytes written over a file', () => {
  test('the guard or the reader answers, soon', async () => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(spoiltFiles, async (file) => {
        const start = performance.now();
        try {
          guardOldWord(file);
          passed += 1;
          const text = await oldWordText(file);
          expect(Object.values(text).join('').length).toBeLessThan(2 * file.length);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
        expect(performance.now() - start).toBeLessThan(2000);
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});
