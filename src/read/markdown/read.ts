import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Manuscript, ReadMessage } from '../../model/manuscript.ts';
import { assemble } from '../assemble.ts';
import { fault } from '../faults.ts';
import type { DecodedText } from '../text/decode.ts';
import { BlockReader } from './blocks.ts';
import { sourcePlaces } from './source-places.ts';

/** `1~3`, `5~8人`: a single tilde is a range in Chinese, never a deletion. */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

/** Quotations and lists inside one another on one line: the parser's time grows with the square of their number. */
const tooDeep = /^(?:[ \t]{0,4}(?:[>*+-]|\d{1,9}[.)])){500}/m;

/**
 * A Markdown file as a manuscript: what its reader sees, one paragraph a block.
 * Positions are those in this text form, not in the file: the marks of Markdown are no text.
 * @param name the file's name, for messages
 * @throws InputError `too-deep`
 */
export function readMarkdown(name: string, { text, messages }: DecodedText): Manuscript {
  const { body, message } = withoutFrontMatter(text);
  if (tooDeep.test(body)) throw fault(name, 'too-deep');
  const reader = new BlockReader(body);
  try {
    const tree: Root = parser.parse(body);
    reader.read(tree);
  } catch (error) {
    // Both the parser and the reader recurse; what is nested otherwise than by quotations and lists may end here.
    if (error instanceof RangeError) throw fault(name, 'too-deep');
    throw error;
  }
  return assemble('markdown', reader.lines, [...messages, ...message, ...reader.messages()]);
}

/** As {@link sourcePlaces}, of a file that {@link readMarkdown} has read. */
export function placesInMarkdown(source: string, text: string): readonly (number | null)[] {
  const { body } = withoutFrontMatter(source);
  return sourcePlaces(parser.parse(body), source, source.length - body.length, text);
}

/** Settings between two `---` at the beginning are for programs, and would be parsed as a rule and a heading. */
function withoutFrontMatter(text: string): { body: string; message: ReadMessage[] } {
  const settings = /^---\n(?:(?:[\w-]+:.*|[ \t]+.*|- .*|#.*|)\n)*?---[ \t]*(?:\n|$)/.exec(text);
  if (settings === null) return { body: text, message: [] };
  const message = { code: 'front-matter', message: '文件开头的设置（两行 --- 之间）不是正文，未读入。', line: null };
  return { body: text.slice(settings[0].length), message: [message] };
}
