import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { clauseOf, gapOf, onlyFigure } from './context.ts';
import { isPartition } from './parts.ts';

/** Words that leave no third between them: where a list names each of them once, it names all there is. */
const WHOLE_SETS: readonly (readonly RegExp[])[] = [
  [/男/, /女/],
  [/公办/, /民办/],
  [/专职/, /兼职/],
  [/省内/, /省外/],
  [/寄宿|住校|住宿/, /走读/],
  [/城镇|县城|城区/, /农村/],
  [/城镇/, /乡村/],
  [/(?:城区|县城)(?!.*到)/, /镇区|乡镇/, /乡村|农村(?!.*到)/],
  [/(?:城区|城镇|县城)[到至往](?:乡村|农村|乡镇)/, /(?:乡村|农村|乡镇)[到至往](?:城区|城镇|县城)/],
  [/一等奖/, /二等奖/, /三等奖/],
  [/新建/, /改扩建/],
  [/新建/, /改建/, /扩建/],
  [/A级/, /B级/],
  [/A级/, /B级/, /C级/],
  [/A级/, /B级/, /C级/, /D级/],
  [/[^不]满意|^满意/, /基本满意/, /不满意/],
];
const OF_ALL_STAGES: ReadonlySet<string> = new Set([
  'pupils',
  'school-count',
  'class-count',
  'full-time-teachers',
  'teachers',
  'staff',
  'entrants',
  'graduates',
]);
const FILLER = /^(?:[、，,和及与]|其中|分别|[:：])+|(?:共?有|为|是|共)$/g;

/**
 * Whether the parts that 其中 opens are all there can be: the years that the total is told of (三年投入…，其中2021年、2022年、2023年),
 * words that leave no third (男、女; 新建、改建、扩建), or the very things that the total's name lists (新建、改扩建学校28所).
 */
export function isComplete(report: Report, before: readonly Row[], total: Figure, rows: readonly Row[]): boolean {
  return (
    isEachYear(report, before, total, rows) ||
    isWholeSet(rows) ||
    isNamedByTotal(before.at(-1), rows) ||
    namesTheRest(rows) ||
    isEachStage(before.at(-1), total, rows)
  );
}

/** a、b、其他困难学生c: what is left is one of the parts. */
function namesTheRest(rows: readonly Row[]): boolean {
  return rows.length > 2 && /^(?:其他|其它|其余)(?!有|地区|学校有)/.test(nameOf(rows.at(-1) as Row));
}

/**
 * 留守儿童28459人，其中小学a人、初中b人: of things of compulsory education. Pupils, schools and staff without that word may be
 * those of kindergartens and senior schools, too.
 */
function isEachStage(row: Row | undefined, total: Figure, rows: readonly Row[]): boolean {
  if (!isPartition(total, rows) || rows.length !== 2) return false;
  const stages = new Set(rows.map((part) => part.stages[0]));
  if (!stages.has('小学') || !stages.has('初中')) return false;
  return !OF_ALL_STAGES.has(total.indicator ?? '') || /义务教育|中小学/.test(row ? clauseOf(row) : '');
}

/** 三年共投入a，其中2021年b、2022年c、2023年d: as many years as the total says it took, or as its own dates name. */
function isEachYear(report: Report, before: readonly Row[], total: Figure, rows: readonly Row[]): boolean {
  const years = rows.flatMap((row) => (row.periods.length === row.members.length ? row.periods : []));
  const parts = rows.reduce((count, row) => count + row.members.length, 0);
  if (years.length !== parts || parts < 2 || new Set(years).size !== parts) return false;
  const row = before.at(-1);
  if (!row?.members.includes(total)) return false;
  if (row.periods.length > 1) return row.periods.length === parts;
  return yearsTold(report, before) === parts;
}

/** 三年 is read as a figure of its own before the total, up to the last ；. */
function yearsTold(report: Report, before: readonly Row[]): number | null {
  let apart = false;
  for (const row of before.toReversed()) {
    const time = onlyFigure(row);
    if (time?.unit === '年' && time.value.isInteger()) return time.value.toNumber();
    apart = /[。；;]/.test(gapOf(report, row));
    if (apart) return null;
  }
  return null;
}

/** 男a人、女b人. */
export function isWholeSet(rows: readonly Row[]): boolean {
  if (rows.length < 2 || rows.some((row) => row.members.length !== 1)) return false;
  const clauses = rows.map(nameOf);
  return WHOLE_SETS.some((set) => {
    if (set.length !== rows.length) return false;
    const words = set.map((word) => clauses.findIndex((clause) => word.test(clause)));
    return !words.includes(-1) && new Set(words).size === set.length && isOfOneThing(clauses, set);
  });
}

/** 公办学校a所、民办b所: besides the word that tells them apart the parts say the same, or the later ones nothing. */
function isOfOneThing(clauses: readonly string[], set: readonly RegExp[]): boolean {
  const rests = clauses.map((clause) => set.reduce((text, word) => text.replace(word, ''), clause));
  return rests.every((rest, index) => rest === rests[0] || (index > 0 && rest === '') || rest.length < 2);
}

/** 新建、改扩建学校28所（其中新建5所、改扩建23所）: the total's own words list its parts. */
function isNamedByTotal(row: Row | undefined, rows: readonly Row[]): boolean {
  if (!row || rows.length < 2) return false;
  const words = clauseOf(row).split(/[、和及与]/);
  const names = rows.map(nameOf);
  return (
    words.length === names.length &&
    names.every((name, index) => name.length > 1 && (words[index] ?? '').includes(name)) &&
    new Set(names).size === names.length
  );
}

function nameOf(row: Row): string {
  return clauseOf(row).replaceAll(FILLER, '').trim();
}
