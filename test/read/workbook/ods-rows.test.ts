import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../../src/read/workbook/open-workbook.ts';

test('rows that are repeated on paper, or lie in a group, are rows', async () => {
  const plain = await writeOds({
    sheets: [
      {
        name: '学校',
        rows: [
          ['学校名称', '学生数'],
          ['东山小学', 400],
        ],
      },
    ],
  });
  const parts = unzipSync(plain);
  const xml = strFromU8(parts['content.xml'] ?? new Uint8Array());
  const [first = '', second = ''] = xml.match(/<table:table-row[\s\S]*?<\/table:table-row>/gu) ?? [];
  const wrapped = xml
    .replace(first, `<table:table-header-rows>${first}</table:table-header-rows>`)
    .replace(second, `<table:table-row-group table:display="true">${second}</table:table-row-group>`);
  expect(wrapped).not.toBe(xml);
  // the kind of the file stands in its first part, which is not packed
  const bytes = zipSync({ ...parts, 'content.xml': strToU8(wrapped) }, { level: 0 });
  const { sheets } = await openWorkbook('数据.ods', bytes);
  const rows = [0, 1].map((row) => [0, 1].map((column) => sheets[0]?.cell(row, column)?.value));
  expect(rows).toEqual([
    ['学校名称', '学生数'],
    ['东山小学', 400],
  ]);
});
