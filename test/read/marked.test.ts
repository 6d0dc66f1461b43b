import { describe, expect, test } from 'vitest';
import { acceptMarks, MARKED_HEAD } from '../../src/read/text/marked.ts';
import { readDocument } from '../../src/read/index.ts';
import { markedText, replacedText } from '../../src/write/marked-text.ts';

const OLD = '全县小学在校生4409人、初中3188人。\n【注】旧→新照抄。';

describe('a marked-up text', () => {
  const at = (words: string) => ({ start: OLD.indexOf(words), end: OLD.indexOf(words) + words.length });
  const { text, moved } = replacedText(OLD, [
    { span: at('4409'), text: '4500' },
    { span: at('3188'), text: '12000' },
  ]);
  const changed = [
    { span: moved(at('4409')), before: '4409' },
    { span: moved(at('3188')), before: '3188' },
  ];
  const marked = markedText(text, changed, [{ span: moved(at('3188人')), words: '请看【这里】\n再看' }]);

  test('shows the old, the new and the note in their places', () => {
    expect(marked).toBe(
      `${MARKED_HEAD}\n全县小学在校生【4409→4500】人、初中【3188→12000】人【※请看［这里］ 再看】。\n【注】旧→新照抄。`,
    );
  });

  test('is read as the new text, with either kind of line end', async () => {
    expect(acceptMarks(marked)).toBe(text);
    for (const written of [marked, marked.replaceAll('\n', '\r\n')]) {
      expect((await readDocument('新.txt', new TextEncoder().encode(written))).text).toBe(text);
    }
  });

  test('any other text keeps its own brackets', () => {
    const own = '全县【4409→4500】人【※注】。';
    expect(acceptMarks(own)).toBe(own);
  });
});
