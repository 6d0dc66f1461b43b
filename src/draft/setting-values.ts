/** A day of the calendar. */
export interface SettingDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads 2019-03-05, 2019/3/5, 2019.3.5 or 2019年3月5日; a text is what is wrong with it. */
export function settingDate(text: string): SettingDate | string {
  const match = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u.exec(text.replaceAll(/\s/gu, ''));
  if (match === null) return `“日期”要写全年、月、日，如2025年3月20日，现为“${text}”。`;
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number) as [
    number,
    number,
    number,
  ];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return `“日期”${text}不存在，请核对。`;
  return { year, month, day };
}

/** As GB/T 9704 writes it: 2019年3月5日, no leading zeros. */
export function official({ year, month, day }: SettingDate): string {
  return `${year}年${month}月${day}日`;
}

/** 主送机关 joined: 、 between those of one kind, ， between groups that are lists themselves (市教育局、市财政局，各镇人民政府). */
export function addressees(given: readonly string[]): string {
  return given.join(given.some((one) => /[、，]/u.test(one)) ? '，' : '、');
}
