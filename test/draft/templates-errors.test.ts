import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/cli/kinds.ts';
import { checkKind, type KindFiles } from '../../src/jobs/kind-files.ts';
import { bundledKind, kindWith, standards } from './support/bundled.ts';

/** What is wrong with a kind, a line each. */
function faults(kind: KindFiles): readonly string[] {
  return checkKind(kind, standards())
    .faults.split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^test\//u, ''));
}

const section = (text: string): readonly string[] => faults(kindWith(text));

describe('kind.yaml', () => {
  const kind = (text: string, files: Readonly<Record<string, string>> = {}): readonly string[] =>
    faults({ name: 'test', files: new Map([['kind.yaml', text], ...Object.entries(files)]) });

  test('every mistake is told with line and column, at once', () => {
    const text = [
      'id: test',
      'titel: 报告',
      'sections: [a.md, b.md, a.md, ../c.md]',
      'standards: [basic-balance-2021]',
      'needs:',
      '  - { indicator: pupil }',
      '  - { indicator: pupils, stages: [中学], years: 0, unit: 万元, optinal: true }',
      '  - { indicator: text:合唱团数 }',
      '  - { indicator: gdp }',
      '  - { indicator: gdp, optional: 是 }',
      '  - 数据',
      '  - { indicator: text:在校生数, unit: 人 }',
    ].join('\n');
    expect(kind(text, { 'a.md': '甲。' })).toEqual([
      'kind.yaml：第1行第1列：缺少“title”。',
      'kind.yaml：第2行第1列：不认识“titel”，是不是“title”？可用的有id、title、sections、needs、standards、subject。',
      'kind.yaml：第3行第18列：列出的章节文件 b.md 不存在，是不是“a.md”？',
      'kind.yaml：第3行第24列：章节文件“a.md”列了两次。',
      'kind.yaml：第3行第30列：章节文件“../c.md”应是同一文件夹里的 .md 文件名，不含路径。',
      'kind.yaml：第4行第13列：列出的标准 basic-balance-2021 不存在，是不是“basic-balance-2012”？',
      'kind.yaml：第6行第18列：词表里没有编号“pupil”，是不是“pupils”？',
      expect.stringMatching(/第7行第35列：没有学段“中学”，学段有小学、初中/),
      'kind.yaml：第7行第47列：“years”应是 1 到 10 的整数，不是“0”。',
      'kind.yaml：第7行第56列：在校生数单位是“人”，可加“万”“亿”，不能是“万元”。',
      expect.stringContaining('第7行第60列：不认识“optinal”，是不是“optional”？'),
      "kind.yaml：第8行第5列：“text:合唱团数”不在词表中，要写明“unit”（单位），没有单位的写 unit: ''。",
      'kind.yaml：第10行第5列：gdp列了两次。',
      'kind.yaml：第10行第33列：“optional”应为 true 或 false。',
      expect.stringContaining('第11行第5列：needs 的每一项应是'),
      'kind.yaml：第12行第18列：“在校生数”词表里已有，编号是 pupils，请用编号。',
    ]);
  });

  test.each([
    ['id: [', /第1行第\d+列：YAML 写法有误/],
    ['id: test\nid: test', /第2行第1列：YAML 写法有误（同一个键写了两次）/],
    ['- a', /第1行第1列：文件内容应是/],
    ['id: test\ntitle: x\nsections: []', /“sections”至少要列出一个章节文件/],
    [`a: &a [x,x]\nb: &b [*a,*a]\nsections: [*b,*b]\n`, /kind\.yaml/],
    ['x'.repeat(300_000), /文件太大/],
  ])('%.40j', (text, message) => {
    expect(kind(text).join('\n')).toMatch(message);
  });
});

