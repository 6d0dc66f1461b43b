import type { ReadMessage } from '../../model/manuscript.ts';
import { fault } from '../faults.ts';

export interface DecodedText {
  /** Without byte order mark, line ends as `\n`. */
  readonly text: string;
  /** Offsets of the line ends that stood behind a carriage return. */
  readonly carriageReturns: readonly number[];
  readonly messages: readonly ReadMessage[];
}

/** Above this share of unreadable characters a file is no text at all. */
const unreadableShare = 0.05;

/**
 * Decodes the bytes of a text file: UTF-16 with a byte order mark, UTF-8 with or without, else GB18030 (which includes GBK).
 * A file of one of these with a few broken bytes is still read, with a message.
 * @throws InputError `not-text`
 */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  const { text, carriageReturns } = withoutReturns(decodeBytes(bytes));
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const unreadable = text.match(/[\0-\x08\x0e-\x1f\x7f\ufffd]/g)?.length ?? 0;
  if (text.includes('\0') || unreadable > text.length * unreadableShare) throw fault(name, 'not-text');
  return { text, carriageReturns, messages: damageMessages(text) };
}

/** Line ends as `\n`; a carriage return by itself (old Macintosh files) is one, too. */
function withoutReturns(written: string): { text: string; carriageReturns: number[] } {
  const carriageReturns: number[] = [];
  const text = written.replaceAll(/\r\n?/g, (end, offset: number) => {
    if (end.length === 2) carriageReturns.push(offset - carriageReturns.length);
    return '\n';
  });
  return { text, carriageReturns };
}

function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not strict UTF-8: GB18030, or UTF-8 with a few broken bytes. GB18030 accepts nearly every pair of bytes, so it
    // would turn the second kind into nonsense without complaint; GB18030 read as UTF-8 is broken nearly everywhere.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const broken = lenient.match(/\ufffd/g)?.length ?? 0;
    const foreign = lenient.match(/[^\0-\x7f]/gu)?.length ?? 0; // oxlint-disable-line no-control-regex -- ASCII
    return broken < foreign * 0.1 ? lenient : new TextDecoder('gb18030').decode(bytes);
  }
}

function damageMessages(text: string): ReadMessage[] {
  const first = text.indexOf('\ufffd');
  if (first === -1) return [];
  const count = text.match(/\ufffd/g)?.length ?? 0;
  const line = text.slice(0, first).split('\n').length;
  return [
    {
      code: 'damaged-characters',
      message: `有 ${count} 处字符已损坏，无法辨认（文中显示为 \ufffd），请对照原稿核实。`,
      line,
    },
  ];
}
