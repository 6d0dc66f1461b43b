import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/standards/assess.ts';
import { analyseGaps } from '../../../src/standards/gap/analyse-gaps.ts';
import { parseStandard } from '../../../src/standards/parse.ts';
import { indicatorsPage } from '../../../src/write/html/indicators-page.ts';
import { dataset, row } from '../../standards/rows.ts';

const page = (count: number, id = 'quality-balance-2017') => {
  const url = new URL(`../../../src/standards/national/${id}.yaml`, import.meta.url);
  const standard = parseStandard(`${id}.yaml`, readFileSync(url, 'utf8'));
  const schools = Array.from({ length: count }, (_, index) =>
    row(`第${index + 1}小学<b>`, {
      pupils: 100 + index,
      'teaching-area': 300 + index * 11,
      'sports-area': 800 + index * 40,
      'equipment-value': 150000 + index * 9000,
      'teachers-above-required-degree': 3 + (index % 4),
      'backbone-teachers': 1 + (index % 2),
      'sports-arts-teachers': 1,
      'multimedia-rooms': 2 + (index % 3),
    }),
  );
  const county = dataset([...schools, row('小点', { pupils: 12 }, { type: '教学点' })]);
  const assessment = assess(county, standard);
  return indicatorsPage([{ assessment, gaps: analyseGaps(county, assessment, { prices: new Map(), growth: null }) }]);
};

describe('one page without script or request', () => {
  const html = page(12);

  it('nothing is loaded, nothing runs, no name is taken for markup', () => {
    expect(html).not.toMatch(/<script|<link|<img|https?:(?!\/\/www\.w3\.org)|onload|<b>/u);
    expect(html).toMatch(/content="default-src [^"]*none/u);
  });

  it('the verdict comes before any table', () => {
    expect(html.indexOf('未达到。能够核算的')).toBeLessThan(html.indexOf('<table'));
  });

  it('every chart has a text for those who do not see it', () => {
    const charts = html.match(/<svg[^>]*>/gu) ?? [];
    expect(charts.length).toBe(8);
    expect(charts.every((chart) => /role="img"/u.test(chart) && /aria-label="小学/u.test(chart))).toBe(true);
  });

  it('schools that do not count are named with the reason', () => {
    expect(html).toMatch(/小点<\/td><td class="number">12<\/td><td class="short">不足50人的教学点/u);
  });
});

it('a few schools have their names beside the bars, hundreds have the shape, and all are in the table', () => {
  const [few, many] = [page(12), page(120)];
  expect(few).toMatch(/class="name">第12小学/u);
  expect(many).not.toMatch(/class="name">第12小学/u);
  expect(many).toMatch(/最低[\d.]+<\/text>/u);
  expect(many).toMatch(/<td class="short">第120小学/u);
});

it('basic balance has no mark for schools: they stand against the county mean', () => {
  expect(page(12, 'basic-balance-2012')).toContain('县域均值');
});
