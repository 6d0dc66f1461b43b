import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDocx, paragraph } from '../support/docx.ts';
import { MAIN, program, SOUND, temporaryFolder, WRONG } from './program.ts';

const folder = temporaryFolder();
const STANDARD = readFileSync(new URL('../../src/standards/national/basic-balance-2012.yaml', import.meta.url), 'utf8');

describe('exit codes', () => {
  test('0 where nothing is wrong', () => {
    const { code, out, err } = program(['check', folder.write('好.txt', SOUND)]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('小结：没有发现问题。');
  });

  test('0 where there is only something to review', () => {
    const text = '全县初中三年巩固率为97.8%。\n2023年全县初中三年巩固率为98.6%。\n';
    const { code, out } = program(['check', '-'], { input: text });
    expect(code).toBe(0);
    expect(out).toContain('提醒　第2行');
  });

  test('1 where figures contradict each other', () => {
    expect(program(['check', folder.write('错.txt', WRONG)]).code).toBe(1);
  });

  test('2 outweighs 1', () => {
    expect(program(['check', folder.write('错.txt', WRONG), folder.at('没有.txt')]).code).toBe(2);
  });
});

describe('text', () => {
  test('a finding tells its place, its words, its arithmetic; the summary tells how much was tested', () => {
    const path = folder.write('错.txt', WRONG);
    const { out } = program(['check', path]);
    expect(out.split('\n')[0]).toBe(path);
    expect(out).toContain('错误　第2行　一、基本情况\n  全县现有学校【43所】：');
    expect(out).toContain('  算式：28+9+5=42≠43\n');
    expect(out).toMatch(/小结：错误1处。\n {2}读出数字4个；核对关系1条：相符0条，不符1条，待核0条，无法判断0条。/u);
    expect(out).toContain('对照标准：县域义务教育均衡发展督导评估暂行办法（教督〔2012〕3号）');
    expect(out).not.toContain('\u001b');
  });

  test('a redacted operand is told with its reason', () => {
    const { code, out } = program(['check', '-'], {
      input: '全县现有学校43所：小学28所、初中**所、九年一贯制学校5所。\n',
    });
    expect(code).toBe(0);
    expect(out).toContain('隐去的数字1个');
    expect(out).toMatch(/无法判断1条：.*隐去/u);
  });

  test('a text without relations is not praised', () => {
    expect(program(['check', '-'], { input: '全县教育工作稳步推进。\n' }).out).toContain('不等于没有差错');
  });

  test('what the reader noticed is told; a paragraph of Word is called 段', () => {
    const inserted = paragraph(
      '<w:ins w:id="1"><w:r><w:t>全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。</w:t></w:r></w:ins>',
    );
    const path = folder.write('修订.docx', buildDocx({ body: paragraph('一、基本情况') + inserted }));
    const { out } = program(['check', path]);
    expect(out).toContain('读取说明：（第2段起）文中有未处理的修订');
    expect(out).toContain('错误　第2段　一、基本情况');
  });

  test('several files end with a total', () => {
    const paths = [folder.write('好.txt', SOUND), folder.write('错.txt', WRONG)];
    expect(program(['check', ...paths]).out).toMatch(/\n共核对2份报告：错误1处。\n$/u);
  });

  test('a reader that closes the pipe early is no fault', () => {
    const path = folder.write('长.txt', WRONG.repeat(2000));
    const { stderr } = spawnSync('sh', ['-c', '"$0" "$1" extract "$2" | head -c 9', process.execPath, MAIN, path], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  });
});

describe('JSON', () => {
  test('an array with the keys of the contract', () => {
    const [record, ...rest] = JSON.parse(
      program(['check', folder.write('错.txt', WRONG), '--format', 'json']).out,
    ) as Record<string, unknown>[];
    expect(rest).toEqual([]);
    expect(Object.keys(record ?? {})).toEqual([
      'file',
      'kind',
      'title',
      'sections',
      'notes',
      'figures',
      'relations',
      'findings',
    ]);
    expect(record?.['findings']).toMatchObject([
      {
        rule: 'sum-mismatch',
        type: 'sum',
        severity: 'error',
        evidence: '28+9+5=42≠43',
        stated: 43,
        computed: 42,
        suggestion: null,
        positions: [
          { start: { line: 2, column: 7, offset: 13 }, end: { line: 2, column: 10, offset: 16 } },
          {},
          {},
          {},
        ],
      },
    ]);
    expect(record?.['relations']).toMatchObject([{ type: 'sum', verdict: 'broken', holds: false, because: null }]);
  });

  test('-o chooses by its ending and leaves standard output alone', () => {
    const output = folder.at('结果.json');
    const { code, out } = program(['check', folder.write('错.txt', WRONG), '-o', output]);
    expect([code, out]).toEqual([1, '']);
    expect(JSON.parse(readFileSync(output, 'utf8'))).toHaveLength(1);
    program(['check', folder.write('错.txt', WRONG), '-o', folder.at('结果.txt')]);
    expect(readFileSync(folder.at('结果.txt'), 'utf8')).toContain('小结：错误1处。');
  });

  test('standard input is a file named -', () => {
    const [record] = JSON.parse(program(['check', '-', '--format', 'json'], { input: SOUND }).out) as {
      file: string;
    }[];
    expect(record?.file).toBe('-');
  });
});

test('a folder is every readable report in it, in order', () => {
  const within = temporaryFolder();
  within.write('第10份.txt', SOUND);
  within.write('第2份.md', `# ${SOUND}`);
  within.write('第3份.docx', buildDocx({ body: paragraph('全县有小学45所。') }));
  within.write('.隐藏.txt', WRONG);
  within.write('~$第3份.docx', 'x');
  within.write('数据.xlsx', 'x');
  within.write('版式.ofd', 'x');
  mkdirSync(within.at('下级'));
  const { code, out, err } = program(['check', '.', '--format', 'json'], { cwd: within.path });
  expect(code).toBe(0);
  expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file)).toEqual([
    '第2份.md',
    '第3份.docx',
    '第10份.txt',
  ]);
  expect(err).toBe('.：有1个文件的格式不能读取，已略过：版式.ofd。\n');
});

