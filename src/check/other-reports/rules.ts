/** A text and the one that it is held against: of the same submission, or last year's. */
export interface PairExample {
  readonly here: string;
  readonly there: string;
}

/** One kind of finding between two reports; its examples are its tests and its manual page. */
export interface PairRule {
  /** Stable, English. */
  readonly id: string;
  /** The option of `check` that asks for it. */
  readonly option: '--together' | '--against';
  /** Chinese, a few words. */
  readonly title: string;
  /** Chinese: what is checked, and why it is worth a reviewer's time. */
  readonly why: string;
  readonly fires: readonly PairExample[];
  readonly silent: readonly PairExample[];
}

export const SUBMISSION_CONFLICT: PairRule = {
  id: 'submission-conflict',
  option: '--together',
  title: '同批材料的数据不一致',
  why: '同一次报送的自评报告、汇报材料、申报表各由一人执笔，同一指标常有两个数；评估组先看的就是它们对不对得上。写明同一年份而不同的是错误，没有写明年份的可能是统计时间不同，列为提醒。',
  fires: [
    { here: '2023年全县小学在校生26400人。', there: '2023年，全县小学在校生26040人。' },
    { here: '全县现有专任教师2874人。', there: '我县共有专任教师2847人。' },
  ],
  silent: [
    { here: '2023年全县小学在校生26400人。', there: '2023年全县小学在校生2.64万人。' },
    { here: '2023年全县小学在校生26400人。', there: '2022年全县小学在校生25900人。' },
    { here: '全县小学在校生26400人。', there: '全县初中在校生13100人。' },
    { here: '全县现有专任教师2874人。', there: '力争到2025年专任教师达到3000人。' },
  ],
};

export const EARLIER_CONFLICT: PairRule = {
  id: 'earlier-conflict',
  option: '--against',
  title: '往年数据与去年的报告不同',
  why: '今年的报告提到的往年数据，去年的报告里已经报过；两处不同的，须说明修订的原因。',
  fires: [{ here: '2022年全县初中三年巩固率为98.6%。', there: '2022年全县初中三年巩固率为96.8%。' }],
  silent: [
    { here: '2022年全县初中三年巩固率为98.6%。', there: '2022年全县初中三年巩固率为98.60%。' },
    { here: '全县初中三年巩固率为98.6%。', there: '全县初中三年巩固率为96.8%。' },
  ],
};

export const EARLIER_BASE: PairRule = {
  id: 'earlier-base',
  option: '--against',
  title: '比上年的增减与去年的报告不符',
  why: '“比上年增加180人”的基数就是去年报告里的数；按去年的数推算不出今年的数，两份报告必有一处不对。',
  fires: [
    { here: '全县专任教师2874人，比上年增加120人。', there: '全县专任教师2704人。' },
    { here: '全县小学在校生26400人，比上年增长5%。', there: '全县小学在校生26000人。' },
  ],
  silent: [
    { here: '全县专任教师2874人，比上年增加120人。', there: '全县专任教师2754人。' },
    { here: '全县小学在校生26400人，比上年增长1.5%。', there: '全县小学在校生26010人。' },
    { here: '全县小学在校生26400人，比上年减少600人。', there: '全县小学在校生2.7万人。' },
  ],
};

export const UNRENEWED: PairRule = {
  id: 'unrenewed',
  option: '--against',
  title: '数据与去年完全相同',
  why: '以去年的报告为底稿时，最容易漏改的是学生数、教师数；每年都变的数若有几个与去年一字不差，多半没有更新。',
  fires: [
    {
      here: '全县小学在校生26400人，初中在校生13100人，专任教师2874人。',
      there: '全县小学在校生26400人，初中在校生13100人，专任教师2901人。',
    },
  ],
  silent: [
    {
      here: '全县小学在校生26400人，初中在校生13100人。',
      there: '全县小学在校生26900人，初中在校生13100人。',
    },
    { here: '全县总面积1864平方公里，辖9个乡镇。', there: '全县总面积1864平方公里，辖9个乡镇。' },
  ],
};

export const PAIR_RULES: readonly PairRule[] = [SUBMISSION_CONFLICT, EARLIER_CONFLICT, EARLIER_BASE, UNRENEWED];
