import { intervalOf } from '../../check/operand.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Bound, Figure, FigureRole } from '../../model/figure.ts';
import type { JudgedRelation } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { oneLine } from '../../write/places.ts';
import type { FigureView } from './protocol.ts';

const ROLE_WORDS: Readonly<Record<FigureRole, string>> = {
  level: '数值',
  change: '增减的数量',
  'change-rate': '增减的幅度',
  share: '占比',
  base: '用来比较的基数',
  limit: '标准或要求',
};

const BOUND_WORDS: Readonly<Record<Exclude<Bound, null>, string>> = { '>=': '不少于', '<=': '不超过', '~': '大约' };

/** Beyond this nothing is counted in a report: the end of an interval that has none. */
const BOUNDLESS = 1e20;

/** The figures of a report with their names, what they may stand for, and the relations they take part in. */
export function figureViews(report: Report, relations: readonly JudgedRelation[]): FigureView[] {
  const taking = new Map<string, number[]>();
  relations.forEach(({ figures }, index) => {
    for (const id of new Set(figures)) {
      const found = taking.get(id);
      if (found === undefined) taking.set(id, [index]);
      else found.push(index);
    }
  });
  const texts = new Map(report.figures.map((figure) => [figure.id, figure]));
  return report.figures.map((figure) => ({
    id: figure.id,
    text: oneLine(figure.text),
    name: nameOf(figure),
    facts: factsOf(figure, texts),
    relations: taking.get(figure.id) ?? [],
  }));
}

function nameOf({ scope, stage, label }: Figure): string {
  const parts = [scope, stage].filter((part) => part !== null && !label.includes(part));
  return label === '' ? '没有认出是什么数' : `${parts.join('')}${label}`;
}

function factsOf(figure: Figure, byId: ReadonlyMap<string, Figure>): FigureView['facts'] {
  const { stage, period, scope, bound, role, partOf } = figure;
  const whole = partOf === null ? undefined : byId.get(partOf);
  const facts: (readonly [string, string | null])[] = [
    ['按印出的位数', rangeText(figure)],
    ['学段', stage],
    ['时间', period === null ? null : /^\d{4}$/.test(period) ? `${period}年` : period],
    ['范围', scope],
    ['程度', bound === null ? null : BOUND_WORDS[bound]],
    ['作用', role === 'level' ? null : ROLE_WORDS[role]],
    ['属于', whole === undefined ? null : `${nameOf(whole)} ${oneLine(whole.text)}`],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

/** `123,350 至 123,450 元`: what the printed digits may stand for. */
function rangeText(figure: Figure): string {
  const { low, high } = intervalOf(figure);
  const unit = figure.unit === null || figure.unit === '比' ? '' : figure.unit;
  if (high.gt(BOUNDLESS)) return `${grouped(low)}${unit}或更多`;
  if (low.lt(-BOUNDLESS)) return `${grouped(high)}${unit}或更少`;
  if (low.eq(high)) return `正好${grouped(low)}${unit}`;
  return `${grouped(low)} 至 ${grouped(high)}${unit}`;
}

/** Digits in threes, as people read long numbers; at most four places, which no printed precision goes below. */
function grouped(value: Decimal): string {
  const [whole = '', places] = value.toDecimalPlaces(6).toFixed().split('.');
  const threes = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return places === undefined ? threes : `${threes}.${places}`;
}
