import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** A stretch of text that prints with one look, between two tags. */
export interface PrintedRun {
  readonly text: string;
  /** The ledger id of the bookmark around it. */
  readonly mark: string | null;
  /** Highlighted: a place to fill in. */
  readonly gap: boolean;
  /** The words for a chart, read aloud to those who do not see it. */
  readonly described: boolean;
}

/** A paragraph, wherever it stands; of a chart one title, label or value. */
export interface PrintedBlock {
  readonly part: string;
  readonly style: string | null;
  readonly inTable: boolean;
  /** A value that a chart draws. */
  readonly charted: boolean;
  readonly runs: readonly PrintedRun[];
}

/** Parts of a Word package that print. */
const PRINTING =
  /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments|charts\/[^/]+|diagrams\/data\d*)\.xml$/;

/** All that prints of a Word file, in the order of its parts: written for the tests, apart from the program's own reader. */
export function printedBlocks(bytes: Uint8Array): readonly PrintedBlock[] {
  const parts = unzipSync(bytes);
  return Object.keys(parts)
    .filter((name) => PRINTING.test(name))
    .sort()
    .flatMap((name) => blocksOf(name, strFromU8(parts[name] ?? new Uint8Array())));
}

function blocksOf(part: string, xml: string): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  const marks = new Map<string, string>();
  const open: string[] = [];
  let block: { style: string | null; runs: PrintedRun[] } | null = null;
  let gap = false;
  let tables = 0;
  const end = (charted: boolean): void => {
    if (block !== null && block.runs.length > 0) blocks.push({ part, inTable: tables > 0, charted, ...block });
    block = null;
  };
  const say = (text: string, described = false): void => {
    const [mark = null] = marks.values();
    block?.runs.push({ text, mark, gap, described });
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    open.push(name);
    switch (name) {
      case 'w:p':
      case 'a:p':
      case 'c:v':
        block = { style: null, runs: [] };
        break;
      case 'w:tbl':
        tables += 1;
        break;
      case 'w:pStyle':
        if (block !== null) block.style = attributes['w:val'] ?? null;
        break;
      case 'w:r':
        gap = false;
        break;
      case 'w:highlight':
        gap = true;
        break;
      case 'w:bookmarkStart':
        marks.set(attributes['w:id'] ?? '', attributes['w:name'] ?? '');
        break;
      case 'w:bookmarkEnd':
        marks.delete(attributes['w:id'] ?? '');
        break;
      case 'w:br':
      case 'w:tab':
        say(' ');
        break;
      case 'wp:docPr':
        say(` ${attributes.descr ?? ''} ${attributes.title ?? ''} `, true);
        break;
    }
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name === 'w:p' || name === 'a:p') end(false);
    else if (name === 'c:v') end(open.includes('c:numCache') || open.includes('c:numLit'));
    else if (name === 'w:tbl') tables -= 1;
  });
  parser.on('text', (text) => {
    const name = open.at(-1);
    if (name === 'w:t' || name === 'a:t' || name === 'c:v') say(text);
  });
  parser.write(xml).close();
  return blocks;
}
