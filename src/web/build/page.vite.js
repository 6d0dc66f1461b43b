import { fileURLToPath } from 'node:url';
import { defaultClientConditions } from 'vite';
import { gatherLicences } from './licences.vite.js';
import { oldWordInBrowser } from './old-word.vite.js';
import { oneFile } from './one-file.vite.js';

const licences = gatherLicences();

/**
 * Bundles the page: one HTML file with its script, its style and its worker inside, so that it opens by a double click, from a
 * file share too, and never asks for anything.
 */
export default {
  root: fileURLToPath(new URL('..', import.meta.url)),
  // of the folder that it is opened from, whatever it is
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // what reads Markdown comes in two makes, and that for browsers asks the document, which a worker does not have
  resolve: { conditions: ['worker', ...defaultClientConditions] },
  plugins: [licences.plugin, oneFile('junheng.html', licences.text)],
  // Offices still have the last browsers for Windows 7 (Chrome 109, Firefox 115), and those of 360, which go back to Chromium 86.
  // This is for the syntax; the functions that such browsers lack are in older-browsers.ts.
  build: {
    target: ['chrome86', 'firefox115', 'safari16'],
    outDir: fileURLToPath(new URL('../../../dist/web', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 5000,
  },
  worker: {
    format: 'iife',
    plugins: () => [oldWordInBrowser(), licences.plugin],
    rollupOptions: {
      output: { codeSplitting: false },
      // the library for PDF looks for itself beside the script, and finds what it needs in itself where there is nothing
      transform: { define: { 'import.meta': '{}' } },
    },
  },
};
