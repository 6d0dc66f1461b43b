import { expect, test } from 'vitest';
import { Missing, Quantity } from '../../../src/draft/quantity.ts';
import type { RecordedFigure } from '../../../src/draft/recorder.ts';
import type { QuantityReference } from '../../../src/draft/reference.ts';
import { dropUnsound } from '../../../src/draft/sound-reference.ts';
import type { DataView } from '../../../src/draft/view.ts';
import { Decimal } from '../../../src/model/decimal.ts';

function quantity(label: string, value: number, reference: QuantityReference | null = null): Quantity {
  return new Quantity({
    indicator: 'pupils',
    stage: '小学',
    period: '2030',
    label,
    value: new Decimal(value),
    habit: { unit: '人', kind: 'count', places: 0, fixed: false },
    source: { sheet: '学校', cell: 'D2' },
    definition: null,
    asOf: null,
    office: null,
    reference,
  });
}

const PUPILS = { of: 'pupils', stage: '小学', offset: 0 } as const;
const county = quantity('小学在校生数', 18216, PUPILS);
const NAMED = (named: string) => ({ named, stage: '小学', indicator: 'pupils' }) as const;
const view = {
  find: ({ indicator }: { indicator: string }) => (indicator === 'pupils' ? county : new Missing(indicator)),
} as unknown as DataView;

function identityIn(own: Quantity): QuantityReference | undefined {
  const figures: RecordedFigure[] = [
    { quantity: own, printed: '', printedValue: own.value, printedUnit: '人', rounding: '' },
  ];
  dropUnsound(figures, view);
  return figures[0]?.quantity.identity;
}

test('a quantity made of another has its own name, not the reference of the other', () => {
  const school = new Quantity({ ...county, label: '甲校小学在校生数', value: new Decimal(1652) });
  expect(school.reference).toBeNull();
  expect(school.identity).toEqual(NAMED('甲校小学在校生数'));
});

test.each([
  ['the county’s own', county, PUPILS],
  ['another value', quantity('小学在校生数', 1652, PUPILS), NAMED('小学在校生数')],
  ['the same value of another thing', quantity('甲校小学在校生数', 18216, PUPILS), NAMED('甲校小学在校生数')],
  ['nothing there', quantity('班数', 20, { ...PUPILS, of: 'classes' }), NAMED('班数')],
  ['the size of a fall', quantity('变化', 0, { size: { difference: [PUPILS, PUPILS] }, told: 'down' }), undefined],
])('a reference is kept where it leads back to the figure: %s', (_, own, wanted) => {
  expect(identityIn(own)).toEqual(wanted ?? own.reference);
});

test('what rests on a name keeps what it is computed of: it is never computed again', () => {
  const reference = { share: [NAMED('达标学校数'), PUPILS] } as const;
  expect(identityIn(quantity('达标学校比例', 80, reference))).toEqual(reference);
});
