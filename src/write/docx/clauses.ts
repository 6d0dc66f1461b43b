/**
 * How a clause of GB/T 9704-2012 is met: `verified` by a test, on the rendered page wherever a page shows it (fonts and
 * colours in the file, since the fonts of offices are seldom where tests run), `written` by the program in a way that
 * a rendered page does not show, or left to a `person`.
 */
export type ClauseWay = 'verified' | 'written' | 'person';

/** A clause of GB/T 9704-2012 《党政机关公文格式》 and what becomes of it in a drafted Word file. */
export interface LayoutClause {
  /** Names the test that verifies it. */
  readonly id: string;
  /** Number in the standard; what only practice asks for stands under 8 and says so. */
  readonly clause: string;
  readonly way: ClauseWay;
  /** What the standard asks for, in our words. */
  readonly asks: string;
  /** What the Word file has, with its numbers, or what is left to do. */
  readonly ours: string;
}

/** The clauses in the order of the standard; clauses of one number that are met in different ways stand apart. */
export const LAYOUT_CLAUSES: readonly LayoutClause[] = [
  clause('paper', '5.1', 'verified', 'A4纸', '210毫米×297毫米'),
  clause(
    'margins',
    '5.2.1',
    'verified',
    '天头37毫米，订口28毫米，版心156毫米×225毫米',
    '上37、下35、左28毫米；右边距留0.3毫米给第28个字',
  ),
  clause(
    'fonts',
    '5.2.2、7.3',
    'verified',
    '标题小标宋，一级标题黑体，二级标题楷体，正文和三、四级标题仿宋',
    '方正小标宋简体、黑体、楷体_GB2312、仿宋_GB2312，数字和西文用 Times New Roman；文件里写明缺字体时用什么代替',
  ),
  clause('sizes', '5.2.2', 'verified', '标题2号字，正文和各级标题3号字', '标题22磅，正文16磅'),
  clause('lines', '5.2.3', 'verified', '每面22行', '固定行距28.95磅（29磅会使Word只排21行）'),
  clause('characters', '5.2.3', 'verified', '每行28字，撑满版心', '3号字每字收紧0.2磅，每行28字'),
  clause(
    'colour',
    '5.2.4',
    'verified',
    '文字为黑色',
    '文字全为黑色；待填处用黄色底纹标出，填好后去掉底纹；图用深浅不同的蓝色，黑白打印也能分清',
  ),
  clause('making', '6', 'person', '制版、印刷、双面印刷、左侧装订', '由印制人员办理'),
  clause(
    'head-marks',
    '7.2.1—7.2.3',
    'person',
    '份号、密级和保密期限、紧急程度',
    '报告一般没有；有的由人加在首页左上角',
  ),
  clause(
    'issuer-mark',
    '7.2.4—7.2.7',
    'person',
    '发文机关标志、发文字号、签发人、红色分隔线',
    '由办公室套红头；套好后标题在红线下空2行',
  ),
  clause('title-place', '7.3.1', 'verified', '标题居中', '居中，行距33磅，不拆到两页'),
  clause(
    'title-lines',
    '7.3.1',
    'verified',
    '标题分行时词意完整、排列对称，成梯形或菱形',
    '超过20字自动在词间分行；模板里自己分好的行照样保留',
  ),
  clause('addressee', '7.3.2', 'verified', '主送机关在标题下空一行，顶格，末尾用全角冒号', '标题下空一行，顶格'),
  clause('first-page', '7.3.3', 'verified', '首页必须显示正文', '标题、主送机关之后即为正文'),
  clause('indent', '7.3.3', 'verified', '每段左空2字，回行顶格', '首行缩进2字（按字数缩进，改字号时跟着变）'),
  clause(
    'levels',
    '7.3.3',
    'verified',
    '层次序数“一、”“（一）”“1.”“（1）”',
    '各级标题左空2字，用Word的标题样式，可生成目录和导航；序数在文字里，不用自动编号',
  ),
  clause(
    'attachment-list',
    '7.3.4',
    'verified',
    '附件说明在正文下空一行、左空2字；回行与上一行名称首字对齐',
    '用悬挂缩进对齐，名称前后不加空格',
  ),
  clause(
    'signature-seal',
    '7.3.5.1',
    'person',
    '加盖印章时，成文日期右空4字，署名居中在日期之上，印章压日期',
    '按不加盖印章排；用印时由人调整',
  ),
  clause(
    'signature-name',
    '7.3.5.2',
    'verified',
    '不加盖印章：正文下空一行，署名右空2字，日期首字比署名首字右移2字',
    '署名长于日期时如此',
  ),
  clause('signature-date', '7.3.5.2', 'verified', '日期长于署名的，日期右空2字，署名相应左移', '日期长于署名时如此'),
  clause('signature-many', '7.3.5.2', 'person', '几个机关联合行文时依次署名', '由人补写'),
  clause(
    'date-form',
    '7.3.5.4',
    'person',
    '成文日期用阿拉伯数字写全年、月、日，月、日不加0',
    '照设置里的日期写，如2025年6月5日',
  ),
  clause('remark', '7.3.6', 'person', '附注在日期下一行，左空2字加圆括号', '报告一般没有，由人补写'),
  clause(
    'attachment',
    '7.3.7',
    'verified',
    '附件另面编排；“附件”及序号用3号黑体顶格写在第一行，标题居中在第三行',
    '另起一面，第一行、第三行',
  ),
  clause('record', '7.4', 'person', '版记：分隔线、抄送机关、印发机关和印发日期', '由办公室印发时加'),
  clause(
    'page-number',
    '7.5',
    'verified',
    '4号半角宋体数字，左右各一条一字线，上距版心下边缘7毫米；单页居右空1字，双页居左空1字',
    '页脚距纸边25.5毫米，线在版心下7毫米；附件与正文连续编页',
  ),
  clause(
    'turned-page',
    '8',
    'verified',
    'A4横排表格页码位置与其他页一致；单页表头在订口一边，双页在切口一边',
    '列数超过9列或竖排放不下的表自动转为横排页，页码仍在竖放时的位置',
  ),
  clause(
    'table-header',
    '8',
    'verified',
    '（惯例）表跨页时重复表头，表题与表在同一页，单位在表的右上方',
    '表头每页重复，表题、单位与表不分开',
  ),
  clause('table-rows', '8', 'written', '（惯例）一行不拆到两页', '每行设为不跨页断行；不超过半页的表整张放在一页'),
  clause(
    'chart',
    '8',
    'verified',
    '（惯例）图题在图下，居中',
    'Word自带的图，可以修改；图题下附数据表，与台账逐个对应；图和图题在同一页',
  ),
  clause(
    'units',
    '9',
    'written',
    '计量单位、标点符号、数字用法按国家标准',
    '数字和单位由数据按GB/T 15835写出；引号、破折号按中文字体排',
  ),
  clause('special', '10', 'person', '信函格式、命令（令）格式、纪要格式', '不用于报告'),
];

function clause(id: string, number: string, way: ClauseWay, asks: string, ours: string): LayoutClause {
  return { id, clause: number, way, asks, ours };
}