describe('templates', () => {
  test.each([
    ['{{figrue "pupils"}}', '第1行第1列：不认识“figrue”', '是不是“figure”？'],
    ['{{figure "pupls"}}', '第1行第10列：没有名为“pupls”的数据', '是不是“pupils”？'],
    ['{{figure "在校生数"}}', '第1行第10列', '它的编号是“pupils”'],
    ['{{figure "pupils" stge="小学"}}', '第1行第19列：“figure”没有“stge”这个选项', '是不是“stage”？'],
    ['{{conty}}', '不认识“conty”', '是不是“county”？'],
    ['{{#prat}}甲{{/prat}}', '不认识“prat”', '是不是“part”？'],
    ['甲，共2所，\n2019年9所。', '第1行第4列：数字“2”没有出处', '第2行第6列：数字“9”没有出处'],
    ['{{role "captoin"}}表', '第1行第1列', 'role 只能是'],
    ['{{#if (has "gdp")}}{{else}}{{figure "pupils" in="万元"}}{{/if}}', '第1行第28列', '单位是“人”'],
    ['{{series "pupils" years=100000000}}', '第1行第25列', 'years 应为 1 到 20 的整数'],
    ['{{yearName 99999}}', '第1行第12列', 'yearName 应为 -20 到 20 的整数'],
  ])('%j: %s', (text, place, words) => {
    const told = section(text).join('\n');
    expect(told).toContain(place);
    expect(told).toContain(words);
  });

  test('broken marks are told with their column, and hide nothing behind them', () => {
    expect(section('甲{{figure "gdp}}乙。\n\n{{pupils}}丙。\n\n丁{{figure (sum "gdp"}}。\n\n共3所。')).toEqual([
      expect.stringMatching(/^section\.md：第1行第\d+列：.*写得不完整/),
      expect.stringMatching(/^section\.md：第3行第1列：不认识“pupils”/),
      expect.stringMatching(/^section\.md：第5行第\d+列：.*写得不完整/),
      expect.stringMatching(/^section\.md：第7行第2列：数字“3”没有出处/),
    ]);
  });

  test.each(kindIds())('the bundled kind %s has no fault in any branch', (id) => {
    expect(checkKind(loadKind(id), standards())).toEqual({ faults: '', notices: [] });
  });
});

describe('an office folder laid over the bundled kind', () => {
  const overlaid = (files: Readonly<Record<string, string>>): KindFiles => ({
    ...bundledKind(),
    overlay: { folder: '模板', files: new Map(Object.entries(files)) },
  });

  test('faults are told by the place in the office folder', () => {
    expect(
      faults(overlaid({ '20-attainment.md': '{{figur "gdp"}}', 'kind.yaml': 'needs: [{ indicator: gpd }]' })),
    ).toEqual([
      expect.stringContaining('模板/county-basic/kind.yaml：第1行第22列：词表里没有编号“gpd”，是不是“gdp”？'),
      expect.stringContaining('模板/county-basic/20-attainment.md：第1行第1列：不认识“figur”'),
    ]);
  });

  test('a file that replaces nothing and is listed nowhere is told', () => {
    expect(checkKind(overlaid({ '20-attainmnt.md': '甲。' }), standards())).toEqual({
      faults: '',
      notices: [
        '模板/county-basic/20-attainmnt.md：没有用上，它不替换自带的章节，kind.yaml 的 sections 也没有列出它，是不是“20-attainment.md”？',
      ],
    });
  });

  test('the office lists its own sections, and adds to or changes the data asked for', async () => {
    const { openKind } = await import('../../src/jobs/kind-files.ts');
    const kind = overlaid({
      'kind.yaml':
        'sections: [00-opening.md, 70-own.md]\nneeds:\n  - { indicator: gdp, years: 3 }\n  - { indicator: "text:合唱团数", unit: 个 }',
      '70-own.md': '## 七、合唱\n\n合唱团{{figure "text:合唱团数"}}。',
    });
    const opened = openKind(kind);
    expect(opened.problems).toEqual([]);
    expect(opened.origin).toBe('overlaid');
    expect(opened.templates.map(({ name }) => name)).toEqual([
      'county-basic/00-opening.md',
      '模板/county-basic/70-own.md',
    ]);
    const needs = new Map(opened.kind.needs.map((need) => [need.indicator, need]));
    expect(needs.get('gdp')).toMatchObject({ unit: '亿元', years: 3, topic: '县情' });
    expect(needs.get('text:合唱团数')).toMatchObject({ unit: '个' });
    expect(needs.has('pupils')).toBe(true);
  });

  test('a kind of its own must be whole and bear the name of its folder', () => {
    const own = (text: string): KindFiles => ({
      name: '镇校月报',
      files: new Map(),
      overlay: {
        folder: '模板',
        files: new Map([
          ['kind.yaml', text],
          ['a.md', '甲。'],
        ]),
      },
    });
    expect(faults(own('id: 镇校月报\ntitle: 月报\nsections: [a.md]'))).toEqual([]);
    expect(faults(own('id: 月报\nsections: [a.md]')).join('\n')).toMatch(
      /缺少“title”[\s\S]*编号“月报”与文件夹名“镇校月报”不同/,
    );
  });
});
