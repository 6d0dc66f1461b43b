export { yearOf } from '../../draft/renew/report-year.ts';

/** The county, city or district that a title begins with; empty where it begins otherwise. */
export function countyIn(title: string | null): string {
  const name = /^(?:关于)?([\u4e00-\u9fff]{1,8}?(?:自治[县旗]|[县市区旗]))/u.exec((title ?? '').trim())?.[1] ?? '';
  // 全县, 我区, 在全县…: a speech names its county otherwise.
  return /[全我本各在对的]/u.test(name) || name.length < 2 ? '' : name;
}
