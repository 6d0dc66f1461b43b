import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../model/manuscript.ts';
import { writeBytes } from './files.ts';

/** The forms that a command can give its result in. */
export interface FormatChoice<Format extends string> {
  /** The first is the default. */
  readonly formats: readonly Format[];
  /** Ending of the output file, without its dot → form. */
  readonly endings: Readonly<Record<string, Format>>;
  /** Forms that are planned and not there yet; asked for, they are refused by name. */
  readonly later: readonly string[];
}

/** The form asked for: by --format, else by the ending of the output file, else the first. */
export function formatOf<Format extends string>(
  choice: FormatChoice<Format>,
  { format, output }: { readonly format?: string; readonly output?: string },
): Format {
  const [first] = choice.formats;
  const ending = /\.([^./\\]+)$/u.exec(output ?? '')?.[1]?.toLowerCase();
  const asked = format ?? ending;
  const found =
    asked === undefined
      ? output === undefined
        ? first
        : undefined
      : format === undefined
        ? choice.endings[asked]
        : choice.formats.find((known) => known === asked);
  if (found !== undefined) return found;
  const known = `可用 ${choice.formats.join('、')}`;
  if (asked !== undefined && choice.later.includes(asked)) {
    throw new InputError('format-later', `格式 ${asked} 本版尚不支持；${known}。`);
  }
  throw new InputError(
    'format-unknown',
    format === undefined
      ? `${output}：不能从扩展名判断输出格式；请改用 ${Object.keys(choice.endings)
          .map((known) => `.${known}`)
          .join('、')}，或加 --format。`
      : `没有格式“${format}”；${known}。`,
  );
}

/** An output that is one of the inputs would destroy the document that was to be read. */
export function refuseOverwriting(output: string | undefined, inputs: readonly string[]): void {
  if (output === undefined) return;
  const target = realPath(output);
  if (inputs.some((input) => realPath(input) === target)) {
    throw new InputError('output-is-input', `${output}：输出文件就是要读取的文件，没有写出；请换一个文件名。`);
  }
}

/** Writes a result to its file, or to standard output. */
export function emit(content: string | Uint8Array, output: string | undefined): void {
  if (output !== undefined) {
    writeBytes(output, content);
    return;
  }
  process.stdout.write(content);
}

/** `junheng check 报告.docx | head` closes the pipe early; that is no fault of anybody. */
export function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  if (stream.listeners('error').includes(onPipeError)) return;
  stream.on('error', onPipeError);
}

function onPipeError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
