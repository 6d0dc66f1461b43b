import type { Dataset, SchoolRow } from '../../model/dataset.ts';
import type { Finding, JudgedRelation } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { onePlaceAt } from '../../relations/index.ts';
import type { Standard } from '../../standards/standard.ts';
import { subjectOf } from '../other-reports/other-report.ts';
import { standardsFor } from '../standard-choice.ts';
import { findingOf, type Held, relationOf, yearFinding } from './data-words.ts';
import { type CountyData, countyData } from './derived-values.ts';
import { heldClaim, heldLikely } from './held-claims.ts';
import { heldOfSchool } from './held-schools.ts';
import { likelyNames } from './likely-names.ts';
import { type ReportClaim, reportClaims, yearOfReport } from './report-claims.ts';
import { ofStage, schoolScopes } from './school-scope.ts';
import type { Asked } from './workbook-claims.ts';

/** A data workbook that a report is held against. */
export interface GivenData {
  /** As the person named it. */
  readonly file: string;
  readonly dataset: Dataset;
}

/** How much of a report could be held against a workbook. */
export interface DataSummary {
  readonly file: string;
  readonly year: string;
  /** Named figures of the report that a workbook could tell. */
  readonly named: number;
  readonly equal: number;
  /** Surely different. */
  readonly different: number;
  /** Different, with an explanation. */
  readonly review: number;
  /** Those that the workbook does not have, or not under a name that could be told to be the same. */
  readonly absent: number;
}

/** What came of it. */
export interface DataCompared {
  readonly relations: readonly JudgedRelation[];
  readonly findings: readonly Finding[];
  readonly summary: DataSummary;
}

/**
 * Holds every named figure of a report against a county's data: what a cell states, and what follows from cells and from the school
 * table. A figure of the same name, stage, period and scope must agree within its rounding; agreement with another year or under
 * another definition is a question. What may be told of less than the county (a project, some schools) counts where it agrees, and
 * is told where it differs so little that it looks like a slip. A figure under no name of the workbook's is taken for one that the
 * words of its sentence make up.
 * @param judged what the check of the report alone found: what follows there from figures that the workbook confirms, it confirms too
 * @param standards those to choose from: the one in force says which schools count
 */
export function compareData(
  report: Report,
  { file, dataset }: GivenData,
  judged: readonly JudgedRelation[] = [],
  standards: readonly Standard[] = [],
): DataCompared {
  const counting = standardsFor(report, standards).find(({ coefficients }) => coefficients.length > 0);
  const data = countyData(dataset, counting ?? null);
  const told = yearTold(report, dataset);
  const year = told !== null && /^\d{4}$/u.test(dataset.year) ? told : dataset.year;
  const asked: Asked = { file, data, year };
  const claims = reportClaims(report, told);
  const schoolOf = schoolScopes(report, dataset);
  const own = ownSchool(report, dataset);
  const ofLess = report.kind === 'school-report' || TOWN_TITLE.test(report.title ?? '');
  const inOnePlace = onePlaceAt(report);
  const likely = likelyNames(dataset);
  const found = new Map<string, string>();
  const held = claims.flatMap((claim): Held[] => {
    const { figure } = claim;
    const school = schoolOf(figure) ?? (own && figure.scope !== COUNTY_SCOPE ? ofStage(own, figure) : null);
    if (school === null && ofLess) return [];
    if (school === null && isElsewhere(claim, data)) return [];
    const away = inOnePlace(figure.span.start) || OF_SOME.test(claim.sentence);
    if (school !== null) return oneOrNone(heldOfSchool(claim, school, asked));
    const named = heldClaim(claim, away, asked);
    if (away || named?.outcome.verdict === 'holds') return oneOrNone(named);
    // 交流教师136人，其中骨干教师31人，占22.79%: a part of them, under a name of its own in the workbook, and a share of that part
    if (named !== null && figure.role === 'share' && found.has(claim.before.at(-1)?.id ?? '')) return [];
    if (named !== null && !PART_OF.test(claim.clause)) return [named];
    // a workbook made of the report has its very names; what is merely called alike there is something else
    const alike = dataset.ofReport === true ? null : heldLikely(claim, likely, found, asked);
    if (named !== null && alike?.held.outcome.verdict !== 'holds') return [named];
    if (alike !== null) found.set(figure.id, alike.id);
    return oneOrNone(alike?.held ?? null);
  });
  const confirmed = confirmedBy(judged, held, claims);
  const count = (verdict: Held['outcome']['verdict']): number =>
    held.filter(({ outcome }) => outcome.verdict === verdict).length;
  const findings = held.flatMap((one) => findingOf(one) ?? []);
  if (year !== dataset.year) {
    const open = held.filter(({ figure, outcome }) => figure.period === null && outcome.verdict !== 'holds');
    const undated = claims.filter(({ figure }) => figure.period === null);
    findings.push(yearFinding({ report, file, told: year, given: dataset.year, undated: undated.length, open }));
  }
  const others = year === dataset.year ? findings : findings.filter((one) => !isUndated(one, held));
  return {
    relations: held.map(relationOf),
    findings: others,
    summary: {
      file,
      year: dataset.year,
      named: claims.length,
      equal: count('holds') + confirmed,
      different: count('broken'),
      review: count('review'),
      absent: claims.length - held.length - confirmed,
    },
  };
}

