// 起草长报告：与 docxtemplater 填同样内容的模板相比，同一次运行，轮流进行，取中位数。
// What the comparison cannot say stands in the lines it prints: docxtemplater is given finished strings and looks back at nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { initProject } from '../../dist/jobs/init.js';
import { docxtemplater, ours } from './draft-work.js';
import { longKind } from './long-report.js';

const ROUNDS = 7;
const COLD_ROUNDS = 5;
const root = new URL('../../', import.meta.url);
const WORK = fileURLToPath(new URL('draft-work.js', import.meta.url));

/** @param {(line: string) => void} say */
export async function measureDrafting(say) {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-bench-'));
  try {
    await prepare(folder);
    const work = await ours(folder);
    const { proof, ledger, bytes } = await prepareTemplate(folder, work);
    const filling = await docxtemplater(folder);
    sameText(bytes, filling.fill());
    const document = textOf(bytes);
    const count = (pattern) => document.match(pattern)?.length ?? 0;
    const charts = Object.keys(unzipSync(bytes)).filter((name) => /charts\/chart\d*\.xml$/.test(name)).length;
    say(
      `起草长报告：${pagesOf(folder, bytes)}，表${count(/<w:tbl>/g)}张，图${charts}幅，台账数字${ledger.length}处，自查差错${proof.faults.length}处`,
    );
    await compareWarm(say, work, filling);
    compareCold(say, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function prepare(folder) {
  const bundled = readFileSync(new URL('templates/county-basic/kind.yaml', root), 'utf8');
  const county = readFileSync(new URL('corpus/sample/county.yaml', root), 'utf8');
  const { workbook } = await initProject({
    kind: { name: 'kind.yaml', text: bundled },
    year: '2024',
    sample: { name: 'county.yaml', text: county },
  });
  writeFileSync(join(folder, '数据.xlsx'), workbook);
  writeFileSync(join(folder, 'kind.json'), JSON.stringify([...longKind(bundled)]));
}

/** The template for docxtemplater is the drafted file itself, with a tag in place of every figure. */
async function prepareTemplate(folder, work) {
  const draft = await work.draft();
  const entries = unzipSync(draft.bytes);
  const values = new Map(draft.ledger.map(({ id, printed }) => [id, printed]));
  const xml = strFromU8(entries['word/document.xml']).replace(
    /(<w:bookmarkStart w:name="(f_\d+)"[^>]*>.*?<w:t[^>]*>)([^<]*)(<\/w:t>)/g,
    '$1{$2}$4',
  );
  writeFileSync(join(folder, 'template.docx'), zipSync({ ...entries, 'word/document.xml': strToU8(xml) }));
  writeFileSync(join(folder, 'values.json'), JSON.stringify(Object.fromEntries(values)));
  return { ...draft, proof: await work.prove(draft) };
}

/** Both files must say the same, or nothing is compared. */
function sameText(one, other) {
  const words = (bytes) => [...textOf(bytes).matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('');
  if (words(one) !== words(other)) throw new Error('docxtemplater did not write the same text');
}

function textOf(bytes) {
  return strFromU8(unzipSync(bytes)['word/document.xml']);
}

function pagesOf(folder, bytes) {
  const path = join(folder, '报告.docx');
  writeFileSync(path, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path]);
  const { stdout } = spawnSync('pdfinfo', [join(folder, '报告.pdf')], { encoding: 'utf8' });
  const pages = /Pages:\s+(\d+)/.exec(stdout ?? '')?.[1];
  return pages === undefined ? '页数未量（没有 LibreOffice）' : `${pages}页`;
}

async function compareWarm(say, work, filling) {
  let draft = null;
  const passes = {
    'docxtemplater 填好现成的文字 fill': () => filling.fill(),
    '读数据、选句、计算、写成 Word draft': async () => {
      draft = await work.draft();
    },
    '读回、核对、与数据对照 prove': () => work.prove(draft),
  };
  const times = Object.fromEntries(Object.keys(passes).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, pass] of Object.entries(passes)) {
      const start = performance.now();
      await pass();
      times[name].push(performance.now() - start);
    }
  }
  const reference = median(Object.values(times)[0]);
  say(`同一进程，${ROUNDS}轮中位数（最慢一轮）。docxtemplater 不算数、不选句、不登记、不自查，只作参照`);
  for (const [name, all] of Object.entries(times)) {
    say(
      `  ${name}：${median(all).toFixed(0)} ms（${Math.max(...all).toFixed(0)} ms），参照的${(median(all) / reference).toFixed(1)}倍`,
    );
  }
}

/** Each in a process of its own: time from the start to the end, and peak memory. */
function compareCold(say, folder) {
  const tasks = {
    'node -e 0': ['-e', 'process.stdout.write(String(process.resourceUsage().maxRSS / 1024))'],
    docxtemplater: [WORK, 'docxtemplater', folder],
    '起草并自查 draft and prove': [WORK, 'ours', folder],
  };
  const told = Object.fromEntries(Object.keys(tasks).map((name) => [name, { times: [], memory: [] }]));
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    for (const [name, args] of Object.entries(tasks)) {
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      told[name].times.push(performance.now() - start);
      told[name].memory.push(Number(stdout));
    }
  }
  const reference = median(told.docxtemplater.times);
  say(`各自一个进程，连同启动，${COLD_ROUNDS}轮中位数`);
  for (const [name, { times, memory }] of Object.entries(told)) {
    say(
      `  ${name}：${median(times).toFixed(0)} ms，docxtemplater 的${(median(times) / reference).toFixed(1)}倍；内存最多${Math.max(...memory).toFixed(0)} MB`,
    );
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
