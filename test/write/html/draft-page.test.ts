import { describe, expect, test } from 'vitest';
import { draftReport } from '../../../src/jobs/draft.ts';
import { writeDraftPage } from '../../../src/write/html/draft-page.ts';
import { bundledKind, kindWith, standards } from '../../draft/support/bundled.ts';
import { emptyCounty, fullCounty } from '../../draft/support/county.ts';
import { draft, heading, longDraft, paragraph, table } from '../docx/support/long-draft.ts';

async function report(kind = bundledKind(), dataset = fullCounty()) {
  const result = await draftReport({ kind, dataset, settings: {}, standards: standards(), format: 'html' });
  return { ...result, page: new TextDecoder().decode(result.bytes) };
}

describe('the page of a draft', () => {
  test('holds every figure of the ledger once, as it is printed, with its source', async () => {
    const { page, ledger } = await report();
    const found = [
      ...page.matchAll(/<span class="figure" data-ledger="(f_[a-z0-9_]+)" title="([^"]*)">([^<]*)<\/span>/g),
    ];
    expect(found.map(([, id]) => id)).toEqual(ledger.map(({ id }) => id));
    expect(found.map(([, , , printed]) => printed)).toEqual(ledger.map(({ printed }) => printed));
    for (const [index, [, , source]] of found.entries()) {
      expect(source).toContain(ledger[index]?.name);
      expect(source).toContain('出处：');
    }
  });

  test('is one file: no script, no request, nothing that a browser would fetch', async () => {
    const { page } = await report();
    expect(page).toContain('default-src &#x27;none&#x27;');
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:\/\/(?!www\.w3\.org)/);
  });

  test('takes no text for markup', () => {
    const page = writeDraftPage(draft(heading(1, '甲<script>'), paragraph('乙<b>&"丙')), []);
    expect(page).toContain('甲&#x3C;script>');
    expect(page).toContain('乙&#x3C;b>&#x26;"丙');
  });

  test('shows gaps, tells how many, and lists the parts of the report', async () => {
    const { page, gaps } = await report(bundledKind(), emptyCounty());
    expect(page).toContain(`待填${gaps.length}处`);
    expect([...page.matchAll(/<mark class="gap">/g)]).toHaveLength(gaps.length);
    const links = [...page.matchAll(/href="#(s\d+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(3);
    for (const id of links) expect(page).toContain(`<h2 id="${id}">`);
  });

  test('draws a chart with its limit, its caption and its numbers', async () => {
    const { page, ledger } = await report(
      kindWith(
        [
          '# 题',
          '',
          '{{role "column-chart"}}差异系数',
          '',
          '| 指标 | 小学 | 小学限值 |',
          '| :-- | :-: | :-: |',
          '| 综合 | {{figure "cv-composite" stage="小学" bare=true}} | {{figure (limit "cv-composite" stage="小学") bare=true}} |',
          '| 图书 | {{figure "cv-books" stage="小学" bare=true}} | {{figure (limit "cv-composite" stage="小学") bare=true}} |',
          '',
        ].join('\n'),
      ),
    );
    expect(page).toMatch(/<svg [^>]*role="img" aria-label="柱形图，图1　差异系数。小学：综合 0\.\d+，图书/);
    expect([...page.matchAll(/<rect [^>]*fill="#1f4e79"/g)]).toHaveLength(3);
    expect(page).toMatch(/<path d="M62 [\d.]+H628" stroke="#c00000"/);
    expect(page).toContain('<figcaption>图1　差异系数</figcaption>');
    expect(ledger.map(({ sentence }) => sentence)).toContain('图1　差异系数，综合，小学');
    for (const { id } of ledger) expect(page).toContain(`data-ledger="${id}"`);
  });

  test('a chart without numbers says so', () => {
    const page = writeDraftPage(draft(paragraph('图1', 'line-chart'), table(['年|费', '一|[?待填]'])), []);
    expect(page).not.toContain('<svg');
    expect(page).toContain('本图的数据尚缺');
  });

  test('no coordinate of a chart is anything but a number', () => {
    const rows = ['年|甲|乙|限值', '一|0|-3|5', '二|1000000|[?待填]|5', '三|0.001|7|5'];
    for (const role of ['line-chart', 'column-chart'] as const) {
      const page = writeDraftPage(draft(paragraph('图1', role), table(rows)), []);
      expect(page).toContain('<svg');
      expect(page).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

test('attachments of the long draft: names in a list, each attachment marked for a page of its own', () => {
  const page = writeDraftPage(longDraft('清河县人民政府'), []);
  expect(page).toMatch(
    /<div class="attachment-list"><span>附件：<\/span><ol><li>1\.清河县[^<]*<\/li><li>2\.清河县整改清单<\/li><\/ol>/,
  );
  expect([...page.matchAll(/<p class="attachment">/g)]).toHaveLength(2);
});
