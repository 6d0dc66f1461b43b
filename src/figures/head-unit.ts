import type { HeadUnit } from '../model/table.ts';
import { unitAt } from '../quantities/unit.ts';

const PLACE = /^(?:[县区市镇乡村省校班生员字页级步孔]|乡镇|街道|社区|行政村)$/;

/** The unit in a header's brackets, behind a slash, or as a header of its own: 金额（万元）, 面积/平方米, %. */
export function cutUnit(text: string): { readonly units: readonly HeadUnit[]; readonly rest: string } {
  // 县, 镇, 村 over a column are places, not units
  const whole = PLACE.test(text) ? [] : unitsIn(text);
  if (whole.length > 0) return { units: whole, rest: '' };
  for (const match of text.matchAll(/[（([【]([^（()）\]】[]*)[）)\]】]/g)) {
    const units = unitsIn(match[1] ?? '');
    if (units.length > 0) {
      return { units, rest: text.slice(0, match.index) + text.slice(match.index + match[0].length) };
    }
  }
  const slash = /[/／](.{1,6})$/.exec(text);
  const behind = slash ? unitsIn(slash[1] ?? '') : [];
  if (slash && behind.length > 0) return { units: behind, rest: text.slice(0, slash.index) };
  if (/[%％]$/.test(text)) return { units: [{ unit: '%', scale: 0 }], rest: text.slice(0, -1) };
  return { units: [], rest: text };
}

const SCALES: readonly (readonly [string, number])[] = [
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/** The units that a unit line or a bracket lists; empty where anything else stands there. */
export function unitsIn(text: string): HeadUnit[] {
  const bare = text.replace(/^(?:计量)?单位[:：]/, '').replaceAll(/\s/g, '');
  const units: HeadUnit[] = [];
  for (const part of bare.split(/[、，,；;]/)) {
    const unit = unitOf(part);
    if (!unit) return [];
    units.push(unit);
  }
  return units;
}

function unitOf(text: string): HeadUnit | null {
  const plain = text.replace(
    /[/／](?:每?百?(?:人|生|名|所|校|班|年|月|个|天|日|学期|学年|平方米|名学生|百名学生))$/,
    '',
  );
  const own = unitAt(plain, 0);
  if (own?.length === plain.length && plain !== '') return { unit: own.unit.name, scale: plain === '‰' ? -1 : 0 };
  for (const [word, scale] of SCALES) {
    if (!plain.startsWith(word)) continue;
    const found = unitAt(plain, word.length);
    if (found && found.length === plain.length - word.length) return { unit: found.unit.name, scale };
  }
  return null;
}
