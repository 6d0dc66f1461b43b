import { Decimal } from '../../src/model/decimal.ts';
import type { Limit, Standard } from '../../src/standards/standard.ts';

/** A limit for tests: the county's work score of 85, unless told otherwise; its id is its indicator. */
export function limit(value: number, changes: Partial<Omit<Limit, 'value'>> = {}): Limit {
  return {
    id: changes.indicator ?? 'work-score',
    indicator: 'work-score',
    stage: null,
    comparison: '>=',
    unit: null,
    clause: '',
    confidence: 'certain',
    level: 'county',
    floor: null,
    names: [],
    effective: null,
    area: null,
    types: [],
    wholeSchool: false,
    ...changes,
    value: new Decimal(value),
  };
}

/** A standard with these limits and no more. */
export function standard(limits: readonly Limit[], changes: Partial<Standard> = {}): Standard {
  return {
    id: 'own',
    name: '',
    issuer: '',
    number: '',
    region: '',
    kinds: [],
    excludes: [],
    coefficients: [],
    effective: { from: '2024-01-01', until: null },
    limits,
    schoolRule: null,
    claims: [],
    items: [],
    vetoes: [],
    reliefs: [],
    survey: null,
    ...changes,
  };
}
