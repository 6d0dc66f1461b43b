import { isHan } from '../text-context.ts';
import type { TextContext } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

/** Verbs may be doubled for a short try (研究研究), adverbs for weight (非常非常). */
const REDUPLICATED = new Set([
  '非常',
  '许多',
  '很多',
  '研究',
  '讨论',
  '商量',
  '学习',
  '了解',
  '考虑',
  '锻炼',
  '休息',
  '体验',
  '尝试',
  '比较',
  '沟通',
  '千万',
  '彼此',
  '逐个',
  '轰隆',
  '滴答',
  '一个',
]);

/** Nouns that may end one word and begin the next (实验小学小学部, 义务教育学校学校管理): doubled only where nothing follows. */
const NOUNS = new Set([
  '学校',
  '小学',
  '中学',
  '初中',
  '高中',
  '教师',
  '学生',
  '教育',
  '工作',
  '建设',
  '发展',
  '培训',
  '管理',
  '领导',
  '项目',
  '资金',
  '经费',
  '全国',
  '国家',
  '教学',
  '活动',
  '社会',
  '人民',
  '中心',
]);

/** What ends a word for certain. */
const WORD_END = /[^一-龥]|[的等和与及之是为在已将均共并]/;
/** 的的, 了了 and the like, but not where the first ends a word or the second begins one (目的的, 为了了解, 参与与否). */
const PARTICLES =
  /(?<!目)的的(?!确|士)|(?<![为除罢不])了了(?!解|结|然|无|事|却|断|望)|(?<![总就还])是是(?!非|否)|(?<![参赋给])与与(?!否)|(?<![合兼归])并并|(?<![服自])从从|(?<![存现实所正自潜内外好旨])在在|(?<![温饱缓平共祥谐])和和(?!气|美|睦|谐|平)/g;

/** The same word twice in a row. */
const rule: TextRule = {
  id: 'doubled-word',
  type: 'duplicate',
  title: '重复用字',
  why: '“健全健全”“陇海路小学小学”多是修改时漏删。叠用合乎习惯的（人人、研究研究）和跨词相连的（小学小学部）不报。',
  severity: 'error',
  find: (context) => [...doubledWords(context), ...doubledParticles(context)],
  fires: [
    '健全健全合理的制度。',
    '新建第一小学小学，增加学位。',
    '完善了的的制度得到执行。',
    '进一步进一步加强师德建设。',
    '全县累计投入资金资金，改善了条件。',
  ],
  silent: [
    '人人都有出彩机会，时时讲安全，校校通、班班有。',
    '实验小学小学部新增学位，全面落实义务教育教育教学要求。',
    '请各校研究研究，了解了解情况，一项一项落实，一步一步推进。',
    '为了了解学生，达到目的的学校越来越多，参与与否由家长决定。',
    '层层落实责任，处处体现关爱，生生有特长，的的确确有效。',
  ],
};
export default rule;

function doubledWords({ text, isProtected }: TextContext): TextDefect[] {
  const defects: TextDefect[] = [];
  for (let offset = 0; offset + 3 < text.length; offset++) {
    const length = doubledLength(text, offset);
    if (length === 0) continue;
    const word = text.slice(offset, offset + length);
    const end = offset + 2 * length;
    const start = offset;
    // what is right as a whole holds no slip: 教育教育教学 has 育教育教
    offset = end - 1;
    if (isProtected(start) || !isSlip(word, text[start - 1] ?? '\n', text.slice(end, end + 1))) continue;
    defects.push({
      spans: [{ start, end }],
      message: `文中“${word}${word}”重复，疑应为“${word}”。`,
      suggestion: word,
    });
  }
  return defects;
}

/** Length of the word that stands here twice in a row, 0 where none does. */
function doubledLength(text: string, offset: number): number {
  if (!isHan(text, offset)) return 0;
  for (const length of [2, 3, 4]) {
    if (
      text.charCodeAt(offset) === text.charCodeAt(offset + length) &&
      text.startsWith(text.slice(offset, offset + length), offset + length) &&
      Array.from({ length }, (_, index) => isHan(text, offset + index)).every(Boolean)
    )
      return length;
  }
  return 0;
}

function isSlip(word: string, before: string, after: string): boolean {
  if (word[0] === word[1] || REDUPLICATED.has(word)) return false;
  // 一项一项, 逐校逐校 tell one after the other
  if (word.length === 2 && /[一二两三四五六七八九十百千万每又越各逐]/.test(word)) return false;
  if (NOUNS.has(word)) {
    // 义务教育教育质量: the first ends a compound
    if (word === '教育' && /[一-龥]/.test(before)) return false;
    return after === '' || WORD_END.test(after);
  }
  return !/[者家节部段员性化型]/.test(after);
}

function doubledParticles({ text, isProtected, isQuoted }: TextContext): TextDefect[] {
  return [...text.matchAll(PARTICLES)].flatMap((match) => {
    const start = match.index;
    if (isProtected(start) || isQuoted(start)) return [];
    const word = match[0].slice(0, 1);
    return [
      {
        spans: [{ start, end: start + 2 }] as const,
        message: `文中“${match[0]}”重复，疑应为“${word}”。`,
        suggestion: word,
      },
    ];
  });
}
