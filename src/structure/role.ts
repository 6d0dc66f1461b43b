import type { DocumentKind, SectionRole } from '../model/section.ts';

/** The first that fits names the role; problems and plans first, since their titles often name the work too. */
const ROLES: readonly (readonly [Exclude<SectionRole, null>, RegExp])[] = [
  ['problems', /问题|不足|困难|差距|短板|薄弱/],
  ['plans', /下一步|下步|打算|努力方向|整改|今后|工作计划/],
  ['conclusion', /自评结论|自评情况|自评结果|结论/],
  ['features', /特色|亮点|特点|经验|创新/],
  ['attainment', /达标|达成|指标|差异|满意度|均衡状况|完成情况|自评得分/],
  ['overview', /基本情况|概况|简介|教育现状|工作情况/],
  ['measures', /措施|做法|成效|主要工作|所做的工作|举措|工作开展/],
];

/** What a section is for, by its title; null where the title does not tell. */
export function roleOf(title: string): SectionRole {
  return ROLES.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** The kind of a document, by its title, its address and its first lines. */
export function kindOf(title: string | null, opening: string): DocumentKind {
  const head = `${title ?? ''}\n${opening}`;
  if (/讲话|致辞|发言/.test(title ?? '') || /^(?:各位)?同志们[：:，,]/m.test(opening)) return 'speech';
  if (/人大|人民代表大会|主任、各位副主任|专项工作报告|请予审议/.test(head)) return 'congress-report';
  if (/(?:学校|小学|中学|幼儿园)[^\n]{0,20}(?:报告|汇报|总结)/.test(title ?? '') || /我校/.test(opening))
    return 'school-report';
  if (/尊敬的[^\n]{0,12}(?:领导|专家)|督导组[^\n]{0,30}(?:莅临|检查)/.test(opening)) return 'briefing';
  if (/汇报/.test(title ?? '')) return 'briefing';
  if (/(?:自评|自查|自查自评|督导评估|均衡发展)[^\n]{0,30}报告/.test(title ?? '')) return 'county-report';
  return 'other';
}
