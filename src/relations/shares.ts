import { Decimal } from '../model/decimal.ts';
import { indicatorNamed } from '../vocabulary/index.ts';
import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import {
  clauseOf,
  firstOf,
  gapOf,
  around,
  isFigure,
  likeness,
  onlyFigure,
  passagesOf,
  sameUnit,
  spanOf,
} from './context.ts';
import type { Operand, Share, Sum } from './relation.ts';

const SHARE_OF =
  /占(?:到|比|了)?(?<whole>[^，。；、]*?)(?:的)?(?:比例|比重|比率|份额)?(?:分别)?(?:为|达到?|是)?(?:约|近)?\s*$/;
const SHARE_NAME = /(?:占比|比重)(?:分别|依次)?(?:为|达到?|是)?\s*$/;
const ALIKE = 0.6;
const ZERO = new Decimal(0);
const PER_HEAD = /^(?:人|生|校|班|师)均|^平均每/;

/** A share whose whole is worked out from all shares of its paragraph together. */
interface Open {
  readonly part: Figure;
  readonly share: Figure;
  /** 11所初中、1所…、29所小学达标，占…: the list that the part closes, where it closes one. */
  readonly list: readonly Figure[];
  readonly candidates: readonly Figure[];
  /** The whole that the words or the sentence point to; null where only the arithmetic can tell. */
  readonly meant: Figure | null;
}

/**
 * Shares of a named or implied whole, singly or row by row. Where the text leaves the whole open, the figure that the
 * printed percentage fits is taken for it; a share that fits none is held against the whole that its neighbours fit.
 */
export function findShares(report: Report): (Share | Sum)[] {
  const found: (Share | Sum)[] = [];
  let paragraph = -1;
  let earlier: Row[] = [];
  let open: Open[] = [];
  const flush = (): void => {
    const shares = resolved(open);
    found.push(...shares, ...madeUp(shares));
    open = [];
  };
  for (const { sentence, rows, text } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) {
      flush();
      earlier = [];
      paragraph = sentence.paragraph;
    }
    rows.forEach((row, index) => {
      if (firstOf(row).unit !== '%') return;
      const inSentence = rows.slice(0, index);
      if (row.members.length > 1) {
        found.push(...seriesShares([...earlier, ...inSentence], inSentence, row));
        return;
      }
      const single =
        fulfilment(report, inSentence, row) ??
        singleShare(report, earlier, inSentence, row, text) ??
        rateOfTwo(report, inSentence, row);
      if (single) open.push(single);
    });
    earlier.push(...rows);
  }
  flush();
  return found;
}

