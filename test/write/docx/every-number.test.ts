import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../../src/cli/kinds.ts';
import { type DraftResult, draftReport } from '../../../src/jobs/draft.ts';
import { standards } from '../../draft/support/bundled.ts';
import { emptyCounty, fallingCounty, fullCounty } from '../../draft/support/county.ts';
import { sampleOf } from '../../draft/support/sample.ts';
import { unsourcedNumbers } from './support/unsourced.ts';

const national = standards();

async function sampleDraft(id: string): Promise<DraftResult> {
  return draftReport({ ...(await sampleOf(id)), standards: national, format: 'docx' });
}

describe('every number that a drafted Word file prints has a source', () => {
  test.each(kindIds())('in the sample of %s', async (id) => {
    const { bytes, ledger } = await sampleDraft(id);
    expect(unsourcedNumbers(bytes, ledger)).toEqual([]);
  });

  test.each([
    ['full', fullCounty()],
    ['falling', fallingCounty()],
    ['empty', emptyCounty()],
  ])('of a %s county', async (_, dataset) => {
    const { bytes, ledger } = await draftReport({
      kind: loadKind('county-basic'),
      dataset,
      settings: { addressee: '市人民政府', signatory: '清河县人民政府', date: '2019年3月15日' },
      standards: national,
      format: 'docx',
    });
    expect(unsourcedNumbers(bytes, ledger)).toEqual([]);
  });
});

describe('the walk finds a planted number', async () => {
  const { bytes, ledger } = await sampleDraft('county-basic');
  const planted = (part: string, edit: (xml: string) => string) => {
    const entries = unzipSync(bytes);
    const xml = strFromU8(entries[part] ?? new Uint8Array());
    const changed = edit(xml);
    expect(changed).not.toBe(xml);
    return unsourcedNumbers(zipSync({ ...entries, [part]: strToU8(changed) }), ledger);
  };
  const BODY = 'word/document.xml';

  test.each([
    ['in running text', BODY, /(乡镇<|，总人口<|总面积<)/, '共12所学校$1'],
    ['in Chinese characters', BODY, /现将有关情况报告如下/, '新建学校三所，现将有关情况报告如下'],
    ['as a share in words', BODY, /现将有关情况报告如下/, '达标学校占七成，现将有关情况报告如下'],
    ['in full-width digits', BODY, /现将有关情况报告如下/, '投入５万元，现将有关情况报告如下'],
    ['in a heading', BODY, /县情概况</, '县情概况（14个乡镇）<'],
    ['in a table', BODY, />—</, '>3.14<'],
    ['in a caption', BODY, /县域均值和差异系数</, '县域均值和差异系数（36所学校）<'],
    ['in the words for a chart', BODY, /(descr="[^"]*小学 )0\.330/, '$10.340'],
    ['right before a figure', BODY, new RegExp(`(</w:t></w:r>)(<w:bookmarkStart w:name="${ledger[4]?.id}")`), '1$1$2'],
    ['as a changed figure', BODY, />94\.78%</, '>94.87%<'],
    ['as a figure whose mark is lost', BODY, `w:name="${ledger[99]?.id}"`, 'w:name="lost"'],
  ] as const)('%s', (_, part, pattern, replacement) => {
    expect(planted(part, (xml) => xml.replace(pattern, replacement))).toHaveLength(1);
  });

  test('in a footer', () => {
    const footer = Object.keys(unzipSync(bytes)).find((name) => /^word\/footer\d*\.xml$/.test(name)) ?? '';
    expect(planted(footer, (xml) => xml.replace('— <', '— 第3稿 2<'))).toHaveLength(1);
  });

  test('in a chart: a value that no entry prints, a title', () => {
    const chart = (value: string, title: string) =>
      `<c:chartSpace xmlns:c="c" xmlns:a="a"><a:p><a:r><a:t>${title}</a:t></a:r></a:p><c:strCache><c:pt><c:v>2024年</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>${value}</c:v></c:pt></c:numCache></c:chartSpace>`;
    const withChart = (xml: string) =>
      unsourcedNumbers(zipSync({ ...unzipSync(bytes), 'word/charts/chart1.xml': strToU8(xml) }), ledger);
    expect(withChart(chart('94.78', '图1　公众满意度'))).toEqual([]);
    expect(withChart(chart('94.87', '图1　公众满意度'))).toHaveLength(1);
    expect(withChart(chart('94.78', '满意度95%'))).toHaveLength(1);
  });
});
