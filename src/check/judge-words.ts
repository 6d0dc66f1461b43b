import { Decimal } from '../model/decimal.ts';
import type { Verdict } from '../model/relation.ts';
import { meet } from '../quantities/interval.ts';
import type * as Found from '../relations/relation.ts';
import { type Judgement, unassessable } from './judgement.ts';
import { commonScale, intervalOf, isFigureOperand, isMasked, scaleOf, show, valueOf } from './operand.ts';

export function judgeAll(relation: Found.All): Judgement {
  const stated = relation.share.value;
  const computed = new Decimal(relation.expected);
  const holds = stated.eq(computed);
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${relation.word}=${relation.expected}%${holds ? '' : `≠${show(stated)}%`}`,
    stated,
    computed,
  };
}

export function judgeTrend(relation: Found.Trend): Judgement {
  const visible = relation.series.filter(isFigureOperand);
  if (visible.length < 2) return unassessable(relation, relation.words);
  const unit = commonScale(visible);
  const shown = visible.map((figure) => show(figure.value, unit));
  const steps = visible.slice(1).map((figure, index) => {
    const before = visible[index] as typeof figure;
    return relation.rising ? figure.value.cmp(before.value) : before.value.cmp(figure.value);
  });
  const check = shown
    .slice(1)
    .map((value, index) => `${shown[index]}${sign(visible[index]?.value, visible[index + 1]?.value)}${value}`);
  const verdict: Verdict = steps.some((step) => step < 0)
    ? 'broken'
    : steps.some((step) => step === 0)
      ? 'review'
      : 'holds';
  return {
    relation,
    verdict,
    because: verdict === 'review' ? '有相邻两年持平' : null,
    check: check.join('；'),
    stated: relation.words,
    computed: shown.join('→'),
  };
}

function sign(a: Decimal | undefined, b: Decimal | undefined): string {
  const order = a && b ? a.cmp(b) : 0;
  return order < 0 ? '<' : order > 0 ? '>' : '=';
}

export function judgeThreshold(relation: Found.Threshold): Judgement {
  const { figure, comparison, limit } = relation;
  if (isMasked(figure) || isMasked(limit)) return unassessable(relation, '限值');
  const order = valueOf(figure).cmp(valueOf(limit));
  const holds = { '>': order > 0, '>=': order >= 0, '<': order < 0, '<=': order <= 0 }[comparison];
  // 高于85% states no value of its own; it meets a limit of 85 whichever way the limit is worded
  const bounded = isFigureOperand(figure) && figure.bound === '>=' && order >= 0 && comparison.startsWith('>');
  const met = holds || bounded;
  const unit = isFigureOperand(figure) ? scaleOf(figure) : 1;
  const symbol = { '>': ['>', '≤'], '>=': ['≥', '<'], '<': ['<', '≥'], '<=': ['≤', '>'] }[comparison][met ? 0 : 1];
  return {
    relation,
    verdict: met ? 'holds' : relation.hint === undefined ? 'broken' : 'review',
    because: met ? null : (relation.hint ?? null),
    check: `${show(valueOf(figure), unit)}${symbol}${show(valueOf(limit), unit)}`,
    stated: valueOf(limit),
    computed: valueOf(figure),
  };
}

export function judgeEqual(relation: Found.Equal): Judgement {
  const { first, second, explanation } = relation;
  if (isMasked(first) || isMasked(second)) return unassessable(relation, '同一数据');
  const same = meet(intervalOf(first), intervalOf(second));
  const unit = commonScale([first, second]);
  return {
    relation,
    verdict: same ? 'holds' : explanation ? 'review' : 'broken',
    because: same ? null : explanation,
    check: `${show(valueOf(second), unit)}${same ? '=' : '≠'}${show(valueOf(first), unit)}`,
    stated: valueOf(first),
    computed: valueOf(second),
  };
}

export function judgeListCount(relation: Found.ListCount): Judgement {
  const count = relation.items.length;
  const holds = count === relation.stated || (relation.open && count < relation.stated);
  const listed = relation.items.length > 8 ? `${relation.items.slice(0, 8).join('；')}…` : relation.items.join('；');
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `共列出${count}项（${listed}）${count === relation.stated ? '=' : holds ? '≤' : '≠'}${relation.stated}`,
    stated: new Decimal(relation.stated),
    computed: new Decimal(count),
  };
}

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 11 → 十一; sections go no further than 99. */
function chinese(ordinal: number): string {
  if (ordinal <= 10) return CHINESE[ordinal] ?? String(ordinal);
  const tens = Math.floor(ordinal / 10);
  return `${tens > 1 ? CHINESE[tens] : ''}十${CHINESE[ordinal % 10] ?? ''}`;
}

export function judgeNumbering(relation: Found.Numbering): Judgement {
  const expected = relation.ordinals.map((_, index) => index + 1);
  const holds = relation.ordinals.every((ordinal, index) => ordinal === expected[index]);
  const stated = relation.ordinals.map(chinese).join(',');
  const computed = expected.map(chinese).join(',');
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${stated}${holds ? '=' : '≠'}${computed}`,
    stated,
    computed,
  };
}

export function judgeRange(relation: Found.Range): Judgement {
  const { part, whole, kind } = relation;
  if (isMasked(part) || isMasked(whole)) return unassessable(relation, '部分与总数');
  if (kind === 'size') {
    return {
      relation,
      verdict: 'broken',
      because: null,
      check: `${show(valueOf(part))}平方米=${show(valueOf(whole))}平方公里`,
      stated: valueOf(part),
      computed: valueOf(whole),
    };
  }
  const holds = intervalOf(part).low.lte(intervalOf(whole).high);
  const unit = commonScale([part, whole]);
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${show(valueOf(part), unit)}${holds ? '≤' : '>'}${show(valueOf(whole), unit)}`,
    stated: valueOf(whole),
    computed: valueOf(part),
  };
}

export function judgeClaim(relation: Found.Claim): Judgement {
  const shown = relation.denial ?? relation.contradicted.map((figure) => figure.text).join('，');
  return {
    relation,
    verdict: relation.hint === undefined ? 'broken' : 'review',
    because: relation.hint ?? null,
    check: `${relation.words}：${shown}`,
    stated: relation.words,
    computed: shown,
  };
}
