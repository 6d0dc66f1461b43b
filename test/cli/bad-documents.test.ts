import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDocx, buildZip, paragraph } from '../support/docx.ts';
import { program, SOUND, temporaryFolder } from './program.ts';

const folder = temporaryFolder();
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const docx = buildDocx({ body: paragraph('全县有小学45所。') });

/** An OLE compound file with a stream of this name: how Word writes a .doc, and a .docx with a password. */
const compound = (stream: string) =>
  latin1(
    `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}${[...stream].map((letter) => `${letter}\0`).join('')}\0\0`,
  );

/** «Bad input» of documents: one clear Chinese message that names the file, exit code 2, nothing written. */
const BAD: readonly (readonly [what: string, name: string, content: string | Uint8Array, words: string])[] = [
  ['text that says it is Word', '文本.docx', SOUND, '与扩展名不符'],
  ['a web page that says it is Word', '网页.docx', '<!DOCTYPE html><p>全县</p>', '网页文件'],
  ['a workbook', '表.docx', buildZip({ 'xl/workbook.xml': '' }), '电子表格'],
  ['an old Word file', '旧.docx', compound('WordDocument'), '另存为'],
  ['a PDF', '报告.pdf', '%PDF-1.7\n', 'PDF'],
  ['an OFD', '报告.ofd', buildZip({ 'OFD.xml': '' }), 'OFD'],
  ['an empty file', '空.txt', '', '文件是空的'],
  ['an empty Word file', '空.docx', '', '文件是空的'],
  ['a truncated Word file', '截断.docx', docx.slice(0, docx.length * 0.6), '文件不完整'],
  ['an encrypted Word file', '加密.docx', compound('EncryptedPackage'), '打开密码'],
  ['bytes that are no text', '乱码.txt', latin1('\x01\x02\0\x03'), '读不出文字'],
];

describe.each(['check', 'extract'])('%s', (command) => {
  test.each(BAD)('refuses %s', (_, name, content, words) => {
    const path = folder.write(name, content);
    const { code, out, err } = program([command, path, '-o', folder.at('不应有.json')]);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(`${path}：`)).toBe(true);
    expect(err).toContain(words);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(folder.path).filter((file) => file.includes('不应有'))).toEqual([]);
  });

  test('refuses a file that is not there', () => {
    const { code, out, err } = program([command, folder.at('没有.docx')]);
    expect([code, out, err]).toEqual([2, '', `${folder.at('没有.docx')}：无法读取，文件不存在。\n`]);
  });

  test('refuses a folder without reports', () => {
    const { code, out, err } = program([command, '.'], { cwd: temporaryFolder().path });
    expect([code, out, err]).toEqual([
      2,
      '',
      '.：文件夹中没有可以读取的报告（.docx、.doc、.wps、.pdf、.txt、.md）。\n',
    ]);
  });

  test('refuses nothing at all, and empty standard input', () => {
    expect(program([command]).err).toContain('请给出要读取的报告文件');
    const { code, err } = program([command, '-']);
    expect([code, err.startsWith('标准输入：文件是空的')]).toEqual([2, true]);
  });

  test.each([
    ['an unknown format', ['--format', 'pptx'], '没有格式“pptx”；可用'],
    ['an unknown ending', ['-o', '结果.abc'], '结果.abc：不能从扩展名判断输出格式'],
    ['no ending', ['-o', '结果'], '结果：不能从扩展名判断输出格式'],
    ['an unknown option', ['--fromat', 'json'], '没有选项“--fromat”。用法见 junheng'],
    ['an option without its value', ['--format'], '后面缺少内容。'],
  ])('refuses %s', (_, args, words) => {
    const { code, out, err } = program([command, folder.write('好.txt', SOUND), ...args], { cwd: folder.path });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(existsSync(folder.at('结果.xlsx'))).toBe(false);
  });

  test('refuses to write over what it reads', () => {
    const path = folder.write('原稿.txt', SOUND);
    const { code, err } = program([command, path, '--format', 'json', '-o', folder.at('.', '原稿.txt')]);
    expect(code).toBe(2);
    expect(err).toContain('输出文件就是要读取的文件，没有写出');
  });

  test('refuses an output folder that is not there', () => {
    const output = folder.at('没有的文件夹', '结果.json');
    const { code, out, err } = program([command, folder.write('好.txt', SOUND), '-o', output]);
    expect([code, out, err]).toEqual([2, '', `${output}：无法写入，所在文件夹不存在。\n`]);
  });

  test('one bad file among several is told, the others are read', () => {
    const bad = folder.write('坏.docx', '');
    const { code, out, err } = program([command, folder.write('好.txt', SOUND), bad, '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toContain(`${bad}：文件是空的`);
    expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file)).toEqual([folder.at('好.txt')]);
  });
});
