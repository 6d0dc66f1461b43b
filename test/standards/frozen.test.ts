import { expect, test } from 'vitest';
import { nationalStandards } from '../../src/cli/resources.ts';
import { freezeStandards, thawStandards } from '../../src/standards/frozen.ts';
import { parseStandard } from '../../src/standards/parse.ts';

test('standards thaw as they were frozen, decimals and all', () => {
  const standards = nationalStandards().map(({ name, text }) => parseStandard(name, text));
  const thawed = thawStandards(freezeStandards(standards));
  expect(thawed).toEqual(standards);
  expect(
    thawed
      .flatMap(({ limits }) => limits)
      .every(({ value }, index) => {
        const before = standards.flatMap(({ limits }) => limits)[index]?.value;
        return before !== undefined && value.eq(before);
      }),
  ).toBe(true);
});
