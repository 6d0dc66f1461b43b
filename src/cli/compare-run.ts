import { compareReports } from '../jobs/compare.ts';
import { extract } from '../jobs/extract.ts';
import { InputError } from '../model/manuscript.ts';
import { settingsBeside } from './beside.ts';
import { readBytes } from './files.ts';
import { READERS } from './old-word.ts';
import { emit, type FormatChoice, formatOf, refuseOverwriting } from './output.ts';
import { paintOf } from './terminal.ts';

type Format = 'text' | 'json' | 'xlsx' | 'html';

const FORMATS: FormatChoice<Format> = {
  formats: ['text', 'json', 'xlsx', 'html'],
  endings: { txt: 'text', json: 'json', xlsx: 'xlsx', html: 'html', htm: 'html' },
  later: [],
};

export interface CompareRunOptions {
  readonly format?: string;
  readonly output?: string;
  readonly sort?: string;
  readonly all?: boolean;
}

/** Sets two reports side by side; the exit code is 1 where a contradiction is an error by the settings of the new report's project. */
export async function runCompare(oldFile: string, newFile: string, options: CompareRunOptions): Promise<void> {
  const format = formatOf(FORMATS, options);
  if (format === 'xlsx' && options.output === undefined) {
    throw new InputError('output-missing', '格式 xlsx 需要用 -o 给出输出文件。');
  }
  const { sort = 'report' } = options;
  if (sort !== 'report' && sort !== 'change') {
    throw new InputError(
      'sort-unknown',
      `没有排序“${sort}”；可用 report（按今年报告的顺序）、change（变动大的在前）。`,
    );
  }
  refuseOverwriting(options.output, [oldFile, newFile]);
  const [old, now] = [await reportOf(oldFile), await reportOf(newFile)];
  const compared = compareReports(old, now, { sort, settings: settingsBeside(newFile) });
  switch (format) {
    case 'json': {
      const { comparisonJson } = await import('../write/compare/json.ts');
      emit(comparisonJson(compared), options.output);
      break;
    }
    case 'xlsx': {
      const { comparisonWorkbook } = await import('../write/compare/workbook.ts');
      emit(await comparisonWorkbook(compared), options.output);
      break;
    }
    case 'html': {
      const { comparisonPage } = await import('../write/compare/page.ts');
      emit(comparisonPage(compared), options.output);
      break;
    }
    case 'text': {
      const { comparisonText } = await import('../write/compare/text.ts');
      const paint = options.output === undefined ? paintOf(process.stdout) : undefined;
      emit(comparisonText(compared, options.all ?? false, paint), options.output);
    }
  }
  if (compared.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

async function reportOf(file: string) {
  const { report } = await extract(file, readBytes(file), READERS);
  return { file, report };
}
