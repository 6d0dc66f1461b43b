import { existsSync, readFileSync } from 'node:fs';
import { loadKind } from '../../../src/cli/kinds.ts';
import { sampleCounty } from '../../../src/cli/resources.ts';
import { type DraftSettings, parseProjectSettings } from '../../../src/draft/index.ts';
import type { KindFiles } from '../../../src/jobs/draft.ts';
import { initProject } from '../../../src/jobs/init.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { readWorkbook } from '../../../src/read/workbook/index.ts';

/** A kind's sample project, as `init --sample` makes it and `draft` reads it. */
export async function sampleProject(
  id: string,
): Promise<{ readonly kind: KindFiles; readonly dataset: Dataset; readonly settings: DraftSettings }> {
  const kind = loadKind(id);
  const path = new URL(`../../../templates/${id}/sample.yaml`, import.meta.url);
  const changes = existsSync(path) ? { name: 'sample.yaml', text: readFileSync(path, 'utf8') } : undefined;
  const project = await initProject({
    kind: { name: 'kind.yaml', text: kind.files.get('kind.yaml') ?? '' },
    year: '2024',
    sample: sampleCounty(),
    changes,
  });
  const dataset = await readWorkbook('数据.xlsx', project.workbook);
  return { kind, dataset, settings: parseProjectSettings(project.settings, 'junheng.yaml').settings };
}