/**
 * Which year the report is about. Where its title does not say so, figures of a plan for the next year may be taken for its own; a
 * workbook made of such a report bears the year that people have looked at.
 */
function yearTold(report: Report, { ofReport, year }: Dataset): string | null {
  const titled = /20\d\d年/u.test(report.title ?? '');
  return ofReport === true && !titled && year !== '' ? year : yearOfReport(report);
}

function oneOrNone(held: Held | null): Held[] {
  return held === null ? [] : [held];
}

/** How many figures without a counterpart follow, in the report itself, from others that all agree: 占96.45% of two known counts. */
function confirmedBy(judged: readonly JudgedRelation[], held: readonly Held[], claims: readonly ReportClaim[]): number {
  const sound = new Set(held.filter(({ outcome }) => outcome.verdict === 'holds').map(({ figure }) => figure.id));
  const open = new Set(claims.map(({ figure }) => figure.id));
  for (const { figure } of held) open.delete(figure.id);
  let count = 0;
  for (const { verdict, figures, type } of judged) {
    if (verdict !== 'holds' || !FOLLOWING.has(type)) continue;
    const rest = figures.filter((id) => !sound.has(id));
    const [only] = rest;
    if (rest.length !== 1 || figures.length < 3 || only === undefined || !open.delete(only)) continue;
    count += 1;
  }
  return count;
}

/** Relations that leave one figure no choice once the others are known. */
const FOLLOWING: ReadonlySet<string> = new Set([
  'sum',
  'difference',
  'share',
  'growth',
  'ratio',
  'quotient',
  'product',
]);

/** What stands behind it is less than what its words name elsewhere. */
const PART_OF = /^[；;]?\s*其中/u;
/** Of a school's report the county's means, which stand beside its own values. */
const COUNTY_SCOPE = '县域';

/** A report of a town tells no state of the county. */
const TOWN_TITLE = /^[^县区旗]{0,8}(?:镇|乡|街道)(?=人民政府|党委|中心|关于|20|义务|教育|均衡|推进)/u;

/** The school whose report it is: what it tells without naming anybody is its own. */
function ownSchool(report: Report, { schools }: Dataset): readonly SchoolRow[] | null {
  if (report.kind !== 'school-report') return null;
  const name = subjectOf(report);
  const rows = schools.filter((row) => name !== null && (row.name.endsWith(name) || name.endsWith(row.name)));
  return rows.length > 0 && new Set(rows.map((row) => row.name)).size === 1 ? rows : null;
}

/** Of a workbook of another year, what the report tells without a year is told in one finding, not in a hundred. */
function isUndated({ figures, rule }: Finding, held: readonly Held[]): boolean {
  const [id] = figures;
  return rule !== 'data-year' && held.some(({ figure }) => figure.id === id && figure.period === null);
}

/** Some schools of the county: 城关片区6所学校在校生7826人. */
const OF_SOME =
  /片区|学区|教育集团|(?<!全[县市区旗]|测算的|共有?)[\d两三四五六七八九十]+所[^，。；\d]{0,6}(?:学校|小学|初中|中学)(?:现|共)?(?:有|拥有)?(?:在校生|学生|教职工|专任教师|教师|图书|计算机)/u;

/** 全省, another county, a town, and unless it is a city itself the city above it: no scope that this workbook could tell. */
function isElsewhere({ figure: { scope }, clause }: ReportClaim, { dataset: { county } }: CountyData): boolean {
  if (/[县区旗]$/u.test(county) && /^(?:[^，。；]{0,4})全市/u.test(clause)) return true;
  return scope !== null && scope !== county && /[省市镇乡]$|街道$/u.test(scope);
}
