import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../model/manuscript.ts';

/** The folder of the package: templates/ and corpus/ stand in it, both when built and when run from source. */
export const PACKAGE_ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** Reads a file; what cannot be read is an {@link InputError} that names it. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT'
        ? '文件不存在'
        : code === 'EISDIR'
          ? '这是一个文件夹，不是文件'
          : code === 'EACCES'
            ? '没有读取权限'
            : String(code);
    throw new InputError('file-unreadable', `${path}：无法读取，${reason}。`);
  }
}

/**
 * Writes a file whole or not at all: into a neighbour first, then renamed, so that a full disk or a stop in the middle
 * never leaves half a document where the clerk looks for a whole one.
 */
export function writeBytes(
  path: string,
  content: Uint8Array | string,
  // kept on the disk before the name changes: a library grows over years, a power cut must not cost it
  { durable = false }: { readonly durable?: boolean } = {},
): void {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    writeFileSync(draft, content, { flush: durable });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT'
        ? '所在文件夹不存在'
        : code === 'EACCES' || code === 'EPERM' || code === 'EBUSY'
          ? '没有写入权限，或文件正在 Word、WPS 中打开'
          : code === 'ENOSPC'
            ? '磁盘已满'
            : String(code);
    throw new InputError('file-unwritable', `${path}：无法写入，${reason}。`);
  }
}
