import { list, listLevel, numbered, paragraph, run, styled, table } from './docx.ts';
import type { DocxParts } from './docx.ts';

/** A heading style with an outline level of Word (from 0). */
function headingStyle(id: string, name: string, outlineLevel: number): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:outlineLvl w:val="${outlineLevel}"/></w:pPr></w:style>`;
}

const official = list(
  1,
  listLevel(0, 'chineseCountingThousand', '%1、') +
    listLevel(1, 'chineseCountingThousand', '（%2）') +
    listLevel(2, 'decimal', '%3.'),
);

/**
 * A report of a fictional county as a Word file holds it: title, automatic numbers, runs cut where Word cuts them,
 * and a table of schools in each part.
 * @param parts how often the three sections are repeated; 60 make about 200 pages
 */
export function countyReport(parts = 1): DocxParts {
  const sections = Array.from({ length: parts }, (_, index) => section(index + 1)).join('');
  return {
    body: paragraph('清河县义务教育均衡发展工作报告', styled('Title')) + sections,
    styles: headingStyle('Title', 'Title', 0) + headingStyle('1', 'heading 1', 0) + headingStyle('2', 'heading 2', 1),
    numbering: official.abstract + official.instance,
  };
}

function section(part: number): string {
  const schools = Array.from({ length: 12 }, (_, index) => [
    `清河县第${index + 1}小学`,
    String(400 + 17 * index + part),
    `${(16 + index / 10).toFixed(2)}:1`,
    `${(6 + index / 100).toFixed(2)}平方米`,
  ]);
  const body = (text: string) => paragraph(`　　${text}`);
  return [
    paragraph('基本情况', styled('1') + numbered(1, 0)),
    body(`全县辖${part + 8}个乡镇，总人口${40 + part}.88万人，现有小学45所、初级中学11所、九年一贯制学校3所。`),
    paragraph('办学条件', styled('2') + numbered(1, 1)),
    paragraph(
      `${run('小学生均占地面积')}${run('23.61')}${run('平方米，生师比')}${run('16.4')}${run(':1')}${run('，达标率100%。')}`,
    ),
    ...Array.from({ length: 18 }, (_, index) =>
      body(
        `在第${index + 1}项工作中，累计投入资金${1200 + index * 35}万元，新建、改扩建校舍${(3.2 + index / 10).toFixed(1)}万平方米，` +
          `补充教师${60 + index}名，其中音体美教师${20 + index}名，占${(((20 + index) / (60 + index)) * 100).toFixed(2)}%。`,
      ),
    ),
    paragraph('表 各小学主要指标'),
    table([['学校', '学生数', '生师比', '生均面积'], ...schools]),
    paragraph(),
    paragraph('经费保障', styled('2') + numbered(1, 1)),
    paragraph('落实教育经费“两个只增不减”', numbered(1, 2)),
    paragraph('足额征收教育费附加', numbered(1, 2)),
  ].join('');
}
