import type { List, ListItem, RootContent, Root, Table } from 'mdast';
import type { Cell, ReadMessage } from '../../model/manuscript.ts';
import type { Line } from '../assemble.ts';
import { markerBefore } from '../marker.ts';
import { inlineText } from './inline.ts';

/** What a bulleted item shows, whatever sign the file uses for it. */
const bullet = '•';

/** Turns the blocks of a Markdown tree into lines of the text form. */
export class BlockReader {
  readonly lines: Line[] = [];
  readonly #source: string;
  /** Marker of a list item, until its first paragraph takes it. */
  #marker = '';
  #tables = 0;
  #footnotes = 0;

  /** @param source what was parsed; numbers of lists are taken from it as they were typed */
  constructor(source: string) {
    this.#source = source;
  }

  read(root: Root): void {
    this.#readAll(root.children);
  }

  messages(): ReadMessage[] {
    if (this.#footnotes === 0) return [];
    const message = `脚注 ${this.#footnotes} 条未读入，其中的数字没有核对。`;
    return [{ code: 'notes-left-out', message, line: null }];
  }

  #readAll(nodes: readonly RootContent[]): void {
    for (const node of nodes) this.#readBlock(node);
  }

  #readBlock(node: RootContent): void {
    switch (node.type) {
      case 'heading':
        this.#say(inlineText(node.children, this.#source), node.depth);
        break;
      case 'paragraph':
        this.#say(inlineText(node.children, this.#source));
        break;
      case 'code':
        for (const line of node.value.split('\n')) this.#say(line);
        break;
      case 'html':
        for (const line of visibleHtml(node.value)) this.#say(line);
        break;
      case 'blockquote':
        this.#readAll(node.children);
        break;
      case 'list':
        this.#readList(node);
        break;
      case 'table':
        this.#readTable(node);
        break;
      case 'footnoteDefinition':
        this.#footnotes += 1;
        break;
      default:
        // Rules and link definitions show no text.
        break;
    }
  }

  #readList(list: List): void {
    const typed = list.children.map((item) => typedNumber(item, this.#source));
    // The same number on every item is the way to leave counting to the program; otherwise what was typed is meant,
    // and a wrong number is for the checks to find.
    const counted = typed.every((marker) => marker?.number === typed[0]?.number);
    list.children.forEach((item, index) => {
      const own = typed[index];
      const number = counted ? (list.start ?? 1) + index : own?.number;
      this.#marker += list.ordered === true ? `${number ?? index + 1}${own?.delimiter ?? '.'}` : bullet;
      this.#readAll(item.children);
      if (this.#marker !== '') this.#say('');
    });
  }

  #readTable(table: Table): void {
    const index = this.#tables;
    this.#tables += 1;
    table.children.forEach(({ children: cells }, row) => {
      cells.forEach((cell, column) => {
        this.#say(inlineText(cell.children, this.#source), null, { table: index, row, column });
      });
    });
  }

  #say(text: string, outlineLevel: number | null = null, cell: Cell | null = null): void {
    const marker = markerBefore(this.#marker, 'tab', text);
    this.#marker = '';
    this.lines.push({ text: marker + text, markerLength: marker.length, outlineLevel, cell });
  }
}

function typedNumber(item: ListItem, source: string): { number: number; delimiter: string } | null {
  const typed = /^(\d+)([.)])/.exec(source.slice(item.position?.start.offset, item.position?.end.offset));
  return typed === null ? null : { number: Number(typed[1]), delimiter: typed[2] ?? '.' };
}

/** Raw HTML between blocks: its text, line by line, without tags and comments. */
function visibleHtml(html: string): string[] {
  const text = html.replaceAll(/<!--[^]*?(?:-->|$)/g, '').replaceAll(/<[^<>]*>/g, '');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
