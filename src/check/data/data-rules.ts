/** A text and the workbook that it is held against, its rows as `小学 在校生数 2024 18216人`; the report's own year is the last one. */
export interface DataExample {
  readonly here: string;
  readonly workbook: readonly string[];
}

/** One kind of finding between a report and a workbook; its examples are its tests and its manual page. */
export interface DataRule {
  /** Stable, English. */
  readonly id: string;
  readonly option: '--data';
  /** Chinese, a few words. */
  readonly title: string;
  /** Chinese: what is checked, and why it is worth a reviewer's time. */
  readonly why: string;
  readonly fires: readonly DataExample[];
  readonly silent: readonly DataExample[];
}

export const DATA_CONFLICT: DataRule = {
  id: 'data-conflict',
  option: '--data',
  title: '与数据工作簿不一致',
  why: '报告里的每个数都应当能在数据工作簿里找到出处。指标、学段、年份、口径都相同而数不同的，总有一处错了；文中按位数四舍五入、换成万元亿元的，不算不同。由工作簿能算出的数（生均值、差异系数、各学段之和、各项比例）一并核对。只是名称相近、或文中可能只说其中一部分的，列为提醒。',
  fires: [
    { here: '全县小学在校生18261人。', workbook: ['小学 在校生数 2024 18216人'] },
    { here: '2024年地区生产总值163.27亿元。', workbook: ['全县 地区生产总值 2024 136.27亿元'] },
    { here: '小学平均班额41.5人。', workbook: ['小学 在校生数 2024 18216人', '小学 教学班数 2024 450个'] },
    { here: '义务教育阶段在校生27818人。', workbook: ['小学 在校生数 2024 18216人', '初中 在校生数 2024 8972人'] },
    { here: '公众满意度为97.48%。', workbook: ['全县 满意问卷数 2024 1107份', '全县 满意度有效问卷数 2024 1168份'] },
    { here: '小学生均图书为25.57册。', workbook: ['小学 生均图书册数 2024 25.579册'] },
  ],
  silent: [
    { here: '全县小学在校生18216人。', workbook: ['小学 在校生数 2024 18216人'] },
    { here: '全县小学在校生1.82万人。', workbook: ['小学 在校生数 2024 18216人'] },
    { here: '城镇化率为49.0%。', workbook: ['全县 城镇化率 2024 48.98%'] },
    { here: '全县小学在校生18216人。', workbook: ['初中 在校生数 2024 8972人'] },
    { here: '石桥镇现有小学4所，学生1210人。', workbook: ['小学 学校数 2024 20所', '全县 在校生数 2024 27188人'] },
    { here: '到2027年，全县专任教师达到2000人。', workbook: ['全县 专任教师数 2024 1792人'] },
    { here: '新建小学2所，新增图书3万册。', workbook: ['小学 学校数 2024 20所', '全县 图书册数 2024 744252册'] },
    { here: '小学巩固率不低于省定标准98%。', workbook: ['小学 巩固率 2024 99.87%'] },
  ],
};

export const DATA_PERIOD: DataRule = {
  id: 'data-period',
  option: '--data',
  title: '与工作簿另一年的数相同',
  why: '换了年份没有换数，是沿用旧稿最常见的差错：文中的数与工作簿同一年的不同，却与另一年的一字不差。',
  fires: [
    {
      here: '2024年全县小学在校生18407人。',
      workbook: ['小学 在校生数 2023 18407人', '小学 在校生数 2024 18216人'],
    },
    {
      here: '全县小学在校生18407人。',
      workbook: ['小学 在校生数 2023 18407人', '小学 在校生数 2024 18216人'],
    },
  ],
  silent: [
    {
      here: '2023年全县小学在校生18407人，2024年18216人。',
      workbook: ['小学 在校生数 2023 18407人', '小学 在校生数 2024 18216人'],
    },
  ],
};

export const DATA_DEFINITION: DataRule = {
  id: 'data-definition',
  option: '--data',
  title: '与工作簿可能口径不同',
  why: '同一个名称可以有几种口径：申报表一的学生数含教学点和民办学校，测算差异系数的学校表不含；学校数是否含一贯制学校，也各有算法。数不同而口径可以解释的不是差错，但报告里应当写明是哪一种。',
  fires: [
    {
      here: '全县公办义务教育学校33所。',
      workbook: ['小学 学校数 2024 20所 县级公办', '初中 学校数 2024 9所 县级公办'],
    },
    { here: '2024年招聘教师85人。', workbook: ['全县 招聘教师数 2024 58人'] },
  ],
  silent: [
    {
      here: '全县公办义务教育学校29所。',
      workbook: ['小学 学校数 2024 20所 县级公办', '初中 学校数 2024 9所 县级公办'],
    },
    { here: '2024年招聘教师58人。', workbook: ['全县 招聘教师数 2024 58人'] },
  ],
};

export const DATA_DERIVED: DataRule = {
  id: 'data-derived',
  option: '--data',
  title: '增减、占比与工作簿推算不符',
  why: '“比上年增长”“占……的比例”是由两个数算出来的；两个数工作簿里都有，就能推算它对不对。',
  fires: [
    {
      here: '2024年地区生产总值136.27亿元，比上年增长6.93%。',
      workbook: ['全县 地区生产总值 2023 128.64亿元', '全县 地区生产总值 2024 136.27亿元'],
    },
    {
      here: '总人口34.26万人，其中农业人口17.48万人，占总人口的52.01%。',
      workbook: ['全县 总人口 2024 34.26万人', '全县 农业人口 2024 17.48万人'],
    },
  ],
  silent: [
    {
      here: '2024年地区生产总值136.27亿元，比上年增长5.93%。',
      workbook: ['全县 地区生产总值 2023 128.64亿元', '全县 地区生产总值 2024 136.27亿元'],
    },
    {
      here: '总人口34.26万人，其中农业人口17.48万人，占总人口的51.02%。',
      workbook: ['全县 总人口 2024 34.26万人', '全县 农业人口 2024 17.48万人'],
    },
    {
      here: '2024年地区生产总值136.27亿元，比2020年增长31%。',
      workbook: ['全县 地区生产总值 2023 128.64亿元', '全县 地区生产总值 2024 136.27亿元'],
    },
  ],
};

export const DATA_YEAR: DataRule = {
  id: 'data-year',
  option: '--data',
  title: '报告与工作簿不是同一年',
  why: '给错了工作簿，满篇都会“不一致”。两边年份不同时，只核对写明年份的数，其余只提示一次。',
  fires: [
    {
      here: '2023年全县小学在校生18407人，初中在校生8865人。全县专任教师1780人。',
      workbook: ['小学 在校生数 2023 18407人', '初中 在校生数 2023 8865人', '全县 专任教师数 2024 1792人'],
    },
  ],
  silent: [
    {
      here: '2024年全县小学在校生18216人，初中在校生8972人。全县专任教师1792人。',
      workbook: ['小学 在校生数 2024 18216人', '初中 在校生数 2024 8972人', '全县 专任教师数 2024 1792人'],
    },
  ],
};

export const DATA_RULES: readonly DataRule[] = [DATA_CONFLICT, DATA_PERIOD, DATA_DEFINITION, DATA_DERIVED, DATA_YEAR];
