import type { Need } from '../../draft/index.ts';
import { BASICS_ROWS, SHEETS } from '../../read/workbook/columns.ts';
import type { CountyFill } from './county-fill.ts';
import { figureSheets } from './template-figures.ts';
import { gateSheet, satisfactionSheet, workSheet } from './template-forms.ts';
import { schoolSheet } from './template-schools.ts';
import { type SheetCell, type SheetPlan, writeSheets } from './xlsx.ts';

export { schoolSheet } from './template-schools.ts';

/** What a workbook is made for. */
export interface TemplateRequest {
  /** Title of the report kind. */
  readonly title: string;
  /** The report's year, `2024`. */
  readonly year: string;
  /** What the report asks of the county, besides what the declaration form does. */
  readonly needs: readonly Need[];
  /** A county to fill in; without it the workbook is empty. */
  readonly fill: CountyFill | null;
}

const GUIDE = [
  ['填写说明', 'title'],
  ['一、填什么', 'topic'],
  ['1. 工作表按申报表的顺序排列。先填“基本信息”的县名和报告年度，其余可以分给各科室填，最后合在一起。', 'wrapped'],
  [
    '2. “县情”对应申报表表1（L1至L22）；“学校”每所学校每个学段一行；“省标”填本省办学基本标准；“经费”“普及与质量”每年一列；“工作自评”按项填分；“满意度”按调查对象填；表中没有的数填在“其他数据”，名称自定。',
    'wrapped',
  ],
  [
    '3. 口径、统计时点、来源科室随数据进入报告的数字台账，供各科室签认。一行有几年的，统计时点填报告年度的。',
    'wrapped',
  ],
  ['二、怎样填', 'topic'],
  ['4. 鼠标停在表头或指标名称上可看到填写要求；学段、学校类型、举办者等请从下拉列表选择。', 'wrapped'],
  ['5. 只填数字，不写“约”“余”；没有的数据留空，不要填0。合计行不必填写，填了也不读取。', 'wrapped'],
  ['6. 单位可改用万人、万元、亿元，读取时自动换算。灰色格子本报告用不到，有数也可以填。', 'wrapped'],
  ['7. 同一个数只填一处；填了两处而数不同的，读取时会指出两处的位置。', 'wrapped'],
  [
    '8. 一贯制学校、完全中学分学段填写。校舍、场馆、设备、计算机、图书共用的，可在“办学条件填报”选“全校”并填全校的数，测算时按1:1.1、1:1.2、1:1.1:1.32折算到各学段。',
    'wrapped',
  ],
  ['9. 列的顺序可以调整，可以增加列和行；请不要改动表头文字和工作表名称。', 'wrapped'],
] as const;

/**
 * The data workbook to fill in, or filled with a county, its sheets in the order of the declaration forms. What
 * {@link readWorkbook} reads back is exactly what is filled in.
 *
 * @returns the bytes of an .xlsx file
 */
export async function writeTemplateWorkbook(request: TemplateRequest): Promise<Uint8Array> {
  const { facts, money, quality, others } = figureSheets(request);
  return writeSheets(`${request.title}数据`, [
    {
      name: SHEETS.guide,
      widths: [100],
      rows: GUIDE.map(([value, style]) => [{ value, style }]),
      fitted: true,
      print: { title: SHEETS.guide, repeatedRows: 0 },
    },
    basicsSheet(request),
    facts,
    schoolSheet(request.fill),
    gateSheet(request.fill),
    money,
    quality,
    workSheet(request.fill),
    satisfactionSheet(request.fill),
    others,
  ]);
}

/** The sheet 基本信息; `others` are rows behind the usual ones. */
export function basicsSheet(
  { fill, year, county = '' }: Pick<TemplateRequest, 'fill' | 'year'> & { readonly county?: string },
  others: readonly SheetCell[][] = [],
): SheetPlan {
  const given = new Map(Object.entries({ 县名: fill?.county ?? county, 年份: fill?.year ?? year, ...fill?.basics }));
  const rows = BASICS_ROWS.map(({ name, note }): SheetCell[] => [
    { value: name, style: 'header' },
    { value: given.get(name) ?? null, format: '@' },
    { value: note, style: 'wrapped' },
  ]);
  const header = ['项目', '内容', '说明'].map((value): SheetCell => ({ value, style: 'header' }));
  return {
    name: SHEETS.basics,
    widths: [16, 30, 40],
    rows: [header, ...rows, ...others],
    frozen: { rows: 1, columns: 0 },
    print: { title: SHEETS.basics, repeatedRows: 1 },
  };
}
