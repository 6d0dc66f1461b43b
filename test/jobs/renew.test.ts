import { readdirSync, readFileSync } from 'node:fs';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { oldQuantities, yearOf } from '../../src/draft/renew/index.ts';
import { check } from '../../src/jobs/check.ts';
import { checkData, givenData } from '../../src/jobs/check-data.ts';
import { extract } from '../../src/jobs/extract.ts';
import { type Renewed, renew } from '../../src/jobs/renew.ts';
import { renewalData } from '../../src/jobs/renewal-data.ts';
import type { Figure } from '../../src/model/figure.ts';
import { RENEWAL_HEADINGS, RENEWAL_SHEET } from '../../src/read/workbook/renewal-table.ts';
import { writeFiguresWorkbook } from '../../src/write/workbook/figures-workbook.ts';
import { acceptMarks } from '../../src/read/text/marked.ts';
import { plainDocx } from '../../src/write/word/plain-docx.ts';
import { accepted, refused } from '../support/edited-word.ts';
import { commentsOf } from '../support/word-comments.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Fill = (row: Readonly<Record<string, CellValue>>) => CellValue;

/** The workbook of a report as a clerk fills it in. */
async function filled(name: string, bytes: Uint8Array, fill: Fill): Promise<Uint8Array> {
  const { report } = await extract(name, bytes);
  const { sheets } = await readXlsx(await writeFiguresWorkbook(name, report));
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      if (sheet.name !== RENEWAL_SHEET) return { name: sheet.name, rows: sheet.rows };
      const [head = [], ...rows] = sheet.rows;
      const at = head.indexOf(RENEWAL_HEADINGS.value);
      const done = rows.map((row) => {
        const facts = Object.fromEntries(head.map((heading, index) => [String(heading), row[index] ?? null]));
        return row.map((cell, index) => (index === at ? fill(facts) : cell));
      });
      return { name: sheet.name, rows: [head, ...done] };
    }),
  });
}

async function renewed(name: string, bytes: Uint8Array, fill: Fill): Promise<Renewed> {
  const data = await renewalData('表.xlsx', [{ name: '表.xlsx', bytes: await filled(name, bytes, fill) }]);
  const as = name.endsWith('.docx') ? 'word' : 'text';
  return renew({ file: name, bytes, data, standards: [], as, date: null });
}

/** Values by the old print; others stay empty. */
const byPrint =
  (values: Readonly<Record<string, CellValue>>): Fill =>
  (row) =>
    values[String(row[RENEWAL_HEADINGS.printed])] ?? null;

const TEXT = `清河县2023年义务教育均衡发展报告
一、基本情况
截至2023年底，全县共有在校学生7597人，其中小学4409人、初中3188人。2023年，专任教师400人，其中女教师240人，占60.0%。
2021年、2022年、2023年教育经费拨款分别为1.1亿元、1.2亿元、1.35亿元。依据《清河县教育发展规划（2021—2025年）》，2012年以来不断加大投入。
2023年6月，县政府印发实施方案。
`;
const NEW = { '4409人': 4500, '3188人': 3000, '400人': 420, '240人': 250, '1.35亿元': 1.5 };

describe('a text is renewed', () => {
  const result = renewed('报告.txt', encode(TEXT), byPrint(NEW));

  test('with given, carried and recomputed numbers, and years where they move', async () => {
    expect((await result).text).toBe(
      `清河县2024年义务教育均衡发展报告
一、基本情况
截至2024年底，全县共有在校学生7500人，其中小学4500人、初中3000人。2024年，专任教师420人，其中女教师250人，占59.5%。
2022年、2023年、2024年教育经费拨款分别为1.2亿元、1.35亿元、1.5亿元。依据《清河县教育发展规划（2021—2025年）》，2012年以来不断加大投入。
2023年6月，县政府印发实施方案。
`.replace('1.35亿元、1.5亿元', '1.4亿元、1.50亿元'),
    );
  });

  test('every number with its source, and the doubtful year told', async () => {
    const { renewal, years } = await result;
    const sources = renewal.renewed.map(({ before, after, how, source }) => [before, after, how, source]);
    expect(sources).toContainEqual(['7597人', '7500人', 'computed', '4500+3000']);
    expect(sources).toContainEqual(['60.0%', '59.5%', 'computed', '250÷420×100']);
    expect(sources).toContainEqual(['1.1亿元', '1.2亿元', 'carried', expect.stringContaining('1.2亿元')]);
    expect(sources).toContainEqual(['4409人', '4500人', 'given', expect.stringMatching(/^今年的数!I\d+$/u)]);
    expect(renewal.open.map(({ kind, message }) => [kind, message])).toEqual([
      ['year', expect.stringContaining('2023年6月')],
    ]);
    expect(years).toEqual({ from: 2023, to: 2024 });
  });

  test('the marked-up text shows both, and is read as the new one', async () => {
    const { bytes, text } = await result;
    const marked = decode(bytes);
    expect(marked).toContain('【7597→7500】人');
    expect(marked).toContain('清河县【2023→2024】年');
    expect(marked).toContain('2023年6月【※“2023年6月”');
    expect((await extract('新.txt', bytes)).report.manuscript.text).toBe(text);
  });
});

