import { styleText } from 'node:util';
import { type Paint, type Tone, unpainted } from '../write/terminal/paint.ts';

const STYLES: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  error: ['bold', 'red'],
  warning: 'yellow',
  quiet: 'dim',
  strong: 'bold',
};

/** Colours where a terminal that knows colours reads standard output; NO_COLOR and TERM=dumb are obeyed. */
export function paintOf(stream: NodeJS.WriteStream): Paint {
  return stream.isTTY && stream.hasColors() ? (tone, text) => styleText(STYLES[tone], text) : unpainted;
}

/** A line that tells how far a long run is; where no terminal reads standard error, it says nothing. */
export interface Progress {
  /** Shows that the work on one more has begun. */
  step(name: string): void;
  /** Takes the line away, so that other output can be written. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[2K';
const MARGIN = 4;

/** @param total below two there is nothing to wait for, and nothing is shown */
export function progressOver(total: number, stream: NodeJS.WriteStream): Progress {
  if (total < 2 || !stream.isTTY) return { step: () => undefined, clear: () => undefined };
  let done = 0;
  return {
    step(name) {
      done += 1;
      // A line that wraps could not be cleared; Chinese characters take two columns each.
      const room = Math.max(0, Math.floor((stream.columns - `${done}/${total}`.length - MARGIN) / 2));
      stream.write(`${CLEAR_LINE}${done}/${total}　${room > 0 ? name.slice(-room) : ''}`);
    },
    clear: () => void stream.write(CLEAR_LINE),
  };
}
