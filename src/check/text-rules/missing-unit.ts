import type { Span } from '../../model/span.ts';
import type { QuantityToken, Token } from '../../quantities/token.ts';
import { isHan, type TextContext } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

/** A count printed without the unit that its neighbours have. */
const rule: TextRule = {
  id: 'missing-unit',
  type: 'missing-text',
  title: '漏写单位',
  why: '并列的数字有的带单位、有的不带，或括号里的分项都不带单位，多为漏写；补上单位，读者才不致误会。',
  severity: 'warning',
  find: (context) => [...inBrackets(context), ...besideOthers(context), ...beforeParts(context)],
  fires: [
    '乡镇在校生4918人（初中1957，小学2961）。',
    '全县有教师320人（小学200人，初中120）。',
    '接收残疾儿童751，其中特殊学校56人，随班就读427人。',
    '新增小学学位1200个、初中学位800。',
  ],
  silent: [
    '乡镇在校生4918人（初中1957人，小学2961人）。',
    '差异系数达到要求（小学0.48，初中0.39）。',
    '自评得分95分，总人口85万，辖13个乡镇。',
    '按照国家标准（GB 18030）和文件（教督〔2012〕3号）执行。',
  ],
};
export default rule;

const BRACKET = /[（(]([^（()）\n]{4,120})[）)]/g;
const MEMBER = /^(?:其中)?[：:]?\s*[一-龥]{1,10}\d+(?:\.\d+)?[一-龥]{0,4}$/;

function inBrackets({ text, tokens }: TextContext): TextDefect[] {
  const defects: TextDefect[] = [];
  let index = 0;
  for (const match of text.matchAll(BRACKET)) {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    while (index < tokens.length && (tokens[index]?.start ?? 0) < start) index++;
    const members = (match[1] ?? '').split(/[，、；,;]/);
    if (members.length < 2 || !members.every((member) => MEMBER.test(member))) continue;
    const inside: QuantityToken[] = [];
    for (let next = index; next < tokens.length; next++) {
      const token = tokens[next];
      if (!token || token.start >= end) break;
      if (token.type === 'quantity') inside.push(token);
    }
    const bare = inside.filter((token) => isBareCount(text, token));
    const unit = inside.find(hasCountUnit)?.unit ?? headUnit(tokens[index - 1], match.index);
    const [first] = bare;
    if (!first || !unit || inside.length !== members.length) continue;
    if (bare.length < inside.length && !inside.every((token) => isBareCount(text, token) || token.unit === unit))
      continue;
    defects.push({
      spans: [bare.length === inside.length ? { start, end } : withLabel(text, first)],
      message: `“${wordsOf(text, { start, end })}”后的数字${bare.length === inside.length ? '' : '有的'}没有单位，疑漏“${unit}”。`,
      suggestion: bare.length === inside.length ? members.map((member) => `${member}${unit}`).join('，') : null,
    });
  }
  return defects;
}

/** 小学1200个、初中800: the member of a list that lacks what its neighbour has. */
function besideOthers({ text, tokens }: TextContext): TextDefect[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'quantity' || !isBareCount(text, token)) return [];
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const neighbour =
      before && hasCountUnit(before) && /^、[一-龥]{2,8}$/.test(text.slice(before.end, token.start))
        ? before
        : after && hasCountUnit(after) && /^、[一-龥]{2,8}$/.test(text.slice(token.end, after.start))
          ? after
          : null;
    if (!neighbour || isInBracket(text, token.start)) return [];
    const span = withLabel(text, token);
    return [
      {
        spans: [span] as const,
        message: `“${wordsOf(text, span)}”后的数字没有单位，并列的数字单位是“${neighbour.unit ?? ''}”，疑漏写。`,
        suggestion: `${text.slice(span.start, span.end)}${neighbour.unit ?? ''}`,
      },
    ];
  });
}

/** 残疾儿童751，其中特殊学校56人: a whole without the unit of its parts. */
function beforeParts({ text, tokens }: TextContext): TextDefect[] {
  return tokens.flatMap((token, index) => {
    const part = tokens[index + 1];
    if (token.type !== 'quantity' || !isBareCount(text, token) || !part || !hasCountUnit(part)) return [];
    if (!/^[，,（(；;]\s*其中[，,：:]?\s*[一-龥]{1,10}$/.test(text.slice(token.end, part.start))) return [];
    const span = withLabel(text, token);
    return [
      {
        spans: [span] as const,
        message: `“${wordsOf(text, span)}”后的数字没有单位，其中数的单位是“${part.unit ?? ''}”，疑漏写。`,
        suggestion: `${text.slice(span.start, span.end)}${part.unit ?? ''}`,
      },
    ];
  });
}

function isBareCount(text: string, token: QuantityToken): boolean {
  return token.unit === null && isHan(text, token.start - 1) && /^\d+$/.test(text.slice(token.start, token.end));
}

function hasCountUnit(token: Token): token is QuantityToken & { readonly unit: string } {
  return token.type === 'quantity' && token.kind === 'count' && token.unit !== null;
}

function headUnit(token: Token | undefined, bracket: number): string | null {
  return token && token.end === bracket && hasCountUnit(token) ? token.unit : null;
}

function isInBracket(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 60), offset);
  return (
    Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
    Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))
  );
}

/** The words without their numbers: a message that stays the same when a number is corrected stays dismissed. */
function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end).replaceAll(/\d+(?:\.\d+)?/g, '');
}

/** The number with the word before it: a bare number alone tells a reader in the margin nothing. */
function withLabel(text: string, token: QuantityToken): Span {
  let start = token.start;
  while (start > 0 && token.start - start < 8 && isHan(text, start - 1)) start--;
  return { start, end: token.end };
}
