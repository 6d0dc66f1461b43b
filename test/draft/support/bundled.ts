import { readdirSync, readFileSync } from 'node:fs';
import { nationalStandards } from '../../../src/cli/resources.ts';
import type { KindFiles } from '../../../src/jobs/draft.ts';
import { parseStandard } from '../../../src/standards/parse.ts';
import type { Standard } from '../../../src/standards/standard.ts';

const FOLDER = new URL('../../../templates/county-basic/', import.meta.url);

/** The bundled templates, read as the terminal program reads them. */
export function bundledKind(): KindFiles {
  const files = readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const);
  return { name: 'county-basic', files: new Map(files) };
}

/** The bundled kind with one section's text replaced: `draftReport` on a template of the test's own. */
export function kindWith(section: string): KindFiles {
  const files = new Map(bundledKind().files);
  const kind = files.get('kind.yaml') ?? '';
  files.set('kind.yaml', kind.replace(/sections:\n(?: {2}- .*\n)+/, 'sections:\n  - section.md\n'));
  files.set('section.md', section);
  return { name: 'test', files };
}

/** The bundled regulations. */
export function standards(): readonly Standard[] {
  return nationalStandards().map(({ name, text }) => parseStandard(name, text));
}
