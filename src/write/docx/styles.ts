import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { CHARACTER_SPACING, FONT, LINE, SIZE } from './layout.ts';

const exactLine = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const titleLine = { ...exactLine, line: 660 } as const;
const tableLine = { line: 380, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const smallLine = { line: 320, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
/** By characters, so that the indent follows the type size when someone changes it; the twips serve readers that ignore that. */
const twoCharacters = { firstLineChars: 200, firstLine: 640 } as const;

/** Ids of the paragraph styles besides the headings. */
export const STYLE = {
  body: 'OfficialBody',
  addressee: 'OfficialAddressee',
  attachment: 'OfficialAttachment',
  attachmentTitle: 'OfficialAttachmentTitle',
  signature: 'OfficialSignature',
  caption: 'OfficialCaption',
  unit: 'OfficialTableUnit',
  note: 'OfficialTableNote',
  subtitle: 'OfficialSubtitle',
  cell: 'OfficialTableCell',
  headerCell: 'OfficialTableHeader',
  chart: 'OfficialChart',
  chartCell: 'OfficialChartCell',
  chartHeader: 'OfficialChartHeader',
} as const;

/** The styles of an official document; every look is in a style, so that an office changes it in one place. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT.body, size: SIZE.body, characterSpacing: CHARACTER_SPACING, language: { eastAsia: 'zh-CN' } },
      // No widow control: it would leave pages of 21 lines.
      paragraph: { spacing: exactLine },
    },
    title: {
      run: { font: FONT.title, size: SIZE.title, bold: false, characterSpacing: 0, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: titleLine, keepNext: true },
    },
    heading1: heading(FONT.level1, 0),
    heading2: heading(FONT.level2, 1),
    heading3: heading(FONT.body, 2),
    heading4: heading(FONT.body, 3),
  },
  paragraphStyles: [
    style(STYLE.body, '公文正文', { alignment: AlignmentType.BOTH, indent: twoCharacters }),
    style(STYLE.addressee, '主送机关', { alignment: AlignmentType.LEFT }),
    style(STYLE.attachment, '附件', { alignment: AlignmentType.LEFT, keepNext: true }, { font: FONT.level1 }),
    // The look of the title; in the outline a heading below it: a file has one title, and who reads it takes two for one.
    style(
      STYLE.attachmentTitle,
      '附件标题',
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: titleLine, outlineLevel: 0 },
      { font: FONT.title, size: SIZE.title, characterSpacing: 0 },
    ),
    style(STYLE.signature, '署名和日期', { alignment: AlignmentType.RIGHT, keepLines: true }),
    style(
      STYLE.caption,
      '表题',
      { alignment: AlignmentType.CENTER, keepNext: true },
      { font: FONT.level1, size: 28, characterSpacing: 0 },
    ),
    style(STYLE.subtitle, '副标题', { alignment: AlignmentType.CENTER }, { font: FONT.level2 }),
    style(
      STYLE.unit,
      '表内单位',
      { alignment: AlignmentType.RIGHT, keepNext: true, spacing: tableLine },
      { size: SIZE.tableNote, characterSpacing: 0 },
    ),
    style(
      STYLE.note,
      '表注',
      { alignment: AlignmentType.LEFT, spacing: tableLine },
      { size: SIZE.tableNote, characterSpacing: 0 },
    ),
    style(
      STYLE.cell,
      '表格文字',
      { alignment: AlignmentType.CENTER, spacing: tableLine },
      { size: SIZE.table, characterSpacing: 0 },
    ),
    style(
      STYLE.headerCell,
      '表头',
      { alignment: AlignmentType.CENTER, spacing: tableLine, keepNext: true },
      { font: FONT.level1, size: SIZE.table, characterSpacing: 0 },
    ),
    // An exact line would cut a chart down to its own height.
    style(STYLE.chart, '图', {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 0 },
    }),
    style(
      STYLE.chartCell,
      '图中数据',
      { alignment: AlignmentType.CENTER, spacing: smallLine },
      { size: SIZE.tableNote, characterSpacing: 0 },
    ),
    style(
      STYLE.chartHeader,
      '图中数据表头',
      { alignment: AlignmentType.CENTER, spacing: smallLine, keepNext: true },
      { font: FONT.level1, size: SIZE.tableNote, characterSpacing: 0 },
    ),
  ],
};

function heading(font: (typeof FONT)['level1'], outlineLevel: number) {
  return {
    run: { font, size: SIZE.body, bold: false, italics: false, color: '000000' },
    paragraph: { spacing: exactLine, indent: twoCharacters, keepNext: true, outlineLevel },
  };
}

function style(
  id: string,
  name: string,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
  run: NonNullable<IParagraphStyleOptions['run']> = {},
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: { spacing: exactLine, ...paragraph } };
}
