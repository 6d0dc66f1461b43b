import * as fc from 'fast-check';
import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/jobs/extract.ts';
import type { Report } from '../../../src/model/report.ts';
import { type Mark, reportBody } from '../../../src/write/html/report-body.ts';
import { buildDocx, paragraph, table } from '../../support/docx.ts';

const reportOf = async (text: string): Promise<Report> =>
  (await extract('报告.txt', new TextEncoder().encode(text))).report;
const html = (report: Report, marks: readonly Mark[] = []): string => {
  const root: Root = { type: 'root', children: reportBody(report, marks) };
  return unified().use(rehypeStringify).stringify(root);
};
const mark = (start: number, end: number, id: string, link: Mark['link'] = null): Mark => ({
  span: { start, end },
  element: 'mark',
  id,
  properties: { className: 'error', title: id },
  link,
});
/** Without the tags, line ends put back. */
const textOf = (page: string): string =>
  page
    .replaceAll(/<\/(?:p|h\d)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&');

describe('a report as HTML', () => {
  test('headings by their level, paragraphs, tables', async () => {
    const body =
      paragraph('一、基本情况') +
      paragraph('全县有小学45所。') +
      table([
        ['学校', '学生数'],
        ['东关小学', '450'],
      ]);
    const { report } = await extract('报告.docx', buildDocx({ body }));
    expect(html(report)).toBe(
      '<h2>一、基本情况</h2><p>全县有小学45所。</p>' +
        '<table><tbody><tr><td><p>学校</p></td><td><p>学生数</p></td></tr><tr><td><p>东关小学</p></td><td><p>450</p></td></tr></tbody></table>',
    );
  });

  test('text is never markup', async () => {
    expect(html(await reportOf('甲<script>alert(1)</script>&乙'))).toBe(
      '<p>甲&#x3C;script>alert(1)&#x3C;/script>&#x26;乙</p>',
    );
  });

  test('a mark with its link, two that overlap, one over two paragraphs', async () => {
    const report = await reportOf('小学45所，初中\n学校9所');
    expect(html(report, [mark(2, 5, 'a', { href: '#f1', text: '1' })])).toBe(
      '<p>小学<mark class="error" title="a" id="a">45所</mark><a class="ref" href="#f1">1</a>，初中</p><p>学校9所</p>',
    );
    expect(html(report, [mark(0, 4, 'a'), mark(2, 5, 'b')])).toBe(
      '<p><mark class="error" title="a" id="a">小学</mark><mark class="error" title="a"><mark class="error" title="b" id="b">45</mark></mark><mark class="error" title="b">所</mark>，初中</p><p>学校9所</p>',
    );
    expect(html(report, [mark(6, 11, 'a')])).toBe(
      '<p>小学45所，<mark class="error" title="a" id="a">初中</mark></p><p><mark class="error" title="a">学校</mark>9所</p>',
    );
  });

  test('whatever is marked, the text stays what it was and each mark has its anchor once', async () => {
    const text = '小学45所，初中9所。\n其中农村小学30所；\n\n九年一贯制<3>所&1';
    const report = await reportOf(text);
    const place = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const marks = places
          .map(([start, length], index) => mark(start, Math.min(start + length, text.length), `m${index}`))
          // a mark of a line end alone marks nothing
          .filter(({ span }) => text[span.start] !== '\n');
        const page = html(report, marks);
        expect(textOf(page)).toBe(`${text}\n`);
        for (const { id } of marks) expect(page.split(` id="${id}"`)).toHaveLength(2);
      }),
    );
  });
});
