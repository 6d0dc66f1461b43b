import { independentReports, isStandard, type Phrase, readable, ROLES, usesOf } from '../../phrases/index.ts';
import { KIND_NAMES, ROLE_NAMES } from '../../phrases/phrase-names.ts';
import { type SheetCell, type SheetPlan, writeSheets } from '../workbook/xlsx.ts';
import { phraseText } from './answers.ts';

/** A library to be read: its phrases below the section that they mostly stood in. */
export function phrasesMarkdown(phrases: readonly Phrase[]): string {
  const groups = [...ROLES.map((role) => [role, ROLE_NAMES[role]] as const), [null, '其他'] as const];
  return groups
    .map(([role, name]) => {
      const own = phrases.filter((phrase) => mainRole(phrase) === role);
      return own.length === 0 ? '' : `## ${name}（${own.length}条）\n\n${own.map(phraseText).join('\n')}\n`;
    })
    .join('');
}

function mainRole({ sources }: Phrase): (typeof ROLES)[number] | null {
  const uses = ROLES.map((role) => sources.reduce((sum, one) => sum + (one.role === role ? one.count : 0), 0));
  const most = Math.max(...uses);
  return most === 0 ? null : (ROLES[uses.indexOf(most)] ?? null);
}

const COLUMNS: readonly { readonly heading: string; readonly width: number; of(phrase: Phrase): string | number }[] = [
  { heading: '编号', width: 15, of: ({ id }) => id },
  { heading: '短语', width: 70, of: readable },
  {
    heading: '章节',
    width: 20,
    of: ({ sources }) => unique(sources.map(({ role }) => (role === null ? '' : ROLE_NAMES[role]))),
  },
  { heading: '报告类型', width: 26, of: ({ sources }) => unique(sources.map(({ kind }) => KIND_NAMES[kind])) },
  { heading: '用过次数', width: 10, of: usesOf },
  { heading: '独立报告数', width: 11, of: independentReports },
  { heading: '标准句', width: 9, of: (phrase) => (isStandard(phrase) ? '是' : '') },
  {
    heading: '出处',
    width: 40,
    of: ({ sources }) => unique(sources.map(({ file, section }) => `${file}${section === '' ? '' : `《${section}》`}`)),
  },
];

/** A library as a workbook to filter and to look through. */
export function phrasesWorkbook(phrases: readonly Phrase[]): Promise<Uint8Array> {
  const header = COLUMNS.map(({ heading }): SheetCell => ({ value: heading, style: 'header' }));
  const rows = phrases.map((phrase) => COLUMNS.map(({ of }): SheetCell => ({ value: of(phrase), style: 'boxed' })));
  const sheet: SheetPlan = {
    name: '短语库',
    rows: [header, ...rows],
    widths: COLUMNS.map(({ width }) => width),
    frozen: { rows: 1, columns: 1 },
    filter: `A1:${String.fromCharCode(64 + COLUMNS.length)}${rows.length + 1}`,
    fitted: true,
    print: { title: '短语库', repeatedRows: 1, paper: 'a3' },
  };
  return writeSheets('短语库', [sheet]);
}

function unique(names: readonly string[]): string {
  return [...new Set(names.filter((name) => name !== ''))].join('、');
}
