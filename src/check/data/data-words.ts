import type { Figure } from '../../model/figure.ts';
import type { Finding, JudgedRelation } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { Outcome } from '../claims/told-value.ts';
import { commonScale, show } from '../operand.ts';
import { named, printed } from '../words.ts';
import { DATA_YEAR, type DataRule } from './data-rules.ts';
import { printLike } from './print-like.ts';
import { told } from './years.ts';

/** A figure held against the workbook, as it is told. */
export interface Held {
  readonly figure: Figure;
  readonly outcome: Outcome;
  /** How the workbook's value follows; null where a cell states it. */
  readonly formula: string | null;
  readonly rule: DataRule;
  readonly type: 'equal' | 'growth' | 'share';
  /** The workbook's name that the words before the figure make up, where the figure does not bear it itself. */
  readonly alike?: string;
}

const MOST_CELLS = 3;
const MOST_NAMED = 5;

/** The relation, with its arithmetic: `10755÷450=23.9≠24.8`. */
export function relationOf(held: Held): JudgedRelation {
  const { figure, outcome, type } = held;
  return {
    type,
    verdict: outcome.verdict,
    because: outcome.because ?? (held.alike === undefined ? null : `按前后的词对应工作簿的“${held.alike}”`),
    check: checkOf(held),
    stated: figure.value,
    computed: outcome.told.value,
    figures: [figure.id],
    spans: [figure.span],
  };
}

/** What a person is told of a figure that differs; null where it holds. */
export function findingOf(held: Held): Finding | null {
  const { figure, outcome, formula, rule, type } = held;
  if (outcome.verdict === 'holds') return null;
  const { told: there, because } = outcome;
  const right = printLike(there.value, figure);
  const where = cellsText(there.place.cells ?? []);
  const name = named(figure) === '' ? '这个数' : `“${named(figure)}”`;
  const when = figure.period === null ? '' : `${told(figure.period)}的`;
  const source = formula === null ? `工作簿中为${there.place.text}` : `按工作簿的数应为${right}`;
  const ending = because === null ? '，请核对' : `。${because}，请核对`;
  return {
    rule: rule.id,
    type,
    severity: outcome.verdict === 'broken' ? 'error' : 'warning',
    message: `${when}${name}此处为${printed(figure)}，${source}（${where}）${ending}。`,
    evidence: checkOf(held),
    stated: figure.value,
    computed: there.value,
    suggestion: outcome.verdict === 'broken' ? `若以工作簿为准，此处应写为“${right}”。` : null,
    figures: [figure.id],
    spans: [figure.span],
    elsewhere: [there.place],
  };
}

/** One remark for a report and a workbook of two years, instead of one for each figure without a year. */
export function yearFinding(given: {
  readonly report: Report;
  readonly file: string;
  /** The report's year. */
  readonly told: string;
  /** The workbook's. */
  readonly given: string;
  readonly undated: number;
  /** Undated figures for which the workbook has another value. */
  readonly open: readonly Held[];
}): Finding {
  const { open } = given;
  const names = open.slice(0, MOST_NAMED).map(({ figure }) => `“${named(figure)}”${printed(figure)}`);
  const listed = `${names.join('、')}${open.length > MOST_NAMED ? `等${open.length}个数` : ''}`;
  const rest = open.length === 0 ? '' : `其中${listed}与工作簿不同，`;
  return {
    rule: DATA_YEAR.id,
    type: 'equal',
    severity: 'warning',
    message: `报告写的是${told(given.told)}，工作簿《${given.file}》是${told(given.given)}的数据；没有写明年份的${given.undated}个数不能当作同一年的数核对，${rest}请确认给出的工作簿。`,
    evidence: null,
    stated: null,
    computed: null,
    suggestion: null,
    figures: open.map(({ figure }) => figure.id),
    spans: open.map(({ figure }) => figure.span),
  };
}

function checkOf({ figure, outcome, formula, type }: Held): string {
  const scale = commonScale([figure]);
  const places = Math.max(4, figure.value.div(scale).decimalPlaces());
  const [right, here] = [outcome.told.value, figure.value].map((value) => show(value, scale, Math.min(places, 8)));
  const percent = type === 'equal' ? '' : figure.unit === '%' ? '%' : '';
  const sign = outcome.verdict !== 'holds' ? '≠' : right === here ? '=' : '≈';
  const sum = formula !== null && /[÷×－＋]/u.test(formula) && !/\p{Script=Han}/u.test(formula) ? plain(formula) : null;
  if (sum !== null && sign === '=') return `${sum}=${here}${percent}`;
  return `${sum === null ? '' : `${sum}=`}${right}${percent}${sign}${here}${percent}`;
}

/** Signs as the other rules write them. */
function plain(formula: string): string {
  return formula.replaceAll('＋', '+').replaceAll('－', '-');
}

/** The cells as a message names them: the first few, and how many there are. */
export function cellsText(cells: readonly string[]): string {
  const shown = cells.slice(0, MOST_CELLS).join('、');
  return cells.length > MOST_CELLS ? `${shown}等${cells.length}处` : shown;
}
