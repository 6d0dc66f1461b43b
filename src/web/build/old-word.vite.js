import { fileURLToPath } from 'node:url';

const LIBRARY = /[\\/]node_modules[\\/]word-extractor[\\/]lib[\\/]/;
const READABLE = fileURLToPath(new URL('../old-word/readable.ts', import.meta.url));

/**
 * For builds that run in a browser: gives the library of old Word files, and nothing else, what it knows from Node. Other
 * libraries look whether there is a Buffer and then take another way, so it must neither be global nor be an alias for all.
 * A worker has plugins of its own: name it in `worker.plugins` where Vite builds the worker as part of a page.
 * The terminal program is built without it and keeps Node's own.
 */
export function oldWordInBrowser() {
  return {
    name: 'old-word-in-browser',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!LIBRARY.test(importer ?? '')) return null;
      if (source === 'stream') return READABLE;
      // With the file's name, since by its bare name it would be Node's.
      if (source === 'buffer') return this.resolve('buffer/index.js', importer, { skipSelf: true });
      return null;
    },
    transform(code, id) {
      // The library takes Buffer for granted as a global.
      if (!LIBRARY.test(id) || /\bBuffer\b[^\n]*require\(/.test(code) || !/\bBuffer\b/.test(code)) return null;
      return { code: `const { Buffer } = require('buffer');${code}`, map: null };
    },
  };
}
