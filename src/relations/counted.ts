import type { Figure } from '../model/figure.ts';
import { clauseStart } from './context.ts';

export const WHOLE = /^(?:全县|全市|全区|全旗|我县|我市|我区|全校|我校|本县|本市|本区)/;
/** 76所学校均设有…: of all of them; 4名教师获评… may be of any. */
const ALL_OF_THEM = /^\p{Script=Han}{2,12}?(?:均|都|全部)/u;
/** Nothing but that there are so many stands before the number, and nothing that they do behind its noun. */
const HAS = /^[对将把]?(?:全[县市区旗校]|[我本][县市区校])?(?:目前|现|共|总|计|辖|设|有|的)*$/;
const NOUN_ALONE =
  /^\p{Script=Han}{0,10}?(?:学校|小学|中学|初中|高中|幼儿园|教学点|教师|学生|儿童|乡镇|街道|社区|班)(?=[，。；、：（(\n]|中[，,]|逐[校所一]|$)/u;
/** Words for what a total takes in; schools and pupils are counted by each of them. */
const COVER = /义务教育|中小学|各级各类|各级|各类/g;
/** Parts that only a wider total has. */
const WIDER_PARTS = /高中|幼儿园|学前|职业|职中|中专/;

export function standsBeforeNoun(text: string, figure: Figure): boolean {
  return (
    figure.kind === 'count' &&
    /^(?![和及与或的以左多余])\p{Script=Han}/u.test(text.slice(figure.span.end, figure.span.end + 1))
  );
}

/** 4名教师获评…, 占73所学校的…: how many of them is left open; 全县共有76所学校，… and 76所学校均… are all. */
export function isOfSome(text: string, figure: Figure): boolean {
  const clause = text.slice(clauseStart(text, figure.span.start), figure.span.start);
  if (/^(?:分别)?占/.test(clause)) return true;
  return (
    standsBeforeNoun(text, figure) &&
    !(HAS.test(clause) && NOUN_ALONE.test(text.slice(figure.span.end, figure.span.end + 14))) &&
    !ALL_OF_THEM.test(text.slice(figure.span.end, figure.span.end + 14))
  );
}

export function isOneSentence(text: string, [first, second]: readonly [Figure, Figure]): boolean {
  return second.span.start - first.span.end < 200 && !/[。\n]/.test(text.slice(first.span.end, second.span.start));
}

/**
 * What a total without a stage takes in, by the last word for it in its sentence or behind the number; null where none stands
 * there. A total that lists kindergartens or senior schools among its parts takes in all.
 */
export function coverOf(text: string, figure: Figure): string | null {
  if (figure.stage !== null || figure.kind !== 'count') return null;
  const from = Math.max(text.lastIndexOf('。', figure.span.start), text.lastIndexOf('\n', figure.span.start)) + 1;
  const behind = text.slice(figure.span.end, figure.span.end + 80);
  const [rest = ''] = behind.split(/[。；\n]/);
  if (/^[，,（(]?(?:其中|含|包括)/.test(rest) && WIDER_PARTS.test(rest)) return '各级各类';
  const told = `${text.slice(Math.max(from, figure.span.start - 120), figure.span.start)}${/^\p{Script=Han}{0,12}/u.exec(behind)?.[0] ?? ''}`;
  const word = told.match(COVER)?.at(-1) ?? null;
  return word?.startsWith('各') ? '各级各类' : word;
}
