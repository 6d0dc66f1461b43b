import { phraseId } from '../../dist/phrases/mine.js';
import { DOMAIN_WORDS } from '../../dist/phrases/domain-words.js';

/** Sentences of our own making, put together from words: the sizes that a search is measured at, not what reports say. */
const PLACES = '全县 全县义务教育学校 各乡镇 城区学校 农村小学 教学点 寄宿制学校 县财政 县教育局 各中小学 薄弱学校 县政府'.split(' ');
const WHEN = ['近三年来', '{n}以来', '截至{n}', '今年', '每学期', '按照规划', '几年来', '开学以前'];
const VERBS = '建立 完善 落实 推进 加强 改善 健全 配齐 新建 改建 安排 投入 组织 开展 实施 规范 补充 调整 核定 保障'.split(' ');
const ENDS = '取得明显成效 达到省定标准 做到专款专用 得到家长认可 按时完成任务 受到上级肯定 学校面貌有了改变 做到有章可循 缺口逐年缩小'.split(' ');
const FIGURES = [
  ['pupils', '在校生数', '人', 'count'],
  ['teachers', '专任教师数', '人', 'count'],
  ['schools', '学校数', '所', 'count'],
  ['text:投入资金', '投入资金', '万元', 'money'],
  ['text:新增面积', '新增面积', '平方米', 'area'],
  ['text:比例', '比例', '%', 'percent'],
];
const ROLES = ['overview', 'attainment', 'measures', 'features', 'conclusion', 'problems', 'plans', null];
const KINDS = ['county-basic', 'county-quality', 'briefing', 'congress', 'school'];

/** @returns that many different phrases; the same for the same number */
export function generatedPhrases(size) {
  let state = 20_251_122;
  const below = (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const one = (list) => list[below(list.length)];
  const phrases = new Map();
  while (phrases.size < size) {
    const slots = [];
    const slot = (made) => `{${slots.push(made)}}`;
    const figure = () => {
      const [indicator, name, unit, figureKind] = one(FIGURES);
      const facts = { kind: 'figure', name, indicator, stage: null, unit, figureKind, role: 'level' };
      return slot({ ...facts, places: 0, ratio: false, scope: null, offset: 0 });
    };
    const year = () => slot({ kind: 'date', name: '年份', form: '<0>年', event: false });
    const clause = () => `${one(VERBS)}${one(DOMAIN_WORDS)}${below(3) === 0 ? `和${one(DOMAIN_WORDS)}` : ''}`;
    const when = one(WHEN).replace('{n}', () => year());
    const parts = [`${when}，${one(PLACES)}${clause()}${below(2) === 0 ? figure() : ''}`];
    for (let more = 1 + below(3); more > 0; more -= 1) parts.push(`${clause()}${below(3) === 0 ? figure() : ''}`);
    const frame = `${parts.join('，')}，${one(ENDS)}。`;
    const id = phraseId({ frame, slots });
    const number = below(400);
    const source = { report: `r${number}`, file: `报告${number}.docx`, kind: one(KINDS), county: `县${number}` };
    const sources = [{ ...source, year: String(2012 + below(13)), section: '主要做法', role: one(ROLES), count: 1 + below(3) }];
    phrases.set(id, { id, form: 'sentence', frame, slots, sources });
  }
  return [...phrases.values()];
}

/** Queries as people type them: one word, two words, half a word, a sentence, a slip. */
export function generatedQueries(phrases, count) {
  const queries = [];
  for (let number = 0; number < count; number += 1) {
    const { frame } = phrases[(number * 7919) % phrases.length];
    const words = frame.replaceAll(/\{\d+\}/g, '').split(/[，。]/).filter((part) => part.length > 5);
    const clause = words[number % words.length] ?? '';
    const forms = [
      clause.slice(2, 6),
      `${clause.slice(0, 4)} ${(words[0] ?? '').slice(-4)}`,
      clause.slice(1, 4),
      words.join('，'),
      `${clause.slice(0, 2)}牍${clause.slice(3)}`,
      DOMAIN_WORDS[(number * 31) % DOMAIN_WORDS.length],
    ];
    queries.push(forms[number % forms.length]);
  }
  return queries;
}
