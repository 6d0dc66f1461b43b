// 起草一份长报告、填一份同样内容的 docxtemplater 模板：各是一个函数，供同一进程内比较，也供单独的进程测内存。
// The two tasks that are compared, over what was prepared once in a folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const STANDARDS = fileURLToPath(new URL('../../dist/cli/standards.json', import.meta.url));

/** From the workbook's bytes to the Word file, and its proof. */
export async function ours(folder) {
  const [{ draftReport }, { proveDraft }, { readWorkbook }, { thawStandards }] = await Promise.all([
    import('../../dist/jobs/draft.js'),
    import('../../dist/jobs/draft-proof.js'),
    import('../../dist/read/workbook/index.js'),
    import('../../dist/standards/frozen.js'),
  ]);
  const files = new Map(JSON.parse(readFileSync(join(folder, 'kind.json'), 'utf8')));
  const workbook = readFileSync(join(folder, '数据.xlsx'));
  return {
    /** @returns the draft, without a look back at it */
    async draft() {
      const dataset = await readWorkbook('数据.xlsx', workbook);
      const standards = thawStandards(readFileSync(STANDARDS, 'utf8'));
      const kind = { name: 'long', files };
      const result = await draftReport({ kind, dataset, settings: {}, standards, format: 'docx' });
      return { ...result, dataset, standards };
    },
    prove({ bytes, tree, ledger, dataset, standards }) {
      return proveDraft({ file: '报告.docx', word: bytes, tree, ledger }, { file: '数据.xlsx', dataset }, standards);
    },
  };
}

/** From a template's bytes and ready-made strings to the Word file. */
export async function docxtemplater(folder) {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import('docxtemplater'),
    import('pizzip'),
  ]);
  const template = readFileSync(join(folder, 'template.docx'));
  const values = JSON.parse(readFileSync(join(folder, 'values.json'), 'utf8'));
  return {
    fill() {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(values);
      return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
    },
  };
}

/** Run by itself: does the task once and tells its peak memory in MB. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , task, folder] = process.argv;
  if (task === 'ours') {
    const work = await ours(folder);
    await work.prove(await work.draft());
  } else if (task === 'docxtemplater') (await docxtemplater(folder)).fill();
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}
