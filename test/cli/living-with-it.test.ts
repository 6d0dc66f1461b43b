import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildDocx, buildZip, paragraph } from '../support/docx.ts';
import { commentsOf } from '../support/word-comments.ts';
import { program, temporaryFolder } from './program.ts';

const folder = temporaryFolder();
const SUM = '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。';
const WORD = '会议要求布署工作。';
const NOTHING = '没有发现问题';

/** A report in a folder of its own, so that what stands beside it is its own. */
function report(text: string, name: string): string {
  return folder.write(`${name}.txt`, `${text}\n`);
}

describe('decisions', () => {
  test('a finding dismissed by its number is not told again, and the summary says so', () => {
    const path = report(`${SUM}\n${WORD}`, '决定');
    expect(program(['check', path]).out).toMatch(/1．错误[^]*2．错误/);
    const made = program(['decisions', path, '--dismiss', '1', '--reason', '含教学点']);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toContain('不是问题　分项之和与合计不符');
    const { code, out } = program(['check', path]);
    expect(code).toBe(1);
    expect(out).not.toContain('28+9+5');
    expect(out).toContain('1．错误　第2行');
    expect(out).toContain('已由人判定不是问题、没有列出的有1处。');
    const [json] = JSON.parse(program(['check', path, '--format', 'json']).out);
    expect(json.findings).toHaveLength(1);
    expect(json.dismissed[0]).toMatchObject({ rule: 'sum-mismatch', decision: { reason: '含教学点' } });
    expect(program(['decisions', path]).out).toContain('含教学点');
  });

  test('numbers are those of a check by the same standards', () => {
    const path = report(`${SUM}\n教师培训经费占公用经费的4%。`, '同标准');
    const given = ['--standard', 'teacher-training-funds'];
    expect(program(['check', path, ...given]).out).toMatch(/1．错误[^]*2．提醒/);
    const { out } = program(['decisions', path, '--accept', '2', ...given]);
    expect(out).toContain('属实　未达到督导评估标准');
  });

  test('the exit code counts what is told', () => {
    const path = report(SUM, '只有一处');
    expect(program(['check', path]).code).toBe(1);
    program(['decisions', path, '--dismiss', '1']);
    expect(program(['check', path]).code).toBe(0);
  });

  test('an accepted one is told with its mark, in the page too', () => {
    const path = report(SUM, '属实');
    program(['decisions', path, '--accept', '1', '--reason', '下周改']);
    expect(program(['check', path]).out).toContain('已由人确认属实：下周改');
    expect(program(['check', path, '--format', 'html']).out).toContain('已由人确认属实：下周改');
  });

  test.each([
    [['--dismiss', '7'], '没有第7条发现'],
    [['--dismiss', '一'], '“一”不是编号'],
  ])('a slip is told and nothing is written: %s', (options, message) => {
    const path = report(SUM, '编号');
    const { code, err } = program(['decisions', path, ...options]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(folder.at('编号.decisions.yaml'))).toBe(false);
  });

  test('a file of decisions that is at fault stops the check of that report with a word', () => {
    const path = report(SUM, '坏决定');
    folder.write('坏决定.decisions.yaml', '决定: 都不要');
    const { code, err } = program(['check', path]);
    expect(code).toBe(2);
    expect(err).toContain('坏决定.decisions.yaml');
  });
});

test('a project switches rules off for the reports in its folder', () => {
  const path = report(`${SUM}\n${WORD}`, '设置');
  folder.write('junheng.yaml', '县名: 青禾县\n核对规则:\n  错别字: 关\n  sum-mismatch: 提醒\n');
  const { code, out } = program(['check', path]);
  folder.write('junheng.yaml', '');
  expect(code).toBe(0);
  expect(out).toContain('1．提醒');
  expect(out).not.toContain('布署');
  expect(out).toContain('按 junheng.yaml 的设置没有列出的有1处。');
});

test('--since tells only what is new, and only with it something is written beside the report', () => {
  const path = report(SUM, '新旧');
  const decisions = folder.at('新旧.decisions.yaml');
  program(['check', path]);
  expect(existsSync(decisions)).toBe(false);
  expect(program(['check', path, '--since']).out).toContain('28+9+5=42≠43');
  expect(readFileSync(decisions, 'utf8')).toContain('已见');
  const again = program(['check', path, '--since']);
  expect(again.code).toBe(0);
  expect(again.out).toContain('没有新出现的问题');
  report(`一、概况\n${SUM}\n${WORD}`, '新旧');
  const changed = program(['check', path, '--since']).out;
  expect(changed).toContain('布署');
  expect(changed).not.toContain('28+9+5');
  expect(program(['check', path]).out).toContain('28+9+5');
});

describe('several reports', () => {
  const one = '2023年全县小学在校生26400人。';
  const other = '2023年，全县小学在校生26040人。';

  test('of one submission are held against each other where that is asked for', () => {
    const paths = [report(one, '自评'), report(other, '汇报')];
    expect(program(['check', ...paths]).code).toBe(0);
    const { code, out } = program(['check', ...paths, '--together']);
    expect(code).toBe(1);
    expect(out).toContain('两份材料不一致');
    expect(out).toContain(`《${paths[0]}》第1行`);
  });

  test('last year’s is no report to be checked itself', () => {
    const last = report('全县专任教师2704人。\n会议布署。', '去年');
    const path = report('全县专任教师2874人，比上年增加120人。', '今年');
    const { code, out } = program(['check', path, '--against', last]);
    expect(code).toBe(0);
    expect(out).toContain('2704+120=2824≠2874');
    expect(out).not.toContain('布署');
  });
});

