import { describe, expect, test } from 'vitest';
import { readFiles, withGiven, withoutReport } from '../../src/web/check/given-files.ts';
import type { GivenFile, ReportFile } from '../../src/web/worker/protocol.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const given = (name: string, text = name): GivenFile => ({ name, bytes: bytes(text) });
const open = (name: string, decisions: string | null = null): ReportFile => ({ ...given(name), decisions });
const told = (files: readonly ReportFile[]) =>
  files.map(({ name, bytes, decisions }) => [name, new TextDecoder().decode(bytes), decisions]);

describe('files given to the page', () => {
  const cases: readonly (readonly [string, ReportFile[], GivenFile[], ReturnType<typeof told>])[] = [
    [
      'stand behind those that are open',
      [open('甲.txt')],
      [given('乙.txt')],
      [
        ['甲.txt', '甲.txt', null],
        ['乙.txt', '乙.txt', null],
      ],
    ],
    [
      'take the place of one of their name, and leave it what was decided',
      [open('甲.txt', '决定: []')],
      [given('甲.txt', '改正')],
      [['甲.txt', '改正', '决定: []']],
    ],
    [
      'of one name are numbered',
      [],
      [given('甲.txt', '一'), given('甲.txt', '二')],
      [
        ['甲.txt', '一', null],
        ['甲（2）.txt', '二', null],
      ],
    ],
    [
      'of one name and without ending',
      [],
      [given('甲', '一'), given('甲', '二')],
      [
        ['甲', '一', null],
        ['甲（2）', '二', null],
      ],
    ],
    [
      'with decisions go together, whatever came first',
      [],
      [given('甲.decisions.yaml', '决定: []'), given('甲.docx')],
      [['甲.docx', '甲.docx', '决定: []']],
    ],
    [
      'with decisions for one that is open',
      [open('甲.docx')],
      [given('甲.decisions.yaml', '决定: []')],
      [['甲.docx', '甲.docx', '决定: []']],
    ],
    [
      'with decisions of another leave the reports alone',
      [open('甲.docx')],
      [given('乙.decisions.yaml', '决定: []')],
      [['甲.docx', '甲.docx', null]],
    ],
  ];
  test.each(cases)('%s', (_, before, files, expected) => {
    expect(told(withGiven(before, files))).toEqual(expected);
  });

  test('decisions without their report are told', () => {
    const files = withGiven([open('甲.docx')], [given('乙.decisions.yaml')]);
    expect(withoutReport(files, [given('乙.decisions.yaml'), given('甲.decisions.yaml')])).toEqual([
      { file: '乙.decisions.yaml', message: expect.stringContaining('两个文件名要相同') },
    ]);
  });
});

describe('reading what was chosen', () => {
  const file = (name: string, size: number, content: () => Promise<ArrayBuffer>) =>
    ({ name, size, arrayBuffer: content }) as unknown as File;

  test('what cannot be read is told, the rest is read', async () => {
    const read = await readFiles([
      file('好.txt', 2, async () => bytes('好').buffer as ArrayBuffer),
      file('大.docx', 300 * 1024 * 1024, () => Promise.reject(new Error('must not be read'))),
      file('锁.docx', 10, () => Promise.reject(new DOMException('locked', 'NotReadableError'))),
    ]);
    expect(read.files.map(({ name }) => name)).toEqual(['好.txt']);
    expect(read.unread.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^大\.docx：文件太大/u),
      expect.stringMatching(/^锁\.docx：打不开.*再试一次。$/u),
    ]);
  });
});
