import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The built program; `npm test` builds it first. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a folder, with a text on its standard input. */
export function program(
  args: readonly string[],
  { input = '', cwd }: { readonly input?: string | Uint8Array; readonly cwd?: string } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', input, cwd });
  return { code: status, out: stdout, err: stderr };
}

/** A folder for one test file, gone when its tests are done. */
export function temporaryFolder(): {
  readonly path: string;
  at(...names: readonly string[]): string;
  write(name: string, content: string | Uint8Array): string;
} {
  const path = mkdtempSync(join(tmpdir(), 'junheng-'));
  afterAll(() => rmSync(path, { recursive: true }));
  const at = (...names: readonly string[]) => join(path, ...names);
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(at(name), content);
    return at(name);
  };
  return { path, at, write };
}

/** A report in which every relation holds, and one in which a sum does not. */
export const SOUND = '一、基本情况\n全县现有学校43所：小学28所、初中9所、九年一贯制学校6所。\n';
export const WRONG = '一、基本情况\n全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n';
