import { findingKey } from '../check/index.ts';
import type { GivenData } from '../check/data/index.ts';
import {
  oldQuantities,
  type OldQuantities,
  type OldQuantity,
  type PlannedChange,
  planRenewal,
  type PlanRequest,
  type RenewalPlan,
  toldName,
  yearOf,
} from '../draft/renew/index.ts';
import { workbookValues } from '../draft/renew/workbook-values.ts';
import type { Datum } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { InputError } from '../model/manuscript.ts';
import type { Finding } from '../model/relation.ts';
import type { OpenPoint, RenewedFigure, Renewal } from '../model/renewal.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { type DocumentReaders } from '../read/index.ts';
import type { Standard } from '../standards/standard.ts';
import { applyChanges, type ChangeAuthor, type WordChange } from '../write/word/apply-changes.ts';
import { markedText, replacedText } from '../write/marked-text.ts';
import { type Checked, checkExtracted } from './check.ts';
import { checkData } from './check-data.ts';
import { extract } from './extract.ts';
import type { RenewalData } from './renewal-data.ts';

export interface RenewRequest {
  /** Last year's report. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly data: RenewalData;
  readonly standards: readonly Standard[];
  /** Word as tracked changes in the same file, or a text with marks. */
  readonly as: 'word' | 'text';
  /** Of the tracked changes and comments; null writes none. */
  readonly date: string | null;
  readonly readers?: DocumentReaders;
}

export interface Renewed {
  readonly bytes: Uint8Array;
  /** The text form of the result, all changes made. */
  readonly text: string;
  readonly renewal: Renewal;
  /** The result as `check --data` finds it. */
  readonly checked: Checked;
  /** Last year's report and this year's; null where the report does not say of which year it is. */
  readonly years: { readonly from: number; readonly to: number } | null;
}

/** How often a plan is made anew without what came out otherwise than meant. */
const TRIES = 4;
const DATA_YEAR = 'data-year';
const TINY = new Decimal('1e-9');

/**
 * Puts this year's figures into last year's report: what the workbook gives, what follows from it through the report's own
 * relations, and what last year's report says itself of the year before. No word is changed; what is left to a person is told at
 * its place. Every new number is read back, and one that would be read as something else is left as it was.
 * @throws InputError where report and workbook are of different counties, or the workbook is not of a later year
 */
export async function renew(request: RenewRequest): Promise<Renewed> {
  const { file, bytes, data, standards, readers = {} } = request;
  const extracted = await extract(file, bytes, readers);
  const { report } = extracted;
  const year = yearOf(report);
  const by = yearsOn(file, data, year);
  const quantities = oldQuantities(report, year, Math.max(by, 1));
  const asked = askedFor(request, report, quantities, by);
  const refused = new Set<string>();
  let plan = planRenewal({ ...asked, refused });
  let written = await write(request, report, plan);
  for (let left = TRIES; left > 0; left -= 1) {
    const wrong = misread(written, plan, quantities);
    if (wrong.length === 0) break;
    for (const id of wrong) refused.add(id);
    plan = planRenewal({ ...asked, refused });
    written = await write(request, report, plan);
  }
  const old = checkExtracted(file, extracted, standards);
  const fresh = checkExtracted(file, { report: written.report, messages: [] }, standards);
  const given: GivenData = {
    file: data.file,
    dataset: { ...data.dataset, data: [...data.dataset.data, ...filledData(data, quantities, asked.fixed)] },
  };
  const checked = checkData(fresh, given, standards);
  const open = openPoints(
    plan,
    written,
    newFindings(old, checked).filter((one) => !isEcho(one, data)),
  );
  const comments = open.filter(({ kind, span }) => span !== null && kind !== 'kept');
  const renewal: Renewal = {
    renewed: renewedFigures(plan, written),
    open,
    unchanged: plan.unchanged,
    ...(by > 0
      ? { years: plan.changes.filter(({ how, span }) => how === 'year' && written.applied(span)).length }
      : {}),
  };
  const from = quantities.reportYear;
  return {
    bytes: written.finish(comments),
    text: written.report.manuscript.text,
    renewal,
    checked,
    years: from === null ? null : { from, to: from + by },
  };
}

/** How many years the report moves on; none where it does not say of which year it is. */
function yearsOn(file: string, { file: workbook, year }: RenewalData, from: number | null): number {
  if (from === null) return 0;
  if (year === null) return 1;
  if (year > from) return year - from;
  throw new InputError(
    'not-later',
    `${file}：报告写的是${from}年，${workbook} 是${year}年的数据；续写要用比报告晚的数据，请核对工作簿“基本信息”的年份。`,
  );
}

