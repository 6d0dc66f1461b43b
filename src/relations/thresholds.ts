import type { Report, Row } from '../model/report.ts';
import { levelsBefore } from './compared.ts';
import { around, clauseOf, firstOf, gapOf, isFigure, passagesOf, sameUnit } from './context.ts';
import type { Threshold } from './relation.ts';

const WORD =
  /(不低于|不少于|不小于|不超过|不高于|不大于|高于|高出|超出|大于|超过|多于|低于|小于|少于|达到|控制在|在)[^，。；\d]*$/;
const COMPARISON: Readonly<Record<string, Threshold['comparison']>> = {
  高于: '>',
  高出: '>',
  超出: '>',
  大于: '>',
  超过: '>',
  多于: '>',
  不低于: '>=',
  不少于: '>=',
  不小于: '>=',
  达到: '>=',
  低于: '<',
  小于: '<',
  少于: '<',
  不超过: '<=',
  不高于: '<=',
  不大于: '<=',
  控制在: '<=',
  在: '<=',
};
/** What stands right before a number that is itself only a bound of some values. */
const BOUND = /(?:均|都|全部)(?:不?(?:低于|高于|小于|大于|少于|多于|超过)|在)$/;
const EACH = /均|都|全部|全都|分别/;

/** Values against the limit that the text itself gives: 分别为2.53%、2.72%，均高于…2.5%; 小学4.9、初中6.4，分别高于4.5和5.8的规定. */
export function findThresholds(report: Report): Threshold[] {
  const found: Threshold[] = [];
  for (const { rows } of passagesOf(report)) {
    rows.forEach((row, index) => {
      const each = EACH.test(gapOf(report, row));
      if (row.role !== 'limit' && !(each && /(?:均|都)(?:高于|低于|超过|不低于|不超过|大于|小于)/.test(clauseOf(row))))
        return;
      const match = WORD.exec(clauseOf(row));
      const word = match?.[1];
      const comparison = word ? COMPARISON[word] : undefined;
      if (comparison) found.push(...held(rows.slice(0, index), row, comparison, each, report));
    });
  }
  return found;
}

function held(
  before: readonly Row[],
  row: Row,
  comparison: Threshold['comparison'],
  each: boolean,
  report: Report,
): Threshold[] {
  const size = row.members.length;
  const first = row.members[0];
  if (!first) return [];
  const levels = size > 1 ? levelsBefore(before, row, size) : limited(before, row, each, report);
  return levels.flatMap((figure, index): Threshold[] => {
    const limit = row.members[size > 1 ? index : 0];
    if (!limit || !isFigure(limit) || !isFigure(figure) || !sameUnit(figure.unit, limit.unit)) return [];
    // 小学均小于0.50，初中均小于0.45: a bound itself, held against nothing
    if (BOUND.test(report.manuscript.text.slice(Math.max(0, figure.span.start - 8), figure.span.start))) return [];
    return [
      {
        type: 'threshold',
        assertion: 'stated',
        figure,
        // 达到0.65以下的要求: what reaches it stays below
        comparison: comparison === '>=' && limit.bound === '<=' ? '<=' : comparison,
        limit,
        source: null,
        span: around(figure.span, limit.span),
      },
    ];
  });
}

/** 占比 is a value like any other where a limit is set on it. */
function isValue(row: Row): boolean {
  return row.role === 'level' || row.role === 'share';
}

/** One limit: the row of values right before it, or the values of one name told one by one. */
function limited(before: readonly Row[], row: Row, each: boolean, report: Report): Row['members'] {
  // 自评94分，由入学机会19分…构成，高于85分: the total is meant, not its last part
  const composed = before.findIndex((other) => /^[，,]?由/.test(clauseOf(other)));
  if (composed > 0) return (before[composed - 1] as Row).members;
  // and so it is with 自评94分，其中入学机会19分、…，高于85分, where several parts in its unit are all that stands between
  const among = each
    ? -1
    : before.findLastIndex(
        (other) => /其中[：:]?$|^其中/.test(clauseOf(other)) || /其中[：:]/.test(gapOf(report, other)),
      );
  const unit = firstOf(row).unit;
  if (among > 0 && among < before.length - 1 && before.slice(among - 1).every((other) => firstOf(other).unit === unit))
    return (before[among - 1] as Row).members;
  const last = before.at(-1);
  if (!last || !isValue(last)) return [];
  if (last.members.length > 1) return last.members;
  const singles: Row[] = [];
  for (const other of before.toReversed()) {
    if (
      !isValue(other) ||
      other.label !== last.label ||
      !sameUnit(other.members[0]?.unit ?? null, row.members[0]?.unit ?? null)
    )
      break;
    singles.unshift(other);
    // 初中5.98，高于…；小学4.57，高于…: without 均 a limit holds for what its own part of the sentence tells
    if (!each && /[；;]/.test(gapOf(report, other))) break;
  }
  return singles.flatMap((other) => [...other.members]);
}
