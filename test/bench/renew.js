// Round trip of renewing: node test/bench/renew.js REPORT… (after npm run build). Last year's report → its workbook → random values
// for the base quantities (those that follow left empty) → renewed → read again. What is right, wrong, listed; new contradictions.
import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { extract } from '../../dist/jobs/extract.js';
import { check } from '../../dist/jobs/check.js';
import { renew } from '../../dist/jobs/renew.js';
import { renewalData } from '../../dist/jobs/renewal-data.js';
import { oldQuantities, yearOf } from '../../dist/draft/renew/index.js';
import { writeFiguresWorkbook } from '../../dist/write/workbook/figures-workbook.js';

const say = (line) => process.stdout.write(`${line}\n`);

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A name of the text's own may hold a number that has changed with it. */
const words = (indicator) => indicator?.replaceAll(/[\d.]+/g, '#') ?? null;

/** A new value of the same kind: some per cent up or down, to the printed places, a rate no more than 100. */
export function another(old, unit, next) {
  const places = (/\.(\d+)$/.exec(String(old)) ?? ['', ''])[1].length;
  const percent = unit === '%';
  const whole = places === 0;
  let value = old * (0.85 + 0.3 * next());
  if (whole && Math.abs(old) < 10 && !percent) value = old + Math.floor(next() * 3);
  if (percent) value = old > 60 ? 100 - (100 - Math.min(old, 99)) * (0.5 + next()) : value;
  if (percent) value = Math.min(100, value);
  return Number(value.toFixed(percent ? Math.max(places, old === 100 ? 1 : 0) : places));
}

export async function fill(bytes, seed) {
  const next = random(seed);
  const { sheets } = await readXlsx(bytes);
  const values = new Map();
  const filled = sheets.map(({ name, rows }) => {
    if (name !== '今年的数') return { name, rows };
    const head = rows[0];
    const at = (heading) => head.indexOf(heading);
    return {
      name,
      rows: rows.map((row, index) => {
        if (index === 0) return row;
        if (row[at('基础/推算')] !== '基础') return row;
        const value = another(row[at('去年数值')], row[at('单位')], next);
        values.set(row[at('编号')], value);
        return row.map((cell, column) => (column === at('今年数值') ? value : cell));
      }),
    };
  });
  return { bytes: await writeXlsx({ sheets: filled }), values };
}

export async function roundTrip(name, bytes, seed, verbose = false) {
  const { report } = await extract(name, bytes);
  const { all, kept } = oldQuantities(report, yearOf(report));
  const form = await fill(await writeFiguresWorkbook(name, report), seed);
  const data = await renewalData('表.xlsx', [{ name: '表.xlsx', bytes: form.bytes }]);
  const as = name.endsWith('docx') ? 'word' : 'text';
  const renewed = await renew({ file: name, bytes, data, standards: [], as, date: null });
  const again = await extract(name, renewed.bytes);
  const count = { figures: 0, right: 0, listed: 0, wrong: 0, silent: kept.filter((one) => one.silent).length };
  const [old, now] = [report.figures, again.report.figures];
  if (old.length !== now.length) say(`  figures ${old.length} -> ${now.length}`);
  const places = new Set(renewed.renewal.open.flatMap(({ span }) => (span === null ? [] : [span.start])));
  const shown = new Map(renewed.renewal.renewed.map((one) => [one.span.start, one]));
  for (const [index, figure] of old.entries()) {
    const quantity = all.find(({ figures }) => figures.some(({ id }) => id === figure.id));
    if (quantity === undefined || figure.indicator === null) continue;
    count.figures += 1;
    const fresh = now[index];
    const wanted = form.values.get(quantity.number);
    const told = shown.get(fresh?.span.start);
    let verdict;
    const listed = places.has(fresh?.span.start);
    if (wanted !== undefined && fresh) {
      const value = quantity.factor.times(wanted);
      // 1:7 is rounded on its right side
      const ratio = fresh.kind === 'ratio' && value.lt(1) && fresh.value.pow(-1).minus(value.pow(-1)).abs().lte(0.5);
      const within = ratio || (value.gte(fresh.interval.low) && value.lte(fresh.interval.high)) || fresh.bound !== null;
      verdict = within && words(fresh.indicator) === words(figure.indicator) && fresh.stage === figure.stage ? 'right' : listed && !told ? 'listed' : 'wrong';
    } else verdict = told ? 'right' : listed ? 'listed' : figure.text === fresh?.text ? 'same' : 'wrong';
    if (verdict === 'same') verdict = 'right';
    count[verdict] += 1;
    if (verbose && verdict !== 'right') {
      const point = renewed.renewal.open.find(({ span }) => span?.start === fresh?.span.start);
      say(`  ${verdict} ${quantity.name} ${figure.text} -> ${fresh?.text} (${wanted}) ${point?.message ?? ''}`);
    }
  }
  const problems = async (content) => (await check(name, content, [])).result.findings.filter(({ severity }) => severity !== 'info');
  const [before, after] = [await problems(bytes), await problems(renewed.bytes)];
  const fresh = renewed.renewal.open.filter(({ kind }) => kind === 'finding');
  if (verbose) for (const { message } of fresh) say(`  finding ${message}`);
  const made = (how) => renewed.renewal.renewed.filter((one) => one.how === how).length;
  return {
    ...count,
    before: before.length,
    after: after.length,
    fresh: fresh.length,
    given: made('given'),
    computed: made('computed'),
    carried: made('carried'),
    years: renewed.renewal.years,
  };
}

if (process.argv[1]?.endsWith('renew.js')) {
  const verbose = process.argv.includes('-v');
  const seeds = process.env.SEED ? [Number(process.env.SEED)] : verbose ? [1] : [1, 2, 3];
  for (const path of process.argv.slice(2).filter((one) => one !== '-v')) {
    for (const seed of seeds) {
      const bytes = Uint8Array.from(readFileSync(path));
      const result = await roundTrip(path.replace(/^.*\//, ''), bytes, seed, verbose);
      say(`${path.replace(/^.*\//, '')} ${seed} ${JSON.stringify(result)}`);
    }
  }
}
