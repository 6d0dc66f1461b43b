import type { Span } from '../../model/span.ts';
import { UNOFFICIAL_TERMS, type WrongForm } from '../../vocabulary/wrong-forms.ts';
import { firstSpans } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';
import { findForms, indexForms } from './forms.ts';

const INDEX = indexForms(UNOFFICIAL_TERMS);

/** Names for which the regulations have another; told once a name, since a writer uses it throughout. */
const rule: TextRule = {
  id: 'unofficial-term',
  type: 'term',
  title: '名称不规范',
  why: '经费、指标和对象的名称以现行文件为准，如“地方教育附加”没有“费”字；名称不一致会被当成两个项目。每种写法只提示一次。',
  severity: 'warning',
  find(context) {
    const places = new Map<WrongForm, Span[]>();
    for (const { form, span } of findForms(context, INDEX)) places.set(form, [...(places.get(form) ?? []), span]);
    return [...places].flatMap(([form, spans]): TextDefect[] => {
      const [first, ...others] = spans;
      if (!first) return [];
      const times = others.length > 0 ? `（全文${spans.length}处）` : '';
      return [
        {
          spans: firstSpans([first, ...others]),
          message: `文中“${form.wrong}”${times}，规范名称为“${form.right}”。`,
          suggestion: form.right,
          ...(form.severity ? { severity: form.severity } : {}),
        },
      ];
    });
  },
  fires: ['征收地方教育费附加，全部用于教育。', '保障进城务工农民工子女平等就学。'],
  silent: ['征收教育费附加和地方教育附加，全部用于教育。', '保障进城务工人员随迁子女平等就学。'],
};
export default rule;
