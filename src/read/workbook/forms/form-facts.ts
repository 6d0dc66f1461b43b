import type { Stage } from '../../../model/figure.ts';

/** A cell of table I of the declaration form. */
export interface FormFact {
  /** `L17`, as printed; empty for what the forms of basic balance do not ask. */
  readonly code: string;
  /** Id of the vocabulary, or `text:` and a name. */
  readonly indicator: string;
  readonly stage: Stage | null;
  /** As the form asks for it. */
  readonly unit: string;
  readonly note: string;
}

const STATISTICS = '统计部门公布的上年数';
const SCHOOL_YEAR = '最新一期教育事业统计数';
const PRIMARY = `${SCHOOL_YEAR}，含教学点和一贯制学校小学部`;
const JUNIOR = `${SCHOOL_YEAR}，含一贯制学校和完全中学的初中部`;

/** Table I of the form of basic balance, L1 to L22 in printed order (申报表及填报说明). */
export const FORM_ONE: readonly FormFact[] = [
  fact('L1', 'population', null, '万人', `常住人口，${STATISTICS}，保留两位小数`),
  fact('L2', 'agricultural-population', null, '万人', `常住人口，${STATISTICS}，保留两位小数`),
  fact('L3', 'township-count', null, '个', STATISTICS),
  fact('L4', 'village-count', null, '个', STATISTICS),
  fact('L5', 'gdp-per-capita', null, '元', `${STATISTICS}，取整数`),
  fact('L6', 'fiscal-revenue-per-capita', null, '元', `${STATISTICS}，取整数`),
  fact('L7', 'rural-net-income', null, '元', `${STATISTICS}，取整数`),
  fact('L8', 'urban-income', null, '元', `${STATISTICS}，取整数`),
  fact('L9', 'school-count', '小学', '所', SCHOOL_YEAR),
  fact('L10', 'combined-school-count', null, '所', `${SCHOOL_YEAR}，九年和十二年一贯制学校`),
  fact('L11', 'school-count', '初中', '所', SCHOOL_YEAR),
  fact('L12', 'complete-middle-school-count', null, '所', SCHOOL_YEAR),
  fact('L13', 'special-school-count', null, '所', SCHOOL_YEAR),
  fact('L14', 'teaching-point-count', null, '个', SCHOOL_YEAR),
  fact('L15', 'class-count', '小学', '个', PRIMARY),
  fact('L16', 'class-count', '初中', '个', JUNIOR),
  fact('L17', 'pupils', '小学', '人', PRIMARY),
  fact('L18', 'pupils', '初中', '人', JUNIOR),
  fact('L19', 'staff', '小学', '人', PRIMARY),
  fact('L20', 'full-time-teachers', '小学', '人', PRIMARY),
  fact('L21', 'staff', '初中', '人', JUNIOR),
  fact('L22', 'full-time-teachers', '初中', '人', JUNIOR),
];

/** Asked beyond table I by the form of quality balance. */
export const LARGER_TEACHING_POINTS: FormFact = fact(
  '',
  'text:50人及以上教学点数',
  null,
  '个',
  '优质均衡申报表要求；没有填0',
);

/** Table 1 of the form of quality balance, in its own numbering: the combined schools are told apart. */
export const FORM_QUALITY: readonly FormFact[] = [
  ...FORM_ONE.slice(0, 9).map((one) => one),
  fact('L10', 'text:九年一贯制学校数', null, '所', SCHOOL_YEAR),
  fact('L11', 'school-count', '初中', '所', SCHOOL_YEAR),
  fact('L12', 'complete-middle-school-count', null, '所', SCHOOL_YEAR),
  fact('L13', 'text:十二年一贯制学校数', null, '所', SCHOOL_YEAR),
  fact('L14', 'special-school-count', null, '所', SCHOOL_YEAR),
  fact('L15', 'teaching-point-count', null, '个', SCHOOL_YEAR),
  fact('L16', 'text:50人及以上教学点数', null, '个', SCHOOL_YEAR),
  ...FORM_ONE.slice(14).map((one, index) => ({ ...one, code: `L${index + 17}` })),
];

/** What the tables of guarantee and quality ask that no report names otherwise: each is kept under its own name. */
const OWN_NAMES =
  '音乐专用教室数 美术专用教室数 符合条件的随迁子女数 公办学校就读随迁子女数 政府购买服务的民办学校就读随迁子女数 ' +
  '优质高中招生计划总数 优质高中招生名额分配数 持有教师资格证专任教师数 5年360学时培训完成人数 特殊教育学校学生数 ' +
  '不足100人学校学生数 走访人数 走访满意人数';

/**
 * What the forms and returns call a quantity where the vocabulary, which is made of reports, does not know the name; some with the
 * stage that the name implies.
 */
export const FORM_NAMES: Readonly<Record<string, readonly [indicator: string, stage?: Stage]>> = {
  ...Object.fromEntries(OWN_NAMES.split(' ').map((name) => [name, [`text:${name}`] as const])),
  普通中小学校数: ['school-count'],
  普通中小学校: ['school-count'],
  一贯制学校: ['combined-school-count'],
  九年一贯制学校: ['text:九年一贯制学校数'],
  九年一贯制: ['text:九年一贯制学校数'],
  十二年一贯制学校: ['text:十二年一贯制学校数'],
  十二年一贯制: ['text:十二年一贯制学校数'],
  '50人及以上教学点': ['text:50人及以上教学点数'],
  '50人及以上教学点数': ['text:50人及以上教学点数'],
  '50人及以上小学教学点数': ['text:50人及以上教学点数'],
  问卷总数: ['satisfaction-issued'],
  有效问卷: ['satisfaction-valid'],
  满意问卷: ['satisfaction-satisfied'],
  符合交流条件教师数: ['text:符合交流条件教师数'],
  符合交流条件教师总数: ['text:符合交流条件教师数'],
  交流轮岗教师总数: ['exchanged-teachers'],
  交流轮岗骨干教师数: ['text:交流骨干教师数'],
  交流骨干教师数: ['text:交流骨干教师数'],
  残疾儿童少年总数: ['disabled-children'],
  残疾儿童少年数: ['disabled-children'],
  特教学校就读人数: ['disabled-special-school'],
  随班就读人数: ['disabled-inclusive'],
  送教上门人数: ['disabled-home'],
  教师年平均工资收入水平: ['teacher-average-pay'],
  公务员年平均工资收入水平: ['civil-servant-average-pay'],
};

function fact(code: string, indicator: string, stage: Stage | null, unit: string, note: string): FormFact {
  return { code, indicator, stage, unit, note };
}
