import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    expect(hits('教师培训经费', ...library)[0].uses).toBe(2);
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

  test('is taken away when the work fails', async () => {
    await expect(withLock(at('库'), () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(existsSync(at('库.lock'))).toBe(false);
  });
});
