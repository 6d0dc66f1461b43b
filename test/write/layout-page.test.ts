import { expect, test } from 'vitest';
import { LAYOUT_CLAUSES } from '../../src/write/docx/clauses.ts';
import { layoutPage } from '../../src/write/layout-page.ts';

test('the manual shows every clause and who sees to it', () => {
  const { id, text } = layoutPage();
  expect(id).toBe('layout');
  const rows = text.split('\n').filter((line) => /^\| [\d（]/.test(line));
  expect(rows.map((row) => row.split(' | ')[1])).toEqual(LAYOUT_CLAUSES.map(({ asks }) => asks));
  for (const row of rows) expect(row.split(' | ')).toHaveLength(4);
  expect(rows.filter((row) => row.endsWith('由人办理 |'))).toHaveLength(
    LAYOUT_CLAUSES.filter(({ way }) => way === 'person').length,
  );
});
