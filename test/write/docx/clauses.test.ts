import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { LAYOUT_CLAUSES } from '../../../src/write/docx/clauses.ts';
import { writeDocx } from '../../../src/write/docx/index.ts';
import { draft, longDraft, paragraph, plain } from './support/long-draft.ts';
import { canRender, type RenderedLine, type RenderedPage, renderer } from './support/rendered.ts';

/** Points; the text area by the standard: 28 and 37 mm in, 156 × 225 mm. */
const AREA = { left: 79.37, top: 104.88, right: 79.37 + 442.2, bottom: 742.68 } as const;
const LINE = 28.95;
/** A character of the text, drawn together by 0.2 pt. */
const CHARACTER = 15.8;
/** The text area's middle with the 0.8 pt that the right margin gives to the 28th character. */
const MIDDLE = AREA.left + 443 / 2;

/**
 * How far off the date may begin: Word sets a quarter of a character between a digit and a Chinese character, which is what is
 * reckoned with, LibreOffice a fifth; a date has five such places.
 */
const SEAMS = 3.5;

interface Rendered {
  readonly pages: readonly RenderedPage[];
  readonly parts: Readonly<Record<string, string>>;
}

const render = renderer();
let nameLonger: Rendered;
let dateLonger: Rendered;
let full: Rendered;

async function rendered(root: Parameters<typeof writeDocx>[0]): Promise<Rendered> {
  const docx = await writeDocx(root);
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]);
  return { pages: render(docx), parts: Object.fromEntries(parts) };
}

beforeAll(async () => {
  if (!canRender) return;
  nameLonger = await rendered(longDraft('清河县人民政府教育督导委员会'));
  dateLonger = await rendered(longDraft('清河县人民政府'));
  full = await rendered(draft(paragraph(plain(26 + 28 * 43))));
});

