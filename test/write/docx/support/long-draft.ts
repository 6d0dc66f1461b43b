import type { BlockContent, Paragraph, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast';
import '../../../../src/draft/nodes.ts';

type Role = NonNullable<NonNullable<Paragraph['data']>['role']>;

/** A text node. */
export function words(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Inline nodes from a short notation: `[f1:41.26万人]` is a figure, `[?待填]` a gap, `|` a line break. */
export function inline(source: string): PhrasingContent[] {
  return source.split(/(\[[^\]]*\]|\|)/).flatMap((piece): PhrasingContent[] => {
    if (piece === '') return [];
    if (piece === '|') return [{ type: 'break' }];
    const figure = /^\[f(\d+):(.*)\]$/.exec(piece);
    if (figure) return [{ type: 'figure', id: `f_${(figure[1] ?? '').padStart(4, '0')}`, value: figure[2] ?? '' }];
    return [piece.startsWith('[?') ? { type: 'gap', value: `【${piece.slice(2, -1)}】` } : words(piece)];
  });
}

/** A paragraph, with a role where it has one. */
export function paragraph(source: string, role?: Role): Paragraph {
  return { type: 'paragraph', children: inline(source), ...(role === undefined ? {} : { data: { role } }) };
}

/** A heading; depth 1 is the title. */
export function heading(depth: 1 | 2 | 3 | 4 | 5, source: string): RootContent {
  return { type: 'heading', depth, children: inline(source) };
}

/** A table of rows in the notation of {@link inline}, without breaks: `|` parts the cells. */
export function table(rows: readonly string[], align: Table['align'] = null): Table {
  const row = (source: string): TableRow => ({
    type: 'tableRow',
    children: source.split('|').map((cell) => ({ type: 'tableCell', children: inline(cell) as never })),
  });
  return { type: 'table', align, children: rows.map(row) };
}

/** A draft of these blocks. */
export function draft(...children: readonly (RootContent | BlockContent)[]): Root {
  return { type: 'root', children: [...children] };
}

/** Characters that no font sets narrower, and no rule keeps from a line's beginning or end. */
export function plain(characters: number): string {
  return '国'.repeat(characters);
}

/** A draft with all that an official text may hold; signature and date by the longer of the two. */
export function longDraft(signatory: string): Root {
  let figure = 0;
  const number = (value: number, places = 0) => `[f${++figure}:${value.toFixed(places)}]`;
  const years = ['2019', '2020', '2021', '2022', '2023'];
  return draft(
    heading(1, '清河县人民政府关于义务教育基本均衡发展县创建工作情况的自评报告'),
    paragraph('市人民政府教育督导委员会：', 'addressee'),
    paragraph(plain(26 + 28 * 3)),
    heading(2, '一、基本情况'),
    heading(3, '（一）县情'),
    heading(4, '1.人口'),
    heading(5, '（1）常住人口'),
    paragraph(`${plain(40)}，总人口${number(41.26, 2)}万人，另有[?待填：面积]。`),
    paragraph('小学差异系数与限值', 'column-chart'),
    table([
      '指标|小学|初中|国家标准',
      ...['教学用房', '运动场馆', '仪器设备', '计算机', '图书'].map(
        (name, index) =>
          `${name}|${number(0.31 + index / 25, 3)}|${index === 2 ? '[?待填]' : number(0.4 - index / 30, 3)}|${number(0.65, 2)}`,
      ),
    ]),
    paragraph(plain(26 + 28 * 2)),
    paragraph('近五年教育经费投入', 'line-chart'),
    paragraph('单位：万元', 'unit'),
    table([
      '年度|教育经费|一般公共预算',
      ...years.map((year, index) => `${year}年|${number(4000 + 350 * index)}|${number(21000 + 900 * index)}`),
    ]),
    paragraph('没有数据的图', 'column-chart'),
    table(['指标|小学', '图书|[?待填]']),
    paragraph('表1　各校指标', 'caption'),
    paragraph('单位：元', 'unit'),
    table([
      '学校|学生数|图书',
      ...Array.from({ length: 60 }, (_, index) => `第${index + 1}小学|${number(300 + index)}|${number(9000 + index)}`),
    ]),
    paragraph('注：数据截至学年初。', 'note'),
    paragraph(plain(26 + 28)),
    paragraph('表2　各校八项指标', 'caption'),
    table([
      '学校|教学用房|运动场馆|仪器设备|计算机|图书|师生比|学历|职称|备注',
      ...Array.from(
        { length: 45 },
        (_, index) => `第${index + 1}小学|${Array.from({ length: 8 }, () => number(3 + index / 10, 2)).join('|')}|—`,
      ),
    ]),
    paragraph(plain(26 + 28)),
    paragraph(
      `附件：1.清河县义务教育学校八项指标县域均值和差异系数及其与国家标准的比较一览表|2.清河县整改清单`,
      'attachment-list',
    ),
    paragraph(signatory, 'signature'),
    paragraph('2019年12月15日', 'date'),
    paragraph('附件1', 'attachment'),
    heading(1, '清河县八项指标一览表'),
    paragraph(plain(60)),
    paragraph('附件2', 'attachment'),
    heading(1, '清河县整改清单'),
    table([
      '学校|一|二|三|四|五|六|七|八|九|十',
      `第1小学|${Array.from({ length: 10 }, () => number(12345.67, 2)).join('|')}`,
    ]),
  );
}
