import type { Command } from 'commander';
import { InputError } from '../../model/manuscript.ts';
import type { IndicatorsFormat } from '../../jobs/indicators.ts';
import { tellNotices } from '../data-files.ts';
import { readBytes, writeBytes } from '../files.ts';
import { nationalStandards } from '../resources.ts';

interface Options {
  readonly format?: string;
  readonly output?: string;
  readonly standard: readonly string[];
}

const FORMATS: Readonly<Record<string, IndicatorsFormat>> = { text: 'text', json: 'json', xlsx: 'xlsx' };
const ENDINGS: Readonly<Record<string, IndicatorsFormat>> = { txt: 'text', json: 'json', xlsx: 'xlsx' };

/** `junheng indicators WORKBOOK`: indicators, difference coefficients, limits. */
export function registerIndicators(program: Command): void {
  program
    .command('indicators')
    .description('测算各校指标、差异系数，逐项对照标准')
    .argument('<工作簿>', '数据工作簿（.xlsx、.xls、.ods，或学校表 .csv）')
    .option('--format <格式>', 'text、json 或 xlsx（默认按输出文件的扩展名，否则为 text）')
    .option('-o, --output <文件>', '写入文件')
    .option(
      '--standard <标准>',
      '标准的编号或 .yaml 文件，可多次给出（默认 basic-balance-2012）',
      (one: string, before: readonly string[]) => [...before, one],
      [] as readonly string[],
    )
    .action(async (path: string, options: Options) => {
      const format = formatOf(options);
      const workbook = readBytes(path);
      const wanted = options.standard.map((one) =>
        /\.ya?ml$/iu.test(one) ? { name: one, text: new TextDecoder().decode(readBytes(one)) } : one,
      );
      const { indicators, renderIndicators } = await import('../../jobs/indicators.ts');
      const result = await indicators({ name: path, workbook, standards: nationalStandards(), wanted });
      tellNotices(result.notices);
      const rendered = await renderIndicators(result, format);
      if (options.output === undefined) process.stdout.write(rendered);
      else writeBytes(options.output, rendered);
      if (result.missed) process.exitCode = 1;
    });
}

function formatOf({ format, output }: Options): IndicatorsFormat {
  const ending = output?.split('.').pop()?.toLowerCase() ?? '';
  const found = format === undefined ? (output === undefined ? 'text' : ENDINGS[ending]) : FORMATS[format];
  if (found === undefined) {
    throw new InputError(
      'format-unknown',
      format === undefined
        ? `${output}：不认识扩展名；可用 .txt、.json、.xlsx。`
        : `没有格式“${format}”；可用 text、json、xlsx。`,
    );
  }
  if (found === 'xlsx' && output === undefined) {
    throw new InputError('output-missing', '格式 xlsx 需要用 -o 给出输出文件。');
  }
  return found;
}
