import { expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { reportOf } from '../support/read.ts';

it('tells each fall by itself, with its stage', () => {
  const text =
    '近三年小学生均公用经费逐年增长，分别为720元、690元、650元；初中分别为980元、1010元、995元。\n实现了“三个增长”的要求。';
  const claim = checkReport(reportOf(text), []).findings.find(({ rule }) => rule === 'claim-contradicted');
  expect(claim?.message).toContain(
    '720元、690元、650元、1010元、995元（生均公用经费由720元降到690元，生均公用经费由690元降到650元，初中生均公用经费由1010元降到995元；',
  );
});
