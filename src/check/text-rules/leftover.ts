import { around, firstSpans, spanOf } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

/** What programs leave in a text that was copied or converted, and no writer prints. */
const LEFTOVERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\[bookmark:[^\]\n]*\]/gi, '书签标记'],
  [/(?<!\[bookmark:\s?)_(?:GoBack|Toc\d+|Hlk\d+|Ref\d+)\b/g, '书签标记'],
  [/错误！未(?:找到|定义)[^\n。]{0,10}[。！]?|Error! (?:Reference|Bookmark)[^\n。]{0,30}/g, '失效的交叉引用'],
  [/\b(?:MERGEFIELD|HYPERLINK|PAGEREF|MERGEFORMAT|FORMTEXT|PAGE \\\*)\b[^\n。，]{0,20}/g, '域代码'],
  [/<\/?(?:p|br|div|span|strong|b|i|u|a|td|tr|table|font|img|h[1-6])(?:\s[^>\n]{0,80})?\/?>/gi, '网页标记'],
  [/&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash);/g, '网页标记'],
  [/\{\{[^}\n]{0,40}\}\}|\$\{[^}\n]{0,40}\}/g, '模板占位'],
  [/\uFFFD+|锟斤拷|烫烫烫/g, '乱码'],
  [/(?<=[一-龥，。；、”])\[\](?=[\d一-龥，。])/g, '空方括号'],
];

/** English words that machines put for Chinese ones; names and units (App, km, PPT) are none of them. */
const STRAY_WORD =
  /(?<=[一-龥，、])\s+(?:time|with|and|the|of|or|for|from|to|in|on|at|by|is|are|was|that|this|have|has|will|people|work|day|year|good|new|not|but)\s+(?=[一-龥])/g;

/** Marks of word processors, web pages and converters. */
const rule: TextRule = {
  id: 'leftover',
  type: 'layout',
  title: '残留标记',
  why: '书签、域代码、网页标记、乱码和夹在汉字间的英文虚词是复制或转换时带进来的，上报前应当删去。',
  severity: 'error',
  find: ({ text }) => [
    ...LEFTOVERS.flatMap(([pattern, name]): TextDefect[] => {
      const [first, ...others] = [...text.matchAll(pattern)].map(spanOf);
      if (!first) return [];
      const times = others.length > 0 ? `等${others.length + 1}处` : '';
      return [
        {
          spans: firstSpans([first, ...others]),
          message: `文中残留${name}“${text.slice(first.start, first.end)}”${times}，应删去。`,
          suggestion: '',
        },
      ];
    }),
    ...[...text.matchAll(STRAY_WORD)].map((match) => ({
      spans: [spanOf(match)] as const,
      message: `文中“${around(text, spanOf(match), 4)}”夹有英文“${match[0].trim()}”，疑为复制残留，请核对。`,
      suggestion: null,
      severity: 'warning' as const,
    })),
  ],
  fires: [
    '[bookmark: _Toc1234]一、基本情况',
    '见错误！未找到引用源。',
    '全县共有学校98所。&nbsp;教师4386人。',
    '实现均衡发展 with 脱贫目标同步推进。',
  ],
  silent: [
    '推广“智慧校园”App，教师用PPT授课，每间教室面积67平方米。',
    '按照“互联网+教育”的思路，开展STEM课程和5G网络试点。',
  ],
};
export default rule;
