import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { TableLine } from '../model/table.ts';
import { divide, exactly, meet, multiply } from '../quantities/interval.ts';
import { around, isFigure, likeness } from './context.ts';
import type { Share } from './relation.ts';
import { assertionBy, best, evidenceOf, isAmount, sameMeasure, type TableView, type Trial } from './table-view.ts';

interface Portion {
  readonly part: Figure;
  readonly whole: Figure;
  readonly share: Figure;
}

const HUNDRED = exactly(new Decimal(100));
const OF = /^(.*?)占(.+?)的?(?:百分比|比例|比重|比|[（(]?[%％][）)]?)*$/;
const ALIKE = 0.5;

/** Columns (or rows) headed 占比 or 占…比例, with the part before them and the whole that they name or that a total gives. */
export function tableShares(view: TableView): Share[] {
  return view.along.flatMap((line) => {
    if (line.head.role !== 'share') return [];
    const chosen = best(readingsOf(view, line));
    const evidence = evidenceOf(chosen);
    // which whole is meant is a guess until a line bears it out
    const assertion = evidence.holds === 0 ? 'possible' : assertionBy(evidence, 'implied');
    return chosen.map(
      ({ made: { part, whole, share } }): Share => ({
        type: 'share',
        assertion,
        parts: [part],
        whole,
        share,
        span: around(part.span, whole.span, share.span),
      }),
    );
  });
}

function readingsOf(view: TableView, line: TableLine): Trial<Portion>[][] {
  const at = view.along.indexOf(line);
  const levels = view.along.filter(({ head }) => head.role === 'level' && !head.silent && head.path.length > 0);
  const before = view.along.slice(0, at).findLast((other) => levels.includes(other));
  const title = line.head.path.map((part) => part.replaceAll(/[（(][%％][）)]/g, '')).join('');
  const [, partName = '', wholeName = ''] = OF.exec(title) ?? [];
  const part = (partName === '' ? undefined : closest(levels, partName)) ?? before;
  if (!part) return [];
  const readings: Trial<Portion>[][] = [];
  const along = (whole: TableLine): Trial<Portion>[] =>
    view.across.flatMap((across) => trial(view, [part, across], [whole, across], [line, across]));
  const named = wholeName === '' ? undefined : closest(levels, wholeName);
  if (named && named !== part) readings.push(along(named));
  // 专任教师｜其中：女｜占比: a part is told of what it is among
  const above = part.head.among ? levels.slice(0, levels.indexOf(part)).findLast(({ head }) => !head.among) : undefined;
  if (above && above !== named) readings.push(along(above));
  const total = levels.findLast(({ head }) => head.total !== null);
  if (total && total !== part) readings.push(along(total));
  for (const sum of view.across.filter(({ head }) => head.total === 'total').slice(0, 2)) {
    readings.push(
      view.across.flatMap((across) => (across === sum ? [] : trial(view, [part, across], [part, sum], [line, across]))),
    );
  }
  return readings;
}

/** The line whose header is most like a name that another header mentions. */
function closest(levels: readonly TableLine[], name: string): TableLine | undefined {
  let found: TableLine | undefined;
  let most = ALIKE;
  for (const line of levels) {
    const own = line.head.path.at(-1)?.replaceAll(/[（(][^（()）]*[）)]/g, '') ?? '';
    const alike =
      own.includes(name) || name.includes(own) ? 1 + 1 / (1 + Math.abs(own.length - name.length)) : likeness(own, name);
    if (own !== '' && alike > most) {
      found = line;
      most = alike;
    }
  }
  return found;
}

type Place = readonly [along: TableLine, across: TableLine];

function trial(view: TableView, first: Place, second: Place, third: Place): Trial<Portion>[] {
  const part = view.at(...first);
  const whole = view.at(...second);
  const share = view.at(...third);
  if (!isAmount(part) || !isAmount(whole) || !share || part === whole) return [];
  if (!isFigure(part) || !isFigure(whole) || !isFigure(share) || share.role !== 'share') return [];
  if (!sameMeasure(part, whole)) return [];
  const quotient = divide(part.interval, whole.interval);
  if (!quotient) return [];
  return [{ made: { part, whole, share }, fits: meet(multiply(quotient, HUNDRED), share.interval) }];
}