function askedFor(
  { data, standards }: RenewRequest,
  report: Report,
  quantities: OldQuantities,
  by: number,
): Omit<PlanRequest, 'refused'> {
  const filled = new Map(data.rows?.map((row) => [row.number, row]));
  if (data.rows !== null) refuseOtherReport(data, quantities);
  const isOther = (quantity: OldQuantity): boolean => {
    const next = filled.get(quantity.number)?.next ?? '';
    return (
      quantity.period !== null && quantity.next !== quantity.period && next.replace(/年度?$/u, '') === quantity.period
    );
  };
  const fixed = new Set(quantities.all.filter(isOther));
  const book =
    data.dataset.data.length + data.dataset.schools.length === 0
      ? null
      : workbookValues(report, quantities, { file: data.file, dataset: data.dataset }, Math.max(by, 1), standards);
  return {
    report,
    quantities,
    by,
    fixed,
    given: (quantity) => {
      const row = filled.get(quantity.number);
      if (row?.value) return { value: asRatio(row.value, quantity), cells: [row.cell], formula: null };
      return book?.given(quantity) ?? null;
    },
    hint: (quantity) => book?.hint(quantity) ?? null,
  };
}

/** Of 1:16.5 people may type the 16.5 alone: no ratio is two hundred times last year's. */
function asRatio(value: Decimal, { figures: [{ text, kind }], value: old }: OldQuantity): Decimal {
  const turned = kind === 'ratio' && /^\s*[1１]\s*[:：∶]/u.test(text) && old.lt(1) && value.gt(1);
  return turned ? new Decimal(1).div(value) : value;
}

/** Rows are known by their numbers, which count the figures of one report: those of another would all be wrong. */
function refuseOtherReport({ file, rows }: RenewalData, { all }: OldQuantities): void {
  const other = rows?.find(({ number, printed }) => {
    const quantity = all[number - 1];
    return quantity === undefined || (printed !== '' && !quantity.figures.some(({ text }) => text === printed));
  });
  if (other === undefined) return;
  throw new InputError(
    'other-report',
    `${file}：${other.cell.replace(/!.*/u, '')}第${/\d+$/u.exec(other.cell)?.[0] ?? ''}行（编号${other.number}，去年原文“${other.printed}”）与这份报告对不上；工作簿要由同一份报告用 junheng extract 生成，生成以后报告不能再改。`,
  );
}

/** What was typed beside last year's figures, as the data of an ordinary workbook, for the check of the result. */
function filledData({ rows, year }: RenewalData, { all }: OldQuantities, fixed: ReadonlySet<OldQuantity>): Datum[] {
  const found = new Map<string, Datum | null>();
  for (const { number, value, cell } of rows ?? []) {
    const quantity = all[number - 1];
    if (value === null || quantity === undefined || quantity.indicator === null) continue;
    const { indicator, stage, scope, figures } = quantity;
    const period = fixed.has(quantity) ? quantity.period : quantity.next;
    const key = [indicator, stage, scope, period ?? year].join('|');
    const [sheet = '', address = ''] = cell.split('!');
    const unit = figures[0].unit;
    const datum = {
      indicator,
      stage,
      scope,
      period,
      value,
      unit,
      source: { sheet, cell: address },
      definition: null,
      asOf: null,
      office: null,
    };
    // two things under one name: neither can be held against the other's places
    found.set(key, found.has(key) ? null : datum);
  }
  return [...found.values()].flatMap((datum) => datum ?? []);
}

/** Data typed beside the report's own figures tell nothing new of them: a likeness of names among those is no question. */
function isEcho({ elsewhere }: Finding, { rows }: RenewalData): boolean {
  const cells = new Set(rows?.map(({ cell }) => cell));
  const told = elsewhere?.flatMap((place) => place.cells ?? []) ?? [];
  return told.length > 0 && told.every((cell) => cells.has(cell));
}

/** The new document, before anything is said in it. */
interface Written {
  readonly report: Report;
  readonly moved: (span: Span) => Span;
  applied(span: Span): boolean;
  finish(comments: readonly OpenPoint[]): Uint8Array;
}

