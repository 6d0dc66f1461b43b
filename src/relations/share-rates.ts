import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { clauseOf, firstOf, gapOf, isFigure, onlyFigure, sameUnit } from './context.ts';
import { isEach } from './each.ts';
import type { Open, Reading } from './share-open.ts';
import { headOf, isAlike, lastCounted, listOf, partNamed, subjectOf } from './share-parts.ts';
import { holds } from './share-wholes.ts';
import { isOnly } from './sole-levels.ts';

/** 回收率, 支出进度, 城镇化率: a rate is named for its part. */
const RATE = /(?<stem>\p{Script=Han}{2})(?:化率|率|进度|(?<=满意|认可)度)(?:达到了?|达|为|是|约|仅|超过)*$/u;
const NO_RATE = /增长|提高|下降|增速/;
/** 不满意, 未入学, 应入学: the stem, and not the part that the rate is named for. */
const NOT_OF_IT = '不未非无没应';
const SEPARATE = /[。；;]/;
/** What counts as 合格 or 满意 is told in grades, the better ones apart: 优秀a人、良好b人、合格c人. */
const GRADES: Readonly<Record<string, RegExp>> = {
  优良: /优秀|良好|优良/,
  合格: /优秀|良好|优良|中等|合格|及格/,
  及格: /优秀|良好|优良|中等|合格|及格/,
  满意: /满意/,
};

/** 发放问卷500份，收回490份，回收率98%: the rate's part is the count that its name speaks of, the whole what is told before that. */
export function rateOfCounts(
  report: Report,
  inSentence: readonly Row[],
  row: Row,
  behind: readonly Row[],
): Open | null {
  const share = onlyFigure(row);
  const match = RATE.exec(clauseOf(row));
  if (!share || share.role !== 'level' || !match || NO_RATE.test(clauseOf(row))) return null;
  const stem = match.groups?.['stem'] ?? '';
  const from = segmentStart(report, inSentence, row);
  const isPart = (other: Row, index: number): boolean =>
    index >= from && countOf(other) !== null && other.head === row.head;
  const named = inSentence.filter((other, index) => isPart(other, index) && isNamed(report, other, stem));
  const grades = gradesOf(inSentence, stem).filter((other) => isPart(other, inSentence.indexOf(other)));
  const adjacent = inSentence.findLastIndex(isPart);
  const told = grades.length > 1 ? grades : named;
  const spoken =
    told.length > 0 ? told : inSentence.filter((other, index) => index === adjacent && isHinted(report, other, stem));
  const readings = readingsOf(report, inSentence, spoken, stem, behind);
  if (readings.length > 0) return { share, readings };
  return { share, readings: loose(report, inSentence, row, adjacent, from, stem) };
}

/** 升入…学校 holds both characters of 升学, and 187名…中有179名 says that the second is of the first. */
function isHinted(report: Report, row: Row, stem: string): boolean {
  const words = wordsOf(report, row);
  if (negated(words, stem)) return false;
  return [...stem].every((character) => words.includes(character)) || /中有|中，/.test(gapOf(report, row));
}

/** The grades that a rate takes together, where they are told one behind the other. */
function gradesOf(inSentence: readonly Row[], stem: string): Row[] {
  const pattern = GRADES[stem];
  if (!pattern) return [];
  const rows = inSentence.filter(
    (row) => countOf(row) !== null && pattern.test(clauseOf(row)) && !/不/.test(clauseOf(row)),
  );
  return rows.length > 1 && isRun(inSentence, rows) ? rows : [];
}

/** The first row behind the last semicolon. */
function segmentStart(report: Report, inSentence: readonly Row[], row: Row): number {
  if (SEPARATE.test(gapOf(report, row))) return inSentence.length;
  return Math.max(
    0,
    inSentence.findLastIndex((other) => SEPARATE.test(gapOf(report, other))),
  );
}

function countOf(row: Row): Figure | null {
  const figure = onlyFigure(row);
  return figure && row.role === 'level' && !isEach(row) && /^(?:count|money|area)$/.test(figure.kind) ? figure : null;
}

