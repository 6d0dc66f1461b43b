import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { stateClaims } from '../../relations/index.ts';
import { named } from '../words.ts';
import { type OtherReport, placeIn, sameSubject } from './other-report.ts';
import { UNRENEWED } from './rules.ts';

/** Below this many, equal counts may be chance; smaller counts (schools, townships) often stay what they are. */
const FEWEST = 2;
const SMALLEST = 500;
const MOST_NAMED = 5;
/** Counts that change every year; a county's area does not. */
const CHANGING = /^(?:pupils|enrolment|teachers|full-time-teachers|staff|class-count|books|text:.*(?:人数|学生|教师))/;

/** Counts that are last year's to the last digit: one remark, since each by itself is possible. */
export function findUnrenewed(report: Report, earlier: OtherReport): Finding[] {
  if (!sameSubject(report, earlier.report)) return [];
  const before = new Map<string, Figure>();
  for (const { key, figure } of stateClaims(earlier.report)) {
    if (figure.period === null && !before.has(key)) before.set(key, figure);
  }
  const same = new Map<string, { figure: Figure; base: Figure }>();
  for (const { key, figure } of stateClaims(report)) {
    const base = before.get(key);
    if (base === undefined || same.has(key) || figure.period !== null || figure.kind !== 'count') continue;
    if (!figure.value.eq(base.value) || figure.value.lt(SMALLEST) || !CHANGING.test(key)) continue;
    same.set(key, { figure, base });
  }
  const found = [...same.values()];
  const [first] = found;
  if (first === undefined || found.length < FEWEST) return [];
  const names = found.slice(0, MOST_NAMED).map(({ figure }) => `“${named(figure)}”${figure.text}`);
  return [
    {
      rule: UNRENEWED.id,
      type: 'equal',
      severity: 'info',
      message: `${names.join('、')}${found.length > MOST_NAMED ? `等${found.length}个数` : ''}与《${earlier.file}》完全相同，请确认已换成今年的数据。`,
      evidence: null,
      stated: null,
      computed: null,
      suggestion: null,
      figures: found.map(({ figure }) => figure.id),
      spans: found.map(({ figure }) => figure.span),
      elsewhere: found.map(({ base }) => placeIn(earlier, base)),
    },
  ];
}
