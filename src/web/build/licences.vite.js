import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gathers the licences of the packages that go into the page, which ask to be carried with them. The bundler's own list knows
 * the page's packages and not those of the worker inside it; this one is told of both.
 */
export function gatherLicences() {
  const folders = new Set();
  return {
    /** For the page's plugins and for the worker's. */
    plugin: {
      name: 'gather-licences',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          for (const id of Object.keys(chunk.modules ?? {})) {
            const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0];
            if (folder !== undefined && !folder.startsWith('\0')) folders.add(folder);
          }
        }
      },
    },
    /** @returns {string} name, version, licence and its text, package after package */
    text: () => [...folders].sort().map(licenceOf).join('\n\n'),
  };
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  const text = file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version}（${license}）\n${text}`;
}
