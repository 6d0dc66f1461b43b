import { expect, test } from 'vitest';
import { nextPeriod } from '../../src/quantities/next-period.ts';

test.each<[string | null, number | null, string | null]>([
  ['2023', 2023, '2024'],
  ['2021', 2023, '2022'],
  ['2022-2023学年', 2023, '2023-2024学年'],
  ['2023学年', 2023, '2024学年'],
  [null, 2023, null],
  // four years back rolls on, five do not; next year's figure does, one two years on is a target
  ['2019', 2023, '2020'],
  ['2018', 2023, '2018'],
  ['2024', 2023, '2025'],
  ['2025', 2023, '2025'],
  // long ago: a census, the year a school was accepted
  ['2010', 2023, '2010'],
  // a target
  ['2030', 2023, '2030'],
  ['2016年以来', 2016, '2016年以来'],
  ['2023', null, '2023'],
])('%s in a report on %s → %s', (period, reportYear, expected) => {
  expect(nextPeriod(period, reportYear)).toBe(expected);
});
