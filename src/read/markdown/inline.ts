import type { Emphasis, PhrasingContent, Strong } from 'mdast';
import { softBreak } from '../assemble.ts';

/** Figures and their units begin so: what stands behind a redacted number. */
const unitAhead =
  /^(?:余|多)?(?:[十百千万亿]+[元人名所个平册台套间亩]|元|[%％‰]|个百分点|平方|公顷|公里|亩|[人名所]?[，。；、])/;

/** A line end beside one of these is none that a reader sees; between others it is a space. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2014\u2026]/;

/**
 * The text of inline content as its reader sees it, without marks of emphasis, links and HTML.
 * @param source what was parsed
 */
export function inlineText(nodes: readonly PhrasingContent[], source: string): string {
  return joinLines(collect(nodes, source));
}

function collect(nodes: readonly PhrasingContent[], source: string): string {
  return nodes.map((node) => textOf(node, source)).join('');
}

function textOf(node: PhrasingContent, source: string): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return node.value.replaceAll('\n', ' ');
    case 'break':
      return softBreak;
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? softBreak : '';
    case 'emphasis':
    case 'strong':
      return emphasised(node, source);
    case 'delete':
    case 'link':
    case 'linkReference':
      return collect(node.children, source);
    default:
      // Images and references to footnotes are not text.
      return '';
  }
}

/**
 * `投入**万元，其中**万元`: Markdown takes two redacted numbers for a bold stretch of text.
 * It is none where a word stands right before the marks and a unit right behind them; then the marks stay.
 */
function emphasised(node: Emphasis | Strong, source: string): string {
  const text = collect(node.children, source);
  const start = node.position?.start.offset ?? 0;
  const marks = /^\*+/.exec(source.slice(start, start + (node.type === 'strong' ? 2 : 1)))?.[0] ?? '';
  const before = source.slice(Math.max(0, start - 1), start);
  const isRedaction = marks !== '' && /[\p{L}\p{N}]/u.test(before) && unitAhead.test(text);
  return isRedaction ? marks + text + marks : text;
}

function joinLines(text: string): string {
  return text.replaceAll(/(.?)\n(?=(.?))/gu, (_, before: string, after: string) =>
    wide.test(before) || wide.test(after) ? before : `${before} `,
  );
}
