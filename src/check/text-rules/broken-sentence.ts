import type { TextRule } from '../text-rule.ts';

/**
 * A clause that only begins a sentence, closed by a full stop: the connective stands at its head, at most after a short
 * subject, and no comma and no word of consequence follows.
 */
const CLAUSE =
  /(?<=^|[。！？；\n])[\s\u3000]*((?:(?:我|本|该|全)[县市区省校镇乡国]|我们|学校)?)(由于|虽然|尽管|随着)([^，,。；：:！？\n]{6,60})。/gm;
const CONSEQUENCE =
  /而|致使|导致|使得|所以|因此|才|就|还是|仍|尚|至今|一直|造成|影响|被|没有|不能|无法|难以|是|得以|必须|应|要/;

/** 我市由于未能实现目标。 where the main clause should follow. */
const rule: TextRule = {
  id: 'broken-sentence',
  type: 'punctuation',
  title: '句子断开',
  why: '“由于……”“虽然……”“随着……”只是半句话，后面直接用句号，主句就断开了；句号多应为逗号。',
  severity: 'warning',
  find: ({ text, isQuoted }) =>
    [...text.matchAll(CLAUSE)].flatMap((match) => {
      const [whole, subject = '', connective = '', rest = ''] = match;
      const stop = match.index + whole.length - 1;
      if (CONSEQUENCE.test(rest) || isQuoted(stop)) return [];
      const start = match.index + whole.indexOf(subject + connective);
      return [
        {
          spans: [{ start, end: stop + 1 }] as const,
          message: `“${subject}${connective}…”只是半句，后面用了句号，疑应为逗号并接主句。`,
          suggestion: `${text.slice(start, stop)}，`,
        },
      ];
    }),
  fires: ['我县由于未能按期完成投入任务。我县将分年补齐经费。', '随着城镇化进程的加快推进。学位供给日益紧张。'],
  silent: [
    '由于未能按期完成投入任务，我县将分年补齐经费。',
    '教学楼由于年久失修而停用。',
    '一切为了每一名学生的健康成长。',
    '这是由于历史原因形成的。',
  ],
};
export default rule;
