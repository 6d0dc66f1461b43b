import Handlebars from 'handlebars';
import { DEEPEST, MOST_CHARACTERS } from './limits.ts';
import type { RecordedProblem } from './problem.ts';

/** A section template: its file name, for messages, and its text. */
export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/** A template as a tree; null where it has none. With its first fault, and those behind it that do not follow from that one. */
export interface ParsedTemplate {
  readonly name: string;
  readonly program: hbs.AST.Program | null;
  readonly problems: readonly RecordedProblem[];
}

const MOST_FAULTS = 20;
const INCOMPLETE = '{{ }} 写得不完整：检查括号、引号是否成对，{{#…}} 是否有 {{/…}}';

/**
 * Parses a template. Handlebars gives up at the first fault; where that lies within one `{{…}}` that opens or closes nothing, the
 * rest is parsed without it, so that an author hears of everything at once.
 */
export function parseTemplate({ name, text }: TemplateFile): ParsedTemplate {
  const problems: RecordedProblem[] = [];
  if (text.length > MOST_CHARACTERS) {
    const message = `模板太长：有${text.length}字，最多${MOST_CHARACTERS}字`;
    return { name, program: null, problems: [{ file: name, line: 1, column: 1, message }] };
  }
  const deep = tooDeepAt(text);
  if (deep !== null) {
    const message = `括号或 {{#…}} 套得太深，最多${DEEPEST}层`;
    return { name, program: null, problems: [{ file: name, ...placeOf(text, deep), message }] };
  }
  let left = text;
  while (problems.length < MOST_FAULTS) {
    try {
      const program = Handlebars.parse(left, { srcName: name });
      return { name, program, problems };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const at = faultOffset(error, left);
      problems.push({ file: name, ...placeOf(left, at), message: faultWords(error) });
      const without = withoutMustache(left, at);
      if (without === null) break;
      left = without;
    }
  }
  return { name, program: null, problems };
}

/**
 * Where brackets or blocks lie too deep in one another; null where they do not. Looked for before parsing: the parser's time grows
 * with the square of their depth, to minutes in a file of this size.
 */
function tooDeepAt(text: string): number | null {
  let blocks = 0;
  let brackets = 0;
  for (const match of text.matchAll(/\{\{~?\s*(?:[#/]|\^(?!\s*~?\}\}))?|\}\}|[()]/g)) {
    const [sign] = match;
    if (sign.startsWith('{{') || sign === '}}') brackets = 0;
    if (sign === '(') brackets += 1;
    else if (sign === ')') brackets -= 1;
    else if (/[#^]$/.test(sign)) blocks += 1;
    else if (sign.endsWith('/')) blocks -= 1;
    if (brackets > DEEPEST || blocks > DEEPEST * 4) return match.index;
  }
  return null;
}

/** Handlebars says `Parse error on line 3:` with an excerpt and a pointer below it, or `… - 3:7`. */
function faultOffset(error: Error, text: string): number {
  const place = / - (\d+):(\d+)$/.exec(error.message);
  if (place !== null) return offsetOf(text, Number(place[1]), Number(place[2]));
  const [head = '', excerpt = '', pointer = ''] = error.message.split('\n');
  const line = Number(/line (\d+)/.exec(head)?.[1] ?? 1);
  const before = excerpt.slice(0, Math.max(pointer.indexOf('^'), 0)).replace(/^\.\.\./, '');
  // The excerpt leaves line ends out: it is looked for in a text that does too, beginning a little before the line that is told.
  const start = offsetOf(text, line, 0);
  let from = Math.max(start - before.length * 2 - 2, 0);
  for (; from <= text.length; from += 1) {
    let [at, matched] = [from, 0];
    while (matched < before.length && at < text.length) {
      if (text[at] === before[matched]) matched += 1;
      else if (text[at] !== '\n') break;
      at += 1;
    }
    if (matched === before.length && at >= start) return at;
  }
  return start;
}

function faultWords(error: Error): string {
  if (error instanceof RangeError) return '括号或 {{#…}} 套得太深';
  const mismatch = /^(\S+) doesn't match (\S+)/.exec(error.message);
  if (mismatch !== null) return `{{#${mismatch[1]}}} 与 {{/${mismatch[2]}}} 不配对`;
  if (/Expecting .*got 'EOF'/s.test(error.message)) return `到文件末尾还没有结束：${INCOMPLETE}`;
  return INCOMPLETE;
}

/** The text with the `{{…}}` around a place blanked; null where it opens or closes a block, or where there is none. */
function withoutMustache(text: string, at: number): string | null {
  const start = text.lastIndexOf('{{', at);
  if (start < 0 || /^\{\{~?\s*(?:[#/^]|else\b)/.test(text.slice(start, start + 12))) return null;
  const close = text.indexOf('}}', start);
  const next = text.indexOf('{{', start + 2);
  // One that was never closed ends at its line.
  const lineEnd = text.indexOf('\n', start);
  const isClosed = close >= 0 && (next < 0 || close < next);
  const end = isClosed ? close + 2 : Math.min(...[next, lineEnd, text.length].filter((one) => one >= 0));
  const blank = text.slice(start, end).replace(/[^\n]/g, ' ');
  return end <= start || blank.length === 0 ? null : text.slice(0, start) + blank + text.slice(end);
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return Math.min(offset + column, text.length);
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
