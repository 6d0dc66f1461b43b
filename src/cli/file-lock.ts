import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { InputError } from '../model/manuscript.ts';

const PATIENCE = 15_000;
const PAUSE = 40;
/** A lock of another computer, whose programs cannot be asked after, is taken for left behind once it is so old. */
const LEFT_BEHIND = 10 * 60_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Does some work while no other program may write a file: a lock file beside it says who does. A lock whose program has ended
 * without taking it away is passed over.
 * @throws InputError where another program keeps it, or where no file can be made there
 */
export async function withLock<T>(path: string, work: () => Promise<T> | T, patience = PATIENCE): Promise<T> {
  const lock = `${path}.lock`;
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  const until = Date.now() + patience;
  while (!made(lock, own)) {
    if (isLeftBehind(lock)) takeAway(lock);
    else if (Date.now() > until) {
      throw new InputError(
        'file-busy',
        `${path}：另一个程序正在写这个文件，请稍后再试。（确知没有时，可删去 ${lock}）`,
      );
    } else await wait(PAUSE);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function made(lock: string, content: string): boolean {
  try {
    writeFileSync(lock, content, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Windows: one that is just being taken away
    if (code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return false;
    const reason =
      code === 'ENOENT'
        ? '所在文件夹不存在'
        : code === 'ENOSPC'
          ? '磁盘已满'
          : code === 'EACCES'
            ? '没有写入权限'
            : code;
    throw new InputError('file-unwritable', `${lock}：无法写入，${reason}。`);
  }
}

function isLeftBehind(lock: string): boolean {
  try {
    const old = Date.now() - statSync(lock).mtimeMs > LEFT_BEHIND;
    const { pid, host } = JSON.parse(readFileSync(lock, 'utf8')) as Holder;
    return host === hostname() ? !isRunning(pid) : old;
  } catch {
    // gone by now, or not written to its end yet: asked again after a pause
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Two programs may both find the same lock left behind; the slower one would take away the faster one's new lock. So it is moved
 * aside first, which only one can do, and put back where it turns out to be a living one's.
 */
function takeAway(lock: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    if (!isLeftBehind(aside)) linkSync(aside, lock);
  } catch {
    // somebody else took it away
  }
  rmSync(aside, { force: true });
}
