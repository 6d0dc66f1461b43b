import type { Head } from '../model/table.ts';

/** A header with what it takes from the one before it. */
export interface AxisHead extends Head {
  /** What a part (其中：女生) is a part of; empty where the other axis names it. */
  readonly whole: string;
}

/** 男, 女: people told apart, of those that stand before them. */
const SEX = /^[男女](?:生|性|童|教师|教职工|学生)?$/;
const PEOPLE =
  /(?:学生|教师|教职工|校长|干部|儿童|少年|幼儿|子女|在校生|人员|人数|毕业生|党员|班主任|生源)(?:总?数|人数|总计|合计)?$/;
const CLASSES = /^(?:教学|在校)?班(?:级|数)?(?:总?数|个数)?$|(?:教学班|班级)(?:总?数|个数)?$/;
const SCHOOLS = /(?:学校|小学|中学|教学点)(?:总?数|所数|个数)?$/;

const CLASS =
  /^(?:\d+(?:岁|人|年)?[-—–~～至]{1,2}\d+(?:周岁|岁|人|年|名)|\d+(?:周岁|岁|人|年|名)(?:（含）)?及?以[上下内])$/;

/** 45人以下, 36—50岁, 66人及以上: a class by size or by age. */
export function isClassHead(name: string): boolean {
  return CLASS.test(name);
}

export function isSexHead(name: string): boolean {
  return SEX.test(name);
}

/**
 * Headers of one axis in order. A 其中 is told of what stands before it, with its unit and time; so are 男, 女 and classes
 * (35岁以下) behind people. A rate of change or a share without a name is that of the value before it.
 */
export function axisOf(heads: readonly Head[]): AxisHead[] {
  const done: AxisHead[] = [];
  let level: AxisHead | null = null;
  for (const head of heads) {
    const lent: AxisHead =
      head.among || narrows(head, level) ? part({ ...head, among: true }, level) : named(head, level);
    done.push(lent);
    if (!lent.among && lent.role === 'level' && !lent.silent) level = lent;
  }
  return overYears(done);
}

/** Whether a header tells of some of what the one before it counts although no 其中 says so. */
function narrows(head: Head, level: AxisHead | null): boolean {
  if (!level || level.entity || level.total === 'subtotal' || head.role !== 'level' || head.total !== null)
    return false;
  // under one merged title the parts stand beside each other
  if (head.path.length > 1 || level.path.length > 1) return false;
  const whole = level.path.join('').replaceAll(/[（(][^（()）]*[）)]|\s/g, '');
  if (isSexHead(head.name)) return PEOPLE.test(whole);
  if (!isClassHead(head.name)) return false;
  return head.name.includes('岁') ? PEOPLE.test(whole) : CLASSES.test(whole) || SCHOOLS.test(whole);
}

/** 2021年｜2022年｜合计: a total over years is dated by all of them, else it would be taken for the value of one. */
function overYears(heads: readonly AxisHead[]): AxisHead[] {
  const years = heads.flatMap(({ period, role }) =>
    role === 'level' && /^\d{4}$/.test(period ?? '') ? [Number(period)] : [],
  );
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length < 2 || first === last) return [...heads];
  return heads.map((head) =>
    head.total === 'total' && head.period === null ? { ...head, period: `${first}-${last}` } : head,
  );
}

function part(head: Head, whole: AxisHead | null): AxisHead {
  // under a merged title the path itself says what the part belongs to
  const within = head.path.length > 1 ? head.path.slice(0, -1).join('') : '';
  return {
    ...head,
    name: head.name === '' ? (whole?.name ?? '') : head.name,
    whole: within !== '' && head.name.startsWith(within) ? '' : (whole?.name ?? ''),
    units: head.units.length > 0 ? head.units : (whole?.units ?? []),
    period: head.period ?? whole?.period ?? null,
    stages: head.stages.length > 0 ? head.stages : (whole?.stages ?? []),
  };
}

function named(head: Head, level: AxisHead | null): AxisHead {
  const lends = head.name === '' && (head.role === 'change-rate' || head.role === 'change' || head.role === 'share');
  if (!lends || !level || level.entity) return { ...head, whole: '' };
  return { ...head, whole: '', name: level.name, stages: head.stages.length > 0 ? head.stages : level.stages };
}
