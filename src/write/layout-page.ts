import { type ClauseWay, LAYOUT_CLAUSES } from './docx/clauses.ts';
import type { ManualPage } from './rule-page.ts';

const WAYS: Readonly<Record<ClauseWay, string>> = {
  verified: '程序写好，有测试核对',
  written: '程序写好',
  person: '由人办理',
};

/** The manual's page about the layout: what the program does of GB/T 9704-2012, and what it leaves to people. */
export function layoutPage(): ManualPage {
  const count = (way: ClauseWay) => LAYOUT_CLAUSES.filter((one) => one.way === way).length;
  const lines = [
    '# 公文格式',
    '',
    '起草的 Word 报告按 GB/T 9704-2012《党政机关公文格式》排版。下表逐条说明：程序做到了什么，什么要由人来办。',
    `其中${count('verified')}条由程序写好，并有测试核对（位置和尺寸在排出的页面上量，字体和颜色在文件里核），${count('written')}条由程序写好而没有逐一核对，${count('person')}条由人办理。`,
    '',
    '| 条款 | 标准的要求 | 本程序的做法 | 由谁办 |',
    '| :-- | :-- | :-- | :-- |',
    ...LAYOUT_CLAUSES.map(({ clause, asks, ours, way }) => `| ${clause} | ${asks} | ${ours} | ${WAYS[way]} |`),
    '',
    '页面是用 LibreOffice 排出来量的；Word 和 WPS 的断行可能略有不同，印发前请翻看一遍。',
    '',
  ];
  return { id: 'layout', title: '公文格式', text: lines.join('\n') };
}
