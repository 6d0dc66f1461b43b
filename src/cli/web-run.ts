import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../model/manuscript.ts';
import { PACKAGE_ROOT, readBytes, writeBytes } from './files.ts';
import { emit } from './output.ts';

const PAGE = join(PACKAGE_ROOT, 'dist', 'web', 'junheng.html');

/** Milliseconds that a system may take to say that it cannot open the page. */
const PATIENCE = 3000;

/** Opens the page in the person's browser, or puts a copy of it where they ask for one. */
export async function runWeb({ output }: { readonly output?: string }): Promise<void> {
  if (!existsSync(PAGE)) throw new InputError('page-missing', '核对页面还没有生成；请先运行 npm run build。');
  if (output !== undefined) {
    writeBytes(output, readBytes(PAGE));
    emit(`已存为 ${output}：双击即可使用，不联网。\n`, undefined);
    return;
  }
  const opened = await opens(PAGE);
  emit(`${opened ? '已在浏览器中打开' : '没能打开浏览器，请双击这个文件'}：${PAGE}\n`, undefined);
}

/**
 * Whether the system took the file. Own code: the library for this starts PowerShell on Windows, which offices often forbid.
 * Not `start` either: to cmd.exe the & and % of a path are commands.
 */
function opens(file: string): Promise<boolean> {
  const [command, argument] =
    process.platform === 'win32'
      ? ['explorer.exe', pathToFileURL(file).href]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', file];
  return new Promise((resolve) => {
    const opener = spawn(command as string, [argument as string], { detached: true, stdio: 'ignore' });
    // some stay as long as the browser does; one that has not failed by now will not
    const patience = setTimeout(() => end(true), PATIENCE);
    const end = (opened: boolean) => {
      clearTimeout(patience);
      opener.unref();
      resolve(opened);
    };
    opener.once('error', () => end(false));
    // Explorer ends with 1 when all is well
    opener.once('exit', (code) => end(code === 0 || process.platform === 'win32'));
  });
}
