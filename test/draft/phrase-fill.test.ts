import { describe, expect, test } from 'vitest';
import { phraseFiller } from '../../src/draft/phrase-fill.ts';
import type { Dataset, Datum } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import type { FigureSlot } from '../../src/phrases/index.ts';

const datum = (indicator: string, stage: Datum['stage'], period: string, value: string, unit: string): Datum => ({
  indicator,
  stage,
  period,
  scope: null,
  value: new Decimal(value),
  unit,
  source: { sheet: '县情', cell: 'C7' },
  definition: null,
  asOf: null,
  office: null,
});
const dataset: Dataset = {
  county: '青禾县',
  year: '2025',
  schools: [],
  data: [
    datum('pupils', '小学', '2025', '18216', '人'),
    datum('pupils', '小学', '2024', '18504', '人'),
    datum('population', null, '2025', '316200', '人'),
    datum('township-count', null, '2025', '9', '个'),
  ],
};
const figure = (indicator: string | null, change: Partial<FigureSlot> = {}): FigureSlot => ({
  kind: 'figure',
  name: '数量',
  indicator,
  stage: null,
  unit: '人',
  figureKind: 'count',
  role: 'level',
  places: 0,
  ratio: false,
  scope: null,
  offset: 0,
  ...change,
});
const fill = phraseFiller(dataset);

describe('a phrase is filled with what the data say', () => {
  test.each([
    ['this year’s figure', figure('pupils', { stage: '小学' }), '18216人'],
    ['last year’s figure', figure('pupils', { stage: '小学', offset: -1 }), '18504人'],
    ['in the slot’s own unit', figure('population', { unit: '万人', places: 2 }), '31.62万人'],
    ['with another word for the unit', figure('pupils', { stage: '小学', unit: '名' }), '18216名'],
    ['without a unit', figure('pupils', { stage: '小学', unit: null }), '18216'],
    ['the county', { kind: 'place', name: '县名' }, '青禾县'],
    ['years', { kind: 'date', name: '年份', form: '<-2>—<0>年', event: false }, '2023—2025年'],
  ] as const)('%s', (_, slot, expected) => {
    expect(fill({ frame: '前{1}后', slots: [slot] })).toEqual({ text: `前${expected}后`, gaps: [] });
  });
});

describe('and a gap stays where they say nothing', () => {
  test.each([
    ['no such datum', figure('teachers')],
    ['a year without data', figure('pupils', { stage: '小学', offset: -5 })],
    ['a year that is not told', figure('pupils', { stage: '小学', offset: null })],
    ['a name of the text’s own', figure('text:投入资金')],
    ['nameless', figure(null)],
    ['a change', figure('pupils', { stage: '小学', role: 'change' })],
    ['a limit', figure('pupils', { stage: '小学', role: 'limit' })],
    ['a part of the county', figure('pupils', { stage: '小学', scope: '城区' })],
    ['another unit: 乡镇9人 counts no townships', figure('township-count')],
    ['money where persons are counted', figure('pupils', { stage: '小学', figureKind: 'money', unit: '元' })],
    ['the day of an event', { kind: 'date', name: '数量', form: '<0>年9月', event: true }],
    ['a year of a report without one', { kind: 'date', name: '数量', form: '<?>年', event: false }],
    ['a school', { kind: 'school', name: '数量' }],
    ['a person', { kind: 'person', name: '数量' }],
  ] as const)('%s', (_, slot) => {
    expect(fill({ frame: '前{1}后', slots: [slot] })).toEqual({ text: '前【数量】后', gaps: ['数量'] });
  });
});
