import type { Decimal } from '../../model/decimal.ts';

/**
 * The school types and owners as the workbook's drop-downs offer them, each with the other words that offices write for it.
 * Whole words only: 县直属 contains 直属 and 区教育局 contains 区, so a search for parts would put schools out of scope by guess.
 */
const TYPES: Readonly<Record<string, string>> = {
  小学: '完全小学 完小 村小 中心小学 中心校 普通小学 六年制小学',
  初级中学: '初中 普通初中 独立初中 初级中学校 职业初中',
  九年一贯制学校: '九年一贯制 九年制学校 九年一贯 一贯制学校',
  十二年一贯制学校: '十二年一贯制 十二年一贯 十二年制学校',
  完全中学: '完中',
  教学点: '小学教学点',
  特殊教育学校: '特殊教育 特教学校',
  职业学校: '中等职业学校 职业中学 职业高中 职教中心',
};

const OWNERS: Readonly<Record<string, string>> = {
  县级公办:
    '公办 公立 县公办 区公办 区级公办 县办 区办 乡办 镇办 县属 区属 县直 区直 县直属 区直属 教育部门 县级教育部门 县教育局 区教育局',
  民办: '民办学校 私立 社会力量办学',
  省市直属: '省(市)直属 省直属 市直属 省直 市直 省属 市属 省级教育部门 地级教育部门',
  企业办学: '企业办 企业 地方企业 企业举办',
  高校附属: '高校附属学校 大学附属',
  其他部门: '其他 其他部门办 县级其他部门',
};

export const SCHOOL_TYPES: readonly string[] = Object.keys(TYPES);
export const SCHOOL_OWNERS: readonly string[] = Object.keys(OWNERS);

/** The type that a cell (already tidied) means; null for an unknown word. */
export function schoolTypeOf(text: string): string | null {
  return lookUp(TYPES, text);
}

/** The owner that a cell (already tidied) means; null for an unknown word. */
export function schoolOwnerOf(text: string): string | null {
  return lookUp(OWNERS, text);
}

function lookUp(words: Readonly<Record<string, string>>, text: string): string | null {
  for (const [name, others] of Object.entries(words)) {
    if (name === text || others.split(' ').includes(text)) return name;
  }
  return null;
}

/** The categories that a standard may leave out, by the names that standards and reports use. */
const CATEGORIES: Readonly<
  Record<string, (school: { type: string; owner: string; pupils: Decimal | null }) => boolean>
> = {
  '省（市）直属学校': ({ owner }) => owner === '省市直属',
  民办学校: ({ owner }) => owner === '民办',
  企业办学: ({ owner }) => owner === '企业办学',
  高校附属学校: ({ owner }) => owner === '高校附属',
  其他部门办学: ({ owner }) => owner === '其他部门',
  小学教学点: ({ type }) => type === '教学点',
  不足50人的教学点: ({ type, pupils }) => type === '教学点' && pupils !== null && pupils.lt(50),
  特殊教育学校: ({ type }) => type === '特殊教育学校',
  职业学校: ({ type }) => type === '职业学校',
};

export const EXCLUSION_CATEGORIES: readonly string[] = Object.keys(CATEGORIES);

/**
 * Who stays out of the difference coefficient of basic balance: 省（市）直属学校、民办学校、小学教学点、特殊教育学校、职业学校
 * (差异系数测算说明), and every other school whose owner is not the county government (填报说明 of table II).
 */
export const BASIC_BALANCE_EXCLUSIONS: readonly string[] = [
  '省（市）直属学校',
  '民办学校',
  '企业办学',
  '高校附属学校',
  '其他部门办学',
  '小学教学点',
  '特殊教育学校',
  '职业学校',
];

/**
 * Why a school part does not count, or null where it does.
 *
 * @param type one of {@link SCHOOL_TYPES}
 * @param owner one of {@link SCHOOL_OWNERS}
 * @param excludes names out of {@link EXCLUSION_CATEGORIES}; unknown names exclude nothing
 * @returns the name of the first category that fits
 */
export function exclusionReason(
  type: string,
  owner: string,
  pupils: Decimal | null,
  excludes: readonly string[] = BASIC_BALANCE_EXCLUSIONS,
): string | null {
  return excludes.find((name) => CATEGORIES[name]?.({ type, owner, pupils })) ?? null;
}
