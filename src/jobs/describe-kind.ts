import { askedWords, type Need, parseTemplate, type TemplateFile } from '../draft/index.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import type { OpenedKind } from './kind-files.ts';

/** A report kind as `junheng templates` tells it. */
export interface DescribedKind {
  readonly id: string;
  readonly title: string;
  /** `bundled`, `own` (only the office has it) or `overlaid` (the office changes a bundled one). */
  readonly origin: OpenedKind['origin'];
  readonly sections: readonly { readonly file: string; readonly headings: readonly string[] }[];
  /** What the writer is asked to say in their own words: the names of the pieces, and what to write. */
  readonly ownWords: readonly { readonly name: string; readonly hint: string }[];
  readonly standards: readonly string[];
  readonly needs: readonly Need[];
}

/** Tells what a kind is made of and asks for. */
export function describeKind({ kind, templates, origin }: OpenedKind): DescribedKind {
  const { id, title, standards, needs } = kind;
  const asked = new Map(askedWords(templates).map(({ name, hint }) => [name, hint]));
  return {
    id,
    title,
    origin,
    sections: templates.map((template) => ({ file: template.name, headings: headingsOf(template) })),
    ownWords: [...asked].map(([name, hint]) => ({ name, hint })),
    standards,
    needs,
  };
}

/** The same for people. */
export function describedText(kind: DescribedKind): string {
  const from = { bundled: '', own: '　［本单位的类型］', overlaid: '　［本单位有改动］' }[kind.origin];
  const lines = [`${kind.id}  ${kind.title}${from}`, '  章节：'];
  for (const { file, headings } of kind.sections) {
    lines.push(`    ${file}${headings.length === 0 ? '' : `　${headings.join('；')}`}`);
  }
  if (kind.ownWords.length > 0) lines.push('  自己写的文字（放在“文字”文件夹）：');
  for (const { name, hint } of kind.ownWords) lines.push(`    ${name}　${hint}`);
  lines.push('  所需的数据：');
  let topic = '';
  for (const need of kind.needs) {
    if (need.topic !== undefined && need.topic !== topic) {
      topic = need.topic;
      lines.push(`    【${topic}】`);
    }
    lines.push(`      ${needText(need)}`);
  }
  return `${lines.join('\n')}\n`;
}

function needText(need: Need): string {
  const known = indicatorOf(need.indicator);
  const extent = [
    need.unit ?? known?.unit ?? '',
    need.stages?.join('、') ?? '',
    need.years === undefined ? '' : `近${need.years}年`,
    need.optional === true ? '可缺' : '',
    need.note ?? '',
  ].filter((part) => part !== '');
  const name = known?.name ?? need.indicator.replace(/^text:/, '');
  return extent.length === 0 ? name : `${name}（${extent.join('，')}）`;
}

/** The headings of a section down to （一）; the title of the report, which is made of words, says nothing here. */
function headingsOf(template: TemplateFile): readonly string[] {
  const { program } = parseTemplate(template);
  if (program === null) return [];
  const headings = template.text.matchAll(/^#{2,3}\s+(.+)$/gm);
  return [...headings].map(([, heading = '']) => heading.replace(/\{\{[^{}]*\}\}/g, '…').trim());
}
