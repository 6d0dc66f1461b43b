import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/manuscript.ts';
import { applyAlways, chooseStandards } from '../../src/standards/choose.ts';
import { asOf, bindsOn, isInForce } from '../../src/standards/in-force.ts';
import { quoted, titleOf } from '../../src/standards/standard.ts';
import { limit, standard } from './own-standard.ts';

const BUNDLED = [standard([], { id: 'one', name: '甲', number: '1号' }), standard([], { id: 'two', name: '乙' })];
const file = (id: string) => ({
  name: `${id}.yaml`,
  text: `id: ${id}\nname: 丙\nissuer: 厅\nnumber: 3号\neffective: { from: 2020-01-01, until: null }\nregion: 某省\n`,
});
const ids = (standards: readonly { id: string }[]) => standards.map(({ id }) => id).join();
const codeOf = (wanted: Parameters<typeof chooseStandards>[1]): string => {
  try {
    chooseStandards(BUNDLED, wanted);
    return '';
  } catch (error) {
    return error instanceof InputError ? `${error.code}：${error.message}` : 'another error';
  }
};

describe('what --standard means', () => {
  it.each([
    ['nothing', [], ['', 'one,two', '']],
    ['an id', ['two'], ['two', 'one,two', '']],
    ['a file', [file('own')], ['', 'one,two', 'own']],
    ['both', [file('own'), 'one'], ['one', 'one,two', 'own']],
    ['a file under a bundled id', [file('one')], ['', 'two', 'one']],
  ])('%s', (_, wanted, expected) => {
    const { asked, bundled, own } = chooseStandards(BUNDLED, wanted);
    expect([ids(asked), ids(bundled), ids(own)]).toEqual(expected);
  });

  it('an unknown id lists those there are, with their names', () => {
    expect(codeOf(['tow'])).toBe(
      'standard-unknown：没有标准“tow”；内置的有one、two，也可以给出 .yaml 文件。\n  one　甲（1号）\n  two　乙',
    );
  });

  it('two files of one id', () => {
    expect(codeOf([file('own'), file('own')])).toMatch(/^standard-twice：.*“own”/u);
  });

  it('one asked for applies at any time to any kind', () => {
    const always = applyAlways(standard([], { kinds: ['county-basic'] }));
    expect([always.kinds, isInForce(always.effective, '1990-01-01')]).toEqual([
      ['county-basic', 'county-quality'],
      true,
    ]);
  });
});

describe('in force', () => {
  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2022-12-31', true],
    ['2023-01-01', false],
    [null, false],
  ])('2020 to 2022 on %s: %s', (date, expected) => {
    expect(isInForce({ from: '2020-01-01', until: '2022-12-31' }, date)).toBe(expected);
  });

  it('without an end, and without a day', () => {
    expect([isInForce({ from: '2020-01-01', until: null }, null), bindsOn(limit(1), null)]).toEqual([true, true]);
  });

  it('a standard of a day: limits out of date and those of some areas are left out, and the rule forgets them', () => {
    const whole = standard(
      [
        limit(600, { id: 'old', effective: { from: '2016-01-01', until: '2019-12-31' } }),
        limit(650, { id: 'new', effective: { from: '2020-01-01', until: null } }),
        limit(700, { id: 'east', area: '东部' }),
        limit(1, { id: 'ever' }),
      ],
      { schoolRule: { atLeast: 1, limits: ['old', 'ever'], clause: '', confidence: 'certain' } },
    );
    const on = (date: string | null) => ids(asOf(whole, date).limits);
    expect([on('2018-06-30'), on('2021-06-30'), on(null)]).toEqual(['old,ever', 'new,ever', 'new,ever']);
    expect(asOf(whole, null).schoolRule?.limits).toEqual(['ever']);
  });
});

it('a regulation is named and quoted', () => {
  expect(titleOf({ name: '办法', number: '1号' })).toBe('办法（1号）');
  expect(titleOf({ name: '办法', number: '' })).toBe('办法');
  expect(quoted({ name: '办法', number: '1号' }, '不低于85')).toBe('《办法》（1号）规定“不低于85”');
  expect(quoted({ name: '关于《办法》的说明', number: '' }, '甲')).toBe('关于《办法》的说明规定“甲”');
});
