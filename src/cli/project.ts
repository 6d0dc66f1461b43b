import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseProjectSettings, type ProjectSettings, readProjectSettings } from '../draft/index.ts';
import type { Dataset } from '../model/dataset.ts';
import type { NamedText } from '../standards/choose.ts';
import type { Standard } from '../standards/standard.ts';
import { decodeText } from '../read/text/decode.ts';
import { readBytes } from './files.ts';
import { kindIds, ownTemplates } from './kinds.ts';
import { wantedStandard } from './standard-option.ts';

const SETTINGS = 'junheng.yaml';

/** A report project as the draft needs it. */
export interface Project extends ProjectSettings {
  /** The office's templates folder; undefined where it has none. */
  readonly own: string | undefined;
  /** The standards of its settings, files read. */
  readonly wantedStandards: readonly (string | NamedText)[];
}

/**
 * What a project's folder says about drafting, held against its data.
 * @param asked the templates folder of the call, which wins over the settings and over the folder 模板
 * @throws InputError with every mistake of the settings at once
 */
export function projectOf(
  folder: string,
  asked: string | undefined,
  dataset: Dataset,
  standards: readonly Standard[],
): Project {
  const file = join(folder, SETTINGS);
  const bytes = existsSync(file) ? readBytes(file) : new Uint8Array();
  const text = bytes.length === 0 ? '' : decodeText(file, bytes).text;
  const { templates } = readProjectSettings(text, file).project;
  const within = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  const own = ownTemplates(asked ?? (templates === null ? undefined : within(templates)), folder);
  const project = parseProjectSettings(text, file, {
    kinds: kindIds(own),
    standards: standards.map(({ id }) => id),
    county: dataset.county,
    year: dataset.year,
    schools: [...new Set(dataset.schools.map(({ name }) => name))],
  });
  const wantedStandards = project.standards.map((one) => wantedStandard(/[./\\]/u.test(one) ? within(one) : one));
  return { ...project, own, wantedStandards };
}
