import type { Figure } from '../../model/figure.ts';
import type { Report, Row } from '../../model/report.ts';
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
  /** The figures told before it in its sentence. */
  readonly before: readonly Figure[];
  /** Surely a state of the whole county, by the rules of the relation `equal`; others may be of a part, a plan, a time. */
  readonly firm: boolean;
}

/** 其中骨干教师35人 behind 交流轮岗教师149人: of those, and not of the county. */
const AMONG = /^(?:其中|含|包括)/u;

/** The named figures of a report in reading order: no limits, no bases of comparison, no goals, no ranges. */
export function reportClaims(report: Report): ReportClaim[] {
  const firm = new Set(stateClaims(report).map(({ figure }) => figure.id));
  const unclear = undealt(report.figures);
  const rows = rowsOf(report);
  const { text } = report.manuscript;
  return report.figures.flatMap((figure): ReportClaim[] => {
    if (!figure.indicator || figure.valueMax || figure.role === 'limit' || figure.role === 'base') return [];
    if (figure.label.endsWith('限值') || unclear.has(figure)) return [];
    const place = rows.get(figure.id);
    const clause = place?.row.clauses.at(-1) ?? '';
    const around = clause + text.slice(figure.span.end, figure.span.end + 4);
    if (place && tellsOther(around)) return [];
    const narrowed = place !== undefined && AMONG.test(clause.trim()) && isAmong(place.before, place.row);
    const sentence = place ? text.slice(place.start, figure.span.start) : '';
    const before = place?.earlier ?? [];
    return [{ figure, row: place?.row ?? null, clause, sentence, before, firm: firm.has(figure.id) && !narrowed }];
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
}

function rowsOf(report: Report): Map<string, RowPlace> {
  const places = new Map<string, RowPlace>();
  for (const { sentence, rows } of passagesOf(report)) {
    const { start } = sentence.span;
    const earlier: Figure[] = [];
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      for (const member of row.members) {
        if ('id' in member) places.set(member.id, { row, before, start, earlier });
      }
      for (const member of row.members) if ('id' in member) earlier.push(member);
    });
  }
  return places;
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
