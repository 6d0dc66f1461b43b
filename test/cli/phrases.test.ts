import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../src/cli/file-lock.ts';
import { REPORTS } from '../phrases/library.ts';
import { MAIN } from './program.ts';

let folder = '';
const LIBRARY = '短语库.jsonl';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-phrases-'));
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
/** Nothing of the person who runs the tests is read or written. */
const env = () => ({
  ...process.env,
  XDG_DATA_HOME: at('本人'),
  XDG_CACHE_HOME: at('缓存'),
  APPDATA: at('本人'),
  LOCALAPPDATA: at('缓存'),
});

function phrases(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [MAIN, 'phrases', ...args], { cwd: folder, env: env(), encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const hits = (...args: readonly string[]) => JSON.parse(phrases('search', ...args, '--format', 'json').out);
const sums = () => readFileSync(at(LIBRARY), 'utf8').trim().split('\n').length - 1;

describe('phrases', () => {
  test('added, found, listed, exported, removed, imported', () => {
    const library = ['--library', LIBRARY];
    expect(phrases('add', '青禾.txt', '石桥.txt', '南浦.txt', ...library)).toMatchObject({ code: 0, err: '' });
    const [best] = hits('教师培训经费', ...library);
    expect(best).toMatchObject({
      uses: 3,
      standard: true,
      kinds: ['county-basic', 'county-quality'],
      roles: ['measures'],
      filled: null,
    });
    expect(best.text).toContain('培训经费【');
    expect(best.sources.map(({ file }: { file: string }) => file)).toEqual(['青禾.txt', '石桥.txt', '南浦.txt']);
    expect(phrases('search', '控缀保学', ...library).out).toMatch(/没有“控缀保学”，按“控辍保学”查找。\n1．.*控辍保学/u);
    expect(
      phrases('list', '--role', '存在问题', ...library)
        .out.split('\n')
        .filter((line) => line.includes('缺编')),
    ).toHaveLength(1);
    const all = sums();
    expect(phrases('export', '-o', '给别人.jsonl', ...library).out).toBe(`已写出 给别人.jsonl：${all}条。\n`);
    expect(phrases('remove', best.id, ...library).out).toContain(`已删去1条，现有${all - 1}条。`);
    expect(phrases('import', '给别人.jsonl', ...library)).toMatchObject({ code: 0 });
    expect(sums()).toBe(all);
    expect(hits('教师培训经费', ...library)[0]).toMatchObject({ id: best.id, uses: 3 });
    expect(phrases('remove', '--report', '青禾.txt', ...library)).toMatchObject({ code: 0 });
    // no longer standard, it may stand behind a phrase that comes with the program
    const left = hits('教师培训经费', ...library).find(({ id }: { id: string }) => id === best.id);
    expect(left.uses).toBe(2);
  });

  test('adding tells what was taken and what was not; a list ends with its counts', () => {
    const { out } = phrases('add', '青禾.txt', '--library', LIBRARY);
    expect(out).toMatch(/\n收下句子和分条\d+处；没有收：标题、落款等没有句号的\d+处/u);
    const list = phrases('list', '--library', LIBRARY).out.trim().split('\n');
    expect(list.at(-1)).toMatch(/^共\d+条（基本情况\d+、主要做法\d+、存在问题1、下步打算1）。$/u);
    expect(phrases('list', '--kind', 'school', '--library', LIBRARY).out).toBe('没有合乎条件的短语。\n');
  });

  test('exported to be read, by section; other endings are refused', () => {
    phrases('add', '青禾.txt', '--library', LIBRARY);
    for (const name of ['短语.md', '短语.txt', '短语.xlsx']) {
      expect(phrases('export', '-o', name, '--library', LIBRARY).out).toContain('供阅读，不能再导入');
    }
    expect(readFileSync(at('短语.md'), 'utf8')).toMatch(/^## 基本情况（\d+条）\n\n.*【学校数：所】/u);
    expect(phrases('export', '-o', '短语.docx', '--library', LIBRARY)).toMatchObject({
      code: 2,
      err: expect.stringContaining('只能导出为'),
    });
  });

  test('in a draft: taken from the library of the project, told, and refused where it makes no sense', () => {
    spawnSync(process.execPath, [MAIN, 'init', '县', '--sample'], { cwd: folder });
    const draft = (...args: readonly string[]) =>
      spawnSync(process.execPath, [MAIN, 'draft', '县', '-o', '稿.docx', '--force', ...args], {
        cwd: folder,
        env: env(),
        encoding: 'utf8',
      });
    writeFileSync(
      at('特色.txt'),
      `${'南山县2023年义务教育基本均衡发展自评报告'}\n四、特色亮点\n推行学区化办学，全县交流轮岗教师97人。\n`,
    );
    phrases('add', '特色.txt', '--library', '县/短语库.jsonl');
    expect(draft().stdout).not.toContain('短语');
    expect(draft('--phrases', '没有.jsonl')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('没有这个短语库'),
    });
    expect(draft('--phrases', '--update', '稿.docx')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('不能与 --update'),
    });
    const { stdout } = draft('--phrases', '--ledger', '台账.json');
    expect(stdout).toMatch(
      /四、特色亮点：推行学区化办学，全县交流轮岗教师\d+人。（.*短语库\.jsonl，特色\.txt《特色亮点》（2023年））/u,
    );
    const taken = JSON.parse(readFileSync(at('台账.json'), 'utf8')).filter(
      ({ phrase }: { phrase: { library: string } | null }) => phrase?.library === '短语库.jsonl',
    );
    expect(taken).toMatchObject([{ indicator: 'exchanged-teachers', phrase: { library: '短语库.jsonl' } }]);
  });

  test('in a project its own library is used, elsewhere that of the person', () => {
    phrases('add', '石桥.txt');
    expect(existsSync(at(LIBRARY))).toBe(false);
    expect(existsSync(join(folder, '本人', 'junheng', LIBRARY))).toBe(true);
    writeFileSync(at('junheng.yaml'), '年份: 2025\n');
    phrases('add', '石桥.txt');
    expect(existsSync(at(LIBRARY))).toBe(true);
  });

  test('filled with the data of a county, and held against a report', () => {
    spawnSync(process.execPath, [MAIN, 'init', '县', '--sample'], { cwd: folder });
    phrases('add', '石桥.txt', '--library', LIBRARY);
    const [hit] = hits('全县现有义务教育学校', '--data', '县', '--against', '石桥.txt', '--library', LIBRARY);
    expect(hit.filled.text).toMatch(/^全县现有义务教育学校\d+所，其中小学\d+所、初中\d+所。$/u);
    expect(hit.copied).toMatchObject({ share: 100, line: 3 });
  });

  test.each([
    [['search'], '缺少'],
    [['search', '教师', '--role', '前言'], '没有章节作用“前言”'],
    [['search', '教师', '--kind', 'report'], '没有报告类型“report”'],
    [['search', '教师', '--limit', '0'], '--limit 0：应为1至200的整数'],
    [['search', '教师', '--segmenter', 'x'], '没有分词程序“x”'],
    [['search', '教师', '--format', 'xml'], '没有格式“xml”'],
    [['search', '教师', '--against', '没有.docx'], '没有.docx：无法读取，文件不存在'],
    [['list'], '还没有短语库'],
    [['remove'], '还没有短语库'],
    [['import', '青禾.txt'], '青禾.txt：不是短语库文件'],
    [['add', '没有.docx'], '没有.docx：无法读取，文件不存在'],
    [['add'], '缺少“报告”'],
    [['nothing'], 'junheng phrases'],
  ])('%s is told in Chinese, with exit code 2', (args, message) => {
    const { code, err } = phrases(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(at(LIBRARY))).toBe(false);
  });
});

describe('nothing is lost', () => {
  const library = ['--library', LIBRARY];
  beforeEach(() => {
    phrases('add', '青禾.txt', ...library);
  });

  test('a damaged line costs itself, is told, and is kept when the library is next written', () => {
    const whole = readFileSync(at(LIBRARY), 'utf8');
    const damaged = whole.replace('控辍保学', '控辍保孛');
    writeFileSync(at(LIBRARY), damaged);
    const { code, out, err } = phrases('search', '专款专用', ...library);
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/短语库有损坏，完好的\d+条照常使用：\n {2}第\d+行：内容与校验码不符\n/u),
    ]);
    expect(out).toContain('专款专用');
    const added = phrases('add', '石桥.txt', ...library);
    expect(added.code).toBe(0);
    expect(added.err).toContain('损坏前的原文件已另存为 短语库.损坏1.jsonl');
    expect(readFileSync(at('短语库.损坏1.jsonl'), 'utf8')).toBe(damaged);
    expect(phrases('search', '专款专用', ...library).err).toBe('');
  });

  test('a file that is no library is not written over', () => {
    writeFileSync(at(LIBRARY), '这是别的文件\n');
    expect(phrases('add', '石桥.txt', ...library)).toMatchObject({
      code: 2,
      err: expect.stringContaining('不是短语库文件'),
    });
    expect(readFileSync(at(LIBRARY), 'utf8')).toBe('这是别的文件\n');
  });

  test('programs that add at once all have their phrases in', async () => {
    const texts = Array.from({ length: 4 }, (_, index) => {
      const name = `同时${index}.txt`;
      writeFileSync(
        at(name),
        `第${'一二三四'[index]}项工作报告\n${'甲乙丙丁'[index]}类学校${'修缮添置更新扩充'.slice(2 * index, 2 * index + 2)}课桌课椅和实验仪器共${index + 3}00套。\n`,
      );
      return name;
    });
    const before = sums();
    const codes = await Promise.all(
      texts.map(
        (name) =>
          new Promise((done) => {
            spawn(process.execPath, [MAIN, 'phrases', 'add', name, ...library], { cwd: folder, env: env() }).on(
              'close',
              done,
            );
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    const files = JSON.parse(phrases('list', '--format', 'json', ...library).out).flatMap(
      ({ sources }: { sources: { file: string }[] }) => sources.map(({ file }) => file),
    );
    expect(texts.filter((name) => files.includes(name))).toEqual(texts);
    expect(sums()).toBeGreaterThan(before);
    expect(readdirSync(folder).filter((name) => name.includes('.lock'))).toEqual([]);
  });

  test('a disk that fills leaves the library as it was, and no half of a new one', () => {
    const before = readFileSync(at(LIBRARY), 'utf8');
    const kept = readdirSync(folder).sort();
    // a file may grow to 1 kB: writing fails in its middle, as on a full disk
    const command = `ulimit -f 1; exec "$0" "$1" phrases add 石桥.txt --library ${LIBRARY}`;
    const { status, stderr } = spawnSync('bash', ['-c', command, process.execPath, MAIN], {
      cwd: folder,
      env: env(),
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toContain(`${LIBRARY}：无法写入`);
    expect(readFileSync(at(LIBRARY), 'utf8')).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(kept);
  });

  /** Runs the program with file functions that fail where the disk would; the bundled program takes them from Node as any other. */
  function withDisk(code: string, ...args: readonly string[]) {
    writeFileSync(
      at('disk.mjs'),
      `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const { writeFileSync, renameSync } = fs;
const isLibrary = (path) => /短语库\\.jsonl\\.[0-9a-f-]{36}$/u.test(String(path));
${code}
syncBuiltinESMExports();`,
    );
    return spawnSync(process.execPath, ['--import', `file://${at('disk.mjs')}`, MAIN, 'phrases', ...args, ...library], {
      cwd: folder,
      env: env(),
      encoding: 'utf8',
    });
  }
  const leftBehind = () => readdirSync(folder).filter((name) => name.startsWith('.') || name.endsWith('.lock'));

  test.each([
    [
      'in the middle of writing',
      `fs.writeFileSync = (path, text, ...rest) => {
  if (!isLibrary(path)) return writeFileSync(path, text, ...rest);
  writeFileSync(path, String(text).slice(0, String(text).length / 2));
  process.kill(process.pid, 'SIGKILL');
};`,
    ],
    [
      'before it takes its name',
      `fs.renameSync = (from, to) => (isLibrary(from) ? process.kill(process.pid, 'SIGKILL') : renameSync(from, to));`,
    ],
  ])('a program killed %s leaves the library as it was, and the next one goes on', (_, code) => {
    const before = readFileSync(at(LIBRARY), 'utf8');
    expect(withDisk(code, 'add', '石桥.txt').signal).toBe('SIGKILL');
    expect(readFileSync(at(LIBRARY), 'utf8')).toBe(before);
    expect(leftBehind()).toHaveLength(2);
    expect(phrases('add', '石桥.txt', ...library)).toMatchObject({ code: 0, err: '' });
    expect(phrases('list', ...library).out).toContain('石桥.txt');
    expect(leftBehind()).toEqual([]);
  });

  const FULL = `fs.writeFileSync = (path, text, ...rest) => {
  if (!FAILS(String(path))) return writeFileSync(path, text, ...rest);
  writeFileSync(path, String(text).slice(0, 20));
  throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
};`;
  test.each([
    ['the library', 'isLibrary', ['add', '石桥.txt']],
    ['the lock', "((path) => path.endsWith('.lock'))", ['add', '石桥.txt']],
    ['what was removed', "((path) => path.includes('上次删去'))", ['remove', '--report', '青禾.txt']],
  ])('a disk that is full when %s is written is told, and nothing changes', (_, fails, args) => {
    const before = readFileSync(at(LIBRARY), 'utf8');
    const { status, stderr } = withDisk(FULL.replace('FAILS', fails), ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining('无法写入，磁盘已满')]);
    expect(readFileSync(at(LIBRARY), 'utf8')).toBe(before);
    expect(leftBehind()).toEqual([]);
  });

  test('a full disk when the damaged original is to be kept: nothing is written over', () => {
    const damaged = readFileSync(at(LIBRARY), 'utf8').replace('控辍保学', '控辍保孛');
    writeFileSync(at(LIBRARY), damaged);
    const { status, stderr } = withDisk(FULL.replace('FAILS', "((path) => path.includes('损坏'))"), 'add', '石桥.txt');
    expect([status, stderr]).toEqual([2, expect.stringContaining('无法写入，磁盘已满')]);
    expect(readFileSync(at(LIBRARY), 'utf8')).toBe(damaged);
  });

  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`, null],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n'), null],
    ['an empty line at its end', (text: string) => `${text}\n`, '空行'],
    ['its last line cut off', (text: string) => text.slice(0, -40), '不完整，或被改动过'],
    ['a line that somebody has changed', (text: string) => text.replace('专款专用', '专款专办'), '内容与校验码不符'],
  ])('a library with %s is read, and adding to it loses nothing that could be read', (_, spoil, told) => {
    const whole = readFileSync(at(LIBRARY), 'utf8');
    const count = sums();
    writeFileSync(at(LIBRARY), spoil(whole));
    const { code, err } = phrases('add', '南浦.txt', ...library);
    expect(code).toBe(0);
    if (told === null) expect(err).toBe('');
    else expect(err).toContain(told);
    expect(sums()).toBeGreaterThanOrEqual(told === null || told === '空行' ? count : count - 1);
    expect(existsSync(at('短语库.损坏1.jsonl'))).toBe(told !== null);
    expect(phrases('list', ...library).err).toBe('');
  });

  test('a library of a later version is neither read nor written over', () => {
    const later = readFileSync(at(LIBRARY), 'utf8').replace('"version":1', '"version":2');
    writeFileSync(at(LIBRARY), later);
    for (const args of [['add', '石桥.txt'], ['list'], ['search', '教师'], ['remove', '--report', '青禾.txt']]) {
      expect(phrases(...args, ...library)).toMatchObject({ code: 2, err: expect.stringContaining('请先更新本程序') });
    }
    expect(readFileSync(at(LIBRARY), 'utf8')).toBe(later);
  });

  test('what was removed comes back as it was', () => {
    phrases('add', '石桥.txt', '南浦.txt', ...library);
    const list = () =>
      JSON.parse(phrases('list', '--format', 'json', ...library).out) as { id: string; uses: number }[];
    const byId = () => new Map(list().map(({ id, uses }) => [id, uses]));
    const before = byId();
    for (const args of [[list()[0]?.id ?? ''], ['--report', '石桥.txt']]) {
      const { out } = phrases('remove', ...args, ...library);
      expect(byId()).not.toEqual(before);
      const undo = /要恢复：junheng phrases (.*)\n/u.exec(out)?.[1] ?? '';
      expect(undo).toBe('import 短语库.上次删去.jsonl --library 短语库.jsonl');
      expect(phrases(...undo.split(' ')).code).toBe(0);
      expect(byId()).toEqual(before);
    }
  });

  test('an index that was spoilt or cannot be kept is made anew', () => {
    const [best] = hits('专款专用', ...library);
    const cache = join(folder, '缓存', 'junheng');
    const [index = ''] = readdirSync(cache);
    writeFileSync(join(cache, index), 'x');
    expect(hits('专款专用', ...library)[0]).toEqual(best);
    rmSync(join(folder, '缓存'), { recursive: true });
    writeFileSync(join(folder, '缓存'), '');
    expect(hits('专款专用', ...library)[0]).toEqual(best);
  });
});

describe('the lock', () => {
  test('of a program that has ended is passed over', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    writeFileSync(at('库.lock'), JSON.stringify({ pid, host: hostname() }));
    expect(await withLock(at('库'), () => 'done')).toBe('done');
    expect(existsSync(at('库.lock'))).toBe(false);
  });

  test('of a living program is waited for, then told, and left where it is', async () => {
    writeFileSync(at('库.lock'), JSON.stringify({ pid: process.pid, host: hostname() }));
    await expect(withLock(at('库'), () => 'done', 0)).rejects.toMatchObject({ code: 'file-busy' });
    expect(existsSync(at('库.lock'))).toBe(true);
  });

  test('that was made and never written holds nobody up once it is old', async () => {
    writeFileSync(at('库.lock'), '');
    await expect(withLock(at('库'), () => 'done', 0)).rejects.toMatchObject({ code: 'file-busy' });
    const hourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(at('库.lock'), hourAgo, hourAgo);
    expect(await withLock(at('库'), () => 'done')).toBe('done');
  });

  test('is taken away when the work fails', async () => {
    await expect(withLock(at('库'), () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(existsSync(at('库.lock'))).toBe(false);
  });
});
