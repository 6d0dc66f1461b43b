import type { CellAddress, Dataset, Datum, SchoolPart, SchoolRow } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { nameOf, unitOf } from '../standards/amount-name.ts';
import type { SchoolRuleOutcome } from '../standards/assessment.ts';
import { deduct } from '../standards/deduct.ts';
import { gateOfStage } from '../standards/gate.ts';
import { additionTo } from '../standards/school-measure.ts';
import { ruleOutcome } from '../standards/school-outcomes.ts';
import type { Limit, Standard } from '../standards/standard.ts';

/** Who sets marks for a school: the province in the sheet 省标, or a national standard that measures every school. */
export type MarkOwner = 'province' | 'national';

/** How a part of a school stands against one owner's marks, and in whose words. */
export interface PartOutcome {
  readonly part: SchoolPart;
  readonly rule: SchoolRuleOutcome;
  readonly limits: readonly Limit[];
  /** What the marks measure: the row, less what the standard does not count. */
  readonly row: SchoolRow;
}

/** The parts of a school against the province's marks; none where the workbook has no such sheet. */
export function againstProvince({ gate }: Dataset, rows: readonly SchoolRow[]): readonly PartOutcome[] {
  if (gate === undefined) return [];
  return rows.flatMap((row) => {
    const stage = gateOfStage(gate, row.part, [row]);
    const [rule] = stage?.schools ?? [];
    return stage === null || rule === undefined ? [] : [{ part: row.part, rule, limits: stage.limits, row }];
  });
}

/** The parts of a school against the first of the standards that sets marks for schools. */
export function againstNation(standards: readonly Standard[], rows: readonly SchoolRow[]): readonly PartOutcome[] {
  const standard = standards.find(({ schoolRule }) => schoolRule !== null);
  if (standard === undefined) return [];
  return deduct(rows, standard.deductions ?? []).schools.flatMap((row) => {
    const rule = ruleOutcome(row, row.part, standard);
    return rule === null || rule.of === 0
      ? []
      : [{ part: row.part, rule, limits: rule.outcomes.map(({ limit }) => limit), row }];
  });
}

/** The marks as named values; of the national ones the source is the clause, and the caller tells it. */
export function marksData(outcomes: readonly PartOutcome[], year: string): readonly Datum[] {
  return outcomes.flatMap(({ part, limits }) =>
    limits.map((limit) => datum(limit.indicator, part, limit.value, limit.unit, year, markPlace(limit))),
  );
}

/** How many marks there are, how many the part reaches and how many it misses; what is not known counts as neither. */
export function countsData(owner: MarkOwner, outcomes: readonly PartOutcome[], year: string): readonly Datum[] {
  return outcomes.flatMap(({ part, rule, row }) => {
    const counted = (name: keyof Counts, count: number): Datum =>
      datum(COUNTS[owner][name], part, new Decimal(count), '项', year, {
        formula: `${nameOf(COUNTS[owner][name], part)}（逐项与标准值比较）`,
        inputs: [{ sheet: row.source.sheet, cell: `第${row.source.row}行` }],
      });
    return [
      counted('all', rule.of),
      counted('known', rule.outcomes.filter(({ actual }) => actual !== null).length),
      counted('met', rule.met),
      counted('missed', rule.missed.length),
    ];
  });
}

type Counts = Readonly<Record<'all' | 'known' | 'met' | 'missed', string>>;

/**
 * What would bring the part to each of the province's marks that it misses, in whole units: books for 生均图书册数, teachers for
 * 师生比. A class that is too large is not mended by adding, and has none.
 */
export function lackingData(outcomes: readonly PartOutcome[], year: string): readonly Datum[] {
  return outcomes.flatMap(({ part, rule, row }) =>
    rule.missed.flatMap(({ limit }): Datum[] => {
      const addition = additionTo(row, limit.indicator, limit.comparison, limit.value);
      if (addition === null) return [];
      const formula = `${nameOf(limit.indicator, part)}达到${limit.value.toString()}所需的${nameOf(addition.amount)}－现有数`;
      const inputs = [markPlace(limit), { sheet: row.source.sheet, cell: `第${row.source.row}行` }];
      const unit = unitOf(addition.amount) || null;
      return [datum(lackingName(addition.amount), part, addition.units, unit, year, { formula, inputs })];
    }),
  );
}

/** The name by which a template asks for it: `text:达到省标尚缺图书册数`. */
export function lackingName(amount: string): string {
  return `text:达到省标尚缺${nameOf(amount)}`;
}

/** Names by which a template asks for the counts. */
export const COUNTS: Readonly<Record<MarkOwner, Counts>> = {
  province: {
    all: 'text:省标项目数',
    known: 'text:省标已核项数',
    met: 'text:省标达到项数',
    missed: 'text:省标未达到项数',
  },
  national: {
    all: 'text:优质均衡项目数',
    known: 'text:优质均衡已核项数',
    met: 'text:优质均衡达到项数',
    missed: 'text:优质均衡未达到项数',
  },
};

function datum(
  indicator: string,
  stage: SchoolPart,
  value: Decimal,
  unit: string | null,
  year: string,
  source: Datum['source'],
): Datum {
  return {
    indicator,
    stage,
    period: year,
    scope: null,
    value,
    unit,
    source,
    definition: null,
    asOf: null,
    office: null,
  };
}

/** A province's limit says where it stands as “省标”表第3行. */
function markPlace({ clause }: Limit): CellAddress {
  const place = /^“(.+)”表(第\d+行)$/u.exec(clause);
  return { sheet: place?.[1] ?? '', cell: place?.[2] ?? clause };
}
