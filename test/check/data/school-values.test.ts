import { expect, it } from 'vitest';
import { countyData } from '../../../src/check/data/derived-values.ts';
import type { SchoolRow } from '../../../src/model/dataset.ts';
import type { Standard } from '../../../src/standards/standard.ts';
import { national } from '../../support/national.ts';
import { dataset, row } from '../../standards/rows.ts';

const SCHOOLS: readonly SchoolRow[] = [
  row('东关小学', { pupils: 100, 'teaching-area': 600, 'indoor-sports-area': 100 }),
  row('西关小学', { pupils: 100, 'teaching-area': 500, 'indoor-sports-area': 0 }),
];
const mean = (standard: Standard | null) =>
  countyData(dataset(SCHOOLS), standard).schools.indicator('teaching-area-per-pupil', '小学')?.value.toNumber();

it('a mean leaves out what the standard in force takes off', () => {
  expect(mean(null)).toBe(5.5);
  expect(mean(national('basic-balance-2012'))).toBe(5.5);
  expect(mean(national('quality-balance-2017'))).toBe(5);
});

it('so does what one school has per pupil, but not its area itself', () => {
  const ofSchool = (id: string, standard: string) =>
    countyData(dataset(SCHOOLS), national(standard))
      .schools.ofSchool(SCHOOLS.slice(0, 1), id)
      .map(({ value }) => value.toNumber());
  expect(ofSchool('teaching-area-per-pupil', 'basic-balance-2012')).toEqual([6]);
  expect(ofSchool('teaching-area-per-pupil', 'quality-balance-2017')).toEqual([5]);
  expect(ofSchool('teaching-area', 'quality-balance-2017')).toEqual([600]);
});