describe('--standard', () => {
  test('a file is added to the national ones', () => {
    const strict = STANDARD.replace(/^id: .*$/mu, 'id: strict').replace(/^name: .*$/mu, 'name: 从严标准');
    const { code, out } = program(['check', '-', '--standard', folder.write('从严.yaml', strict)], { input: SOUND });
    expect(code).toBe(0);
    expect(out).toMatch(/对照标准：.*暂行办法.*、从严标准/u);
  });

  test.each([
    ['no YAML file', '标准.docx', '标准.docx：标准文件应是 .yaml，或给出内置标准的编号。'],
    ['an unknown id', 'basic', '没有标准“basic”；内置的有basic-balance-2012、class-size-2016'],
    ['a file that is not there', '没有.yaml', '没有.yaml：无法读取，文件不存在。'],
  ])('refuses %s', (_, standard, words) => {
    const { code, out, err } = program(['check', '-', '--standard', standard], { input: SOUND });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  test('an id takes the place of what the report would be held against', () => {
    const { code, out } = program(['check', '-', '--standard', 'quality-balance-2017'], { input: SOUND });
    expect(code).toBe(0);
    expect(out).toMatch(/对照标准：(?!.*暂行办法).*优质均衡/u);
  });

  test('a file under the id of a bundled one takes its place', () => {
    const strict = STANDARD.replace(/^name: .*$/mu, 'name: 从严标准');
    const { out } = program(['check', '-', '--standard', folder.write('同号.yaml', strict)], { input: SOUND });
    expect(out).toMatch(/对照标准：从严标准/u);
    expect(out).not.toContain('暂行办法');
  });

  test('a file that fits no report is told', () => {
    const later = STANDARD.replace(/^id: .*$/mu, 'id: later').replace(/^kinds: .*$/mu, 'kinds: [county-quality]');
    const { code, err } = program(['check', '-', '--standard', folder.write('后.yaml', later)], { input: SOUND });
    expect(code).toBe(0);
    expect(err).toContain('没有用上');
  });

  test('a file of the old Chinese encoding is read', () => {
    // 名称 in GB18030
    const bytes = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x3a, 0x20, 0x31, 0x0a]);
    const { err } = program(['check', '-', '--standard', folder.write('旧.yaml', bytes)], { input: SOUND });
    expect(err).toContain('缺少“编号”。');
  });

  test('refuses a file that is no standard, naming it', () => {
    const path = folder.write('坏.yaml', 'id: x\n');
    const { code, err } = program(['check', '-', '--standard', path], { input: SOUND });
    expect(code).toBe(2);
    expect(err).toContain(path);
  });
});
