import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { moduleRunnerTransform, transformWithOxc } from 'vite';
import { ESModulesEvaluator, type FetchResult, ModuleRunner } from 'vite/module-runner';
import { type Case, collector } from './collect.ts';

const ROOT = new URL('../../', import.meta.url);

/** Compiled modules of the unchanged tree by their path: compiling is what takes time, running them again does not. */
const compiled = new Map<string, Promise<string>>();

/** The text of a file of the project. */
export function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/**
 * Loads test files, and all that they import, into modules of their own, with some sources replaced.
 *
 * @param tests paths from the project's root
 * @param replaced sources by path from the project's root
 * @returns the examples that the files hold
 */
export async function load(tests: readonly string[], replaced: ReadonlyMap<string, string>): Promise<readonly Case[]> {
  const { cases, api } = collector();
  const sources = new Map([...replaced].map(([path, source]) => [fileURLToPath(new URL(path, ROOT)), source]));
  const runner = new ModuleRunner(
    {
      transport: { invoke: async (payload) => ({ result: await answer(payload as Invocation, sources) }) },
      hmr: false,
      sourcemapInterceptor: false,
    },
    new Evaluator(api),
  );
  // never closed: the examples may still import
  for (const test of tests) await runner.import(fileURLToPath(new URL(test, ROOT)));
  return cases;
}

/** Gives the test files the collector in place of the test runner; other packages are those of this process. */
class Evaluator extends ESModulesEvaluator {
  readonly #api: unknown;

  constructor(api: unknown) {
    super();
    this.#api = api;
  }

  override async runExternalModule(name: string): Promise<unknown> {
    return name === 'vitest' ? this.#api : import(name);
  }
}

/** What the module runner asks: which modules are built in, and what stands in a module. */
interface Invocation {
  readonly data: { readonly name: string; readonly data: readonly [url: string] };
}

async function answer({ data }: Invocation, sources: ReadonlyMap<string, string>): Promise<FetchResult | unknown[]> {
  if (data.name !== 'fetchModule') return [];
  const [path] = data.data;
  if (!path.startsWith('/')) return { externalize: path, type: 'module' };
  const source = sources.get(path);
  const code = await (source === undefined ? unchanged(path) : compile(path, source));
  return { code, file: path, id: path, url: path, invalidate: false };
}

function unchanged(path: string): Promise<string> {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const code = compile(path, readFileSync(path, 'utf8'));
  compiled.set(path, code);
  return code;
}

/** How a compiled module asks for another one of the project. */
const IMPORT = /(__vite_ssr_(?:dynamic_)?import__\()"(\.[^"]*)"/g;

async function compile(path: string, source: string): Promise<string> {
  const script = await transformWithOxc(source, path, { sourcemap: false });
  const code = (await moduleRunnerTransform(script.code, null, path, source))?.code ?? '';
  return code.replaceAll(IMPORT, (_, call: string, to: string) => {
    const absolute = fileURLToPath(new URL(to, pathToFileURL(path)));
    return `${call}${JSON.stringify(absolute)}`;
  });
}
