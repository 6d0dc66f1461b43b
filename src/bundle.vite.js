import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli/', import.meta.url));

/** Parsed once here, so that no start has to: src/standards/frozen.ts. The compiler has run before. */
function freezeStandards() {
  const national = fileURLToPath(new URL('standards/national/', import.meta.url));
  const built = (path) => import(pathToFileURL(`${cli}../standards/${path}`).href);
  return {
    name: 'freeze-standards',
    async closeBundle() {
      const [{ freezeStandards: freeze }, { parseStandard }] = await Promise.all([built('frozen.js'), built('parse.js')]);
      const names = readdirSync(national).filter((name) => name.endsWith('.yaml')).sort();
      const standards = names.map((name) => parseStandard(name, readFileSync(national + name, 'utf8')));
      writeFileSync(`${cli}standards.json`, freeze(standards));
    },
  };
}

/**
 * Bundles the terminal program in place, behind the compiler: a start reads a dozen files in place of 300, which takes a quarter
 * off the time of a check, and dist/cli runs where nothing can be installed, with nothing but Node beside it.
 * What a command needs only sometimes (Word, PDF, workbooks) stays in chunks of its own.
 */
export default {
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'warn',
  ssr: { noExternal: true },
  plugins: [freezeStandards()],
  build: {
    ssr: true,
    target: 'node20',
    outDir: cli,
    emptyOutDir: true,
    minify: false,
    // the texts of the licences of what goes into the bundle
    license: { fileName: 'licences.md' },
    rollupOptions: {
      // started as a process of its own: see old-word.ts
      input: { main: `${cli}main.js`, 'old-word-process': `${cli}old-word-process.js` },
      // beside the entries, where the sources stood: some find the package's files from where they are
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};
