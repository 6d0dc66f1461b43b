import { describe, expect, it } from 'vitest';
import { assess } from '../../src/standards/assess.ts';
import { boundSchools } from '../../src/standards/bound-schools.ts';
import { limit, standard } from './own-standard.ts';
import { dataset, row } from './rows.ts';

const SCHOOLS = [
  row('甲', { pupils: 1900 }),
  row('乙', { pupils: 1800, books: 10 }, { type: '九年一贯制学校' }),
  row('乙', { pupils: 701 }, { type: '九年一贯制学校', part: '初中' }),
];
const size = (value: number, changes: Parameters<typeof limit>[1]) =>
  limit(value, { id: 'size', indicator: 'pupils', comparison: '<=', level: 'school', ...changes });

describe('the schools that a limit binds', () => {
  it('all, those of a type, whole ones', () => {
    const told = (changes: Parameters<typeof limit>[1]) =>
      boundSchools(SCHOOLS, size(1, changes)).map(({ name, amounts }) => `${name}${amounts.get('pupils')?.toString()}`);
    expect(told({})).toEqual(['甲1900', '乙1800', '乙701']);
    expect(told({ types: ['小学'] })).toEqual(['甲1900']);
    expect(told({ wholeSchool: true })).toEqual(['甲1900', '乙2501']);
  });

  it('what one stage does not tell is not known of the whole', () => {
    const [whole] = boundSchools(SCHOOLS.slice(1), size(1, { wholeSchool: true }));
    expect([...(whole?.amounts.keys() ?? [])]).toEqual(['pupils']);
  });

  it('the size of a combined school is that of its stages together', () => {
    const limits = [
      size(2000, { id: 'primary', stage: '小学', types: ['小学'] }),
      size(2500, { types: ['九年一贯制学校'], wholeSchool: true }),
    ];
    const told = assess(dataset(SCHOOLS), standard(limits)).limits.map(
      ({ school, verdict, gap }) => `${school?.name} ${verdict} ${gap?.toString()}`,
    );
    expect(told).toEqual(['甲 holds undefined', '乙 broken 1']);
  });
});
