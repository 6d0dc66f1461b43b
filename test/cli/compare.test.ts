import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { program, temporaryFolder } from './program.ts';

const folder = temporaryFolder();
const old = folder.write(
  '去年.txt',
  '青禾县义务教育均衡发展自评报告\n一、基本情况\n全县小学在校生18407人。2022年全县初中三年巩固率为96.8%。全县计算机3021台。\n',
);
const now = folder.write(
  '今年.txt',
  '青禾县义务教育均衡发展自评报告\n一、基本情况\n全县小学在校生18216人。2022年全县初中三年巩固率为98.6%。全县计算机4586台。全县图书74.43万册。\n',
);

describe('compare', () => {
  test('tells what matters as text; a contradiction that may be a revision is no error', () => {
    const { code, out, err } = program(['compare', old, now]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      '两份报告都有的数2个：变动2个，未变0个，变动异常1个；只在去年报告中的0个，只在今年报告中的1个',
    );
    expect(out).toContain('【前后不一、疑未更新】\n1．提醒');
    expect(out).toMatch(/计算机台数 +3021台 +4586台 +\+1565台 +\+51.8% +变动超过三分之一/u);
    expect(out).toContain('图书册数74.43万册（第3行）');
  });

  test('the project may make a contradiction an error: then the exit code is 1', () => {
    const strict = temporaryFolder();
    strict.write('junheng.yaml', '核对规则:\n  往年数据与去年的报告不同: 错误\n');
    const here = strict.write('今年.txt', readFileSync(now));
    expect(program(['compare', old, here]).code).toBe(1);
  });

  test('json holds every figure, its sides and its change', () => {
    const { out } = program(['compare', old, now, '--format', 'json', '--sort', 'change']);
    const { figures, onlyNew, findings } = JSON.parse(out);
    expect(figures.map(({ name, change }: { name: string; change: number }) => [name, change])).toEqual([
      ['计算机台数', 1565],
      ['小学在校生数', -191],
    ]);
    expect([onlyNew.length, findings.length]).toEqual([1, 1]);
  });

  test.each(['xlsx', 'html'])('writes .%s', (ending) => {
    const output = folder.at(`对照.${ending}`);
    expect(program(['compare', old, now, '-o', output]).code).toBe(0);
    const bytes = readFileSync(output);
    if (ending === 'xlsx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
    else expect(bytes.toString()).toContain('<td>小学在校生数</td>');
  });

  test.each([
    [
      'another county',
      ['compare', old, folder.write('别县.txt', '临溪县义务教育均衡发展自评报告\n小学在校生5人。\n')],
      '不是同一个县',
    ],
    ['a file that is not there', ['compare', old, folder.at('没有.txt')], '没有.txt'],
    ['an output that is an input', ['compare', old, now, '-o', now], '输出文件就是要读取的文件'],
    ['an unknown order', ['compare', old, now, '--sort', 'name'], '没有排序'],
    ['xlsx without a file', ['compare', old, now, '--format', 'xlsx'], '需要用 -o'],
  ])('%s: exit code 2 and a word on it', (_, args, words) => {
    const { code, err } = program(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('check --data', () => {
  const project = folder.at('项目');
  const report = folder.at('报告.docx');
  const workbook = folder.at('项目', '数据.xlsx');
  program(['init', project, '--sample']);
  program(['draft', project, '-o', report]);
  const text = program(['extract', report, '--format', 'text']).out;
  const wrong = folder.write('改.txt', text.replace('其中小学18216人', '其中小学18261人'));

  test('a draft agrees with its workbook, and the summary says how much was compared', () => {
    const { code, out } = program(['check', report, '--data', workbook]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /与数据工作簿《.*数据\.xlsx》（2024年）对照：有名称的数\d+个，对上\d+个，其中相符\d+个，不符0个/u,
    );
  });

  test('the cell is told in every form', () => {
    const { code, out } = program(['check', wrong, '--data', workbook]);
    expect(code).toBe(1);
    expect(out).toMatch(/“小学在校生数”此处为18261人，工作簿中为18216人（县情!F19），请核对/u);
    expect(out).toMatch(/另见《.*数据\.xlsx》县情!F19　18216人/u);
    const json = JSON.parse(program(['check', wrong, '--data', workbook, '--format', 'json']).out)[0];
    expect(json.data).toMatchObject({ different: 1, year: '2024' });
    const finding = json.findings.find(({ rule }: { rule: string }) => rule === 'data-conflict');
    expect(finding).toMatchObject({ type: 'equal', stated: 18261, computed: 18216 });
    expect(finding.elsewhere).toEqual([{ file: workbook, line: null, cells: ['县情!F19'], text: '18216人' }]);
    for (const format of ['html', 'sarif']) {
      expect(program(['check', wrong, '--data', workbook, '--format', format]).out).toContain('县情!F19');
    }
    for (const ending of ['docx', 'xlsx']) {
      const output = folder.at(`结果.${ending}`);
      expect(program(['check', wrong, '--data', workbook, '-o', output]).code).toBe(1);
      expect(existsSync(output)).toBe(true);
    }
  });

  test('a workbook that is none ends with exit code 2', () => {
    const { code, err } = program(['check', wrong, '--data', folder.write('坏.xlsx', 'no workbook')]);
    expect(code).toBe(2);
    expect(err).toContain('坏.xlsx');
  });
});