/** A row's own words: its clause and what is counted behind the unit; its name may be another's or say more. */
function wordsOf(report: Report, row: Row): string {
  const end = row.members.at(-1)?.span.end ?? 0;
  const after = /^[^，,。；;、：:（(\d]*/.exec(report.manuscript.text.slice(end, end + 16))?.[0] ?? '';
  return `${clauseOf(row)}|${after}`;
}

/** 城镇 is the scope of the count, 满意 its name; 不满意 holds the stem and denies it. */
function isNamed(report: Report, row: Row, stem: string): boolean {
  const words = wordsOf(report, row);
  return words.includes(stem) && !negated(words, stem);
}

function negated(words: string, stem: string): boolean {
  const at = words.indexOf(stem);
  return at > 0
    ? NOT_OF_IT.includes(words[at - 1] ?? '')
    : [...NOT_OF_IT].some((not) => not !== '应' && words.includes(not));
}

/** 满意a份、基本满意b份，满意率: the first alone or all that the name speaks of together, which is the likelier. */
function readingsOf(
  report: Report,
  inSentence: readonly Row[],
  spoken: readonly Row[],
  stem: string,
  behind: readonly Row[],
): Reading[] {
  const last = spoken.at(-1);
  const part = last ? countOf(last) : null;
  if (!last || !part) return [];
  const joined = spoken.filter((other) => {
    const figure = countOf(other);
    return figure !== null && isAlike(figure, part);
  });
  const together = isRun(inSentence, joined) ? joined : [last];
  const [first] = together;
  const graded = GRADES[stem] !== undefined && first !== undefined && together.length > 1;
  // 合格588人，其中优秀312人 tells the better grades again; else all grades of a row are meant, the likeliest last
  const again = graded && wordsOf(report, first).includes(stem) && !/基本|比较/.test(clauseOf(last));
  const groups = !graded ? [[last]] : again ? [together, [first]] : [[first], [last], together];
  return groups.flatMap((rows): Reading[] => {
    const parts = rows.flatMap((other) => countOf(other) ?? []);
    const at = inSentence.indexOf(rows[0] as Row);
    const total = parts.at(-1) as Figure;
    const before = inSentence.slice(0, at).flatMap((other) => countOf(other) ?? []);
    const candidates = before.filter((figure) => holds(figure, total));
    const meant =
      wholeOf(report, inSentence.slice(0, at), total, stem) ?? exceeded(inSentence.slice(0, at), rows[0] as Row, total);
    if (candidates.length > 0 || meant) return [{ parts, candidates, meant }];
    // 参与学生29184人，参与率66.0%，全县在校生44218人
    const pupils = /学生/.test(wordsOf(report, last)) ? report.figures.find(isAllPupils) : undefined;
    const after = [...behind.flatMap((other) => countOf(other) ?? []), ...(pupils ? [pupils] : [])].filter((figure) =>
      holds(figure, total),
    );
    const isAll = pupils && isAlike(pupils, total) && takesInAll(report, last, stem) && isOnly(report, pupils);
    const all = isAll ? pupils : null;
    return after.length > 0 || all ? [{ parts, candidates: after, meant: all }] : [];
  });
}

/** A school's own 参与率, or that of all schools (98所学校全部开展…): of all pupils. */
function takesInAll(report: Report, row: Row, stem: string): boolean {
  if (!/参[与加]/.test(stem)) return false;
  if (report.kind === 'school-report') return true;
  const { text } = report.manuscript;
  const { start } = firstOf(row).span;
  const before = text.slice(Math.max(0, start - 60), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
  return /学校[^，。；]{0,4}全部|全部[^，。；]{0,6}学校|学校[^，。；]{0,8}全覆盖|覆盖率[^，。；]{0,3}100%/.test(
    sentence,
  );
}

function isRun(inSentence: readonly Row[], rows: readonly Row[]): boolean {
  const first = inSentence.indexOf(rows[0] as Row);
  return rows.every((row, index) => inSentence[first + index] === row);
}

/** What the sentence means by the whole: 应入学 for 入学, 编制 for 空编, else the count told right before the part. */
function wholeOf(report: Report, before: readonly Row[], part: Figure, stem: string): Figure | null {
  const fits = before.filter((row) => {
    const figure = countOf(row);
    return figure !== null && holds(figure, part);
  });
  const due = fits.findLast((row) => wordsOf(report, row).includes(`应${stem}`));
  if (due) return countOf(due);
  // 编制a名，实有b名，空编c名，空编率: of the places that there are, never of those filled
  if (/^[空缺超]/.test(stem)) {
    const places = fits.findLast((row) => wordsOf(report, row).includes(stem[1] ?? ''));
    return places ? countOf(places) : null;
  }
  const counted = before.filter((row) => row.role === 'level' && firstOf(row).unit !== '%');
  const last = counted.at(-1);
  // 培训校长76人，培训教师24人，培训率: both are named for it, and neither is the other's whole
  if (!last || !fits.includes(last) || wordsOf(report, last).includes(stem)) return null;
  // 特教学校就读a人、随班就读b人，已入学c人: parts told before are no whole
  const sibling = before.slice(0, before.indexOf(last)).findLast((row) => countOf(row) !== null);
  return /其中|[，,]含/.test(gapOf(report, last)) && sibling ? null : countOf(last);
}

/** 发放150份，收回490份: what was done of it is told as more than there was, and one of the two must be wrong. */
function exceeded(before: readonly Row[], row: Row, part: Figure): Figure | null {
  const last = before.at(-1);
  const figure = last ? countOf(last) : null;
  return figure && isAlike(figure, part) && /^已|^(?:收回|回收)/.test(clauseOf(row)) ? figure : null;
}

function isAllPupils({ indicator, role, stage, scope }: Figure): boolean {
  return indicator === 'pupils' && role === 'level' && stage === null && scope === null;
}

/** Where no count bears the rate's name, counts before that make it up are found, and nothing is said of others. */
function loose(
  report: Report,
  inSentence: readonly Row[],
  row: Row,
  adjacent: number,
  from: number,
  stem: string,
): Reading[] {
  const nearest = inSentence[adjacent];
  const subject = inSentence.findIndex((other) => countOf(other) !== null);
  const total = subject >= 0 ? countOf(inSentence[subject] as Row) : null;
  return inSentence.flatMap((other, index): Reading[] => {
    const part = countOf(other);
    if (!part || index < from || other.head !== row.head || negated(wordsOf(report, other), stem)) return [];
    const before = other === nearest ? inSentence.slice(0, index).findLast((whole) => isWhole(whole, part)) : undefined;
    const candidates = [total, before ? countOf(before) : null].filter(
      (figure): figure is Figure => figure !== null && holds(figure, part),
    );
    return candidates.length > 0 ? [{ parts: [part], candidates, meant: null, onlyWhereItFits: true }] : [];
  });
}

function isWhole(row: Row, part: Figure): boolean {
  const figure = countOf(row);
  return figure !== null && sameUnit(figure.unit, part.unit) && holds(figure, part);
}

/** 占教师总数3120人的45.2%，为1410人: the part stands right behind its share. */
export function partBehind(inSentence: readonly Row[], row: Row, behind: readonly Row[]): Open | null {
  const share = onlyFigure(row);
  const [wholeRow, partRow] = [inSentence.at(-1), behind[0]];
  const whole = wholeRow ? onlyFigure(wholeRow) : null;
  const part = partRow ? countOf(partRow) : null;
  if (!share || !wholeRow || !partRow || !whole || !part || clauseOf(row) !== '的') return null;
  if (!/占[^，。；]*$/.test(clauseOf(wholeRow)) || !/^(?:即|约|为|计|共|有|达到?|是)+$/.test(clauseOf(partRow)))
    return null;
  return holds(whole, part) ? { share, readings: [{ parts: [part], candidates: [whole], meant: whole }] } : null;
}

/** 计提4860万元，完成年度计划4500万元的108%: the percentage is of the figure right before 的. */
export function fulfilment(report: Report, inSentence: readonly Row[], row: Row): Open | null {
  const share = onlyFigure(row);
  const wholeRow = inSentence.at(-1);
  const whole = wholeRow ? onlyFigure(wholeRow) : null;
  if (
    !share ||
    !whole ||
    !wholeRow ||
    gapOf(report, row) !== '的' ||
    !/完成|占|相当于|达到|实现|为/.test(clauseOf(wholeRow))
  )
    return null;
  const before = inSentence.slice(0, -1);
  const counted = lastCounted(before);
  const part = partNamed(before, wholeRow, subjectOf(wholeRow)) ?? (counted ? onlyFigure(counted) : null);
  if (!part || !isFigure(part) || part.role !== 'level' || !sameUnit(part.unit, whole.unit)) return null;
  const readings: Reading[] = [{ parts: [part], candidates: [whole], meant: whole }];
  const head = headOf(before, part);
  if (head) readings.push({ parts: [head], candidates: [whole], meant: whole });
  const list = listOf(report, before, part);
  if (list.length > 1) readings.push({ parts: list, candidates: [whole], meant: null });
  return { share, readings };
}
