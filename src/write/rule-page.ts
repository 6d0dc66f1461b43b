import { DATA_RULES, type DataExample, type DataRule } from '../check/data/index.ts';
import { PAIR_RULES, type PairRule } from '../check/other-reports/index.ts';
import { RULES, type Rule, TEXT_RULES, type TextRule } from '../check/index.ts';
import type { Finding } from '../model/relation.ts';
import { SEVERITY_WORDS } from './told.ts';

/** Checks a text as `check` does, so that a page shows what is really said; handed in, for checking is not this room's. */
export type CheckText = (text: string) => readonly Finding[];
/** The same for a text held against another. */
export type CheckPair = (here: string, there: string) => readonly Finding[];
/** The same for a text held against a workbook. */
export type CheckExample = (example: DataExample) => readonly Finding[];

/** One page of the manual. */
export interface ManualPage {
  /** Id of a rule, or `reading`. */
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** A page for each rule, made of the rule file itself: why, what is told, examples that fire and that stay silent. */
export function rulePages(checkText: CheckText, checkPair: CheckPair, checkExample: CheckExample): ManualPage[] {
  return [
    ...[...RULES, ...TEXT_RULES].map((rule) => page(rule, oneTextExamples(rule, checkText), '')),
    ...PAIR_RULES.map((rule) =>
      page(rule, pairExamples(rule, checkPair), `只有加上选项 \`${rule.option}\` 时才核对。\n\n`),
    ),
    ...DATA_RULES.map((rule) =>
      page(rule, dataExamples(rule, checkExample), '只有用 `--data 工作簿` 给出数据工作簿时才核对。\n\n'),
    ),
  ];
}

/** The list of all pages, for the manual's cover. */
export function manualIndex(pages: readonly ManualPage[]): string {
  return `# 均衡：手册\n\n${pages.map(({ id, title }) => `- [${title}](${id}.md)　\`${id}\``).join('\n')}\n`;
}

interface Examples {
  readonly fires: readonly string[];
  readonly silent: readonly string[];
}

function page(rule: Rule | TextRule | PairRule | DataRule, examples: Examples, note: string): ManualPage {
  const { id, title, why } = rule;
  const text = `# ${title}

规则 \`${id}\`

${why}

${note}## 会提示的例子

${examples.fires.join('\n')}

## 不会提示的例子

${examples.silent.join('\n')}

## 不想看到这类提示

只是某一处不是问题：\`junheng decisions 报告.docx --dismiss 编号 --reason 理由\`，以后不再列出那一处。

整份材料都不要这类提示，或要换一个级别：在报告所在文件夹的 \`junheng.yaml\` 中写

\`\`\`yaml
核对规则:
  ${title}: 关    # 或：错误、提醒、说明
\`\`\`
`;
  return { id, title, text };
}

function oneTextExamples({ id, fires, silent }: Rule | TextRule, check: CheckText): Examples {
  return {
    fires: fires.map((text) => {
      const told = check(text).filter((finding) => finding.rule === id);
      return [quoted(text), ...told.map(toldLine)].join('\n');
    }),
    silent: silent.map(quoted),
  };
}

function pairExamples({ id, fires, silent }: PairRule, check: CheckPair): Examples {
  const both = (here: string, there: string) => `${quoted(`甲：${here}`)}\n${quoted(`乙：${there}`)}`;
  return {
    fires: fires.map(({ here, there }) => {
      const told = check(here, there).filter((finding) => finding.rule === id);
      return [both(here, there), ...told.map(toldLine)].join('\n');
    }),
    silent: silent.map(({ here, there }) => both(here, there)),
  };
}

function dataExamples({ id, fires, silent }: DataRule, check: CheckExample): Examples {
  const both = ({ here, workbook }: DataExample) =>
    `${quoted(`报告：${here}`)}\n${quoted(`工作簿：${workbook.join('；')}`)}`;
  return {
    fires: fires.map((example) => {
      const told = check(example).filter((finding) => finding.rule === id);
      return [both(example), ...told.map(toldLine)].join('\n');
    }),
    silent: silent.map(both),
  };
}

/** A block quotation; Markdown's own marks in a report's text mean nothing. */
function quoted(text: string): string {
  const lines = text.split('\n').map((line) => `> ${line.replaceAll(/[\\`*_[\]<#|~]/g, '\\$&')}  `);
  return `${lines.join('\n')}\n`;
}

function toldLine({ severity, message, evidence }: Finding): string {
  return `${SEVERITY_WORDS[severity]}：${message}${evidence === null ? '' : `算式：${evidence}`}\n`;
}
