import type { Figure } from '../../model/figure.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { DATA_DERIVED } from './data-rules.ts';
import type { Held } from './data-words.ts';
import { derivedFor, nearly } from './derived-claims.ts';
import { heldTo } from './held-to.ts';
import type { LikelyNames } from './likely-names.ts';
import { lastPlace } from './print-like.ts';
import type { ReportClaim } from './report-claims.ts';
import { isDigitSlip } from './slip.ts';
import { answerFor, type Asked, derivedAnswer } from './workbook-claims.ts';

/** 其中用于学校建设1018.55万元, 中央部分884.6万元: less than what was named before. */
const PART = /^其中/u;
/** 其中2024年发放418.73万元 names nothing new. */
const BARE_LABEL = 4;

function isPart({ label }: Figure, clause: string, name: string): boolean {
  if (label.endsWith('部分')) return true;
  const own = Array.from(name, (_, at) => name.slice(at, at + BARE_LABEL)).some(
    (piece) => piece.length === BARE_LABEL && label.includes(piece),
  );
  return PART.test(clause.trim()) && label.length > BARE_LABEL && !own;
}

/**
 * A figure whose words, taken together, are a name of the workbook: it may confirm, and doubt only what looks like a slip, since
 * the words may be those of another thing.
 */
export function heldLikely(
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
      if (!holds && whole && !isPart(figure, clause, name) && isDigitSlip(figure, one.outcome.told.value))
        doubted ??= { held, id };
    }
  }
  return doubted;
}

/** @param away told where one place or school is spoken of, as far as that can be seen */
export function heldClaim(claim: ReportClaim, away: boolean, asked: Asked): Held | null {
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
