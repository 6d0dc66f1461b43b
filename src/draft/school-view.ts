import type { Datum, SchoolPart, SchoolRow } from '../model/dataset.ts';
import { InputError } from '../model/manuscript.ts';
import { splitCombinedSchools } from '../standards/combined-schools.ts';
import type { SchoolRuleOutcome } from '../standards/assessment.ts';
import type { Standard } from '../standards/standard.ts';
import type { ReportKind } from './kind.ts';
import { type Found, Missing, Quantity } from './quantity.ts';
import { SCHOOL_COLUMNS } from '../read/workbook/school-columns.ts';
import { nameOf as amountName } from '../standards/amount-name.ts';
import { ownData, toldOfSchool } from './school-data.ts';
import {
  againstNation,
  againstProvince,
  COUNTS,
  countsData,
  lackingData,
  lackingName,
  type MarkOwner,
  marksData,
  type PartOutcome,
} from './school-marks.ts';
import type { DraftSettings } from './settings.ts';
import { type DataView, dataView, nameOf, type Reference } from './view.ts';

/** The school that a report is of. */
export interface SchoolScope {
  /** Null while neither the settings nor the table name one. */
  readonly name: string | null;
  /** 公办九年一贯制学校, 民办小学; null while the table has no row of it. */
  readonly type: string | null;
  /** Whether the table has another school to compare the part with that is told now. */
  readonly hasOthers: boolean;
  /** 小学, 初中 or both; empty while the table has no row of it. */
  readonly parts: readonly SchoolPart[];
  /** The part that is told now; null where it is the whole school. */
  readonly part: SchoolPart | null;
  /** Runs with a part of the school as the one that plain names mean. */
  inPart<T>(part: SchoolPart, run: () => T): T;
  /** How the part told now stands against the marks; null where there are none, or where it is not said of which part. */
  outcome(owner: MarkOwner): SchoolRuleOutcome | null;
}

/**
 * Names before a colon say whose value is meant; without one it is the school's own. `county`: the mean of the county's schools,
 * not given where the table has no other school to compare with. `province`, `national`: the mark. `quality`: the school's own
 * value by the rules of the national standard, which takes 室内体育用房 off the teaching area.
 */
const OTHERS = ['county', 'province', 'national', 'quality'] as const;
type Owner = (typeof OTHERS)[number];

/**
 * The data as a school's report sees them: plain names are the school's, of the part that is told or of both together.
 *
 * @throws InputError where the settings name a school that the table does not have, or name none of several
 */
export function schoolView(
  county: DataView,
  kind: ReportKind,
  settings: DraftSettings,
  standards: readonly Standard[],
): DataView {
  const { dataset } = county;
  const { year } = dataset;
  const { schools } = splitCombinedSchools(dataset.schools);
  const rows = rowsOfSchool(schools, settings.school ?? null, dataset.county);
  const name = rows[0]?.name ?? settings.school ?? null;
  const parts = rows.map((row) => row.part);
  const asked = new Set(kind.needs.map(({ indicator }) => indicator));
  const outcomes: Readonly<Record<MarkOwner, readonly PartOutcome[]>> = {
    province: againstProvince(dataset, rows),
    national: againstNation(standards, rows),
  };
  const over = (data: readonly Datum[]): DataView => dataView({ ...dataset, schools: [], data }, kind, standards);
  const own = over([
    ...ownData(rows, year),
    ...countsData('province', outcomes.province, year),
    ...countsData('national', outcomes.national, year),
    ...lackingData(outcomes.province, year),
    ...toldOfSchool(dataset, name, asked),
  ]);
  const reduced = outcomes.national.map(({ row }) => row);
  const quality = over(ownData(reduced, year));
  const provincial = over(marksData(outcomes.province, year));
  const national = over(marksData(outcomes.national, year));
  const mark = (found: Found, whose: string): Found =>
    found instanceof Missing
      ? new Missing(`${found.label}${whose}`)
      : new Quantity({
          ...found,
          label: `${found.label}${whose}`,
          // A mark prints as its owner words it: 15册, not 15.00册.
          habit: { ...found.habit, fixed: false },
          source: sourceOf(found, outcomes.national),
        });

  let current: SchoolPart | null = null;
  const partOf = ({ stage }: Reference): Reference['stage'] =>
    stage ?? current ?? (parts.length === 1 ? (parts[0] ?? null) : null);

  /** A part's value must never be taken for the whole school's when the draft is brought up to date. */
  const find = (reference: Reference): Found => {
    const found = look(reference);
    if (found instanceof Missing) return found;
    const { indicator, offset } = reference;
    return new Quantity({ ...found, reference: { of: indicator, stage: partOf(reference), offset } });
  };

  const look = (reference: Reference): Found => {
    const stage = partOf(reference);
    const [, owner, indicator = reference.indicator] = OWNER.exec(reference.indicator) ?? [];
    switch (owner as Owner | undefined) {
      case undefined: {
        const found = own.find({ ...reference, stage });
        // What is told of a school of one part may stand in the workbook without a stage.
        return found instanceof Missing && parts.length === 1
          ? firstFound(own.find({ ...reference, stage: null }), found)
          : found;
      }
      case 'quality':
        return quality.find({ ...reference, indicator, stage });
      case 'county': {
        const name = `县域${stage ?? ''}${nameOf(indicator)}均值`;
        if (!hasOthers(schools, rows, stage)) return new Missing(name, []);
        return renamed(county.find({ ...reference, indicator, stage }), name);
      }
      case 'province':
        return mark(provincial.find({ ...reference, indicator, stage }), '省定标准');
      case 'national':
        return mark(national.find({ ...reference, indicator, stage }), '国家标准');
    }
  };

  const school: SchoolScope = {
    name,
    type: typeOf(rows[0]),
    get hasOthers() {
      return hasOthers(schools, rows, current ?? parts[0] ?? null);
    },
    parts,
    get part() {
      return current;
    },
    inPart(part, run) {
      const before = current;
      current = part;
      try {
        return run();
      } finally {
        current = before;
      }
    },
    outcome(owner) {
      const part = current ?? (parts.length === 1 ? parts[0] : undefined);
      return outcomes[owner].find((one) => one.part === part)?.rule ?? null;
    },
  };
  const knows = (indicator: string): boolean => {
    const bare = OWNER.exec(indicator)?.[2] ?? indicator;
    return county.knows(bare) || OWN_NAMES.has(bare);
  };
  return { ...county, find, knows, school };
}