async function write(request: RenewRequest, report: Report, plan: RenewalPlan): Promise<Written> {
  const { file, bytes, as, date } = request;
  if (as === 'text') {
    const { text, carriageReturns } = report.manuscript;
    const replaced = replacedText(text, plan.changes);
    const fresh = await extract(
      request.file.replace(/\.(?:docx?|wps|pdf)$/iu, '.txt'),
      encoded(replaced.text),
      request.readers,
    );
    const changed = plan.changes.map(({ span, before, figure }) => ({
      span: replaced.moved(span),
      before: figure === null ? before : text.slice(span.start, span.end),
    }));
    return {
      report: fresh.report,
      moved: replaced.moved,
      applied: () => true,
      finish: (comments) => {
        const notes = comments.flatMap(({ span, message }) => (span === null ? [] : [{ span, words: message }]));
        const marked = markedText(fresh.report.manuscript.text, changed, notes);
        return encoded(carriageReturns === undefined ? marked : marked.replaceAll('\n', '\r\n'));
      },
    };
  }
  const by: ChangeAuthor = { author: 'junheng', initials: 'jh', date };
  const replacements = new Map(
    plan.changes.map(({ span, text }): [string, WordChange] => [keyOf(span), { kind: 'replace', span, text }]),
  );
  const changed = applyChanges(file, bytes, [...replacements.values()], by);
  const { report: fresh } = await extract(file, changed.bytes);
  return {
    report: fresh,
    moved: changed.moved,
    applied: (span) => {
      const change = replacements.get(keyOf(span));
      return change !== undefined && changed.applied.has(change);
    },
    finish: (comments) => {
      const said = comments.flatMap(({ span, message }): WordChange[] =>
        span === null ? [] : [{ kind: 'comment', span, paragraphs: [message] }],
      );
      return applyChanges(file, changed.bytes, said, by).bytes;
    },
  };
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** The figures that the new text is read to say otherwise than meant. */
function misread({ report, moved, applied }: Written, plan: RenewalPlan, { of }: OldQuantities): string[] {
  const byStart = new Map(report.figures.map((figure) => [figure.span.start, figure]));
  const years = new Set(
    plan.changes.filter(({ how, span }) => how === 'year' && applied(span)).map(({ span }) => span.start),
  );
  return plan.changes.flatMap(({ figure, value, span }) => {
    if (figure === null || value === null || !applied(span)) return [];
    const now = byStart.get(moved(figure.span).start);
    const own = of.get(figure.id);
    if (now === undefined || own === undefined) return [figure.id];
    const near = now.value.minus(value).abs().lte(value.abs().times(TINY));
    // a name of the text's own may hold a number that has changed with it (8.5台以上的学校比例)
    const named =
      wordsOf(now.indicator) === wordsOf(figure.indicator) && now.stage === figure.stage && now.scope === figure.scope;
    const dated = now.period === figure.period || (years.size > 0 && now.period === own.next);
    return near && named && dated && now.unit === figure.unit ? [] : [figure.id];
  });
}

function wordsOf(indicator: string | null): string | null {
  return indicator?.replaceAll(/[\d.]+/gu, '#') ?? null;
}

function renewedFigures(plan: RenewalPlan, { report, moved, applied }: Written): RenewedFigure[] {
  return plan.changes.flatMap(({ figure, quantity, before, after, how, source, span }): RenewedFigure[] => {
    if (figure === null || quantity === null || !applied(span)) return [];
    const place = moved(figure.span);
    const name = toldName({ ...quantity, period: quantity.next });
    return [{ name, before, after, sentence: sentenceAt(report, place.start) ?? '', span: place, source, how }];
  });
}

function sentenceAt({ sentences, manuscript: { text } }: Report, offset: number): string | null {
  const found = sentences.find(({ span }) => span.start <= offset && offset < span.end);
  return found === undefined ? null : text.slice(found.span.start, found.span.end).trim();
}

function openPoints(plan: RenewalPlan, written: Written, findings: readonly Finding[]): OpenPoint[] {
  const { report, moved, applied } = written;
  const planned = plan.points.map(({ span, ...point }): OpenPoint => {
    const place = moved(span);
    return { ...point, sentence: sentenceAt(report, place.start), span: place };
  });
  const unwritten = plan.changes.flatMap((change): OpenPoint[] =>
    applied(change.span) ? [] : [unwrittenPoint(change, written)],
  );
  const found = findings.map((finding): OpenPoint => {
    const span = finding.spans[0] ?? null;
    return {
      kind: 'finding',
      severity: finding.severity,
      name: null,
      before: null,
      after: null,
      message: finding.evidence === null ? finding.message : `${finding.message}算式：${finding.evidence}`,
      sentence: span === null ? null : sentenceAt(report, span.start),
      span,
    };
  });
  return [...planned, ...unwritten, ...found];
}

function unwrittenPoint({ before, after, quantity, span, how }: PlannedChange, { report, moved }: Written): OpenPoint {
  const place = moved(span);
  const name = quantity === null ? null : toldName(quantity);
  const what = how === 'year' ? '年份' : (name ?? '');
  const message = `${what}：原为${before}，应为${after}；这里写不进修订（在域或公式里），没有改动，请手工改。`;
  return {
    kind: 'refused',
    severity: 'error',
    name,
    before,
    after,
    message,
    sentence: sentenceAt(report, place.start),
    span: place,
  };
}

/** What the check finds in the new text and did not find in the old one, the numbers and years in its names left out of account. */
function newFindings(old: Checked, fresh: Checked): Finding[] {
  const keyOfFinding = (report: Report, finding: Finding): string => {
    const { rule, names } = findingKey(report, finding);
    return [rule, ...names.map((name) => name.replaceAll(/\d+/gu, '#')).sort()].join('|');
  };
  const seen = new Map<string, number>();
  for (const finding of old.result.findings) {
    const key = keyOfFinding(old.report, finding);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return fresh.result.findings.filter((finding) => {
    // of which year the new report is, renewing itself has settled
    if (finding.severity === 'info' || finding.rule === DATA_YEAR) return false;
    const key = keyOfFinding(fresh.report, finding);
    const left = seen.get(key) ?? 0;
    seen.set(key, left - 1);
    return left <= 0;
  });
}
