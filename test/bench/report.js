// 测速用的整篇报告：自编，各段数字不同。
// Whole reports to measure on, in the manner of the genre.

/** GB/T 9704: 22 lines of 28 characters. */
const CHARACTERS_A_PAGE = 22 * 28;
/** A table of schools stands behind so many parts. */
const PARTS_A_TABLE = 4;
const SCHOOLS = ['城关小学', '东河小学', '西坪小学', '南桥中学', '北山学校'];

/**
 * A report of so many pages; figures differ from paragraph to paragraph, and all relations hold but as many sums as are to be wrong.
 * @param {'tabs' | 'markdown' | null} tables how tables are written, if there are to be any
 */
export function reportOf(pages, wrong = 0, tables = null) {
  const parts = ['清河县义务教育均衡发展自评报告'];
  const between = tables === 'markdown' ? '\n\n' : '\n';
  let length = 0;
  for (let index = 1; length < pages * CHARACTERS_A_PAGE; index += 1) {
    const [primary, junior] = [3000 + index * 7, 1800 + index * 3];
    const part = [
      `（${index}）第${index}片区情况`,
      `第${index}片区现有在校生${primary + junior + (index <= wrong ? 1 : 0)}人（小学${primary}人、初中${junior}人），专任教师${180 + index}人，生师比为${(14 + (index % 9) / 10).toFixed(1)}:1。`,
      `近三年累计投入${1200 + index * 5}万元，新建、改扩建校舍${(1.2 + (index % 30) / 10).toFixed(1)}万平方米，生均公用经费逐年增长，分别为${650 + index}元、${680 + index}元、${720 + index}元。`,
      `片区内小学巩固率为100%，初中巩固率为${(98 + (index % 10) / 10).toFixed(1)}%，适龄残疾儿童少年入学率达到${(95 + (index % 20) / 10).toFixed(1)}%以上。`,
    ];
    if (tables !== null && index % PARTS_A_TABLE === 0) part.push(tableOf(index, tables));
    parts.push(...part);
    length += part.join('\n').length;
  }
  return parts.join(between);
}

function tableOf(index, kind) {
  const schools = SCHOOLS.map((name, place) => [name, 300 + index + place * 40, 20 + place, 1500 + index * 2 + place * 90]);
  const total = [1, 2, 3].map((column) => schools.reduce((sum, row) => sum + row[column], 0));
  const rows = [['学校', '在校生数（人）', '专任教师数（人）', '校舍面积（平方米）'], ...schools, ['合计', ...total]];
  if (kind === 'tabs') return rows.map((row) => row.join('\t')).join('\n');
  const [head, ...others] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, '| - | - | - | - |', ...others].join('\n');
}
