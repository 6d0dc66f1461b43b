import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';
import type { SearchOptions } from '../phrases-run.ts';

const later = () => import('../phrases-run.ts');

/** `junheng phrases …`: the library of sentences that have served before. */
export function registerPhrases(program: Command): void {
  const phrases = speakChinese(program.command('phrases'))
    .description('短语库：从以往报告中收集句式，数字和名称换成待填项，供起草时查用')
    .usage('<操作> [选项]');

  withLibrary(sub(phrases, 'add', '<报告…>'))
    .description('读入报告（或文件夹），收集其中的句子和分条')
    .argument('<报告...>', '.docx、.doc、.wps、.pdf、.txt、.md，或装有报告的文件夹')
    .action(async (files: readonly string[], options) => (await later()).runAdd(files, options));

  withFilters(withLibrary(sub(phrases, 'search', '<词句>')))
    .description('查找短语，好的在前；可给整词、半个词、同音的错字')
    .argument('<词句...>', '要找的词或句子')
    .option('--data <工作簿>', '用今年的数据填好各条短语')
    .option('--against <报告>', '标出与这份报告过于相近的短语，免得照抄')
    .option('--limit <条数>', '最多列出几条（默认10）')
    .option(
      '--segmenter <名称>',
      '分词程序：jieba（默认）、nodejieba 或 intl；也可在 junheng.yaml 中写“分词: nodejieba”',
    )
    .option('--format <格式>', 'text（默认）或 json')
    .action(async (words: readonly string[], options: SearchOptions) => (await later()).runSearch(words, options));

  withFilters(withLibrary(sub(phrases, 'list', '')))
    .description('列出短语库，用得多的在前')
    .option('--format <格式>', 'text（默认）或 json')
    .action(async (options) => (await later()).runList(options));

  withLibrary(sub(phrases, 'remove', '<编号…>'))
    .description('删去短语')
    .argument('[编号...]', '短语的编号，见 list；写开头几位即可')
    .option('--report <报告>', '删去出自这份报告的全部短语')
    .action(async (ids: readonly string[], options) => (await later()).runRemove(ids, options));

  withFilters(withLibrary(sub(phrases, 'export', '')))
    .description('导出短语库：.jsonl 供别处导入，.txt、.md 供阅读')
    .option('-o, --output <文件>', '写入文件（默认在屏幕上给出 .jsonl）')
    .action(async (options) => (await later()).runExport(options));

  withLibrary(sub(phrases, 'import', '<短语库…>'))
    .description('并入别人的短语库')
    .argument('<短语库...>', 'export 写出的 .jsonl 文件')
    .action(async (files: readonly string[], options) => (await later()).runImport(files, options));
}

function sub(phrases: Command, name: string, what: string): Command {
  return speakChinese(phrases.command(name)).usage(`[选项] ${what}`.trim());
}

function withLibrary(command: Command): Command {
  return command.option(
    '--library <文件>',
    '短语库（默认用当前项目的 短语库.jsonl；不在项目文件夹中时用本人的短语库）',
  );
}

function withFilters(command: Command): Command {
  return command
    .option('--role <章节>', '只要用于某类章节的：基本情况、达标情况、主要做法、特色亮点、自评结论、存在问题、下步打算')
    .option('--kind <类型>', '只要出自某类报告的：county-basic、county-quality、briefing、congress、school')
    .option('--indicator <指标>', '只要含有某项指标的，如 生均图书册数');
}
