import type { Span } from '../../model/span.ts';
import { firstSpans, spanOf } from '../text-context.ts';
import type { TextDefect } from '../text-rule.ts';

/** One defect a style of mark: its first places and how often it stands in the text. */
export function oncePerStyle(
  text: string,
  pattern: RegExp,
  styleOf: (mark: string) => string,
  message: (style: string, count: number) => string,
): TextDefect[] {
  const styles = new Map<string, Span[]>();
  for (const match of text.matchAll(pattern)) {
    const style = styleOf(match[0]);
    const spans = styles.get(style);
    if (spans) spans.push(spanOf(match));
    else styles.set(style, [spanOf(match)]);
  }
  return [...styles].flatMap(([style, spans]): TextDefect[] => {
    const [first, ...others] = spans;
    if (!first) return [];
    return [{ spans: firstSpans([first, ...others]), message: message(style, spans.length), suggestion: null }];
  });
}
