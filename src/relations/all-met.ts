import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { stagesIn } from '../vocabulary/index.ts';
import { clauseOf, clauseStart, firstOf, isFigure, partOf, passagesOf, spanOf } from './context.ts';
import type { Claim } from './relation.ts';

/** 各校教学用房面积均达到…标准, 体育场地全部达标: what is said to hold for all. */
const ALL_MEET =
  /(?<item>[^，。；：、\n]{4,40}?)(?:均已?|都已?|已?全部|全都|已经全部)(?:达到|达标|符合|满足|配齐|配备到位|达)(?!\d)[^，。；\n]{0,20}/g;
/** 仍有3所学校…不足, 个别学校…不达标: some of which it does not hold. */
const SOME_MISS =
  /(?:仍有|还有|尚有|但有|存在|仍存在)?(?:个别|部分|少数|一些|少部分|\d+[所个])[^，。；\n]{0,10}?(?:学校|小学|初中|中学|校)[^，。；\n]{0,30}?(?:不足|不达标|未达标|没有达标|未达到|达不到|没有达到|低于标准|短缺|不够|不齐|缺乏)/g;
/** No statement about today's schools: a goal, a duty, a state that is over. */
const OTHER_TIME =
  /力争|确保|将|计划|目标|要求|应当|必须|原来|原有|过去|曾|以前|之前|当时|改造前|前几年|如果|凡|到20\d\d年/;
/** What many items have in common, and so does not tell them apart. */
const GENERIC =
  /专任教师|教师|学生|学校|小学|初中|中小学|资金|经费|设施|设备|条件|标准|要求|达标|教育|义务|发展|均衡|全县|配备|建设|工作|资源|水平|比例|情况|不足/g;
/** Characters of a name that two statements must share to be about the same thing: 教学用房, 体育场馆. */
const SHARED = 4;

interface Statement {
  readonly words: string;
  readonly item: string;
  readonly span: Span;
  readonly figures: readonly Figure[];
}

/**
 * 均达到标准 beside 仍有3所学校不足, or beside a share of schools that meet it below a hundred percent: of one thing, wherever the
 * text tells it.
 */
export function findAllMet(report: Report): Claim[] {
  const claims = statements(report, ALL_MEET);
  if (claims.length === 0) return [];
  const denials = [...statements(report, SOME_MISS), ...partialRates(report)];
  return claims.flatMap((claim): Claim[] => {
    const denial = denials.find(
      (one) =>
        (one.span.end <= claim.span.start || one.span.start >= claim.span.end) &&
        partOf(report, one.span.start) === partOf(report, claim.span.start) &&
        isSameStage(claim.words, one.words) &&
        sharesName(claim.item, one.item),
    );
    if (denial === undefined) return [];
    return [
      {
        type: 'claim',
        assertion: 'implied',
        words: claim.words,
        denial: denial.words,
        contradicted: denial.figures,
        reason: '说的是同一件事',
        places: [denial.span],
        span: claim.span,
      },
    ];
  });
}

function statements(report: Report, pattern: RegExp): Statement[] {
  const { text } = report.manuscript;
  return [...text.matchAll(pattern)].flatMap((match): Statement[] => {
    const start = clauseStart(text, match.index);
    const sentence = text.slice(text.lastIndexOf('。', match.index) + 1, match.index + match[0].length);
    if (OTHER_TIME.test(sentence.split('\n').at(-1) ?? '')) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    const item = match.groups?.['item'] ?? text.slice(start, span.end);
    const figures = report.figures.filter((figure) => figure.span.start >= span.start && figure.span.end <= span.end);
    return [{ words: match[0].trim(), item, span, figures }];
  });
}

/** 体育场馆面积达标学校占82.4%. */
function partialRates(report: Report): Statement[] {
  const { text } = report.manuscript;
  return passagesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row): Statement[] => {
      const figure = firstOf(row);
      const words = clauseOf(row);
      if (!isFigure(figure) || figure.unit !== '%' || row.role === 'base' || row.role === 'limit') return [];
      if (!/达标|合格/.test(words) || figure.period !== null || figure.value.gte(100) || figure.bound !== null)
        return [];
      if (OTHER_TIME.test(words)) return [];
      const start = clauseStart(text, figure.span.start);
      const end = spanOf(row).end;
      return [
        { words: text.slice(start, end), item: words, span: { start, end }, figures: row.members.filter(isFigure) },
      ];
    }),
  );
}

function isSameStage(one: string, other: string): boolean {
  const [first, second] = [stagesIn(one), stagesIn(other)].map((all) => all.map(({ stage }) => stage));
  if (!first || !second || first.length === 0 || second.length === 0) return true;
  return first.some((stage) => second.includes(stage));
}

function sharesName(one: string, other: string): boolean {
  const [first, second] = [one, other].map((item) => item.replaceAll(GENERIC, '|'));
  if (first === undefined || second === undefined) return false;
  for (let at = 0; at + SHARED <= first.length; at += 1) {
    const name = first.slice(at, at + SHARED);
    if (!name.includes('|') && /^\p{Script=Han}+$/u.test(name) && second.includes(name)) return true;
  }
  return false;
}