function singleShare(
  report: Report,
  earlier: readonly Row[],
  inSentence: readonly Row[],
  row: Row,
  sentence: string,
): Open | null {
  const match = SHARE_OF.exec(clauseOf(row));
  const share = onlyFigure(row);
  if (!match || !share || /增长|提高|下降|高于|低于/.test(clauseOf(row))) return null;
  const part = partOf(report, inSentence, row);
  if (!part) return null;
  const words = cut((match.groups?.['whole'] ?? '').replaceAll(/[（(].*$/g, ''));
  const before = [...earlier, ...inSentence].flatMap((other) =>
    other.role === 'level' ? other.members.filter(isFigure) : [],
  );
  const fits = (figure: Figure): boolean =>
    figure !== part && sameUnit(figure.unit, part.unit) && figure.kind === part.kind && figure.value.gte(part.value);
  const candidates = before.filter(fits);
  if (words !== '') {
    const stage = share.stage ?? part.stage;
    const named = [...report.figures]
      .reverse()
      .filter(
        (figure) =>
          figure.role === 'level' &&
          fits(figure) &&
          isLike(words, figure) &&
          (figure.stage === stage || figure.stage === null),
      );
    const near =
      named.find((figure) => figure.span.start < share.span.start && candidates.includes(figure)) ??
      named.find((figure) => figure.span.start < share.span.start) ??
      null;
    return near || candidates.length > 0
      ? {
          part,
          share,
          list: listOf(report, inSentence, part),
          candidates: near ? [near, ...candidates.filter((figure) => isLike(words, figure))] : candidates,
          meant: near,
        }
      : null;
  }
  // 专任教师中，…642人，占14.6%: the sentence's subject is the whole
  const subject = /^.{0,24}?中[，,]/.exec(sentence)?.[0].replace(/中[，,]$/, '');
  const meant = subject
    ? candidates.findLast((figure) => likeness(cut(subject), cut(figure.label)) >= ALIKE)
    : undefined;
  return candidates.length > 0
    ? {
        part,
        share,
        list: listOf(report, inSentence, part),
        candidates,
        meant: meant ?? amongTotal(report, inSentence, part) ?? leading(inSentence, part),
      }
    : null;
}

/** The words name the figure's indicator, or share most of their characters with its name. */
function isLike(words: string, figure: Figure): boolean {
  // 教育经费支出 is no 人均教育经费支出
  if (PER_HEAD.test(figure.label) !== PER_HEAD.test(words)) return false;
  const known = indicatorNamed(words, figure.kind)?.indicator.id;
  // 占学校总数 speaks of all schools, never of the 市级示范学校 told before
  const narrower = figure.indicator?.startsWith('text:') && figure.label.length > words.length + 1;
  if (known && narrower && figure.label.endsWith(words)) return false;
  return (known !== undefined && known === figure.indicator) || likeness(words, cut(figure.label)) >= ALIKE;
}

/** 发放问卷500份，收回490份，回收率98%: two counts and the rate whose very characters the second one's clause holds. */
function rateOfTwo(report: Report, inSentence: readonly Row[], row: Row): Open | null {
  const share = onlyFigure(row);
  const partRow = inSentence.at(-1);
  const part = partRow ? onlyFigure(partRow) : null;
  if (!share || !part || !partRow || part.kind !== 'count' || !share.label.endsWith('率') || partRow.head !== row.head)
    return null;
  if (/[。；;]/.test(gapOf(report, row)) || /平均|[年人生校]均/.test(clauseOf(partRow))) return null;
  const stem = share.label.slice(-3, -1);
  const clause = `${clauseOf(partRow)}${part.label}${report.manuscript.text.slice(part.span.end, share.span.start)}`;
  const spoken =
    [...stem].every((character) => `${clauseOf(partRow)}${part.label}`.includes(character)) ||
    /中有|中，/.test(gapOf(report, partRow));
  const whole = inSentence.slice(0, -1).findLast((other) => {
    const figure = onlyFigure(other);
    return (
      figure !== null && figure.role === 'level' && sameUnit(figure.unit, part.unit) && figure.value.gte(part.value)
    );
  });
  const figure = whole ? onlyFigure(whole) : null;
  if (!figure) return null;
  return {
    part,
    share,
    list: [],
    candidates: [figure],
    meant: spoken && /率/.test(clause) && inSentence.indexOf(whole as Row) === inSentence.length - 2 ? figure : null,
  };
}

/** 计提4860万元，完成年度计划4500万元的108%: the percentage is of the figure right before 的. */
function fulfilment(report: Report, inSentence: readonly Row[], row: Row): Open | null {
  const share = onlyFigure(row);
  const wholeRow = inSentence.at(-1);
  const whole = wholeRow ? onlyFigure(wholeRow) : null;
  if (
    !share ||
    !whole ||
    !wholeRow ||
    gapOf(report, row) !== '的' ||
    !/完成|占|相当于|达到|实现|为/.test(clauseOf(wholeRow))
  )
    return null;
  const before = inSentence.at(-2);
  const part = before ? onlyFigure(before) : null;
  return part && part.role === 'level' && sameUnit(part.unit, whole.unit)
    ? { part, share, list: listOf(report, inSentence, part), candidates: [whole], meant: whole }
    : null;
}

/** The figure that the share is of: right before it in its clause chain, or the one whose bracket it stands in. */
function partOf(report: Report, inSentence: readonly Row[], row: Row): Figure | null {
  if (row.head && row.head.kind !== 'percent' && /^[（(][^，。；]{0,4}$/.test(gapOf(report, row).replace(/占.*$/, '')))
    return row.head;
  const before = inSentence.at(-1);
  const figure = before?.members.at(-1);
  if (
    !before ||
    !figure ||
    !isFigure(figure) ||
    figure.kind === 'percent' ||
    figure.kind === 'duration' ||
    before.head !== row.head
  )
    return null;
  const between = report.manuscript.text.slice(figure.span.end, row.members[0]?.span.start);
  return /^[^，,、。；（(]{0,8}[，,、]?\s*(?:约|分别)?占/.test(between) ? figure : null;
}

/** 招收412人；在校生3127人，其中…1216人，占38.9%: the total that 其中 opens. */
function amongTotal(report: Report, inSentence: readonly Row[], part: Figure): Figure | null {
  const at = inSentence.findIndex((row) => row.members.includes(part));
  const opening = inSentence.findLastIndex((row, index) => index <= at && /其中|[，,]含/.test(gapOf(report, row)));
  if (opening < 1) return null;
  const before = inSentence
    .slice(0, opening)
    .flatMap((row) => (row.role === 'level' ? row.members.filter(isFigure) : []));
  return (
    before.findLast(
      (figure) => sameUnit(figure.unit, part.unit) && figure.kind === part.kind && figure.value.gte(part.value),
    ) ?? null
  );
}

/** 专任教师69人，其中专科45人，占65%: the sentence's first figure of the unit, where 其中 or a colon opens the parts. */
function leading(inSentence: readonly Row[], part: Figure): Figure | null {
  const at = inSentence.findIndex(
    (row) =>
      row.role === 'level' &&
      row.members.some((member) => isFigure(member) && sameUnit(member.unit, part.unit) && member.kind === part.kind),
  );
  const total = inSentence[at]?.members.find(isFigure);
  const next = inSentence[at + 1];
  // 农村46所，占79.3%；城区12所，占20.7%: what is told as a share itself is no whole of its neighbour
  if (next && firstOf(next).unit === '%' && SHARE_OF.test(clauseOf(next))) return null;
  return total && total !== part && total.value.gte(part.value) ? total : null;
}

function resolved(open: readonly Open[]): Share[] {
  const fits = open.map((item) => fitting(item, [item.part]));
  return open.flatMap((item, index): Share[] => {
    const fit = fits[index];
    if (fit) return [share([item.part], fit, item.share, item.meant ? 'implied' : 'possible')];
    // 其中11所初中、1所…、29所小学达标，占…: the list told is the share, not its last member
    const ofList = item.list.length > 1 ? fitting(item, item.list) : null;
    if (ofList) return [share(item.list, ofList, item.share, 'possible')];
    // what two neighbours or more are shares of, this one is a share of, too
    const shared = item.candidates.find((candidate) => fits.filter((whole) => whole === candidate).length >= 2);
    const whole = shared ?? item.meant;
    return whole ? [share([item.part], whole, item.share, 'implied')] : [];
  });
}

/** The figures of one unit that stand in a row up to the part, with nothing but marks and their names between. */
function listOf(report: Report, inSentence: readonly Row[], part: Figure): Figure[] {
  const list: Figure[] = [];
  for (const row of inSentence.toReversed()) {
    const figures = row.members.filter(isFigure);
    if (
      row.role !== 'level' ||
      figures.length !== row.members.length ||
      !figures.every((figure) => sameUnit(figure.unit, part.unit) && figure.kind === part.kind)
    )
      break;
    list.unshift(...figures);
    if (/其中|[。；;：:]/.test(gapOf(report, row))) return list;
  }
  return [];
}

/** Parts told as shares of one whole which together make it up: 副高8人占…，中级31人占…，初级30人占…. */
function madeUp(shares: readonly Share[]): Sum[] {
  const byWhole = new Map<Operand, Operand[]>();
  for (const { parts, whole } of shares) byWhole.set(whole, [...(byWhole.get(whole) ?? []), ...parts]);
  return [...byWhole].flatMap(([total, parts]): Sum[] => {
    const spans = [total, ...parts].flatMap((operand) => operand.span ?? []);
    return parts.length < 2
      ? []
      : [
          {
            type: 'sum',
            assertion: 'possible',
            total,
            parts,
            partial: false,
            exhaustive: false,
            span: around(...spans),
          },
        ];
  });
}

/** The candidate that the printed percentage fits, the one meant first, then the nearest. */
function fitting(item: Open, parts: readonly Figure[]): Figure | null {
  const ordered = item.meant ? [item.meant, ...item.candidates.toReversed()] : item.candidates.toReversed();
  const total = parts.reduce((sum, part) => sum.plus(part.value), ZERO);
  return (
    ordered.find((whole) => {
      if (parts.includes(whole) || whole.value.lte(0)) return false;
      const value = total.div(whole.value).times(100);
      return item.share.interval.low.lte(value) && item.share.interval.high.gte(value);
    }) ?? null
  );
}

function seriesShares(before: readonly Row[], inSentence: readonly Row[], row: Row): Share[] {
  const clause = clauseOf(row);
  const match = SHARE_OF.exec(clause);
  const size = row.members.length;
  const series = before.filter(
    (other) => other.members.length === size && other !== row && isCountable(firstOf(other)) && other.role === 'level',
  );
  if (match && !/增长|提高|下降|高于|低于/.test(clause)) {
    const whole = cut(match.groups?.['whole'] ?? '');
    const subject = clause.slice(0, match.index).replace(/^[，、其中]+/, '');
    const wholeRow =
      whole.length < 2
        ? undefined
        : series.findLast(
            (other) =>
              PER_HEAD.test(other.label) === PER_HEAD.test(whole) && likeness(whole, cut(other.label)) >= ALIKE,
          );
    const partRow =
      subject === ''
        ? inSentence.findLast((other) => series.includes(other) && other !== wholeRow)
        : series.findLast((other) => likeness(cut(subject), cut(other.label)) >= ALIKE);
    if (wholeRow && partRow && wholeRow !== partRow) return rowShares(partRow, wholeRow, row);
  }
  if (!SHARE_NAME.test(clause)) return [];
  // 教育经费占比分别为…: the part is named, the whole is the other series told
  const subject = cut(clause.replace(SHARE_NAME, ''));
  const partRow = series.findLast((other) => likeness(subject, cut(other.label)) >= ALIKE);
  const wholeRow = series.findLast((other) => other !== partRow && inSentence.includes(other));
  return partRow && wholeRow ? rowShares(partRow, wholeRow, row) : [];
}

/** Names differ by 总数, 人数 and brackets: 在校学生数 is 在校学生. */
function cut(name: string): string {
  return name.replaceAll(/[（(][^）)]*[）)]|总数|总额|人数|数$|全县|全市|全区|全校|的/g, '');
}

function isCountable(member: Figure | Mask): boolean {
  return !isFigure(member) || member.kind !== 'percent';
}

function rowShares(parts: Row, wholes: Row, shares: Row): Share[] {
  return shares.members.flatMap((member, index): Share[] => {
    const part = parts.members[index];
    const whole = wholes.members[index];
    if (!part || !whole || !isFigure(member)) return [];
    return [
      {
        type: 'share',
        assertion: 'stated',
        parts: [part],
        whole,
        share: member,
        span: around(spanOf(parts), spanOf(wholes), spanOf(shares)),
      },
    ];
  });
}

function share(parts: readonly Figure[], whole: Figure, printed: Figure, assertion: Share['assertion']): Share {
  return {
    type: 'share',
    assertion,
    parts,
    whole,
    share: printed,
    span: around(...parts.map((part) => part.span), printed.span),
  };
}
