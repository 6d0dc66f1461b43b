import type { Finding } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { lineOf } from './places.ts';

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
