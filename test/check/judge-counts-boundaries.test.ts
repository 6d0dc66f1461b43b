import { describe, expect, it } from 'vitest';
import { judge } from '../../src/check/judge.ts';
import type { Granular, Implied, PerHead, Relation } from '../../src/relations/relation.ts';
import { figure } from '../support/operands.ts';

const STATED = { assertion: 'stated', span: { start: 0, end: 0 } } as const;

const perHead = (total: string, each: string, times = 1): PerHead => ({
  total: figure(total),
  each: figure(each),
  times,
});
const implied = (first: PerHead, second: PerHead): Implied => ({
  ...STATED,
  type: 'implied',
  first,
  second,
  heads: '在校生数',
});
const granular = (share: string, whole: string): Granular => ({
  ...STATED,
  type: 'granular',
  share: figure(share),
  whole: figure(whole),
});
const told = (relation: Relation): string[] => {
  const { verdict, check, stated, computed } = judge(relation);
  return [`${verdict} ${check}`, String(stated), String(computed)];
};

describe('two totals with their amounts per head imply the same heads', () => {
  it.each([
    [perHead('120人', '8人'), perHead('150人', '10人'), ['holds 120÷8=15=150÷10=15', '15', '15']],
    [perHead('120人', '8人'), perHead('160人', '10人'), ['broken 120÷8=15≠160÷10=16', '16', '15']],
    [perHead('30台', '15台', 100), perHead('600人', '3人'), ['holds 30÷15×100=200=600÷3=200', '200', '200']],
    [perHead('100人', '3人'), perHead('200人', '3人'), ['broken 100÷3=33≠200÷3=67', '67', '33']],
    // 120000 ± 0.5 over 8.00 ± 0.005 is 14990.56… to 15009.44…
    [
      perHead('120000元', '8.00元'),
      perHead('150094人', '10人'),
      ['holds 120000÷8=15000≈150094÷10=15009', '15009', '15000'],
    ],
    [
      perHead('120000元', '8.00元'),
      perHead('150095人', '10人'),
      ['broken 120000÷8=15000≠150095÷10=15010', '15010', '15000'],
    ],
    [
      perHead('120000元', '8.00元'),
      perHead('149906人', '10人'),
      ['holds 120000÷8=15000≈149906÷10=14991', '14991', '15000'],
    ],
    [
      perHead('120000元', '8.00元'),
      perHead('149905人', '10人'),
      ['broken 120000÷8=15000≠149905÷10=14991', '14991', '15000'],
    ],
    // 120 ± 0.5 over 8 ± 0.5 is 14.05… to 16.06…
    [perHead('120元', '8元'), perHead('160人', '10人'), ['holds 120÷8=15≈160÷10=16', '16', '15']],
    [perHead('120元', '8元'), perHead('161人', '10人'), ['broken 120÷8=15≠161÷10=16', '16', '15']],
  ])('%#', (first, second, expected) => {
    expect(told(implied(first, second))).toEqual(expected);
  });

  it.each([
    [perHead('120人', '0人'), perHead('150人', '10人')],
    [perHead('120人', '8人'), perHead('150人', '0人')],
  ])('%#: by nothing none are', (first, second) => {
    expect(judge(implied(first, second))).toMatchObject({ verdict: 'unassessable', check: '除数为零' });
  });
});

describe('a share of whole things is k of them', () => {
  it.each([
    [granular('33%', '12所'), ['holds 4÷12=33.33%', '33', '33.33']],
    [granular('30%', '12所'), ['broken 4÷12=33.33%≠30%', '30', '33.33']],
    [granular('28%', '12所'), ['broken 3÷12=25%≠28%', '28', '25']],
    // an eighth may print as 12 or as 13 per cent
    [granular('12%', '8所'), ['holds 1÷8=12.5%', '12', '12.5']],
    [granular('13%', '8所'), ['holds 1÷8=12.5%', '13', '12.5']],
    [granular('12.4%', '8所'), ['broken 1÷8=12.5%≠12.4%', '12.4', '12.5']],
    [granular('12.6%', '8所'), ['broken 1÷8=12.5%≠12.6%', '12.6', '12.5']],
    [granular('16.6667%', '6所'), ['holds 1÷6=16.6667%', '16.6667', '16.6667']],
    [granular('16.7%', '6所'), ['holds 1÷6=16.67%', '16.7', '16.67']],
    [granular('90%', '200所'), ['holds 180÷200=90%', '90', '90']],
    [granular('0%', '6所'), ['holds 0÷6=0%', '0', '0']],
    [granular('100%', '6所'), ['holds 6÷6=100%', '100', '100']],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toEqual(expected);
  });
});
