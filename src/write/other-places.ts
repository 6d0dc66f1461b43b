import type { Finding, OtherPlace } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { lineOf, oneLine } from './places.ts';

const MOST = 4;

/** The places that a finding speaks of besides its own, as far as a reader needs to be led to them. */
export interface OtherPlaces {
  readonly told: readonly Span[];
  /** How many more there are. */
  readonly left: number;
}

/** Those in the line of the first place are seen with it; of the rest, one a line of the report is enough to find them. */
export function otherPlaces(report: Report, { spans }: Finding): OtherPlaces {
  const [first, ...others] = spans;
  if (first === undefined) return { told: [], left: 0 };
  const seen = new Set([lineOf(report, first.start)]);
  const elsewhere = others.filter(({ start }) => {
    const line = lineOf(report, start);
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
  return { told: elsewhere.slice(0, MOST), left: Math.max(0, elsewhere.length - MOST) };
}

const MOST_CELLS = 3;

/** `《去年的报告.docx》第12行`; of a workbook the cells: `《数据.xlsx》县级数据!C7`. */
export function elsewhereText({ file, line, cells }: OtherPlace): string {
  if (line !== null || cells === undefined) return `《${oneLine(file)}》${line === null ? '' : `第${line}行`}`;
  const rest = cells.length > MOST_CELLS ? `等${cells.length}处` : '';
  return `《${oneLine(file)}》${cells.slice(0, MOST_CELLS).join('、')}${rest}`;
}
