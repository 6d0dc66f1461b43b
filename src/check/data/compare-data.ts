import type { Dataset, SchoolRow } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import type { Finding, JudgedRelation } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { onePlaceAt } from '../../relations/index.ts';
import { indicatorNamed, indicatorOf } from '../../vocabulary/index.ts';
import { agrees, holdAgainst } from '../claims/told-value.ts';
import { DATA_CONFLICT, DATA_DEFINITION, DATA_DERIVED, DATA_PERIOD } from './data-rules.ts';
import { type CountyData, countyData } from './derived-values.ts';
import { derivedFor, nearly } from './derived-claims.ts';
import { type LikelyNames, likelyNames } from './likely-names.ts';
import { isDigitSlip, isNeighbour, isSlip } from './slip.ts';
import { lastPlace } from './print-like.ts';
import { standardsFor } from '../standard-choice.ts';
import type { Standard } from '../../standards/standard.ts';
import { subjectOf } from '../other-reports/other-report.ts';
import { type ReportClaim, reportClaims, yearOfReport } from './report-claims.ts';
import { schoolScopes } from './school-scope.ts';
import { type Answer, answerFor, type Asked, derivedAnswer } from './workbook-claims.ts';
import { type Held, findingOf, relationOf, yearFinding } from './data-words.ts';

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
  const data = countyData(dataset, counting?.excludes ?? null);
  const told = yearOfReport(report);
  const year = told !== null && /^\d{4}$/u.test(dataset.year) ? told : dataset.year;
  const asked: Asked = { file, data, year };
  const claims = reportClaims(report);
  const schoolOf = schoolScopes(report, dataset);
  const own = ownSchool(report, dataset);
  const ofLess = report.kind === 'school-report' || TOWN_TITLE.test(report.title ?? '');
  const inOnePlace = onePlaceAt(report);
  const likely = likelyNames(dataset);
  const found = new Map<string, string>();
  const held = claims.flatMap((claim): Held[] => {
    const { figure } = claim;
    const school = schoolOf(figure) ?? own;
    if (school === null && ofLess) return [];
    if (school === null && isElsewhere(figure, data)) return [];
    const away = inOnePlace(figure.span.start);
    if (school !== null) return oneOrNone(heldOfSchool(claim, school, asked));
    const named = heldClaim(claim, away, asked);
    if (named !== null || away) return oneOrNone(named);
    const alike = heldLikely(claim, likely, found, asked);
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

/**
 * A figure whose words, taken together, are a name of the workbook: it may confirm, and doubt only what looks like a slip, since
 * the words may be those of another thing.
 */
function heldLikely(
  { figure, sentence, clause, lead, row, times, before }: ReportClaim,
  likely: LikelyNames,
  found: ReadonlyMap<string, string>,
  asked: Asked,
): { readonly held: Held; readonly id: string } | null {
  if (row === null || figure.role === 'change' || figure.role === 'change-rate') return null;
  const periods = times.length === 0 ? [figure.period] : times;
  const spoken = new Set(before.flatMap(({ id }) => found.get(id) ?? []));
  let doubted: { held: Held; id: string } | null = null;
  for (const { id, stage, name, whole } of likely(figure, { lead, sentence, clause, spoken })) {
    const kind = indicatorOf(id)?.kind ?? figure.kind;
    const open = `工作簿中最相近的是“${name}”，可能不是同一项`;
    for (const period of periods) {
      const as: Figure = { ...figure, indicator: id, stage, period, scope: null, role: 'level', kind };
      const answer = answerFor(as, sentence, asked);
      const one = answer && heldTo(as, { ...answer, open, apart: 'definition', likely: true }, false, true);
      if (!one) continue;
      const holds = one.outcome.verdict === 'holds';
      const held = { ...one, figure, alike: name };
      if (holds && (whole || figure.text.replaceAll(/\D/gu, '').length > 1)) return { held, id };
      if (!holds && whole && isDigitSlip(figure, one.outcome.told.value)) doubted ??= { held, id };
    }
  }
  return doubted;
}

/** @param away told where one place or school is spoken of, as far as that can be seen */
function heldClaim(claim: ReportClaim, away: boolean, asked: Asked): Held | null {
  if (claim.times.length === 0) return heldOfTime(claim, away, asked);
  const { figure, times } = claim;
  const tries = times.map((period) =>
    heldOfTime({ ...claim, figure: { ...figure, period }, times: [], firm: false }, away, asked),
  );
  return tries.find((one) => one?.outcome.verdict === 'holds') ?? tries.find((one) => one !== null) ?? null;
}

function heldOfTime(claim: ReportClaim, away: boolean, asked: Asked): Held | null {
  const { figure, sentence } = claim;
  const firm = (claim.firm || isOneOfAKind(figure) || isYearInTable(claim) || isPartOfDefined(claim, asked)) && !away;
  const answer = figure.role === 'change' ? null : answerFor(figure, sentence, asked);
  if (answer !== null) return heldTo(figure, answer, firm || (figure.role !== 'level' && !away), false);
  const derived = derivedFor(claim, asked.data, asked.year);
  const made = derived && derivedAnswer(figure, asked, derived.values);
  if (!derived || !made) return null;
  const held = heldTo(figure, made, true, !derived.sure);
  if (held === null || held.outcome.verdict === 'holds') return held && { ...held, type: derived.type };
  if (away) return null;
  const [first] = made.values;
  const rounded = first !== undefined && nearly(figure.value, first.value, lastPlace(figure));
  const because = rounded ? '可能是按已经四舍五入的数计算的' : held.outcome.because;
  return {
    ...held,
    type: derived.type,
    rule: DATA_DERIVED,
    outcome: { ...held.outcome, verdict: because === null ? 'broken' : 'review', because },
  };
}

/** Names that say by themselves whose they are: a score of the self-assessment, the disabled by where they learn. */
function isOneOfAKind({ kind, indicator, role }: Figure): boolean {
  return (
    role === 'level' && (kind === 'score' || /^disabled-(?:special-school|inclusive|home)$/u.test(indicator ?? ''))
  );
}

/** The cell of a year under a name that says what was done in it (招聘教师数, 2022年) is all of that year's. */
function isYearInTable({ row, figure }: ReportClaim): boolean {
  const { role, period, scope, indicator } = figure;
  const whole = row === null && role === 'level' && scope === null && /^\d{4}$/u.test(period ?? '');
  return whole && indicatorOf(indicator)?.nature === 'flow';
}

/** 公办学校32所，其中小学20所 beside a workbook whose 学校数 has 公办 for its 口径: the parts are told under it too. */
function isPartOfDefined({ figure, before }: ReportClaim, { data, year }: Asked): boolean {
  const { indicator, stage, period } = figure;
  const total = before.findLast((other) => other.indicator === indicator && other.scope !== null);
  if (!total?.scope || indicator === null || figure.role !== 'level' || figure.partOf !== null) return false;
  const [value] = data.values(indicator, stage, period ?? year);
  return value?.definition?.includes(total.scope) ?? false;
}

function heldOfSchool(claim: ReportClaim, rows: readonly SchoolRow[], asked: Asked): Held | null {
  const { figure, sentence } = claim;
  if (figure.role !== 'level' || (figure.period !== null && figure.period !== asked.data.dataset.year)) return null;
  const id = nameInSchool(figure, rows, sentence);
  const answer = derivedAnswer(figure, asked, asked.data.schools.ofSchool(rows, id));
  if (!answer) return null;
  // running text about one school may go on to speak of some of its pupils
  const sure = figure.scope !== null || id === 'pupils';
  return heldTo(
    figure,
    sure ? answer : { ...answer, open: '文中可能只是该校的一部分', apart: 'definition' },
    sure,
    false,
  );
}

/** 实验小学现有学生1652人: where the words before it have no official name, those behind the school's may. */
function nameInSchool({ indicator, label, kind }: Figure, [row]: readonly SchoolRow[], sentence: string): string {
  if (indicator !== null && !indicator.startsWith('text:')) return indicator;
  const short = ['小学', '中学', '学校'].map((end) => label.lastIndexOf(end) + end.length).find((at) => at > 1) ?? 0;
  const rest =
    row && label.includes(row.name) ? label.slice(label.indexOf(row.name) + row.name.length) : label.slice(short);
  const behind =
    row && sentence.includes(row.name)
      ? sentence
          .split(row.name)
          .at(-1)
          ?.split(/[，、；]/u)
          .at(-1)
      : undefined;
  const known = indicatorNamed(rest, kind) ?? (behind ? indicatorNamed(behind, kind) : null);
  return known?.indicator.id ?? indicator ?? '';
}

/** Null where a figure that may be of less than the county differs by more than a slip: nothing says that it is meant. */
function heldTo(figure: Figure, answer: Answer, firm: boolean, unsure: boolean): Held | null {
  const doubt = firm && !unsure ? null : '文中可能只是其中一部分，或另一时间的数';
  const outcome = holdAgainst(figure, answer.values, answer.open ?? doubt);
  if (outcome === null) return null;
  const surely = firm && answer.likely !== true;
  const near = isSlip(figure, outcome.told.value) || (firm && isNeighbour(figure, outcome.told.value));
  if (outcome.verdict !== 'holds' && !surely && !near && !isMore(figure, outcome.told)) return null;
  const explained = answer.values.find((one) => one.because !== null && agrees(figure, one));
  const apart = outcome.verdict === 'review' ? (explained?.apart ?? answer.apart) : null;
  const rule = apart === 'period' ? DATA_PERIOD : apart === 'definition' ? DATA_DEFINITION : DATA_CONFLICT;
  const formula = answer.values.find((one) => one === outcome.told)?.formula ?? null;
  return { figure, outcome, formula, rule, type: 'equal' };
}

/** More were taken on in a year than the workbook has for all of the county: no part of it can be. */
function isMore(figure: Figure, { value }: Held['outcome']['told']): boolean {
  return indicatorOf(figure.indicator)?.nature === 'flow' && figure.period !== null && figure.value.gt(value);
}

/** 全省, another county, a town: no scope that this workbook could tell. */
function isElsewhere({ scope }: Figure, { dataset }: CountyData): boolean {
  return scope !== null && scope !== dataset.county && /[省市镇乡]$|街道$/u.test(scope);
}
