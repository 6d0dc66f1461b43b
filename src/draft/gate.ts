import type { Dataset, SchoolPart } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { assessGate, type GateAssessment, type GateOfStage } from '../standards/gate.ts';
import { countedSchools, rowRanges, type SchoolValue } from './schools.ts';

/** The number of schools that reach the province's standard; the office's own number wins over what the gate gives. */
export const REACHED = 'text:办学基本标准达标学校数';

const before = new WeakMap<Dataset, GateAssessment | null>();

/** The province's standard held against the schools of a stage; null where the workbook gives no marks or no schools for it. */
export function gateOf(dataset: Dataset, part: SchoolPart): GateOfStage | null {
  let gate = before.get(dataset);
  if (gate === undefined) {
    const stages = (['小学', '初中'] as const).map((stage) => ({
      stage,
      scope: { counted: countedSchools(dataset, stage), excluded: [] },
    }));
    gate = assessGate(dataset, stages);
    before.set(dataset, gate);
  }
  return gate?.stages.find(({ stage }) => stage === part) ?? null;
}

/** How many schools of a stage reach the province's standard, where every one of them can be judged. */
export function gateReached(dataset: Dataset, part: SchoolPart): SchoolValue | null {
  const gate = gateOf(dataset, part);
  if (gate === null) return null;
  if (gate.rate === null) return { wanted: [`${part}办学基本标准达标学校数`] };
  const reached = gate.schools.filter(({ verdict }) => verdict === 'holds');
  return {
    value: new Decimal(reached.length),
    source: {
      formula: `按省标表逐校核对，达标的${part}（部）数`,
      inputs: rowRanges(countedSchools(dataset, part)),
    },
  };
}