/** Only what everybody calls it: 县级公办 is 公办 in a school's own words. */
function typeOf(row: SchoolRow | undefined): string | null {
  if (row === undefined) return null;
  const owner = row.owner === '民办' ? '民办' : row.owner.includes('公办') ? '公办' : '';
  return `${owner}${row.type}`;
}

function firstFound(other: Found, first: Missing): Found {
  return other instanceof Missing ? first : other;
}

function renamed(found: Found, label: string): Found {
  return found instanceof Missing ? new Missing(label, found.wanted) : new Quantity({ ...found, label });
}

const OWNER = new RegExp(`^(${OTHERS.join('|')}):(.+)$`, 'u');
/** Names that only a school has; the rest of its table the vocabulary knows. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(COUNTS).flatMap((names) => Object.values<string>(names)),
  ...SCHOOL_COLUMNS.flatMap(({ key }) => [`text:${amountName(key)}`, lackingName(key)]),
]);

/** The rows of the school that the settings name, or of the only one that the table has. */
function rowsOfSchool(schools: readonly SchoolRow[], wanted: string | null, county: string): readonly SchoolRow[] {
  const names = [...new Set(schools.map(({ name }) => name))];
  if (names.length === 0) return [];
  const listed = `${names.slice(0, MOST_LISTED).join('、')}${names.length > MOST_LISTED ? '等' : ''}${names.length}所`;
  if (wanted === null) {
    const [only, ...others] = names;
    if (others.length === 0) return schools.filter(({ name }) => name === only);
    throw new InputError(
      'school-unnamed',
      `学校表中有${listed}学校，请在设置 junheng.yaml 的“学校”后写明是哪一所的报告。`,
    );
  }
  const rows = schools.filter(({ name }) => name === wanted || name === `${county}${wanted}`);
  if (rows.length > 0) return rows;
  throw new InputError(
    'school-unknown',
    `设置 junheng.yaml 的“学校”写的是“${wanted}”，学校表中没有这所学校；表中有${listed}，请写得与表中一字不差。`,
  );
}

const MOST_LISTED = 5;

/** Whether the table has another school that counts for the stage: alone, a school is its own mean. */
function hasOthers(schools: readonly SchoolRow[], rows: readonly SchoolRow[], stage: Reference['stage']): boolean {
  const counted = schools.filter(
    ({ part, excluded, leftOut }) => part === stage && excluded === null && leftOut === undefined,
  );
  return counted.some(({ name }) => name !== rows[0]?.name);
}

/** The national marks' clauses, by the cells that stand for them. */
function sourceOf(quantity: Quantity, national: readonly PartOutcome[]): Quantity['source'] {
  const { source } = quantity;
  return 'cell' in source && national.some(({ limits }) => limits.some(({ clause }) => clause === source.cell))
    ? { regulation: source.cell }
    : source;
}
