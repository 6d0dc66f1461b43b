import { expect, test } from 'vitest';
import { writeMarkdown } from '../../src/write/markdown.ts';
import { draft, heading, paragraph, table } from './docx/support/long-draft.ts';

test('all roles in Markdown', () => {
  const text = writeMarkdown(
    draft(
      heading(1, '清河县人民政府|自评报告'),
      paragraph('市人民政府：', 'addressee'),
      paragraph('学校[f1:12所]，[?待填：面积]。'),
      paragraph('图1　经费', 'line-chart'),
      paragraph('单位：万元', 'unit'),
      table(['年度|经费', '2023年|[f2:5400]']),
      paragraph('附件：1.一览表|2.清单', 'attachment-list'),
      paragraph('清河县人民政府', 'signature'),
      paragraph('2024年3月5日', 'date'),
      paragraph('附件1', 'attachment'),
      heading(1, '一览表'),
    ),
  );
  expect(text).toBe(`# 清河县人民政府自评报告

市人民政府：

学校12所，**【待填：面积】**。

图1　经费

单位：万元

| 年度    | 经费   |
| ----- | ---- |
| 2023年 | 5400 |

附件：1.一览表

2.清单

清河县人民政府

2024年3月5日

---

附件1

# 一览表
`);
});
