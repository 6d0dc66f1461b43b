import type { SchoolRow } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { indicatorNamed } from '../../vocabulary/index.ts';
import type { Held } from './data-words.ts';
import { heldTo } from './held-to.ts';
import type { ReportClaim } from './report-claims.ts';
import { type Asked, derivedAnswer } from './workbook-claims.ts';

/** A figure of one school of the workbook, held against its rows; null where they have nothing of the name. */
export function heldOfSchool(claim: ReportClaim, rows: readonly SchoolRow[], asked: Asked): Held | null {
  const { figure, sentence } = claim;
  if (figure.role !== 'level' || (figure.period !== null && figure.period !== asked.data.dataset.year)) return null;
  const id = nameInSchool(figure, rows, sentence);
  const answer = derivedAnswer(figure, asked, asked.data.schools.ofSchool(rows, id));
  if (!answer) return null;
  // running text about one school may go on to speak of some of its pupils
  const sure = figure.scope !== null || id === 'pupils';
  return heldTo(
    figure,
    sure ? answer : { ...answer, open: '文中可能只是该校的一部分', apart: 'definition' },
    sure,
    false,
  );
}

/** 实验小学现有学生1652人: where the words before it have no official name, those behind the school's may. */
function nameInSchool({ indicator, label, kind }: Figure, [row]: readonly SchoolRow[], sentence: string): string {
  if (indicator !== null && !indicator.startsWith('text:')) return indicator;
  const short = ['小学', '中学', '学校'].map((end) => label.lastIndexOf(end) + end.length).find((at) => at > 1) ?? 0;
  const rest =
    row && label.includes(row.name) ? label.slice(label.indexOf(row.name) + row.name.length) : label.slice(short);
  const behind =
    row && sentence.includes(row.name)
      ? sentence
          .split(row.name)
          .at(-1)
          ?.split(/[，、；]/u)
          .at(-1)
      : undefined;
  const known = indicatorNamed(rest, kind) ?? (behind ? indicatorNamed(behind, kind) : null);
  return known?.indicator.id ?? indicator ?? '';
}
