import type { Figure } from '../../model/figure.ts';
import type { Report, Row } from '../../model/report.ts';
import { eachYear } from './years.ts';
import { passagesOf, stateClaims, tellsOther } from '../../relations/index.ts';

/** A named figure of a report, with what its sentence makes of it. */
export interface ReportClaim {
  readonly figure: Figure;
  /** Null for a cell of a table. */
  readonly row: Row | null;
  /** The clause that ends at its row; empty in a table. */
  readonly clause: string;
  /** The sentence up to the figure. */
  readonly sentence: string;
  /** The sentence before its own, in the same paragraph; empty where there is none. */
  readonly lead: string;
  /** 同期: the times told of before it in its paragraph, of which it may be; mostly empty. */
  readonly times: readonly string[];
  /** The figures told before it in its sentence. */
  readonly before: readonly Figure[];
  /** Surely a state of the whole county, by the rules of the relation `equal`; others may be of a part, a plan, a time. */
  readonly firm: boolean;
}

/** 其中骨干教师35人 behind 交流轮岗教师149人: of those, and not of the county. */
const AMONG = /^(?:其中|含|包括)/u;

/** Names that only sound like a plan or a rule: 营养改善计划 was paid out, 高于规定学历教师 are there. */
const NO_PLAN = /(?:营养改善|特岗(?:教师)?|国培|行动|提升|帮扶|支持)(?:工程)?计划|规定学历/gu;
/** 均达到国家标准（小学不高于0.65）: what stands there is the standard's. */
const STANDARD = /^text:(?:(?:均|都)?(?:达到|符合|满足)(?:.{0,8}(?:标准|要求|规定))?|不?(?:低于|高于|超过)|统计时段)$/u;

/** 在校生32660人（含普通高中5472人） */
const INCLUDING = /^（(?:另?含|包括)/u;

/** 农村小学专任教师552人，初中专任教师287人: the second may be of the countryside too. */
function sharesScope({ indicator, scope }: Figure, before: readonly Figure[]): boolean {
  return scope === null && before.some((other) => other.indicator === indicator && other.scope !== null);
}

/**
 * The named figures of a report in reading order: no limits, no bases of comparison, no goals, no ranges.
 * @param own the report's year; what is told of a later one is a goal
 */
export function reportClaims(report: Report, own: string | null = yearOfReport(report)): ReportClaim[] {
  const firm = new Set(stateClaims(report).map(({ figure }) => figure.id));
  const unclear = undealt(report.figures);
  const rows = rowsOf(report);
  const { text } = report.manuscript;
  return report.figures.flatMap((figure): ReportClaim[] => {
    if (!figure.indicator || figure.valueMax || figure.role === 'limit' || figure.role === 'base') return [];
    if (figure.label.endsWith('限值') || STANDARD.test(figure.indicator)) return [];
    if (own !== null && figure.period !== null && figure.period.slice(0, 4) > own) return [];
    const place = rows.get(figure.id);
    if (unclear.has(figure) && (place?.times ?? []).length === 0) return [];
    const clause = place?.row.clauses.at(-1) ?? '';
    const around = clause + (/^[^，。；\n]{0,4}/u.exec(text.slice(figure.span.end, figure.span.end + 4))?.[0] ?? '');
    if (place && tellsOther(around.replaceAll(NO_PLAN, ''))) return [];
    const narrowed = place !== undefined && AMONG.test(clause.trim()) && isAmong(place.before, place.row);
    const sentence = place ? text.slice(place.start, figure.span.start) : '';
    const before = place?.earlier.filter(({ span }) => span.start < figure.span.start) ?? [];
    const wider = INCLUDING.test(text.slice(figure.span.end, figure.span.end + 4));
    const less = sharesScope(figure, before);
    const sure = firm.has(figure.id) && !narrowed && !wider && !less && !unclear.has(figure);
    const { row, lead, times } = place ?? { row: null, lead: '', times: [] };
    return [{ figure, row, clause, sentence, lead, times, before, firm: sure }];
  });
}

