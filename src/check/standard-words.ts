import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';

/** A name or a phrase as standards write it, `…` for any words between within one part of a sentence. */
export function patternOf(words: string): RegExp {
  const parts = words.split('…').map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&'));
  return new RegExp(parts.join('[^。；;\\n]{0,24}?'), 'u');
}

const SAID = /实现|做到|达到|落实|符合|保持|满足|完成|达标|消除|无|没有|不存在|不低于|高于|提高|不减|增长/u;
/** What stands before the words and makes a plan, a duty or a denial of them. */
const UNSAID =
  /未|尚|不能|没有|没做到|力争|将|确保|应|须|努力|争取|规定|按照|根据|依据|基本|目标|计划|要|逐步(?=消除)|到20\d\d年|原|曾|与|距|离/u;
/** 消除大班额86个 counts what was done. */
const UNSAID_BEHIND =
  /^(?:班级|班)?(?:约|近|共)?\d|^[^，。；\n]{0,10}(?:目标|未|没有|尚|不足|差距|还不|核定|配备标准)/u;

/** Whether a place stands in a section about what is to be done (下一步打算): it tells goals. A title's own role says nothing. */
export function isPlanned(report: Report, offset: number): boolean {
  return report.sections.some(
    ({ role, level, extent }) => role === 'plans' && level > 0 && extent.start <= offset && offset < extent.end,
  );
}

/** The first place where a report claims something in one of these words; null where it only plans, quotes or denies it. */
export function claimedAt(report: Report, words: readonly string[]): (Span & { readonly words: string }) | null {
  const { text } = report.manuscript;
  for (const word of words) {
    for (const match of text.matchAll(new RegExp(patternOf(word).source, 'gu'))) {
      const end = match.index + match[0].length;
      const start = Math.max(
        ...['，', ',', '。', '；', ';', '：', '\n'].map((mark) => text.lastIndexOf(mark, match.index - 1) + 1),
      );
      const before = text.slice(start, match.index);
      const behind = text.slice(end, end + 24).split(/[，。；;\n]/u)[0] ?? '';
      if (isPlanned(report, match.index)) continue;
      if (UNSAID.test(before) || UNSAID_BEHIND.test(behind)) continue;
      if (!SAID.test(`${before}${match[0]}${behind}`)) continue;
      return { start: match.index, end, words: match[0].trim() };
    }
  }
  return null;
}

/** Whether a figure stands for the county's own state: no goal, no part of it, no change. */
export function isState(report: Report, figure: Figure): boolean {
  if (figure.scope !== null || figure.partOf !== null || figure.valueMax !== null || figure.role !== 'level')
    return false;
  if (isPlanned(report, figure.span.start)) return false;
  const { text } = report.manuscript;
  const before =
    text
      .slice(Math.max(0, figure.span.start - 24), figure.span.start)
      .split(/[，。；;\n]/u)
      .at(-1) ?? '';
  return !/目标|力争|标准(?:为|是)|要求|不低于|全国|全省|全市平均|由|从|原|曾|过去|消除|化解|减少|压缩|降低|下降|新增|增加/u.test(
    before,
  );
}