describe('where people must look', () => {
  const open = async (text: string, values: Readonly<Record<string, CellValue>>): Promise<string[]> =>
    (await renewed('报告.txt', encode(text), byPrint(values))).renewal.open.map(
      ({ kind, severity, message }) => `${kind} ${severity} ${message}`,
    );

  test('the workbook wins over the arithmetic, and that is told', async () => {
    const { text, renewal } = await renewed('报告.txt', encode(TEXT), byPrint({ ...NEW, '7597人': 7600 }));
    expect(text).toContain('共有在校学生7600人');
    expect(renewal.open.find(({ kind }) => kind === 'disagrees')?.message).toContain('7500人（4500+3000）');
  });

  test('a number without this year’s value is told where the year has moved on', async () => {
    const { '400人': _, ...others } = NEW;
    const points = await open(TEXT, others);
    expect(points).toContainEqual(expect.stringMatching(/^missing error 专任教师数.*仍?是去年的“400人”/u));
    expect(points).toContainEqual(expect.stringMatching(/^missing (?:error|warning) .*60\.0%/u));
  });

  test('words that the new numbers contradict are told, not rewritten', async () => {
    const text = '清河县2023年报告\n2023年教育支出1.20亿元，比上年的1.00亿元增长20.0%。\n';
    const { text: now, renewal } = await renewed('报告.txt', encode(text), byPrint({ '1.20亿元': 0.9 }));
    expect(now).toContain('2024年教育支出0.90亿元，比上年的1.20亿元增长-25.0%');
    expect(renewal.open.filter(({ kind, severity }) => kind === 'wording' && severity === 'error')).toHaveLength(1);
  });

  test('a year that people wrote back stays', async () => {
    const text = '清河县2023年报告\n2023年，全县小学在校生4409人。\n2022年普查，全县总人口408812人。\n';
    const bytes = await filled('报告.txt', encode(text), byPrint({ '4409人': 4500, '408812人': 408900 }));
    const { sheets } = await readXlsx(bytes);
    const again = await writeXlsx({
      sheets: sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) =>
          row.includes('408812人') ? row.map((cell) => (cell === '2023' ? '2022' : cell)) : row,
        ),
      })),
    });
    const data = await renewalData('表.xlsx', [{ name: '表.xlsx', bytes: again }]);
    const { text: now } = await renew({
      file: '报告.txt',
      bytes: encode(text),
      data,
      standards: [],
      as: 'text',
      date: null,
    });
    expect(now).toContain('2024年，全县小学在校生4500人');
    expect(now).toContain('2022年普查，全县总人口408900人');
  });

  test('十五五 is a suggestion only', async () => {
    const text = '清河县2025年报告\n“十四五”以来，全县小学在校生4409人。\n';
    const points = await open(text, { '4409人': 4500 });
    expect(points).toContainEqual(expect.stringMatching(/^year info .*十五五/u));
  });
});