/**
 * The year that a report is about: the one its title names, else the last one that dates two of its figures. Null where nothing
 * tells.
 */
export function yearOfReport(report: Report): string | null {
  const titled = /(20\d\d)年/u.exec(report.title ?? '')?.[1];
  if (titled !== undefined) return titled;
  const counts = new Map<string, number>();
  for (const { figure } of stateClaims(report)) {
    if (/^\d{4}$/u.test(figure.period ?? ''))
      counts.set(figure.period ?? '', (counts.get(figure.period ?? '') ?? 0) + 1);
  }
  const years = [...counts].filter(([, count]) => count >= 2).map(([year]) => year);
  return years.sort().at(-1) ?? null;
}

interface RowPlace {
  readonly row: Row;
  readonly before: Row | undefined;
  /** Where the sentence starts. */
  readonly start: number;
  readonly earlier: readonly Figure[];
  readonly lead: string;
  readonly times: readonly string[];
}

const SAME_TIME = /(?:^|[，；])同期/u;
const LONGEST_LEAD = 150;

function rowsOf(report: Report): Map<string, RowPlace> {
  const places = new Map<string, RowPlace>();
  let paragraph = -1;
  let told: readonly string[] = [];
  for (const { sentence, rows, text } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) [paragraph, told] = [sentence.paragraph, []];
    const { start } = sentence.span;
    const earlier: Figure[] = [];
    const lead = leadOf(report, start);
    const times = SAME_TIME.test(text) ? told : [];
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      for (const member of row.members) {
        if ('id' in member)
          places.set(member.id, { row, before, start, earlier, lead, times: timesOf(member, row, times) });
      }
      for (const member of row.members) if ('id' in member) earlier.push(member);
      told = [...new Set([...told, ...periodsOf(row)])];
    });
  }
  return places;
}

/** The sentence that ends at a place, where its paragraph has one. */
function leadOf({ manuscript: { text } }: Report, end: number): string {
  const near = text.slice(Math.max(0, end - LONGEST_LEAD), end);
  const from = near.lastIndexOf('\n') + 1;
  return near.slice(Math.max(from, near.lastIndexOf('。', near.length - 2) + 1));
}

/** The periods that a row is dated by: a list of years in a row is told of them together too. */
function periodsOf({ members }: Row): readonly string[] {
  const periods = members.flatMap((member) => ('id' in member ? (member.period ?? []) : []));
  const [first, last] = [periods[0], periods.at(-1)];
  const spanned = first !== undefined && last !== undefined && /^\d{4}$/u.test(first) && first < last;
  return spanned ? [`${first}-${last}`] : periods;
}

/** For the members of a list as long as the years spanned, the year of each. */
function timesOf(figure: Figure, { members }: Row, times: readonly string[]): readonly string[] {
  if (figure.period !== null) return [];
  const series = figure.series;
  if (series === null) return times;
  const length = members.filter((member) => 'id' in member && member.series?.id === series.id).length;
  return times.flatMap((time) => {
    const each = eachYear(time);
    return each.length === length ? (each[series.index] ?? []) : [];
  });
}

/** A part told under another name than its total; 在校生27188人，其中小学18216人 deals out one name. */
function isAmong(before: Row | undefined, row: Row): boolean {
  return before !== undefined && before.indicator !== row.indicator;
}

/** Members of one list that nothing tells apart: 分别为19.30%、19.72%和20.15% with no years that could be read. */
function undealt(figures: readonly Figure[]): ReadonlySet<Figure> {
  const unclear = new Set<Figure>();
  const first = new Map<string, Figure>();
  for (const figure of figures) {
    if (!figure.series) continue;
    const key = [figure.series.id, figure.indicator, figure.stage, figure.period, figure.scope].join('|');
    const other = first.get(key);
    if (other) unclear.add(other).add(figure);
    else first.set(key, figure);
  }
  return unclear;
}
