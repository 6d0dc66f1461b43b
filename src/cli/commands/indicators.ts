import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Decimal } from '../../model/decimal.ts';
import { InputError } from '../../model/manuscript.ts';
import type { IndicatorsFormat, NamedText } from '../../jobs/indicators.ts';
import type { Growth } from '../../standards/gap/growth.ts';
import { dataFiles, tellNotices } from '../data-files.ts';
import { readBytes } from '../files.ts';
import { emit, refuseOverwriting } from '../output.ts';
import { nationalStandards } from '../resources.ts';
import { addStandardOption, wantedStandard } from '../standard-option.ts';

interface Options {
  readonly format?: string;
  readonly output?: string;
  readonly standard?: readonly string[];
  readonly price: readonly string[];
  readonly growth?: string;
  readonly years?: string;
}

const FORMATS: Readonly<Record<string, IndicatorsFormat>> = {
  text: 'text',
  json: 'json',
  xlsx: 'xlsx',
  html: 'html',
};
const ENDINGS: Readonly<Record<string, IndicatorsFormat>> = {
  txt: 'text',
  json: 'json',
  xlsx: 'xlsx',
  html: 'html',
  htm: 'html',
};

/** `junheng indicators WORKBOOK`: indicators, difference coefficients, limits. */
export function registerIndicators(program: Command): void {
  addStandardOption(
    program
      .command('indicators')
      .description('测算各校指标、差异系数，逐项对照标准，算出各校缺多少、怎样补足')
      .argument('<工作簿>', '数据工作簿（.xlsx、.xls、.ods，或学校表 .csv），或装有各表 .csv 的文件夹')
      .option('--format <格式>', 'text、json、xlsx 或 html（默认按输出文件的扩展名，否则为 text）')
      .option('-o, --output <文件>', '写入文件')
      .option(
        '--price <名称=元>',
        '单价，如“图书册数=25”，可多次给出；也可写在工作簿旁 junheng.yaml 的“单价”中。没有单价时求最少数量',
        (one: string, before: readonly string[]) => [...before, one],
        [] as readonly string[],
      )
      .option('--growth <比例>', '今后学生数每年增长的比例，如 3%（减少写 -2%），测算那时哪些学校会低于标准')
      .option('--years <年数>', '测算到今后第几年，1至10（默认3，与 --growth 同用）'),
  ).action(async (path: string, options: Options) => {
    const format = formatOf(options);
    const { label, paths, folder, files: workbook } = dataFiles(path);
    refuseOverwriting(options.output, paths);
    const wanted = (options.standard ?? []).map(wantedStandard);
    const growth = growthOf(options);
    const { indicatorPrices, indicators, renderIndicators } = await import('../../jobs/indicators.ts');
    const prices = indicatorPrices(settingsIn(folder), options.price);
    const standards = nationalStandards();
    const result = await indicators({ name: label, workbook, standards, wanted, prices, growth });
    tellNotices(result.notices);
    emit(await renderIndicators(result, format), options.output);
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
        ? `${output}：不认识扩展名；可用 .txt、.json、.xlsx、.html。`
        : `没有格式“${format}”；可用 text、json、xlsx、html。`,
    );
  }
  if (found === 'xlsx' && output === undefined) {
    throw new InputError('output-missing', '格式 xlsx 需要用 -o 给出输出文件。');
  }
  return found;
}

/** The settings of the project that a workbook belongs to: the junheng.yaml in its folder. */
function settingsIn(folder: string): NamedText | null {
  const name = join(folder, 'junheng.yaml');
  return existsSync(name) ? { name, text: new TextDecoder().decode(readBytes(name)) } : null;
}

function growthOf({ growth, years }: Options): Growth | null {
  if (growth === undefined) {
    if (years === undefined) return null;
    throw new InputError('growth-missing', '--years 要与 --growth 同用，如 --growth 3% --years 5。');
  }
  const rate = /^([+-]?\d+(?:\.\d+)?)[%％]$/u.exec(growth)?.[1];
  const share = rate === undefined ? null : new Decimal(rate).div(100);
  if (share === null || share.abs().gt('0.5')) {
    throw new InputError('growth-invalid', `--growth ${growth}：应写成百分数，在-50%与50%之间，如 3%。`);
  }
  const count = years === undefined ? 3 : Number(years);
  if (!Number.isInteger(count) || count < 1 || count > 10) {
    throw new InputError('years-invalid', `--years ${years}：应为1至10的整数。`);
  }
  return { rate: share, years: count };
}
