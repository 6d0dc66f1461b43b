import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/jobs/check.ts';
import type { Finding } from '../../src/model/relation.ts';
import type { CheckedReport } from '../../src/write/checked-report.ts';
import { DESCRIBED_RULES } from '../../src/write/described-rules.ts';
import { sarif } from '../../src/write/sarif.ts';
import { buildDocx, paragraph } from '../support/docx.ts';
import { type Log, type Region, type Result, type Run, sarifFaults } from '../support/sarif.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const utf8 = (text: string) => new TextEncoder().encode(text);

async function checked(file: string, content: string | Uint8Array): Promise<CheckedReport> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return { ...(await check(file, bytes, [])), standards: [] };
}

/** The run that is written, which must be valid. */
function log(...reports: CheckedReport[]): Run {
  const written = JSON.parse(sarif(reports, '1.2.3')) as Log;
  expect(sarifFaults(written)).toEqual([]);
  return written.runs[0] as Run;
}

/** What a region says, cut out of the text again. */
function cut(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split('\n').slice(startLine - 1, endLine);
  lines.push((lines.pop() ?? '').slice(0, endColumn - 1));
  return lines.join('\n').slice(startColumn - 1);
}

const TEXT =
  '清河县义务教育均衡发展报告\n一、基本情况\n全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n全县初中三年巩固率为98.6%。\n' +
  '二、存在问题\n全县初中三年巩固率为96.8%，见错误！未找到引用源。';

describe('a log', () => {
  test('of several files is valid, and each result is of its file', async () => {
    const { results, artifacts } = log(
      await checked('材料/甲 县.txt', TEXT),
      await checked('-', '全县小学巩固率为100.3%。'),
      await checked('空话.md', '工作稳步推进。'),
    );
    expect(artifacts.map(({ location }) => decodeURIComponent(location.uri))).toEqual([
      '材料/甲 县.txt',
      '标准输入',
      '空话.md',
    ]);
    expect(artifacts[1]?.properties).toMatchObject({ figures: 1, standards: [] });
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(
      new Set(['sum-mismatch', 'value-conflict', 'leftover', 'impossible-rate']),
    );
    for (const { locations, relatedLocations = [] } of results) {
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { uri, index } = physicalLocation.artifactLocation;
        expect(artifacts[index]?.location.uri).toBe(uri);
      }
    }
  });

  test.each(['bulletin', 'congress', 'county-clean', 'county-faulty', 'prose', 'school'])(
    'of the report %s is valid, and its regions are what was found',
    async (name) => {
      const text = read(`../fixtures/reports/${name}/report.txt`);
      const report = await checked(`${name}.txt`, text);
      const { results, tool } = log(report);
      expect(results).toHaveLength(report.result.findings.length);
      for (const { ruleId, ruleIndex, locations, relatedLocations = [] } of results) {
        expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
        for (const { physicalLocation } of [...locations, ...relatedLocations]) {
          const region = physicalLocation.region as Region;
          expect(cut(text, region)).toBe(region.snippet.text);
        }
      }
    },
  );

  test('of no file, and of a file given twice', async () => {
    expect(log().results).toEqual([]);
    const twice = log(await checked('a.txt', TEXT), await checked('./a.txt', TEXT));
    expect(twice.artifacts).toHaveLength(1);
  });

  test('names the program, its version and its rules', () => {
    const { driver } = log().tool;
    expect(driver).toMatchObject({ name: 'junheng', version: '1.2.3', language: 'zh-CN' });
    expect(driver.rules.map(({ id }) => id)).toEqual(DESCRIBED_RULES.map(({ id }) => id));
  });

  test('tells what the reader noticed', async () => {
    const { invocations } = log(await checked('a.md', '---\ntitle: a\n---\n工作稳步推进。'));
    expect(invocations[0]?.toolExecutionNotifications.map(({ descriptor }) => descriptor.id)).toContain('front-matter');
  });
});

