import { describe, expect, test } from 'vitest';
import type { DraftGap, DraftProof, ProofFault } from '../../../src/draft/index.ts';
import { draftReport } from '../../../src/jobs/draft.ts';
import { faultsText, gapsText, proofText } from '../../../src/write/terminal/draft-text.ts';
import { bundledKind, standards } from '../../draft/support/bundled.ts';
import { emptyCounty } from '../../draft/support/county.ts';

const PROOF: DraftProof = {
  entries: 4,
  readBack: 4,
  relations: 9,
  data: { file: '数据.xlsx', year: '2024', named: 4, equal: 3, different: 0, review: 0, absent: 1 },
  faults: [],
  questions: [],
  unmarked: [],
};
const FAULT: ProofFault = {
  kind: 'finding',
  message: '相加不符。',
  evidence: '1+2=3≠4',
  section: '一、情况',
  sentence: '共4所，其中小学1所、初中2所。',
  origins: ['学校数：县情!F2', '小学学校数：县情!F3'],
};

describe('what a draft says of itself', () => {
  test('is one line', () => {
    expect(proofText(PROOF)).toBe(
      '自查：4处数字从文件中读回，处处与台账一致；核对关系9条，与数据对照3个，没有发现差错。\n',
    );
    const worse = {
      ...PROOF,
      readBack: 3,
      faults: [FAULT],
      questions: ['？'],
      unmarked: [{ text: '两所', sentence: '' }],
    };
    expect(proofText(worse)).toBe(
      '自查：4处数字中有1处读回不一致；核对关系9条，与数据对照3个，发现差错1处；另有1处请人判断，可用 junheng check 查看；有1处数字没有登记出处：“两所”。\n',
    );
    expect(proofText({ ...PROOF, data: null })).not.toContain('对照');
  });

  test('names fault, arithmetic, sentence and cells, and not more than a screen of them', () => {
    expect(faultsText([FAULT])).toBe(
      '1．相加不符。\n  算式：1+2=3≠4\n  原句（一、情况）：共4所，其中小学1所、初中2所。\n  出处：学校数：县情!F2；小学学校数：县情!F3\n',
    );
    const many = faultsText(
      Array.from({ length: 30 }, () => ({ ...FAULT, evidence: null, sentence: '', origins: [] })),
    );
    expect(many.split('\n')).toHaveLength(22);
    expect(many).toContain('另有10处从略');
  });
});

describe('the list of what is to be filled in', () => {
  const gap = (
    section: string,
    kind: DraftGap['kind'],
    label: string,
    wanted: readonly string[] = [label],
  ): DraftGap => ({
    section,
    kind,
    label,
    wanted,
  });

  test('tells data and words apart, by section', () => {
    const names = ['总人口', '总面积', '乡镇数', '村数', '社区数'];
    const gaps = [
      ...names.map((name) => gap('（一）县情', 'datum', name)),
      gap('（一）县情', 'datum', '总人口'),
      gap('', 'prose', '主送机关', []),
      gap('二、特色', 'prose', '写'.repeat(50), []),
    ];
    expect(gapsText(gaps)).toBe(
      `缺少的数据：\n  （一）县情：总人口、总面积、乡镇数、村数等5项\n需要撰写的内容：\n  文首：主送机关\n  二、特色：${'写'.repeat(40)}…\n`,
    );
    expect(gapsText([])).toBe('');
  });

  test('of a report without any data fits a screen', async () => {
    const { gaps } = await draftReport({
      kind: bundledKind(),
      dataset: emptyCounty(),
      settings: {},
      standards: standards(),
      format: 'markdown',
    });
    expect(gaps.length).toBeGreaterThan(40);
    expect(gapsText(gaps).split('\n').length).toBeLessThan(30);
  });
});