describe('an ordinary data workbook', () => {
  /** As an office makes it, by hand. */
  async function county(values: readonly (readonly CellValue[])[], name = '清河县'): Promise<Uint8Array> {
    const sheet = (title: string, rows: CellValue[][]) => ({ name: title, rows });
    return writeXlsx({
      sheets: [
        sheet('基本信息', [
          ['项目', '内容'],
          ['县名', name],
          ['年份', '2024'],
          ['学校表', '不填'],
        ]),
        sheet('县级数据', [['指标', '学段', '年份', '数值', '单位'], ...values.map((row) => [...row])]),
      ],
    });
  }
  const PUPILS = ['在校生数', '小学', '2024', 4500, '人'] as const;
  const BOTH = [PUPILS, ['在校生数', '初中', '2024', 3000, '人'], ['专任教师数', '', '2024', 420, '人']] as const;
  const use = async (bytes: Uint8Array): Promise<Renewed> => {
    const data = await renewalData('数据.xlsx', [{ name: '数据.xlsx', bytes }]);
    return renew({ file: '报告.txt', bytes: encode(TEXT), data, standards: [], as: 'text', date: null });
  };

  test('gives what is surely the same quantity; the check finds the result to agree with it', async () => {
    const { text, checked } = await use(await county(BOTH));
    expect(text).toContain('截至2024年底，全县共有在校学生7500人，其中小学4500人、初中3000人。2024年，专任教师420人');
    expect(checked.result.data).toMatchObject({ different: 0, year: '2024' });
  });

  test('of another county is refused', async () => {
    await expect(use(await county([PUPILS], '东山县'))).rejects.toMatchObject({ code: 'other-county' });
  });
});

describe('what cannot be used is refused', () => {
  test('a workbook of another report, of no later year, with nothing in it', async () => {
    const bytes = encode(TEXT);
    const other = await filled('报告.txt', encode(TEXT.replace('7597人', '7598人')), byPrint(NEW));
    const use = async (book: Uint8Array): Promise<unknown> => {
      const data = await renewalData('表.xlsx', [{ name: '表.xlsx', bytes: book }]);
      return renew({ file: '报告.txt', bytes, data, standards: [], as: 'text', date: null });
    };
    await expect(use(other)).rejects.toMatchObject({ code: 'other-report' });
    await expect(use(await filled('报告.txt', bytes, () => null))).rejects.toMatchObject({ code: 'nothing-filled' });
    await expect(use(await filled('报告.txt', bytes, byPrint({ '400人': '约420' })))).rejects.toMatchObject({
      code: 'workbook-problems',
    });
  });
});

describe('a Markdown file is renewed', () => {
  const source = [
    '---',
    'title: 报告',
    '---',
    '# 清河县2023年报告',
    '',
    '2023年，全县共有在校学生**7597人**，其中小学4409人、',
    '初中3188人。经费A&amp;B类2\\*项。',
    '',
    '| 学段 | 学校数（所） | 在校生数（人） |',
    '| :-- | --: | --: |',
    '| 小学 | 28 | 4409 |',
    '| 初中 | 9 | 3188 |',
    '',
    '1. 小学巩固率为99.1%。',
    '',
  ].join('\n');
  const values = { '4409人': 4500, '3188人': 3000, '28': 27, '99.1%': 99.3 };

  test('where it stands: its table stays one, its marks and settings as they were', async () => {
    const { bytes, text, renewal } = await renewed('报告.md', encode(source), byPrint(values));
    const wanted = source
      .replaceAll('4409', '4500')
      .replaceAll('3188', '3000')
      .replace('7597', '7500')
      .replace('| 28 |', '| 27 |')
      .replace('99.1%', '99.3%')
      .replaceAll('2023年', '2024年');
    const [head = '', ...lines] = decode(bytes).split('\n');
    expect(head).toMatch(/^〔junheng 续写稿/u);
    expect(lines.join('\n')).toContain('| 小学 | 【28→27】 | 【4409→4500】 |\n');
    expect(acceptMarks(decode(bytes))).toBe(wanted);
    expect((await extract('新.md', bytes)).report.manuscript.text).toBe(text);
    expect(text).toContain('小学\n27\n4500\n');
    expect(renewal.renewed.every(({ span, after }) => text.slice(span.start, span.end) === after)).toBe(true);
  });

  test('a note stands in the cell that it is about, line ends of Windows stay', async () => {
    const { bytes } = await renewed('报告.md', encode(source.replaceAll('\n', '\r\n')), byPrint({ '4409人': 4500 }));
    const lines = decode(bytes).split('\r\n');
    expect(lines).toHaveLength(source.split('\n').length + 1);
    expect(lines.find((line) => line.startsWith('| 初中'))).toMatch(/^\| 初中 \| 9[^|]* \| 3188(?:【※[^|】]*】)+ \|$/u);
  });
});

