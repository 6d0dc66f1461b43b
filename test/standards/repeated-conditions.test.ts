import { expect, it } from 'vitest';
import { repeatedConditions } from '../../src/standards/repeated-conditions.ts';
import { row } from './rows.ts';

const parts = (junior: Readonly<Record<string, number>>) => [
  row('双桥学校', { pupils: 500, 'teaching-area': 3000, 'sports-area': 5000, books: 10000 }),
  row('东山小学', { pupils: 500, 'teaching-area': 3000, 'sports-area': 5000, books: 10000 }),
  row('双桥学校', { pupils: 300, ...junior }, { part: '初中' }),
];

it.each([
  ['the same throughout', { 'teaching-area': 3000, 'sports-area': 5000, books: 10000 }, ['双桥学校']],
  ['one of them differs', { 'teaching-area': 3000, 'sports-area': 5000, books: 9000 }, []],
  ['too few to tell', { 'teaching-area': 3000, 'sports-area': 5000 }, []],
])('%s', (_, junior, expected) => {
  expect(repeatedConditions(parts(junior)).map(({ school }) => school.name)).toEqual(expected);
});
