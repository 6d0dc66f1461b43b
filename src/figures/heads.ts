import type { FigureRole, Stage } from '../model/figure.ts';
import type { Head, HeadUnit } from '../model/table.ts';
import { periodAt } from '../quantities/period.ts';
import { scopeOnly, stageList } from '../vocabulary/index.ts';
import { cutUnit, unitsIn } from './head-unit.ts';
import {
  AMONG,
  AMOUNT_OF_CHANGE,
  AVERAGE,
  DUE,
  EMPTY,
  ENTITY,
  ENTITY_TITLE,
  FALLING,
  GROUP_TOTAL,
  KIND_OF_SCHOOL,
  LAST_YEAR,
  LIMIT,
  MARKER,
  NOT_ADDED,
  RATE_OF_CHANGE,
  SHARE,
  SILENT,
  THIS_YEAR,
  TOTAL,
} from './head-words.ts';

/** What the title of the label column says of the rows' names. */
export interface LabelTitle {
  /** 学校, 乡镇: each row is one of them. */
  readonly entities: boolean;
  /** 年份: each row is a year. */
  readonly years: boolean;
}

/** `labels` are the column's cells: a column 单位 may hold schools or the units of the rows. */
export function labelTitle(path: readonly string[], labels: readonly string[] = []): LabelTitle {
  const title = (path.at(-1) ?? '').replaceAll(/\s/g, '');
  const measures = title.endsWith('单位') && labels.length > 0 && labels.every((label) => unitsIn(label).length > 0);
  return { entities: ENTITY_TITLE.test(title) && !measures, years: /^(?:年份|年度|学年度?|时间|年)$/.test(title) };
}

/** What a header says stands at its beginning; a label cell may hold a whole paragraph. */
const LONGEST_PART = 80;
const NO_TITLE: LabelTitle = { entities: false, years: false };

/** Reads the header of a row or of a column, outermost part first. */
export function headOf(path: readonly string[], title: LabelTitle = NO_TITLE): Head {
  const names: string[] = [];
  const stages: Stage[] = [];
  let units: readonly HeadUnit[] = [];
  let role: FigureRole = 'level';
  let period: string | null = null;
  let since: string | null = null;
  let relative: Head['relative'] = null;
  let total: Head['total'] = null;
  let totalAt = -1;
  let among = false;
  let average = false;
  let entity = false;
  let falling = false;
  path.forEach((part, at) => {
    let text = part.slice(0, LONGEST_PART).replaceAll(/\s/g, '').replace(MARKER, '');
    if (AMONG.test(text)) {
      among = true;
      text = text.replace(AMONG, '');
    }
    const cut = cutUnit(text);
    if (cut.units.length > 0) ({ units } = cut);
    text = cut.rest;
    const dated = cutPeriods(text);
    if (dated.periods.length > 0) {
      period = dated.periods[0] ?? null;
      since = dated.since ?? since;
      text = dated.rest;
    } else if (title.years && /^(?:19|20)\d\d$/.test(text)) {
      period = text;
      text = '';
    }
    if (LAST_YEAR.test(text)) {
      relative = 'last-year';
      text = text.replace(LAST_YEAR, '').replace(/^数/, '');
    } else if (THIS_YEAR.test(text)) {
      relative = 'this-year';
      text = text.replace(THIS_YEAR, '').replace(/^数/, '');
    }
    const change = changeOf(text, units, dated.since !== null);
    if (change) {
      role = change;
      falling ||= FALLING.test(text) && !/增/.test(text);
      text = text.replace(change === 'change-rate' ? RATE_OF_CHANGE : AMOUNT_OF_CHANGE, '');
    } else if (SHARE.test(text)) role = 'share';
    else if (LIMIT.test(text) || DUE.test(text)) {
      role = 'limit';
      text = text.replace(LIMIT, '').replace(DUE, '');
    }
    if (TOTAL.test(text)) {
      total = 'total';
      totalAt = at;
      text = '';
    } else if (GROUP_TOTAL.test(text)) {
      total = 'subtotal';
      totalAt = at;
      text = text.replace(GROUP_TOTAL, '');
    } else if (AVERAGE.test(text)) {
      average = true;
      text = text.replace(AVERAGE, '');
    }
    entity ||= total === null && isEntity(text, title);
    const staged = entity ? { stages: [], rest: text } : stageList(text);
    for (const stage of staged.stages) if (!stages.includes(stage)) stages.push(stage);
    const rest = staged.rest.replace(/^[、，:：]+|[、，:：]+$/g, '');
    if (rest !== '' && !EMPTY.test(rest)) names.push(rest);
  });
  const full = path.join('');
  return {
    path,
    // an entity's own name is the last part, the groups before it only say where it belongs
    name: entity ? (names.at(-1) ?? '') : names.join(''),
    stages,
    period,
    relative,
    since,
    units,
    role,
    falling,
    total,
    totalAt,
    among,
    addable:
      role === 'level' &&
      !average &&
      !NOT_ADDED.test(full.replaceAll(/[（(][^（()）]*[）)]/g, '')) &&
      units[0]?.unit !== '%',
    entity,
    silent: SILENT.test((path.at(-1) ?? '').replaceAll(/\s/g, '')),
  };
}

function isEntity(text: string, title: LabelTitle): boolean {
  if (text === '' || TOTAL.test(text)) return false;
  if (KIND_OF_SCHOOL.test(text) || scopeOnly(text) !== null) return false;
  return title.entities || ENTITY.test(text);
}

/** 增长率 and 增幅 are rates; 比上年增长 is one unless its unit says otherwise. */
function changeOf(text: string, units: readonly HeadUnit[], dated: boolean): 'change' | 'change-rate' | null {
  const unit = units[0]?.unit;
  if (AMOUNT_OF_CHANGE.test(text)) return unit === '%' ? 'change-rate' : 'change';
  if (RATE_OF_CHANGE.test(text) || (dated && /增|降|减/.test(text)))
    return unit !== undefined && unit !== '%' ? 'change' : 'change-rate';
  return null;
}

/** 2024年比2021年增长: the second year is what the change is counted from. */
function cutPeriods(text: string): {
  readonly periods: string[];
  readonly since: string | null;
  readonly rest: string;
} {
  const periods: string[] = [];
  let since: string | null = null;
  let rest = '';
  for (let offset = 0; offset < text.length; offset++) {
    const period = /[12２０-９]/.test(text[offset] ?? '') ? periodAt(text, offset) : null;
    if (!period || period.labels.length === 0) {
      rest += text[offset] ?? '';
      continue;
    }
    const label = period.whole ?? period.labels[0] ?? '';
    if (/[比较]$/.test(rest)) since = label;
    else periods.push(label);
    offset = period.end - 1;
  }
  return {
    periods: periods.length === 0 && since !== null ? [''] : periods,
    since,
    rest: rest.replace(/^[度末底的]/, ''),
  };
}
