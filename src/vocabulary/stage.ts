import type { Stage } from '../model/figure.ts';

/** A stage named in a text; `stage` null where the words look like a stage and name none (中小学, 小学高级教师, 高中阶段). */
export interface StageMention {
  readonly start: number;
  readonly end: number;
  readonly stage: Stage | null;
}

/** The longest first: what stands before an alternative hides what it contains. */
const TERM =
  /(?<!其)中小学|小学高级|小升初|小学教学点|小学六年|初中三年|小学学校|小学部(?![分门署])|初中部(?![分门署])|初中学校|小学阶段|初中阶段|初级中学|九年一贯制学校|九年一贯制|十二年一贯制|完全中学|普通高中|高中阶段|高中教育阶段|高中学校|高级中学|小学生(?!均)|初中生(?!均)|小学|初中|普高|高中|幼儿园|学前教育|学前(?=$|阶段|[、，和及与：（(\d])|特殊教育学校|特殊教育|特教学校/g;

const STAGE_OF: Readonly<Record<string, Stage>> = {
  小学: '小学',
  小学生: '小学',
  小学六年: '小学',
  小学学校: '小学',
  小学阶段: '小学',
  小学部: '小学',
  初中部: '初中',
  初中: '初中',
  初中生: '初中',
  初中三年: '初中',
  初中学校: '初中',
  初中阶段: '初中',
  初级中学: '初中',
  九年一贯制学校: '九年一贯制',
  九年一贯制: '九年一贯制',
  普通高中: '普通高中',
  普高: '普通高中',
  高中: '普通高中',
  高中学校: '普通高中',
  高级中学: '普通高中',
  幼儿园: '幼儿园',
  学前教育: '幼儿园',
  学前: '幼儿园',
  特殊教育学校: '特殊教育',
  特殊教育: '特殊教育',
  特教学校: '特殊教育',
};

/** 第一小学, 实验小学, 李庄村小学: the name of one school says nothing of a stage's total. */
const SCHOOL_NAME =
  /(?:第[一二三四五六七八九十]+|实验|中心|附属|附|外国语|希望|[路街湾庄*×]|(?<![乡农])村|(?<![城乡集])镇|(?<!城)乡)$/;

/** The stages named in a text, in order. */
export function stagesIn(text: string): StageMention[] {
  const mentions: StageMention[] = [];
  for (const match of text.matchAll(TERM)) {
    const named = SCHOOL_NAME.test(text.slice(Math.max(0, match.index - 4), match.index));
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      stage: named ? null : (STAGE_OF[match[0]] ?? null),
    });
  }
  // 中学 beside 小学 means the junior stage; 星河中学 is a name, so only at the head of a phrase
  if (mentions.length === 0 && /^(?:其中)?中学(?!生(?!均)|校)/.test(text)) {
    const start = text.indexOf('中学');
    mentions.push({ start, end: start + 2, stage: '初中' });
  }
  return mentions;
}

/**
 * The stages that a phrase is about: a list (小学、初中…, 初中和小学…) or the first one named — 初中毕业生升入高中阶段 is about
 * the junior stage. The text's stage words are returned cut out.
 */
export function stageList(text: string): { readonly stages: readonly Stage[]; readonly rest: string } {
  const mentions = stagesIn(text);
  const stages: Stage[] = [];
  let rest = '';
  let from = 0;
  let previousEnd = -1;
  for (const [index, mention] of mentions.entries()) {
    const before = mentions[index - 1];
    // 中小学和幼儿园: joined to words that name no single stage, it names none either
    if (before?.stage === null && /^(?:、|和|与|及)$/.test(text.slice(before.end, mention.start)))
      return { stages: [], rest: text };
    if (mention.stage === null) continue;
    const joined =
      previousEnd >= 0 && /^(?:阶段|学校|部)?(?:、|和|与|及|以及|，|,)$/.test(text.slice(previousEnd, mention.start));
    if (stages.length > 0 && !joined) break;
    if (stages.length === 0 || joined) {
      rest += joined ? '' : text.slice(from, mention.start);
      stages.push(mention.stage);
      from = mention.end;
      previousEnd = mention.end;
    }
  }
  return { stages, rest: rest + text.slice(from) };
}
