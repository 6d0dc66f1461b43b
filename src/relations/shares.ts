import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import {
  around,
  clauseOf,
  clauseStart,
  firstOf,
  gapOf,
  isFigure,
  likeness,
  onlyFigure,
  passagesOf,
  sameUnit,
  spanOf,
} from './context.ts';
import type { All, Share } from './relation.ts';

const SHARE_OF =
  /占(?:到|比|了)?(?<whole>[^，。；、]*?)(?:的)?(?:比例|比重|比率|份额)?(?:分别)?(?:为|达到?|是)?(?:约|近)?\s*$/;
const EVERY =
  /全部|所有[^，。；]{1,16}?(?:均|都|全)|无一(?:例外|不)|全都|百分之百|每(?:所|个|一|名)[^，。；]{1,16}?(?:均|都)/;
const NONE = /无一(?!例外|不)[^，。；]*|零(?:事故|犯罪|辍学)/;
const RATE_OF_ALL = /(?:达标|合格|覆盖|通过|配备|配置|开设|完成|普及|建成|接收|接入|持证|参训|培训|犯罪)率$/;
const ALIKE = 0.6;

/** Shares of a named or implied whole, singly or row by row, and the words for all and none beside a rate. */
export function findShares(report: Report): (Share | All)[] {
  const found: (Share | All)[] = [];
  const earlier: Row[] = [];
  let paragraph = -1;
  for (const { sentence, rows } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) {
      earlier.length = 0;
      paragraph = sentence.paragraph;
    }
    rows.forEach((row, index) => {
      if (firstOf(row).unit === '%') {
        found.push(...sharesOf(report, [...earlier, ...rows.slice(0, index)], rows.slice(0, index), row));
        const all = allOf(report, row, sentence.span.start);
        if (all) found.push(all);
      }
    });
    earlier.push(...rows);
  }
  return found;
}

function sharesOf(report: Report, before: readonly Row[], inSentence: readonly Row[], row: Row): Share[] {
  const clause = clauseOf(row);
  const match = SHARE_OF.exec(clause);
  if (!match || /增长|提高|下降|高于|低于/.test(clause)) return [];
  const whole = (match.groups?.['whole'] ?? '').replaceAll(/[（(].*$/g, '');
  const size = row.members.length;
  const subject = clause.slice(0, match.index).replace(/^[，、其中]+/, '');
  if (size > 1) {
    const wholeRow = named(before, whole, size, row);
    const partRow =
      subject === ''
        ? inSentence.findLast((other) => other.members.length === size && other !== wholeRow)
        : named(before, subject, size, row);
    return wholeRow && partRow && wholeRow !== partRow ? rowShares(partRow, wholeRow, row) : [];
  }
  const share = onlyFigure(row);
  if (!share) return [];
  const part = nearest(inSentence, row);
  if (!part || !isDirect(report, part, share)) return [];
  const total = whole === '' ? wholeBefore(inSentence, part) : namedFigure(before, whole, part, share);
  if (!total || total === part) return [];
  return [{ type: 'share', assertion: 'implied', part, whole: total, share, span: around(part.span, share.span) }];
}

function named(rows: readonly Row[], words: string, size: number, row: Row): Row | undefined {
  if (words.length < 2) return undefined;
  return rows.findLast(
    (other) =>
      other !== row &&
      other.members.length === size &&
      isCountable(firstOf(other)) &&
      likeness(cut(words), cut(other.label)) >= ALIKE,
  );
}

function namedFigure(rows: readonly Row[], words: string, part: Figure, share: Figure): Figure | null {
  const candidates = rows.flatMap((row) => row.members.filter(isFigure));
  const stage = share.stage ?? part.stage;
  return (
    candidates.findLast(
      (figure) =>
        figure !== part &&
        sameUnit(figure.unit, part.unit) &&
        likeness(cut(words), cut(figure.label)) >= ALIKE &&
        (figure.stage === stage || figure.stage === null) &&
        figure.scope === part.scope,
    ) ?? null
  );
}

/** Names differ by 总数, 人数 and brackets: 在校学生数 is 在校学生. */
function cut(name: string): string {
  return name.replaceAll(/[（(][^）)]*[）)]|总数|总额|人数|数$|全县|全市|全区|全校|的/g, '');
}

function isCountable(member: Figure | Mask): boolean {
  return !isFigure(member) || member.kind !== 'percent';
}

/** The figure right before the share in its sentence: A a人，占p%. */
function nearest(rows: readonly Row[], row: Row): Figure | null {
  const before = rows.at(-1);
  const figure = before?.members.at(-1);
  if (!figure || !isFigure(figure) || figure.kind === 'percent' || figure.kind === 'duration') return null;
  return before?.head === row.head || row.head === figure ? figure : null;
}

/** Nothing but a mark stands between the part and 占: a share of it, not of the clause's own subject. */
function isDirect(report: Report, part: Figure, share: Figure): boolean {
  const between = report.manuscript.text.slice(part.span.end, share.span.start);
  return /^[，,、（(\s]*(?:约|分别)?占/.test(between);
}

/** 专任教师69人，其中专科45人，占65%: the first figure of the sentence with that unit, told before the part. */
function wholeBefore(rows: readonly Row[], part: Figure): Figure | null {
  for (const row of rows) {
    const figure = onlyFigure(row);
    if (figure && figure !== part && sameUnit(figure.unit, part.unit) && figure.kind === part.kind) return figure;
  }
  return null;
}

function rowShares(parts: Row, wholes: Row, shares: Row): Share[] {
  return shares.members.flatMap((share, index): Share[] => {
    const part = parts.members[index];
    const whole = wholes.members[index];
    if (!part || !whole || !isFigure(share)) return [];
    return [
      {
        type: 'share',
        assertion: 'stated',
        part,
        whole,
        share,
        span: around(spanOf(parts), spanOf(wholes), spanOf(shares)),
      },
    ];
  });
}

function allOf(report: Report, row: Row, sentenceStart: number): All | null {
  const share = onlyFigure(row);
  if (!share || !RATE_OF_ALL.test(share.label) || share.bound !== null) return null;
  const { text } = report.manuscript;
  const own = clauseStart(text, share.span.start);
  const before = text.slice(sentenceStart, own);
  // only the clause right before can be meant: all reach the standard, the rate is a hundred percent
  const previousStart = clauseStart(text, Math.max(sentenceStart, own - 1));
  const clause = before.slice(Math.max(0, previousStart - sentenceStart));
  const every =
    EVERY.exec(clause) ??
    (/(?:均|都)(?:配备|配有|装备|达到|实现|通过|建有)/.test(clause) && /每(?:个|所|名|一)/.test(clause)
      ? /(?:均|都)/.exec(clause)
      : null);
  const none = NONE.exec(clause);
  if ((!every && !none) || /优秀|良好|其中/.test(gapOf(report, row))) return null;
  if (/其中/.test(clause)) return null;
  return {
    type: 'all',
    assertion: 'implied',
    share,
    word: (every ?? none)?.[0].slice(0, 8) ?? '',
    expected: none ? 0 : 100,
    span: { start: previousStart, end: share.span.end },
  };
}