/** What proves the clauses that the table calls verified, by their ids. */
const VERIFICATIONS: Readonly<Record<string, () => void>> = {
  paper: () => {
    for (const { width, height } of full.pages) {
      near(width, 595.28);
      near(height, 841.89);
    }
  },
  margins: () => {
    for (const page of full.pages) {
      const lines = textOf(page);
      near(Math.min(...lines.map(({ left }) => left)), AREA.left);
      near(Math.max(...lines.map(({ right }) => right)), AREA.right, 1.2);
      expect(lines[0]?.top).toBeGreaterThan(AREA.top);
      expect(lines.at(-1)?.bottom).toBeLessThan(AREA.bottom + 0.5);
    }
  },
  fonts: () => {
    const { 'word/styles.xml': styles = '', 'word/fontTable.xml': fonts = '' } = nameLonger.parts;
    for (const [style, font] of [
      ['Title', '方正小标宋简体'],
      ['Heading1', '黑体'],
      ['Heading2', '楷体_GB2312'],
      ['Heading3', '仿宋_GB2312'],
      ['Heading4', '仿宋_GB2312'],
    ] as const) {
      expect(new RegExp(`w:styleId="${style}".*?</w:style>`, 's').exec(styles)?.[0]).toContain(`w:eastAsia="${font}"`);
    }
    // each font that a style names is in the table, with what stands in for it
    const named = new Set(
      [...styles.matchAll(/<w:rFonts[^>]*>/g)].flatMap(([fonts]) =>
        [...fonts.matchAll(/w:(?:ascii|eastAsia|hAnsi|cs)="([^"]+)"/g)].map(([, name]) => name),
      ),
    );
    for (const name of named) expect(fonts).toMatch(new RegExp(`w:name="${name}"><w:altName w:val="[^"]+"`));
  },
  sizes: () => {
    const [first] = nameLonger.pages;
    near(advance(line(first, /^清河县人民政府/)), 22, 0.2);
    near(advance(line(first, /^国{28}$/)), CHARACTER, 0.1);
    near(advance(line(first, /^一、基本情况/)), CHARACTER, 0.2);
    near(advance(line(first, /^（一）县情/)), CHARACTER, 0.2);
  },
  lines: () => {
    expect(full.pages.map((page) => textOf(page).length)).toEqual([22, 22]);
    for (const page of full.pages) for (const pitch of pitches(textOf(page))) near(pitch, LINE, 0.2);
  },
  characters: () => {
    const lines = full.pages.flatMap(textOf);
    expect(lines[0]?.text).toHaveLength(26);
    for (const { text } of lines.slice(1)) expect(text).toHaveLength(28);
  },
  colour: () => {
    const { 'word/document.xml': document = '', 'word/styles.xml': styles = '' } = nameLonger.parts;
    const used = new Set([...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style));
    for (const style of used) {
      const look = new RegExp(`w:styleId="${style}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
      expect(/<w:color w:val="(?!000000)/.exec(look), style).toBeNull();
    }
    expect(document).not.toMatch(/<w:color /);
  },
  'title-place': () => {
    for (const one of titleLines()) near(centre(one), MIDDLE, 2);
  },
  'title-lines': () => {
    expect(titleLines().map(({ text }) => text)).toEqual([
      '清河县人民政府关于义务教育',
      '基本均衡发展县创建工作情况的自评报告',
    ]);
  },
  addressee: () => {
    const addressee = line(nameLonger.pages[0], /^市人民政府教育督导委员会：$/);
    near(addressee.left, AREA.left);
    // half a line of the title, an empty line, half a line
    near(middle(addressee) - middle(titleLines().at(-1) as RenderedLine), 33 / 2 + LINE * 1.5, 3);
  },
  'first-page': () => {
    expect(nameLonger.pages[0]?.lines.some(({ text }) => /^国{28}$/.test(text))).toBe(true);
  },
  indent: () => {
    const [first, second] = textOf(full.pages[0] as RenderedPage);
    near(first?.left ?? 0, AREA.left + 32);
    near(second?.left ?? 0, AREA.left);
  },
  levels: () => {
    for (const pattern of [/^一、基本情况$/, /^（一）县情$/, /^1\.人口$/, /^（1）常住人口$/]) {
      near(line(nameLonger.pages[0], pattern).left, AREA.left + 32, 1.5);
    }
  },
  'attachment-list': () => {
    const page = pageWith(nameLonger, /^附件：1\./);
    const lines = textOf(page);
    const index = lines.findIndex(({ text }) => text.startsWith('附件：1.'));
    const [before, first, second, next] = lines.slice(index - 1) as [
      RenderedLine,
      RenderedLine,
      RenderedLine,
      RenderedLine,
    ];
    near(first.left, AREA.left + 32);
    near(middle(first) - middle(before), 2 * LINE, 2);
    const name = first.text.replace('附件：1.', '');
    near(second.left, first.right - name.length * CHARACTER, 2);
    expect(next.text).toBe('2.清河县整改清单');
    near(next.right - '清河县整改清单'.length * CHARACTER, second.left, 2);
  },
  'signature-name': () => {
    const [before, name, date] = signature(nameLonger);
    near(middle(name) - middle(before), 2 * LINE, 2);
    near(name.right, AREA.left + 443 - 32, 2);
    near(date.left - name.left, 32, SEAMS);
    near(middle(date) - middle(name), LINE, 2);
  },
  'signature-date': () => {
    const [, name, date] = signature(dateLonger);
    near(date.right, AREA.left + 443 - 32, 2);
    near(date.left - name.left, 32, SEAMS);
  },
  attachment: () => {
    const page = pageWith(nameLonger, /^附件1$/);
    const [mark, title] = textOf(page) as [RenderedLine, RenderedLine];
    expect([mark.text, title.text]).toEqual(['附件1', '清河县八项指标一览表']);
    near(mark.left, AREA.left);
    near(middle(mark), middle(textOf(full.pages[0] as RenderedPage)[0] as RenderedLine));
    near(middle(title) - middle(mark), LINE * 1.5 + 33 / 2, 3);
    near(centre(title), MIDDLE, 2);
    const { 'word/styles.xml': styles = '' } = nameLonger.parts;
    expect(/w:styleId="OfficialAttachment".*?<\/w:style>/s.exec(styles)?.[0]).toContain('w:eastAsia="黑体"');
  },
  'page-number': () => {
    for (const [index, page] of nameLonger.pages.entries()) {
      if (page.width > page.height) continue;
      const number = page.lines.at(-1) as RenderedLine;
      expect(number.text).toBe(`—${index + 1}—`);
      // 7 ± 1 mm below the text area
      near(middle(number), AREA.bottom + 19.84, 2.83);
      if (index % 2 === 0) near(number.right, AREA.right - 14, 2);
      else near(number.left, AREA.left + 14, 2);
    }
  },
  'turned-page': () => {
    const turned = nameLonger.pages.flatMap((page, index) => (page.width > page.height ? [{ page, index }] : []));
    expect(turned.length).toBeGreaterThan(2);
    expect(new Set(turned.map(({ index }) => index % 2)).size).toBe(2);
    for (const { page, index } of turned) {
      near(page.width, 841.89);
      near(page.height, 595.28);
      const [number] = page.lines.filter(({ left }) => left < 99.21 - 5) as [RenderedLine];
      expect(number.text).toBe(`—${index + 1}—`);
      // upright, this is 7 mm below the text, and one character in from its right or its left
      near(99.21 - (number.left + number.right) / 2, 19.84, 2.83);
      if (index % 2 === 0) near(number.bottom, AREA.right - 14, 3);
      else near(number.top, AREA.left + 14, 3);
    }
    // the head of the table is at the edge that is the binding side of odd pages
    for (const { page } of turned) expect((page.lines[0] as RenderedLine).top).toBeGreaterThan(AREA.left - 1);
    // an attachment that is one wide table is turned together with its head
    expect(pageWith(nameLonger, /^附件2$/).width).toBeGreaterThan(800);
    // behind it the pages are upright again
    expect(pageWith(nameLonger, /^附件：1\./).width).toBeLessThan(600);
  },
  'table-header': () => {
    for (const [row, head] of [
      [/^第\d+小学$/, /^学校$/],
      [/^\d\.\d0$/, /^教学用房$/],
    ] as const) {
      const pages = nameLonger.pages.filter(({ lines }) => lines.filter(({ text }) => row.test(text)).length > 5);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) expect(page.lines.some(({ text }) => head.test(text))).toBe(true);
    }
    const first = pageWith(nameLonger, /^表1/);
    expect(first.lines.map(({ text }) => text)).toEqual(expect.arrayContaining(['单位：元', '学生数', '第1小学']));
    near(line(first, /^单位：元$/).right, AREA.right, 2);
  },
  chart: () => {
    const page = pageWith(nameLonger, /^小学差异系数与限值$/);
    const caption = line(page, /^小学差异系数与限值$/);
    near(centre(caption), MIDDLE, 2);
    // the names below the columns, the legend, the caption, the table of the numbers
    const places = page.lines.filter(({ text }) => text === '教学用房').map(({ top }) => top);
    expect(places).toHaveLength(2);
    expect(places[0]).toBeLessThan(caption.top);
    expect(places[1]).toBeGreaterThan(caption.top);
    expect(Object.keys(nameLonger.parts).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(2);
  },
};

describe('the clauses of GB/T 9704-2012', () => {
  test('each has an id of its own, and each that is called verified is verified', () => {
    const ids = LAYOUT_CLAUSES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const verified = LAYOUT_CLAUSES.filter(({ way }) => way === 'verified').map(({ id }) => id);
    expect(Object.keys(VERIFICATIONS).sort()).toEqual([...verified].sort());
  });

  test
    .skipIf(!canRender)
    .each(LAYOUT_CLAUSES.filter(({ way }) => way === 'verified').map(({ id, clause, asks }) => ({ id, clause, asks })))(
    '$clause $asks',
    ({ id }) => {
      VERIFICATIONS[id]?.();
    },
  );
});

function near(actual: number, wanted: number, tolerance = 1): void {
  expect(Math.abs(actual - wanted), `${actual.toFixed(2)} pt, wanted ${wanted.toFixed(2)} ± ${tolerance}`).toBeLessThan(
    tolerance,
  );
}

/** The lines of a page without its number. */
function textOf(page: RenderedPage): readonly RenderedLine[] {
  return page.lines.filter(({ text }) => !/^—\d+—$/.test(text));
}

function line(page: RenderedPage | undefined, pattern: RegExp): RenderedLine {
  const found = page?.lines.find(({ text }) => pattern.test(text));
  expect(found, `${pattern} in ${page?.lines.map(({ text }) => text).join(' / ')}`).toBeDefined();
  return found as RenderedLine;
}

function pageWith({ pages }: Rendered, pattern: RegExp): RenderedPage {
  const found = pages.find(({ lines }) => lines.some(({ text }) => pattern.test(text)));
  expect(found, String(pattern)).toBeDefined();
  return found as RenderedPage;
}

function titleLines(): readonly RenderedLine[] {
  const lines = textOf(nameLonger.pages[0] as RenderedPage);
  return lines.slice(
    0,
    lines.findIndex(({ text }) => text.startsWith('市人民政府')),
  );
}

/** The last line before the signature, the name and the date. */
function signature(of: Rendered): readonly [RenderedLine, RenderedLine, RenderedLine] {
  const lines = textOf(pageWith(of, /^2019年12月15日$/));
  const date = lines.findIndex(({ text }) => text === '2019年12月15日');
  return lines.slice(date - 2, date + 1) as unknown as readonly [RenderedLine, RenderedLine, RenderedLine];
}

function advance({ left, right, text }: RenderedLine): number {
  return (right - left) / text.length;
}

function centre({ left, right }: RenderedLine): number {
  return (left + right) / 2;
}

function middle({ top, bottom }: RenderedLine): number {
  return (top + bottom) / 2;
}

function pitches(lines: readonly RenderedLine[]): readonly number[] {
  return lines.slice(1).map(({ top }, index) => top - (lines[index] as RenderedLine).top);
}