describe('a Word file is renewed', () => {
  test('with tracked changes alone: refused, it is the old text; accepted, the new one; other parts byte for byte', async () => {
    const bytes = await plainDocx((await extract('报告.txt', encode(TEXT))).report);
    const { bytes: now, text } = await renewed('报告.docx', bytes, byPrint(NEW));
    const oldText = (await extract('报告.docx', bytes)).report.manuscript.text;
    expect((await extract('新.docx', accepted(now))).report.manuscript.text).toBe(text);
    expect((await extract('新.docx', refused(now))).report.manuscript.text).toBe(oldText);
    expect(text).toContain('占59.5%');
    expect(commentsOf(now).length).toBe(1);
    const [before, after] = [unzipSync(bytes), unzipSync(now)];
    for (const part of ['word/styles.xml', 'word/fontTable.xml']) {
      if (before[part]) expect(strFromU8(after[part] ?? new Uint8Array())).toBe(strFromU8(before[part]));
    }
  });
});

/** Some per cent up or down, to the printed places; the same on every run. */
function varied(seed: number): Fill {
  let state = seed;
  return (row) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const old = row[RENEWAL_HEADINGS.old];
    if (row[RENEWAL_HEADINGS.basis] !== '基础' || typeof old !== 'number') return null;
    const places = /\.(\d+)$/u.exec(String(old))?.[1]?.length ?? 0;
    const value = old * (0.95 + (0.1 * state) / 2 ** 32);
    return Number((row[RENEWAL_HEADINGS.unit] === '%' ? Math.min(100, value) : value).toFixed(places));
  };
}

describe('round trip on our own reports', () => {
  const folder = new URL('../fixtures/reports/', import.meta.url);
  const cases = readdirSync(folder).map((name, seed) => [name, seed + 1] as const);
  test.each(cases)('%s, values %s', async (name, seed) => {
    const bytes = Uint8Array.from(readFileSync(new URL(`${name}/report.txt`, folder)));
    const { report } = await extract('报告.txt', bytes);
    const { of } = oldQuantities(report, yearOf(report));
    const values = new Map<number, number>();
    const fill = varied(seed);
    const result = await renewed('报告.txt', bytes, (row) => {
      const value = fill(row);
      if (typeof value === 'number') values.set(Number(row[RENEWAL_HEADINGS.number]), value);
      return value;
    });
    const now = (await extract('新.txt', result.bytes)).report.figures;
    const open = new Set(result.renewal.open.flatMap(({ span }) => (span ? [span.start] : [])));
    const shown = new Set(result.renewal.renewed.map(({ span }) => span.start));
    const named = report.figures.filter((figure) => figure.indicator !== null && of.has(figure.id));
    const verdicts = named.map((figure) => {
      const fresh = now[report.figures.indexOf(figure)] as Figure;
      const quantity = of.get(figure.id);
      const value = values.get(quantity?.number ?? 0);
      if (value === undefined || !quantity)
        return shown.has(fresh.span.start) || figure.text === fresh.text ? 'right' : 'listed';
      const wanted = quantity.factor.times(value);
      const said = wanted.gte(fresh.interval.low) && wanted.lte(fresh.interval.high);
      if (said || fresh.bound !== null) return 'right';
      return open.has(fresh.span.start) && !shown.has(fresh.span.start)
        ? 'listed'
        : `wrong ${figure.text} ${fresh.text} ${value}`;
    });
    // the workbook that was filled in is what the result is held against: all that it has is told, and told as it stands there
    const given = await givenData(
      '表.xlsx',
      await filled('报告.txt', bytes, (row) => values.get(Number(row[RENEWAL_HEADINGS.number])) ?? null),
    );
    const alone = await check('新.txt', result.bytes, []);
    const { result: held } = checkData(alone, given);
    const told = new Set(alone.result.findings.map(({ message }) => message));
    expect(held.findings.filter(({ message }) => !told.has(message)).map(({ message }) => message)).toEqual([]);
    expect(held.data).toMatchObject({ different: 0, review: 0 });
    // of a school's report nothing is held against a county's figures
    if (report.kind !== 'school-report') expect(held.data?.equal).toBeGreaterThan(0.5 * given.dataset.data.length);
    expect(now).toHaveLength(report.figures.length);
    expect(verdicts.filter((one) => one.startsWith('wrong'))).toEqual([]);
    expect(verdicts.filter((one) => one === 'right').length).toBeGreaterThanOrEqual(0.95 * named.length);
  });
});