describe('forms of output', () => {
  test('a page, a list of problems and SARIF, by the ending of the file', () => {
    const path = report(SUM, '各式');
    for (const ending of ['html', 'xlsx', 'sarif']) {
      const target = folder.at(`结果.${ending}`);
      expect(program(['check', path, '-o', target]).code).toBe(1);
      expect(readFileSync(target).length).toBeGreaterThan(1000);
    }
    const page = readFileSync(folder.at('结果.html'), 'utf8');
    expect(page.replaceAll('&#x27;', "'")).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|https?:\/\//);
    expect(page).toContain('算式：28+9+5=42≠43');
    const log = JSON.parse(readFileSync(folder.at('结果.sarif'), 'utf8'));
    expect(log.runs[0].results[0].ruleId).toBe('sum-mismatch');
  });

  test('a workbook is no text for a terminal', () => {
    const { code, err } = program(['check', report(SUM, '表'), '--format', 'xlsx']);
    expect([code, err]).toEqual([2, '格式 xlsx 需要用 -o 给出输出文件。\n']);
  });
});

describe('the report itself with comments', () => {
  test('from a Word file: the file is left alone, the other one has the comment', () => {
    const original = buildDocx({ body: paragraph('自评报告') + paragraph(SUM) });
    const path = folder.write('批注.docx', original);
    const target = folder.at('批注后.docx');
    const { code, out, err } = program(['check', path, '-o', target]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('写入批注2处。原文件没有改动。');
    expect(readFileSync(path)).toEqual(Buffer.from(original));
    const anchored = commentsOf(readFileSync(target)).map((comment) => comment.anchored);
    expect(anchored).toEqual(['自评报告', '43所']);
    expect(program(['decisions', target]).out).toBe('批注没有动过，也还没有作过决定。\n');
  });

  test('from a plain text, with corrections', () => {
    const target = folder.at('文本批注.docx');
    const { err } = program(['check', report(`${SUM}\n${WORD}`, '文本'), '-o', target, '--fix']);
    expect(err).toContain('修订1处');
    expect(commentsOf(readFileSync(target)).map(({ anchored }) => anchored)).toContain('43所');
  });

  test.each([
    [['--fix'], '--fix 把改正写成 Word 修订'],
    [['--format', 'docx'], '格式 docx 需要用 -o 给出输出文件'],
  ])('a slip is told: %s', (options, message) => {
    const { code, err } = program(['check', report(SUM, '误'), ...options]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('never onto itself', () => {
    const path = folder.write('自身.docx', buildDocx({ body: paragraph(SUM) }));
    expect(program(['check', path, '-o', path]).code).toBe(2);
  });

  test('what was done to the comments becomes decisions about the report that it came from', () => {
    const path = folder.write('原稿.docx', buildDocx({ body: paragraph('自评报告') + paragraph(SUM) }));
    const target = folder.at('退回.docx');
    program(['check', path, '-o', target]);
    // a person deletes the comment about the sum
    const parts = Object.fromEntries(
      Object.entries(unzipSync(readFileSync(target))).map(([name, content]) => [name, strFromU8(content)]),
    );
    parts['word/comments.xml'] = (parts['word/comments.xml'] ?? '').replace(
      /<w:comment w:id="1"[^]*?<\/w:comment>/,
      '',
    );
    parts['word/document.xml'] = (parts['word/document.xml'] ?? '').replaceAll(/<w:comment\w+ w:id="1"\/>/g, '');
    folder.write('退回.docx', buildZip(parts));
    const { code, out } = program(['decisions', target, '--report', path]);
    expect(code).toBe(0);
    expect(out).toContain('批注已删除');
    expect(program(['check', path]).code).toBe(0);
    expect(existsSync(folder.at('退回.decisions.yaml'))).toBe(false);
  });
});

describe('the manual', () => {
  test('has a page for every rule, with what is told in its examples', () => {
    const { code, out } = program(['manual', 'sum-mismatch']);
    expect(code).toBe(0);
    expect(out).toContain('# 分项之和与合计不符');
    expect(out).toMatch(/> 全区在校生9605人[^]*算式：3188\+6409=9597≠9605/);
    expect(program(['manual', '错别字']).out).toContain('规则 `wrong-form`');
    expect(program(['manual', 'reading']).out).toContain('读入文件时会丢失什么');
  });

  test('is written into a folder as a whole', () => {
    const target = folder.at('手册');
    expect(program(['manual', '-o', target]).code).toBe(0);
    const index = readFileSync(folder.at('手册', 'index.md'), 'utf8');
    for (const [, file] of index.matchAll(/\]\(([^)]+)\)/g)) {
      const page = readFileSync(folder.at('手册', file ?? ''), 'utf8');
      expect(page).toMatch(/^# \S/);
      // each example that must fire shows what is said
      const fires = /## 会提示的例子\n([^]*?)\n## /.exec(page)?.[1] ?? '> 错误：';
      expect(fires).toMatch(/错误：|提醒：|说明：/);
    }
  });

  test('a page that is not there', () => {
    expect(program(['manual', '没有']).code).toBe(2);
  });
});

test('a report without findings says so', () => {
  expect(program(['check', report('全县现有学校42所：小学28所、初中9所、九年一贯制学校5所。', '好')]).out).toContain(
    NOTHING,
  );
});
