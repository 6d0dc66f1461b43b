import { strFromU8, unzipSync } from 'fflate';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import type { Finding } from '../../../src/model/relation.ts';
import type { CheckedReport } from '../../../src/write/checked-report.ts';
import { issueListWorkbook } from '../../../src/write/workbook/issue-list.ts';
import { standards } from '../../draft/support/bundled.ts';
import { buildDocx, paragraph } from '../../support/docx.ts';

const TEXT =
  '清河县义务教育均衡发展自评报告\n一、基本情况\n（一）学校布局\n=1+1&cmd，全县小学在校生4409人，投入资金120万元，其中设备**万元、图书20万元。\n' +
  '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n二、均衡状况\n全县小学、初中综合差异系数分别为0.712和0.486。见错误！未找到引用源。';

async function checked(file: string, content: string | Uint8Array): Promise<CheckedReport> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    ...(await check(file, bytes, standards())),
    standards: ['暂行办法（教督〔2012〕3号）', '省里的办法（省字1号）'],
  };
}

interface Book {
  readonly issues: Sheet;
  readonly summary: Sheet;
  /** Rows of the list by heading. */
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
}

async function book(...reports: CheckedReport[]): Promise<Book> {
  const { sheets } = await readXlsx(await issueListWorkbook(reports), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(['问题清单', '核对小结']);
  const [issues, summary] = sheets as [Sheet, Sheet];
  const [headings = [], ...body] = issues.rows;
  const rows = body.map((row) =>
    Object.fromEntries(headings.map((heading, index) => [String(heading), row[index] ?? null])),
  );
  return { issues, summary, rows };
}

describe('the list', () => {
  test('has a row for each finding, errors first, then by place', async () => {
    const one = await checked('a.txt', TEXT);
    const { rows, issues } = await book(one);
    expect(issues.rows[0]).toEqual(['序号', '位置', '原文', '问题', '依据', '建议', '级别', '处理结果']);
    expect(rows.map((row) => row['序号'])).toEqual(one.result.findings.map((_, index) => index + 1));
    expect(rows.map((row) => `${String(row['级别'])} ${String(row['位置']).split('\n')[0]}`)).toEqual([
      '错误 第5行',
      '错误 第7行',
      '提醒 第7行',
      '说明 第4行',
    ]);
  });

  test('tells place, words, arithmetic and standard', async () => {
    const { rows } = await book(await checked('a.txt', TEXT));
    expect(rows[0]).toMatchObject({
      位置: '第5行\n一、基本情况 › （一）学校布局',
      原文: expect.stringContaining('全县现有学校【43所】'),
      问题: expect.stringContaining('所列3项相加为42所'),
      依据: '28+9+5=42≠43',
      建议: null,
      处理结果: null,
    });
    expect(rows[1]).toMatchObject({
      原文: expect.stringContaining('【错误！未找到引用源。】'),
      依据: '残留标记',
      建议: '删去',
    });
    expect(rows[2]).toMatchObject({ 依据: '0.712>0.65\n暂行办法（教督〔2012〕3号）' });
  });

  test('leads to the other places, in this report and in others', async () => {
    const one = await checked('a.txt', '全县初中三年巩固率为98.6%。\n全县初中三年巩固率为96.8%。');
    const findings = one.result.findings.map((finding) => ({
      ...finding,
      elsewhere: [{ file: '去年.docx', line: 12, text: '97%' }],
    }));
    const { rows } = await book({ ...one, result: { ...one.result, findings } });
    expect(rows[0]?.['原文']).toBe(
      '全县初中三年巩固率为【96.8%】。\n另见第1行：全县初中三年巩固率为【98.6%】。\n另见《去年.docx》第12行',
    );
  });

  test('names the files where there are several, by their paragraphs where they are Word files', async () => {
    const word = buildDocx({
      body: TEXT.split('\n')
        .map((line) => paragraph(line))
        .join(''),
    });
    const { rows, issues } = await book(await checked('材料/甲.txt', TEXT), await checked('材料/乙.docx', word));
    expect(issues.rows[0]?.[1]).toBe('文件');
    expect(rows.slice(0, 4).map((row) => [row['文件'], row['级别'], String(row['位置']).slice(0, 3)])).toEqual([
      ['甲.txt', '错误', '第5行'],
      ['甲.txt', '错误', '第7行'],
      ['乙.docx', '错误', '第5段'],
      ['乙.docx', '错误', '第7段'],
    ]);
  });

  test('takes no words of a report for a formula', async () => {
    const one = await checked('=a.txt', TEXT);
    const signs = ['=1+1', '+1', '-1', '@a'];
    const findings = signs.map((message): Finding => ({ ...(one.result.findings[0] as Finding), message }));
    const written = await issueListWorkbook([{ ...one, result: { ...one.result, findings } }]);
    const sheet = strFromU8(unzipSync(written)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    const { sheets } = await readXlsx(written, { readStyles: true });
    for (const [index, sign] of signs.entries()) {
      const cell = sheets[0]?.cells?.get(`${index + 1},3`);
      expect(cell?.value).toBe(sign);
      expect(cell?.style?.numFmt).toBe('@');
    }
  });

  test('a finding without a place is one of the whole text', async () => {
    const one = await checked('a.txt', TEXT);
    const finding: Finding = { ...(one.result.findings[0] as Finding), spans: [] };
    const { rows } = await book({ ...one, result: { ...one.result, findings: [finding] } });
    expect(rows[0]).toMatchObject({ 位置: '全文', 原文: null });
  });

  test('without findings says so, and that this proves nothing', async () => {
    const { rows, issues } = await book(await checked('a.txt', '工作稳步推进。'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.['问题']).toContain('没有发现问题，不等于没有差错');
    expect(issues.dataValidations ?? []).toEqual([]);
    await expect(book()).resolves.toBeDefined();
  });
});

test('the sheet is made to be worked with and to be printed', async () => {
  const { issues, rows } = await book(await checked('a.txt', TEXT));
  const last = rows.length + 1;
  expect(issues.freezePane).toMatchObject({ rows: 1 });
  expect(issues.autoFilter?.range).toBe(`A1:H${last}`);
  expect(issues.dataValidations).toMatchObject([
    { type: 'list', range: `H2:H${last}`, values: ['已改正', '属实不改', '误报'], allowBlank: true },
  ]);
  expect(issues.pageSetup).toMatchObject({
    paperSize: 'a4',
    orientation: 'landscape',
    fitToWidth: 1,
    printTitlesRow: '$1:$1',
  });
  expect(issues.headerFooter?.oddHeader).toBe('&C问题清单　清河县义务教育均衡发展自评报告');
  expect(issues.cells?.get('1,2')?.style?.alignment?.wrapText).toBe(true);
});

test('the summary tells what was tested and what could not be, file by file', async () => {
  const { summary } = await book(await checked('甲.md', `---\na: b\n---\n${TEXT.replaceAll('\n', '\n\n')}`));
  const told = new Map(summary.rows.map(([name, count, remark]) => [name, [count, remark]]));
  expect(summary.rows[1]?.[0]).toBe('甲.md　清河县义务教育均衡发展自评报告');
  expect(told.get('发现问题')).toEqual([4, '错误2处，提醒1处，说明1处']);
  expect(told.get('读出数字')?.[0]).toBe(9);
  expect(told.get('隐去的数字')?.[0]).toBe(1);
  expect(told.get('　不符')?.[0]).toBe(2);
  expect(told.get('　无法判断')).toEqual([1, '有数字已隐去，无法核算（1条）']);
  expect(told.get('对照标准')?.[1]).toBe('暂行办法（教督〔2012〕3号）\n省里的办法（省字1号）');
  expect(told.get('读取说明')?.[1]).toContain('文件开头的设置');
  const relations = ['　相符', '　不符', '　待核', '　无法判断'].map((name) => Number(told.get(name)?.[0]));
  expect(relations.reduce((a, b) => a + b, 0)).toBe(told.get('核对的关系')?.[0]);
});