describe('a result', () => {
  test('has message, arithmetic, region, section and the other places', async () => {
    const { results } = log(await checked('a.txt', TEXT));
    const [sum] = results.filter(({ ruleId }) => ruleId === 'sum-mismatch');
    expect(sum?.level).toBe('error');
    expect(sum?.message.text).toMatch(/^文中“学校数”43所.*\n算式：28\+9\+5=42≠43$/u);
    expect(sum?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'a.txt', index: 0 },
          region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 10, snippet: { text: '43所' } },
        },
        logicalLocations: [{ fullyQualifiedName: '一、基本情况' }],
        message: { text: expect.stringContaining('第3行　全县现有学校【43所】') },
        properties: { line: 3, column: 7 },
      },
    ]);
    expect(sum?.relatedLocations).toHaveLength(3);
    const [leftover] = results.filter(({ ruleId }) => ruleId === 'leftover');
    expect(leftover?.message.text).toContain('\n建议：删去');
  });

  test('of a file with Windows line ends has the same lines and columns', async () => {
    const { results } = log(await checked('a.txt', TEXT.replaceAll('\n', '\r\n')));
    expect(results).toEqual(log(await checked('a.txt', TEXT)).results);
  });

  test('of a Word or Markdown file has no region, but its paragraph', async () => {
    const word = await checked(
      'a.docx',
      buildDocx({
        body: TEXT.split('\n')
          .map((line) => paragraph(line))
          .join(''),
      }),
    );
    const { results } = log(word, await checked('a.md', TEXT.replaceAll('\n', '\n\n')));
    const sums = results.filter(({ ruleId }) => ruleId === 'sum-mismatch');
    expect(sums).toHaveLength(2);
    for (const { locations } of sums) {
      expect(locations[0]?.physicalLocation).not.toHaveProperty('region');
      expect(locations[0]?.properties?.column).toBe(7);
      expect(locations[0]?.message?.text).toContain('全县现有学校【43所】');
    }
    expect(sums[0]?.locations[0]?.message?.text).toMatch(/^第3段/u);
  });

  test('without a place is one of the whole file', async () => {
    const one = await checked('a.txt', TEXT);
    const finding: Finding = { ...(one.result.findings[0] as Finding), spans: [] };
    const { results } = log({ ...one, result: { ...one.result, findings: [finding] } });
    expect(results[0]?.locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'a.txt', index: 0 } } }]);
  });

  test('tells its places in other reports', async () => {
    const one = await checked('a.txt', TEXT);
    const elsewhere = [{ file: '去年/报告.docx', line: 12, text: '43所' }];
    const { results } = log({
      ...one,
      result: { ...one.result, findings: [{ ...(one.result.findings[0] as Finding), elsewhere }] },
    });
    expect(results[0]?.relatedLocations?.at(-1)).toMatchObject({
      physicalLocation: { artifactLocation: { uri: encodeURI('去年/报告.docx') } },
      message: { text: '《去年/报告.docx》第12行　43所' },
    });
  });

  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'note'],
  ] as const)('of severity %s has the level %s', async (severity, level) => {
    const one = await checked('a.txt', TEXT);
    const findings = one.result.findings.map((finding) => ({ ...finding, severity }));
    expect(new Set(log({ ...one, result: { ...one.result, findings } }).results.map((result) => result.level))).toEqual(
      new Set([level]),
    );
  });

  test('keeps its fingerprint when lines and values change', async () => {
    const prints = async (text: string) =>
      log(await checked('a.txt', text)).results.map(({ partialFingerprints }) => partialFingerprints);
    const changed = TEXT.replace('一、', '前言。\n一、').replace('43所', '44所').replace('28所', '31所');
    expect(await prints(changed)).toEqual(await prints(TEXT));
    expect(new Set((await prints(TEXT)).map((print) => print['figureNames/v1'])).size).toBe(3);
  });

  test('quotes braces and links of a report as text', async () => {
    const one = await checked('a.txt', TEXT);
    const message = '文中“{{县名}}”和“[点此](http://example.org)”应删去。';
    const findings = [{ ...(one.result.findings[0] as Finding), message, evidence: null }];
    const { results } = log({ ...one, result: { ...one.result, findings } });
    expect(results[0]?.message.text).toBe('文中“{{{{县名}}}}”和“\\[点此](http://example.org)”应删去。');
  });
});

describe('the schema refuses', () => {
  test.each<[string, (run: Run, result: Result) => void]>([
    ['a result without a message', (_, result) => Object.assign(result, { message: {} })],
    ['an unknown level', (_, result) => Object.assign(result, { level: 'info' })],
    [
      'a file name that is no URI',
      (_, { locations: [location] }) =>
        Object.assign(location?.physicalLocation.artifactLocation ?? {}, { uri: '甲 县.txt' }),
    ],
    ['a file twice', (run) => Object.assign(run, { artifacts: [...run.artifacts, ...run.artifacts] })],
    ['a property of our own invention', (run) => Object.assign(run, { findings: [] })],
  ])('%s', async (_, spoil) => {
    const written = JSON.parse(sarif([await checked('a.txt', TEXT)], '1.2.3')) as Log;
    expect(sarifFaults(written)).toEqual([]);
    const run = written.runs[0] as Run;
    spoil(run, run.results[0] as Result);
    expect(sarifFaults(written)).not.toEqual([]);
  });
});
