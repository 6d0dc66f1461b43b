import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/jobs/check.ts';
import { parseStandard } from '../../src/standards/parse.ts';
import { buildDocx, paragraph } from '../support/docx.ts';
import { program, temporaryFolder } from './program.ts';

const MOST_SECONDS = 15;
const PLANTED = new URL('../../corpus/sample/示例报告（含错）.txt', import.meta.url);
const NATIONAL = new URL('../../src/standards/national/', import.meta.url);

/** What was planted in the sample report: the rule that must find it, and words of its arithmetic. */
const ERRORS: readonly (readonly [rule: string, evidence: string])[] = [
  ['sum-mismatch', '34+13+6=53≠52'],
  ['share-mismatch', '1467÷1956=75%≠78%'],
  ['list-count-mismatch', '共列出3项'],
  ['trend-mismatch', '720>698'],
  ['growth-mismatch', '(1012-920)÷920=10%≠12%'],
  ['implausible-size', '426平方公里'],
  ['numbering-gap', '一,二,四'],
  ['impossible-rate', '100.6>100'],
  ['value-conflict', '98.7≠97.8'],
];

describe('the sample report with planted errors', async () => {
  const standards = readdirSync(NATIONAL).map((name) =>
    parseStandard(name, readFileSync(new URL(name, NATIONAL), 'utf8')),
  );
  const { findings } = (await check('示例报告（含错）.txt', readFileSync(PLANTED), standards)).result;

  test.each(ERRORS)('%s is found: %s', (rule, evidence) => {
    expect(findings.filter((finding) => finding.rule === rule && finding.evidence?.includes(evidence))).toHaveLength(1);
  });

  test('and nothing else is told', () => {
    expect(findings.map(({ rule, evidence }) => `${rule} ${evidence}`)).toHaveLength(ERRORS.length);
  });
});

describe('demo', () => {
  const folder = temporaryFolder();

  test('drafts, checks, says where the files are, in time', () => {
    const start = performance.now();
    const { code, out, err } = program(['demo'], { cwd: folder.path });
    expect((performance.now() - start) / 1000).toBeLessThan(MOST_SECONDS);
    expect([code, err]).toEqual([0, '']);
    for (const [, evidence] of ERRORS) expect(out).toContain(evidence);
    const paths = [...out.split('文件都在这里：')[1]!.matchAll(/ {2}\S+　(.+)/gu)].map(([, path]) => path ?? '');
    expect(paths).toHaveLength(7);
    expect(paths.filter((path) => !existsSync(folder.at(path)) && !existsSync(path))).toEqual([]);
  });

  test('nothing is found in the draft but what the writer still has to write', () => {
    const { code, out } = program(['check', folder.at('output', '青禾县自评报告.docx')]);
    expect(out.match(/\d+．(?:错误|提醒|说明)　/gu)).toEqual(['1．提醒　']);
    expect(out).toContain('未填写的占位“【待填…】”4处');
    expect(code).toBe(0);
  });

  test('again: the workbook is used as it is, an edited draft is left alone', () => {
    const workbook = readFileSync(folder.at('output', '青禾县', '数据.xlsx'));
    const edited = buildDocx({ body: paragraph('全县有小学45所。') });
    writeFileSync(folder.at('output', '青禾县自评报告.docx'), edited);
    const { code, out } = program(['demo'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(out).toContain('被人修改过，没有重新起草');
    expect(readFileSync(folder.at('output', '青禾县自评报告.docx'))).toEqual(Buffer.from(edited));
    expect(readFileSync(folder.at('output', '青禾县', '数据.xlsx'))).toEqual(workbook);
  });

  test('is not in the help', () => {
    expect(program(['--help']).out).not.toContain('demo');
  });
});
