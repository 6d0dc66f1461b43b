import { readdirSync, readFileSync } from 'node:fs';
import { type DraftSettings, parseProjectSettings } from '../../../src/draft/index.ts';
import type { KindFiles } from '../../../src/jobs/draft.ts';
import { initProject } from '../../../src/jobs/init.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { readWorkbook } from '../../../src/read/workbook/index.ts';

const ROOT = new URL('../../../', import.meta.url);

/** A bundled report kind by its id, read as the terminal program reads it. */
export function kindNamed(id: string): KindFiles {
  const folder = new URL(`templates/${id}/`, ROOT);
  return {
    name: id,
    files: new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])),
  };
}

/** What `init --sample --kind ID` gives, read back from its workbook. */
export async function sampleOf(
  id: string,
): Promise<{ readonly kind: KindFiles; readonly dataset: Dataset; readonly settings: DraftSettings }> {
  const kind = kindNamed(id);
  const changes = kind.files.get('sample.yaml');
  const project = await initProject({
    kind: { name: 'kind.yaml', text: kind.files.get('kind.yaml') ?? '' },
    year: '2030',
    sample: { name: 'county.yaml', text: readFileSync(new URL('corpus/sample/county.yaml', ROOT), 'utf8') },
    changes: changes === undefined ? undefined : { name: 'sample.yaml', text: changes },
  });
  const { settings } = parseProjectSettings(project.settings, 'junheng.yaml');
  return { kind, dataset: await readWorkbook('数据.xlsx', project.workbook), settings };
}

/** The same county with every series of several years run backwards. */
export function backwards(dataset: Dataset): Dataset {
  const key = (one: Dataset['data'][number]) => `${one.indicator}|${one.stage ?? ''}|${one.scope ?? ''}`;
  const data = dataset.data.map((datum) => {
    const series = dataset.data
      .filter((one) => key(one) === key(datum))
      .toSorted((a, b) => Number(a.period ?? dataset.year) - Number(b.period ?? dataset.year));
    const mirrored = series[series.length - 1 - series.indexOf(datum)];
    return { ...datum, value: mirrored?.value ?? datum.value };
  });
  return { ...dataset, data };
}
