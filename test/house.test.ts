import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OXLINT = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');

/** Rooms from the first to the last; each may import those before it. */
const ROOMS = [
  'model',
  'quantities',
  'vocabulary',
  'read',
  'structure',
  'figures',
  'relations',
  'standards',
  'check',
  'phrases',
  'draft',
  'write',
  'jobs',
  'cli',
  'web',
] as const;
const OUTSIDE_CORE: readonly string[] = ['cli'];

const house = mkdtempSync(join(tmpdir(), 'junheng-house-'));
beforeAll(() => cpSync(join(ROOT, '.oxlintrc.json'), join(house, '.oxlintrc.json')));
afterAll(() => rmSync(house, { recursive: true }));

/** Lints files in a copy of the layout with the project's own settings; which of them are complained about. */
function complainedAbout(files: Readonly<Record<string, string>>): string[] {
  rmSync(join(house, 'src'), { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), content);
  }
  const { status, stdout } = spawnSync(process.execPath, [OXLINT, '--deny-warnings', '--format', 'json', 'src'], {
    cwd: house,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string }[] };
  expect(status === 0).toBe(diagnostics.length === 0);
  return [...new Set(diagnostics.map(({ filename }) => filename))].sort();
}

const importing = (path: string) => `import { thing } from '${path}';\n\nexport const other = thing;\n`;

describe('the linter keeps the house', () => {
  test('a built-in of Node: allowed in the program, nowhere else', () => {
    const files = Object.fromEntries(ROOMS.map((room) => [`src/${room}/some.ts`, importing('node:fs')]));
    const core = ROOMS.filter((room) => !OUTSIDE_CORE.includes(room));
    expect(complainedAbout(files)).toEqual(core.map((room) => `src/${room}/some.ts`).sort());
  });

  test('a built-in without its prefix, and a deeper one', () => {
    const files = {
      'src/figures/some.ts': importing('fs'),
      'src/read/word/some.ts': importing('node:fs/promises'),
      'src/draft/helpers/some.ts': "export const later = () => import('node:path');\n",
    };
    expect(complainedAbout(files)).toEqual(Object.keys(files).sort());
  });

  test.each(ROOMS.map((room, index) => [room, index] as const))(
    '%s imports only the rooms before it',
    (room, index) => {
      const name = (other: string) => `src/${room}/imports-${other}.ts`;
      const files = Object.fromEntries(
        ROOMS.filter((other) => other !== room).map((other) => [name(other), importing(`../${other}/thing.ts`)]),
      );
      expect(complainedAbout(files)).toEqual(
        ROOMS.slice(index + 1)
          .map(name)
          .sort(),
      );
    },
  );

  test('an import from deep inside a later room', () => {
    const files = { 'src/read/word/some.ts': importing('../../check/rules/thing.ts') };
    expect(complainedAbout(files)).toEqual(['src/read/word/some.ts']);
  });

  test('an import of a later room that is put off until it runs', () => {
    const files = { 'src/read/some.ts': "export const later = () => import('../check/thing.ts');\n" };
    expect(complainedAbout(files)).toEqual(['src/read/some.ts']);
  });

  test('any and == are refused, a plain file passes', () => {
    const files = {
      'src/model/any.ts': 'export const first = (value: any): unknown => value;\n',
      'src/model/equal.ts': 'export const same = (a: number, b: number): boolean => a == b;\n',
      'src/model/plain.ts': 'export const same = (a: number, b: number): boolean => a === b;\n',
    };
    expect(complainedAbout(files)).toEqual(['src/model/any.ts', 'src/model/equal.ts']);
  });
});

test('every room that stands in src is one of the house', () => {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).filter((name) => !(ROOMS as readonly string[]).includes(name))).toEqual([]);
});
